"""What stands at the start of a line and gives it its level (ký hiệu đánh số đầu dòng)."""

import re
from dataclasses import dataclass

from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import Level


@dataclass(frozen=True, slots=True)
class Marker:
    """A level, its number as written without punctuation, and the words after it."""

    level: Level
    ordinal: str
    rest: str


_CAPITAL = '[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ“"(*]'
"""A capital, or what may stand before one; some small letters slip in, which does no harm."""
_WORD_NUMBER = (
    r"(?:thứ\s+)?(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm))?)"
)
_DIVISION = re.compile(
    r"\*{0,3}(?P<word>phần|chương|mục|tiểu\s+mục)\s+"
    rf"(?P<ordinal>[IVXLC]+|\d{{1,3}}|[A-ZĐ]|{_WORD_NUMBER})"
    r"(?:\*{0,3}$|(?:[.:]|\s*[-–](?=\s)|\*{2,3}[.:])(?P<rest>.*)$|\s+(?P<title>.+)$)",
    re.IGNORECASE,
)
_DIVISION_LEVELS = {
    "phần": Level.PART,
    "chương": Level.CHAPTER,
    "mục": Level.SECTION,
    "tiểu mục": Level.SUBSECTION,
}
_ARTICLE = re.compile(
    r"\*{0,3}(?:Điều|ĐIỀU)\s+(?P<ordinal>\d{1,4}[a-zđ]?)(?:\*{0,3}$|[.:](?P<rest>.*)$)"
)
_ROMAN = re.compile(
    r"\*{0,3}(?P<ordinal>X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
    r"(?:(?P<dot>\.)\s+|\s?[-–/)]\s+|\.-\s*|[.\-–](?=[A-ZĐÀ-Ỹ*]))(?P<rest>\S.*)$"
)
_INITIAL = re.compile(r"[A-ZĐ]\.")
_CLAUSE = re.compile(
    r"\*{0,3}(?P<ordinal>\d{1,3})"
    rf"(?:[.\-–/)]\s+|\.[-/]\s*|[.\-–](?={_CAPITAL})(?!\w{{1,8}}[-/]))(?P<rest>\S.*)$"
)
_SUBCLAUSE = re.compile(
    r"\*{0,3}(?P<ordinal>\d{1,2}(?:\.\d{1,2}){1,4})"
    rf"(?:[.)\-–/]\s+|\.[-/]\s*|[.\-–](?={_CAPITAL})|\s+(?={_CAPITAL}))(?P<rest>\S.*)$"
)
_POINT = re.compile(
    rf"\*{{0,3}}(?P<ordinal>[a-zđ])(?:\)\s*|[./\-–]\s+(?={_CAPITAL}))(?P<rest>\S.*)$"
)
_BULLETS = "•●▪■◦·∙\uf0b7\uf0a7\uf0d8\uf02d"
_DASHES = "-–—" + _BULLETS
_DASH = re.compile(rf"\*{{0,3}}(?:[-–—]\s+|[-–—](?={_CAPITAL})|[{_BULLETS}]\s*)(?P<rest>\S.*)$")
_PLUS = re.compile(rf"\*{{0,3}}\+(?:\s+|(?={_CAPITAL}))(?P<rest>\S.*)$")
_DIVISION_STARTS = "PpCcMmTt"
_ROMAN_STARTS = "IVX"


@remembered
def marker(text: str) -> Marker | None:
    """Read the mark a line starts with; None when it is running text."""
    first = text.lstrip("*")[:1]
    if not first:
        return None
    if first in _DASHES:
        found = _DASH.match(text)
        return _with_opening(text, Marker(Level.DASH, "", found["rest"])) if found else None
    if first == "+":
        found = _PLUS.match(text)
        return _with_opening(text, Marker(Level.PLUS, "", found["rest"])) if found else None
    if first.isdigit():
        return _numbered(text)
    if first in _ROMAN_STARTS and (roman := _roman(text)):
        return roman
    if first == "Đ" and (article := _ARTICLE.match(text)):
        return _with_opening(text, Marker(Level.ARTICLE, article["ordinal"], article["rest"] or ""))
    if first in _DIVISION_STARTS and (division := _division(text)):
        return division
    return _point(text)


def is_initial(text: str) -> bool:
    """Tell whether words begin with an initial, which makes no number of the one before it."""
    return _INITIAL.match(text) is not None


def _numbered(text: str) -> Marker | None:
    if found := _SUBCLAUSE.match(text):
        depth = found["ordinal"].count(".")
        level = Level.SUBCLAUSE if depth == 1 else Level.SUBSUBCLAUSE
    elif found := _CLAUSE.match(text):
        level = Level.CLAUSE
    else:
        return None
    return _with_opening(text, Marker(level, found["ordinal"], found["rest"]))


def _roman(text: str) -> Marker | None:
    """Read a Roman number; not an initial, as in V. I. Lê-nin."""
    found = _ROMAN.match(text)
    if found is None or (found["dot"] and is_initial(found["rest"])):
        return None
    return _with_opening(text, Marker(Level.ROMAN, found["ordinal"], found["rest"]))


def _point(text: str) -> Marker | None:
    found = _POINT.match(text)
    if found is None or found["ordinal"] not in POINT_LETTERS:
        return None
    return _with_opening(text, Marker(Level.POINT, found["ordinal"], found["rest"]))


def _division(text: str) -> Marker | None:
    """Read Phần, Chương, Mục, Tiểu mục with number and name; running text goes on after it."""
    found = _DIVISION.match(text)
    if found is None or not found["word"][0].isupper():
        return None
    title = found["title"] or ""
    if title and not title.strip("*").isupper():
        return None
    level = _DIVISION_LEVELS[" ".join(found["word"].lower().split())]
    ordinal = " ".join(found["ordinal"].split())
    return _with_opening(text, Marker(level, ordinal, found["rest"] or title))


def _with_opening(text: str, found: Marker) -> Marker:
    """Give the words back the asterisks that opened before their number: `**1. Title**`."""
    opening = text[: len(text) - len(text.lstrip("*"))]
    rest = found.rest.strip()
    if opening:
        rest = rest[len(opening) :].lstrip() if rest.startswith(opening) else opening + rest
        rest = rest if rest.strip("* ") else ""
    return Marker(found.level, found.ordinal, rest)
