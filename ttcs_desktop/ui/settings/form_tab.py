"""A form whose answers are kept as they are given (thiết đặt tự lưu)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import Form
from ttcs_desktop.ui.form.panel import FormPanel
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

PAUSE = 700
"""Milliseconds from the last change to keeping it."""
WIDEST = 620
Answers = dict[str, Any]


class FormTab(QWidget):
    """Asks with `form`; `load` gives the answers so far, `keep` writes them."""

    def __init__(
        self,
        office: Office,
        form: Form,
        load: Callable[[], Answers],
        keep: Callable[[Answers], object],
    ) -> None:
        super().__init__()
        self._office = office
        self._load, self._keep = load, keep
        self._kept: Answers = {}
        self.panel = FormPanel(office.workbench, self)
        self.panel.ask(form)
        self.panel.setMaximumWidth(WIDEST)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        told = QLabel(_("Thay đổi được giữ ngay, không cần bấm lưu."))
        told.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.addWidget(told)
        column.addWidget(self.panel, 1)
        self.panel.changed.connect(self._pause.start)
        office.background.run(load, self._show, office.messages.tell)

    def keep(self) -> None:
        """Keep the answers as they stand, unless one of them is wrong."""
        self._pause.stop()
        answers, before = self.panel.answers(), self._kept
        if self.panel.faults() or answers == before:
            return
        self._write(answers, lambda: self._offer_back(before))

    def _write(self, answers: Answers, then: Callable[[], object]) -> None:
        def well(_none: object) -> None:
            self._kept = answers
            then()

        self._office.background.run(lambda: self._keep(answers), well, self._office.messages.tell)

    def _offer_back(self, before: Answers) -> None:
        def back() -> None:
            self.panel.show_answers(before)
            self._write(before, lambda: None)

        told = _("Đã giữ thiết đặt.")
        message = Message(told, topic="settings", action=_("Hoàn tác"), act=back)
        self._office.messages.say(message)

    def _show(self, answers: Answers) -> None:
        self.panel.show_answers(answers)
        self._kept = self.panel.answers()
