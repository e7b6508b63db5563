"""The slip that goes with a document to be signed, a small document of its own (phiếu trình ký)."""

from collections.abc import Sequence
from dataclasses import replace

from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.document import (
    Addressees,
    Direction,
    Document,
    DocumentNumber,
    Recipients,
    SignatureBlock,
)
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.model.text import Span
from ttcs_desktop.officialtext.escape import escape
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.sheet_words import lines_of, words_of
from ttcs_desktop.services.blanks import filled
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library


def slip_of(library: Library, composition: Composition, files: Sequence[str], pages: int) -> Sheet:
    """Return the slip of a document, arranged in the same format.

    Raises:
        DataError: the slip's own file is wrong.
    """
    slip, document = library.slip, composition.document
    words = _words(composition, files, pages)
    body = parse(filled(slip.text, {name: escape(said) for name, said in words.items()}))
    return arrange(
        Document(
            type_name=slip.type_name,
            subject=(Span(subject),) if (subject := filled(slip.subject, words)) else (),
            issuer=document.issuer,
            number=DocumentNumber(),
            place_and_date=document.place_and_date,
            addressees=Addressees(Direction.SUBMITTED, (filled(slip.submitted_to, words),)),
            blocks=body.blocks,
            recipients=Recipients(),
            signatures=(SignatureBlock(positions=slip.signing),),
            marks=replace(document.marks, draft_round=0, drafter="", contact=""),
        ),
        composition.format,
        library.instruments,
    )


def _words(composition: Composition, files: Sequence[str], pages: int) -> dict[str, str]:
    document = composition.document
    date = document.place_and_date.date
    signers = [block.name for block in document.signatures if block.name]
    return {
        "title": composition.sheet.title,
        "number": composition.sheet.keywords,
        "date": short_date(date) if date else "",
        "signer": "; ".join(signers) or "…",
        "signing": "; ".join(_signing(composition)),
        "recipients": "; ".join(one.name for one in document.recipients.entries),
        "pages": str(pages),
        "files": "; ".join(files),
    }


def _signing(composition: Composition) -> list[str]:
    """Return how each signer signs, as the document prints it."""
    styles = ("authority", "signer-title", "signer-title-direct")
    said = [
        words_of(line).replace("\n", " ")
        for line in lines_of(composition.sheet)
        if line.style in styles
    ]
    return [", ".join(said)] if said else []
