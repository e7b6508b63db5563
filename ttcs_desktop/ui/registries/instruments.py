"""Instruments: found by a typed citation, in force or not, and the one that is marked (văn bản)."""

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.registries.card import RecordCard, Subject
from ttcs_desktop.ui.registries.keeper import Keeper, Record
from ttcs_desktop.ui.registries.tools import Registry
from ttcs_desktop.ui.registries.units import DATE_LETTERS
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.split import beside
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.instrument_list import InstrumentList, InstrumentRow

WIDTHS = (840, 430)


class Instruments(Registry):
    """Finds an instrument as it was typed, says whether it is in force, shows and edits it."""

    def __init__(self, office: Office, keeper: Keeper) -> None:
        super().__init__(office, keeper)
        self._looking = Latest(office.background)
        self._shown_id = ""
        self.wanted = QLineEdit()
        self.date = DateBox()
        self.told = QLabel()
        self.table = RowTable(
            _("Văn bản viện dẫn"), _columns(), office.background, office.workbench.search_key,
            empty=_("Không có văn bản nào như vậy trong danh mục."),
        )  # fmt: skip
        self.card = RecordCard(office, keeper, _("Chọn một văn bản để xem và sửa."))
        self.cited = QLabel()
        self.new_instrument = QPushButton(_("Thêm văn bản"))
        self._lay_out()
        self._listen()
        self.refresh()

    def refresh(self) -> None:
        """Show the instruments as they are now; a form that is being edited stays."""
        super().refresh()
        self._look()

    def holds_edits(self) -> bool:
        """Tell whether edits wait to be written."""
        return self.card.holds_edits()

    def shown(self) -> Callable[[], Sequence[Record]]:
        """Return what gets the instruments that show now."""
        rows = [row.instrument for row in self.table.rows()]
        return lambda: rows

    def table_name(self) -> str:
        """Return a name for a table of instruments."""
        return "van-ban-vien-dan.xlsx"

    def begin_instrument(self) -> None:
        """Ask for an instrument that is not known yet."""
        from ttcs_desktop.services.instrument_forms import blank_instrument

        self._show(blank_instrument())

    def _look(self) -> None:
        words, date = self.wanted.text().strip(), self.date.date() or _today()
        library = self.office.workbench.library

        def work() -> "InstrumentList":
            from ttcs_desktop.services.instrument_list import find_instruments

            return find_instruments(library, words, date)

        self._looking.submit(work, self._show_found, self.office.messages.tell)

    def _show_found(self, found: "InstrumentList") -> None:
        self.told.setText("\n".join(f"{one.message} {one.hint}".strip() for one in found.problems))
        self.told.setVisible(bool(found.problems))
        self.table.show_rows(found.rows, lambda row: row.instrument.id)

    def _pick(self, row: "InstrumentRow | None") -> None:
        if row is None or (row.instrument.id == self._shown_id and self.card.is_changed()):
            return
        self._show(row.instrument)

    def _show(self, instrument: Instrument) -> None:
        from ttcs_desktop.services.instrument_forms import answers_of, form, instrument_of

        self._shown_id = instrument.id
        registries = self.office.workbench.registries

        def make(told: dict[str, object]) -> Instrument:
            made = instrument_of(instrument, told)
            return dataclasses.replace(made, id=instrument.id or registries.suggested_id(made))

        name = f"{instrument.type_name} {instrument.symbol}".strip() or _("Văn bản mới")
        id_ = instrument.id
        detail = _("Mã: {id}").format(id=id_) if id_ else _("Mã được đặt theo số khi lưu.")
        answers = answers_of(instrument)
        self.card.show_subject(
            Subject(RecordKind.INSTRUMENT, instrument, (id_,), name, detail, form(), answers, make)
        )
        self._cite(instrument)

    def _cite(self, instrument: Instrument) -> None:
        """Show how the instrument is cited in full."""
        library, date = self.office.workbench.library, self.date.date() or _today()
        self.cited.setVisible(bool(instrument.id))
        if not instrument.id:
            return

        def work() -> dict[Regime, str]:
            from ttcs_desktop.services.instrument_list import citations_of

            return citations_of(library, instrument, date)

        def show(cited: dict[Regime, str]) -> None:
            words = ((_("Đảng"), Regime.PARTY), (_("Nhà nước"), Regime.STATE))
            self.cited.setText("\n".join(f"{name}: {cited[regime]}" for name, regime in words))

        self.office.background.run(work, show, self.office.messages.tell)

    def _settle(self, instrument_id: str) -> None:
        library = self.office.workbench.library
        self._shown_id = ""

        def show(instrument: Instrument | None) -> None:
            if instrument is None:
                self.card.show_subject(None)
            else:
                self._show(instrument)

        self.office.background.run(
            lambda: library.instruments.get(instrument_id), show, self.office.messages.tell
        )

    def _go_back_to(self, subject: Subject) -> None:
        if isinstance(subject.record, Instrument):
            self._show(subject.record)

    def _listen(self) -> None:
        self.wanted.textChanged.connect(lambda _text: self._look())
        self.date.chosen.connect(self._look)
        self.table.picked.connect(self._pick)
        self.new_instrument.clicked.connect(self.begin_instrument)
        self.card.saved.connect(self._settle)
        self.card.left.connect(self._go_back_to)

    def _lay_out(self) -> None:
        self.wanted.setAccessibleName(_("Tìm văn bản"))
        self.wanted.setPlaceholderText(_("Số, ký hiệu như đã gõ, hoặc vài chữ trong trích yếu"))
        self.wanted.setClearButtonEnabled(True)
        self.date.setAccessibleName(_("Hiệu lực vào ngày"))
        self.date.set_date(_today())
        self.date.setFixedWidth(self.fontMetrics().averageCharWidth() * DATE_LETTERS)
        self.told.setObjectName("fault")
        self.told.setWordWrap(True)
        self.told.hide()
        self.cited.setWordWrap(True)
        self.cited.setObjectName("quiet")
        self.cited.hide()
        self.cited.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label = QLabel(_("Hiệu lực vào ngày"))
        label.setObjectName("quiet")
        label.setBuddy(self.date)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.wanted, 1)
        top.addWidget(label)
        top.addWidget(self.date)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(EDGE, EDGE, GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.cited)
        column.addLayout(self.buttons(self.new_instrument))
        self.lay_out(beside((left, self.card), WIDTHS))


def _columns() -> "tuple[Column[InstrumentRow], ...]":
    from ttcs_desktop.services.instrument_list import Validity, validity_word

    looks = {
        Validity.IN_FORCE: ("check", "good"),
        Validity.PERIOD_OVER: ("warning", "warning"),
        Validity.ENDED: ("error", "error"),
        Validity.LATER: ("note", "note"),
    }

    def name(row: "InstrumentRow") -> str:
        return f"{row.instrument.type_name} {row.instrument.symbol}".strip()

    def date(row: "InstrumentRow") -> str:
        return short_date(row.instrument.date) if row.instrument.date else ""

    def successor(row: "InstrumentRow") -> str:
        one = row.successor
        return f"{one.type_name} {one.symbol}".strip() if one else row.instrument.successor

    return (
        Column(
            _("Hiệu lực"),
            lambda row: validity_word(row.validity),
            15,
            sign=lambda row: looks[row.validity],
            tone=lambda row: looks[row.validity][1],
        ),
        Column(_("Tên văn bản"), name, 22),
        Column(_("Trích yếu"), lambda row: row.instrument.title),
        Column(_("Ngày"), date, 11, order=lambda row: row.instrument.date or datetime.date.min),
        Column(_("Nay là"), successor, 18),
    )


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
