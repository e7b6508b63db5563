"""What the checker finds in a file, and what is handed on of it (màn hình kiểm tra thể thức)."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.finding import Finding
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.services.alike import few_of_each
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.checking.drop_zone import DropZone
from ttcs_desktop.ui.checking.office_rules import OfficeRules
from ttcs_desktop.ui.editor.problem_list import severity_words
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.lazy_tabs import LazyTabs
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.checking import Checked
    from ttcs_desktop.services.mending import Mended

FOUND, CHANGES = range(2)
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class CheckScreen(Screen):
    """Takes a .docx; shows its findings by severity, then what a mend would change."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._checked: Checked | None = None
        self._mended: Mended | None = None
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.zone = DropZone(self.asker)
        self.zone.dropped.connect(self.check)
        self.told = _label()
        self.detail = _label()
        key = office.workbench.search_key
        self.table: RowTable[Finding] = RowTable(
            _("Điểm chưa đúng thể thức"), _found_columns(), office.background, key
        )
        self.table.picked.connect(self._tell)
        self.changes: RowTable[Finding] = RowTable(
            _("Những chỗ sẽ sửa"),
            _change_columns(),
            office.background,
            key,
            empty=_("Không có điểm nào sửa tự động được; cần người soạn quyết định."),
        )
        self.mend_button = _button(_("Xem trước khi &sửa…"), self.show_changes)
        self.sheet_button = _button(_("Lưu phiếu &thẩm định…"), self.save_appraisal)
        self.comments_button = _button(_("Lưu bản có &ghi chú…"), self.save_commented)
        self.save_button = _button(_("&Lưu bản đã sửa…"), self.save_mended)
        self.back_button = _button(_("&Quay lại"), self._show_found)
        self.stack = QStackedWidget()
        self.tabs = LazyTabs(_("Kiểm tra thể thức"))
        self._lay_out()
        self._follow()

    def arrive(self) -> None:
        """Show what the office decided as it stands now."""
        for tab in self.tabs.made():
            if isinstance(tab, OfficeRules):
                tab.refresh()

    def check(self, path: Path) -> None:
        """Check a file and show what is found in it."""
        self.tabs.setCurrentIndex(0)
        self._office.background.run_long(
            _("Đang kiểm tra thể thức"),
            lambda _progress: self._office.workbench.checks.check_file(path),
            self._take,
            self._office.messages.tell,
        )

    def show_changes(self) -> None:
        """Show what a mend would change, before and after; nothing is written yet."""
        if self._checked is not None:
            path = self._checked.path
            self._office.background.run_long(
                _("Đang sửa thể thức"),
                lambda _progress: self._office.workbench.checks.mend_file(path),
                self._take_mended,
                self._office.messages.tell,
            )

    def save_mended(self) -> None:
        """Write the mended copy; the original stays as it is."""
        mended = self._mended
        if mended is not None:
            checks = self._office.workbench.checks
            suggested = _("{name} (đã sửa).docx")
            self._save(suggested, "*.docx", lambda path: checks.save_mended(mended, path))

    def save_appraisal(self) -> None:
        """Write the appraisal form (phiếu thẩm định thể thức)."""
        checked = self._checked
        if checked is not None:
            checks = self._office.workbench.checks
            suggested = _("Phiếu thẩm định {name}.docx")
            self._save(
                suggested, "*.docx *.pdf", lambda path: checks.write_appraisal(checked, path)
            )

    def save_commented(self) -> None:
        """Write a copy with each finding as a comment of Word."""
        checked = self._checked
        if checked is not None:
            checks = self._office.workbench.checks
            suggested = _("{name} (có ghi chú).docx")
            self._save(suggested, "*.docx", lambda path: checks.write_commented(checked, path))

    def _save(self, suggested: str, kinds: str, write: Callable[[Path], None]) -> None:
        assert self._checked is not None  # noqa: S101  the buttons wait for it
        name = suggested.format(name=self._checked.path.stem)
        path = self.asker.save(_("Lưu tệp"), name, _("Tệp ({kinds})").format(kinds=kinds))
        if path is None:
            return
        written = _("Đã ghi {name} vào thư mục {folder}.")
        told = Message(written.format(name=path.name, folder=path.parent), topic="written")
        self._office.background.run(
            lambda: write(path),
            lambda _none: self._office.messages.say(told),
            self._office.messages.tell,
        )

    def _take(self, checked: "Checked") -> None:
        self._checked, self._mended = checked, None
        self._office.messages.withdraw("error")
        by_severity = sorted(checked.findings, key=lambda one: _ORDER.index(one.severity))
        few = few_of_each(by_severity, lambda one: one.rule)
        self.table.show_rows([_together(one, len(like)) for one, like in few])
        words = severity_words()
        counts = ", ".join(
            f"{words[severity].lower()}: {checked.count(severity)}" for severity in _ORDER
        )
        told = _("{file}: đối chiếu với {format}. Kết quả: {counts}.")
        self.told.setText(
            told.format(file=checked.path.name, format=checked.format.title, counts=counts)
        )
        self._show_found()
        self._follow()
        self.table.setFocus()

    def _take_mended(self, mended: "Mended") -> None:
        self._mended = mended
        self.changes.show_rows(mended.done)
        self.save_button.setEnabled(bool(mended.done))
        self.stack.setCurrentIndex(CHANGES)
        self.changes.setFocus()

    def _show_found(self) -> None:
        self.stack.setCurrentIndex(FOUND)

    def _follow(self) -> None:
        for button in (self.mend_button, self.sheet_button, self.comments_button):
            button.setEnabled(self._checked is not None)

    def _tell(self, finding: Finding | None) -> None:
        if finding is None:
            self.detail.setText("")
            return
        asked = _("Yêu cầu: {asked}").format(asked=finding.asked) if finding.asked else ""
        clause = _("Căn cứ: {clause}").format(clause=finding.clause) if finding.clause else ""
        self.detail.setText("\n".join(one for one in (finding.message, asked, clause) if one))

    def _lay_out(self) -> None:
        title = QLabel(_("Kiểm tra thể thức"))
        title.setObjectName("title")
        found = (self.mend_button, self.sheet_button, self.comments_button)
        self.stack.addWidget(_page(self.table, self.detail, found))
        note = _label(_("Chỉ sửa hình thức; tệp gốc giữ nguyên, nội dung và số liệu không đổi."))
        self.stack.addWidget(_page(self.changes, note, (self.save_button, self.back_button)))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        for widget in (title, self.zone, self.told):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.tabs.offer(_("Kiểm tra tệp"), lambda: page)
        self.tabs.offer(_("Quy tắc ở cơ quan"), lambda: OfficeRules(self._office))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs)


