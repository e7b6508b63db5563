"""Indicators and deadlines, to look up (chỉ tiêu, thời hạn báo cáo)."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.indicator import Indicator, IndicatorKind
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.system import open_outside
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.deadline_list import Due

DATE_LETTERS = 22


class Listing(QWidget):
    """A table to search in; the clerk's own files for it are a click away."""

    def __init__(
        self, office: Office, name: str, columns: Sequence[Column[Any]], folder: str
    ) -> None:
        super().__init__()
        self.office = office
        self._folder = folder
        self.wanted = QLineEdit()
        self.wanted.setAccessibleName(_("Tìm trong danh mục"))
        self.wanted.setPlaceholderText(_("Tìm, có dấu hay không đều được"))
        self.wanted.setClearButtonEnabled(True)
        self.table = RowTable(
            name, columns, office.background, office.workbench.search_key,
            empty=_("Không có dòng nào như vậy."),
        )  # fmt: skip
        self.wanted.textChanged.connect(self.table.search)
        self.open_folder = QPushButton(_("Mở thư mục của đơn vị"))
        self.open_folder.setToolTip(_("Tệp .toml ở đây được đọc sau dữ liệu gốc"))
        self.open_folder.clicked.connect(self._open_folder)
        self.top = QHBoxLayout()
        self.top.setSpacing(GAP)
        self.top.addWidget(self.wanted, 1)
        self.top.addWidget(self.open_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.setSpacing(GAP)
        column.addLayout(self.top)
        column.addWidget(self.table, 1)

    def show_from(self, work: Callable[[], Sequence[Any]]) -> None:
        """Show the rows that some work gets."""
        self.office.background.run(work, self.table.show_rows, self.office.messages.tell)

    def _open_folder(self) -> None:
        folder = self.office.workbench.library.own / self._folder
        open_folder(folder, self.office)


def open_folder(folder: Path, office: Office) -> None:
    """Show a folder in the system's own way; it is made when it is not there yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = _("Không tạo được thư mục ({reason}).").format(reason=error.strerror or error)
        office.messages.tell(UserError(told, where=str(folder)))
        return
    open_outside(folder)


def indicators(office: Office) -> Listing:
    """Return the list of indicators."""
    words = {
        IndicatorKind.SUM: _("cộng dồn"),
        IndicatorKind.LAST: _("số cuối kỳ"),
        IndicatorKind.RATIO: _("tỷ lệ, tính lại"),
        IndicatorKind.TEXT: _("bằng lời"),
    }
    columns: tuple[Column[Indicator], ...] = (
        Column(_("Chỉ tiêu"), lambda one: one.name),
        Column(_("Đơn vị tính"), lambda one: one.measure, 16),
        Column(_("Cách tổng hợp"), lambda one: words[one.kind], 18),
        Column(_("Nhóm báo cáo"), lambda one: ", ".join(map(str, one.groups)), 15),
        Column(_("Tên khác"), lambda one: "; ".join(one.also), 34),
        Column(_("Mã"), lambda one: one.id, 26, tone=lambda _one: "muted"),
    )
    listing = Listing(office, _("Chỉ tiêu"), columns, "indicators")
    library = office.workbench.library
    listing.show_from(lambda: tuple(library.indicators.values()))
    return listing


class DueList(Listing):
    """When reports are due around a day; the next ones are told from those that are over."""

    def __init__(self, office: Office) -> None:
        self.date = DateBox()
        super().__init__(office, _("Thời hạn báo cáo"), _due_columns(self._day), "deadlines")
        self.date.set_date(datetime.datetime.now().astimezone().date())
        self.date.setAccessibleName(_("Kỳ báo cáo quanh ngày"))
        self.date.setFixedWidth(self.fontMetrics().averageCharWidth() * DATE_LETTERS)
        self.date.chosen.connect(self.look)
        label = QLabel(_("Kỳ báo cáo quanh ngày"))
        label.setObjectName("quiet")
        label.setBuddy(self.date)
        self.top.insertWidget(1, label)
        self.top.insertWidget(2, self.date)
        self.look()

    def look(self) -> None:
        """Show the deadlines around the day chosen."""
        library, day = self.office.workbench.library, self._day()

        def work() -> "tuple[Due, ...]":
            from ttcs_desktop.services.deadline_list import due_around

            return due_around(library, day)

        self.show_from(work)

    def _day(self) -> datetime.date:
        return self.date.date() or datetime.datetime.now().astimezone().date()


def _due_columns(day: Callable[[], datetime.date]) -> "tuple[Column[Due], ...]":
    from ttcs_desktop.services.deadline_list import kind_word

    def left(due: "Due") -> str:
        days = (due.last_day - day()).days
        if days < 0:
            return _("quá {days} ngày").format(days=-days)
        return _("còn {days} ngày").format(days=days) if days else _("hôm nay")

    def tone(due: "Due") -> str:
        days = (due.last_day - day()).days
        is_near = days >= 0 and due.inner_day <= day()
        return "muted" if days < 0 else "warning" if is_near else ""

    return (
        Column(_("Kỳ báo cáo"), lambda due: due.period_name, 26),
        Column(_("Nơi nhận báo cáo"), lambda due: due.rule.recipient),
        Column(
            _("Hạn nộp"), lambda due: short_date(due.last_day), 13,
            order=lambda due: due.last_day,
        ),
        Column(_("Còn lại"), left, 14, tone=tone, order=lambda due: due.last_day),
        Column(_("Hạn trong đơn vị"), lambda due: short_date(due.inner_day), 17),
        Column(_("Loại kỳ"), lambda due: kind_word(due.rule.period), 11),
        Column(_("Nguồn"), lambda due: due.rule.source, 34, tone=lambda _due: "muted"),
    )  # fmt: skip
