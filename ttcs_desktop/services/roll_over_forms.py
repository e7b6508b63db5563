"""The questions of a roll-over, in two steps, and the plan that comes of them (chuyển kỳ)."""

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ttcs_desktop.codec import to_table
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.model.template import Field, FieldType, Form
from ttcs_desktop.model.unit import Person, Unit
from ttcs_desktop.registry.labels import LINE_END, label
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries
from ttcs_desktop.services.rolling_over import Plan, RollOver
from ttcs_desktop.services.unit_fields import field
from ttcs_desktop.services.unit_forms import refuse_gaps

Answers = Mapping[str, Any]
_NAMES = ("name", "short_name", "list_name", "letterhead_parent", "letterhead_issuer", "symbol")
_NEW = ("name", "letterhead_issuer", "symbol")


class Change(StrEnum):
    """What changes."""

    NEW_SIGNER = "new-signer"  # người ký mới
    NEW_TERM = "new-term"  # nhiệm kỳ mới
    RENAME = "rename"  # đổi tên
    MERGE = "merge"  # sáp nhập, hợp nhất
    SPLIT = "split"  # chia, tách


@dataclass(frozen=True)
class RollOverForms:
    """Asks first whom it concerns and from which day, then for the rest."""

    library: Library

    def whom(self, change: Change) -> Form:
        """Return the questions of the first step: which units, from which day."""
        day = Field("day", _("Từ ngày"), FieldType.DATE)
        unit = Field("unit", _("Đơn vị"), FieldType.UNIT)
        if change is not Change.MERGE:
            return Form((unit, day))
        units = Field(
            "units",
            _("Các đơn vị sáp nhập"),
            FieldType.RECORDS,
            help=_("Thêm từng đơn vị; kể cả đơn vị sẽ tiếp tục, nếu có."),
            columns=(unit,),
        )
        return Form((units, day))

    def details(self, change: Change, answers: Answers) -> Form:
        """Return the questions of the second step.

        Raises:
            UserError: the first step is not answered.
        """
        self._refuse_unanswered(change, answers)
        ask: dict[Change, Callable[[Answers], tuple[Field, ...]]] = {
            Change.NEW_SIGNER: self._about_signer,
            Change.NEW_TERM: lambda _answers: _about_term(),
            Change.RENAME: self._about_name,
            Change.MERGE: lambda _answers: (*_heir_fields(), *_new_unit_fields()),
            Change.SPLIT: lambda _answers: (_heirs_field(),),
        }
        return Form(ask[change](answers))

    def plan(self, change: Change, answers: Answers) -> Plan:
        """Return what the answers come to; nothing is written.

        Raises:
            UserError: something is missing or does not fit.
        """
        self._refuse_unanswered(change, answers)
        make: dict[Change, Callable[[Answers], Plan]] = {
            Change.NEW_SIGNER: self._new_signer,
            Change.NEW_TERM: self._new_term,
            Change.RENAME: self._rename,
            Change.MERGE: self._merge,
            Change.SPLIT: self._split,
        }
        return make[change](answers)

    @property
    def _roll_over(self) -> RollOver:
        return RollOver(self.library)

    def _refuse_unanswered(self, change: Change, answers: Answers) -> None:
        if _day(answers) is None:
            raise UserError(_("Chưa có ngày bắt đầu."), remedy=_("Ghi ngày, ví dụ 01/7/2025."))
        whom = _units(answers) if change is Change.MERGE else answers.get("unit")
        if not whom:
            raise UserError(_("Chưa chọn đơn vị."), remedy=_("Gõ vài chữ trong tên rồi chọn."))

    def _about_signer(self, answers: Answers) -> tuple[Field, ...]:
        unit, day = self.library.unit(answers["unit"]), _day(answers)
        named = tuple(one.name for one in unit.people if day and one.covers(day))
        authority = dataclasses.replace(
            field("authority", FieldType.LIST),
            help=_("Như K/T TRƯỞNG BAN | PHÓ TRƯỞNG BAN; để trống thì ký theo chức vụ."),
        )
        replaced = Field(
            "replaces", _("Thay cho"), FieldType.CHOICE, is_required=False, choices=named
        )
        return (
            Field("name", label("person")),
            field("position", is_required=True),
            authority,
            *((replaced,) if named else ()),
        )

    def _about_name(self, answers: Answers) -> tuple[Field, ...]:
        period = to_table(self.library.unit(answers["unit"]).periods[-1])
        lists = {"letterhead_issuer": FieldType.LIST}
        return tuple(
            dataclasses.replace(
                field(name, lists.get(name, FieldType.TEXT)), default=period[name] or None
            )
            for name in (*_NAMES, "place")
        )

    def _new_signer(self, answers: Answers) -> Plan:
        refuse_gaps(answers, ("name", "position"))
        authority = tuple(_lines(way) for way in answers.get("authority", ()))
        person = Person(answers["name"], answers["position"], authority, _day(answers))
        return self._roll_over.new_signer(answers["unit"], person, answers.get("replaces", ""))

    def _new_term(self, answers: Answers) -> Plan:
        refuse_gaps(answers, ("name",))
        bodies = None if answers.get("with_bodies", True) else ()
        day = _day(answers) or datetime.date.max
        return self._roll_over.new_term(answers["unit"], day, answers["name"], bodies)

    def _rename(self, answers: Answers) -> Plan:
        day = _day(answers) or datetime.date.max
        period = to_table(self.library.unit(answers["unit"]).periods[-1])
        told: dict[str, Any] = {name: answers.get(name, "") for name in (*_NAMES, "place")}
        told["letterhead_issuer"] = tuple(answers.get("letterhead_issuer", ()))
        refuse_gaps(told, (*_NEW, "place"))
        changes = {name: value for name, value in told.items() if value != period[name]}
        if not changes:
            raise UserError(_("Chưa có gì thay đổi."), remedy=_("Sửa tên, ký hiệu hoặc tiêu đề."))
        return self._roll_over.rename(answers["unit"], day, changes)

    def _merge(self, answers: Answers) -> Plan:
        units, day = _units(answers), _day(answers) or datetime.date.max
        heir: Unit | str = answers.get("heir", "") or self._new_unit(answers, units[0], day)
        return self._roll_over.merge(units, heir, day)

    def _split(self, answers: Answers) -> Plan:
        rows, day = answers.get("heirs", ()), _day(answers) or datetime.date.max
        if len(rows) < 2:
            raise UserError(
                _("Chia thì phải có ít nhất hai đơn vị tiếp nhận."),
                remedy=_("Thêm các đơn vị tiếp nhận."),
            )
        heirs = [row.get("unit") or self._new_unit(row, answers["unit"], day) for row in rows]
        return self._roll_over.split(answers["unit"], heirs, day)

    def _new_unit(self, answers: Answers, like: str, day: datetime.date) -> Unit:
        """Return a new unit that is like another one but for its name, letterhead and symbol."""
        refuse_gaps(answers, (*_NEW, "place"))
        pattern = self.library.unit(like)
        period = dataclasses.replace(
            period_on(pattern, day - datetime.timedelta(days=1)),
            name=answers["name"],
            letterhead_issuer=tuple(answers["letterhead_issuer"]),
            symbol=answers["symbol"],
            place=answers["place"],
            short_name="",
            list_name="",
            valid_from=day,
            valid_to=None,
            source="",
        )
        unit = dataclasses.replace(
            pattern, id="", periods=(period,), former=(), successor="", successors=(), people=(),
            contacts=(), terms=(),
        )  # fmt: skip
        return dataclasses.replace(unit, id=Registries(self.library).suggested_id(unit))


