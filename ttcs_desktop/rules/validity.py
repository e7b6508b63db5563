"""Whether an instrument may still be cited on a document's date (hiệu lực của văn bản viện dẫn)."""

import re
from collections.abc import Mapping

from ttcs_desktop.i18n import _
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import PlaceAndDate
from ttcs_desktop.model.format import CitationForm
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.text import plain
from ttcs_desktop.rules.citations import (
    full,
    is_known_to_come_later,
    is_known_to_have_ended,
    short,
)

_SPAN = re.compile(r"\b(?:19|20)\d{2}\s*[-–]\s*((?:19|20)\d{2})\b")
_UNTIL = re.compile(r"(?:đến(?:\s+hết)?(?:\s+năm)?|tầm\s+nhìn)\s+((?:19|20)\d{2})\b", re.IGNORECASE)


@remembered
def last_year_in(title: str) -> int | None:
    """Return the last year of the period that a title names; None when it names none.

    "giai đoạn 2016 - 2020" and "đến năm 2020" end in 2020; "năm 2025" alone is no period.
    """
    years = [int(found) for found in (*_SPAN.findall(title), *_UNTIL.findall(title))]
    return max(years, default=None)


def validity_problem(
    instrument: Instrument,
    written: PlaceAndDate,
    form: CitationForm,
    instruments: Mapping[str, Instrument],
    line: int = 0,
) -> Problem | None:
    """Tell that an instrument had ended, its period was over, or it comes after the document."""
    name = plain(short(instrument, form))
    last_year = last_year_in(instrument.title)
    if _is_over(instrument, last_year, written):
        return _warning(
            "citations.period-over",
            _("{name} chỉ đến hết năm {year}: giai đoạn ghi trong tên văn bản đã qua.").format(
                name=name, year=last_year
            ),
            line,
            _heir(instrument, form, instruments),
        )
    if is_known_to_have_ended(instrument, written):
        return _warning(
            "citations.ended",
            _("{name} không còn hiệu lực vào ngày của văn bản.").format(name=name),
            line,
            _heir(instrument, form, instruments),
        )
    if is_known_to_come_later(instrument, written):
        return _warning(
            "citations.later",
            _("{name} ban hành sau ngày của văn bản.").format(name=name),
            line,
            _("Xem lại ngày của văn bản hoặc văn bản viện dẫn."),
        )
    return None


def _is_over(instrument: Instrument, last_year: int | None, written: PlaceAndDate) -> bool:
    """Tell whether the period in the title is over, and nothing better is known of the end."""
    year = written.date.year if written.date else written.year
    if last_year is None or not year or year <= last_year or instrument.successor:
        return False
    return instrument.valid_to is None or (
        (instrument.valid_to.year, instrument.valid_to.month) == (last_year, 12)
    )


def _heir(instrument: Instrument, form: CitationForm, instruments: Mapping[str, Instrument]) -> str:
    successor = instruments.get(instrument.successor)
    if successor is None:
        return _("Xem lại căn cứ viện dẫn.")
    return _("Văn bản thay thế: {name}.").format(name=plain(full(successor, form)))


def _warning(rule: str, message: str, line: int, hint: str) -> Problem:
    return Problem(Severity.WARNING, rule, message, line, hint)
