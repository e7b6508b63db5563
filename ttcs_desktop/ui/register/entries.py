"""The lines of the register, and what is odd about them (dòng trong sổ)."""

import datetime

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.register import Entry, NumberState
from ttcs_desktop.ui.tables.rows import Column

Oddity = tuple[str, Problem]
"""The title of a series, and a point to look at in it."""


def entry_columns() -> tuple[Column[Entry], ...]:
    """Return the columns, in the order of the register on paper."""
    from ttcs_desktop.services.registering import state_word

    looks = {
        NumberState.RESERVED: ("note", "note"),
        NumberState.ISSUED: ("check", "good"),
        NumberState.CANCELLED: ("close", "muted"),
    }

    def date(entry: Entry) -> str:
        day = entry.registered.date
        return short_date(day) if day else ""

    def what(entry: Entry) -> str:
        return f"{entry.registered.type_name} {entry.registered.subject}".strip()

    def tone(entry: Entry) -> str:
        return "muted" if entry.state is NumberState.CANCELLED else ""

    def number(entry: Entry) -> tuple[str, str, str, int, str]:
        series, serial = entry.series, entry.serial
        return (series.unit, series.span, series.type_name, serial.number, serial.suffix)

    return (
        Column(
            _("Số, ký hiệu"),
            lambda entry: entry.number_and_symbol,
            18,
            tone=tone,
            order=number,
            is_struck=lambda entry: entry.state is NumberState.CANCELLED,
        ),
        Column(
            _("Ngày"),
            date,
            12,
            tone=tone,
            order=lambda entry: entry.registered.date or datetime.date.min,
        ),
        Column(_("Tên loại và trích yếu"), what, tone=tone),
        Column(_("Người ký"), lambda entry: entry.registered.signer, 17, tone=tone),
        Column(
            _("Tình trạng"),
            lambda entry: state_word(entry.state),
            17,
            sign=lambda entry: looks[entry.state],
            tone=lambda entry: looks[entry.state][1],
        ),
        Column(_("Lý do, ghi chú"), _note, 22, tone=tone),
    )


def oddity_columns() -> tuple[Column[Oddity], ...]:
    """Return the columns of what is odd."""
    return (
        Column(_("Sổ"), lambda one: one[0], 26),
        Column(
            _("Điều gì"),
            lambda one: one[1].message,
            sign=lambda one: (one[1].severity, one[1].severity),
        ),
        Column(_("Nên làm"), lambda one: one[1].hint, tone=lambda _one: "muted"),
    )


def _note(entry: Entry) -> str:
    return ". ".join(told for told in (entry.reason, entry.registered.note) if told)
