"""From the document tree back to official text (in văn bản nguồn)."""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache

from ttcs_desktop.model.document import (
    DIVISIONS,
    Annex,
    Block,
    Document,
    Item,
    Level,
    PageBreak,
    Paragraph,
    Recipients,
    Table,
)
from ttcs_desktop.model.text import Content, Footnote, Span
from ttcs_desktop.officialtext.annexes import LABEL as ANNEX
from ttcs_desktop.officialtext.annexes import LANDSCAPE
from ttcs_desktop.officialtext.body import may_be_basis, may_be_first_basis
from ttcs_desktop.officialtext.escape import (
    escape,
    escaped,
    escaped_words,
    guarded,
    reads_as_structure,
    with_end_kept,
)
from ttcs_desktop.officialtext.heading import starts_subject
from ttcs_desktop.officialtext.inline import words_of
from ttcs_desktop.officialtext.letterhead import is_letterhead_fact
from ttcs_desktop.officialtext.lines import CENTRED, PAGE_BREAK, bare, starts_small
from ttcs_desktop.officialtext.markers import is_initial
from ttcs_desktop.officialtext.printed_ends import head_parts, mark_parts, signature_parts, title
from ttcs_desktop.officialtext.printed_words import WordPrinter, table_lines
from ttcs_desktop.officialtext.recipients import LABEL as RECIPIENTS
from ttcs_desktop.officialtext.signatures import is_anchor
from ttcs_desktop.officialtext.words import known

_DIVISION_WORDS = {
    Level.PART: "Phần",
    Level.CHAPTER: "Chương",
    Level.SECTION: "Mục",
    Level.SUBSECTION: "Tiểu mục",
}
_MARKS = {
    Level.ARTICLE: "Điều {}.",
    Level.POINT: "{})",
    Level.DASH: "-",
    Level.PLUS: "+",
}
_USUAL_MARK = "{}."


