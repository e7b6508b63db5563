"""From a file as printed to its components, in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ttcs_desktop.checking.recognition.body import BodyReader
from ttcs_desktop.checking.recognition.drawn import with_rules
from ttcs_desktop.checking.recognition.facts import mark_part
from ttcs_desktop.checking.recognition.foot import FootReader, foot_start, with_whole_names
from ttcs_desktop.checking.recognition.head import HeadReader
from ttcs_desktop.checking.recognition.printed_lines import PrintedLine, cleaned, printed_lines
from ttcs_desktop.checking.recognition.taken import Taken
from ttcs_desktop.checking.recognition.words import check_words
from ttcs_desktop.model.appearance import Appearance, PrintedParagraph, Story
from ttcs_desktop.model.component import Component, Part, Stretch, Sureness
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.officialtext.annexes import annex_head, is_annex_reference
from ttcs_desktop.officialtext.lines import is_rule
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.words import key

_MOST_TITLE_LINES = 12


def recognise(appearance: Appearance, units: Iterable[Unit] = ()) -> tuple[Component, ...]:
    """Return what every line of a file is.

    `units` help to tell a body from the one above it where their dress does not.
    """
    lines = printed_lines(appearance)
    heads = [index for index, line in enumerate(lines) if _begins_annex(line)]
    first = heads[0] if heads else len(lines)
    taken = Taken()
    _main(appearance, lines[:first], taken, _parents(units))
    for number, (start, end) in enumerate(pairwise((*heads, len(lines))), start=1):
        _annex(appearance, lines[start:end], taken, number)
    taken.components.extend(_edges(appearance))
    in_order = sorted(taken.components, key=lambda one: (one.paragraph, one.stretches[0].start))
    return tuple(with_rules(appearance, in_order))


def _main(
    appearance: Appearance, lines: list[PrintedLine], taken: Taken, parents: frozenset[str]
) -> None:
    paragraphs = appearance.paragraphs
    head = HeadReader(lines, paragraphs, taken, parents)
    head.read()
    rest = lines[head.position :]
    whole = with_whole_names(rest)
    foot = foot_start(whole, 0)
    start = rest.index(whole[foot]) if foot < len(whole) and whole[foot] in rest else None
    if start is None and foot < len(whole):
        start = next(i for i, one in enumerate(rest) if one.paragraph == whole[foot].paragraph)
    body = rest if start is None else rest[:start]
    styles = tuple(paragraph.look.style for paragraph in paragraphs)
    pinned = [line for line in body if line.column[0] == "pinned"]
    BodyReader([line for line in body if line not in pinned], taken, styles).read()
    FootReader([*whole[foot:], *pinned], paragraphs, taken).read()


def _annex(appearance: Appearance, lines: list[PrintedLine], taken: Taken, number: int) -> None:
    taken.add(Part.ANNEX_LABEL, lines[0], annex=number)
    end = 1
    reference: list[PrintedLine] = []
    title: list[PrintedLine] = []
    while end < min(len(lines), _MOST_TITLE_LINES) and not lines[end].is_table:
        line = lines[end]
        if is_annex_reference(line.text) or (reference and not _is_closed(reference)):
            reference.append(line)
        elif is_rule(line.text):
            taken.add(Part.RULE, line, annex=number)
        elif not reference and _is_title(line):
            title.append(line)
        else:
            break
        end += 1
    if title:
        taken.add(Part.ANNEX_TITLE, *title, annex=number)
    if reference:
        taken.add(Part.ANNEX_REFERENCE, *reference, annex=number)
    styles = tuple(paragraph.look.style for paragraph in appearance.paragraphs)
    BodyReader(lines[end:], taken, styles, number).read()


def _begins_annex(line: PrintedLine) -> bool:
    is_head = annex_head(line.text) is not None
    return is_head and not line.is_table and (line.is_centred or line.is_bold or line.is_placed)


def _is_title(line: PrintedLine) -> bool:
    is_set_apart = line.is_centred or line.is_bold or line.text.isupper()
    return is_set_apart and marker(line.text) is None


def _is_closed(reference: Sequence[PrintedLine]) -> bool:
    return reference[-1].text.rstrip(" .").endswith(")")


def _edges(appearance: Appearance) -> Iterator[Component]:
    """Yield what stands in headers, footers and footnotes."""
    numbers = {number.paragraph for number in appearance.page_numbers}
    for index, paragraph in enumerate(appearance.paragraphs):
        story = paragraph.spot.story
        is_number = index in numbers
        if story is Story.BODY or (paragraph.is_empty and not is_number):
            continue
        text = cleaned(paragraph.full_text)
        part = _edge_part(paragraph, text, is_number=is_number)
        sureness = Sureness.GUESSED if part is Part.OTHER else Sureness.SURE
        yield Component(part, (Stretch(index, 0, len(paragraph.text)),), text, sureness)


def _edge_part(paragraph: PrintedParagraph, text: str, *, is_number: bool) -> Part:
    if paragraph.spot.story is Story.FOOTNOTE:
        return Part.FOOTNOTE
    if is_number:
        return Part.PAGE_NUMBER
    marked = mark_part(text)
    if marked is not None:
        return marked
    return Part.CONTACT if check_words().contact.search(key(text)) else Part.OTHER


def _parents(units: Iterable[Unit]) -> frozenset[str]:
    """Return the names that units print above their own."""
    return frozenset(
        key(period.letterhead_parent)
        for unit in units
        for period in unit.periods
        if period.letterhead_parent
    )
