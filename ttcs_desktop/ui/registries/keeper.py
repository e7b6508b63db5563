"""Writing to the registries, with a way back from each step (lưu danh mục, hoàn tác)."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Difference, Outdated, RecordKind
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.registries import Incoming, Snapshot
    from ttcs_desktop.services.rolling_over import Plan

Record = Unit | Instrument
Ids = Iterable[tuple[RecordKind, str]]
Done = Callable[[], object]


class Keeper(QObject):
    """Writes on another thread, says what was written, and offers to take it back."""

    changed = Signal()
    """The registries are other ones now."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office

    def save(self, records: Sequence[Record], done: Done) -> None:
        """Keep records as they are given."""
        registries = self._office.workbench.registries
        ids = [(_kind(record), record.id) for record in records]
        self._write(ids, lambda: registries.save(records), done)

    def take_in(self, incoming: "Incoming", done: Done) -> None:
        """Keep what a file brings."""
        registries = self._office.workbench.registries
        ids = [(_kind(record), record.id) for record in incoming.records]
        self._write(ids, lambda: registries.take_in(incoming), done)

    def roll_over(self, plan: "Plan", done: Done) -> None:
        """Carry out a plan."""
        roll_over = self._office.workbench.roll_over
        ids = [(RecordKind.UNIT, unit.id) for unit in plan.units]
        self._write(ids, lambda: roll_over.apply(plan), done)

    def restore(self, kind: RecordKind, record_id: str, field: str, done: Done) -> None:
        """Take back what ships, of a field, or of the whole record for ""."""
        registries = self._office.workbench.registries

        def work() -> tuple[Difference, ...]:
            own = registries.own(kind, record_id)
            registries.restore(kind, record_id, field)
            return tuple(one for one in own if field in ("", one.field))

        self._write([(kind, record_id)], work, done)

    def settle(self, outdated: Outdated, *, keeps_own: bool, done: Done) -> None:
        """Stay with the clerk's value over the new shipped one, or take the shipped one."""
        if not keeps_own:
            self.restore(outdated.kind, outdated.id, outdated.field, done)
            return
        registries = self._office.workbench.registries

        def work() -> tuple[Difference, ...]:
            registries.stay_with_own(outdated)
            return ()

        self._write([(outdated.kind, outdated.id)], work, done)

    def _write(self, ids: Ids, work: Callable[[], Sequence[Difference]], done: Done) -> None:
        registries, known = self._office.workbench.registries, tuple(ids)

        def carry_out() -> "tuple[Snapshot, int]":
            snapshot = registries.snapshot(known)
            return snapshot, len(work())

        def written(outcome: "tuple[Snapshot, int]") -> None:
            self._say(*outcome)
            done()
            self.changed.emit()

        self._office.background.run_long(
            _("Đang lưu danh mục"),
            lambda _progress: carry_out(),
            written,
            self._office.messages.tell,
        )

    def _say(self, snapshot: "Snapshot", count: int) -> None:
        self._office.messages.withdraw("error")
        self._office.messages.say(
            Message(
                _("Đã lưu {count} chỗ thay đổi.").format(count=count),
                topic="registry",
                action=_("Hoàn tác"),
                act=lambda: self._go_back(snapshot),
            )
        )

    def _go_back(self, snapshot: "Snapshot") -> None:
        told = Message(_("Đã hoàn tác; danh mục như trước khi lưu."), topic="registry")

        def back(_none: None) -> None:
            self._office.messages.say(told)
            self.changed.emit()

        registries = self._office.workbench.registries
        self._office.background.run(
            lambda: registries.go_back(snapshot), back, self._office.messages.tell
        )


def _kind(record: Record) -> RecordKind:
    return RecordKind.UNIT if isinstance(record, Unit) else RecordKind.INSTRUMENT
