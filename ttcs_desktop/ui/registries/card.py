"""One record: its form, what would change, what the clerk changed of what ships (thẻ chi tiết)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Difference, RecordKind
from ttcs_desktop.model.template import Form
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.panel import FormPanel
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.registries.keeper import Keeper, Record
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.differences import DifferenceView

EMPTY, FORM, REVIEW, ORIGINAL = range(4)


@dataclass(frozen=True)
class Subject:
    """What a card is about: a record, and the part of it that the form asks for.

    `make` turns answers into the record as they want it; `key` tells edits that were left behind.
    With `is_begun` the record itself differs already from what is kept.
    """

    kind: RecordKind
    record: Record
    key: tuple[object, ...]
    name: str
    detail: str
    form: Form
    answers: dict[str, Any]
    make: Callable[[dict[str, Any]], Record]
    is_begun: bool = False


class RecordCard(QWidget):
    """Edits one record at a time; edits that were left behind wait until the clerk comes back."""

    saved = Signal(str)
    """The record with this id was written."""
    left = Signal(object)
    """The clerk wants to go back to this subject, whose edits wait."""

    def __init__(self, office: Office, keeper: Keeper, hint: str) -> None:
        super().__init__()
        self._office = office
        self._keeper = keeper
        self._subject: Subject | None = None
        self._given: dict[str, Any] = {}
        self._left: dict[tuple[object, ...], dict[str, Any]] = {}
        self._wanted: Record | None = None
        self.panel = FormPanel(office.workbench, is_wide=True)
        self.review = DifferenceView(office, names_record=False)
        self.original = DifferenceView(office, names_record=False)
        self.name, self._detail = QLabel(), QLabel()
        self.above = QVBoxLayout()
        """Room under the name for what a kind of record has besides."""
        self._make_buttons()
        self._lay_out(hint)
        self.panel.changed.connect(self._follow_form)

    def show_subject(self, subject: Subject | None) -> None:
        """Turn to another record; None for none. Edits to the last one wait."""
        self._leave()
        self._subject = subject
        self.stack.setCurrentIndex(FORM if subject else EMPTY)
        if subject is None:
            return
        self.name.setText(subject.name)
        self._detail.setText(subject.detail)
        self.panel.ask(subject.form)
        self.panel.show_answers(subject.answers)
        self._given = self.panel.answers()
        waiting = self._left.pop(subject.key, None)
        if waiting is not None:
            self.panel.show_answers(waiting)
        self._follow_form()

    def is_changed(self) -> bool:
        """Tell whether the form says something else than the record."""
        if self._subject is None:
            return False
        is_edited = bool(self.panel.faults()) or self.panel.answers() != self._given
        return is_edited or self._subject.is_begun

    def holds_edits(self) -> bool:
        """Tell whether edits wait to be written, here or where they were left."""
        return self.is_changed() or bool(self._left)

    def show_changes(self) -> None:
        """Show what would change, before anything is written."""
        subject = self._subject
        if subject is None:
            return
        if self.panel.faults():
            told = _("Còn ô ghi chưa đúng; sửa các ô được đánh dấu rồi xem lại thay đổi.")
            self._office.messages.say(Message(told, topic="error", weight="error"))
            return
        answers, registries = self.panel.answers(), self._office.workbench.registries

        def work() -> tuple[Record, tuple[Difference, ...]]:
            record = subject.make(answers)
            return record, registries.compare([record])

        self._office.background.run(work, self._show_review, self._refuse)

    def save(self) -> None:
        """Write what was shown."""
        if self._wanted is not None:
            self._keeper.save([self._wanted], self._settle)

    def drop_changes(self) -> None:
        """Let the form say again what the record says; one step back brings the edits again."""
        edits, subject = self.panel.answers(), self._subject
        self.panel.show_answers(subject.answers if subject else {})
        self._follow_form()
        told = _("Đã bỏ những gì vừa sửa.")

        def bring_back() -> None:
            if self._subject is subject:
                self.panel.show_answers(edits)
                self._follow_form()

        self._office.messages.say(
            Message(told, topic="dropped", action=_("Hoàn tác"), act=bring_back)
        )

    def show_original(self) -> None:
        """Show what the clerk changed of what ships."""
        subject, registries = self._subject, self._office.workbench.registries
        if subject is None:
            return

        def show(own: tuple[Difference, ...]) -> None:
            self.original.show_differences(own)
            is_new = any(one.is_new for one in own)
            self.restore_one.setEnabled(bool(own) and not is_new)
            self.restore_all.setEnabled(bool(own))
            self.restore_all.setText(_("Xoá khỏi danh mục") if is_new else _("Lấy lại tất cả"))
            self.stack.setCurrentIndex(ORIGINAL)

        self._office.background.run(
            lambda: registries.own(subject.kind, subject.record.id),
            show,
            self._office.messages.tell,
        )

    def restore(self, field: str = "") -> None:
        """Take back what ships, of a field or of the whole record."""
        if self._subject is not None:
            record_id = self._subject.record.id
            self._keeper.restore(self._subject.kind, record_id, field, self._settle)

    def back_to_form(self) -> None:
        """Go back from what would change to the form."""
        self.stack.setCurrentIndex(FORM)
        self.panel.setFocus()

    def _leave(self) -> None:
        if self._subject is not None and self.is_changed():
            subject = self._subject
            self._left[subject.key] = self.panel.answers()
            told = _("Thay đổi ở “{name}” chưa lưu.").format(name=subject.name)
            self._office.messages.say(
                Message(
                    told,
                    topic="left",
                    weight="warning",
                    action=_("Quay lại"),
                    act=lambda: self.left.emit(subject),
                )
            )

    def _settle(self) -> None:
        subject, self._subject = self._subject, None
        record = self._wanted or (subject.record if subject else None)
        self._wanted = None
        self._office.messages.withdraw("left")
        self.saved.emit(record.id if record else "")

    def _show_review(self, outcome: tuple[Record, tuple[Difference, ...]]) -> None:
        record, differences = outcome
        self._office.messages.withdraw("error")
        self._wanted = record
        self.review.show_differences(differences)
        self.write.setEnabled(bool(differences))
        self.stack.setCurrentIndex(REVIEW)
        self.write.setFocus()

    def _refuse(self, error: Exception) -> None:
        self._office.messages.tell(error)
        if isinstance(error, UserError):
            self.panel.setFocus()

    def _follow_form(self) -> None:
        is_changed = self.is_changed()
        self.see.setEnabled(is_changed)
        self.drop.setEnabled(is_changed)

    def _make_buttons(self) -> None:
        self.see = _button(_("Xem thay đổi"), self.show_changes, "primary")
        self.drop = _button(_("Bỏ sửa"), self.drop_changes)
        self.origin = _button(_("Dữ liệu gốc…"), self.show_original)
        self.write = _button(_("Lưu thay đổi"), self.save, "primary")
        self.back = _button(_("Quay lại sửa"), self.back_to_form)
        self.restore_one = _button(_("Lấy lại mục đang chọn"), self._restore_chosen)
        self.restore_all = _button(_("Lấy lại tất cả"), self.restore)
        self.back_again = _button(_("Quay lại"), self.back_to_form)

    def _restore_all(self) -> None:
        self.restore()

    def _restore_chosen(self) -> None:
        chosen = self.original.table.current()
        if chosen is not None:
            self.restore(chosen.field)

    def _lay_out(self, hint: str) -> None:
        self.name.setObjectName("name")
        self.name.setWordWrap(True)
        self._detail.setObjectName("quiet")
        self._detail.setWordWrap(True)
        nothing = QLabel(hint)
        nothing.setObjectName("quiet")
        nothing.setWordWrap(True)
        nothing.setMargin(2 * EDGE)
        self.stack = QStackedWidget()
        self.stack.addWidget(nothing)
        self.stack.addWidget(self._form_page())
        told = _("Những chỗ sẽ thay đổi; chưa có gì được ghi.")
        self.stack.addWidget(_page(told, self.review, (self.write, self.back)))
        told = _("Những chỗ đơn vị đã sửa: dữ liệu gốc ở trước, của đơn vị ở sau.")
        buttons = (self.restore_one, self.restore_all, self.back_again)
        self.stack.addWidget(_page(told, self.original, buttons))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _form_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, EDGE, 0, 0)
        column.setSpacing(TIGHT)
        head = QVBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(TIGHT)
        head.addWidget(self.name)
        head.addWidget(self._detail)
        head.addLayout(self.above)
        column.addLayout(head)
        column.addWidget(self.panel, 1)
        column.addLayout(_row((self.see, self.drop, self.origin), EDGE))
        return page


def _page(told: str, widget: QWidget, buttons: tuple[QPushButton, ...]) -> QWidget:
    page = QWidget()
    label = QLabel(told)
    label.setObjectName("heading")
    label.setWordWrap(True)
    column = QVBoxLayout(page)
    column.setContentsMargins(EDGE, EDGE, EDGE, 0)
    column.setSpacing(GAP)
    column.addWidget(label)
    column.addWidget(widget, 1)
    column.addLayout(_row(buttons, 0))
    return page


def _row(buttons: tuple[QPushButton, ...], edge: int) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setContentsMargins(edge, GAP, edge, GAP)
    row.addLayout(Flow(buttons))
    return row


def _button(text: str, act: Callable[[], object], look: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(look)
    button.clicked.connect(lambda _checked=False: act())
    return button
