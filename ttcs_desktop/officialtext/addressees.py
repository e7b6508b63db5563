"""Whom a text addresses (Kính gửi, Kính trình): names on the label's line or under it."""

import re

from ttcs_desktop.model.document import Addressees, Direction, Level
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.lines import TextLine, bare, starts_small, without_end
from ttcs_desktop.officialtext.markers import marker

_LABEL = re.compile(
    r"\*{0,3}(?P<label>Kính\s+(?:gửi|trình))\s*\*{0,3}\s*(?::|$)\*{0,3}(?P<names>.*)",
    re.IGNORECASE,
)
_DIRECTIONS = {"gửi": Direction.ADDRESSED, "trình": Direction.SUBMITTED}


def is_addressing(text: str) -> bool:
    """Tell whether a line says whom the text addresses: `Kính gửi:`."""
    return _LABEL.match(text) is not None


def read_addressees(
    lines: list[TextLine], start: int, reader: InlineReader
) -> tuple[Addressees | None, int]:
    """Return the addressees that a line begins to name, and the index of the line after them."""
    line = lines[start]
    found = None if line.is_plain else _LABEL.fullmatch(line.text)
    if found is None:
        return None, start
    first = found["names"].strip()
    typed = [first] if bare(first) else []
    position = _take_names(lines, start + 1, typed)
    names = (without_end(reader.plain(name)) for name in typed)
    direction = _DIRECTIONS[found["label"].split()[1].lower()]
    return Addressees(direction, tuple(name for name in names if name), line.number), position


def _take_names(lines: list[TextLine], start: int, names: list[str]) -> int:
    """Add the names on lines of their own, with or without dashes; return where they end."""
    position = start
    while not names and position < len(lines) and not lines[position].text:
        position += 1
    while position < len(lines) and _take_name(lines[position], names):
        position += 1
    return position


def _take_name(line: TextLine, names: list[str]) -> bool:
    found = None if line.is_plain else marker(line.text)
    if found and found.level is Level.DASH:
        names.append(found.rest)
    elif not line.text or found or line.text.endswith(":"):
        return False
    elif names and starts_small(line.text) and not names[-1].endswith((";", ".")):
        names[-1] += f" {line.text}"
    elif not names or names[-1].endswith((";", ",")):
        names.append(line.text)
    else:
        return False
    return True
