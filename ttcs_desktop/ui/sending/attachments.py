"""The files that go with the letters, ticked one by one (tệp kèm theo)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Attachment
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import TIGHT

if TYPE_CHECKING:
    from ttcs_desktop.services.going_out import Offered


class AttachmentPicker(QWidget):
    """A box to tick for each file, with its size; others may be added."""

    changed = Signal()

    def __init__(self, asker: Asker, tell: Callable[[Exception], object]) -> None:
        super().__init__()
        self._asker = asker
        self._tell = tell
        self.boxes: list[tuple[QCheckBox, Attachment]] = []
        self.add_button = QPushButton(_("Thêm tệp…"))
        self.add_button.clicked.connect(self.ask)
        self._flow = Flow((QLabel(_("Kèm theo:")), self.add_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._flow)

    def offer(self, files: "Sequence[Offered]") -> None:
        """Offer other files."""
        for box, _file in self.boxes:
            self._flow.removeWidget(box)
            box.deleteLater()
        self.boxes = []
        for one in files:
            self._add(one.file, is_on=one.is_usual)

    def chosen(self) -> tuple[Attachment, ...]:
        """Return the files that are ticked."""
        return tuple(file for box, file in self.boxes if box.isChecked())

    def ask(self) -> None:
        """Ask for more files."""
        from ttcs_desktop.services.mailing import attached

        try:
            files = attached(self._asker.open_many(_("Thêm tệp kèm theo"), _("Mọi tệp (*)")))
        except UserError as error:
            self._tell(error)
            return
        for file in files:
            self._add(file, is_on=True)
        if files:
            self.changed.emit()

    def _add(self, file: Attachment, *, is_on: bool) -> None:
        from ttcs_desktop.services.mailing import megabytes

        box = QCheckBox(f"{file.name} ({megabytes(len(file.data))})")
        box.setChecked(is_on)
        box.toggled.connect(lambda _on: self.changed.emit())
        self.boxes.append((box, file))
        self._flow.removeWidget(self.add_button)
        self._flow.addWidget(box)
        self._flow.addWidget(self.add_button)
