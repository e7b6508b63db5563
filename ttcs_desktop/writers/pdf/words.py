"""The words of one paragraph, line by line."""

from collections.abc import Iterator, Sequence
from typing import Any

from ttcs_desktop.model.sheet import FootnoteMark, Run
from ttcs_desktop.writers.pdf.breaking import Piece, line_ends
from ttcs_desktop.writers.pdf.looks import Look
from ttcs_desktop.writers.pdf.widths import DOTS_PER_POINT, measure

Word = dict[str, Any]
Row = list[Run | FootnoteMark]

MARK_SIZE = 0.58
"""Size of a raised footnote mark, part of the text's."""


def words(
    runs: Sequence[Run | FootnoteMark], look: Look, notes: Look, width: float
) -> Iterator[Word]:
    """Give the words of a paragraph `width` pt wide; footnotes look like `notes`."""
    for index, row in enumerate(_rows(runs)):
        if index:
            yield {"end": "hard"}
        indent = look.left if index else look.first
        if any(isinstance(run, Run) and "\t" in run.text for run in row):
            yield from _tabbed(row, look, notes, indent)
        else:
            yield from _ended(row, look, notes, (width - indent, width - look.left))


def _rows(runs: Sequence[Run | FootnoteMark]) -> list[Row]:
    """Part the runs where the clerk ended a line."""
    rows: list[Row] = [[]]
    for run in runs:
        if isinstance(run, FootnoteMark):
            rows[-1].append(run)
            continue
        for index, text in enumerate(run.text.split("\n")):
            if index:
                rows.append([])
            if text:
                rows[-1].append(Run(text, run.bold, run.italic, run.underline))
    return rows


def _ended(row: Row, look: Look, notes: Look, widths: tuple[float, float]) -> Iterator[Word]:
    """Give the words of a row with the ends of its lines."""
    pieces = [_piece(run, look) for run in row]
    ends = line_ends(pieces, *widths)
    start = 0
    for run, piece in zip(row, pieces, strict=True):
        stop = start + len(piece.text)
        if isinstance(run, FootnoteMark):
            yield _note(run, notes)
        else:
            cuts = [start, *(end for end in ends if start < end < stop), stop]
            for cut, (left, right) in enumerate(zip(cuts, cuts[1:], strict=False)):
                if cut:
                    yield {"end": "soft"}
                text = piece.text[left - start : right - start]
                yield _text(run, text.rstrip(" ") if right in ends else text, look)
        if stop in ends:
            yield {"end": "soft"}
        start = stop


def _tabbed(row: Row, look: Look, notes: Look, indent: float) -> Iterator[Word]:
    """Give the words of a row with tabs, which stays on one line."""
    at = indent
    for run in row:
        if isinstance(run, FootnoteMark):
            yield _note(run, notes)
            continue
        for index, text in enumerate(run.text.split("\t")):
            if index:
                stop = next((stop for stop in look.stops if stop > at), at)
                yield {"skip": stop - at}
                at = stop
            if text:
                piece = _piece(Run(text, run.bold, run.italic), look)
                dots = measure(piece.size, piece.is_bold, piece.is_italic)(text)
                at += dots / DOTS_PER_POINT
                yield _text(run, text, look)


def _piece(run: Run | FootnoteMark, look: Look) -> Piece:
    if isinstance(run, FootnoteMark):
        return Piece(str(run.number), look.size * MARK_SIZE, look.is_bold, look.is_italic)
    return Piece(
        run.text,
        look.size,
        look.is_bold if run.bold is None else run.bold,
        look.is_italic if run.italic is None else run.italic,
    )


def _text(run: Run, text: str, look: Look) -> Word:
    return {
        "text": text,
        "bold": look.is_bold if run.bold is None else run.bold,
        "italic": look.is_italic if run.italic is None else run.italic,
        "underline": look.is_underlined if run.underline is None else run.underline,
    }


def _note(mark: FootnoteMark, look: Look) -> Word:
    return {"note": [_text(run, run.text, look) for run in mark.runs if run.text]}
