"""A plan for each of many units, out of one guidance (thẻ lập kế hoạch)."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Progress
from ttcs_desktop.ui.chain.guidance import Guidance
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.batching import Made
    from ttcs_desktop.services.planning import Order
    from ttcs_desktop.services.unit_choices import UnitChoices

FOLDER = "Kế hoạch"


class PlansTab(QWidget):
    """Asks for whom, when and where to; makes the files one by one and tells of each."""

    def __init__(self, office: Office, guidance: Guidance) -> None:
        super().__init__()
        self._office = office
        self._guidance = guidance
        self._made: tuple[Made, ...] = ()
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.told = QLabel()
        self.units = Picker((("", _("— chọn —")),))
        self.date = DateBox()
        self.folder = QLineEdit(str(self.asker.home() / FOLDER))
        self.choose = QPushButton(_("Chọn…"))
        self.with_pdf = QCheckBox(_("Ghi cả PDF"))
        self.resumed = QCheckBox(_("Chỉ làm những tệp chưa có"))
        self.make_button = QPushButton(_("Lập kế hoạch cho các đơn vị này"))
        self.one_button = QPushButton(_("Soạn kế hoạch của đơn vị mình"))
        self.table: RowTable[Made] = RowTable(
            _("Kế hoạch đã lập"),
            _columns(),
            office.background,
            office.workbench.search_key,
            empty=_("Kế hoạch của từng đơn vị sẽ hiện ở đây; bấm Enter để mở."),
        )
        self._lay_out()
        self._listen()
        self._follow()
        office.background.run(self._choices, self._offer, office.messages.tell)

    def make(self) -> None:
        """Make the plans."""
        proposal, order = self._guidance.proposal, self._order()
        library = self._office.workbench.library
        if proposal is None or not order.selector:
            told = _("Mở hướng dẫn ở thẻ Nhiệm vụ, rồi chọn các đơn vị.")
            self._office.messages.say(Message(told, topic="guidance"))
            return

        def work(progress: Progress) -> "tuple[Made, ...]":
            from ttcs_desktop.services.planning import Planner

            def tell(made: "tuple[Made, ...]", count: int) -> None:
                self._made = made
                progress.report(len(made), count)

            return Planner(library).make(proposal, order, tell)

        self._made = ()
        self.make_button.setEnabled(False)
        self._office.background.run_long(
            _("Đang lập kế hoạch"), work, self._show, self._refuse, self._show_stopped
        )

    def draft_own(self) -> None:
        """Draft the plan of the clerk's own unit, and open it in the editor."""
        proposal, date, workbench = (
            self._guidance.proposal,
            self._order().date,
            self._office.workbench,
        )
        if proposal is None:
            return

        def work() -> Draft:
            from ttcs_desktop.services.chaining import Chaining

            own = workbench.settings().unit
            return Chaining(workbench.library).plan_from(proposal, own, date).draft

        if not workbench.settings().unit:
            told = _("Chưa rõ đơn vị của mình; chọn đơn vị ở màn hình Bắt đầu.")
            self._office.messages.say(Message(told, topic="unit"))
            return
        self._office.background.run_long(
            _("Đang dự thảo"),
            lambda _progress: work(),
            lambda draft: self._office.take_up(draft, None, None),
            self._office.messages.tell,
        )

    def _order(self) -> "Order":
        from ttcs_desktop.services.planning import Order

        return Order(
            self.units.value() or "",
            self.date.date() or _today(),
            Path(self.folder.text().strip() or self.asker.home() / FOLDER),
            has_pdf=self.with_pdf.isChecked(),
            is_resumed=self.resumed.isChecked(),
        )

    def _show(self, made: "tuple[Made, ...]") -> None:
        from ttcs_desktop.services.batching import summary

        self._follow()
        self.table.show_rows(made)
        told = _(
            "Đã ghi {made} tệp, đã có sẵn {was_there}, cần xem lại {to_look_at}, lỗi {failed}."
        )
        self._say(told.format(**summary(made)))

    def _show_stopped(self) -> None:
        """Show what was made before the clerk stopped the work; it is whole and can be gone on."""
        self._follow()
        self.table.show_rows(self._made)
        self.resumed.setChecked(True)
        told = _("Đã dừng sau {count} tệp; bấm lập tiếp để làm những tệp chưa có.")
        self._say(told.format(count=len(self._made)))

    def _refuse(self, error: Exception) -> None:
        self._follow()
        self.table.show_rows(self._made)
        self._office.messages.tell(error)

    def _say(self, words: str) -> None:
        self._office.messages.withdraw("error")
        self._office.messages.say(Message(words, topic="plans"))

    def _follow(self) -> None:
        has_guidance = self._guidance.proposal is not None
        words = (
            _("Nhiệm vụ lấy từ: {name}").format(name=self._guidance.name)
            if has_guidance
            else _("Chưa có hướng dẫn; mở ở thẻ Nhiệm vụ.")
        )
        self.told.setText(words)
        self.make_button.setEnabled(has_guidance)
        self.one_button.setEnabled(has_guidance)

    def _open(self, made: "Made") -> None:
        if made.path is not None:
            self._office.open_file(made.path)

    def _choices(self) -> "tuple[UnitChoices, ...]":
        from ttcs_desktop.services.unit_choices import unit_choices

        return unit_choices(self._office.workbench.library, _today())

    def _offer(self, choices: "tuple[UnitChoices, ...]") -> None:
        offered = ((one.selector, f"{one.name} ({one.count})") for one in choices)
        self.units.offer((("", _("— chọn —")), *offered), self.units.value())

    def _choose_folder(self) -> None:
        folder = self.asker.folder(_("Thư mục ghi kế hoạch"))
        if folder is not None:
            self.folder.setText(str(folder))

    def _listen(self) -> None:
        self._guidance.changed.connect(self._follow)
        self.make_button.clicked.connect(self.make)
        self.one_button.clicked.connect(self.draft_own)
        self.choose.clicked.connect(self._choose_folder)
        self.table.opened.connect(self._open)

    def _lay_out(self) -> None:
        self.told.setObjectName("heading")
        self.told.setWordWrap(True)
        self.make_button.setObjectName("primary")
        self.date.set_date(_today())
        self.choose.setAccessibleName(_("Chọn thư mục"))
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(EDGE)
        grid.setVerticalSpacing(2)
        asked = ((_("Đơn vị"), self.units), (_("Ngày ban hành"), self.date), (_("Thư mục"), place))
        for at, (title, widget) in enumerate(asked):
            label = QLabel(title)
            named = self.folder if widget is place else widget
            label.setBuddy(named)
            named.setAccessibleName(title)
            grid.addWidget(label, 0, at)
            grid.addWidget(widget, 1, at)
            grid.setColumnStretch(at, 1 if widget is self.date else 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.told)
        column.addLayout(grid)
        column.addLayout(Flow((self.make_button, self.with_pdf, self.resumed, self.one_button)))
        column.addWidget(self.table, 1)


def _columns() -> "tuple[Column[Made], ...]":
    def state(made: "Made") -> str:
        if made.path is None:
            return _("lỗi")
        return _("đã có sẵn") if made.was_there else _("đã ghi")

    def sign(made: "Made") -> tuple[str, str]:
        if made.path is None:
            return ("error", "error")
        return ("warning", "warning") if _weighty(made) else ("check", "good")

    def points(made: "Made") -> str:
        return made.fault or "; ".join(_weighty(made))

    return (
        Column(_("Tình trạng"), state, 14, sign=sign),
        Column(_("Đơn vị"), lambda made: made.name, 38),
        Column(_("Tệp"), lambda made: made.path.name if made.path else "", 34),
        Column(_("Cần xem lại"), points),
    )


def _weighty(made: "Made") -> list[str]:
    return [one.message for one in made.problems if one.severity is not Severity.NOTE]


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
