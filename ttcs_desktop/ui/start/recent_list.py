"""Documents worked on last, with a picture of their first page, however many (danh sách gần đây).

Rows come by pages as the list is scrolled; a picture is made when its row shows, on another thread.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.model.home import Picture, PictureState, RecentDocument, RecentPage
from ttcs_desktop.ui.look import GAP, colours

if TYPE_CHECKING:
    from ttcs_desktop.model.draft import Draft
    from ttcs_desktop.services.workbench import Workbench
    from ttcs_desktop.ui.background import Background

PAGE = QSize(44, 62)
"""The picture of a page, in pixels at 100 %."""
DRAWN = 2
"""Times as large it is kept, for screens of 150 and 200 %."""
KEPT = 300
"""Pictures in memory."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole
Words = Callable[[RecentDocument], tuple[str, str]]


class RecentModel(QAbstractListModel):
    """The documents that were asked for so far, and their pictures as they arrive."""

    gone_secret = Signal()
    """A document turned out secret: it must not be listed."""

    def __init__(self, workbench: "Workbench", background: "Background", words: Words) -> None:
        super().__init__()
        self._workbench = workbench
        self._background = background
        self._words = words
        self._rows: list[RecentDocument] = []
        self._next: int | None = None
        self._turn = 0
        self._is_asking = False
        self._pictures: dict[str, Picture | None] = {}
        self._pixmaps: dict[str, QPixmap] = {}

    def begin(self, page: RecentPage) -> None:
        """Show the first documents, in place of all others."""
        self.beginResetModel()
        self._turn += 1
        self._is_asking = False
        self._rows, self._next = list(page.documents), page.next
        self._pictures.clear()
        self.endResetModel()

    def document(self, index: Index) -> RecentDocument:
        """Return the document of a row."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many documents were asked for so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802  Qt's name
        """Tell whether there are more documents."""
        return not parent.isValid() and self._next is not None and not self._is_asking

    def fetchMore(self, _parent: Index) -> None:  # noqa: N802  Qt's name
        """Ask for more documents; they come from another thread."""
        if self._next is None:
            return
        self._is_asking = True
        start, turn = self._next, self._turn
        self._background.run(
            lambda: self._workbench.home.recent(start), lambda page: self._add(page, turn)
        )

    def _add(self, page: RecentPage, turn: int) -> None:
        if turn != self._turn:
            return
        self._is_asking = False
        self._next = page.next
        if page.documents:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(page.documents) - 1)
            self._rows += page.documents
            self.endInsertRows()
        elif page.next is not None:
            self.fetchMore(NOWHERE)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401  by role
        """Return what a row says."""
        row = self._rows[index.row()]
        first, second = self._words(row)
        if role == Role.DisplayRole:
            return first
        if role == Role.UserRole:
            return second
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            missing = f"\n{_('Tệp không còn ở chỗ cũ.')}" if self.is_missing(row) else ""
            return f"{first}\n{second}{missing}"
        return None

    def is_missing(self, document: RecentDocument) -> bool:
        """Tell whether the file of a document is known to be gone."""
        picture = self._pictures.get(document.path)
        return picture is not None and picture.state is PictureState.MISSING

    def pixmap(self, index: Index) -> QPixmap | None:
        """Return the picture of a row's first page; it is asked for when it is not at hand."""
        path = self._rows[index.row()].path
        if path not in self._pictures:
            self._ask(path)
        picture = self._pictures[path]
        if picture is None or not picture.file:
            return None
        if picture.file not in self._pixmaps:
            if len(self._pixmaps) >= KEPT:
                self._pixmaps.clear()
            self._pixmaps[picture.file] = QPixmap(picture.file)
        return self._pixmaps[picture.file]

    def _ask(self, path: str) -> None:
        self._pictures[path] = None
        workbench, turn = self._workbench, self._turn

        def draw(draft: "Draft") -> bytes:
            return first_page(workbench.preview(draft).pdf)

        self._background.run(
            lambda: workbench.home.picture(Path(path), draw),
            lambda picture: self._take(path, picture, turn),
            lambda _error: None,
        )

    def _take(self, path: str, picture: Picture, turn: int) -> None:
        if turn != self._turn:
            return
        self._pictures[path] = picture
        if picture.state is PictureState.CONFIDENTIAL:
            self.gone_secret.emit()
            return
        for at, row in enumerate(self._rows):
            if row.path == path:
                self.dataChanged.emit(self.index(at), self.index(at))


