"""The columns of the tables of units, and the clerk's words for what stands in them (cột)."""

from ttcs_desktop.i18n import _
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.registry.columns import CellKind, Column


def tables_beside() -> tuple[tuple[str, str, tuple[Column, ...]], ...]:
    """Return the tables that stand beside the units: field, title and columns of each."""
    unit = Column("unit", is_needed=True)
    date_from, date_to = Column("valid_from", CellKind.DATE), Column("valid_to", CellKind.DATE)
    return (
        (
            "people",
            _("Người ký"),
            (
                unit,
                Column("name", is_needed=True, heading="person"),
                Column("position"),
                Column("authority", CellKind.WAYS),
                date_from,
                date_to,
            ),
        ),
        (
            "contacts",
            _("Liên hệ"),
            (
                unit,
                Column("name", is_needed=True, heading="contact"),
                Column("email", CellKind.EMAIL),
                Column("phone"),
                Column("note"),
            ),
        ),
        (
            "terms",
            _("Nhiệm kỳ"),
            (
                unit,
                Column("name", is_needed=True, heading="terms"),
                Column("valid_from", CellKind.DATE, is_needed=True),
            ),
        ),
    )


def unit_columns() -> tuple[Column, ...]:
    """Return the columns of the table of units; those of a period are told by its start."""
    return (
        Column("id", is_needed=True),
        Column("kind"),
        Column("regime", CellKind.CHOICE, choices=regimes()),
        Column("level"),
        Column("group", CellKind.WHOLE),
        Column("groups", CellKind.LINES),
        Column("superior"),
        Column("valid_from", CellKind.DATE),
        Column("valid_to", CellKind.DATE),
        Column("name"),
        Column("short_name"),
        Column("list_name"),
        Column("letterhead_parent"),
        Column("letterhead_issuer", CellKind.LINES),
        Column("symbol"),
        Column("place"),
        Column("signing", CellKind.FORMS),
        Column("recipients", CellKind.LINES),
        Column("filing"),
        Column("habits.spelling", CellKind.CHOICE, choices=spellings()),
        Column("habits.roman_mark", CellKind.MARK),
        Column("habits.clause_mark", CellKind.MARK),
        Column("habits.first_line_indent", CellKind.NUMBER),
        Column("habits.end_mark", CellKind.MARK),
        Column("habits.line_spacing", CellKind.NUMBER),
        Column("habits.two_sided", CellKind.FLAG),
        Column("habits.size_set", CellKind.MARK),
        Column("number_series", CellKind.CHOICE, choices=series_words()),
        Column("successor"),
        Column("successors", CellKind.LINES),
        Column("former", CellKind.LINES),
        Column("source"),
    )


def regimes() -> dict[str, str]:
    """Return what a clerk calls each regime."""
    return {
        Regime.PARTY: _("Đảng"),
        Regime.STATE: _("Nhà nước"),
        Regime.FRONT: _("Mặt trận"),
        Regime.YOUTH: _("Đoàn"),
    }


def spellings() -> dict[str, str]:
    """Return what a clerk calls each way of spelling."""
    return {"new": _("mới (uỷ, hoà)"), "old": _("cũ (ủy, hòa)")}


def series_words() -> dict[str, str]:
    """Return what a clerk calls each way of counting numbers."""
    return {"type": _("theo tên loại"), "all": _("chung các loại")}
