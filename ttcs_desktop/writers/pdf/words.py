"""The words of one paragraph, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any

from ttcs_desktop.model.sheet import FootnoteMark, Run
from ttcs_desktop.writers.pdf.breaking import Piece, line_ends
from ttcs_desktop.writers.pdf.letters import printable
from ttcs_desktop.writers.pdf.looks import Look
from ttcs_desktop.writers.pdf.widths import DOTS_PER_POINT, widths

Word = dict[str, Any]
Row = list[Run | FootnoteMark]

RAISED_SIZE = 0.58
"""Size of a raised footnote mark, part of the text's."""


def words(
    runs: Sequence[Run | FootnoteMark],
    look: Look,
    notes: Look | None,
    room: tuple[float, float],
) -> Iterator[Word]:
    """Give the words of a paragraph.

    `room` is how wide the paragraph is, and how wide its footnotes, in pt. Footnotes look like
    `notes`; without it a mark is only its number.
    """
    for index, row in enumerate(_rows(runs)):
        if index:
            yield {"end": "hard"}
        indent = look.left if index else look.first
        if any(isinstance(run, Run) and "\t" in run.text for run in row):
            given = _tabbed(row, look, indent)
        else:
            given = _ended(row, look, (room[0] - indent, room[0] - look.left))
        for word in given:
            mark = word.pop("mark", None)
            if mark is not None and notes is not None:
                word["note"] = list(_note(mark, notes, room[1]))
            elif mark is not None:
                word["is_raised"] = True
            yield word


def _rows(runs: Sequence[Run | FootnoteMark]) -> list[Row]:
    """Part the runs where the clerk ended a line."""
    rows: list[Row] = [[]]
    for run in runs:
        if isinstance(run, FootnoteMark):
            rows[-1].append(run)
            continue
        for index, text in enumerate(printable(run.text).split("\n")):
            if index:
                rows.append([])
            if text:
                rows[-1].append(run if text == run.text else replace(run, text=text))
    return rows


def _ended(row: Row, look: Look, room: tuple[float, float]) -> Iterator[Word]:
    """Give the words of a row with the ends of its lines, without the spaces that hang over."""
    pieces = [_piece(run, look) for run in row]
    text = "".join(piece.text for piece in pieces)
    edges = list(pairwise(accumulate((len(piece.text) for piece in pieces), initial=0)))
    start = 0
    for end in (*line_ends(pieces, *room), len(text)):
        if start:
            yield {"end": "soft"}
        inked = len(text[:end].rstrip(" "))
        for run, (left, right) in zip(row, edges, strict=True):
            words = text[max(left, start) : min(right, inked)]
            if words:
                yield _word(run, words, look)
        start = end


def _tabbed(row: Row, look: Look, indent: float) -> Iterator[Word]:
    """Give the words of a row with tabs, which stays on one line."""
    at = indent
    for run in row:
        piece = _piece(run, look)
        for index, text in enumerate(piece.text.split("\t")):
            if index:
                stop = next((stop for stop in look.stops if stop > at), at)
                yield {"skip": stop - at}
                at = stop
            if text:
                yield _word(run, text, look)
                at += _width(replace(piece, text=text))


def _note(mark: FootnoteMark, look: Look, width: float) -> Iterator[Word]:
    """Give the words of a footnote: its number, raised, and what it says."""
    return words((FootnoteMark(mark.number, ()), Run(" "), *mark.runs), look, None, (width, width))


def _piece(run: Run | FootnoteMark, look: Look) -> Piece:
    if isinstance(run, FootnoteMark):
        return Piece(str(run.number), look.size * RAISED_SIZE, look.is_bold, look.is_italic)
    return Piece(
        run.text,
        look.size,
        look.is_bold if run.bold is None else run.bold,
        look.is_italic if run.italic is None else run.italic,
    )


def _width(piece: Piece) -> float:
    face = widths(piece.text, piece.size, is_bold=piece.is_bold, is_italic=piece.is_italic)
    return sum(face) / DOTS_PER_POINT


def _word(run: Run | FootnoteMark, text: str, look: Look) -> Word:
    if isinstance(run, FootnoteMark):
        return {"text": text, "bold": look.is_bold, "italic": look.is_italic, "mark": run}
    return {
        "text": text,
        "bold": look.is_bold if run.bold is None else run.bold,
        "italic": look.is_italic if run.italic is None else run.italic,
        "underline": look.is_underlined if run.underline is None else run.underline,
    }
