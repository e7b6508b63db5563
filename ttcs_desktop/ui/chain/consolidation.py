"""Reports of many units in, one out (tổng hợp báo cáo)."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.report import Consolidation
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest, Progress
from ttcs_desktop.ui.chain.drop_list import DropList
from ttcs_desktop.ui.chain.results import Results, Sheet
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.form.inputs import unit_input
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.split import beside

if TYPE_CHECKING:
    from ttcs_desktop.services.consolidating import Collected
    from ttcs_desktop.services.report_inbox import ReportInbox
    from ttcs_desktop.services.unit_choices import UnitChoices


Outcome = tuple[Consolidation, tuple[Sheet, ...], datetime.date | None]
"""A consolidation, its sheets, and when its reports were due."""
WIDTHS = (330, 950)


class ConsolidationTab(QWidget):
    """Takes reports in by drop, shows what they come to, and drafts what follows from it."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._merging = Latest(office.background)
        self._read: dict[Path, Collected] = {}
        self.result: Consolidation | None = None
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.inbox = DropList(_("Báo cáo nhận được"), self.asker)
        self.unit = unit_input(office.workbench)
        self.asked = Picker((("", _("Mọi đơn vị đã gửi")),))
        self.due = DateBox()
        self.told = QLabel()
        self.results = Results(office)
        self.draft = QPushButton(_("Dự thảo báo cáo tổng hợp"))
        self.write = QPushButton(_("Ghi bảng .xlsx…"))
        self.remind = QPushButton(_("Dự thảo công văn đôn đốc"))
        self.mail = QPushButton(_("Công văn đôn đốc kèm thư"))
        self.mail.setToolTip(_("Dự thảo công văn, rồi soạn thư cho từng đơn vị chưa nộp"))
        self._lay_out()
        self._listen()
        self._show_nothing()
        run, tell = office.background.run, office.messages.tell
        run(lambda: office.workbench.settings().unit, self._show_usual, tell)
        run(self._choices, self._offer, tell)

    @property
    def services(self) -> "ReportInbox":
        """Reads and merges reports."""
        return self._office.workbench.report_inbox

    def read(self, paths: list[Path]) -> None:
        """Read reports that came in; what was read before stays."""
        services = self.services

        def work(progress: Progress) -> "dict[Path, Collected]":
            return services.collect(paths, progress.report)

        def well(read: "dict[Path, Collected]") -> None:
            self._read |= {path: one for path, one in read.items() if path in self.inbox.paths()}
            self.merge()

        self._office.background.run_long(
            _("Đang đọc báo cáo"),
            work,
            well,
            self._office.messages.tell,
            lambda: self.inbox.remove([path for path in paths if path not in self._read]),
        )

    def merge(self) -> None:
        """Merge what was read, anew."""
        from ttcs_desktop.services.report_inbox import Called

        rounds, services = tuple(self._read.values()), self.services
        called = Called(self.asked.value() or "", self.due.date())
        unit = self.unit.value() or ""
        if not rounds:
            self._show_nothing()
            return

        def work() -> Outcome:
            result = services.merge(rounds, called)
            return result, services.tables(result), services.usual_due(result, unit)

        self._merging.submit(work, self._show, self._office.messages.tell)

    def draft_report(self) -> None:
        """Draft the consolidated report, and open it in the editor."""
        result, unit = self.result, self.unit.value()
        if result is not None and self._has_unit(unit):
            self._open(lambda: self.services.report(result, unit, _today()))

    def draft_reminder(self, *, by_mail: bool = False) -> None:
        """Draft the letter to those who have not reported, and open it in the editor.

        `by_mail` goes on to an e-mail for each of them; none is sent without the clerk's yes.
        """
        result, unit = self.result, self.unit.value()
        due = self.due.date() or _today()
        if result is not None and self._has_unit(unit):
            then = self._mail if by_mail else None
            self._open(lambda: self.services.reminder(result, unit, _today(), due), then)

    def write_workbook(self) -> None:
        """Write the workbook to a file that the clerk names."""
        result, services = self.result, self.services
        path = self.asker.save(_("Ghi bảng"), "tong-hop.xlsx", _("Bảng tính (*.xlsx)"))
        if path is None or result is None:
            return
        told = _("Đã ghi {name} vào thư mục {folder}.")
        message = Message(told.format(name=path.name, folder=path.parent), topic="written")
        self._office.background.run_long(
            _("Đang ghi bảng"),
            lambda _progress: services.write(result, path),
            lambda _none: self._office.messages.say(message),
            self._office.messages.tell,
        )

    def _open(
        self, work: Callable[[], Draft], then: Callable[[Draft], object] | None = None
    ) -> None:
        def well(draft: Draft) -> None:
            if self._office.take_up(draft, None, None) and then:
                then(draft)

        self._office.background.run_long(
            _("Đang dự thảo"), lambda _progress: work(), well, self._office.messages.tell
        )

    def _mail(self, draft: Draft) -> None:
        self._office.send_out(draft, None, by_mail=True)

    def _has_unit(self, unit: str | None) -> bool:
        if unit:
            self._office.messages.withdraw("unit")
            return True
        told = _("Chọn đơn vị tổng hợp trước.")
        self._office.messages.say(Message(told, topic="unit"))
        self.unit.setFocus()
        return False

    def _forget(self, paths: list[Path]) -> None:
        for path in paths:
            self._read.pop(path, None)
        self.merge()

    def _show(self, outcome: Outcome) -> None:
        result, tables, due = outcome
        if not self._read:
            return
        self.result = result
        if self.due.date() is None and due is not None:
            self.due.set_date(due)
            self.merge()
        told = _(
            "{reports} báo cáo trong tổng hợp, {missing} đơn vị chưa nộp, {late} nộp chậm, "
            "{aside} tệp để riêng, {problems} điểm cần rà soát."
        )
        self.told.setText(
            told.format(
                reports=len(result.reports),
                missing=len(result.missing),
                late=len(result.late),
                aside=len(result.set_aside),
                problems=len(result.problems),
            )
        )
        self.results.show_result(result, tables)
        self._allow(has_reports=bool(result.reports), is_missing=bool(result.missing))

    def _show_nothing(self) -> None:
        self.result = None
        self.results.clear_results()
        self.told.setText(_("Thả báo cáo của các đơn vị vào khung bên trái để bắt đầu."))
        self._allow(has_reports=False, is_missing=False)

    def _allow(self, *, has_reports: bool, is_missing: bool) -> None:
        self.draft.setEnabled(has_reports)
        self.write.setEnabled(has_reports)
        self.remind.setEnabled(is_missing)
        self.mail.setEnabled(is_missing)

    def _choices(self) -> "tuple[UnitChoices, ...]":
        from ttcs_desktop.services.unit_choices import unit_choices

        return unit_choices(self._office.workbench.library, _today())

    def _offer(self, choices: "tuple[UnitChoices, ...]") -> None:
        offered = ((one.selector, f"{one.name} ({one.count})") for one in choices)
        self.asked.offer((("", _("Mọi đơn vị đã gửi")), *offered), self.asked.value())

    def _show_usual(self, unit: str) -> None:
        if unit and not self.unit.value():
            self.unit.show_value(unit)

    def _listen(self) -> None:
        self.inbox.added.connect(self.read)
        self.inbox.removed.connect(self._forget)
        self.asked.chosen.connect(lambda _selector: self.merge())
        self.due.chosen.connect(self.merge)
        self.draft.clicked.connect(self.draft_report)
        self.remind.clicked.connect(self.draft_reminder)
        self.mail.clicked.connect(lambda: self.draft_reminder(by_mail=True))
        self.write.clicked.connect(self.write_workbook)

    def _lay_out(self) -> None:
        self.unit.name(_("Đơn vị tổng hợp"), "")
        self.draft.setObjectName("primary")
        self.told.setObjectName("heading")
        self.told.setWordWrap(True)
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(EDGE, EDGE, GAP, GAP)
        side.setSpacing(TIGHT)
        side.addWidget(self.inbox, 1)
        rows = (
            (_("Đơn vị phải báo cáo"), self.asked),
            (_("Hạn nộp"), self.due),
            (_("Đơn vị tổng hợp"), self.unit),
        )
        for title, widget in rows:
            label = QLabel(title)
            label.setBuddy(widget)
            if not widget.accessibleName():
                widget.setAccessibleName(title)
            side.addSpacing(TIGHT)
            side.addWidget(label)
            side.addWidget(widget)
        right = QWidget()
        main = QVBoxLayout(right)
        main.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        main.setSpacing(GAP)
        main.addWidget(self.told)
        main.addWidget(self.results, 1)
        main.addLayout(Flow((self.draft, self.remind, self.mail, self.write)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside((left, right), WIDTHS))


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
