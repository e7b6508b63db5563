"""What grows old in the words of a document: days, years, figures, names of bodies (dữ kiện cũ)."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.tones import fold
from ttcs_desktop.officialtext.typed_citations import typed_citations
from ttcs_desktop.rules.signs import SIGN, review

_YEAR = r"(?:19|20)\d{2}"
_DATED = re.compile(
    rf"(?:ngày\s+)?\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?(?P<figures>{_YEAR})(?!\d)"
    rf"|(?:ngày\s+)?\d{{1,2}}\s+tháng\s+\d{{1,2}}[\s,]+năm\s+(?P<words>{_YEAR})",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"(?:tuần\s+(?:thứ\s+)?\d{{1,2}}|tháng\s+\d{{1,2}}|quý\s+(?:iv|i{{1,3}}|[1-4])|"
    rf"(?:6|sáu|9|chín)\s+tháng(?:\s+(?:đầu|cuối))?)"
    rf"(?:\s*/\s*|\s*-\s*|\s+(?:năm\s+)?)(?P<year>{_YEAR})"
    rf"|giai\s+đoạn\s+{_YEAR}\s*[-–]\s*(?P<last>{_YEAR})"
    rf"|năm\s+(?:học\s+)?(?P<only>{_YEAR})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w/.,^-])\d+(?:[.,]\d+)*(?:\s?%)?(?![\w/])(?!\.\d)")
_KEPT = re.compile(
    rf"{SIGN.pattern}|\[\[[^\]]*\]\]|\[\^\w+\]:?|^\s*\|?\s*(?:\d+(?:\.\d+)*[.)-]|[a-zđ]\))(?=\s)"
    rf"|^\s*\|\s*\d+(?=\s*\|)|^[|:\s-]+$|(?:Điều|khoản|mục|Mục|Phụ lục|Mẫu)\s+(?:số\s+)?[\dIVX.]+"
    rf"|24/24|24/7",
    re.MULTILINE,
)
"""Signs, citations, notes, list marks, numbers of rows and clauses: none of them grows old."""
_Span = tuple[int, int, str]


@dataclass(frozen=True)
class Stale:
    """What is old in words that are taken over into a document of a year.

    Attributes:
        year: the first year that is not old.
        names: names of bodies that have ended, with what is known of who follows.
        instruments: symbols that the registry knows: whether they still hold is told elsewhere.
        has_figures: the words are of a report, whose numbers are all of another period.
    """

    year: int
    names: Mapping[str, str] = field(default_factory=dict)
    instruments: Collection[str] = ()
    has_figures: bool = False

    def marked(self, text: str) -> str:
        """Return text with a sign round everything old in it."""
        text = nfc(text)
        for start, end, words in sorted(self._found(text), reverse=True):
            text = f"{text[:start]}{review(words)}{text[end:]}"
        return text

    def _found(self, text: str) -> list[_Span]:
        """Return the old parts, none within another or within what is kept."""
        taken = [(found.start(), found.end()) for found in _KEPT.finditer(text)]
        spans: list[_Span] = []
        for one in self._candidates(text):
            if all(one[1] <= start or end <= one[0] for start, end in taken):
                taken.append(one[:2])
                if one[2]:
                    spans.append(one)
        return spans

    def _candidates(self, text: str) -> Iterator[_Span]:
        """Yield what may be old, the weightiest first; with "" for words what is only kept."""
        yield from self._citations(text)
        yield from self._bodies(text)
        for pattern in (_DATED, _PERIOD):
            for found in pattern.finditer(text):
                year = max(int(one) for one in found.groups() if one)
                yield found.start(), found.end(), found[0] if year < self.year else ""
        if self.has_figures:
            for found in _NUMBER.finditer(text):
                yield found.start(), found.end(), found[0]

    def _citations(self, text: str) -> Iterator[_Span]:
        for typed in typed_citations(text):
            year = typed.date.year if typed.date else typed.year
            is_old = typed.symbol not in self.instruments and 0 < year < self.year
            yield typed.start, typed.end, typed.text if is_old else ""

    def _bodies(self, text: str) -> Iterator[_Span]:
        folded = fold(text)
        for name in sorted(self.names, key=len, reverse=True):
            start = folded.find(name)
            while start >= 0:
                end = start + len(name)
                if not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()):
                    said, heir = text[start:end], self.names[name]
                    yield start, end, f"{said}, nay là {heir}" if heir else said
                start = folded.find(name, end)
