"""One line of the sheet in a plain text of fixed letter width: wrapped, indented, aligned."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import TextStyle
from ttcs_desktop.model.sheet import FootnoteMark, Line, Run

_KEPT_DASH = "\u00a0- "
"""A dash between words: no line starts with it, since that would look like a list."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How page lengths turn into letters: `scale` letters for each mm."""

    scale: float
    format: FormatProfile

    def letters(self, length: float) -> int:
        """Return a length in mm as a number of letters."""
        return max(0, round(length * self.scale))


def line_lines(line: Line, width: int, measure: Measure, *, align: str = "") -> list[str]:
    """Return a line of the sheet as lines of text, each at most `width` letters where words allow.

    `align` stands in for the style's own.
    """
    style = measure.format.styles[line.style]
    first, rest = _indents(style, measure)
    text = _tabbed(words(line.runs), first, width, style, measure)
    side = align or style.align
    lines: list[str] = []
    for piece in text.split("\n"):
        lines.extend(_wrapped(piece, width, first, rest) or [""])
    return [aligned(own, side, width) for own in lines]


def words(runs: Iterable[Run | FootnoteMark]) -> str:
    """Return the words of runs; a footnote mark as its number in brackets."""
    return "".join(run.text if isinstance(run, Run) else f"[{run.number}]" for run in runs)


def footnote_lines(mark: FootnoteMark, width: int, measure: Measure) -> list[str]:
    """Return a footnote as lines of text."""
    text = f"[{mark.number}] {words(mark.runs)}"
    first, rest = _indents(measure.format.styles["footnote"], measure)
    return _wrapped(text, width, first, rest)


def aligned(text: str, side: str, width: int) -> str:
    """Return text in the middle or on the right of `width` letters, padded to the full width."""
    if side == "center":
        text = " " * ((width - len(text.strip())) // 2) + text.strip()
    elif side == "right":
        text = text.rstrip().rjust(width)
    return text.ljust(width)


def _indents(style: TextStyle, measure: Measure) -> tuple[int, int]:
    first = style.first_line_indent.default if style.first_line_indent else 0.0
    return (
        measure.letters(style.left_indent + first - style.hanging),
        measure.letters(style.left_indent),
    )


def _wrapped(text: str, width: int, first: int, rest: int) -> list[str]:
    lines = textwrap.wrap(
        text.replace(" - ", _KEPT_DASH),
        width,
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_KEPT_DASH, " - ").replace(_KEPT_DASH[:-1], " -") for line in lines]


def _tabbed(text: str, indent: int, width: int, style: TextStyle, measure: Measure) -> str:
    """Fill the way to each tab stop with spaces; one space where the line would be too long."""
    if "\t" not in text:
        return text
    pieces = text.split("\t")
    filled = pieces[0]
    for piece in pieces[1:]:
        at = indent + len(filled)
        stops = (measure.letters(stop) for stop in style.tab_stops)
        stop = next((stop for stop in stops if stop > at), at + 1)
        filled += " " * (stop - at) + piece
    return filled if indent + len(filled) <= width else text.replace("\t", " ")
