"""What grows old in the words of a document: days, years, figures, names of bodies (dữ kiện cũ)."""

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.tones import fold
from ttcs_desktop.officialtext.typed_citations import typed_citations
from ttcs_desktop.rules.periods import period_in
from ttcs_desktop.rules.signs import review
from ttcs_desktop.rules.spans import FIXED, YEAR, free_spans

_DATED = re.compile(
    rf"(?:ngày\s+)?\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{YEAR}"
    rf"|(?:ngày\s+)?\d{{1,2}}\s+tháng\s+\d{{1,2}}[\s,]+năm\s+{YEAR}",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"(?:tuần\s+(?:thứ\s+)?\d{{1,2}}|tháng\s+\d{{1,2}}|quý\s+(?:iv|i{{1,3}}|[1-4])|"
    rf"(?:6|sáu|9|chín)\s+tháng(?:\s+(?:đầu|cuối))?)"
    rf"(?:\s*/\s*|\s*-\s*|\s+(?:năm\s+)?){YEAR}"
    rf"|giai\s+đoạn\s+{YEAR}\s*[-–]\s*{YEAR}"
    rf"|năm\s+(?:học\s+)?{YEAR}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w/.,^-])\d+(?:[.,]\d+)*(?:\s?%)?(?![\w/])(?!\.\d)")
_KEPT = re.compile(
    rf"{FIXED}|(?:Điều|khoản|mục|Mục|Phụ lục|Mẫu)\s+(?:số\s+)?[\dIVX.]+|24/24|24/7",
    re.MULTILINE,
)
"""Signs, citations, notes, list marks, numbers of rows and clauses: none of them grows old."""
_Span = tuple[int, int, str]


@dataclass(frozen=True)
class Stale:
    """What is old in words that are taken over into a later document.

    Attributes:
        start: the first day that is not old: that of the new period, or of the new year. Letters
            and plans that a text cites hold for their year.
        names: names of bodies that have ended, with what is known of who follows.
        instruments: symbols that the registry knows: whether they still hold is told elsewhere.
        has_figures: the words are of a report, whose numbers are all of another period.
    """

    start: datetime.date
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
        kept = (found.span() for found in _KEPT.finditer(text))
        return [one for one in free_spans(self._candidates(text), kept) if one[2]]

    def _candidates(self, text: str) -> Iterator[_Span]:
        """Yield what may be old, the weightiest first; with "" for words what is only kept."""
        yield from self._citations(text)
        yield from self._bodies(text)
        for found in _DATED.finditer(text):
            day = parse_date(found[0])
            yield found.start(), found.end(), found[0] if day and day < self.start else ""
        for found in _PERIOD.finditer(text):
            yield found.start(), found.end(), found[0] if self._is_over(found[0]) else ""
        if self.has_figures:
            for found in _NUMBER.finditer(text):
                yield found.start(), found.end(), found[0]

    def _is_over(self, named: str) -> bool:
        period = period_in(named)
        years = [int(year) for year in re.findall(YEAR, named)]
        return period.end < self.start if period else max(years) < self.start.year

    def _citations(self, text: str) -> Iterator[_Span]:
        for typed in typed_citations(text):
            year = typed.date.year if typed.date else typed.year
            is_old = typed.symbol not in self.instruments and 0 < year < self.start.year
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
