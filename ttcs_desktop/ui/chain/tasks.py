"""What a guidance asks of each group: split, merged, reworded, confirmed (thẻ nhiệm vụ)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.task import Assignment, Task
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.chain.guidance import Guidance
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.split import beside

if TYPE_CHECKING:
    from ttcs_desktop.services.chaining import Proposal

    Change = Callable[[Proposal], Proposal]

TASK = Qt.ItemDataRole.UserRole
WIDTHS = (700, 580)
READS = (".docx", ".docm", ".txt", ".md")


class TasksTab(QWidget):
    """A tree of groups and their tasks; the one that is marked is worked on beside it."""

    def __init__(
        self, office: Office, guidance: Guidance, on_desk: Callable[[], Draft | None]
    ) -> None:
        super().__init__()
        self._office = office
        self._guidance = guidance
        self._on_desk = on_desk
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.title = QLabel()
        self.open_button = QPushButton(_("Mở hướng dẫn…"))
        self.take_button = QPushButton(_("Lấy văn bản đang soạn"))
        self.tree = QTreeWidget()
        self.told = QLabel()
        self.wording = QPlainTextEdit()
        self.reword_button = QPushButton(_("Sửa lời văn"))
        self.split_button = QPushButton(_("Tách theo từng dòng"))
        self.propose_button = QPushButton(_("Đề xuất chỗ tách"))
        self.merge_button = QPushButton(_("Gộp các nhiệm vụ đang chọn"))
        self.undo_button = QPushButton(_("Hoàn tác"))
        self.confirm_button = QPushButton(_("Xác nhận, ghi vào hướng dẫn"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._listen()
        self._show()

    def ask_for_file(self) -> None:
        """Ask for the file of a guidance."""
        path = self.asker.open(_("Mở hướng dẫn"), _("Văn bản (*.docx *.txt);;Mọi tệp (*)"))
        if path is not None:
            self._guidance.open(path)

    def take_from_desk(self) -> None:
        """Take the guidance that is being written."""
        draft = self._on_desk()
        if draft is None:
            told = _("Chưa có văn bản nào đang soạn.")
            self._office.messages.say(Message(told, topic="guidance"))
        else:
            self._guidance.take(draft, _("văn bản đang soạn"))

    def split(self) -> None:
        """Let each line of the words beside be a task."""
        task, lines = self.current(), self.wording.toPlainText().splitlines()
        if task is not None:
            from ttcs_desktop.services.task_editing import with_split

            self._guidance.change(lambda proposal: with_split(proposal, task.id, lines))

    def propose(self) -> None:
        """Put each sentence of the task on a line of its own; nothing is split yet."""
        task = self.current()
        if task is None:
            return
        from ttcs_desktop.services.task_editing import parts

        found = parts(task)
        self.wording.setPlainText("\n".join(found))
        told = (
            _("Mỗi dòng sẽ là một nhiệm vụ; sửa chỗ ngắt dòng rồi bấm “Tách theo từng dòng”.")
            if len(found) > 1
            else _("Nhiệm vụ này chỉ có một câu; xuống dòng ở chỗ muốn tách.")
        )
        self._office.messages.say(Message(told, topic="guidance"))

    def merge(self) -> None:
        """Let the selected tasks be one."""
        from ttcs_desktop.services.task_editing import with_merged

        ids = [task.id for task in self.chosen()]
        self._guidance.change(lambda proposal: with_merged(proposal, ids))

    def reword(self) -> None:
        """Give the task the words beside."""
        task, words = self.current(), self.wording.toPlainText()
        if task is not None:
            from ttcs_desktop.services.task_editing import with_wording

            self._guidance.change(lambda proposal: with_wording(proposal, task.id, words))

    def confirm(self) -> None:
        """Let the tasks travel with the guidance: it is taken up in the editor, to be saved."""
        proposal = self._guidance.proposal
        if proposal is None:
            return
        from ttcs_desktop.services.task_editing import confirmed

        path, draft = self._guidance.path, confirmed(proposal)
        own = path if path is not None and path.suffix.lower() == ".docx" else None
        if self._office.take_up(draft, own, proposal.draft if own else None):
            told = _("Nhiệm vụ đã xác nhận nằm trong hướng dẫn; lưu .docx để giữ.")
            self._office.messages.say(Message(told, topic="guidance"))

    def current(self) -> Task | None:
        """Return the task that is marked."""
        row = self.tree.currentItem()
        task = row.data(0, TASK) if row else None
        return task if isinstance(task, Task) else None

    def chosen(self) -> list[Task]:
        """Return the tasks that are selected, in the order of the guidance."""
        chosen = {row.data(0, TASK).id for row in self.tree.selectedItems() if row.data(0, TASK)}
        proposal = self._guidance.proposal
        every = (task for one in proposal.assignments for task in one.tasks) if proposal else ()
        return [task for task in every if task.id in chosen]

    def _show(self) -> None:
        proposal, current = self._guidance.proposal, self.current()
        self.tree.clear()
        has_tasks = bool(proposal and proposal.assignments)
        self.confirm_button.setEnabled(has_tasks)
        self.undo_button.setEnabled(self._guidance.can_undo())
        self.title.setText(self._headline(proposal))
        problems = proposal.problems if proposal else ()
        self.told.setText("\n".join(f"{one.message} {one.hint}".strip() for one in problems))
        self.told.setVisible(bool(problems))
        for assignment in proposal.assignments if proposal else ():
            self._add(assignment, current)
        self._follow()

    def _headline(self, proposal: "Proposal | None") -> str:
        if proposal is None:
            return _("Mở một hướng dẫn, hoặc thả tệp vào đây, để xem nhiệm vụ của từng nhóm.")
        count = sum(len(one.tasks) for one in proposal.assignments)
        return _("{name}: {count} nhiệm vụ, {groups} nhóm").format(
            name=self._guidance.name, count=count, groups=len(proposal.assignments)
        )

    def _add(self, assignment: Assignment, current: Task | None) -> None:
        number = _("nhóm {number}").format(number=assignment.group) if assignment.group else ""
        words = " · ".join(
            one for one in (f"{assignment.ordinal}. {assignment.title}", number) if one
        )
        top = QTreeWidgetItem([words])
        top.setToolTip(0, assignment.title)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        if not assignment.group:
            top.setIcon(0, icon("warning", "warning"))
        self.tree.addTopLevelItem(top)
        for task in assignment.tasks:
            row = QTreeWidgetItem([task.label or task.wording])
            row.setToolTip(0, task.wording)
            row.setData(0, TASK, task)
            top.addChild(row)
            if current is not None and task.id == current.id:
                self.tree.setCurrentItem(row)
        top.setExpanded(True)

    def _follow(self) -> None:
        task = self.current()
        self.wording.setPlainText(task.wording if task else "")
        for button in (self.reword_button, self.split_button, self.propose_button):
            button.setEnabled(task is not None)
        self.wording.setEnabled(task is not None)
        self.merge_button.setEnabled(len(self.chosen()) > 1)

    def _listen(self) -> None:
        self._guidance.changed.connect(self._show)
        self.tree.itemSelectionChanged.connect(self._follow)
        acts = (
            (self.open_button, self.ask_for_file),
            (self.take_button, self.take_from_desk),
            (self.reword_button, self.reword),
            (self.split_button, self.split),
            (self.propose_button, self.propose),
            (self.merge_button, self.merge),
            (self.undo_button, self._guidance.undo),
            (self.confirm_button, self.confirm),
        )
        for button, act in acts:
            button.clicked.connect(act)

    def _lay_out(self) -> None:
        self.title.setObjectName("heading")
        self.told.setObjectName("fault")
        for label in (self.title, self.told):
            label.setWordWrap(True)
        self.tree.setAccessibleName(_("Nhiệm vụ theo nhóm"))
        self.tree.setHeaderHidden(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.wording.setAccessibleName(_("Lời văn của nhiệm vụ"))
        self.wording.setTabChangesFocus(True)
        self.confirm_button.setObjectName("primary")
        left = _column(
            Flow((self.open_button, self.take_button)), self.title, self.told, self.tree,
        )  # fmt: skip
        left_end = Flow((self.merge_button, self.undo_button, self.confirm_button))
        left.addLayout(left_end)
        heading = QLabel(_("Nhiệm vụ đang chọn"))
        heading.setObjectName("heading")
        right = _column(
            heading,
            self.wording,
            Flow((self.reword_button, self.propose_button, self.split_button)),
        )
        sides = [QWidget(), QWidget()]
        for side, layout in zip(sides, (left, right), strict=True):
            side.setLayout(layout)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside(sides, WIDTHS))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a guidance."""
        if file_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the tasks of what was dropped."""
        path = file_in(event)
        if path is not None:
            self._guidance.open(path)
            event.acceptProposedAction()


def file_in(event: QDropEvent) -> Path | None:
    """Return the document that is dragged along, None for anything else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in READS), None)


def _column(*parts: QWidget | Flow) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
    column.setSpacing(TIGHT)
    for part in parts:
        if isinstance(part, Flow):
            column.addLayout(part)
        else:
            is_tall = isinstance(part, QTreeWidget | QPlainTextEdit)
            column.addWidget(part, 1 if is_tall else 0)
    column.setSpacing(GAP)
    return column
