"""What is wrong with an answer, told while it is typed (kiểm tra ô nhập)."""

import re
from typing import Any

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.language.numbers import grouped, parse_number
from ttcs_desktop.model.template import Field, FieldType

UNGROUPED = 10_000
"""Below it a number may be a year, which nobody groups."""
NUMBERS = frozenset({FieldType.NUMBER, FieldType.MONEY})


def is_empty(value: Any) -> bool:  # noqa: ANN401  an answer of any kind
    """Tell whether nothing was answered; `False` and 0 are answers."""
    return value is None or value in ("", [], {})


def fault(field: Field, value: Any) -> str:  # noqa: ANN401  an answer of any kind
    """Return one sentence on what is wrong with an answer, "" when nothing is."""
    if is_empty(value):
        return ""
    if field.type in NUMBERS:
        return _number_fault(field, value)
    if field.type is FieldType.RECORDS:
        return _records_fault(field, value)
    if field.pattern and isinstance(value, str) and not re.fullmatch(field.pattern, value):
        return field.pattern_help or _("Chưa đúng dạng của ô này.")
    return ""


def _number_fault(field: Field, value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return _("Ô này cần một số, ví dụ 1.250.")
    if field.minimum is not None and value < field.minimum:
        return _("Số này phải từ {minimum} trở lên.").format(minimum=f"{field.minimum:g}")
    if field.maximum is not None and value > field.maximum:
        return _("Số này không được quá {maximum}.").format(maximum=f"{field.maximum:g}")
    return ""


def _records_fault(field: Field, rows: list[dict[str, Any]]) -> str:
    for number, row in enumerate(rows, 1):
        for column in field.columns:
            found = fault(column, row.get(column.id))
            if found:
                return _("Dòng {number}, cột “{column}”: {fault}").format(
                    number=number, column=pick(column.label, column.label_en), fault=found
                )
    return ""


def read_number(text: str) -> int | float | str:
    """Read a number as clerks type it (1.250.000 or 12,5); what is none stays text."""
    number = parse_number(text)
    return text.strip() if number is None else number


def show_number(value: Any) -> str:  # noqa: ANN401
    """Return a number as clerks read it: dots between thousands, a comma before decimals."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    if float(value).is_integer():
        return grouped(int(value)) if abs(value) >= UNGROUPED else str(int(value))
    return grouped(value)
