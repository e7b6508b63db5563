"""The pages beside the text: a click leads to its source, the cursor leads the pages."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from pytestqt.qtbot import QtBot
from ui.hands import Until, write

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.pages.desk import MARGIN, Desk
from ttcs_desktop.ui.pages.places import column_after


@pytest.fixture
def seed(window: MainWindow, seed_text: str, until: Until) -> EditorScreen:
    """Return the editor with the real guidance on it."""
    window.take_up(Draft(text=seed_text, unit="btgtu"), None, None)
    editor = window.editor()
    until(lambda: editor.pages.page_count() > 3)
    return editor


def click(qtbot: QtBot, editor: EditorScreen, line: int) -> None:
    """Click on the first words of a line of the text, where the page shows them."""
    place = next(one for one in editor.following.places if one.line == line)
    editor.pages.point_at(place.page, place.y)
    at = editor.pages.place_on_screen(place.page, place.x + 4, place.y - 4)
    qtbot.mouseClick(editor.pages.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_puts_the_cursor_at_its_source(qtbot: QtBot, seed: EditorScreen) -> None:
    lines = sorted({place.line for place in seed.following.places})
    for line in (lines[3], lines[len(lines) // 2], lines[-2]):
        click(qtbot, seed, line)
        assert seed.text.line() == line
        assert seed.text.viewport().rect().contains(seed.text.cursorRect().center())


def test_a_click_on_a_word_puts_the_cursor_into_it(qtbot: QtBot, seed: EditorScreen) -> None:
    lines = seed.text.toPlainText().split("\n")
    long = [one for one in seed.following.places if len(lines[one.line - 1]) > 200]
    assert len(long) > 5
    for place in long:
        seed.pages.point_at(place.page, place.y)
        at = seed.pages.place_on_screen(place.page, place.x + 140, place.y - 4)
        qtbot.mouseClick(seed.pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
        words = seed.pages.words_between(
            place.page, QPointF(place.x + 2, place.y - 4), QPointF(place.x + 140, place.y - 4)
        )
        cursor = seed.text.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()].replace("*", "")
        assert cursor.blockNumber() + 1 == place.line
        near = " ".join(words.split())[-8:-2]  # a pixel may be a letter more or less
        assert near in before[-12:], (before[-20:], words[-20:])


@pytest.mark.parametrize(
    ("source", "words", "before"),
    [
        ("một\nhai ba", "một\r\nhai", "một\nhai"),
        ("thực hiện **Chỉ thị** 07", "thực hiện Chỉ thị", "thực hiện **Chỉ thị"),
        ("và a, rồi và b", "Có rồi và", "và a, rồi và"),
        ("xyz", "không có gì", ""),
        ("xyz", "", ""),
    ],
)
def test_printed_words_are_found_in_their_source(source: str, words: str, before: str) -> None:
    assert source[: column_after(source, words)] == before


def test_a_click_does_not_move_the_pages(qtbot: QtBot, seed: EditorScreen) -> None:
    bar = seed.pages.verticalScrollBar()
    bar.setValue(300)
    qtbot.mouseClick(
        seed.pages.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(seed.pages.viewport().width() // 2, 8),
    )
    assert bar.value() == 300


def test_the_pages_follow_the_cursor(qtbot: QtBot, seed: EditorScreen) -> None:
    last = max(place.line for place in seed.following.places)
    seed.text.go_to_line(last)
    assert seed.pages.current_page() >= 3
    seed.text.go_to_line(1)
    assert seed.pages.current_page() == 1


def test_the_pages_stay_where_they_are_while_one_types(
    qtbot: QtBot, seed: EditorScreen, until: Until
) -> None:
    seed.text.go_to_line(40)
    top = seed.pages.verticalScrollBar().value()
    with qtbot.waitSignal(seed.pages.shown, timeout=8000):
        write(seed.text, "a")
    assert abs(seed.pages.verticalScrollBar().value() - top) <= 2


def test_zoom_keeps_the_place_and_goes_back_to_the_width(qtbot: QtBot, seed: EditorScreen) -> None:
    pages = seed.pages
    width = pages.scale()
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    before = pages.current_page()
    pages.zoom_in()
    assert pages.scale() > width
    assert pages.current_page() == before
    pages.zoom_out()
    pages.zoom_out()
    assert pages.scale() < width
    pages.zoom_to_width()
    assert pages.scale() == pytest.approx(width)


def test_only_the_pages_nearby_are_kept_as_pictures(
    window: MainWindow, until: Until, seed_text: str
) -> None:
    long = seed_text.replace("(Gửi kèm", "\n".join(["- Một đoạn nữa của văn bản này."] * 700))
    window.take_up(Draft(text=long, unit="btgtu"), None, None)
    pages = window.editor().pages
    until(lambda: pages.page_count() > 15)
    for page in range(1, pages.page_count() + 1):
        pages.point_at(page, 300)
        until(lambda page=page: page - 1 in pages.drawn_pages())
    assert pages.drawn_pages() <= set(range(pages.page_count() - 6, pages.page_count()))


def test_pages_and_side_are_put_away_and_come_back(window: MainWindow, seed: EditorScreen) -> None:
    for name, pane in (("side", seed.panes.tabs), ("pages", seed.pages)):
        window.commands.trigger(name)
        assert not pane.isVisible()
        window.commands.trigger(name)
        assert pane.isVisible()
    window.commands.trigger("side")
    window.commands.trigger("go-outline")
    assert seed.outline.isVisible()


def test_pages_lie_centred_below_one_another() -> None:
    desk = Desk((QSizeF(595, 842), QSizeF(842, 595)), 1.0, 1000)
    first, second = desk.page(0), desk.page(1)
    assert abs(first.center().x() - 500) <= 1
    assert abs(second.center().x() - 500) <= 1
    assert second.top() - first.bottom() - 1 == MARGIN
    assert second.width() == 842
    fitting = Desk((QSizeF(595, 842), QSizeF(842, 595)), 1.0, 640, fits=True)
    assert fitting.page(0).width() == 595
    assert fitting.page(1).width() == 640 - 2 * MARGIN
    assert fitting.needed_width <= 640
    found = fitting.place(fitting.page(1).center())
    assert found is not None
    assert (round(found[1].x()), round(found[1].y())) == pytest.approx((421, 297), abs=2)
    assert desk.place(first.center()) is not None
    assert desk.place(QPoint(5, 5)) is None
    assert list(desk.between(0, first.top())) == [0]
    assert list(desk.between(first.bottom(), second.bottom())) == [0, 1]
