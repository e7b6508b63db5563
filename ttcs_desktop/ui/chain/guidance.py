"""The guidance that the tabs of the chain work on (hướng dẫn đang theo dõi)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.chaining import Proposal


class Guidance(QObject):
    """Holds a guidance's tasks as the clerk has them; every change can be taken back."""

    changed = Signal()
    """Other tasks, or another guidance."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self.name = ""
        self.path: Path | None = None
        self.proposal: Proposal | None = None
        self._before: list[Proposal] = []

    def open(self, path: Path) -> None:
        """Read the tasks of a file."""
        workbench = self._office.workbench
        self._read(path.name, path, lambda: workbench.open(path).draft)

    def take(self, draft: Draft, name: str) -> None:
        """Read the tasks of what is being written."""
        self._read(name, None, lambda: draft)

    def change(self, work: "Callable[[Proposal], Proposal]") -> None:
        """Change the tasks; what cannot be done is told."""
        proposal = self.proposal
        if proposal is None:
            return

        def take(changed: "Proposal") -> None:
            self._office.messages.withdraw("error")
            self._before.append(proposal)
            self.proposal = changed
            self.changed.emit()

        self._office.background.run(lambda: work(proposal), take, self._office.messages.tell)

    def can_undo(self) -> bool:
        """Tell whether a change can be taken back."""
        return bool(self._before)

    def undo(self) -> None:
        """Take back the last change."""
        if self._before:
            self.proposal = self._before.pop()
            self.changed.emit()

    def _read(self, name: str, path: Path | None, work: Callable[[], Draft]) -> None:
        library = self._office.workbench.library

        def read() -> "Proposal":
            from ttcs_desktop.services.chaining import Chaining
            from ttcs_desktop.services.task_editing import as_confirmed

            return as_confirmed(Chaining(library).tasks_of(work()))

        def take(proposal: "Proposal") -> None:
            self._office.messages.withdraw("error")
            self.name, self.path, self.proposal = name, path, proposal
            self._before.clear()
            self.changed.emit()

        self._office.background.run_long(
            _("Đang đọc hướng dẫn"),
            lambda _progress: read(),
            take,
            self._office.messages.tell,
        )
