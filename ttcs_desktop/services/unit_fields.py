"""The questions about a unit (biểu mẫu đơn vị)."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import Field, FieldType, Form, FormSection
from ttcs_desktop.registry.labels import LINE_END, label
from ttcs_desktop.registry.unit_columns import regimes, series_words, spellings

HABIT = "habits."
PARTS = ("people", "contacts", "terms")
"""What a unit has several of, each a row of the form."""
_EMAIL = r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>.]{2,}"


def unit_form(shown: Mapping[str, Any]) -> Form:
    """Return the questions; what is shown and unusual joins the choices."""
    sections = (
        FormSection("period", _("Tên gọi và phần đầu văn bản")),
        FormSection("sending", _("Ký, nơi nhận, lưu")),
        FormSection("people", _("Người ký và thẩm quyền ký")),
        FormSection("contacts", _("Đầu mối liên hệ")),
        FormSection("habits", _("Nếp trình bày của đơn vị")),
        FormSection("unit", _("Vị trí trong bộ máy")),
        FormSection("terms", _("Nhiệm kỳ")),
    )
    fields = (
        *_period_fields(),
        *_sending_fields(),
        *_part_fields(),
        *_habit_fields(shown),
        *_unit_fields(shown),
    )
    return Form(fields, sections)


def choice_words() -> dict[str, Mapping[Any, str]]:
    """Return the clerk's words for each value of the fields that are chosen from a few."""
    return {
        "regime": regimes(),
        "number_series": series_words(),
        f"{HABIT}spelling": spellings(),
        f"{HABIT}two_sided": {True: _("Hai mặt, lề đối xứng"), False: _("Một mặt")},
        f"{HABIT}end_mark": {"": _("Không có dấu")},
    }


def field(
    name: str, type_: FieldType = FieldType.TEXT, section: str = "", *, is_required: bool = False
) -> Field:
    """Return a question by the clerk's own name for the field."""
    least = 0 if type_ is FieldType.NUMBER else None
    return Field(name, label(name), type_, section=section, is_required=is_required, minimum=least)


def _period_fields() -> tuple[Field, ...]:
    return (
        field("name", section="period", is_required=True),
        field("short_name", section="period"),
        field("list_name", section="period"),
        field("letterhead_parent", section="period"),
        field("valid_from", FieldType.DATE, "period"),
        field("valid_to", FieldType.DATE, "period"),
        field("letterhead_issuer", FieldType.LIST, "period", is_required=True),
        field("symbol", section="period", is_required=True),
        field("place", section="period", is_required=True),
        field("source", section="period"),
    )


def _sending_fields() -> tuple[Field, ...]:
    help_ = _("Mỗi dòng một cách ký; ngắt dòng chữ ký bằng dấu “{mark}”.")
    signing = field("signing", FieldType.LIST, "sending")
    return (
        dataclasses.replace(signing, help=help_.format(mark=LINE_END.strip())),
        field("recipients", FieldType.LIST, "sending"),
        field("filing", section="sending"),
    )


def _habit_fields(shown: Mapping[str, Any]) -> tuple[Field, ...]:
    words = choice_words()
    choices: dict[str, tuple[str, ...]] = {
        "spelling": tuple(words[f"{HABIT}spelling"].values()),
        "roman_mark": ("I.", "I-"),
        "clause_mark": ("1.", "1-"),
        "end_mark": (".", "./.", *words[f"{HABIT}end_mark"].values()),
        "two_sided": tuple(words[f"{HABIT}two_sided"].values()),
    }
    chosen = (_choice(f"{HABIT}{name}", offered, shown) for name, offered in choices.items())
    return (
        *(dataclasses.replace(one, section="habits") for one in chosen),
        field(f"{HABIT}first_line_indent", FieldType.NUMBER, "habits"),
        field(f"{HABIT}line_spacing", FieldType.NUMBER, "habits"),
        field(f"{HABIT}size_set", section="habits"),
    )


def _unit_fields(shown: Mapping[str, Any]) -> tuple[Field, ...]:
    regime = _choice("regime", tuple(regimes().values()), shown)
    series = _choice("number_series", tuple(series_words().values()), shown)
    return (
        Field("superior", _("Cấp trên"), FieldType.UNIT, section="unit", is_required=False),
        dataclasses.replace(regime, section="unit", is_required=True),
        field("kind", section="unit", is_required=True),
        field("level", section="unit"),
        field("group", FieldType.NUMBER, "unit"),
        field("groups", FieldType.LIST, "unit"),
        dataclasses.replace(series, section="unit"),
        field("former", FieldType.LIST, "unit"),
        field("successor", section="unit"),
        field("successors", FieldType.LIST, "unit"),
    )


def _part_fields() -> tuple[Field, ...]:
    rows: dict[str, tuple[Field, ...]] = {
        "people": (
            Field("name", label("person")),
            field("position"),
            dataclasses.replace(
                field("authority", FieldType.LIST),
                help=_("Như K/T TRƯỞNG BAN | PHÓ TRƯỞNG BAN; để trống thì ký theo chức vụ."),
            ),
            field("valid_from", FieldType.DATE),
            field("valid_to", FieldType.DATE),
        ),
        "contacts": (
            Field("name", label("contact")),
            dataclasses.replace(
                field("email"), pattern=_EMAIL, pattern_help=_("Không phải địa chỉ e-mail.")
            ),
            field("phone"),
            field("note"),
        ),
        "terms": (
            Field("name", label("terms")),
            field("valid_from", FieldType.DATE, is_required=True),
        ),
    }
    return tuple(
        dataclasses.replace(field(part, FieldType.RECORDS, part), columns=rows[part])
        for part in PARTS
    )


def _choice(name: str, offered: tuple[str, ...], shown: Mapping[str, Any]) -> Field:
    stands = shown.get(name)
    joined = offered if stands in (None, *offered) else (*offered, str(stands))
    return dataclasses.replace(field(name, FieldType.CHOICE), choices=joined)
