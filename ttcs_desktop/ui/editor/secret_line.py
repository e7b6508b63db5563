"""Says quietly that the draft is secret, and what is therefore not done (văn bản mật)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ttcs_desktop.i18n import _

if TYPE_CHECKING:
    from ttcs_desktop.services.composing import PagePreview


class SecretLine(QLabel):
    """Shows as long as the draft bears a mark of secrecy."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("secret")
        self.setWordWrap(True)
        self.setMargin(4)
        self.hide()

    def follow(self, preview: "PagePreview") -> None:
        """Show whether the draft of these pages bears a mark."""
        mark = preview.marks.secrecy.strip().upper()
        told = _(
            "Dấu {mark}: không soạn thư điện tử, không tự lưu, không vào danh sách gần đây, "
            "kho tìm kiếm, ảnh thu nhỏ hay bản sao lưu."
        )
        self.setText(told.format(mark=mark) if mark else "")
        self.setAccessibleName(self.text())
        self.setVisible(bool(mark))
