"""What the signatures of a file tell, in plain words (kết luận về chữ ký)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ttcs_desktop.ui.icons import Picture
from ttcs_desktop.ui.look import GAP, TIGHT

if TYPE_CHECKING:
    from ttcs_desktop.services.signing_files import Verified

SIGN = 20


class VerifiedBox(QWidget):
    """A verdict with a sign, and what each signature tells below it; hidden while empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("box")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = Picture(SIGN)
        self.verdict, self.detail = QLabel(), QLabel()
        self.verdict.setObjectName("heading")
        for label in (self.verdict, self.detail):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(self.verdict)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_verified(self, verified: "Verified") -> None:
        """Show what the signatures of a file tell."""
        weight = "good" if verified.is_good else "warning" if verified.reports else "note"
        if any(not one.is_intact for one in verified.reports):
            weight = "error"
        stories = [f"{at}. {told}" for at, told in enumerate(verified.stories, 1)]
        self.tell(f"{verified.path.name}: {verified.verdict}", stories, weight)

    def tell(self, verdict: str, detail: Sequence[str], weight: str) -> None:
        """Show a verdict, what belongs to it, and how much it weighs."""
        self._sign.show_icon("check" if weight == "good" else weight, weight)
        self.verdict.setText(verdict)
        self.verdict.setAccessibleName(verdict)
        self.detail.setText("\n".join(detail))
        self.detail.setVisible(bool(detail))
        self.show()
