"""What goes out on paper, seen before it is printed (thẻ in, phát hành)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.pages.view import PageView
from ttcs_desktop.ui.printer import ask_for_printer
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.sending.desk import Desk
from ttcs_desktop.ui.sending.paper_options import PaperOptions
from ttcs_desktop.ui.split import beside

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ttcs_desktop.services.going_out import GoingOut
    from ttcs_desktop.services.papers import Paper

SOON = 250
"""Milliseconds after the last change until the pages are made anew."""
WIDTHS = (400, 560)


class PapersTab(QWidget):
    """Choices at the left, the very pages that will be printed at the right."""

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._making = Latest(office.background)
        self.paper: Paper | None = None
        self._is_at_top = False
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.choose_printer: Callable[[QPrinter], bool] = lambda printer: ask_for_printer(
            printer, self
        )
        self.options, self.pages = PaperOptions(office), PageView()
        self.told = QLabel()
        self.print_button = QPushButton(_("In…"))
        self.save_button = QPushButton(_("Lưu PDF…"))
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.make)
        self._lay_out()
        self._listen()
        self._take(desk.out)

    def make(self) -> None:
        """Make the pages of what is chosen."""
        out, papers = self._desk.out, self._office.workbench.dispatch.papers
        self._soon.stop()
        if out is None:
            return
        try:
            request = self.options.request()
        except UserError as error:
            self._refuse(error)
            return
        self._making.submit(lambda: papers.make(out.composition, request), self._show, self._refuse)

    def print(self) -> None:
        """Print with the system's dialog, in as many copies as are wanted."""
        from ttcs_desktop.delivery.printing import lay_in, make_printer, print_pdf

        paper = self.paper
        if paper is None:
            return
        printer = make_printer(paper.title, is_two_sided=paper.is_two_sided)
        lay_in(printer, paper.pdf, self.options.number_of_copies())
        if not self.choose_printer(printer):
            return
        told = Message(_("Đã gửi {title} đến máy in.").format(title=paper.title), topic="print")
        self._office.background.run_long(
            _("Đang in"),
            lambda progress: print_pdf(paper.pdf, printer, progress.report),
            lambda _none: self._office.messages.say(told),
            self._office.messages.tell,
        )

    def save(self) -> None:
        """Write the pages as PDF."""
        from ttcs_desktop.services.files import write_atomically

        out, paper = self._desk.out, self.paper
        if out is None or paper is None:
            return
        name = f"{out.name}-{self.options.kind.value()}.pdf"
        path = self.asker.save(_("Lưu PDF"), name, _("Tệp PDF (*.pdf)"))
        if path is not None:
            self._office.background.run(
                lambda: write_atomically(path, paper.pdf),
                lambda _none: self._say_written(path),
                self._office.messages.tell,
            )

    def _take(self, out: "GoingOut | None") -> None:
        self.options.take(out)
        self._forget(_("Chọn văn bản ở trên để in.") if out is None else "")
        self._wait()

    def _wait(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _show(self, paper: "Paper") -> None:
        before, self.paper = self.paper, paper
        self.told.setText("\n".join(f"{one.message} {one.hint}" for one in paper.problems))
        is_other = before is None or before.title != paper.title
        self._follow()
        self.pages.show_pdf(paper.pdf)
        self._is_at_top = is_other or self._is_at_top

    def _turn_to_top(self) -> None:
        """Show another paper from its first page on, once its pages have their size."""
        if self._is_at_top:
            self._is_at_top = False
            self.pages.verticalScrollBar().setValue(0)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._forget(f"{error.what} {error.remedy}".strip())
        else:
            self._forget("")
            self._office.messages.tell(error)

    def _forget(self, words: str) -> None:
        self.paper = None
        self.told.setText(words)
        self._follow()

    def _follow(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(self.paper is not None)
        self.pages.setVisible(self.paper is not None)

    def _say_written(self, path: Path) -> None:
        told = _("Đã ghi {name} vào thư mục {folder}.")
        message = Message(told.format(name=path.name, folder=path.parent), topic="written")
        self._office.messages.say(message)

    def _listen(self) -> None:
        self._desk.changed.connect(self._take)
        self.options.changed.connect(self._wait)
        self.pages.shown.connect(self._turn_to_top)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)

    def _lay_out(self) -> None:
        self.told.setObjectName("quiet")
        self.told.setWordWrap(True)
        self.print_button.setObjectName("primary")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(EDGE, EDGE, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.options, 1)
        column.addWidget(self.told)
        column.addLayout(Flow((self.print_button, self.save_button)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(beside((left, self.pages), WIDTHS))

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages when the clerk turns to them."""
        super().showEvent(event)
        self._soon.start()
