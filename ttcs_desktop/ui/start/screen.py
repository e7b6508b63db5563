"""Begin a document, carry on with one, or open a file (màn hình bắt đầu)."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.home import ToDoKind
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.checking.drop_zone import DropZone
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.form.inputs import unit_input
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.start.card import Card
from ttcs_desktop.ui.start.files import Shelf, due_row, recent_words, recovered_row
from ttcs_desktop.ui.start.recent_shelf import RecentShelf

if TYPE_CHECKING:
    from ttcs_desktop.model.home import RecentDocument, RecentPage, ToDo
    from ttcs_desktop.services.recovery import Recovered

WIDEST = 1020


class StartScreen(Screen):
    """Three large ways to begin, for a unit and a date; below, what was begun before."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._templates: tuple[TemplateInfo, ...] = ()
        self.unit = unit_input(office.workbench)
        self.unit.name(_("Đơn vị ban hành"), "")
        self.date = DateBox()
        self.date.setAccessibleName(_("Ngày ban hành"))
        self.date.set_date(datetime.datetime.now().astimezone().date())
        self.cards = _cards()
        for kind, card in self.cards.items():
            card.setEnabled(False)  # until it is known which templates there are
            card.clicked.connect(lambda _checked=False, kind=kind: self._begin(kind))
        self.zone = DropZone(Asker(self, lambda: office.workbench.settings().folder))
        self.zone.dropped.connect(office.check_file)
        self.due = Shelf(_("Cần làm"), _("Không có việc nào đến hạn."))
        self.unit.changed.connect(self._look_what_is_due)
        self.due.chosen.connect(self._do)
        self.recovered = Shelf(_("Bản nháp đang dở"), _("Không có bản nháp nào chưa lưu."))
        self.recovered.chosen.connect(self._carry_on)
        self.discard = self.recovered.add_button(_("Bỏ bản nháp"), self._discard)
        empty = _("Tệp đã mở hoặc đã lưu sẽ hiện ở đây.")
        self.recent = RecentShelf(office, _("Mở gần đây"), empty, recent_words)
        self.recent.chosen.connect(self._open_recent)
        self.recent.model.gone_secret.connect(self._look_at_recent)
        self._lay_out()
        office.background.run(self._usual_unit, self._show_unit, office.messages.tell)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return nothing: the window's own commands are enough here."""
        return {}

    def arrive(self) -> None:
        """Look again for files and drafts."""
        workbench = self._office.workbench
        run, tell = self._office.background.run, self._office.messages.tell
        self._look_at_recent()
        run(
            workbench.recoverable,
            lambda kept: self.recovered.fill([*map(recovered_row, kept)]),
            tell,
        )
        run(workbench.templates, self._know_templates, tell)
        self._look_what_is_due()

    def begin_blank(self) -> None:
        """Begin without a template."""
        unit, date = self.unit.value() or "", self.date.date()
        self._office.take_up(self._office.workbench.blank_draft(unit, date), None, None)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("plain")
        page.setMaximumWidth(WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * EDGE, 2 * EDGE, 2 * EDGE, EDGE)
        column.setSpacing(EDGE)
        title = QLabel(_("Soạn văn bản mới"))
        title.setObjectName("title")
        column.addWidget(title)
        column.addLayout(self._unit_and_date())
        cards = QHBoxLayout()
        cards.setSpacing(EDGE)
        for card in self.cards.values():
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addLayout(self._other_ways())
        column.addWidget(self.zone)
        shelves = QHBoxLayout()
        shelves.setSpacing(2 * EDGE)
        shelves.addWidget(self.due, 1)
        shelves.addWidget(self.recovered, 1)
        shelves.addWidget(self.recent, 1)
        column.addSpacing(GAP)
        column.addLayout(shelves, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(_("Bắt đầu"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _unit_and_date(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(EDGE)
        grid.setVerticalSpacing(2)
        unit_label, date_label = QLabel(_("Đơn &vị ban hành")), QLabel(_("&Ngày ban hành"))
        unit_label.setBuddy(self.unit.inner)
        date_label.setBuddy(self.date)
        grid.addWidget(unit_label, 0, 0)
        grid.addWidget(date_label, 0, 1)
        grid.addWidget(self.unit, 1, 0)
        grid.addWidget(self.date, 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        return grid

    def _other_ways(self) -> QHBoxLayout:
        blank, opening = QPushButton(_("Văn &bản trống")), QPushButton(_("&Mở tệp…"))
        blank.clicked.connect(self.begin_blank)
        opening.clicked.connect(self._office.ask_for_file)
        hint = QLabel(_("Hoặc kéo thả tệp .docx, .txt vào cửa sổ này."))
        hint.setObjectName("quiet")
        row = QHBoxLayout()
        row.addWidget(blank)
        row.addWidget(opening)
        row.addSpacing(GAP)
        row.addWidget(hint)
        row.addStretch()
        return row

    def _usual_unit(self) -> tuple[str, str]:
        workbench = self._office.workbench
        usual = workbench.settings().unit
        named = {unit.id: unit.name for unit in workbench.units()}
        return usual, named.get(usual, "")

    def _show_unit(self, unit: tuple[str, str]) -> None:
        if unit[1] and not self.unit.value():
            self.unit.show_value(unit[0])
            self._look_what_is_due()

    def _look_at_recent(self) -> None:
        workbench, run = self._office.workbench, self._office.background.run

        def look() -> "RecentPage":
            return workbench.home.recent()  # the services behind it are loaded there, not here

        run(look, self.recent.begin, self._office.messages.tell)

    def _do(self, thing: "ToDo") -> None:
        """Lead to where a thing is done."""
        if thing.kind is ToDoKind.REPORT:
            self._begin("report")
        elif thing.kind is ToDoKind.OUTBOX:
            self._office.go("sending")
        elif thing.path:
            self._office.open_file(Path(thing.path))
        else:
            home, tell = self._office.workbench.home, self._office.messages.tell
            self._office.background.run(
                lambda: home.drafts.open(thing.draft_id).draft,
                lambda draft: self._office.take_up(draft, None, None),
                tell,
            )

    def _look_what_is_due(self) -> None:
        unit, today = self.unit.value() or "", datetime.datetime.now().astimezone().date()
        self._office.background.run(
            lambda: self._office.workbench.home.to_do(unit, today),
            lambda found: self.due.fill([*map(due_row, found.things)]),
            self._office.messages.tell,
        )

    def _know_templates(self, templates: tuple[TemplateInfo, ...]) -> None:
        self._templates = tuple(info for info in templates if info.type_name)
        kinds = {info.kind for info in self._templates}
        for kind, card in self.cards.items():
            card.setEnabled(kind in kinds)
        for info in templates:
            if not info.type_name:  # it cannot be read, and says why in its description
                message = Message(info.description, topic="templates", weight="warning")
                self._office.messages.say(message)

    def _begin(self, kind: str) -> None:
        unit = self.unit.value()
        if not unit:
            text = _("Chọn đơn vị ban hành trước, rồi chọn loại văn bản.")
            self._office.messages.say(Message(text, topic="unit"))
            self.unit.setFocus()
            return
        self._office.messages.withdraw("unit")
        workbench, date = self._office.workbench, self.date.date()
        self._office.background.run(
            lambda: workbench.offered(kind, unit, date),
            lambda fitting: self._choose(fitting, self.cards[kind]),
            self._office.messages.tell,
        )

    def _choose(self, fitting: tuple[TemplateInfo, ...], card: Card) -> None:
        if len(fitting) == 1:
            self._begin_with(fitting[0])
        elif fitting:
            self._offer(fitting, card)

    def _offer(self, templates: tuple[TemplateInfo, ...], card: Card) -> None:
        menu = QMenu(self)
        for info in templates:
            action = menu.addAction(pick(info.title, info.title_en))
            action.triggered.connect(lambda _on=False, info=info: self._begin_with(info))
        menu.popup(card.mapToGlobal(card.rect().bottomLeft()))

    def _begin_with(self, info: TemplateInfo) -> None:
        workbench, unit, date = self._office.workbench, self.unit.value(), self.date.date()

        def work() -> Draft:
            self._remember_unit(unit)
            return workbench.new_draft(info.id, unit, date)

        self._office.background.run(
            work, lambda draft: self._office.take_up(draft, None, None), self._office.messages.tell
        )

    def _remember_unit(self, unit: str) -> None:
        import dataclasses

        settings = self._office.workbench.settings()
        if not settings.unit:
            self._office.workbench.save_settings(dataclasses.replace(settings, unit=unit))

    def _carry_on(self, kept: "Recovered") -> None:
        path, workbench = Path(kept.path) if kept.path else None, self._office.workbench
        if self._office.take_up(kept.draft, path, None):
            workbench.history.autosave.draft_id = kept.id
            workbench.autosave(kept.draft, path)
            workbench.discard_autosave(kept)

    def _discard(self, kept: "Recovered") -> None:
        workbench, run = self._office.workbench, self._office.background.run
        tell = self._office.messages.tell

        def take_back() -> None:
            run(
                lambda: workbench.history.autosave.keep_again(kept),
                lambda _none: self.arrive(),
                tell,
            )

        def say(_none: None) -> None:
            self.arrive()
            told = _("Đã bỏ bản nháp. Bản nháp đã bỏ còn lấy lại được ngay bây giờ.")
            message = Message(told, topic="discarded", action=_("Lấy lại"), act=take_back)
            self._office.messages.say(message)

        run(lambda: workbench.discard_autosave(kept), say, tell)

    def _open_recent(self, file: "RecentDocument") -> None:
        self._office.open_file(Path(file.path))


def _cards() -> dict[str, Card]:
    return {
        "guidance": Card(
            "guidance", _("Hướng dẫn"), _("Giao nhiệm vụ cho các nhóm đơn vị thực hiện.")
        ),
        "plan": Card("plan", _("Kế hoạch"), _("Nhận nhiệm vụ được giao, định việc, người, hạn.")),
        "report": Card("report", _("Báo cáo"), _("Trả lời từng nhiệm vụ, kèm số liệu.")),
    }
