"""The line of buttons over a registry: new, in and out by table (thanh công cụ danh mục)."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.registries.exchange import TABLES, Preview
from ttcs_desktop.ui.registries.keeper import Keeper, Record
from ttcs_desktop.ui.registries.outdated import OutdatedView
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.model.difference import Outdated

WORK, PREVIEW, OUTDATED = range(3)


class Registry(QWidget):
    """A registry to work in; what a dropped or chosen file brings takes its place for a while."""

    def __init__(self, office: Office, keeper: Keeper) -> None:
        super().__init__()
        self.office = office
        self.keeper = keeper
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.preview = Preview(office, keeper)
        self.outdated = OutdatedView(office, keeper)
        self.preview.done.connect(self.back_to_work)
        self.outdated.done.connect(self.back_to_work)
        self.stack = QStackedWidget()
        self.outdated_button = QPushButton()
        self.outdated_button.hide()
        self.outdated_button.clicked.connect(lambda: self.stack.setCurrentIndex(OUTDATED))
        self.setAcceptDrops(True)
        keeper.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the registry as it is now."""
        registries = self.office.workbench.registries
        run, tell = self.office.background.run, self.office.messages.tell
        run(registries.outdated, self._show_outdated, tell)

    def holds_edits(self) -> bool:
        """Tell whether edits wait to be written."""
        return False

    def lay_out(self, work: QWidget) -> None:
        """Put the work into the registry."""
        for page in (work, self.preview, self.outdated):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def buttons(self, *own: QPushButton) -> Flow:
        """Return a line with buttons of the registry's own, and those for tables."""
        take = QPushButton(_("Nhập bảng…"))
        give = QPushButton(_("Xuất bảng…"))
        take.setToolTip(_("Từ tệp .xlsx hoặc .csv; xem trước rồi mới ghi"))
        take.clicked.connect(self.ask_for_table)
        give.clicked.connect(self.export)
        return Flow((*own, take, give, self.outdated_button))

    def back_to_work(self) -> None:
        """Show the registry again."""
        self.stack.setCurrentIndex(WORK)

    def ask_for_table(self) -> None:
        """Ask for a table to take in."""
        path = self.asker.open(_("Nhập bảng"), _("Bảng (*.xlsx *.csv)"))
        if path is not None:
            self.take_table(path)

    def take_table(self, path: Path) -> None:
        """Show what a table would change."""
        self.stack.setCurrentIndex(PREVIEW)
        self.preview.read(path)

    def export(self) -> None:
        """Write what the registry shows as a table."""
        chosen = self.shown()
        path = self.asker.save(_("Xuất bảng"), self.table_name(), _("Bảng (*.xlsx *.csv)"))
        if path is None:
            return
        registries = self.office.workbench.registries
        self.office.background.run_long(
            _("Đang ghi bảng"),
            lambda _progress: registries.export(chosen(), path),
            self._say_written,
            self.office.messages.tell,
        )

    def shown(self) -> Callable[[], Sequence[Record]]:
        """Return what gets the records that show now."""
        raise NotImplementedError

    def table_name(self) -> str:
        """Return a name for a table of the registry."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a table."""
        if table_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what the table would change."""
        path = table_in(event)
        if path is not None:
            self.take_table(path)
            event.acceptProposedAction()

    def _show_outdated(self, outdated: "tuple[Outdated, ...]") -> None:
        self.outdated.show_outdated(outdated)
        self.outdated_button.setVisible(bool(outdated))
        told = _("{count} chỗ dữ liệu gốc đã đổi").format(count=len(outdated))
        self.outdated_button.setText(told)
        self.outdated_button.setIcon(icon("warning", "warning"))

    def _say_written(self, paths: tuple[Path, ...]) -> None:
        names = ", ".join(path.name for path in paths)
        told = _("Đã ghi {name} vào thư mục {folder}.")
        message = Message(told.format(name=names, folder=paths[0].parent), topic="written")
        self.office.messages.say(message)


def table_in(event: QDropEvent) -> Path | None:
    """Return the table that is dragged along, None for anything else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in TABLES), None)
