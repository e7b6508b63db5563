"""What must stand in a document before it is issued (rà soát trước khi ban hành)."""

import datetime
import re
from collections.abc import Iterator

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.register import Serial
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.rules.sheet_words import lines_of, words_of
from ttcs_desktop.rules.symbols import UNKNOWN
from ttcs_desktop.rules.type_names import is_letter, is_submission

PLACEHOLDER = re.compile(r"\[CẦN BỔ SUNG(?::\s*(?P<what>[^\]]*))?\]?", re.IGNORECASE)
_DOTS = re.compile(r"[.…]{6,}|…{2,}|_{3,}")
_NO_NUMBER = re.compile(r"\b[Ss]ố:?\s*[-/](?=[A-ZĐ])")
_NO_DAY = re.compile(r"\bngày\s+(?:tháng|/)")
_ROOM_FOR_THE_CLERK = frozenset({"number", "place-date", "annex-reference"})
"""Lines where number and date are filled in at the very end."""


def placeholders(sheet: Sheet) -> Iterator[tuple[Problem, str]]:
    """Yield each `[CẦN BỔ SUNG: …]` that is left, with what it asks for."""
    for line in lines_of(sheet):
        for found in PLACEHOLDER.finditer(words_of(line)):
            what = (found["what"] or "").strip()
            yield (
                stop(
                    "issuing.placeholder",
                    _("Còn chỗ phải bổ sung: {what}.").format(what=what or found[0]),
                    line.source,
                    _("Điền vào chỗ đó rồi rà soát lại."),
                ),
                what,
            )


def blanks(sheet: Sheet) -> Iterator[Problem]:
    """Yield what was left blank in the text: a number or day of a citation, dots to write on."""
    for line in lines_of(sheet):
        if line.style in _ROOM_FOR_THE_CLERK:
            continue
        words = words_of(line)
        if _NO_NUMBER.search(words) or _NO_DAY.search(words):
            yield stop(
                "issuing.blank-number",
                _("Số hoặc ngày của một văn bản còn để trống: “{words}”.").format(
                    words=_around(words)
                ),
                line.source,
                _("Ghi đủ số, ký hiệu và ngày của văn bản được nêu."),
            )
        elif _DOTS.search(words):
            yield ask(
                "issuing.dots",
                _("Còn chỗ để trống bằng dấu chấm: “{words}”.").format(words=_around(words)),
                line.source,
                _("Điền vào, hoặc để nguyên nếu là biểu mẫu cho nơi nhận."),
            )


def number_problems(document: Document, sheet: Sheet) -> Iterator[Problem]:
    """Yield what number and symbol still lack."""
    serial = document.number.serial
    if not serial.strip():
        yield stop(
            "issuing.no-number",
            _("Văn bản chưa có số."),
            hint=_("Lấy số từ sổ đăng ký văn bản đi."),
        )
    elif Serial.read(serial) is None:
        yield stop(
            "issuing.odd-number",
            _("“{serial}” không phải số văn bản.").format(serial=serial),
            hint=_("Ghi như 31, 05 hoặc 264a."),
        )
    if any(line.style == "number" and UNKNOWN in words_of(line) for line in lines_of(sheet)):
        yield stop(
            "issuing.no-symbol",
            _("Ký hiệu văn bản chưa đủ."),
            hint=_("Chọn đơn vị ban hành, hoặc ghi chữ viết tắt của đơn vị."),
        )


def date_problems(document: Document, today: datetime.date) -> Iterator[Problem]:
    """Yield that the date is missing, or yet to come."""
    written = document.place_and_date
    if written.date is None:
        yield stop("issuing.no-date", _("Văn bản chưa có ngày ban hành."), hint=_("Chọn ngày."))
    elif written.date > today:
        yield ask(
            "issuing.date-to-come",
            _("Ngày văn bản là {day}, sau hôm nay.").format(day=short_date(written.date)),
            hint=_("Ngày văn bản là ngày ký; xem lại ngày."),
        )
    if not written.place:
        yield stop(
            "issuing.no-place", _("Văn bản chưa có địa danh."), hint=_("Chọn đơn vị ban hành.")
        )


def recipient_problems(document: Document, format: FormatProfile) -> Iterator[Problem]:  # noqa: A002
    """Yield what Kính gửi and Nơi nhận lack."""
    recipients = document.recipients
    if not recipients.entries and not document.addressees:
        yield stop(
            "issuing.no-recipients",
            _("Văn bản chưa có nơi nhận."),
            recipients.line,
            _("Ghi nơi nhận."),
        )
    goes_to_somebody = is_letter(document.type_name) or is_submission(document.type_name)
    if goes_to_somebody and not document.addressees:
        label = format.recipients.addressed_label.rstrip(":")
        yield stop(
            "issuing.no-addressee",
            _("{type} chưa có “{label}”.").format(
                type=upper_first(document.type_name or _("công văn")), label=label
            ),
            hint=_("Ghi nơi gửi."),
        )
    seen: set[str] = set()
    for entry in recipients.entries:
        name = fold(entry.name).casefold().strip()
        if not name or name in seen:
            yield ask(
                "issuing.odd-recipient",
                _("Nơi nhận “{name}” để trống hoặc ghi hai lần.").format(name=entry.name),
                entry.line,
                _("Xem lại danh sách nơi nhận."),
            )
        seen.add(name)


def mark_problems(document: Document) -> Iterator[Problem]:
    """Yield that a document is still marked as a draft."""
    if document.marks.draft_round:
        yield stop(
            "issuing.draft-mark",
            _("Văn bản còn dấu “Dự thảo lần {round}”.").format(round=document.marks.draft_round),
            hint=_("Bỏ dấu dự thảo trước khi ban hành."),
        )


def _around(words: str) -> str:
    found = _NO_NUMBER.search(words) or _NO_DAY.search(words) or _DOTS.search(words)
    start = max(0, found.start() - 40) if found else 0
    return " ".join(words[start : start + 90].split())


def key(name: str) -> str:
    """Return a name as names are compared: whatever its case, tone marks and spaces."""
    return " ".join(fold(name).casefold().split())


def stop(rule: str, message: str, line: int = 0, hint: str = "") -> Problem:
    """Return something that stops issuing."""
    return Problem(Severity.ERROR, rule, message, line, hint)


def ask(rule: str, message: str, line: int = 0, hint: str = "") -> Problem:
    """Return something that the clerk is asked about."""
    return Problem(Severity.WARNING, rule, message, line, hint)
