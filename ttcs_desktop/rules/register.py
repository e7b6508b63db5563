"""Series of numbers and what the register of outgoing documents should show (đánh số văn bản).

Party: from 01 for each type of document in each term of the committee (Hướng dẫn 05-HD/VPTW I.3).
State: from 01 each year (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3; Điều 15); the head of the body
decides whether each type has a series of its own, so a unit may say otherwise than its format.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.register import Entry, NumberState, Serial, Series
from ttcs_desktop.model.unit import Term, Unit
from ttcs_desktop.rules.type_names import abbreviation, is_letter, known_type

COPIES = "bản sao"
"""Copies of all kinds share one series (Nghị định 30/2020/NĐ-CP, Điều 25 - 27; 36-HD/VPTW)."""
_LETTER = "công văn"


def series_of(
    unit: Unit,
    type_name: str,
    date: datetime.date,
    form: FormatProfile,
    *,
    is_secret: bool = False,
) -> Series:
    """Return the series that a document takes its number from."""
    return Series(
        unit.id,
        _series_type(unit, type_name, form),
        _span(unit, date, form),
        is_secret and form.number.secret_apart,
    )


def term_on(unit: Unit, date: datetime.date) -> Term | None:
    """Return the term of the committee on a date; None before the first one known."""
    begun = [term for term in unit.terms if term.valid_from <= date]
    return max(begun, key=lambda term: term.valid_from, default=None)


def symbol_after_number(type_name: str, symbol: str, form: FormatProfile, field: str = "") -> str:
    """Return what stands after the number: "-HD/BTGTU", "/KH-UBND", "/UBND-VX" of a letter."""
    grammar = form.number
    template = grammar.letter_template if is_letter(type_name) else grammar.template
    if not field:
        template = template.replace("-{field}", "")
    _lead, _serial, rest = template.partition("{serial}")
    return rest.format(type=abbreviation(type_name or _LETTER, form), symbol=symbol, field=field)


def next_suffix(taken: Iterable[str]) -> str:
    """Return the letters of the next number to insert: after 264 comes 264a, then 264b.

    Letters follow the Vietnamese alphabet; after the last one they double.
    """
    used = set(taken)
    for times in (1, 2, 3):
        for letter in POINT_LETTERS:
            if letter * times not in used:
                return letter * times
    raise OverflowError


def gaps(entries: Iterable[Entry], first: int = 1) -> tuple[tuple[int, int], ...]:
    """Return the runs of numbers that nothing was done with, from the first to the last given."""
    numbers = sorted({entry.serial.number for entry in entries})
    known = [first - 1, *(number for number in numbers if number >= first)]
    return tuple((before + 1, after - 1) for before, after in pairwise(known) if after > before + 1)


def doubles(entries: Iterable[Entry]) -> tuple[Serial, ...]:
    """Return the numbers that stand on more than one document; cancelled ones do not count."""
    counted = Counter(entry.serial for entry in entries if entry.state is not NumberState.CANCELLED)
    return tuple(sorted(serial for serial, times in counted.items() if times > 1))


def register_problems(entries: Iterable[Entry], first: int = 1) -> Iterator[Problem]:
    """Yield what a series should be looked at for: gaps, doubles, dates out of order."""
    listed = sorted(entries, key=lambda entry: entry.serial)
    for start, end in gaps(listed, first):
        run = str(start) if start == end else f"{start} - {end}"
        yield Problem(
            Severity.WARNING,
            "register.gap",
            _("Sổ bỏ trống số {run}.").format(run=run),
            hint=_("Ghi văn bản đã mang số ấy, hoặc ghi huỷ số kèm lý do."),
        )
    for serial in doubles(listed):
        yield Problem(
            Severity.ERROR,
            "register.double",
            _("Số {serial} ở trên nhiều văn bản.").format(serial=serial),
            hint=_("Giữ một văn bản, văn bản còn lại lấy số chèn (ví dụ {serial}a).").format(
                serial=serial
            ),
        )
    yield from _out_of_order(listed)


def _out_of_order(listed: list[Entry]) -> Iterator[Problem]:
    dated = [
        (entry.serial, entry.registered.date)
        for entry in listed
        if entry.state is NumberState.ISSUED and entry.registered.date and not entry.serial.suffix
    ]
    for (before, earlier), (after, later) in pairwise(dated):
        if later < earlier and before != after:
            yield Problem(
                Severity.WARNING,
                "register.date-order",
                _("Số {after} ngày {later} đứng sau số {before} ngày {earlier}.").format(
                    after=after,
                    later=short_date(later),
                    before=before,
                    earlier=short_date(earlier),
                ),
                hint=_("Xem lại ngày của hai văn bản."),
            )


def _series_type(unit: Unit, type_name: str, form: FormatProfile) -> str:
    known = known_type(type_name, form)
    if known and known.kind == "copy":
        return COPIES
    if (unit.number_series or form.number.series) == "all":
        return ""
    return (known.name if known else type_name or _LETTER).strip().lower()


def _span(unit: Unit, date: datetime.date, form: FormatProfile) -> str:
    if form.number.restart == "year":
        return str(date.year)
    term = term_on(unit, date)
    return str(term.valid_from) if term else ""
