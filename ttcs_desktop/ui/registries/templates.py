"""Templates: their files, what is wrong with them, and a sample of their pages (mẫu văn bản)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.pages.view import PageView
from ttcs_desktop.ui.registries.lists import open_folder
from ttcs_desktop.ui.registries.template_maker import TemplateMaker
from ttcs_desktop.ui.registries.template_text import TemplateText
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.split import beside
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.composing import PagePreview
    from ttcs_desktop.services.template_files import TemplateFault

WIDTHS = (360, 470, 440)
FILES, MAKER = range(2)


class Templates(QWidget):
    """Shows a template beside its sample pages; one of the clerk's own is edited here."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._files = office.workbench.template_files
        self._sampling = Latest(office.background)
        self._info: TemplateInfo | None = None
        self._written = ""
        self._asker = Asker(self, lambda: office.workbench.settings().folder)
        self.wanted = QLineEdit()
        self.table = RowTable(
            _("Mẫu văn bản"), self._columns(), office.background, office.workbench.search_key,
            empty=_("Không có mẫu nào như vậy."),
        )  # fmt: skip
        self.file = QTabBar()
        self.text = TemplateText(_("Văn bản của mẫu"))
        self.told = QLabel()
        self.pages = PageView()
        self.check = QPushButton(_("Kiểm tra"))
        self.copy = QPushButton(_("Sao chép để sửa"))
        self.folder = QPushButton(_("Mở thư mục"))
        self.save = QPushButton(_("Ghi và kiểm tra"))
        self.maker = TemplateMaker(office)
        self.make = QPushButton(_("Tạo mẫu"))
        self.stack = QStackedWidget()
        self._lay_out()
        self._listen()
        self.look()

    def look(self) -> None:
        """Read which templates there are."""
        run, tell = self._office.background.run, self._office.messages.tell
        run(self._files.all, lambda infos: self.table.show_rows(infos, lambda one: one.id), tell)

    def holds_edits(self) -> bool:
        """Tell whether the file is written otherwise than it is kept."""
        return self._info is not None and self.text.toPlainText() != self._written

    def make_of(self, draft: Draft) -> None:
        """Make a template of a draft: the clerk says what changes in it."""
        self.stack.setCurrentIndex(MAKER)
        self.maker.begin(draft)

    def make_of_file(self) -> None:
        """Make a template of a file that the clerk chooses."""
        path = self._asker.open(_("Tạo mẫu từ tệp"), _("Văn bản (*.docx *.txt);;Mọi tệp (*)"))
        if path is not None:
            self._office.background.run(
                lambda: self._office.workbench.open(path),
                lambda opened: self.make_of(opened.draft),
                self._office.messages.tell,
            )

    def _make_of_desk(self) -> None:
        draft = self._office.draft_on_desk()
        if draft is not None:
            self.make_of(draft)

    def _show_made(self, info: TemplateInfo) -> None:
        self.stack.setCurrentIndex(FILES)
        told = _("Đã tạo mẫu “{title}”; trang mẫu ở bên phải.")
        self._office.messages.say(Message(told.format(title=info.title), topic="template"))

        def show(infos: tuple[TemplateInfo, ...]) -> None:
            self.wanted.clear()
            self.table.show_rows(infos, lambda one: one.id)
            self.table.pick(lambda one: one.id == info.id)

        self._office.background.run(self._files.all, show, self._office.messages.tell)

    def _columns(self) -> tuple[Column[TemplateInfo], ...]:
        kinds = {"guidance": _("Hướng dẫn"), "plan": _("Kế hoạch"), "report": _("Báo cáo")}
        return (
            Column(_("Mẫu"), lambda one: pick(one.title, one.title_en)),
            Column(_("Loại"), lambda one: kinds.get(one.kind, one.kind), 11),
            Column(
                _("Nguồn"),
                lambda one: _("đơn vị") if self._files.is_own(one) else _("phần mềm"),
                11,
                tone=lambda one: "" if self._files.is_own(one) else "muted",
            ),
        )

    def _pick(self, info: TemplateInfo | None) -> None:
        if info is None:
            return
        if self.holds_edits():
            self._stay_with(info)
            return
        self._info = info
        is_own = self._files.is_own(info)
        self.copy.setEnabled(not is_own)
        self.save.setEnabled(is_own)
        self.text.setReadOnly(not is_own)
        while self.file.count():
            self.file.removeTab(0)
        for name in self._files.files(info):
            self.file.addTab(name)
        self._open_file(0)
        self.look_over()

    def _stay_with(self, other: TemplateInfo) -> None:
        """Stay with what is not written yet, when the clerk turns to another template."""
        kept = self._info.id if self._info else ""
        if other.id == kept:
            return
        self._office.messages.say(
            Message(
                _("Tệp {name} chưa ghi.").format(name=self.file.tabText(self.file.currentIndex())),
                topic="template",
                weight="warning",
                action=_("Bỏ sửa"),
                act=self._drop,
            )
        )
        self.table.pick(lambda one: one.id == kept)

    def _drop(self) -> None:
        self.text.setPlainText(self._written)

    def look_over(self) -> None:
        """Check the template, then show its sample; what is wrong is shown at its line."""
        info = self._info
        if info is None:
            return

        def work() -> "tuple[TemplateFault | None, PagePreview | None]":
            fault = self._files.fault(info.id)
            return fault, None if fault else self._files.sample(info.id)

        self._sampling.submit(work, self._show_outcome, self._office.messages.tell)

    def _show_outcome(self, outcome: "tuple[TemplateFault | None, PagePreview | None]") -> None:
        fault, sample = outcome
        self.told.setObjectName("fault" if fault else "good")
        self.told.style().polish(self.told)
        if fault is None:
            self.told.setText(_("Mẫu đúng; trang mẫu ở bên phải."))
            self.text.mark_line(0)
        else:
            self._show_fault(fault)
        if sample is not None:
            self.pages.show_pdf(sample.pdf)

    def _show_fault(self, fault: "TemplateFault") -> None:
        place = _("{file}, dòng {line}: ").format(file=fault.file, line=fault.line)
        words = f"{fault.what} {fault.remedy}".strip()
        self.told.setText(f"{place}{words}" if fault.line else f"{fault.file}: {words}")
        names = [self.file.tabText(at) for at in range(self.file.count())]
        if fault.file in names and not self.holds_edits():
            self.file.setCurrentIndex(names.index(fault.file))
            self.text.mark_line(fault.line)

    def _open_file(self, number: int) -> None:
        info = self._info
        if info is None or number < 0:
            return
        try:
            self._written = self._files.read(info, self.file.tabText(number))
        except UserError as error:
            self._office.messages.tell(error)
            return
        self.text.setPlainText(self._written)
        self.text.mark_line(0)

    def write(self) -> None:
        """Write the file, then check the template."""
        info, text = self._info, self.text.toPlainText()
        if info is None:
            return
        file = self.file.tabText(self.file.currentIndex())

        def well(_none: None) -> None:
            self._written = text
            self.look_over()

        self._office.background.run(
            lambda: self._files.write(info, file, text), well, self._office.messages.tell
        )

    def make_own(self) -> None:
        """Copy the template into the clerk's own folder, to be edited there."""
        info = self._info
        if info is None:
            return

        def show(own: TemplateInfo) -> None:
            told = _("Đã chép mẫu vào {folder}; từ nay mẫu này được dùng.")
            said = Message(told.format(folder=own.folder), topic="template")
            self._office.messages.say(said)
            self.look()

        self._office.background.run(
            lambda: self._files.copy(info), show, self._office.messages.tell
        )

    def _open_folder(self) -> None:
        own = self._files.own_folder
        info = self._info
        open_folder(info.folder if info and self._files.is_own(info) else own, self._office)

    def _turn_file(self, number: int) -> None:
        if not self.holds_edits():
            self._open_file(number)
            return
        told = _("Ghi tệp đang sửa trước khi xem tệp khác.")
        self._office.messages.say(Message(told, topic="template", weight="warning"))

    def _listen(self) -> None:
        self.wanted.textChanged.connect(self.table.search)
        self.table.picked.connect(self._pick)
        self.maker.made.connect(self._show_made)
        self.maker.left.connect(lambda: self.stack.setCurrentIndex(FILES))
        self.file.currentChanged.connect(self._turn_file)
        self.check.clicked.connect(self.look_over)
        self.copy.clicked.connect(self.make_own)
        self.folder.clicked.connect(self._open_folder)
        self.save.clicked.connect(self.write)

    def _lay_out(self) -> None:
        self.file.setAccessibleName(_("Tệp của mẫu"))
        self.file.setExpanding(False)
        self.told.setWordWrap(True)
        self.copy.setEnabled(False)
        self.save.setEnabled(False)
        self.wanted.setAccessibleName(_("Tìm mẫu"))
        self.wanted.setPlaceholderText(_("Tìm, có dấu hay không đều được"))
        self.wanted.setClearButtonEnabled(True)
        self._offer_making()
        buttons = (self.check, self.copy, self.make, self.folder)
        left = _side((self.wanted, self.table), buttons)
        self.stack.addWidget(_side((self.file, self.text, self.told), (self.save,)))
        self.stack.addWidget(self.maker)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside((left, self.stack, self.pages), WIDTHS))

    def _offer_making(self) -> None:
        menu = QMenu(self.make)
        of_desk = menu.addAction(_("Từ văn bản đang soạn"), self._make_of_desk)
        menu.addAction(_("Từ tệp…"), self.make_of_file)
        menu.aboutToShow.connect(
            lambda: of_desk.setEnabled(self._office.draft_on_desk() is not None)
        )
        self.make.setMenu(menu)


def _side(widgets: tuple[QWidget, ...], buttons: tuple[QPushButton, ...]) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(EDGE, EDGE, GAP, GAP)
    column.setSpacing(GAP)
    for widget in widgets:
        is_tall = isinstance(widget, RowTable | TemplateText)
        column.addWidget(widget, 1 if is_tall else 0)
    column.addLayout(Flow(buttons))
    return side
