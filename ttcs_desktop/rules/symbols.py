"""Number and symbol (số, ký hiệu; ô 3), place and date (địa danh, thời gian; ô 4)."""

import re

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import long_date, short_date
from ttcs_desktop.model.document import DocumentNumber, PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.type_names import abbreviation, is_letter, known_type

UNKNOWN = "…"
"""Stands where a symbol or place has still to be given."""
_SERIAL = re.compile(r"(\d+)(.*)", re.DOTALL)


def number_line(scribe: Scribe) -> str:
    """Return the number line: "Số 31-HD/BTGTU", "Số: 15/KH-UBND"; a blank serial keeps its room."""
    document, grammar = scribe.document, scribe.format.number
    serial = padded(document.number.serial, grammar.minimum_digits) or grammar.blank
    return _written(scribe, serial)


def bare_number(scribe: Scribe) -> str:
    """Return number and symbol without the word "Số": "31-HD/BTGTU", "15/KH-UBND"."""
    lead, _serial, _rest = _template(scribe).partition("{serial}")
    return number_line(scribe).removeprefix(lead)


def keyword(scribe: Scribe) -> str:
    """Return number and symbol for the file's properties, without the room of a blank serial."""
    serial = scribe.document.number.serial
    number = bare_number(scribe)
    return number if serial else number.strip().lstrip("-/")


def padded(serial: str, digits: int) -> str:
    """Return a serial with leading zeros: "5" is "05"; "264a" and "" stay."""
    match = _SERIAL.fullmatch(serial.strip())
    return match[1].zfill(digits) + match[2] if match else serial.strip()


def check_symbol(scribe: Scribe) -> None:
    """Report what the number still lacks: the body's symbol, a known type, a letter's field."""
    document, form = scribe.document, scribe.format
    number = document.number
    if number.symbol:
        return
    if not document.issuer.symbol:
        scribe.warn(
            "number.no-symbol",
            _("Chưa có chữ viết tắt tên cơ quan ban hành trong ký hiệu."),
            hint=_("Chọn đơn vị ban hành."),
        )
    _check_type(scribe)
    if _lacks_field(number, document.type_name, form):
        scribe.warn(
            "number.no-field",
            _("Ký hiệu công văn chưa có chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực."),
            hint=_("Ghi chữ viết tắt sau tên cơ quan, ví dụ: UBND-VX."),
        )


def _check_type(scribe: Scribe) -> None:
    """Report a type that the format does not know, or knows without an abbreviation."""
    type_name = scribe.document.type_name
    known = known_type(type_name, scribe.format)
    if known is None:
        scribe.warn(
            "number.unknown-type",
            _("“{type}” không có trong danh mục tên loại văn bản của thể thức này.").format(
                type=type_name
            ),
            hint=_("Xem lại tên loại văn bản."),
        )
    elif not known.abbreviation and not is_letter(type_name):
        scribe.warn(
            "number.no-abbreviation",
            _("Thể thức không nêu chữ viết tắt của tên loại “{type}” trong ký hiệu.").format(
                type=type_name
            ),
            hint=_("Xem lại ký hiệu văn bản."),
        )


def place_and_date(scribe: Scribe, written: PlaceAndDate) -> str:
    """Return the place and date line; what is not known keeps its room for the registry clerk."""
    grammar = scribe.format.date
    day, month, year = _date_parts(written, scribe.format)
    return grammar.template.format(
        place=scribe.fixed(written.place) or UNKNOWN, day=day, month=month, year=year
    )


def date_in_text(written: PlaceAndDate, format: FormatProfile) -> str:  # noqa: A002
    """Return the date of a document as running text writes it, with room for what is not known."""
    is_short = format.citation.date == "short"
    if written.date:
        return short_date(written.date) if is_short else long_date(written.date)
    day, month, year = _date_parts(written, format)
    if is_short:
        return f"{day}/{month}/{year}"
    return f"{day} tháng {month} năm {year}"


def _date_parts(written: PlaceAndDate, format: FormatProfile) -> tuple[str, str, str]:  # noqa: A002
    grammar = format.date
    if written.date:
        day = f"{written.date.day:02d}"
        return day, _month(written.date.month, grammar.padded_months), str(written.date.year)
    month = _month(written.month, grammar.padded_months) if written.month else grammar.blank_month
    return grammar.blank_day, month, str(written.year) if written.year else "    "


def _month(month: int, padded_months: tuple[int, ...]) -> str:
    return f"{month:02d}" if month in padded_months else str(month)


def _written(scribe: Scribe, serial: str) -> str:
    document, form = scribe.document, scribe.format
    template = _template(scribe)
    if document.number.symbol:
        return _as_given(template, serial, document.number.symbol)
    if _lacks_field(document.number, document.type_name, form):
        template = template.replace("-{field}", "")
    return template.format(
        serial=serial,
        type=abbreviation(document.type_name or "công văn", form),
        symbol=document.issuer.symbol or UNKNOWN,
        field=document.number.letter_field,
    )


def _template(scribe: Scribe) -> str:
    grammar = scribe.format.number
    is_of_letter = is_letter(scribe.document.type_name)
    return grammar.letter_template if is_of_letter else grammar.template


def _as_given(template: str, serial: str, symbol: str) -> str:
    """Write a symbol as it was typed, after the template's own word and separator."""
    lead, _serial, rest = template.partition("{serial}")
    separator = "" if symbol.startswith(("-", "/")) else rest[:1]
    return f"{lead}{serial}{separator}{symbol}"


def _lacks_field(number: DocumentNumber, type_name: str, format: FormatProfile) -> bool:  # noqa: A002
    return (
        is_letter(type_name)
        and "{field}" in format.number.letter_template
        and not number.letter_field
    )
