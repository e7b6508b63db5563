"""The checker beside the text: what it finds as one types, and what a click does about it."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.editor.carrying_out import units
from ttcs_desktop.ui.editor.problem_list import ProblemList
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.look import GAP, TIGHT
from ttcs_desktop.ui.message_bar import Message, told
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.desk_checks import Point

PAUSE = 10
"""Milliseconds to wait for the next key before the draft is checked."""


class CheckPanel(QWidget):
    """The list of points, with a mend and a way to pass over a rule for the one picked."""

    checked = Signal(int)
    """The draft was checked: this many findings."""

    def __init__(
        self, office: Office, text: TextEdit, problems: ProblemList, draft: Callable[[], Draft]
    ) -> None:
        super().__init__()
        self._office = office
        self._text = text
        self._problems = problems
        self._draft = draft
        self._checking = Latest(office.background)
        self._failure = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._check)
        self.mend_button = QPushButton(_("Sửa điểm này"))
        self.ignore_button = QPushButton(_("Bỏ qua quy tắc này ở cơ quan"))
        self.mend_button.clicked.connect(self.mend)
        self.ignore_button.clicked.connect(self.ignore)
        self._clause = QLabel()
        self._clause.setObjectName("quiet")
        self._clause.setWordWrap(True)
        self._lay_out()
        self.setFocusProxy(problems)
        problems.picked.connect(self._follow_row)
        self._follow_row(None)

    def follow(self) -> None:
        """Check the draft soon: it has changed."""
        if not self._pause.isActive():
            self._pause.start()

    def mend(self) -> None:
        """Make the safe change of the point picked, as one step that can be undone."""
        point = self._problems.point()
        if point is None or point.mend is None:
            return
        mend = point.mend
        block = self._text.document().findBlockByNumber(mend.line - 1)
        letters = block.text()
        if letters[mend.start : mend.start + len(mend.before)] != mend.before:
            return  # the line was changed since; the next check says what holds
        cursor = QTextCursor(block)
        start = block.position() + units(letters[: mend.start])
        cursor.setPosition(start)
        cursor.setPosition(start + units(mend.before), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(mend.after)
        self._text.setTextCursor(cursor)

    def ignore(self) -> None:
        """Pass over the rule of the point picked, in this office."""
        point = self._problems.point()
        if point is not None:
            rule = point.rule
            self._decide(lambda: self._office.workbench.checks.ignore(rule), rule)

    def _decide(self, act: Callable[[], None], undo: str) -> None:
        def well(_none: None) -> None:
            self.follow()
            self._office.messages.withdraw("rule")
            if undo:
                self._offer_back(undo)

        self._office.background.run(act, well, self._office.messages.tell)

    def _offer_back(self, rule: str) -> None:
        said = _("Từ nay không kiểm tra quy tắc “{rule}” ở cơ quan này.").format(rule=rule)
        heed = self._office.workbench.checks.heed
        back = Message(
            said,
            topic="rule",
            action=_("Kiểm tra lại quy tắc"),
            act=lambda: self._decide(lambda: heed(rule), ""),
        )
        self._office.messages.say(back)

    def _check(self) -> None:
        draft = self._draft()
        self._checking.submit(
            lambda: self._office.workbench.checks.check_draft(draft),
            self._show,
            self._tell_failure,
        )

    def _show(self, points: "tuple[Point, ...]") -> None:
        self._problems.show_points(points)
        self._failure = ""
        self.checked.emit(self._problems.count())

    def _tell_failure(self, error: Exception) -> None:
        """Say in the list that nothing was checked; the details go to the log, once."""
        why = told(error).text
        if why != self._failure:
            logging.getLogger(__name__).error("draft not checked", exc_info=error)
        self._failure = why
        self._problems.show_failure(_("Chưa kiểm tra được văn bản này. {why}").format(why=why))
        self.checked.emit(self._problems.count())

    def _follow_row(self, point: "Point | None") -> None:
        self.mend_button.setEnabled(point is not None and point.mend is not None)
        self.ignore_button.setEnabled(point is not None)
        self._clause.setText(point.clause if point else "")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 0, GAP, TIGHT)
        row.setSpacing(GAP)
        row.addWidget(self.mend_button)
        row.addWidget(self.ignore_button)
        row.addWidget(self._clause, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._problems, 1)
        column.addLayout(row)
