"""Every input has a name for a screen reader and is reached by the keyboard."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)
from ui.hands import Until

from ttcs_desktop import i18n
from ttcs_desktop.services.roll_over_forms import Change
from ttcs_desktop.ui.application import Desktop
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.help import Shortcuts
from ttcs_desktop.ui.lazy_tabs import LazyTabs
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.registries.card import FORM
from ttcs_desktop.ui.registries.roll_over import RollOverSteps
from ttcs_desktop.ui.registries.units import Units

INPUTS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QTabBar,
    QAbstractScrollArea,
)
OF_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Names of parts inside Qt's own widgets."""


def inputs(whole: QWidget) -> Iterator[QWidget]:
    for widget in whole.findChildren(QWidget):
        home = widget.parentWidget()
        is_part = isinstance(home, QAbstractSpinBox | QComboBox | QLineEdit | QAbstractItemView)
        is_part |= home.metaObject().className().endswith("PrivateContainer")
        is_part |= widget.objectName().startswith(OF_QT)
        is_put_away = isinstance(widget, QAbstractButton) and widget.isHidden()
        if isinstance(widget, INPUTS) and not is_part and not is_put_away:
            yield widget


def nameless(whole: QWidget) -> list[str]:
    return [
        f"{widget.metaObject().className()} in {widget.parentWidget().metaObject().className()}"
        for widget in inputs(whole)
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parentWidget(), QMenu)
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_input_and_button_has_a_name(
    desktop: Desktop, editor: EditorScreen, language: str
) -> None:
    if language == "en":
        desktop.speak("en")
        desktop.window.go("start")
    window = desktop.window
    window.commands.trigger("find")
    help_window = Shortcuts(window)
    assert nameless(window) == []
    assert nameless(help_window) == []
    assert len(list(inputs(window))) > 60
    help_window.close()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_input_of_the_other_screens_has_a_name(
    desktop: Desktop, until: Until, language: str
) -> None:
    desktop.speak(language)
    window = desktop.window
    for screen in ("check", "chain", "sending", "search", "register", "registries"):
        window.go(screen)
        for tabs in window.screen_of(screen).findChildren(LazyTabs):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
        assert nameless(window) == [], screen
        window.resize(910, 480)  # a screen of 1366x768 at 150 percent, less the system's own bars
        assert (window.width(), window.height()) == (910, 480), screen
    units = window.screen_of("registries").findChild(Units)
    until(lambda: units.tree.model_.tree)
    units.pick("btgtu")
    until(lambda: units.card.stack.currentIndex() == FORM)
    steps = window.screen_of("registries").findChild(RollOverSteps)
    for change in Change:
        steps.begin(change)
    assert nameless(window) == []
    assert len(list(inputs(window))) > 180


def test_the_walk_sees_an_input_without_name(window: MainWindow) -> None:
    line = QLineEdit(window)
    assert nameless(window) == ["QLineEdit in MainWindow"]
    line.deleteLater()


def test_tab_reaches_every_input_of_the_start_screen(window: MainWindow, until: Until) -> None:
    start = window.screen_of("start")
    until(start.cards["plan"].isEnabled)
    reached = _chain(start)
    for widget in (start.unit.inner, start.date, *start.cards.values()):
        if widget.isEnabled():
            assert widget in reached, widget.accessibleName()


def test_tab_reaches_form_text_and_pages(editor: EditorScreen) -> None:
    reached = _chain(editor)
    wanted = [editor.form.input(name).inner for name in ("subject", "way", "lead", "is_open")]
    for widget in (*wanted, editor.text, editor.pages):
        assert widget in reached, widget.accessibleName()


def _chain(screen: QWidget) -> set[QWidget]:
    """Return every widget that Tab comes by."""
    reached, at = set(), screen.nextInFocusChain()
    while at is not screen:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisibleTo(screen):
            reached.add(at)
        at = at.nextInFocusChain()
    return reached


def test_every_command_has_its_own_keys_and_letter(window: MainWindow) -> None:
    keys = [
        action.shortcut().toString()
        for action in window.commands.actions.values()
        if not action.shortcut().isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_letters_behind_alt_lead_to_one_thing_each(desktop: Desktop, language: str) -> None:
    desktop.speak(language)
    window = desktop.window
    window.screen_of("start").begin_blank()
    window.commands.trigger("find")
    titles = _letters(action.text() for action in window.menuBar().actions())
    for menu in window.menuBar().findChildren(QMenu):
        texts = [one.text() for one in menu.actions() if one.text() and one.menu() is None]
        _letters(texts)
    for screen in ("start", "editor"):
        buttons = window.screen_of(screen).findChildren(QAbstractButton)
        labels = window.screen_of(screen).findChildren(QLabel)
        texts = [one.text() for one in (*buttons, *labels) if "&" in one.text()]
        assert not titles & _letters(texts), screen


def _letters(texts: Iterable[str]) -> set[str]:
    """Return the letter of each text, and see that each has one of its own that keys can type."""
    letters = [text.partition("&")[2][:1].lower() for text in texts]
    assert all(letter and letter.isascii() for letter in letters), (letters, texts)
    assert len(letters) == len(set(letters)), letters
    return set(letters)


@pytest.mark.parametrize(("width", "height"), [(1366, 740), (1092, 580), (910, 480)])
def test_the_window_fits_the_screen(
    window: MainWindow, editor: EditorScreen, width: int, height: int
) -> None:
    """1366x768 at 100, 125 and 150 percent, less the system's own bars."""
    window.resize(width, height)
    window.commands.trigger("find")
    assert (window.width(), window.height()) == (width, height)
    cut = [
        button.accessibleName()
        for button in window.commands.toolbar.findChildren(QToolButton)
        if button.accessibleName() and not button.isVisible()
    ]
    assert cut == []
