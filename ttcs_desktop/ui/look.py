"""Colours, spaces and the style sheet: one quiet look, light and dark (diện mạo)."""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QWidget

TIGHT = 4
GAP = 8
EDGE = 16
"""Spaces between things, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme; text on its ground has a contrast of at least 4.5."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    selection: str
    desk: str
    """What the pages lie on."""
    error: str
    warning: str
    note: str
    filled: str
    """Ground of a message."""


LIGHT = Colours(
    window="#f5f4f1",
    base="#ffffff",
    raised="#fbfaf8",
    text="#23272e",
    muted="#5d6470",
    border="#dad7d1",
    accent="#8c1d18",
    on_accent="#ffffff",
    selection="#f1d9d5",
    desk="#e3e0da",
    error="#b3261e",
    warning="#8a5a00",
    note="#2f5d8a",
    filled="#fdf6e3",
)
DARK = Colours(
    window="#25272c",
    base="#1d1f23",
    raised="#2c2f35",
    text="#e4e6ea",
    muted="#a6adb8",
    border="#3d4149",
    accent="#e8958b",
    on_accent="#231512",
    selection="#5a3431",
    desk="#17181b",
    error="#f2938c",
    warning="#e3b65b",
    note="#8fbce6",
    filled="#3a3526",
)

_STYLE = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QToolBar { border: none; border-bottom: 1px solid $border; spacing: 2px; padding: 4px 8px; }
QToolBar QToolButton { padding: 5px 8px; border-radius: 6px; }
QToolBar QToolButton:hover, QToolButton#quiet:hover { background: $border; }
QToolBar::separator { background: $border; width: 1px; margin: 6px 6px; }
QToolButton#quiet { border: none; border-radius: 6px; padding: 5px; }
QToolButton#quiet:focus { border: 1px solid $accent; }
QMenuBar { border-bottom: 1px solid $border; }
QStatusBar { border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $border; }
#rail { background: $raised; border: none; border-right: 1px solid $border; padding: 6px 4px; }
#rail QToolButton { border: none; border-radius: 8px; padding: 6px 2px; color: $muted; }
#rail QToolButton:hover { background: $border; }
#rail QToolButton:checked { background: $selection; color: $text; }
#rail QToolButton:focus { border: 1px solid $accent; }
QLabel#title { font-size: 17pt; font-weight: 600; }
QLabel#heading { font-weight: 600; }
QLabel#quiet, QLabel#help { color: $muted; }
QLabel#fault { color: $error; }
QLineEdit, QPlainTextEdit, QDateEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $base; border: 1px solid $border; border-radius: 6px; padding: 4px 6px;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QDateEdit:focus, QComboBox:focus,
QSpinBox:focus, QDoubleSpinBox:focus { border: 1px solid $accent; }
QLineEdit[isWrong="true"], QPlainTextEdit[isWrong="true"], QDateEdit[isWrong="true"],
QTableWidget[isWrong="true"] { border: 1px solid $error; }
QPlainTextEdit#paper { border: none; border-radius: 0; padding: 0; }
QPushButton { background: $raised; border: 1px solid $border; border-radius: 6px;
  padding: 5px 14px; }
QPushButton:hover { background: $window; border-color: $muted; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:disabled { color: $muted; }
#card { background: $base; border: 1px solid $border; border-radius: 10px; text-align: left; }
#card:hover, #card:focus { border: 1px solid $accent; }
#card:disabled { background: $window; }
QListWidget, QTreeWidget, QTableWidget { background: $base; border: 1px solid $border;
  border-radius: 6px; outline: none; }
QListWidget#bare, QTreeWidget#bare { border: none; border-radius: 0; background: transparent; }
QListWidget::item, QTreeWidget::item { padding: 5px 6px; }
QListWidget::item:selected, QTreeWidget::item:selected { background: $selection; color: $text; }
QHeaderView::section { background: $raised; border: none; border-bottom: 1px solid $border;
  padding: 4px 6px; color: $muted; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar::tab { padding: 8px 12px; border: none; border-bottom: 2px solid transparent;
  color: $muted; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QScrollArea, QScrollArea > QWidget > QWidget#plain { background: transparent; border: none; }
#message { background: $filled; border: none; border-bottom: 1px solid $border; }
#bar { background: $raised; border-bottom: 1px solid $border; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; background: $border; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def colours() -> Colours:
    """Return the colours of the scheme that the system asks for now."""
    is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if is_dark else LIGHT


def dress(application: QApplication) -> None:
    """Give the application its look, and follow the system between light and dark."""
    application.setStyle("Fusion")
    _paint(application)
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: _paint(application))


def _paint(application: QApplication) -> None:
    chosen = colours()
    application.setPalette(_palette(chosen))
    application.setStyleSheet(_STYLE.substitute(asdict(chosen)))


def _palette(chosen: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(chosen.window))
    for part, colour in {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.base,
        role.AlternateBase: chosen.raised,
        role.Text: chosen.text,
        role.Button: chosen.raised,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.on_accent,
        role.ToolTipBase: chosen.raised,
        role.ToolTipText: chosen.text,
        role.Highlight: chosen.selection,
        role.HighlightedText: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Link: chosen.accent,
        role.Accent: chosen.accent,
        role.Mid: chosen.border,
        role.Light: chosen.base,
        role.Dark: chosen.muted,
    }.items():
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(chosen.muted))
    return palette


def line() -> QFrame:
    """Return a thin line between two groups."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.HLine)
    frame.setStyleSheet(f"color: {colours().border};")
    return frame


def mark_wrong(widget: QWidget, *, is_wrong: bool) -> None:
    """Draw an input as wrong, or as right again."""
    if widget.property("isWrong") == is_wrong:
        return
    widget.setProperty("isWrong", is_wrong)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
