"""From a plan to the report that answers it, from one period to the next (thẻ báo cáo, kỳ sau)."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.chain.tasks import file_in
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.chaining import Chained

WIDEST = 900


class GoingOnTab(QWidget):
    """Takes a plan or an earlier report, and drafts what follows from it in the editor."""

    def __init__(self, office: Office, on_desk: Callable[[], Draft | None]) -> None:
        super().__init__()
        from ttcs_desktop.model.period import PeriodKind
        from ttcs_desktop.services.deadline_list import kind_word

        self._office = office
        self._on_desk = on_desk
        self._before: tuple[str, Draft] | None = None
        self._previous: tuple[str, Draft] | None = None
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.title, self.previous = QLabel(), QLabel()
        self.open_button = QPushButton(_("Mở kế hoạch, báo cáo…"))
        self.take_button = QPushButton(_("Lấy văn bản đang soạn"))
        self.previous_button = QPushButton(_("Báo cáo kỳ trước…"))
        self.kind = Picker(tuple((one.value, kind_word(one)) for one in PeriodKind))
        self.date = DateBox()
        self.report_button = QPushButton(_("Soạn báo cáo từ kế hoạch này"))
        self.next_button = QPushButton(_("Mở kỳ sau từ văn bản này"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._listen()
        self._follow()

    def open(self, path: Path) -> None:
        """Take a plan or a report from its file."""
        workbench = self._office.workbench
        self._office.background.run(
            lambda: workbench.open(path).draft,
            lambda draft: self.take(draft, path.name),
            self._office.messages.tell,
        )

    def take(self, draft: Draft, name: str) -> None:
        """Take a plan or a report."""
        self._before = (name, draft)
        self._follow()

    def take_previous(self, path: Path) -> None:
        """Take the figures of the period before from a report."""
        workbench = self._office.workbench

        def show(draft: Draft) -> None:
            self._previous = (path.name, draft)
            self._follow()

        self._office.background.run(
            lambda: workbench.open(path).draft, show, self._office.messages.tell
        )

    def draft_report(self) -> None:
        """Draft the report that answers the plan, task by task."""
        if self._before is None:
            return
        plan, previous = self._before[1], self._previous[1] if self._previous else None
        kind, date, library = self.kind.value(), self._day(), self._office.workbench.library

        def work() -> "Chained":
            from ttcs_desktop.services.chaining import Chaining, period_of

            return Chaining(library).report_from(plan, period_of(kind, date), date, previous)

        self._draft(work)

    def draft_next(self) -> None:
        """Draft the same for the next period; what is old in it is marked."""
        if self._before is None:
            return
        draft, date, library = self._before[1], self._day(), self._office.workbench.library

        def work() -> "Chained":
            from ttcs_desktop.services.continuing import Continuing

            return Continuing(library).next_from(draft, date)

        self._draft(work)

    def _draft(self, work: "Callable[[], Chained]") -> None:
        def show(made: "Chained") -> None:
            self._office.messages.withdraw("error")
            if self._office.take_up(made.draft, None, None) and made.problems:
                words = "\n".join(f"{one.message} {one.hint}".strip() for one in made.problems)
                said = Message(words, topic="chain", weight="warning")
                self._office.messages.say(said)

        self._office.background.run_long(
            _("Đang dự thảo"), lambda _progress: work(), show, self._office.messages.tell
        )

    def _follow(self) -> None:
        self.report_button.setEnabled(self._before is not None and bool(self._before[1].tasks))
        self.next_button.setEnabled(self._before is not None)
        if self._before is None:
            self.title.setText(_("Mở kế hoạch hoặc báo cáo, hoặc thả tệp vào đây."))
        else:
            name, draft = self._before
            told = _("{name}: {count} nhiệm vụ, {figures} số liệu")
            self.title.setText(
                told.format(name=name, count=len(draft.tasks), figures=len(draft.figures))
            )
        before = self._previous[0] if self._previous else _("chưa chọn")
        self.previous.setText(_("Số kỳ trước: {name}").format(name=before))

    def _take_from_desk(self) -> None:
        draft = self._on_desk()
        if draft is None:
            told = _("Chưa có văn bản nào đang soạn.")
            self._office.messages.say(Message(told, topic="guidance"))
        else:
            self.take(draft, _("văn bản đang soạn"))

    def _ask(self, take: Callable[[Path], object]) -> None:
        path = self.asker.open(_("Mở văn bản"), _("Văn bản (*.docx *.txt);;Mọi tệp (*)"))
        if path is not None:
            take(path)

    def _day(self) -> datetime.date:
        return self.date.date() or _today()

    def _listen(self) -> None:
        self.open_button.clicked.connect(lambda: self._ask(self.open))
        self.previous_button.clicked.connect(lambda: self._ask(self.take_previous))
        self.take_button.clicked.connect(self._take_from_desk)
        self.report_button.clicked.connect(self.draft_report)
        self.next_button.clicked.connect(self.draft_next)

    def _lay_out(self) -> None:
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        self.previous.setObjectName("quiet")
        self.report_button.setObjectName("primary")
        self.kind.show_choice("year")
        self.date.set_date(_today())
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        grid = QGridLayout()
        grid.setHorizontalSpacing(EDGE)
        grid.setVerticalSpacing(2)
        asked = ((_("Kỳ báo cáo"), self.kind), (_("Ngày ban hành"), self.date))
        for at, (words, widget) in enumerate(asked):
            label = QLabel(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            grid.addWidget(label, 0, at)
            grid.addWidget(widget, 1, at)
            grid.setColumnStretch(at, 1)
        hint = QLabel(
            _(
                "Báo cáo trả lời từng nhiệm vụ của kế hoạch, chỉ tiêu lấy theo kế hoạch. "
                "Mở kỳ sau thì điều cũ được đánh dấu cho đến khi xác nhận."
            )
        )
        hint.setObjectName("help")
        hint.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.setSpacing(GAP)
        column.addLayout(Flow((self.open_button, self.take_button)))
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addLayout(Flow((self.previous_button, self.previous)))
        column.addLayout(Flow((self.report_button, self.next_button)))
        column.addWidget(hint)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page, 1, Qt.AlignmentFlag.AlignTop)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a plan or a report."""
        if file_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        path = file_in(event)
        if path is not None:
            self.open(path)
            event.acceptProposedAction()


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
