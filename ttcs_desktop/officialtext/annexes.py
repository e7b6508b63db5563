"""Annexes (phụ lục): where each begins, and its title."""

import re
from dataclasses import dataclass

from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import Annex
from ttcs_desktop.officialtext.body import read_blocks
from ttcs_desktop.officialtext.inline import InlineReader, without_bold
from ttcs_desktop.officialtext.lines import TextLine, bare, inner, is_rule
from ttcs_desktop.officialtext.pieces import read_pieces
from ttcs_desktop.officialtext.titles import bold_title, is_titled_in_bold, title_lines
from ttcs_desktop.officialtext.words import key, known

LABEL = "Phụ lục"
LANDSCAPE = "{ngang}"
_LONGEST_HEAD = 60
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


@remembered
def annex_head(text: str) -> re.Match[str] | None:
    """Read `Phụ lục`, `Phụ lục II`, `Phụ lục 1 {ngang}`; None for any other line."""
    if len(text) > _LONGEST_HEAD or "hụ" not in text.lower()[:12]:
        return None
    words = bare(inner(text))
    return _HEAD.fullmatch(words) if words[:1] == "P" else None


def read_annex(annex: AnnexLines, reader: InlineReader) -> Annex:
    """Read an annex: its title, and its blocks.

    The line that says which document the annex goes with is left out: the format writes it.
    """
    lines = annex.lines
    start = _after_reference(lines, 0)
    title, end = _title(lines, start) if start < len(lines) else ("", start)
    line = lines[start].number if title else annex.line
    pieces = read_pieces(lines[_after_reference(lines, end) :], reader.problems)
    content = without_bold(reader.read(title, line))
    return Annex(content, read_blocks(pieces, reader), annex.is_landscape, annex.line)


def is_annex_reference(text: str) -> bool:
    """Tell whether a line says which document an annex goes with: `(Kèm theo …)`."""
    words = bare(text)
    return key(words[:80]).lstrip("(").startswith(known().annex_references)


def _title(lines: list[TextLine], start: int) -> tuple[str, int]:
    if is_titled_in_bold(lines[start]):
        return bold_title(lines, start)
    return title_lines(lines, start, _is_title)


def _is_title(line: TextLine, _above: list[str]) -> bool:
    """Tell whether a line that is not bold belongs to the title: in capitals, or centred."""
    text = inner(line.text)
    is_reference = is_annex_reference(text)
    return bool(text) and not is_reference and (bare(text).isupper() or line.text != text)


def _after_reference(lines: list[TextLine], start: int) -> int:
    """Return where the annex goes on after rules and the lines of reference."""
    index = _after_blank(lines, start)
    while index < len(lines) and not lines[index].is_plain:
        text = inner(lines[index].text)
        if is_annex_reference(text):
            while ")" not in lines[index].text and _has_more(lines, index):
                index += 1
        elif not is_rule(text):
            break
        index = _after_blank(lines, index + 1)
    return index


def _has_more(lines: list[TextLine], index: int) -> bool:
    """Tell whether the paragraph of a line goes on with the next one."""
    return index + 1 < len(lines) and bool(lines[index + 1].text)


def _after_blank(lines: list[TextLine], start: int) -> int:
    while start < len(lines) and not lines[start].text:
        start += 1
    return start
