"""All of the office's own in one file, and back again (sao lưu, khôi phục)."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.backing_up import BackupMade
    from ttcs_desktop.services.restoring import BackupLook, Restored

KILOBYTE = 1000


class BackupTab(QWidget):
    """Writes a backup; shows what one holds before it takes the place of what is here."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._look: BackupLook | None = None
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.make = QPushButton(_("Sao lưu vào tệp…"))
        self.choose = QPushButton(_("Xem bản sao lưu…"))
        self.restore = QPushButton(_("Khôi phục bản này"))
        self.restore.setEnabled(False)
        self.told = QLabel(
            _("Một tệp giữ danh mục, sổ, mẫu, thể thức và thiết đặt của đơn vị; không có mật khẩu.")
        )
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.told)
        column.addLayout(Flow((self.make, self.choose, self.restore)))
        column.addStretch(1)
        self.make.clicked.connect(self.back_up)
        self.choose.clicked.connect(self.look)
        self.restore.clicked.connect(self.put_back)

    def back_up(self) -> None:
        """Write a backup to a file that the clerk names."""
        from ttcs_desktop.services.backing_up import back_up, suggested_backup_name

        name = suggested_backup_name(datetime.datetime.now().astimezone().date())
        path = self.asker.save(_("Sao lưu"), name, _("Bản sao lưu (*.zip)"))
        if path is None:
            return
        library = self._office.workbench.library
        self._office.background.run_long(
            _("Đang sao lưu"),
            lambda progress: back_up(library, path, progress.report),
            self._show_made,
            self._office.messages.tell,
        )

    def look(self) -> None:
        """Show what a backup holds; nothing is changed."""
        from ttcs_desktop.services.restoring import look_at_backup

        path = self.asker.open(_("Xem bản sao lưu"), _("Bản sao lưu (*.zip)"))
        if path is not None:
            run, tell = self._office.background.run, self._office.messages.tell
            run(lambda: look_at_backup(path), self._show_look, tell)

    def put_back(self) -> None:
        """Put the backup in place of what is here, which is kept beside it."""
        from ttcs_desktop.services.restoring import restore

        look, library = self._look, self._office.workbench.library
        if look is not None:
            self._office.background.run_long(
                _("Đang khôi phục"),
                lambda progress: restore(library, look.path, progress.report),
                self._say_restored,
                self._office.messages.tell,
            )

    def _show_made(self, made: "BackupMade") -> None:
        told = _("Đã sao lưu {count} tệp vào {name} ({size} kB).").format(
            count=made.files, name=made.path.name, size=max(1, made.size // KILOBYTE)
        )
        self.told.setText("\n".join((told, *made.left_out)))

    def _show_look(self, look: "BackupLook") -> None:
        self._look = look
        told = _("{name}: sao lưu ngày {day}, phần mềm {product}, {count} tệp, {database}.")
        self.told.setText(
            told.format(
                name=look.path.name,
                day=short_date(look.made_at.astimezone().date()),
                product=look.product,
                count=look.files,
                database=_("có sổ và danh mục") if look.has_database else _("không có sổ"),
            )
        )
        self.restore.setEnabled(True)

    def _say_restored(self, restored: "Restored") -> None:
        self._look = None
        self.restore.setEnabled(False)
        told = _(
            "Đã khôi phục; trạng thái trước vẫn được giữ. Mở lại phần mềm để dùng dữ liệu này."
        )
        self.told.setText("\n".join((told, *restored.notes)))
        act = self._office.background.run
        kept = restored.kept
        self._office.messages.say(
            Message(
                _("Đã khôi phục từ bản sao lưu."),
                topic="restored",
                action=_("Hoàn tác"),
                act=lambda: act(
                    lambda: self._go_back(kept), self._say_gone_back, self._office.messages.tell
                ),
            )
        )

    def _go_back(self, kept: Path) -> "Restored":
        from ttcs_desktop.services.restoring import go_back

        return go_back(self._office.workbench.library, kept)

    def _say_gone_back(self, _restored: "Restored") -> None:
        self.told.setText(_("Đã trở lại trạng thái trước khi khôi phục."))
