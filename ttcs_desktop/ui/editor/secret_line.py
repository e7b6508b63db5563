"""Says quietly that the draft is secret, and what is therefore not done (văn bản mật)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.model.document import Marks
    from ttcs_desktop.model.draft import Draft


class SecretLine(QLabel):
    """Shows as long as the draft bears a mark of secrecy."""

    def __init__(self, office: Office, draft: "Callable[[], Draft]") -> None:
        super().__init__()
        self.setObjectName("secret")
        self.setWordWrap(True)
        self.setMargin(4)
        self._office = office
        self._draft = draft
        self._looking = Latest(office.background)
        self.hide()

    def follow(self) -> None:
        """Look whether the draft bears a mark now."""
        draft = self._draft()

        def look() -> "Marks":
            from ttcs_desktop.services.secrecy import marks_of

            return marks_of(draft)

        self._looking.submit(look, self._show, self._office.messages.tell)

    def _show(self, marks: "Marks") -> None:
        mark = marks.secrecy.strip().upper()
        told = _(
            "Dấu {mark}: không soạn thư điện tử, không tự lưu, không vào danh sách gần đây, "
            "kho tìm kiếm, ảnh thu nhỏ hay bản sao lưu."
        )
        self.setText(told.format(mark=mark) if mark else "")
        self.setAccessibleName(self.text())
        self.setVisible(bool(mark))
