"""Units: the tree, and the one that is marked with its history (danh mục đơn vị)."""

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.unit import Unit, UnitPeriod
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.registries.card import RecordCard, Subject
from ttcs_desktop.ui.registries.keeper import Keeper, Record
from ttcs_desktop.ui.registries.tools import Registry
from ttcs_desktop.ui.registries.tree import UnitTreeView
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.split import beside

if TYPE_CHECKING:
    from ttcs_desktop.services.unit_tree import UnitTree

WIDTHS = (430, 840)
PERIODS_SHOWN = 3
DATE_LETTERS = 22


class Units(Registry):
    """Finds a unit by any name it ever had, shows and edits what it is."""

    def __init__(self, office: Office, keeper: Keeper) -> None:
        super().__init__(office, keeper)
        self._looking = Latest(office.background)
        self._unit: Unit | None = None
        self.wanted = QLineEdit()
        self.date = DateBox()
        self.with_ended = QCheckBox(_("Cả đơn vị đã thôi"))
        self.tree = UnitTreeView()
        self.card = RecordCard(office, keeper, _("Chọn một đơn vị ở bên trái để xem và sửa."))
        self.periods = QListWidget()
        self.new_unit = QPushButton(_("Đơn vị mới"))
        self.new_period = QPushButton(_("Thêm quãng thời gian…"))
        self.since = DateBox()
        self._lay_out()
        self._listen()
        self.refresh()

    def refresh(self) -> None:
        """Show the units as they are now; a form that is being edited stays."""
        super().refresh()
        self._look()
        if self._unit is not None and self._unit.id and not self.card.is_changed():
            self._open(self._unit.id)

    def holds_edits(self) -> bool:
        """Tell whether edits wait to be written."""
        return self.card.holds_edits()

    def pick(self, unit_id: str) -> None:
        """Show a unit, whether or not it is in the tree now."""
        self.tree.pick(unit_id)
        if self.tree.current() != unit_id:
            self._open(unit_id)

    def shown(self) -> Callable[[], Sequence[Record]]:
        """Return what gets the units that the tree holds now."""
        tree, library = self.tree.model_.tree, self.office.workbench.library
        places = (tree.found or range(len(tree.nodes))) if tree else ()
        ids = [tree.nodes[at].id for at in places if tree.nodes[at].id] if tree else []
        return lambda: [library.unit(id_) for id_ in ids]

    def table_name(self) -> str:
        """Return a name for a table of units."""
        return "don-vi.xlsx"

    def begin_unit(self) -> None:
        """Ask for a unit that is not known yet."""
        from ttcs_desktop.services.unit_forms import blank_unit

        self._show(blank_unit(), 0)

    def add_period(self) -> None:
        """Ask what the unit is called from a day on."""
        unit, day = self._unit, self.since.date()
        if unit is None or day is None:
            told = _("Ghi ngày bắt đầu quãng mới, rồi bấm “Thêm quãng thời gian”.")
            self.office.messages.say(Message(told, topic="period"))
            self.since.setFocus()
            return

        def work() -> Unit:
            from ttcs_desktop.services.unit_forms import with_new_period

            return with_new_period(unit, day)

        def show(changed: Unit) -> None:
            self.since.set_date(None)
            self._show(changed, len(changed.periods) - 1, is_begun=True)

        self.office.background.run(work, show, self.office.messages.tell)

    def _look(self) -> None:
        words, with_ended = self.wanted.text().strip(), self.with_ended.isChecked()
        date, library = self.date.date() or _today(), self.office.workbench.library

        def work() -> "UnitTree":
            from ttcs_desktop.services.unit_tree import unit_tree

            return unit_tree(library, date, find=words, with_ended=with_ended)

        self._looking.submit(work, self.tree.show_tree, self.office.messages.tell)

    def _open(self, unit_id: str) -> None:
        library, date = self.office.workbench.library, self.date.date() or _today()

        def show(unit: Unit | None) -> None:
            if unit is None:
                self._unit = None
                self.card.show_subject(None)
                return
            covering = [at for at, one in enumerate(unit.periods) if one.covers(date)]
            self._show(unit, covering[-1] if covering else len(unit.periods) - 1)

        self.office.background.run(
            lambda: library.units.get(unit_id), show, self.office.messages.tell
        )

    def _show(self, unit: Unit, at: int, *, is_begun: bool = False) -> None:
        self._list_periods(unit, at)
        self.card.show_subject(self._subject(unit, at, is_begun=is_begun))

    def _list_periods(self, unit: Unit, at: int) -> None:
        self._unit = unit
        with QSignalBlocker(self.periods):
            self.periods.clear()
            self.periods.addItems([_span(one) for one in reversed(unit.periods)])
            self.periods.setCurrentRow(len(unit.periods) - 1 - at)
        rows = min(len(unit.periods), PERIODS_SHOWN)
        self.periods.setFixedHeight((self.fontMetrics().height() + 11) * rows + 4)

    def _subject(self, unit: Unit, at: int, *, is_begun: bool) -> Subject:
        from ttcs_desktop.services.unit_forms import answers_of, form_of

        registries = self.office.workbench.registries

        def make(told: dict[str, object]) -> Unit:
            import dataclasses

            from ttcs_desktop.services.unit_forms import unit_of

            made = unit_of(unit, at, told)
            id_ = unit.id or registries.suggested_id(made)
            return dataclasses.replace(made, id=id_)

        return Subject(
            RecordKind.UNIT,
            unit,
            (unit.id, at),
            unit.periods[at].name or _("Đơn vị mới"),
            _("Mã: {id}").format(id=unit.id) if unit.id else _("Mã được đặt theo tên khi lưu."),
            form_of(unit, at),
            answers_of(unit, at),
            make,
            is_begun,
        )

    def _turn_period(self, row: int) -> None:
        if self._unit is not None and row >= 0:
            self._show(self._unit, len(self._unit.periods) - 1 - row)

    def _settle(self, unit_id: str) -> None:
        self._unit = None
        self._open(unit_id)

    def _go_back_to(self, subject: Subject) -> None:
        unit = subject.record
        if isinstance(unit, Unit):
            self._show(unit, int(str(subject.key[1])), is_begun=subject.is_begun)

    def _listen(self) -> None:
        self.wanted.textChanged.connect(lambda _text: self._look())
        self.date.chosen.connect(self._look)
        self.with_ended.toggled.connect(lambda _on: self._look())
        self.tree.picked.connect(lambda id_: self._open(id_) if id_ else None)
        self.periods.currentRowChanged.connect(self._turn_period)
        self.new_unit.clicked.connect(self.begin_unit)
        self.new_period.clicked.connect(self.add_period)
        self.card.saved.connect(self._settle)
        self.card.left.connect(self._go_back_to)

    def _lay_out(self) -> None:
        self.wanted.setAccessibleName(_("Tìm đơn vị"))
        self.wanted.setPlaceholderText(_("Tìm đơn vị, có dấu hay không đều được"))
        self.wanted.setClearButtonEnabled(True)
        self.date.setAccessibleName(_("Vào ngày"))
        self.date.set_date(_today())
        self.since.setAccessibleName(_("Ngày bắt đầu quãng mới"))
        for box in (self.date, self.since):
            box.setFixedWidth(box.fontMetrics().averageCharWidth() * DATE_LETTERS)
        self.periods.setAccessibleName(_("Các quãng thời gian"))
        self.card.above.addWidget(self.periods)
        self.card.above.addLayout(Flow((self.since, self.new_period)))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(EDGE, EDGE, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.wanted)
        label = QLabel(_("Vào ngày"))
        label.setObjectName("quiet")
        label.setBuddy(self.date)
        column.addLayout(Flow((label, self.date, self.with_ended)))
        column.addWidget(self.tree, 1)
        column.addLayout(self.buttons(self.new_unit))
        self.lay_out(beside((left, self.card), WIDTHS))


def _span(period: UnitPeriod) -> str:
    start = _("từ {day}").format(day=short_date(period.valid_from)) if period.valid_from else ""
    end = _("đến {day}").format(day=short_date(period.valid_to)) if period.valid_to else ""
    span = f"{start} {end}".strip() or _("từ trước đến nay")
    return f"{period.name} · {span}"


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
