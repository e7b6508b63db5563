"""Dates, numbers and numbering as a template may print them (ngày, số, số thứ tự).

A field left empty passes through every filter: its mark is printed, or nothing is.
"""

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import wraps

from markupsafe import Markup

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date, spoken_date
from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.language.numbers import grouped, in_words, money_in_words
from ttcs_desktop.model.document import Level
from ttcs_desktop.rules.periods import after, name_of, period_in
from ttcs_desktop.templating.printing import Number, RefusedError, running, words
from ttcs_desktop.templating.values import EMPTY, Missing

_LAST_PADDED = 10
_BLOCK, _HALF_BLOCK = "█", "▌"
_HALVES = 20
"""Half blocks of a whole bar."""
_LONGEST_BAR = 30
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def of_value(filter_: Callable[..., object]) -> Callable[..., object]:
    """Let what is missing or empty pass, so that a filter sees only real values."""

    @wraps(filter_)
    def passing(value: object, *arguments: object) -> object:
        return value if isinstance(value, Missing) or value == EMPTY else filter_(value, *arguments)

    return passing


def _date(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    raise RefusedError(_("Bộ lọc này cần một ngày."), _("Dùng với ô kiểu date."))


def to_number(value: object) -> Number:
    """Return a number.

    Raises:
        RefusedError: the value is none.
    """
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return value
    raise RefusedError(_("Bộ lọc này cần một số."), _("Dùng với ô kiểu number hoặc money."))


def whole(value: object) -> int:
    """Return a whole number.

    Raises:
        RefusedError: the value is none.
    """
    number = to_number(value)
    if number != int(number):
        raise RefusedError(_("Bộ lọc này cần một số nguyên."))
    return int(number)


@of_value
def in_figures(value: object) -> str:
    """05/9/2016"""
    return short_date(_date(value))


@of_value
def spoken(value: object) -> str:
    """Ngày 05 tháng 9 năm 2016, as the middle of a sentence."""
    return spoken_date(_date(value))


@of_value
def dated(value: object) -> str:
    """Return a date as running text of the format writes it (ngày trong câu)."""
    day = _date(value)
    is_short = running.get().surroundings.has_short_dates
    return f"ngày {short_date(day)}" if is_short else spoken_date(day)


@of_value
def number(value: object) -> str:
    """1.250.000 and 12,5"""
    return grouped(to_number(value))


@of_value
def money(value: object) -> str:
    """125.000.000 đồng"""
    return f"{grouped(whole(value))} đồng"


@of_value
def money_words(value: object) -> str:
    """Một trăm hai mươi lăm triệu đồng, as the middle of a sentence."""
    return money_in_words(whole(value))


@of_value
def number_words(value: object) -> str:
    """Return a whole number in words: một nghìn không trăm linh một."""
    return in_words(whole(value))


@of_value
def count(value: object) -> str:
    """05, as counts of people and things are written; 10 and more stay."""
    counted = whole(value)
    return f"{counted:02}" if 0 < counted < _LAST_PADDED else grouped(counted)


@of_value
def share(value: object, of: object) -> object:
    """Return one number as per cent of another: 94,7%; nothing when that is empty or zero."""
    if isinstance(of, Missing) or of == EMPTY:
        return of
    base = to_number(of)
    if not base:
        return EMPTY
    percent = round(Decimal(str(to_number(value))) * 100 / Decimal(str(base)), 1)
    plain = int(percent) if percent == int(percent) else percent
    return f"{grouped(plain)}%"


@of_value
def bar(value: object, of: object) -> object:
    """Return a bar as long as one number is of another, a block for each tenth: "███████▌".

    Blocks are letters of the font, so that it stands the same in every file.
    """
    if isinstance(of, Missing) or of == EMPTY or not to_number(of):
        return EMPTY
    halves = round(Decimal(str(to_number(value))) * _HALVES / Decimal(str(to_number(of))))
    whole_blocks, half = divmod(min(max(halves, 0), _LONGEST_BAR), 2)
    return _BLOCK * whole_blocks + _HALF_BLOCK * half


@of_value
def following(value: object) -> str:
    """Return the period after one that is named: "6 tháng cuối năm 2026"; "" when it is none."""
    period = period_in(str(words(value)))
    return name_of(after(period)) if period else EMPTY


def clause(value: object) -> Markup:
    """Return the mark of a clause in the format at hand: "1. " or "1- " (khoản)."""
    return _marked(Level.CLAUSE, str(whole(value)))


def roman(value: object) -> Markup:
    """Return the mark of a Roman item in the format at hand: "I. " or "I- "."""
    return _marked(Level.ROMAN, roman_figure(value))


def roman_figure(value: object) -> str:
    """Return a number in Roman letters alone: "IV"."""
    rest, letters = whole(value), ""
    if not 0 < rest < 40:
        raise RefusedError(_("Số La Mã chỉ từ I đến XXXIX."))
    for size, letter in _ROMAN:
        times, rest = divmod(rest, size)
        letters += letter * times
    return letters


def point(value: object) -> Markup:
    """Return the mark of a point: "a) ", "đ) " (điểm)."""
    place = whole(value)
    if not 0 < place <= len(POINT_LETTERS):
        raise RefusedError(
            _("Hết chữ cái để đánh số điểm."), _("Chia danh sách thành nhiều khoản.")
        )
    return _marked(Level.POINT, POINT_LETTERS[place - 1])


def _marked(level: Level, ordinal: str) -> Markup:
    mark = running.get().surroundings.marks.get(level, "{n}. ")
    return Markup(mark.replace("{n}", ordinal))  # noqa: S704  a number and the format's mark
