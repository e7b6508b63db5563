"""Head and foot of the tree as official text: letterhead, title, signatures, marks."""

from collections.abc import Iterable, Iterator

from ttcs_desktop.language.dates import long_date
from ttcs_desktop.model.document import (
    Addressees,
    Direction,
    Document,
    IssuingBody,
    Marks,
    PlaceAndDate,
    SignatureBlock,
    SigningAuthority,
)
from ttcs_desktop.model.text import Content
from ttcs_desktop.officialtext.escape import (
    escape,
    escaped,
    escaped_words,
    guarded,
    reads_as_structure,
)
from ttcs_desktop.officialtext.lines import is_rule
from ttcs_desktop.officialtext.printed_words import WordPrinter
from ttcs_desktop.officialtext.signatures import JOINER, SIGNED, is_known_title, is_name_rest
from ttcs_desktop.officialtext.words import abbreviations, known

_LABELS = {Direction.ADDRESSED: "Kính gửi", Direction.SUBMITTED: "Kính trình"}
_AUTHORITIES = {
    SigningAuthority.ON_BEHALF: "T/M",
    SigningAuthority.FOR: "K/T",
    SigningAuthority.BY_ORDER: "T/L",
    SigningAuthority.BY_AUTHORISATION: "TUQ.",
    SigningAuthority.ACTING: "Q.",
}
_NEXT_SIGNER = "-----"


def head_parts(document: Document, printer: WordPrinter) -> Iterator[str]:
    """Print letterhead, type, author, subject and addressees."""
    letterhead, number = list(_letterhead(document)), _number(document)
    if letterhead or number:
        yield "\n".join((*letterhead, f"Số {number}".strip()))
    if document.type_name:
        yield document.type_name.upper()
    if document.author_line:
        yield escaped_words(document.author_line.upper())
    if document.subject:
        yield title(document.subject, printer)
        yield from printer.definitions()
    if document.addressees:
        yield _addressees(document.addressees)


def title(content: Content, printer: WordPrinter) -> str:
    """Print a title in bold, the way it is always read as one."""
    words = printer.print(content, is_bold=True)
    is_more = is_rule(words) or reads_as_structure(words.strip("*"))
    return guarded(words) if is_more else words


def signature_parts(signatures: Iterable[SignatureBlock]) -> Iterator[str]:
    """Print signatures; a drawn line tells the next signer from one whose name is not given."""
    above: SignatureBlock | None = None
    for block in signatures:
        if above and not above.name:
            yield _NEXT_SIGNER
        yield from _signature(block)
        above = block


def mark_parts(marks: Marks) -> Iterator[str]:
    """Print the marks of the foot."""
    if marks.drafter:
        yield f"{known().foot_labels['drafter']}: {escaped_words(marks.drafter)}"
    if marks.contact:
        yield f"{known().foot_labels['contact']}: {escaped_words(marks.contact)}"
    if marks.no_media:
        yield known().foot_labels["no_media"]


def _letterhead(document: Document) -> Iterator[str]:
    marks = document.marks
    head_marks = (marks.circulation, marks.secrecy, marks.urgency)
    yield from (escaped_words(mark) for mark in head_marks if mark)
    if marks.draft_round:
        yield f"Dự thảo lần {marks.draft_round}"
    yield from _issuer(document.issuer)
    if document.place_and_date != PlaceAndDate():
        yield _place_and_date(document.place_and_date)


def _issuer(issuer: IssuingBody) -> Iterator[str]:
    if issuer.parent:
        yield escaped_words(issuer.parent)
    for index, body in enumerate(issuer.issuers, start=1):
        lines = [f"**{escape(line)}**" for line in body.split("\n")]
        if index < len(issuer.issuers):
            lines[-1] = f"{lines[-1].removesuffix('**')} -**"
        yield from lines


def _number(document: Document) -> str:
    number, symbol = document.number, document.issuer.symbol
    if number.symbol:
        return f"{number.serial}{number.symbol}"
    if number.letter_field:
        return f"{number.serial}/{symbol}-{number.letter_field}"
    if symbol and document.type_name:
        return f"{number.serial}-{abbreviations(document.type_name)[0]}/{symbol}"
    return number.serial


def _place_and_date(typed: PlaceAndDate) -> str:
    place = escaped_words(typed.place)
    if typed.date:
        return f"{place}, ngày {long_date(typed.date)}"
    month, year = (str(part) if part else "…" for part in (typed.month, typed.year))
    return f"{place}, ngày … tháng {month} năm {year}"


def _addressees(addressees: Addressees) -> str:
    label = f"{_LABELS[addressees.direction]}:"
    if not addressees.names:
        return f"{label} ;"
    if len(addressees.names) == 1:
        return f"{label} {escape(addressees.names[0])}"
    return "\n".join((label, *(f"- {escape(name)};" for name in addressees.names)))


def _signature(block: SignatureBlock) -> Iterator[str]:
    lines = [f"{_AUTHORITIES[line.authority]} {escaped(line.of)}" for line in block.authority]
    for index, position in enumerate(block.positions):
        lines += [JOINER] * bool(index)
        lines.append(_title(position))
    if lines:
        yield "\n".join(lines)
    if block.is_signed:
        yield SIGNED
    if block.name:
        words = escaped(block.name)
        is_more = reads_as_structure(words) or words.endswith((":", ";"))
        yield guarded(words) if is_more else words


def _title(position: str) -> str:
    """Print a title; one that could be anything else has a backslash before it."""
    words = escaped(position)
    if is_known_title(position):
        return words
    is_more = reads_as_structure(words) or is_name_rest(position)
    return guarded(words) if is_more else words
