"""The tree of units, drawn only where it is unfolded (cây đơn vị)."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.look import colours
from ttcs_desktop.ui.tables.rows import NOWHERE, Index, Role

if TYPE_CHECKING:
    from ttcs_desktop.services.unit_tree import UnitNode, UnitTree

MOST_UNFOLDED = 60
"""Units found; more than that stay folded, but for the levels."""


class TreeModel(QAbstractItemModel):
    """Shows a `UnitTree`; an index carries its node's place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tree: UnitTree | None = None
        self._rows: list[int] = []

    def show_tree(self, tree: "UnitTree") -> None:
        """Show another tree."""
        rows = [0] * len(tree.nodes)
        for children in (tree.roots, *(node.children for node in tree.nodes)):
            for row, place in enumerate(children):
                rows[place] = row
        self.beginResetModel()
        self.tree, self._rows = tree, rows
        self.endResetModel()

    def node(self, index: Index) -> "UnitNode | None":
        """Return what stands at an index."""
        if self.tree is None or not index.isValid():
            return None
        return self.tree.nodes[index.internalId()]

    def place_index(self, place: int) -> QModelIndex:
        """Return the index of a node by its place."""
        return self.createIndex(self._rows[place], 0, place)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        children = self._children(parent)
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the index of what stands over a node."""
        node = self.node(index)
        if node is None or node.parent < 0:
            return QModelIndex()
        return self.place_index(node.parent)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many stand under a node."""
        return len(self._children(parent))

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """Return that there is one column."""
        return 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401  by role
        """Return a unit's name and how it looks."""
        node = self.node(index)
        if node is None:
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return node.name if node.is_there else _("{name} (đã thôi)").format(name=node.name)
        if role == Role.ForegroundRole and not (node.id and node.is_there):
            return QBrush(QColor(colours().muted))
        if role == Role.FontRole and not node.id:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _children(self, parent: Index | QPersistentModelIndex) -> tuple[int, ...]:
        if self.tree is None:
            return ()
        node = self.node(parent)
        return self.tree.roots if node is None else node.children


class UnitTreeView(QTreeView):
    """Lets the clerk go through units with the arrow keys; tells of the unit that is marked."""

    picked = Signal(str)
    """The id of the unit that the cursor stands on, "" for none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Cây đơn vị"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.model_ = TreeModel(self)
        self.setModel(self.model_)
        self._is_shown = False
        self.selectionModel().currentChanged.connect(lambda _at, _was: self._tell())

    def show_tree(self, tree: "UnitTree") -> None:
        """Show another tree; the cursor stays on its unit where that is still there."""
        current = self.current()
        self._is_shown = True
        self.model_.show_tree(tree)
        for place in tree.roots:
            self.expand(self.model_.place_index(place))
        if len(tree.found) <= MOST_UNFOLDED:
            for place in tree.found:
                self._unfold_to(place)
        self._is_shown = False
        self.pick(current)

    def current(self) -> str:
        """Return the id of the unit that the cursor stands on, "" for none."""
        node = self.model_.node(self.currentIndex())
        return node.id if node else ""

    def pick(self, unit_id: str) -> None:
        """Put the cursor on a unit, when it is there."""
        tree = self.model_.tree
        place = tree.place(unit_id) if tree and unit_id else -1
        if place >= 0:
            self._unfold_to(place)
            index = self.model_.place_index(place)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _unfold_to(self, place: int) -> None:
        index = self.model_.place_index(place).parent()
        while index.isValid():
            self.expand(index)
            index = index.parent()

    def _tell(self) -> None:
        if not self._is_shown:
            self.picked.emit(self.current())
