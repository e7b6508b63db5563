"""Titles over one or several lines (trích yếu, tên phụ lục)."""

from collections.abc import Callable

from ttcs_desktop.model.text import Citation, Footnote, Span
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.lines import ESCAPE, TextLine, bare, inner, is_page_break, is_rule
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.tables import is_row

_MOST_LINES = 8
_BOLD = "**"


def is_titled_in_bold(line: TextLine) -> bool:
    """Tell whether a title in bold may begin with a line."""
    return inner(line.text).startswith(_BOLD)


def bold_title(lines: list[TextLine], start: int) -> tuple[str, int]:
    """Return the words of a title in bold, and the index of the line after it; ("", start) else.

    It goes on over several lines when its bold does, or when the next line is bold as well.
    """
    words: list[str] = []
    for line in lines[start : start + _MOST_LINES]:
        text = inner(line.text)
        is_open = " ".join(words).replace(ESCAPE + "*", "").count(_BOLD) % 2 == 1
        if not text or stands_by_itself(line) or not (is_open or text.startswith(_BOLD)):
            break
        words.append(text)
    title = " ".join(words)
    content = InlineReader().read(title)
    told = [item for item in content if not isinstance(item, Footnote) and not _is_room(item)]
    is_bold = bool(told) and all(item.bold for item in told)
    return (title, start + len(words)) if is_bold else ("", start)


def _is_room(item: Span | Citation) -> bool:
    """Tell whether an item is only the space between two lines."""
    return isinstance(item, Span) and not item.text.strip()


def title_lines(
    lines: list[TextLine], start: int, is_title: Callable[[TextLine, list[str]], bool]
) -> tuple[str, int]:
    """Return the words of the lines that are a title, and the index of the line after them.

    `is_title` is asked about each line, with the words of those above it.
    """
    words: list[str] = []
    for line in lines[start : start + _MOST_LINES]:
        if not inner(line.text) or stands_by_itself(line) or not is_title(line, words):
            break
        words.append(inner(line.text))
    return " ".join(words), start + len(words)


def stands_by_itself(line: TextLine) -> bool:
    """Tell whether a line cannot be part of a title: it is plain, drawn, marked, or of a table."""
    text = inner(line.text)
    return (
        text.startswith(ESCAPE)
        or is_rule(text)
        or is_row(text)
        or is_page_break(text)
        or marker(bare(text)) is not None
    )
