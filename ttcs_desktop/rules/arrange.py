"""From meaning to final words: every rule of form is applied here, once (trình bày văn bản)."""

from collections.abc import Mapping
from types import MappingProxyType

from ttcs_desktop.language.case import upper_first
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.sheet import Element, Sheet, SheetSection
from ttcs_desktop.rules.addressees import addressee_lines
from ttcs_desktop.rules.annexes import annex_sections
from ttcs_desktop.rules.body import body
from ttcs_desktop.rules.closing import closing
from ttcs_desktop.rules.letterhead import letterhead
from ttcs_desktop.rules.marks import first_foot, first_head, last_foot, under_signature
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.subject import title_block
from ttcs_desktop.rules.symbols import keyword

_NONE: Mapping[str, Instrument] = MappingProxyType({})


def arrange(
    document: Document,
    format: FormatProfile,  # noqa: A002
    instruments: Mapping[str, Instrument] = _NONE,
) -> Sheet:
    """Lay a document out in a format: its final words, box by box.

    What the document lacks stands as a visible sign or as room for the registry clerk; what is
    to be looked at again is in the sheet's problems.
    """
    scribe = Scribe(document, format, instruments)
    sections = (_main(scribe), *annex_sections(scribe))
    return Sheet(
        title=_title(scribe),
        author=document.issuer.name or " - ".join(document.issuer.issuers).replace("\n", " "),
        keywords=keyword(scribe),
        sections=sections,
        problems=tuple(scribe.problems),
    )


def _main(scribe: Scribe) -> SheetSection:
    elements: tuple[Element, ...] = (
        letterhead(scribe),
        *title_block(scribe),
        *addressee_lines(scribe),
        *body(scribe),
        *closing(scribe),
        *under_signature(scribe),
    )
    return SheetSection(
        elements,
        first_head=first_head(scribe),
        first_foot=first_foot(scribe),
        last_foot=last_foot(scribe),
    )


def _title(scribe: Scribe) -> str:
    """Return the title for the file's properties: "Hướng dẫn tuyên truyền …"."""
    document = scribe.document
    words = f"{document.type_name} {scribe.words(document.subject)}".strip()
    return upper_first(words)
