"""Annexes (phụ lục): where each begins, and its title."""

import re
from dataclasses import dataclass

from ttcs_desktop.model.document import Annex
from ttcs_desktop.officialtext.body import read_blocks
from ttcs_desktop.officialtext.inline import InlineReader, without_bold
from ttcs_desktop.officialtext.lines import (
    TextLine,
    bare,
    inner,
    is_bold,
    is_page_break,
    is_rule,
)
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.pieces import read_pieces
from ttcs_desktop.officialtext.tables import is_row
from ttcs_desktop.officialtext.words import key, known

LABEL = "Phụ lục"
LANDSCAPE = "{ngang}"
_LONGEST_HEAD = 60
_LONGEST_TITLE_LINE = 150
_MOST_TITLE_LINES = 6
_HEAD = re.compile(
    r"Phụ\s+lục(?:\s+(?:số\s*)?(?:[IVXLC]+|\d{1,3}|[A-ZĐ]))?\s*[.:]?\s*(?P<turned>\{ngang\})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AnnexLines:
    """The lines of an annex under its head."""

    line: int
    is_landscape: bool
    lines: list[TextLine]


def split_annexes(lines: list[TextLine]) -> tuple[list[TextLine], list[AnnexLines]]:
    """Return the lines of the document itself, and those of each annex."""
    heads = [(index, head) for index, line in enumerate(lines) if (head := annex_head(line.text))]
    if not heads:
        return lines, []
    ends = [index for index, _head in heads[1:]] + [len(lines)]
    annexes = [
        AnnexLines(lines[index].number, bool(head["turned"]), lines[index + 1 : end])
        for (index, head), end in zip(heads, ends, strict=True)
    ]
    return lines[: heads[0][0]], annexes


def annex_head(text: str) -> re.Match[str] | None:
    """Read `Phụ lục`, `Phụ lục II`, `Phụ lục 1 {ngang}`; None for any other line."""
    if len(text) > _LONGEST_HEAD or "hụ" not in text.lower()[:12]:
        return None
    words = bare(inner(text))
    return _HEAD.fullmatch(words) if words[:1] == "P" else None


def read_annex(annex: AnnexLines, reader: InlineReader) -> Annex:
    """Read an annex: its title, and its blocks."""
    title, start = _title(annex.lines)
    pieces = read_pieces(annex.lines[start:], reader.problems)
    line = annex.lines[0].number if title else annex.line
    return Annex(
        without_bold(reader.read(" ".join(title), line)),
        read_blocks(pieces, reader),
        annex.is_landscape,
        annex.line,
    )


def _title(lines: list[TextLine]) -> tuple[list[str], int]:
    """Return the lines of the title, and where the annex itself begins.

    The line that says which document the annex goes with is left out: the format writes it.
    """
    start = _after_blank(lines, 0)
    words: list[str] = []
    end = start
    while end < len(lines) and _is_title_line(lines[end], words):
        words.append(inner(lines[end].text))
        end += 1
    end = _after_reference(lines, end)
    return words, end


def _is_title_line(line: TextLine, above: list[str]) -> bool:
    text = inner(line.text)
    if not text or line.is_plain or len(above) == _MOST_TITLE_LINES:
        return False
    is_structure = is_row(text) or is_page_break(text) or is_rule(text) or _is_reference(text)
    if is_structure or marker(text) is not None or len(text) > _LONGEST_TITLE_LINE:
        return False
    if bare(text).isupper() or is_bold(text):
        return True
    return line.text != text


def _after_reference(lines: list[TextLine], start: int) -> int:
    """Return where the annex goes on after rules and the line of reference."""
    index = _after_blank(lines, start)
    while index < len(lines) and not lines[index].is_plain and is_rule(inner(lines[index].text)):
        index = _after_blank(lines, index + 1)
    if index < len(lines) and _is_reference(inner(lines[index].text)):
        while ")" not in lines[index].text and index + 1 < len(lines) and lines[index + 1].text:
            index += 1
        return _after_reference(lines, index + 1)
    return index


def _is_reference(text: str) -> bool:
    words = key(bare(text)[:80]).lstrip("(")
    return words.startswith(known().annex_references) and text.strip("* ").startswith(("(", "Kèm"))


def _after_blank(lines: list[TextLine], start: int) -> int:
    while start < len(lines) and not lines[start].text:
        start += 1
    return start
