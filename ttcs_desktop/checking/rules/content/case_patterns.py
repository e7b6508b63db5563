"""Words whose case follows a pattern, from resources/checking/capitals.toml (mẫu viết hoa)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ttcs_desktop.checking.word_lists import word_lists
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.remembering import Finder
from ttcs_desktop.language.tones import fold

Found = tuple[re.Match[str], str, str]
"""A match, how it should be written, and the clause."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A name that is written in one way only; `is_free` leaves its first letter open."""

    text: str
    clause: str
    is_sure: bool
    is_free: bool


@cache
def fixed() -> tuple[Finder, dict[str, Fixed]]:
    """Return a pattern for all fixed names, the longest first, and the names by small letters."""
    listed = {
        fold(name).casefold(): Fixed(
            name, group["clause"], group.get("sure", False), group.get("free_start", False)
        )
        for group in word_lists("capitals")["fixed"]
        for name in group["names"]
    }
    longest_first = sorted(listed, key=len, reverse=True)
    found = "|".join(map(re.escape, longest_first))
    return Finder(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE), listed


def cited(text: str, start: int) -> Iterator[Found]:
    """Yield cited parts of a text: "điều 5" is Điều 5, "Khoản 2" inside a sentence is khoản 2."""
    pattern, clause = _cited()
    for match in pattern.finditer(text):
        word = match["word"]
        if word[0].isupper():
            before = text[: match.start()].rstrip()
            is_opening = match.start() <= start or not before or before[-1] in ".?!:;(“"
            asked = word if is_opening else word.lower()
        else:
            asked = upper_first(word)
        yield match, asked + match[0][len(word) :], clause


def numbered(text: str) -> Iterator[Found]:
    """Yield types of documents and districts with a number after them: Nghị quyết số, Quận 1."""
    for pattern, clause in _numbered():
        for match in pattern.finditer(text):
            yield match, upper_first(match[0]), clause


def joining(text: str) -> Iterator[Found]:
    """Yield joining words in capitals inside a name: Bộ Tài Nguyên Và Môi Trường."""
    pattern, clause = _joining()
    for match in pattern.finditer(text):
        yield match, match[0].lower(), clause


def lunar(text: str) -> Iterator[Found]:
    """Yield years of the moon (năm âm lịch): Kỷ Tỵ."""
    pattern, clause = _lunar()
    for match in pattern.finditer(text):
        yield match, " ".join(map(upper_first, match[0].split(" "))), clause


def weekdays(text: str) -> Iterator[Found]:
    """Yield days of the week before a date: thứ Hai, ngày …."""
    pattern, clause = _weekdays()
    for match in pattern.finditer(text):
        lead, name = match["lead"], match["name"]
        is_opening = not text[: match.start()].strip()
        yield match, f"{lead if is_opening else lead.lower()} {upper_first(name.lower())}", clause


def hyphenated(text: str) -> Iterator[Found]:
    """Yield transcribed names with capitals after a hyphen: Lê-Nin."""
    pattern, listed, clause = _hyphenated()
    for match in pattern.finditer(text):
        if not match[0].isupper():
            yield match, listed[match[0].casefold()], clause


@cache
def _cited() -> tuple[Finder, str]:
    data = _data("cited")
    upper, lower = "|".join(data["upper"]), "|".join(data["lower"])
    pattern = (
        rf"(?<![\w-])(?P<word>(?:{upper})(?= (?:\d+|[IVXLC]+)(?![\w%/]))"
        rf"|(?:{lower})(?= (?:\d+|[a-zđ])(?!\w)))"
    )
    return Finder(pattern), data["clause"]


@cache
def _numbered() -> tuple[tuple[Finder, str], ...]:
    types, places = _data("numbered"), _data("numbered_places")
    names = "|".join(types["types"])
    words = "|".join(places["words"])
    return (
        (Finder(rf"(?<![\w])(?:{names})(?= số:? ?\d+[\w]*[-/])"), types["clause"]),
        (Finder(rf"(?<![\w])(?:{words})(?= \d+(?!\w))"), places["clause"]),
    )


@cache
def _joining() -> tuple[Finder, str]:
    data = _data("joining")
    words = "|".join(data["words"])
    capital = r"[^\W\d_a-zà-ỹđ]\w+"
    return Finder(rf"(?<=\w )(?<![.:!?] )(?:{words})(?= (?={capital})[^\W\d_]\w+)"), data["clause"]


@cache
def _lunar() -> tuple[Finder, str]:
    data = _data("lunar")
    stems, branches = "|".join(data["stems"]), "|".join(data["branches"])
    return Finder(rf"(?<=năm )(?:{stems}) (?:{branches})(?!\w)", re.IGNORECASE), data["clause"]


@cache
def _weekdays() -> tuple[Finder, str]:
    data = _data("weekdays")
    words = "|".join(data["words"])
    pattern = (
        rf"(?<!\w)(?P<lead>[Tt]hứ) (?P<name>(?i:{words}))"
        r"(?=,? \(?(?:ngày )?\d|,? (?:hằng|hàng) tuần)"
    )
    return Finder(pattern), data["clause"]


@cache
def _hyphenated() -> tuple[Finder, dict[str, str], str]:
    data = _data("hyphenated")
    listed = {name.casefold(): name for name in data["names"]}
    names = "|".join(map(re.escape, data["names"]))
    return Finder(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE), listed, data["clause"]


def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = word_lists("capitals")[name]
    return found
