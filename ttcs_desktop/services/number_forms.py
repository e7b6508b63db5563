"""The questions before a number is kept, given or cancelled (biểu mẫu sổ văn bản đi)."""

import dataclasses
import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.model.register import Entry, Registered
from ttcs_desktop.model.template import Field, FieldType, Form
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import NumberBook, Outgoing

Answers = Mapping[str, Any]
_SERIAL = r"\s*0*[1-9][0-9]{0,5}[a-zđA-ZĐ]{0,3}\s*"
_MOST = 1000


class Act(StrEnum):
    """What is done in the register."""

    RESERVE = "reserve"  # giữ số
    ISSUE = "issue"  # cấp số
    INSERT = "insert"  # chèn số
    ISSUE_KEPT = "issue-kept"  # cấp số đang giữ
    AMEND = "amend"  # sửa dòng
    CANCEL = "cancel"  # huỷ số


ON_ENTRY = frozenset({Act.INSERT, Act.ISSUE_KEPT, Act.AMEND, Act.CANCEL})
"""What is done to a line that is there already."""


def act_word(act: Act) -> str:
    """Return what is done, in words."""
    words = {
        Act.RESERVE: _("Giữ số"),
        Act.ISSUE: _("Cấp số"),
        Act.INSERT: _("Chèn số sau số này"),
        Act.ISSUE_KEPT: _("Cấp số đang giữ"),
        Act.AMEND: _("Sửa dòng"),
        Act.CANCEL: _("Huỷ số"),
    }
    return words[act]


def form_of(library: Library, act: Act, unit: str, date: datetime.date) -> Form:
    """Return the questions of an act for a unit.

    Raises:
        UnknownError: there is no such unit.
    """
    if act is Act.CANCEL:
        reason = _("Dòng vẫn ở trong sổ cùng lý do; số không cấp lại.")
        return Form((Field("reason", _("Lý do huỷ"), FieldType.PARAGRAPHS, help=reason),))
    return Form((*_what(library, act, unit, date), *_which_number(act)))


def answers_of(entry: Entry) -> dict[str, Any]:
    """Return what the form shows of a line."""
    said = dataclasses.asdict(entry.registered)
    said["date"] = said["date"].isoformat() if said["date"] else None
    return {name: value for name, value in said.items() if value}


def carry_out(
    book: NumberBook, act: Act, unit: str, answers: Answers, entry: Entry | None
) -> Entry:
    """Do what was asked in the register; return the line, or the last of several.

    Raises:
        UserError: an answer is missing, the number is taken, or the register cannot be written.
    """
    if entry is not None and act is Act.CANCEL:
        return book.cancel(entry, str(answers.get("reason", "")))
    if entry is not None and act is Act.AMEND:
        return book.amend(entry, _registered(entry, answers))
    outgoing = outgoing_from(unit, answers)
    number = str(answers.get("number", "")).strip()
    if act is Act.RESERVE:
        return book.reserve(outgoing, number, int(answers.get("count", 1)))[-1]
    if entry is not None and act is Act.ISSUE_KEPT:
        return book.issue_kept(entry, outgoing)
    if entry is not None and act is Act.INSERT:
        return book.insert_after(outgoing, entry.serial.number)
    return book.issue(outgoing, number)


def outgoing_from(unit: str, answers: Answers) -> Outgoing:
    """Return the document that the answers tell of.

    Raises:
        UserError: the date or the type is missing.
    """
    date = parse_date(str(answers.get("date", "")))
    if date is None or not answers.get("type_name"):
        raise UserError(
            _("Chưa điền tên loại hoặc ngày văn bản."), remedy=_("Điền hai ô ấy rồi làm lại.")
        )
    told = {name: answers[name] for name in _TEXTS if answers.get(name)}
    return Outgoing(
        unit, str(answers["type_name"]), date, copies=int(answers.get("copies", 0)), **told
    )


_TEXTS = ("subject", "signer", "recipients", "filing", "note", "document")


def _what(library: Library, act: Act, unit: str, date: datetime.date) -> tuple[Field, ...]:
    """Return the questions about the document; those of the paper register stand in its order."""
    types = tuple(
        dict.fromkeys(
            upper_first(one.name)
            for one in library.format_for(library.unit(unit).regime, date).types
        )
    )
    kind = Field("type_name", _("Tên loại"), FieldType.CHOICE, choices=types)
    asked = (
        *(() if act is Act.AMEND else (kind,)),
        Field("date", _("Ngày văn bản"), FieldType.DATE),
        Field("subject", _("Trích yếu"), FieldType.PARAGRAPHS, is_required=False),
    )
    if act is Act.RESERVE:
        return (*asked, Field("note", _("Ghi chú"), is_required=False))
    return (
        *asked,
        Field("signer", _("Người ký"), is_required=False),
        Field("recipients", _("Nơi nhận"), FieldType.PARAGRAPHS, is_required=False),
        Field("filing", _("Nơi lưu"), is_required=False),
        Field("copies", _("Số lượng bản"), FieldType.NUMBER, is_required=False, minimum=0),
        Field("note", _("Ghi chú"), is_required=False),
    )


def _which_number(act: Act) -> tuple[Field, ...]:
    number = Field(
        "number",
        _("Lấy đúng số"),
        is_required=False,
        help=_("Để trống thì lấy số tiếp theo."),
        pattern=_SERIAL,
        pattern_help=_("Ghi như 31, 05 hoặc 264a."),
    )
    if act is Act.ISSUE:
        return (number,)
    if act is not Act.RESERVE:
        return ()
    count = Field(
        "count", _("Giữ mấy số"), FieldType.NUMBER, default=1, is_required=False,
        minimum=1, maximum=_MOST,
    )  # fmt: skip
    return (count, number)


def _registered(entry: Entry, answers: Answers) -> Registered:
    told = {name: answers.get(name, "") for name in _TEXTS if name != "document"}
    return dataclasses.replace(
        entry.registered,
        date=parse_date(str(answers.get("date", ""))),
        copies=int(answers.get("copies", 0)),
        **told,
    )