def change_words(change: Change) -> tuple[str, str]:
    """Return what a change is called, and one line on it."""
    words = {
        Change.NEW_SIGNER: (
            _("Người ký mới"),
            _("Thêm người ký từ một ngày, thay người trước nếu có."),
        ),
        Change.NEW_TERM: (
            _("Nhiệm kỳ mới"),
            _("Cấp uỷ và các ban tham mưu; số văn bản Đảng đánh lại từ 01."),
        ),
        Change.RENAME: (
            _("Đổi tên, ký hiệu"),
            _("Đơn vị tiếp tục với tên, ký hiệu khác."),
        ),
        Change.MERGE: (_("Sáp nhập, hợp nhất"), _("Nhiều đơn vị thành một, cũ hoặc mới.")),
        Change.SPLIT: (_("Chia, tách"), _("Một đơn vị thành nhiều.")),
    }
    return words[change]


def _about_term() -> tuple[Field, ...]:
    return (
        Field("name", _("Tên nhiệm kỳ"), help=_("Như: Nhiệm kỳ 2030 - 2035.")),
        Field(
            "with_bodies",
            _("Cả các ban tham mưu trực thuộc"),
            FieldType.FLAG,
            default=True,
            is_required=False,
        ),
    )


def _heir_fields() -> tuple[Field, ...]:
    return (
        Field(
            "heir",
            _("Đơn vị tiếp nhận đã có"),
            FieldType.UNIT,
            help=_("Để trống nếu lập đơn vị mới, rồi điền các ô dưới."),
            is_required=False,
        ),
    )


def _new_unit_fields() -> tuple[Field, ...]:
    return (
        field("name"),
        field("letterhead_issuer", FieldType.LIST),
        field("symbol"),
        field("place"),
    )


def _heirs_field() -> Field:
    existing = Field("unit", _("Đơn vị đã có"), FieldType.UNIT, is_required=False)
    return Field(
        "heirs",
        _("Các đơn vị tiếp nhận"),
        FieldType.RECORDS,
        help=_(
            "Mỗi dòng một đơn vị: chọn đơn vị đã có, hoặc ghi tên, tiêu đề, ký hiệu đơn vị mới."
        ),
        columns=(existing, *_new_unit_fields()),
    )


def _units(answers: Answers) -> list[str]:
    return [row["unit"] for row in answers.get("units") or () if row.get("unit")]


def _day(answers: Answers) -> datetime.date | None:
    return parse_date(str(answers.get("day", "")))


def _lines(way: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in way.split(LINE_END.strip()) if part.strip())
