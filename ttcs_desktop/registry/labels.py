"""What the clerk calls the fields of units and instruments (tên các trường)."""

import datetime
from collections.abc import Mapping
from typing import Any

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date

LINE_END = " | "


def label(path: str) -> str:
    """Return what the clerk calls a field, e.g. "Lưu (từ 01/7/2025)" for one of a period."""
    if not path.startswith("periods["):
        return _field(path)
    start, _bracket, field = path.removeprefix("periods[").partition("]")
    day = short_date(datetime.date.fromisoformat(start)) if start else ""
    name = _field(field.lstrip(".")) if field else _("Quãng thời gian")
    since = _("từ {day}").format(day=day) if day else _("quãng đầu")
    return f"{name} ({since})"


def shown(value: Any) -> str:  # noqa: ANN401  a value of any field
    """Return a value as a clerk reads it in one cell; a list has one item a line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, list | tuple):
        return "\n".join(_item(item) for item in value)
    text = str(value)
    return _day(text) if len(text) == len("2025-07-01") and text[4] == text[7] == "-" else text


def _item(item: Any) -> str:  # noqa: ANN401  an item of any list
    if isinstance(item, Mapping):
        if "lines" in item:
            return LINE_END.join(item["lines"])
        return "; ".join(told for value in item.values() if (told := _inner(value)))
    return LINE_END.join(item) if isinstance(item, list | tuple) else str(item)


def _inner(value: Any) -> str:  # noqa: ANN401  a value of any field
    if isinstance(value, list | tuple):
        return ", ".join(_item(item) for item in value)
    return shown(value)


def _day(text: str) -> str:
    try:
        return f"{datetime.date.fromisoformat(text):%d/%m/%Y}"
    except ValueError:
        return text


def _field(name: str) -> str:
    return _words().get(name, name)


def _words() -> dict[str, str]:
    return {
        "id": _("Mã"),
        "kind": _("Loại"),
        "regime": _("Hệ thể thức"),
        "level": _("Cấp"),
        "group": _("Nhóm"),
        "groups": _("Nhóm khác"),
        "superior": _("Mã cấp trên"),
        "successor": _("Nay là"),
        "successors": _("Mã đơn vị kế thừa"),
        "former": _("Tên cũ"),
        "people": _("Người ký"),
        "contacts": _("Liên hệ"),
        "terms": _("Nhiệm kỳ"),
        "number_series": _("Dãy số"),
        "valid_from": _("Từ ngày"),
        "valid_to": _("Đến ngày"),
        "name": _("Tên đầy đủ"),
        "short_name": _("Tên gọi tắt"),
        "list_name": _("Tên trong danh sách"),
        "letterhead_parent": _("Cơ quan cấp trên"),
        "letterhead_issuer": _("Cơ quan ban hành"),
        "symbol": _("Ký hiệu"),
        "place": _("Địa danh"),
        "signing": _("Hình thức ký"),
        "recipients": _("Nơi nhận"),
        "filing": _("Lưu"),
        "source": _("Nguồn"),
        "habits.spelling": _("Chính tả"),
        "habits.roman_mark": _("Dấu sau số La Mã"),
        "habits.clause_mark": _("Dấu sau số của khoản"),
        "habits.first_line_indent": _("Thụt đầu dòng"),
        "habits.end_mark": _("Dấu kết thúc"),
        "habits.line_spacing": _("Giãn dòng"),
        "habits.two_sided": _("In hai mặt"),
        "habits.size_set": _("Bộ cỡ chữ"),
        "unit": _("Mã đơn vị"),
        "person": _("Họ và tên"),
        "position": _("Chức vụ"),
        "authority": _("Thẩm quyền ký"),
        "contact": _("Đầu mối"),
        "email": _("E-mail"),
        "phone": _("Điện thoại"),
        "note": _("Ghi chú"),
        "successor_id": _("Mã văn bản thay thế"),
        "type_name": _("Tên loại"),
        "issuer": _("Cơ quan ban hành"),
        "title": _("Trích yếu"),
        "date": _("Ngày ban hành"),
        "status": _("Tình trạng"),
        "citation": _("Lời viện dẫn"),
    }
