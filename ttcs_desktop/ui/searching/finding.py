"""Paragraphs of all documents, found as the words are typed (tìm trong mọi văn bản)."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.searching import spans, wanted
from ttcs_desktop.model.found import Findings, Found
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP, colours
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.searching.putting_in import keep_words, put_in
from ttcs_desktop.ui.short_paths import short_path
from ttcs_desktop.ui.system import open_outside
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.searching import TakenIn
    from ttcs_desktop.ui.background import Progress

SOON = 120
"""Milliseconds after a key."""
LINES = 6
LONGEST_WORDS = 80


class Finding(QWidget):
    """A line to type in, what was found, and the paragraph that is marked."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._looking = Latest(office.background)
        self._is_refreshed = False
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.wanted = QLineEdit()
        self.told = QLabel()
        self.table = RowTable(
            _("Đoạn tìm thấy"), _columns(), office.background, office.workbench.search_key,
            empty=_("Gõ vài chữ để tìm. Văn bản đã mở, đã lưu, đã ban hành có sẵn trong kho; "
                    "thư mục khác thì bấm “Đọc thư mục…”."),
        )  # fmt: skip
        self.paragraph = QTextBrowser()
        self.folder_button = QPushButton(_("Đọc thư mục…"))
        self.open_button = QPushButton(_("Mở tại đoạn này"))
        self.note_button = QPushButton(_("Chèn, ghi nguồn ở chú thích"))
        self.sign_button = QPushButton(_("Chèn, nhắc xem lại nguồn"))
        self.keep_button = QPushButton(_("Giữ làm câu mẫu"))
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.look)
        self._lay_out()
        self._listen()
        self._show(None)

    def arrive(self) -> None:
        """Take the keyboard, with the words selected in the draft; read what changed, once."""
        draft = self._office.draft_on_desk()
        if draft is not None:
            words = self._office.text_on_desk().textCursor().selectedText()
            if words and len(words) <= LONGEST_WORDS and "\u2029" not in words:
                self.wanted.setText(f'"{words}"' if " " in words.strip() else words)
        self.wanted.setFocus()
        self.wanted.selectAll()
        if not self._is_refreshed:
            self._is_refreshed = True
            self.refresh()

    def look(self) -> None:
        """Look for what is typed now."""
        typed = self.wanted.text()
        searching = self._office.workbench.home.searching
        self._looking.submit(lambda: searching.search(typed), self._take, self._refuse)

    def refresh(self) -> None:
        """Read again what changed of all that is searched."""
        home = self._office.workbench.home
        self._read(lambda progress: home.refresh_search(progress.report), is_quiet=True)

    def ask_for_folder(self) -> None:
        """Ask which folder to read."""
        folder = self.asker.folder(_("Đọc thư mục để tìm"))
        if folder is not None:
            self.read_folder(folder)

    def read_folder(self, folder: Path) -> None:
        """Read all documents of a folder, with progress; the clerk may stop it."""
        searching = self._office.workbench.home.searching
        self._read(lambda progress: searching.take_in_folder(folder, progress.report))

    def open(self) -> None:
        """Open the document of the marked paragraph there."""
        found = self.table.current()
        if found is None:
            return
        path = Path(found.document.path)
        if path.suffix.lower() == ".pdf":
            open_outside(path)
        else:
            self._office.open_file(path, found.paragraph.line)

    def insert(self, *, is_noted: bool) -> None:
        """Put the marked paragraph into the draft, its source in a footnote or as a sign."""
        from ttcs_desktop.services.quoting import quoted, sign_of, source_of

        found = self.table.current()
        if found is None:
            return
        source = source_of(found)
        if is_noted:
            put_in(self._office, quoted(found), note=source)
        else:
            put_in(self._office, quoted(found), sign=sign_of(source))

    def keep(self) -> None:
        """Keep the marked paragraph as a phrase."""
        from ttcs_desktop.services.quoting import quoted, source_of

        found = self.table.current()
        if found is not None:
            keep_words(self._office, quoted(found), source_of(found), None)

    def _read(self, work: "Callable[[Progress], TakenIn]", *, is_quiet: bool = False) -> None:
        def done(taken: "TakenIn") -> None:
            if not is_quiet or taken.unread or taken.secret:
                self._say(taken)
            self.look()

        self._office.background.run_long(
            _("Đang đọc văn bản để tìm"), work, done, self._office.messages.tell, self.look
        )

    def _say(self, taken: "TakenIn") -> None:
        words = [_("Đã đọc {count} văn bản mới, {same} không đổi.")]
        if taken.secret:
            words.append(_("{secret} văn bản mật không đưa vào kho."))
        if taken.unread:
            words.append(_("{unread} tệp không đọc được: {names}."))
        told = " ".join(words).format(
            count=taken.taken,
            same=taken.unchanged,
            secret=taken.secret,
            unread=len(taken.unread),
            names=", ".join(taken.unread[:3]),
        )
        self._office.messages.say(Message(told, topic="search"))

    def _take(self, findings: Findings) -> None:
        count = f"{findings.count}+" if findings.is_more else str(findings.count)
        is_typed = bool(self.wanted.text().strip())
        told = _("{count} đoạn").format(count=count) if is_typed else ""
        if findings.count > len(findings.found):
            more = _("{shown} đoạn mới nhất trong {count}; gõ thêm chữ để thu hẹp")
            told = more.format(shown=len(findings.found), count=count)
        self.told.setText(told if findings.count or not is_typed else _("Không tìm thấy."))
        self.table.show_rows(findings.found)
        self.table.pick(lambda _one: True)
        self._show(self.table.current())

    def _refuse(self, error: Exception) -> None:
        from ttcs_desktop.services.searching import LostIndexError

        self._office.messages.tell(error)
        if isinstance(error, LostIndexError):
            self.refresh()

    def _show(self, found: Found | None) -> None:
        for button in (self.open_button, self.note_button, self.sign_button, self.keep_button):
            button.setEnabled(found is not None)
        if found is None:
            self.paragraph.clear()
            return
        from ttcs_desktop.services.quoting import source_of

        words, place = found.paragraph.words, found.paragraph.place
        head = f"<p><b>{escape(source_of(found))}</b> {escape(place)}</p>"
        body = _marked(words, self.wanted.text())
        foot = f"<p style='color:{colours().muted}'>{escape(short_path(found.document.path))}</p>"
        self.paragraph.setHtml(f"{head}<p>{body}</p>{foot}")

    def _listen(self) -> None:
        self.wanted.textChanged.connect(lambda _text: self._soon.start())
        self.wanted.returnPressed.connect(self.table.setFocus)
        self.table.picked.connect(self._show)
        self.table.opened.connect(lambda _found: self.open())
        self.folder_button.clicked.connect(self.ask_for_folder)
        self.open_button.clicked.connect(self.open)
        self.note_button.clicked.connect(lambda: self.insert(is_noted=True))
        self.sign_button.clicked.connect(lambda: self.insert(is_noted=False))
        self.keep_button.clicked.connect(self.keep)

    def _lay_out(self) -> None:
        self.wanted.setAccessibleName(_("Tìm trong mọi văn bản"))
        self.wanted.setPlaceholderText(
            _("Không dấu cũng được; “cụm từ” trong ngoặc kép; chữ* là đầu từ")
        )
        self.wanted.setClearButtonEnabled(True)
        self.told.setObjectName("quiet")
        self.paragraph.setAccessibleName(_("Đoạn văn đang chọn"))
        self.paragraph.setTabChangesFocus(True)
        self.paragraph.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 2 * EDGE)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.wanted, 1)
        top.addWidget(self.folder_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.paragraph)
        buttons = (self.open_button, self.note_button, self.sign_button, self.keep_button)
        column.addLayout(Flow(buttons))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


def _marked(words: str, typed: str) -> str:
    """Return words as HTML with what was sought in bold."""
    parts, end = [], 0
    for start, stop in spans(words, wanted(typed)):
        if start >= end:
            parts += [escape(words[end:start]), f"<b>{escape(words[start:stop])}</b>"]
            end = stop
    return "".join((*parts, escape(words[end:])))


def _columns() -> tuple[Column[Found], ...]:
    def date(one: Found) -> str:
        return short_date(one.document.date) if one.document.date else ""

    return (
        Column(_("Đoạn văn"), lambda one: one.paragraph.words),
        Column(_("Chỗ"), lambda one: one.paragraph.place, 11),
        Column(_("Văn bản"), lambda one: one.document.title, 26),
        Column(_("Số, ký hiệu"), lambda one: one.document.number, 13),
        Column(_("Ngày"), date, 11),
        Column(_("Đơn vị"), lambda one: one.document.unit_name, 20),
    )