def _together(finding: Finding, count: int) -> Finding:
    """Return a finding that says how many of its rule it stands for; 0 leaves it as it is."""
    if not count:
        return finding
    more = _("Còn {count} điểm như vậy.").format(count=count)
    return dataclasses.replace(finding, message=f"{finding.message} {more}")


def _page(table: QWidget, words: QWidget, buttons: tuple[QPushButton, ...]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    column.addWidget(table, 1)
    column.addWidget(words)
    column.addLayout(Flow(buttons))
    return page


def _found_columns() -> tuple[Column[Finding], ...]:
    from ttcs_desktop.services.check_reports import told_place

    words = severity_words()
    return (
        Column(
            _("Mức"),
            lambda one: words[one.severity],
            10,
            sign=lambda one: (one.severity, one.severity),
            order=lambda one: _ORDER.index(one.severity),
        ),
        Column(
            _("Vị trí"),
            lambda one: told_place(one.place) or _("cả văn bản"),
            17,
            order=lambda one: (one.place.page, one.place.paragraph),
        ),
        Column(_("Điều gì"), lambda one: one.message),
        Column(_("Yêu cầu"), lambda one: one.asked),
        Column(_("Căn cứ"), lambda one: one.clause, 24),
    )


def _change_columns() -> tuple[Column[Finding], ...]:
    return (
        Column(_("Điều gì"), lambda one: one.message),
        Column(_("Trước"), lambda one: one.fix.before if one.fix else ""),
        Column(_("Sau"), lambda one: one.fix.after if one.fix else ""),
    )


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _on=False: act())
    return button


def _label(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName("quiet")
    label.setWordWrap(True)
    return label
