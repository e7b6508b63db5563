"""Rows of a small table (bảng nhập)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.ui.form.checks import NUMBERS, is_empty, read_number, show_number
from ttcs_desktop.ui.form.inputs import Input, Value
from ttcs_desktop.ui.look import TIGHT

ROWS_SHOWN = 5
BESIDE = Qt.ItemDataRole.UserRole


class RecordsInput(Input):
    """A table of which every row is a record; rows that are empty do not count."""

    def __init__(self, field: Field) -> None:
        self._columns = field.columns
        self._table = QTableWidget(0, len(field.columns))
        super().__init__(self._table)
        titles = [pick(column.label, column.label_en) for column in field.columns]
        self._table.setHorizontalHeaderLabels(titles)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.verticalHeader().hide()
        self._table.setTabKeyNavigation(False)
        self._table.setFixedHeight(self._table.verticalHeader().defaultSectionSize() * ROWS_SHOWN)
        self._table.itemChanged.connect(lambda _item: self._tell())
        self._is_shown = False
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setSpacing(TIGHT)
            layout.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        add, remove = QPushButton(_("Thêm dòng")), QPushButton(_("Bỏ dòng"))
        add.clicked.connect(self._add)
        remove.clicked.connect(self._remove)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(add)
        across.addWidget(remove)
        across.addStretch()
        return row

    def value(self) -> Value:
        """Return the rows that hold anything."""
        rows = [self._row(number) for number in range(self._table.rowCount())]
        return [row for row in rows if row] or None

    def show_value(self, value: Value) -> None:
        """Show rows."""
        rows = value if isinstance(value, list | tuple) else []
        if list(rows) == (self.value() or []):
            return
        self._is_shown = True
        self._table.setRowCount(0)
        for row in rows:
            self._append(row if isinstance(row, dict) else {})
        self._is_shown = False

    def _row(self, number: int) -> dict[str, Any]:
        """Return a row with what it holds beside its columns, such as a task's lasting id."""
        first = self._table.item(number, 0)
        row: dict[str, Any] = dict((first.data(BESIDE) if first else None) or {})
        for at, column in enumerate(self._columns):
            value = _read(column, self._table.item(number, at))
            if not is_empty(value):
                row[column.id] = value
        return row

    def _append(self, row: dict[str, Any]) -> None:
        number = self._table.rowCount()
        self._table.insertRow(number)
        items = [_item(column, row.get(column.id)) for column in self._columns]
        known = {column.id for column in self._columns}
        items[0].setData(BESIDE, {name: row[name] for name in row if name not in known})
        for at, item in enumerate(items):
            self._table.setItem(number, at, item)

    def _add(self) -> None:
        self._is_shown = True
        self._append({})
        self._is_shown = False
        self._table.setCurrentCell(self._table.rowCount() - 1, 0)
        self._table.setFocus()

    def _remove(self) -> None:
        if self._table.currentRow() >= 0:
            self._table.removeRow(self._table.currentRow())
            self._tell()

    def _tell(self) -> None:
        if not self._is_shown:
            self.changed.emit()


def _item(column: Field, value: Any) -> QTableWidgetItem:  # noqa: ANN401
    if column.type is FieldType.FLAG:
        item = QTableWidgetItem()
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if value else Qt.CheckState.Unchecked)
        return item
    if column.type in NUMBERS:
        item = QTableWidgetItem(show_number(value))
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item
    if isinstance(value, list | tuple):
        return QTableWidgetItem("; ".join(map(str, value)))
    return QTableWidgetItem("" if value is None else str(value))


def _read(column: Field, item: QTableWidgetItem | None) -> Any:  # noqa: ANN401
    if item is None:
        return None
    if column.type is FieldType.FLAG:
        return item.checkState() == Qt.CheckState.Checked or None
    text = item.text().strip()
    if not text:
        return None
    if column.type in NUMBERS:
        return read_number(text)
    if column.type is FieldType.LIST:
        return [part.strip() for part in text.split(";") if part.strip()]
    return text
