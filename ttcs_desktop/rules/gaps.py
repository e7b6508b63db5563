"""What changes from one document to the next, to become the gaps of a template (chỗ trống)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.model.gap import Gap, GapKind
from ttcs_desktop.officialtext.typed_citations import typed_citations
from ttcs_desktop.rules.spans import FIXED, YEAR, free_spans

_PLACED = (GapKind.SECTION, GapKind.ENDING)
"""What is a gap only where it stands, however often its words are said."""
_PERIOD = re.compile(
    rf"(?:tuần\s+(?:thứ\s+)?\d{{1,2}}|tháng\s+\d{{1,2}}|quý\s+(?:iv|i{{1,3}}|[1-4])|"
    rf"(?:6|9)\s+tháng(?:\s+(?:đầu|cuối))?)(?:\s*/\s*|\s+(?:năm\s+)?){YEAR}",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{YEAR}"
    rf"|(?:ngày\s+)?\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{YEAR}"
)
_MONEY = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+\s+đồng\b")
_AFTER_YEAR = re.compile(rf"(?<=\bnăm )({YEAR})", re.IGNORECASE)
_MARK = re.compile(
    rf"{FIXED}|(?:Điều|Khoản|khoản|Mục|mục|Phụ lục|Mẫu|Phần|Chương)\s+(?:số\s+)?[\dIVX.]+",
    re.MULTILINE,
)
"""What a template keeps as it is."""
_NUMBERING = re.compile(r"^\s*(?:[IVX]+[.-]|\d+(?:\.\d+)*[.)-]|[a-zđ]\)|[-+])\s+")
_WORDS_AROUND = 4
_Found = tuple[int, int, GapKind]


def gaps(
    text: str, names: Mapping[str, GapKind], sections: Mapping[tuple[int, int], str]
) -> tuple[Gap, ...]:
    """Return what may change in a text, in the order in which it is first said.

    `names` are words that are known to change: the unit's name, the signer's. `sections` are the
    headings by where the words under them stand. An instrument that is cited keeps its number and
    date.
    """
    under = [Gap(GapKind.SECTION, text[slice(*span)], sections[span], span[0]) for span in sections]
    found: dict[tuple[GapKind, str], Gap] = {}
    for start, end, kind in _free(text, names):
        words = text[start:end]
        known = found.get((kind, words)) or Gap(kind, words, around(text, start, end), start, 0)
        found[kind, words] = replace(known, count=known.count + 1)
    return tuple(sorted((*under, *found.values()), key=lambda gap: gap.start))


def places(text: str, wanted: Iterable[Gap]) -> tuple[tuple[int, int, Gap], ...]:
    """Return where the gaps wanted stand in a text, in order; none stands within another."""
    gaps_wanted = tuple(wanted)
    by_words = {gap.words: gap for gap in gaps_wanted if gap.kind not in _PLACED}
    names = {words: gap.kind for words, gap in by_words.items()}
    under = [
        (gap.start, gap.start + len(gap.words), gap) for gap in gaps_wanted if gap.kind in _PLACED
    ]
    said = [
        (start, end, by_words[words])
        for start, end, kind in _free(text, names, [(start, end) for start, end, _gap in under])
        if names.get(words := text[start:end]) is kind
    ]
    return tuple(sorted((*under, *said), key=lambda place: place[0]))


def _free(
    text: str, names: Mapping[str, GapKind], taken: Iterable[tuple[int, int]] = ()
) -> list[_Found]:
    """Return what may change outside of what is taken, each free of the others, in order."""
    held = [*taken, *(found.span() for found in _MARK.finditer(text))]
    held += [(typed.start, typed.end) for typed in typed_citations(text)]
    return sorted(free_spans((*_named(text, names), *_dated(text)), held))


def _named(text: str, names: Mapping[str, GapKind]) -> Iterator[_Found]:
    for name in sorted(names, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name else ():
            yield found.start(), found.end(), names[name]


def _dated(text: str) -> Iterator[_Found]:
    for pattern, kind in (
        (_DATE, GapKind.DATE),
        (_MONEY, GapKind.MONEY),
        (_PERIOD, GapKind.PERIOD),
        (_AFTER_YEAR, GapKind.YEAR),
    ):
        for found in pattern.finditer(text):
            if kind is not GapKind.DATE or parse_date(found[0]):
                yield found.start(), found.end(), kind


def around(text: str, start: int, end: int) -> str:
    """Return the words before a place in its line, else those after it, with … for the place."""
    before = _plain(text[text.rfind("\n", 0, start) + 1 : start]).split()
    if len(before) > 1:
        return " ".join([*before[-_WORDS_AROUND:], "…"])
    line_end = text.find("\n", end)
    after = _plain(text[end : line_end if line_end >= 0 else len(text)]).split()
    return " ".join([*before, "…", *after[:_WORDS_AROUND]])


def _plain(text: str) -> str:
    """Return words without their dress and the number of their line."""
    return _NUMBERING.sub("", re.sub(r"[*|]+", " ", text))
