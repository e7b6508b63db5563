"""Colours, spaces and the style sheet: one quiet look, light and dark (diện mạo)."""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ttcs_desktop.places import resources

TIGHT = 4
GAP = 8
EDGE = 16
"""Spaces between things, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme.

    Text on its ground has a contrast of at least 4.5, an input's edge and a sign at least 3.
    """

    window: str
    base: str
    """Ground of what is typed in."""
    raised: str
    text: str
    muted: str
    faint: str
    """What cannot be used now."""
    border: str
    """Between two grounds."""
    edge: str
    """Round an input or a button."""
    accent: str
    on_accent: str
    selection: str
    desk: str
    """What the pages lie on."""
    error: str
    warning: str
    note: str
    good: str
    filled: str
    """Ground of a message."""


LIGHT = Colours(
    window="#f6f5f2",
    base="#ffffff",
    raised="#fbfaf8",
    text="#23272e",
    muted="#565d69",
    faint="#a5a29c",
    border="#dedbd5",
    edge="#8f8b84",
    accent="#8c1d18",
    on_accent="#ffffff",
    selection="#f1d9d5",
    desk="#e6e3dd",
    error="#b3261e",
    warning="#7e5200",
    note="#2f5d8a",
    good="#2f6336",
    filled="#fdf6e3",
)
DARK = Colours(
    window="#25272c",
    base="#1d1f23",
    raised="#2c2f35",
    text="#e4e6ea",
    muted="#a6adb8",
    faint="#5c626c",
    border="#3d4149",
    edge="#7d838f",
    accent="#e8958b",
    on_accent="#231512",
    selection="#5a3431",
    desk="#17181b",
    error="#f2938c",
    warning="#e3b65b",
    note="#8fbce6",
    good="#92cf9b",
    filled="#3a3526",
)

_STYLE = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QMenuBar { border-bottom: 1px solid $border; padding: 1px 6px; }
QMenuBar::item { padding: 4px 6px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $base; border: 1px solid $border; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 12px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 0; }
QToolBar { border: none; border-bottom: 1px solid $border; spacing: 1px; padding: 3px 8px; }
QToolBar QToolButton { padding: 5px 7px; border: 1px solid transparent; border-radius: 6px; }
QToolBar QToolButton:hover { background: $border; }
QToolBar QToolButton:disabled { color: $faint; }
QToolBar::separator { background: $border; width: 1px; margin: 6px 7px; }
QToolButton#quiet { border: 1px solid transparent; border-radius: 6px; padding: 3px 5px; }
QToolButton#quiet:hover { background: $border; }
QToolButton#quiet:focus { border-color: $accent; }
QStatusBar { border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $border; }
#rail { background: $raised; border: none; border-right: 1px solid $border; padding: 6px 4px; }
#rail QToolButton { border-radius: 8px; padding: 1px; color: $muted; }
#rail QToolButton:checked { background: $selection; color: $text; }
#rail QToolButton:focus { border-color: $accent; }
QLabel#title { font-size: 17pt; font-weight: 600; }
QLabel#name { font-size: 12pt; font-weight: 600; }
QLabel#heading { font-weight: 600; }
QLabel#quiet, QLabel#help { color: $muted; }
QLabel#fault { color: $error; }
QLabel#good { color: $good; }
QLineEdit, QPlainTextEdit, QDoubleSpinBox, QComboBox {
  background: $base; border: 1px solid $edge; border-radius: 6px; padding: 4px 7px;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDoubleSpinBox:focus {
  border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled, QDoubleSpinBox:disabled {
  background: $window; color: $faint; border-color: $border; }
QLineEdit[isWrong="true"], QPlainTextEdit[isWrong="true"], QListWidget[isWrong="true"] {
  border-color: $error; }
QPlainTextEdit#paper { border: none; border-radius: 0; padding: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 14px; height: 14px; }
QListView#choices { background: $base; border: 1px solid $edge; outline: none; }
QListView#choices::item { padding: 4px 7px; }
QListView#choices::item:selected { background: $selection; color: $text; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: none; width: 24px; }
QDoubleSpinBox::up-arrow { image: url("$icons/chevron-up.svg"); width: 11px; height: 11px; }
QDoubleSpinBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 11px; height: 11px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QTreeView::indicator { width: 14px; height: 14px;
  background: $base; border: 1px solid $edge; border-radius: 4px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: $accent;
  border-color: $accent; image: url("$icons/check-$scheme.svg"); }
QCheckBox::indicator:focus { border-color: $accent; }
QPushButton { background: $base; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 14px; }
QPushButton:hover { background: $raised; border-color: $text; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $border; }
QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton#primary:hover { border-color: $text; }
QPushButton#primary:focus { border: 2px solid $text; padding: 4px 13px; }
QPushButton#primary:disabled { background: $window; color: $faint; border-color: $border; }
#card { background: $base; border: 1px solid $border; border-radius: 10px; }
#card:hover, #card:focus { border-color: $accent; }
#card:disabled { background: $window; }
QListWidget, QListView#documents, QTreeView, QTableView, QTextBrowser {
  background: $base; border: 1px solid $border;
  border-radius: 6px; outline: none; }
QListWidget#bare, QTreeWidget#bare { border: none; border-radius: 0; background: transparent; }
QListWidget:focus, QListView#documents:focus, QTreeView:focus, QTableView:focus {
  border-color: $accent; }
QListWidget::item, QTreeView::item { padding: 5px 6px; }
QListWidget::item:selected, QListView#documents::item:selected,
QTreeView::item:selected, QTableView::item:selected {
  background: $selection; color: $text; }
QTableView { gridline-color: transparent; }
QTableView::item { padding: 0 6px; border-bottom: 1px solid $border; }
QHeaderView { background: $raised; }
QHeaderView::section { background: $raised; border: none; border-bottom: 1px solid $border;
  padding: 4px 6px; color: $muted; }
QToolButton#small { background: $base; border: 1px solid $edge; border-radius: 6px;
  padding: 3px 6px; }
QToolButton#small:hover { border-color: $text; }
QToolButton#small:focus { border-color: $accent; }
QToolButton#small:disabled { color: $faint; border-color: $border; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 8px 11px; border: none; border-bottom: 2px solid transparent;
  color: $muted; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent; }
QScrollArea, QScrollArea > QWidget > QWidget#plain { background: transparent; border: none; }
#message { background: $filled; border: none; border-bottom: 1px solid $border; }
#bar { background: $raised; border-top: 1px solid $border; }
#box { background: $raised; border: 1px solid $edge; border-radius: 8px; }
QAbstractScrollArea::corner { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $faint; border-radius: 4px; margin: 2px; }
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
    return DARK if is_dark() else LIGHT


def is_dark() -> bool:
    """Tell whether the system asks for light text on a dark ground."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def dress(application: QApplication) -> None:
    """Give the application its look, and follow the system between light and dark."""
    application.setStyle("Fusion")
    paint(application)
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: paint(application))


def paint(application: QApplication) -> None:
    """Give the application the colours of the moment."""
    chosen = colours()
    application.setPalette(_palette(chosen))
    icons = (resources() / "icons").as_posix()
    scheme = "dark" if chosen is DARK else "light"
    application.setStyleSheet(_STYLE.substitute(asdict(chosen), icons=icons, scheme=scheme))


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
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(chosen.faint))
    return palette


def mark_wrong(widget: QWidget, *, is_wrong: bool) -> None:
    """Draw an input as wrong, or as right again."""
    if widget.property("isWrong") == is_wrong:
        return
    widget.setProperty("isWrong", is_wrong)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
