"""How one document of ours names another (viện dẫn kế hoạch, hướng dẫn, báo cáo)."""

from ttcs_desktop.language.case import upper_first
from ttcs_desktop.model.document import Document, SigningAuthority
from ttcs_desktop.model.format import CitationForm
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.officialtext.printing import inline_text
from ttcs_desktop.rules.citations import full
from ttcs_desktop.rules.register import symbol_after_number
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.composing import Composition

_BOARDS = {"BAN THƯỜNG VỤ": "Ban Thường vụ", "BAN THƯỜNG TRỰC": "Ban Thường trực"}
"""Who decides for a committee: its standing board, by whose authority the document is signed."""


def reference_to(composition: Composition, issuer: Unit | None, form: CitationForm) -> str:
    """Return what a document is called in another one, as official text in that one's grammar.

    A number or date that is not known yet is left out.
    """
    document = composition.document
    symbol = document.number.symbol or symbol_after_number(
        document.type_name, document.issuer.symbol, composition.format
    )
    named = Instrument(
        id="",
        symbol=f"{document.number.serial}{symbol}" if document.number.serial else "",
        type_name=upper_first(document.type_name),
        issuer=_issuer(document, issuer),
        title=composition.sheet.title[len(document.type_name) :].strip(),
        date=document.place_and_date.date,
    )
    return inline_text(full(named, form))


def _issuer(document: Document, issuer: Unit | None) -> str:
    name = document.issuer.name
    if not name and issuer and document.place_and_date.date:
        name = period_on(issuer, document.place_and_date.date).name
    for line in document.signatures[0].authority if document.signatures else ():
        if line.authority is SigningAuthority.ON_BEHALF and line.of in _BOARDS:
            return f"{_BOARDS[line.of]} {name}".strip()
    return name
