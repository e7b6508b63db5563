"""Answers that are one value: words, dates, numbers, choices (câu trả lời một giá trị)."""

import datetime
import math
import re
from typing import NamedTuple

from markupsafe import Markup

from ttcs_desktop.errors import TemplateError
from ttcs_desktop.i18n import _, pick
from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.numbers import grouped, parse_number
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.template import Field
from ttcs_desktop.officialtext.lines import UNPRINTABLE
from ttcs_desktop.templating.context import Surroundings

LONGEST_TEXT = 20_000
LONGEST_PARAGRAPHS = 1_000_000
LONGEST_PATTERNED = 200
"""Letters; what is to match a pattern is a number, a name, a code."""
_BREAKS = re.compile("\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")
_MONEY_UNIT = re.compile(r"\s*(?:đồng|đ|VND|VNĐ)\.?$", re.IGNORECASE)


class Question(NamedTuple):
    """A field to answer, where it stands on the form, and what its answer may name."""

    field: Field
    home: Field
    """The field of the form; of a cell, the one whose rows it stands in."""
    surroundings: Surroundings
    row: int = 0
    """From 1; 0 for what stands in no row."""

    @property
    def place(self) -> str:
        """Where it stands, in a clerk's words: `Ô “Nhiệm vụ”, dòng 2, cột “Thời gian”`."""
        place = _("Ô “{label}”").format(label=_label(self.home))
        if self.row:
            place = _("{place}, dòng {number}").format(place=place, number=self.row)
        if self.field is self.home:
            return place
        return _("{place}, cột “{column}”").format(place=place, column=_label(self.field))

    def wrong(self, what: str, remedy: str = "") -> TemplateError:
        """Return an error that names the field."""
        return TemplateError(what, where=self.place, remedy=remedy)


def text(question: Question, answer: object) -> object:
    """Return one line of words."""
    line = _string(question, answer, LONGEST_TEXT).replace("\n", " ")
    pattern = question.field.pattern
    if not pattern:
        return line
    is_short = len(line) <= LONGEST_PATTERNED
    if not is_short or not re.fullmatch(pattern, line.strip()):
        raise question.wrong(
            _("“{value}” chưa đúng dạng.").format(value=shortened(line)),
            question.field.pattern_help or _("Gõ lại theo gợi ý của ô này."),
        )
    return line


def paragraphs(question: Question, answer: object) -> object:
    """Return official text of the clerk's own, cleaned; its structure is kept."""
    if isinstance(answer, list | tuple):
        answer = "\n".join(map(str, answer))
    return _own_structure(_string(question, answer, LONGEST_PARAGRAPHS))


@remembered
def _own_structure(typed: str) -> Markup:
    lines = (line.rstrip() for line in typed.split("\n"))
    return Markup("\n".join(lines).strip("\n"))  # noqa: S704  the clerk's own structure


def _string(question: Question, answer: object, longest: int) -> str:
    if isinstance(answer, bool) or not isinstance(answer, str | int | float):
        raise question.wrong(_("Ô này cần chữ."), _("Gõ lại nội dung bằng chữ."))
    typed = grouped(answer) if isinstance(answer, float) else str(answer)
    if len(typed) > longest:
        raise question.wrong(
            _("Nội dung dài quá: {length} chữ cái, tối đa {most}.").format(
                length=grouped(len(typed)), most=grouped(longest)
            ),
            _("Rút gọn, hoặc đưa phần dài vào phụ lục."),
        )
    return _cleaned(typed)


@remembered
def _cleaned(typed: str) -> str:
    """Return words without what no page shows, each letter and line end written one way."""
    if typed.replace("\n", "").isprintable():
        return nfc(typed)
    return nfc(_BREAKS.sub("\n", UNPRINTABLE.sub("", typed)))


def date(question: Question, answer: object) -> object:
    """Return a day."""
    if isinstance(answer, datetime.datetime):
        return answer.date()
    if isinstance(answer, datetime.date):
        return answer
    day = parse_date(answer) if isinstance(answer, str) else None
    if day is None:
        raise question.wrong(
            _("“{value}” không phải là ngày có trong lịch.").format(value=shortened(answer)),
            _("Gõ ngày như 05/9/2026."),
        )
    return day


def number(question: Question, answer: object) -> object:
    """Return a number."""
    typed = parse_number(answer) if isinstance(answer, str) else answer
    if not isinstance(typed, int | float) or isinstance(typed, bool) or not math.isfinite(typed):
        raise question.wrong(
            _("“{value}” không phải là số.").format(value=shortened(answer)),
            _("Gõ số như 1.250 hoặc 12,5."),
        )
    return _in_range(question, typed)


def money(question: Question, answer: object) -> object:
    """Return an amount in đồng."""
    typed = _MONEY_UNIT.sub("", answer) if isinstance(answer, str) else answer
    amount = parse_number(typed) if isinstance(typed, str) else typed
    if isinstance(amount, float) and amount.is_integer():
        amount = int(amount)
    if isinstance(amount, bool) or not isinstance(amount, int):
        raise question.wrong(
            _("“{value}” không phải là số tiền tính bằng đồng.").format(value=shortened(answer)),
            _("Gõ số nguyên như 125.000.000."),
        )
    return _in_range(question, amount)


def _in_range(question: Question, number: int | float) -> int | float:
    field = question.field
    if field.minimum is not None and number < field.minimum:
        raise question.wrong(
            _("Số {number} nhỏ quá.").format(number=grouped(number)),
            _("Gõ số từ {limit} trở lên.").format(limit=_plain(field.minimum)),
        )
    if field.maximum is not None and number > field.maximum:
        raise question.wrong(
            _("Số {number} lớn quá.").format(number=grouped(number)),
            _("Gõ số không quá {limit}.").format(limit=_plain(field.maximum)),
        )
    return number


def choice(question: Question, answer: object) -> object:
    """Return one of the choices."""
    if answer not in question.field.choices:
        raise question.wrong(
            _("Không có lựa chọn “{value}”.").format(value=shortened(answer)),
            _("Chọn một trong: {choices}.").format(choices=", ".join(question.field.choices)),
        )
    return answer


def flag(question: Question, answer: object) -> object:
    """Return yes or no."""
    if not isinstance(answer, bool):
        raise question.wrong(
            _("Ô này chỉ nhận có hoặc không."),
            _("Đánh dấu hoặc bỏ dấu; trong tệp ghi true, false."),
        )
    return answer


def shortened(answer: object) -> str:
    """Return an answer as an error may quote it."""
    text = " ".join(str(answer)[:200].split())
    return text if len(text) <= 60 else f"{text[:60]}…"


def _label(field: Field) -> str:
    return pick(field.label, field.label_en)


def _plain(limit: float) -> str:
    return grouped(int(limit) if float(limit).is_integer() else limit)
