"""Which names of a letterhead are the issuing body's, and which the body's above it (ô 2)."""

from collections.abc import Sequence

from ttcs_desktop.checking.recognition.printed_lines import Column, PrintedLine
from ttcs_desktop.checking.recognition.taken import Taken
from ttcs_desktop.checking.recognition.words import check_words
from ttcs_desktop.model.component import Part, Sureness
from ttcs_desktop.officialtext.words import key

_JOINED = "-"
"""Ends a line of one body's name after which another's follows (văn bản liên tịch)."""


def take_names(
    names: Sequence[PrintedLine],
    taken: Taken,
    title_columns: set[Column],
    parents: frozenset[str],
) -> None:
    """Take names up: those where the title stands are another title, the others are bodies."""
    own = [line for line in names if line.column not in title_columns]
    for line in names:
        if line not in own:
            taken.add(Part.OTHER_TITLE, line, sureness=Sureness.LIKELY)
    parent, issuer, sureness = _told_apart(own, parents)
    if parent:
        taken.add(Part.PARENT_BODY, *parent, sureness=sureness)
    if issuer:
        taken.add(Part.ISSUING_BODY, *issuer, sureness=sureness)


def _told_apart(
    names: Sequence[PrintedLine], parents: frozenset[str]
) -> tuple[list[PrintedLine], list[PrintedLine], Sureness]:
    """Return the lines of the body above, those of the issuing body, and how sure that is."""
    by_paragraph = _paragraphs(names)
    for count in range(len(by_paragraph) - 1, 0, -1):
        above = [line for group in by_paragraph[:count] for line in group]
        if key(" ".join(line.text for line in above)) in parents:
            return above, [line for group in by_paragraph[count:] for line in group], Sureness.SURE
    bold = [line for line in names if line.is_bold]
    if bold and len(bold) < len(names) and not names[0].is_bold:
        light = [line for line in names if not line.is_bold]
        return light, bold, Sureness.SURE
    if len(by_paragraph) > 1 and not names[0].text.endswith(_JOINED) and _differ(by_paragraph):
        rest = [line for group in by_paragraph[1:] for line in group]
        return by_paragraph[0], rest, Sureness.LIKELY
    return [], list(names), Sureness.LIKELY if len(by_paragraph) > 1 else Sureness.SURE


def _differ(groups: list[list[PrintedLine]]) -> bool:
    """Tell whether the first paragraph names a body above, and the second one under it."""
    words = check_words()
    first = key(" ".join(line.text for line in groups[0]))
    second = key(" ".join(line.text for line in groups[1]))
    return bool(words.parent.match(first) and words.issuer.match(second))


def _paragraphs(names: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    groups: list[list[PrintedLine]] = []
    for line in names:
        if groups and groups[-1][-1].paragraph == line.paragraph:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
