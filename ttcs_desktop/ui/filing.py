"""Saving, exporting and printing what is being written (lưu, xuất, in)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.printer import ask_for_printer
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ttcs_desktop.services.composing import Composition, PagePreview

Ask = Callable[[str, Path, str], Path | None]
"""Title, suggested file, kinds of file; the answer is where to write, None for nowhere."""


class Filing(QObject):
    """Knows the file of the draft, and whether the file holds all of it."""

    changed = Signal()
    """Another file, or its state."""
    saved = Signal()
    """A file now holds the whole draft."""

    def __init__(self, office: Office, draft: Callable[[], Draft], window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._draft = draft
        self._window = window
        self._stamp: tuple[int, int] | None = None
        self.path: Path | None = None
        self.filed: Draft | None = None
        self.ask: Ask = self._ask_system
        self.choose_printer: Callable[[QPrinter], bool] = lambda printer: ask_for_printer(
            printer, window
        )

    def begin(self, path: Path | None, filed: Draft | None) -> None:
        """Take up a draft from its file; `filed` is what the file holds."""
        self.path = path
        self.filed = filed
        self._stamp = _stamp(path)
        self.changed.emit()

    def is_changed(self) -> bool:
        """Tell whether the draft holds something that no file does."""
        return self.filed != self._draft()

    def save(self) -> None:
        """Write the draft's own file; one that has none is asked for."""
        if self.path is None:
            self.save_as()
        elif _stamp(self.path) not in (None, self._stamp):
            self._ask_about_other_hand(self.path)
        else:
            self._write(self.path)

    def save_as(self) -> None:
        """Write a .docx to a file that the clerk names."""
        self._ask_for(_("Lưu .docx"), ".docx", _("Tệp Word (*.docx)"), self._write)

    def save_text(self) -> None:
        """Write the official text with its front matter."""
        self._ask_for(_("Lưu văn bản nguồn"), ".txt", _("Tệp văn bản (*.txt)"), self._write)

    def export_pdf(self, *, is_archival: bool = False) -> None:
        """Write the PDF."""
        title = _("Xuất PDF lưu trữ") if is_archival else _("Xuất PDF")
        draft = self._draft()

        def write(path: Path) -> None:
            self._office.background.run_long(
                _("Đang ghi PDF"),
                lambda _progress: self._office.workbench.export_pdf(
                    draft, path, is_archival=is_archival
                ),
                lambda _none: self._say_written(path),
                self._office.messages.tell,
            )

        self._ask_for(title, ".pdf", _("Tệp PDF (*.pdf)"), write)

    def export_calendar(self) -> None:
        """Write when the tasks of the draft and its unit's reports are due, for any calendar."""
        draft, library = self._draft(), self._office.workbench.library

        def work(path: Path) -> int:
            from ttcs_desktop.services.calendars import export_calendar

            return export_calendar(library, draft, path)

        def write(path: Path) -> None:
            self._office.background.run_long(
                _("Đang ghi lịch"),
                lambda _progress: work(path),
                lambda _count: self._say_written(path),
                self._office.messages.tell,
            )

        self._ask_for(_("Xuất lịch"), ".ics", _("Tệp lịch (*.ics)"), write)

    def print(self) -> None:
        """Print with the system's dialog."""
        draft, workbench = self._draft(), self._office.workbench
        self._office.background.run(
            lambda: (workbench.preview(draft), workbench.compose(draft)),
            lambda made: self._print(*made),
            self._office.messages.tell,
        )

    def _print(self, preview: "PagePreview", composition: "Composition") -> None:
        from ttcs_desktop.delivery.printing import make_printer, print_pdf

        page = composition.format.page
        printer = make_printer(composition.sheet.title, is_two_sided=page.is_two_sided)
        if self.choose_printer(printer):
            told = Message(_("Đã gửi văn bản đến máy in."), topic="print")
            self._office.background.run_long(
                _("Đang in"),
                lambda progress: print_pdf(preview.pdf, printer, progress.report),
                lambda _none: self._office.messages.say(told),
                self._office.messages.tell,
            )

    def _ask_for(
        self, title: str, suffix: str, kinds: str, write: Callable[[Path], object]
    ) -> None:
        draft = self._draft()

        def ask(name: str) -> None:
            path = self.ask(title, self._folder() / f"{name}{suffix}", kinds)
            if path is not None:
                write(path if path.suffix else path.with_suffix(suffix))

        if self.path is not None:
            ask(self.path.stem)
        else:
            self._office.background.run(
                lambda: self._office.workbench.suggested_name(draft),
                ask,
                self._office.messages.tell,
            )

    def _write(self, path: Path) -> None:
        draft, workbench = self._draft(), self._office.workbench
        export = workbench.export_text if path.suffix == ".txt" else workbench.export_docx

        def well(_none: None) -> None:
            self.path = path
            self.filed = draft
            self._stamp = _stamp(path)
            self._say_written(path)
            self.changed.emit()
            if not self.is_changed():
                self.saved.emit()
            self._office.background.run(
                lambda: workbench.remember(path, workbench.compose(draft).sheet.title, draft),
                failed=_overlook,
            )

        self._office.background.run_long(
            _("Đang lưu"), lambda _progress: export(draft, path), well, self._office.messages.tell
        )

    def _ask_about_other_hand(self, path: Path) -> None:
        text = _("Tệp {name} đã bị thay đổi ở nơi khác từ khi mở. Lưu vào tệp khác để giữ cả hai.")
        self._office.messages.say(
            Message(
                text.format(name=path.name),
                topic="written",
                weight="warning",
                action=_("Ghi đè"),
                act=lambda: self._write(path),
            )
        )

    def _say_written(self, path: Path) -> None:
        told = _("Đã ghi {name} vào thư mục {folder}.")
        self._office.messages.withdraw("error")
        self._office.messages.say(
            Message(told.format(name=path.name, folder=path.parent), topic="written")
        )

    def _folder(self) -> Path:
        if self.path is not None:
            return self.path.parent
        chosen = self._office.workbench.settings().folder
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(chosen or QStandardPaths.writableLocation(place))

    def _ask_system(self, title: str, suggested: Path, kinds: str) -> Path | None:
        dialog = QFileDialog(self._window, title, str(suggested.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None


def _stamp(path: Path | None) -> tuple[int, int] | None:
    """Return what tells a file from itself as another hand left it; None when there is none."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if found else None


def _overlook(error: Exception) -> None:
    """Let pass that the list of recent files could not be written: the document is."""
    if not isinstance(error, UserError):
        raise error
