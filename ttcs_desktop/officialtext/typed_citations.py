"""Instruments named in running text as clerks type them (lời viện dẫn gõ tay).

Both regimes' symbols are read, whatever the grammar around them: `Chỉ thị số 07-CT/TW, ngày
05/9/2016 của Ban Bí thư`, `Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024`, `Kế hoạch số
-KH/ĐU` whose number was left blank, and the bare `Chỉ thị 07` of a later mention.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.officialtext.words import known

_LEGAL_TYPES = (
    "nghị định", "thông tư liên tịch", "thông tư", "luật", "bộ luật", "pháp lệnh", "lệnh",
    "chương trình phối hợp",
)  # fmt: skip
"""Types that a clerk of the two regimes cites but never drafts."""
_WORD = r"[A-ZĐ](?:[A-Za-zĐđ0-9.]*[A-Za-zĐđ0-9])?"
_BODY = rf"{_WORD}(?:[-&]{_WORD})*"
_PARTY = rf"-(?:[A-ZĐ][A-Za-zĐđ]{{0,5}})/{_BODY}(?:/nb)?"
_STATE = rf"/(?:\d{{4}}/)?{_BODY}"
_DATE = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}[\s,]+năm\s+\d{4}"
_ROOM = 80
"""Characters at most that clerks leave blank for a number."""
_DATED = rf"(?:[\s,(]{{1,3}}ngày\s+(?P<date>{_DATE})\)?|[\s,(]{{1,3}}năm\s+(?P<year>\d{{4}})\)?)?"
_AFTER_ISSUER = (
    r"\s+(?:về|quy định|ban hành|phê duyệt|hướng dẫn|khoá|khóa|gồm)\b|\s*[,;:.“\"(\n]|\s*$"
)
_ISSUED = rf"(?:\s+của\s+(?P<issuer>[^“”\"‘’;:.\n\[\]]{{2,120}}?)(?={_AFTER_ISSUER}))?"
_NOT_A_NUMBER = r"(?!\s*(?:năm|tháng|ngày|giờ|phút|%|người|lần|điểm|triệu|tỷ|đồng)\b|[\d/.,-]*\d)"


@dataclass(frozen=True, slots=True)
class TypedCitation:
    """One mention of an instrument in a text.

    Attributes:
        start, end: where it stands in the text.
        text: its words.
        type_name: type of document in lower case, "" when none is named.
        serial: number as typed, "" when it was left blank.
        symbol: number and symbol, "" for a bare mention such as "Chỉ thị 07".
        line: line of the text, from 1.
    """

    start: int
    end: int
    text: str
    type_name: str
    serial: str
    symbol: str
    line: int
    date: datetime.date | None = None
    year: int = 0
    issuer: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether the number was left blank: `Kế hoạch số -KH/ĐU`."""
        return not self.serial


def typed_citations(text: str) -> tuple[TypedCitation, ...]:
    """Return the instruments that a text names by number and symbol, in order."""
    found = []
    for match in _pattern().finditer(text):
        serial = match["serial"] or match["bare"] or ""
        symbol = match["symbol"] or match["blank"] or ""
        if symbol and not (match["type"] or match["word"] or match["blank"] or _is_sure(symbol)):
            continue
        day = parse_date(match["date"]) if match["date"] else None
        found.append(
            TypedCitation(
                match.start(),
                match.end(),
                match[0],
                " ".join((match["type"] or match["bare_type"] or "").lower().split()),
                serial,
                f"{serial}{symbol}" if symbol else "",
                text.count("\n", 0, match.start()) + 1,
                day,
                int(match["year"] or 0),
                " ".join((match["issuer"] or "").split()),
            )
        )
    return tuple(found)


def _is_sure(symbol: str) -> bool:
    """Tell whether a symbol is one without any word before it; `12/KM` is not."""
    return "-" in symbol or symbol[1:5].isdigit()


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted({*known().types.values(), *_LEGAL_TYPES}, key=len, reverse=True)
    types = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    capital = "|".join(
        re.escape(name[0].upper() + name[1:]).replace(r"\ ", r"\s+") for name in names
    )
    numbered = rf"(?<![\w/.-])(?P<serial>\d{{1,5}}[a-zđ]?)(?P<symbol>{_PARTY}|{_STATE})"
    blank = rf"số\s?:?[\s._…]{{0,{_ROOM}}}(?P<blank>{_PARTY}|{_STATE})"
    return re.compile(
        rf"(?:(?<!\w)(?P<type>(?i:{types}))\s+)?(?:(?P<word>(?i:số)\s?:?\s{{0,3}})?{numbered}|{blank})"
        rf"(?![\w/]){_DATED}{_ISSUED}"
        rf"|(?<!\w)(?P<bare_type>{capital})\s+(?:số\s+)?(?P<bare>\d{{2,5}}[a-zđ]?)(?![\w/-]){_NOT_A_NUMBER}"
    )