class RecentDelegate(QStyledItemDelegate):
    """Draws a page, a title in two lines at most, and a quiet line below."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for a page."""
        lines = 3 * option.fontMetrics.lineSpacing()
        return QSize(120, max(PAGE.height(), lines) + GAP + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        told: Any = QStyleOptionViewItem(option)
        self.initStyleOption(told, index)
        words, told.text, told.icon = told.text, "", QIcon()
        told.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, told, painter, told.widget
        )
        model: Any = index.model()
        is_missing = model.is_missing(model.document(index))
        page = QRect(told.rect.left() + GAP, told.rect.top() + GAP // 2 + 1, *PAGE.toTuple())
        _draw_page(painter, page, model.pixmap(index), is_missing=is_missing)
        room = told.rect.adjusted(PAGE.width() + 2 * GAP + 4, GAP // 2, -GAP, -GAP // 2)
        is_chosen = bool(told.state & QStyle.StateFlag.State_Selected)
        text = told.palette.color(QPalette.ColorRole.Text)
        painter.setPen(QColor(colours().faint) if is_missing else text)
        line = told.fontMetrics.lineSpacing()
        for number, part in enumerate(_in_lines(told.fontMetrics, words, room.width())):
            painter.drawText(room.left(), room.top() + line * number + told.fontMetrics.ascent(),
                             part)  # fmt: skip
        faint = colours().faint if is_missing else colours().text if is_chosen else colours().muted
        painter.setPen(QColor(faint))
        foot = told.fontMetrics.elidedText(
            index.data(Role.UserRole), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room.left(), room.top() + 2 * line + told.fontMetrics.ascent(), foot)


class RecentView(QListView):
    """The list itself; only rows that show are drawn."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("documents")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RecentDelegate(self))

    def count(self) -> int:
        """Return how many documents were asked for so far."""
        model = self.model()
        return model.rowCount() if model else 0


def first_page(pdf: bytes) -> bytes:
    """Return the first page of a PDF as a small PNG; empty where it cannot be drawn."""
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    drawn = document.render(0, PAGE * DRAWN)
    document.close()
    if drawn.isNull():
        return b""
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    paper.convertToFormat(QImage.Format.Format_Grayscale8).save(written, "PNG")  # type: ignore[call-overload]
    return bytes(written.data().data())


def _draw_page(
    painter: QPainter, page: QRect, picture: QPixmap | None, *, is_missing: bool
) -> None:
    painter.setOpacity(0.4 if is_missing else 1)
    painter.fillRect(page, Qt.GlobalColor.white)
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(page, picture)
    painter.setPen(QColor(colours().border))
    painter.drawRect(page.adjusted(0, 0, -1, -1))
    painter.setOpacity(1)


def _in_lines(metrics: Any, words: str, width: int) -> tuple[str, ...]:  # noqa: ANN401  of Qt
    """Return words in two lines at most, the last one cut short."""
    if metrics.horizontalAdvance(words) <= width:
        return (words,)
    first, rest = "", words
    while rest:
        word, _space, left = rest.partition(" ")
        if metrics.horizontalAdvance(f"{first} {word}") > width:
            break
        first, rest = f"{first} {word}".strip(), left
    if not first:
        return (metrics.elidedText(words, Qt.TextElideMode.ElideRight, width),)
    return (first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
