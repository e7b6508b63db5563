"""What stands beside the text: unit, date, number, marks, house style (thẻ thể thức)."""

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.gate import GatePlace
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.form.inputs import unit_input
from ttcs_desktop.ui.form.pickers import AmountPicker, Picker
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

MOST_ROUNDS = 9


class FormatPanel(QScrollArea):
    """Shows and changes what is not text; an empty choice follows the unit and the format."""

    changed = Signal(dict)
    """Fields of the draft with their new values."""

    def __init__(self, workbench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft(text="")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(_("Thể thức"))
        self.unit = unit_input(workbench)
        self.date = DateBox()
        self.number = QLineEdit()
        self.format = Picker((("", _("Theo đơn vị và ngày")),))
        self.urgency = Picker(())
        self.circulation = Picker(())
        self.draft_round = Picker(_rounds())
        self.habits = _habit_pickers()
        self._lay_out()
        self._listen()

    def go_to(self, place: GatePlace) -> None:
        """Put the keyboard into the field that a point of the gate leads to."""
        fields = {GatePlace.FORMAT: self.format, GatePlace.DRAFT_MARK: self.draft_round}
        field = fields.get(place, self.unit)
        self.ensureWidgetVisible(field)
        field.setFocus()

    def offer_formats(self, formats: tuple[tuple[str, str], ...]) -> None:
        """Offer formats by id and title."""
        self.format.offer((("", _("Theo đơn vị và ngày")), *formats), self._draft.format)

    def show_draft(self, draft: Draft) -> None:
        """Show what stands beside a draft's text."""
        self._draft = draft
        self.unit.show_value(draft.unit)
        if self.date.date() != draft.date:
            self.date.set_date(draft.date)
        if self.number.text() != draft.number:
            self.number.setText(draft.number)
        self.format.show_choice(draft.format)
        self.urgency.show_choice(draft.marks.urgency)
        self.circulation.show_choice(draft.marks.circulation)
        self.draft_round.show_choice(draft.marks.draft_round)
        for name, picker in self.habits.items():
            picker.show_choice(getattr(draft.habits, name))

    def follow_format(self, profile: FormatProfile) -> None:
        """Offer what a format allows."""
        none = ("", _("Không ghi"))
        marks, chosen = profile.marks, self._draft.marks
        self.urgency.offer((none, *((one, one) for one in marks.urgency)), chosen.urgency)
        self.circulation.offer(
            (none, *((one, one) for one in marks.circulation)), chosen.circulation
        )
        sizes = tuple((one.id, one.title) for one in profile.size_sets)
        size_picker = self.habits["size_set"]
        if isinstance(size_picker, Picker):
            size_picker.offer((_usual(), *sizes), self._draft.habits.size_set)
        self.habits["two_sided"].setEnabled(profile.page.two_sided_allowed)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("plain")
        column = QVBoxLayout(page)
        column.setContentsMargins(EDGE, GAP, EDGE, EDGE)
        column.setSpacing(TIGHT)
        _group(
            column,
            _("Văn bản"),
            (
                (_("Đơn vị ban hành"), self.unit),
                (_("Ngày ban hành"), self.date),
                (_("Số văn bản"), self.number),
                (_("Thể thức"), self.format),
            ),
        )
        self.number.setPlaceholderText(_("Để trống cho văn thư"))
        marks = (
            (_("Mức độ khẩn"), self.urgency),
            (_("Phạm vi lưu hành"), self.circulation),
            (_("Dự thảo"), self.draft_round),
        )
        _group(column, _("Dấu chỉ"), marks)
        titles = _habit_titles()
        habits = tuple((titles[name], picker) for name, picker in self.habits.items())
        _group(column, _("Nếp trình bày của đơn vị"), habits)
        column.addStretch()
        self.setWidget(page)
        self.unit.name(_("Đơn vị ban hành"), "")

    def _listen(self) -> None:
        self.unit.changed.connect(lambda: self._tell(unit=self.unit.value() or ""))
        self.date.chosen.connect(lambda: self._tell(date=self.date.date()))
        self.number.textEdited.connect(lambda text: self._tell(number=text.strip()))
        self.format.chosen.connect(lambda format_id: self._tell(format=format_id))
        self.urgency.chosen.connect(lambda mark: self._tell_mark(urgency=mark))
        self.circulation.chosen.connect(lambda mark: self._tell_mark(circulation=mark))
        self.draft_round.chosen.connect(lambda number: self._tell_mark(draft_round=number))
        for name, picker in self.habits.items():
            picker.chosen.connect(lambda value, name=name: self._tell_habit(**{name: value}))

    def _tell(self, **beside: Any) -> None:  # noqa: ANN401  fields of a draft
        self._draft = dataclasses.replace(self._draft, **beside)
        self.changed.emit(beside)

    def _tell_mark(self, **marks: Any) -> None:  # noqa: ANN401
        self._tell(marks=dataclasses.replace(self._draft.marks, **marks))

    def _tell_habit(self, **habits: Any) -> None:  # noqa: ANN401
        self._tell(habits=dataclasses.replace(self._draft.habits, **habits))


def _group(column: QVBoxLayout, title: str, rows: tuple[tuple[str, QWidget], ...]) -> None:
    heading = QLabel(title)
    heading.setObjectName("heading")
    column.addSpacing(GAP)
    column.addWidget(heading)
    for text, widget in rows:
        label = QLabel(text)
        label.setObjectName("quiet")
        label.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(text)
        column.addWidget(label)
        column.addWidget(widget)
        column.addSpacing(TIGHT)


def _usual() -> tuple[None, str]:
    return (None, _("Theo thể thức"))


def _rounds() -> tuple[tuple[int, str], ...]:
    numbered = ((number, _("Dự thảo lần {n}").format(n=number)) for number in range(1, MOST_ROUNDS))
    return ((0, _("Không ghi")), *numbered)


def _habit_titles() -> dict[str, str]:
    return {
        "spelling": _("Dấu thanh"),
        "roman_mark": _("Đánh số La Mã"),
        "clause_mark": _("Đánh số khoản"),
        "end_mark": _("Kết thúc văn bản"),
        "first_line_indent": _("Thụt đầu dòng (mm)"),
        "line_spacing": _("Giãn dòng"),
        "size_set": _("Bộ cỡ chữ"),
        "two_sided": _("In hai mặt"),
    }


def _habit_pickers() -> dict[str, "Picker | AmountPicker"]:
    usual = _usual()
    yes_or_no = ((True, _("Hai mặt, lề đối xứng")), (False, _("Một mặt")))
    return {
        "spelling": Picker((usual, ("new", _("uỷ, hoà")), ("old", _("ủy, hòa")))),
        "roman_mark": Picker((usual, ("I.", "I."), ("I-", "I-"))),
        "clause_mark": Picker((usual, ("1.", "1."), ("1-", "1-"))),
        "end_mark": Picker((usual, (".", "."), ("./.", "./."), ("", _("Không có dấu")))),
        "first_line_indent": AmountPicker(5.0, 20.0, 0.5, usual[1]),
        "line_spacing": AmountPicker(1.0, 30.0, 0.5, usual[1]),
        "size_set": Picker((usual,)),
        "two_sided": Picker((usual, *yes_or_no)),
    }
