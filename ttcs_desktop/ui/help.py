"""Short help: keys, and what this is (trợ giúp)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop import __version__
from ttcs_desktop.i18n import _
from ttcs_desktop.ui.actions import menus
from ttcs_desktop.ui.look import EDGE
from ttcs_desktop.ui.message_bar import log_file


class Shortcuts(QDialog):
    """Every command with its keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Phím tắt"))
        tree = QTreeWidget()
        tree.setAccessibleName(_("Phím tắt"))
        tree.setHeaderLabels([_("Lệnh"), _("Phím")])
        tree.setRootIsDecorated(False)
        for menu in menus():
            for command in menu.commands:
                if command is not None and command.shortcut:
                    words = command.text.replace("&", "").rstrip("…")
                    tree.addTopLevelItem(QTreeWidgetItem([words, command.shortcut]))
        tree.resizeColumnToContents(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        hint = QLabel(_("Alt và chữ gạch chân mở các trình đơn; Tab đi qua từng ô."))
        hint.setWordWrap(True)
        hint.setObjectName("help")
        column.addWidget(tree)
        column.addWidget(hint)
        self.resize(420, 520)


def about(parent: QWidget) -> None:
    """Say what the program is, and where it writes down what went wrong."""
    text = _(
        "TTCS {version}\n\nSoạn hướng dẫn, kế hoạch, báo cáo thông tin cơ sở đúng thể thức, "
        "không cần mạng. Văn bản không rời khỏi máy này.\n\nNhật ký sự cố: {log}"
    )
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_("Giới thiệu"))
    box.setText(text.format(version=__version__, log=log_file()))
    box.open()
