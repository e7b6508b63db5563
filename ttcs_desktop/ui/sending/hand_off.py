"""To the signer and back: packs that are out, signed files that return (thẻ trình ký)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.hand_off import HandOff
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.sending.desk import Desk
from ttcs_desktop.ui.sending.drop_zone import SignedZone
from ttcs_desktop.ui.sending.verified import VerifiedBox
from ttcs_desktop.ui.system import Opener, open_outside
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.coming_back import Returned
    from ttcs_desktop.services.going_out import GoingOut, Seen
    from ttcs_desktop.services.handing_off import Pack


class HandOffTab(QWidget):
    """Writes packs with one click, takes signed files back, and follows both up."""

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        from ttcs_desktop.services.coming_back import SUFFIXES

        self._office = office
        self._desk = desk
        self._seen: Seen | None = None
        self._coming: list[Path] = []
        self._is_taking = False
        self._reading = Latest(office.background)
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.open_folder: Opener = open_outside
        self.make_button = QPushButton(_("Xuất hồ sơ trình ký"))
        self.folder_button = QPushButton(_("Mở thư mục hồ sơ"))
        self.zone = SignedZone(
            _("Nhận lại: thả tệp PDF đã ký hoặc bản quét vào đây, hoặc bấm để chọn"),
            SUFFIXES,
            self.asker,
        )
        self.why, self.packs = QLabel(), Picker(())
        self.take_button, self.leave_button = QPushButton(_("Nhận vào hồ sơ này")), QPushButton()
        self.leave_button.setText(_("Thôi"))
        self.told = VerifiedBox()
        self.table: RowTable[HandOff] = RowTable(
            _("Hồ sơ trình ký"),
            _columns(),
            office.background,
            office.workbench.search_key,
            empty=_("Chưa có hồ sơ nào. Bấm “Xuất hồ sơ trình ký” để lập hồ sơ đầu tiên."),
        )
        self._lay_out()
        self._listen()
        self._follow_desk(desk.out)
        self._follow_row(None)
        self.look()

    def look(self) -> None:
        """Read the packs again."""
        dispatch = self._office.workbench.dispatch
        self._reading.submit(
            lambda: dispatch.coming_back().all(),
            lambda packs: self.table.show_rows(packs, lambda pack: pack.id),
            self._office.messages.tell,
        )

    def make(self) -> None:
        """Write the pack of the document on the desk, and open its folder."""
        out, dispatch = self._desk.out, self._office.workbench.dispatch
        if out is None:
            return
        folder = self._desk.folder(self.asker.home())
        self.make_button.setEnabled(False)

        def well(pack: "Pack") -> None:
            self.make_button.setEnabled(True)
            told = _("Đã xuất hồ sơ trình ký vào {folder}.").format(folder=pack.folder)
            words = "\n".join((told, *pack.notes))
            self._office.messages.say(Message(words, topic="handoff"))
            self.look()
            self.open_folder(pack.folder)

        def refuse(error: Exception) -> None:
            self.make_button.setEnabled(True)
            self._office.messages.tell(error)

        self._office.background.run_long(
            _("Đang xuất hồ sơ"), lambda _progress: dispatch.hand_off(out, folder), well, refuse
        )

    def take(self, *paths: Path) -> None:
        """Look at files that came back, one after another; file those that leave no doubt."""
        self._coming += paths
        if not self._is_taking:
            self._next()

    def _next(self) -> None:
        """Look at the next file, when the one before is filed, refused or left."""
        self._seen = None
        self._choice.hide()
        self._is_taking = bool(self._coming)
        if not self._coming:
            return
        path, dispatch = self._coming.pop(0), self._office.workbench.dispatch
        self._office.background.run_long(
            _("Đang nhận tệp"), lambda _progress: dispatch.see(path), self._judge, self._refuse
        )

    def _refuse(self, error: Exception) -> None:
        self._office.messages.tell(error)
        self._next()

    def _judge(self, seen: "Seen") -> None:
        if seen.verified is not None:
            self.told.show_verified(seen.verified)
        else:
            scan = _("bản quét, không có chữ ký số.")
            self.told.tell(f"{seen.path.name}: {scan}", (), "note")
        if seen.match.hand_off is not None:
            self._file(seen.path, None)
            return
        self._seen = seen
        self._offer(seen)

    def _offer(self, seen: "Seen") -> None:
        """Say why it is not known whose the file is, and let the clerk choose."""
        dispatch = self._office.workbench.dispatch

        def show(waiting: tuple[HandOff, ...]) -> None:
            offered = seen.candidates or waiting
            many = _("Tệp hợp với nhiều hồ sơ; chọn một hồ sơ.")
            none = _(
                "Không hồ sơ nào có tên tệp, số, ký hiệu hay nội dung như tệp này. "
                "Chọn hồ sơ nếu đúng là bản ký của nó."
            )
            empty = _("Chưa có hồ sơ nào đang trình ký nên chưa ghép được tệp này.")
            self.why.setText(many if seen.candidates else none if offered else empty)
            self.packs.offer([(pack, _name(pack)) for pack in offered], None)
            self.packs.setVisible(bool(offered))
            self.take_button.setVisible(bool(offered))
            self._choice.show()
            (self.packs if offered else self.leave_button).setFocus()

        self._office.background.run(
            lambda: dispatch.coming_back().waiting(), show, self._office.messages.tell
        )

    def _take_chosen(self) -> None:
        pack = self.packs.value()
        if self._seen is not None and isinstance(pack, HandOff):
            self._file(self._seen.path, pack)

    def _file(self, path: Path, pack: HandOff | None) -> None:
        dispatch = self._office.workbench.dispatch

        def well(returned: "Returned") -> None:
            told = _("Đã nhận bản ký của {name}, ghi vào {file}.").format(
                name=_name(returned.hand_off), file=returned.hand_off.returned_file
            )
            self._office.messages.say(Message("\n".join((told, *returned.notes)), topic="handoff"))
            self.look()
            self._desk.look()
            self._next()

        self._office.background.run_long(
            _("Đang nhận tệp"),
            lambda _progress: dispatch.coming_back().take_back(path, pack),
            well,
            self._refuse,
        )

    def _follow_desk(self, out: "GoingOut | None") -> None:
        self.make_button.setEnabled(out is not None)

    def _follow_row(self, pack: HandOff | None) -> None:
        self.folder_button.setEnabled(pack is not None)

    def _show_folder(self) -> None:
        pack = self.table.current()
        if pack is not None and not self.open_folder(Path(pack.folder)):
            told = _("Không mở được thư mục {folder}.").format(folder=pack.folder)
            self._office.messages.say(Message(told, topic="handoff", weight="warning"))

    def _listen(self) -> None:
        self._desk.changed.connect(self._follow_desk)
        self.make_button.clicked.connect(self.make)
        self.folder_button.clicked.connect(self._show_folder)
        self.zone.dropped.connect(self.take)
        self.take_button.clicked.connect(self._take_chosen)
        self.leave_button.clicked.connect(self._next)
        self.table.picked.connect(self._follow_row)
        self.table.opened.connect(lambda _pack: self._show_folder())

    def _lay_out(self) -> None:
        self.make_button.setObjectName("primary")
        hint = QLabel(
            _(
                "Một thư mục: .docx, PDF có ô ký, phiếu trình ký, thư nháp, mã kiểm tra. Ký tệp "
                "PDF bằng công cụ của Ban Cơ yếu Chính phủ, rồi thả tệp đã ký vào ô dưới."
            )
        )
        hint.setObjectName("help")
        hint.setWordWrap(True)
        self.why.setWordWrap(True)
        self.packs.setAccessibleName(_("Hồ sơ nhận tệp này"))
        self.packs.setMinimumContentsLength(30)
        self._choice = QWidget()
        choice = QVBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(GAP)
        choice.addWidget(self.why)
        choice.addLayout(Flow((self.packs, self.take_button, self.leave_button)))
        self._choice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.setSpacing(GAP)
        column.addLayout(Flow((self.make_button, self.folder_button)))
        for widget in (hint, self.zone, self.told, self._choice):
            column.addWidget(widget)
        column.addWidget(self.table, 1)


def _name(pack: HandOff) -> str:
    return " · ".join(part for part in (pack.number, pack.title or pack.name) if part)


def _columns() -> tuple[Column[HandOff], ...]:
    def sign(pack: HandOff) -> tuple[str, str]:
        return ("check", "good") if pack.is_back else ("note", "note")

    def back(pack: HandOff) -> str:
        return f"{pack.returned_at.astimezone():%d/%m/%Y}" if pack.returned_at else _("đang trình")

    return (
        Column(_("Số, ký hiệu"), lambda pack: pack.number or "–", 16),
        Column(_("Trích yếu"), lambda pack: pack.title),
        Column(
            _("Trình ngày"),
            lambda pack: f"{pack.made_at.astimezone():%d/%m/%Y}",
            12,
            order=lambda pack: pack.made_at,
        ),
        Column(_("Nhận lại"), back, 14, sign=sign),
        Column(_("Kết luận"), lambda pack: pack.verdict),
    )
