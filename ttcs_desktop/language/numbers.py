"""Numbers in figures and in words (số và đọc số).

Words follow the official, northern reading: linh, nghìn, tư, mốt, lăm, tỷ.
"""

import re
from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {5: "lăm"}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS = (("triệu", 10**6), ("nghìn", 10**3), ("", 1))
_BILLION = 10**9
_NUMBER = re.compile(
    r"(?P<sign>[-−]?)(?:(?P<grouped>\d{1,3}(?:[. \u00a0]\d{3}){1,9})|(?P<whole>\d{1,30}))"
    r"(?:,(?P<decimals>\d{1,15})|(?<!\d\.\d{3})\.(?P<point>\d{1,15}))?",
    re.ASCII,
)


def grouped(number: int | float | Decimal) -> str:
    """Return a number as documents print it: 1.250.000 and 12,5."""
    is_whole = isinstance(number, int)
    plain = format(number, ",d") if is_whole else format(Decimal(str(number)), ",f")
    return plain.translate(str.maketrans(",.", ".,"))


def in_words(number: int) -> str:
    """Return a whole number in words (đọc số): 1001 gives "một nghìn không trăm linh một"."""
    if number < 0:
        return f"âm {in_words(-number)}"
    if number == 0:
        return _DIGITS[0]
    if number < _BILLION:
        return _below_a_billion(number, is_inside=False)
    billions, rest = divmod(number, _BILLION)
    head = f"{in_words(billions)} tỷ"
    return f"{head} {_below_a_billion(rest, is_inside=True)}" if rest else head


def money_in_words(amount: int) -> str:
    """Return an amount in đồng in words: "một trăm hai mươi lăm triệu đồng"."""
    return f"{in_words(amount)} đồng"


def _below_a_billion(number: int, *, is_inside: bool) -> str:
    """Read millions, thousands and units; inside a longer number each group has its hundreds."""
    words: list[str] = []
    for name, size in _GROUPS:
        group, number = divmod(number, size)
        if group:
            words += _group(group, has_hundreds=is_inside or bool(words) or group >= 100)
            words += [name] if name else []
    return " ".join(words)


def _group(number: int, *, has_hundreds: bool) -> list[str]:
    """Read three digits: 105 is một trăm linh năm, 21 hai mươi mốt."""
    hundreds, below = divmod(number, 100)
    tens, units = divmod(below, 10)
    words = [_DIGITS[hundreds], "trăm"] if has_hundreds else []
    if tens == 0:
        linking = ["linh"] if has_hundreds else []
        return words + ([*linking, _DIGITS[units]] if units else [])
    if tens == 1:
        names, words = _AFTER_TEN, [*words, "mười"]
    else:
        names, words = _AFTER_TENS, [*words, _DIGITS[tens], "mươi"]
    return words + ([names.get(units, _DIGITS[units])] if units else [])


def parse_number(text: str) -> int | float | None:
    """Read a number as clerks type it: 1.250.000, 12,5, 1 250; None when the text is no number."""
    typed = _NUMBER.fullmatch(text.strip())
    if typed is None:
        return None
    whole = re.sub(r"[. \u00a0]", "", typed["grouped"]) if typed["grouped"] else typed["whole"]
    decimals = typed["decimals"] or typed["point"]
    sign = typed["sign"].replace("−", "-")
    return float(f"{sign}{whole}.{decimals}") if decimals else int(f"{sign}{whole}")
