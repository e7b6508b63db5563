"""The register of outgoing documents: numbers kept, given, cancelled (sổ văn bản đi)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.model.register import Entry, NumberState, Series
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.inputs import unit_input
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.register.entries import Oddity, entry_columns, oddity_columns
from ttcs_desktop.ui.register.panel import NumberPanel
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.number_forms import Act
    from ttcs_desktop.services.number_list import NumberList

HEIGHTS = (520, 130)


class RegisterScreen(Screen):
    """Shows the register of a unit; every act asks beside it and is written at once."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        from ttcs_desktop.services.number_forms import Act

        self._office = office
        self._reading = Latest(office.background)
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.unit = unit_input(office.workbench)
        self.series = Picker(((None, _("Mọi sổ của đơn vị")),))
        self.wanted = QLineEdit()
        fold = office.workbench.search_key
        self.table = RowTable[Entry](
            _("Sổ văn bản đi"),
            entry_columns(),
            office.background,
            fold,
            empty=_("Sổ chưa có dòng nào. Bấm “Cấp số” hoặc “Giữ số” để bắt đầu."),
        )
        self.oddities = RowTable[Oddity](
            _("Cần xem lại trong sổ"), oddity_columns(), office.background, fold
        )
        self.panel = NumberPanel(office)
        self.acts = {act: _act_button(act) for act in Act}
        for act, button in self.acts.items():
            button.clicked.connect(partial(self.ask, act))
        self.export_button = QPushButton(_("Xuất .xlsx…"))
        self._lay_out()
        self._listen()
        self._follow(None)
        office.background.run(
            lambda: office.workbench.settings().unit, self._show_usual, office.messages.tell
        )

    def title(self) -> str:
        """Return the screen's name."""
        return _("Sổ văn bản đi")

    def arrive(self) -> None:
        """Read the register again: another window may have written it."""
        self.look()

    def look(self) -> None:
        """Read the register of the unit."""
        unit, series = self.unit.value(), self._chosen_series()
        numbers = self._office.workbench.numbers
        if not unit:
            return

        def work() -> "NumberList":
            from ttcs_desktop.services.number_list import number_list

            return number_list(numbers, unit, series)

        self._reading.submit(work, self._show, self._office.messages.tell)

    def show_unit(self, unit_id: str) -> None:
        """Turn to the register of a unit."""
        self.unit.show_value(unit_id)
        self.series.offer(((None, _("Mọi sổ của đơn vị")),), None)
        self.look()

    def ask(self, act: "Act") -> None:
        """Ask what is needed for an act."""
        from ttcs_desktop.services.number_forms import ON_ENTRY

        unit, entry = self.unit.value(), self.table.current()
        if not unit:
            told = _("Chọn đơn vị trước, rồi cấp số hoặc giữ số.")
            self._office.messages.say(Message(told, topic="unit"))
            self.unit.setFocus()
            return
        self._office.messages.withdraw("unit")
        self.panel.ask(act, unit, entry if act in ON_ENTRY else None)

    def export(self) -> None:
        """Write what the table shows as .xlsx."""
        entries, numbers = self.table.rows(), self._office.workbench.numbers
        path = self.asker.save(_("Xuất sổ"), "so-van-ban-di.xlsx", _("Bảng tính (*.xlsx)"))
        if path is not None:
            self._office.background.run_long(
                _("Đang ghi sổ"),
                lambda _progress: numbers.export(path, entries),
                lambda _none: self._say_written(path),
                self._office.messages.tell,
            )

    def _show(self, found: "NumberList") -> None:
        chosen = self._chosen_series()
        titles = ((None, _("Mọi sổ của đơn vị")), *found.titles)
        known = [series for series, _title in titles]
        self.series.offer(titles, chosen if chosen in known else None)
        self.table.show_rows(found.entries, lambda entry: entry.id)
        self.oddities.show_rows(found.problems)
        self._below.setVisible(bool(found.problems))

    def _follow(self, entry: Entry | None) -> None:
        """Let only what can be done to the marked line be asked for."""
        from ttcs_desktop.services.number_forms import ON_ENTRY, Act

        for act in ON_ENTRY:
            self.acts[act].setEnabled(entry is not None)
        if entry is not None:
            is_cancelled = entry.state is NumberState.CANCELLED
            self.acts[Act.CANCEL].setEnabled(not is_cancelled)
            self.acts[Act.ISSUE_KEPT].setEnabled(entry.state is NumberState.RESERVED)

    def _tell(self, act: "Act", entry: Entry) -> None:
        from ttcs_desktop.services.number_forms import Act

        number = entry.number_and_symbol
        said = {
            Act.RESERVE: _("Đã giữ số {number}."),
            Act.ISSUE: _("Đã cấp số {number}."),
            Act.INSERT: _("Đã chèn số {number}."),
            Act.ISSUE_KEPT: _("Đã cấp số {number}."),
            Act.AMEND: _("Đã sửa dòng {number}."),
            Act.CANCEL: _("Đã huỷ số {number}; dòng vẫn ở trong sổ cùng lý do."),
        }
        gives = act in (Act.RESERVE, Act.ISSUE, Act.INSERT, Act.ISSUE_KEPT)
        unit = entry.series.unit
        self._office.messages.say(
            Message(
                said[act].format(number=number),
                topic="register",
                action=_("Huỷ số này…") if gives else "",
                act=lambda: self.panel.ask(Act.CANCEL, unit, entry),
            )
        )
        self.look()

    def _chosen_series(self) -> Series | None:
        chosen = self.series.value()
        return chosen if isinstance(chosen, Series) else None

    def _show_usual(self, unit: str) -> None:
        if unit and not self.unit.value():
            self.show_unit(unit)

    def _say_written(self, path: Path) -> None:
        told = _("Đã ghi {name} vào thư mục {folder}.")
        message = Message(told.format(name=path.name, folder=path.parent), topic="written")
        self._office.messages.say(message)

    def _listen(self) -> None:
        self.unit.changed.connect(lambda: self.show_unit(self.unit.value() or ""))
        self.series.chosen.connect(lambda _series: self.look())
        self.wanted.textChanged.connect(self.table.search)
        self.table.picked.connect(self._follow)
        self.panel.done.connect(self._tell)
        self.export_button.clicked.connect(self.export)

    def _lay_out(self) -> None:
        self.unit.name(_("Đơn vị"), "")
        self.series.setAccessibleName(_("Sổ"))
        self.series.setMinimumContentsLength(10)
        self.wanted.setAccessibleName(_("Tìm trong sổ"))
        self.wanted.setPlaceholderText(_("Tìm trong sổ"))
        self.wanted.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.unit, 3)
        top.addWidget(self.series, 2)
        top.addWidget(self.wanted, 2)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, GAP, 0, 0)
        heading = QLabel(_("Cần xem lại: số bỏ trống, số trùng, ngày không theo thứ tự"))
        heading.setObjectName("heading")
        below.addWidget(heading)
        below.addWidget(self.oddities)
        down = QSplitter(Qt.Orientation.Vertical)
        down.setHandleWidth(1)
        down.setChildrenCollapsible(False)
        down.addWidget(self.table)
        down.addWidget(self._below)
        down.setSizes(list(HEIGHTS))
        self._below.hide()
        left = QVBoxLayout()
        left.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        left.setSpacing(GAP)
        left.addLayout(top)
        left.addWidget(down, 1)
        left.addLayout(Flow((*self.acts.values(), self.export_button)))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.panel)


def _act_button(act: "Act") -> QPushButton:
    from ttcs_desktop.services.number_forms import Act, act_word

    button = QPushButton(f"{act_word(act)}…")
    button.setObjectName("primary" if act is Act.ISSUE else "")
    return button
