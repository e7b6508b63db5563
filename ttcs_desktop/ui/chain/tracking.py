"""Who has planned and who has reported, by the files that came in (thẻ theo dõi)."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.report import SetAside
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest, Progress
from ttcs_desktop.ui.chain.drop_list import DropList
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.split import beside
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.tracking import Delivered, Found, Standing
    from ttcs_desktop.services.unit_choices import UnitChoices

WIDTHS = (330, 950)
HEIGHTS = (500, 140)


class TrackingTab(QWidget):
    """A row for each unit that was asked: its plan, its report, or what is still missing."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._standing = Latest(office.background)
        self._read: dict[Path, Found] = {}
        asker = Asker(self, lambda: office.workbench.settings().folder)
        self.inbox = DropList(_("Kế hoạch, báo cáo nhận được"), asker)
        self.asked = Picker((("", _("Mọi đơn vị đã gửi")),))
        self.told = QLabel()
        fold = office.workbench.search_key
        self.table: RowTable[Standing] = RowTable(
            _("Tình hình từng đơn vị"),
            _columns(),
            office.background,
            fold,
            empty=_("Thả kế hoạch và báo cáo vào khung bên trái, chọn các đơn vị phải gửi."),
        )
        self.aside = RowTable[SetAside](
            _("Tệp để riêng"),
            (
                Column(_("Tệp"), lambda one: one.file, sign=lambda _one: ("warning", "warning")),
                Column(_("Vì sao"), lambda one: one.reason),
            ),
            office.background,
            fold,
        )
        self._lay_out()
        self.inbox.added.connect(self.read)
        self.inbox.removed.connect(self._forget)
        self.asked.chosen.connect(lambda _selector: self.look())
        office.background.run(self._choices, self._offer, office.messages.tell)

    def read(self, paths: list[Path]) -> None:
        """Read what came in."""
        library = self._office.workbench.library

        def work(progress: Progress) -> "dict[Path, Found]":
            from ttcs_desktop.services.tracking import Tracking

            tracking, count = Tracking(library), 0

            def tell(_name: str) -> None:
                nonlocal count
                count += 1
                progress.report(count, 0)

            return {path: tracking.read([path], tell) for path in paths}

        def well(read: "dict[Path, Found]") -> None:
            self._read |= read
            self.look()

        self._office.background.run_long(
            _("Đang đọc kế hoạch, báo cáo"),
            work,
            well,
            self._office.messages.tell,
            lambda: self.inbox.remove([path for path in paths if path not in self._read]),
        )

    def look(self) -> None:
        """Hold what came in against who was asked."""
        found, selector = tuple(self._read.values()), self.asked.value() or ""
        library = self._office.workbench.library

        def work() -> "tuple[Standing, ...]":
            from ttcs_desktop.services.tracking import Tracking

            return Tracking(library).standing(found, selector, _today())

        self._standing.submit(work, self._show, self._office.messages.tell)

    def _show(self, rows: "tuple[Standing, ...]") -> None:
        self.table.show_rows(rows, lambda row: row.unit)
        plans = sum(row.plan is not None for row in rows)
        reports = sum(row.report is not None for row in rows)
        told = _("{count} đơn vị: {plans} đã có kế hoạch, {reports} đã báo cáo.")
        self.told.setText(told.format(count=len(rows), plans=plans, reports=reports))
        aside = [one for found in self._read.values() for one in found.set_aside]
        self.aside.show_rows(aside)
        self.aside.setVisible(bool(aside))

    def _forget(self, paths: list[Path]) -> None:
        for path in paths:
            self._read.pop(path, None)
        self.look()

    def _choices(self) -> "tuple[UnitChoices, ...]":
        from ttcs_desktop.services.unit_choices import unit_choices

        return unit_choices(self._office.workbench.library, _today())

    def _offer(self, choices: "tuple[UnitChoices, ...]") -> None:
        offered = ((one.selector, f"{one.name} ({one.count})") for one in choices)
        self.asked.offer((("", _("Mọi đơn vị đã gửi")), *offered), self.asked.value())

    def _lay_out(self) -> None:
        self.told.setObjectName("heading")
        self.told.setWordWrap(True)
        label = QLabel(_("Đơn vị phải gửi"))
        label.setBuddy(self.asked)
        self.asked.setAccessibleName(_("Đơn vị phải gửi"))
        left, right = QWidget(), QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(EDGE, EDGE, GAP, GAP)
        side.setSpacing(TIGHT)
        side.addWidget(self.inbox, 1)
        side.addSpacing(TIGHT)
        side.addWidget(label)
        side.addWidget(self.asked)
        down = QSplitter(Qt.Orientation.Vertical)
        down.setHandleWidth(1)
        down.setChildrenCollapsible(False)
        down.addWidget(self.table)
        down.addWidget(self.aside)
        down.setSizes(list(HEIGHTS))
        self.aside.hide()
        main = QVBoxLayout(right)
        main.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        main.setSpacing(GAP)
        main.addWidget(self.told)
        main.addWidget(down, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside((left, right), WIDTHS))


def _columns() -> "tuple[Column[Standing], ...]":
    def told(one: "Delivered | None") -> str:
        if one is None:
            return _("chưa có")
        number = _("số {number}").format(number=one.number) if one.number else ""
        day = short_date(one.date) if one.date else ""
        return " · ".join(part for part in (number, day) if part) or _("đã có")

    def sign(one: "Delivered | None") -> tuple[str, str]:
        return ("check", "good") if one else ("error", "error")

    def tasks(row: "Standing") -> str:
        count = len(row.plan.tasks) if row.plan else 0
        done = len(row.report.done) if row.report else 0
        return _("{done}/{count} xong").format(done=done, count=count) if count else ""

    def file(row: "Standing") -> str:
        return "\n".join(one.file for one in (row.plan, row.report) if one)

    return (
        Column(_("Đơn vị"), lambda row: row.name),
        Column(
            _("Kế hoạch"),
            lambda row: told(row.plan),
            20,
            sign=lambda row: sign(row.plan),
            order=lambda row: (row.plan is not None, told(row.plan)),
        ),
        Column(
            _("Báo cáo"),
            lambda row: told(row.report),
            20,
            sign=lambda row: sign(row.report),
            order=lambda row: (row.report is not None, told(row.report)),
        ),
        Column(_("Nhiệm vụ"), tasks, 11),
        Column(_("Tệp"), file, 26, tone=lambda _row: "muted"),
    )


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
