"""The foot of the text (phần kết): recipients on the left, signatures on the right."""

from collections.abc import Iterator

from ttcs_desktop.model.sheet import Cell, Columns, Line
from ttcs_desktop.rules.recipients import recipients_cell
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.signing import signature_cell

_TITLES = frozenset({"authority", "signer-title", "signer-title-direct", "signer-joiner"})


def closing(scribe: Scribe) -> tuple[Columns, ...]:
    """Return recipients beside the signature; () when the document has neither.

    Several signers stand side by side, the lead body's on the right, the others on the left and
    below (Hướng dẫn 36-HD/VPTW, 1.7.2); the recipients then have a row of their own.
    """
    form, signatures = scribe.format.signature, scribe.document.signatures
    recipients = recipients_cell(scribe)
    if not recipients and not signatures:
        return ()
    widths = (form.left_width, form.right_width)
    if len(signatures) <= 1:
        cells = [signature_cell(scribe, block, form.right_width) for block in signatures]
        right: Cell = cells[0] if cells else ()
        return (Columns(widths, ((recipients, right),)),)
    half = sum(widths) / 2
    cells = [signature_cell(scribe, block, half) for block in signatures]
    signed = (Columns((half, half), tuple(_side_by_side(cells))),)
    return (*signed, Columns(widths, ((recipients, ()),))) if recipients else signed


def _side_by_side(cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Pair signatures, the earlier of each pair on the right, their names on one level."""
    filled = [*cells, ()] if len(cells) % 2 else cells
    for right, left in zip(filled[::2], filled[1::2], strict=True):
        yield _titles(left), _titles(right)
        yield left[len(_titles(left)) :], right[len(_titles(right)) :]


def _titles(cell: Cell) -> Cell:
    return tuple(line for line in cell if isinstance(line, Line) and line.style in _TITLES)