def official_text(document: Document) -> str:
    """Return a document as official text: `parse` gives the same tree again.

    Line numbers and problems aside. Words that would be read as structure have a backslash before
    them.
    """
    printer = WordPrinter()
    parts = [
        *head_parts(document, printer),
        *_opening(document, printer),
        *_blocks(document.blocks, printer, _risk(document)),
        *_notes(document.closing_notes, printer),
        *_recipients(document.recipients),
        *signature_parts(document.signatures),
        *mark_parts(document.marks),
        *(part for annex in document.annexes for part in _annex(annex, printer)),
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def inline_text(content: Content) -> str:
    """Return the words of a block with their marks, on one line; footnotes are left out."""
    first = content[0] if len(content) == 1 else None
    if isinstance(first, Span) and not first.bold and not first.italic:
        return escaped_words(first.text)
    return _with_marks(content)


@lru_cache(maxsize=128)
def _with_marks(content: Content) -> str:
    return WordPrinter().print(tuple(part for part in content if not isinstance(part, Footnote)))


class _Risk(Enum):
    """What the first paragraph could be taken for."""

    NOTHING = 0
    TITLE = 1  # by its capitals or its bold
    SUBJECT = 2  # unless it ends like a sentence
    BASIS = 3


def _risk(document: Document) -> _Risk:
    if document.bases and not document.enacting:
        return _Risk.BASIS
    if document.enacting or document.addressees:
        return _Risk.NOTHING
    if not document.type_name:
        return _Risk.TITLE
    return _Risk.NOTHING if document.subject else _Risk.SUBJECT


def _opening(document: Document, printer: WordPrinter) -> Iterator[str]:
    """Print who decides, the bases, and the line that enacts."""
    if document.enacting_authority:
        yield escaped(document.enacting_authority)
    last = len(document.bases) - 1
    for index, content in enumerate(document.bases):
        words = printer.print(content)
        is_closed = index == last > 0 and not document.enacting
        yield f"{_dash(words)}{words}{'.' if is_closed else ';'}"
        yield from printer.definitions()
    if document.enacting:
        yield f"{escaped(document.enacting)}:"


def _dash(words: str) -> str:
    """Return the dash that a basis needs in order not to be read as anything else."""
    is_basis = may_be_basis(words_of(words))
    return "" if is_basis or not reads_as_structure(f"{words};") else "- "


def _blocks(blocks: tuple[Block, ...], printer: WordPrinter, risk: _Risk) -> Iterator[str]:
    above: Block | None = None
    for block in blocks:
        if isinstance(block, Item):
            yield _item(block, printer, risk)
        elif isinstance(block, Table):
            yield "\n".join(table_lines(block, printer))
        elif isinstance(block, PageBreak):
            yield PAGE_BREAK
        else:
            yield _paragraph(block, with_end_kept(printer.print(block.content)), above, risk)
        yield from printer.definitions()
        above, risk = block, _Risk.NOTHING


def _paragraph(paragraph: Paragraph, words: str, above: Block | None, risk: _Risk) -> str:
    is_at_risk = reads_as_structure(words) or _is_at_risk(words, above, risk)
    if not paragraph.is_centred:
        return _plain(words) if is_at_risk else words
    left, right = CENTRED
    inner = guarded(words) if words and is_at_risk else words
    return f"{left} {inner} {right}" if inner else f"{left} {right}"


def _is_at_risk(words: str, above: Block | None, risk: _Risk) -> bool:
    """Tell whether a paragraph could be taken into, or for, what stands above it."""
    if above is not None and starts_small(words):
        return True
    is_title = bare(words).isupper() or words.startswith("**")
    is_name = isinstance(above, Item) and above.level in DIVISIONS and not above.content
    is_sentence = words.endswith((".", ";", ":"))
    return (
        (is_title and (is_name or risk in {_Risk.TITLE, _Risk.SUBJECT}))
        or (risk is _Risk.SUBJECT and not is_sentence)
        or (risk is _Risk.BASIS and may_be_basis(words_of(words)))
        or (above is None and risk is _Risk.TITLE and starts_subject(words))
    )


def _plain(words: str) -> str:
    """Return a paragraph that is nothing but running text."""
    return f"\\ {words}" if words.startswith("*") else guarded(words)


def _item(item: Item, printer: WordPrinter, risk: _Risk) -> str:
    words = with_end_kept(printer.print(item.content))
    if item.level in DIVISIONS:
        label = f"{_DIVISION_WORDS[item.level]} {item.ordinal}"
        return f"{label}. {words}" if words else label
    mark = _MARKS.get(item.level, _USUAL_MARK).format(item.ordinal)
    said = words_of(words)
    is_basis = may_be_first_basis(said) or (risk is _Risk.BASIS and may_be_basis(said))
    if (item.level is Level.DASH and is_basis) or (item.level is Level.ROMAN and is_initial(words)):
        words = guarded(words)
    return f"{mark} {words}".rstrip()


def _notes(notes: Iterable[Paragraph], printer: WordPrinter) -> Iterator[str]:
    for note in notes:
        words = printer.print(note.content)
        is_more = is_anchor(words) or is_letterhead_fact(words)
        yield words.replace("(", "(\\", 1) if is_more else words
        yield from printer.definitions()


def _recipients(recipients: Recipients) -> Iterator[str]:
    if recipients == Recipients():
        return
    lines = [f"{RECIPIENTS}:"]
    for entry in recipients.entries:
        name = escape(entry.name)
        if not entry.purpose:
            lines.append(f"- {name};")
        elif known().purpose.fullmatch(entry.purpose):
            lines.append(f"- {name} ({escaped(entry.purpose)});")
        else:
            lines.append(f"- {name}; }} ({escaped(entry.purpose)})")
    if recipients.filing:
        lines.append(f"- Lưu: {escape(recipients.filing)}")
    yield "\n".join(lines)


def _annex(annex: Annex, printer: WordPrinter) -> Iterator[str]:
    yield f"{ANNEX} {LANDSCAPE}" if annex.is_landscape else ANNEX
    if annex.title:
        yield title(annex.title, printer)
        yield from printer.definitions()
    yield from _blocks(annex.blocks, printer, _Risk.NOTHING if annex.title else _Risk.TITLE)
