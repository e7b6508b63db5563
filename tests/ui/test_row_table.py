"""Tables of 20,000 rows: drawn where they show, found and sorted away from the window."""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.hands import Until

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.ui.background import Background
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

MANY, FEW = 20_000, 200
STALL = 0.05
"""Seconds; a step of scrolling that takes longer is seen."""


@dataclass(frozen=True)
class Paper:
    number: int
    title: str


def fold(text: str) -> str:
    return without_marks(text).casefold()


def papers(count: int) -> list[Paper]:
    words = ("Kế hoạch tuyên truyền miệng", "Báo cáo thông tin cơ sở", "Hướng dẫn tổ chức đại hội")
    return [Paper(number, f"{words[number % 3]} {number}") for number in range(count)]


@pytest.fixture
def background(dressed: QApplication) -> Iterator[Background]:
    assert dressed
    background = Background()
    yield background
    background.close()


@pytest.fixture
def table(qtbot: QtBot, background: Background) -> RowTable[Paper]:
    columns = (
        Column[Paper]("Số", lambda one: str(one.number), 10, order=lambda one: one.number),
        Column[Paper](
            "Trích yếu",
            lambda one: one.title,
            sign=lambda _one: ("check", "good"),
            tone=lambda _one: "good",
        ),
        Column[Paper]("Ghi chú", lambda one: f"bản {one.number}", 30),
    )
    table = RowTable[Paper]("Văn bản", columns, background, fold, empty="Chưa có văn bản nào.")
    qtbot.addWidget(table)
    table.resize(1200, 640)
    table.show()
    return table


def scrolled(table: RowTable[Paper], count: int) -> float:
    """Show rows and scroll through them; returns the usual time of a step in seconds."""
    table.show_rows(papers(count))
    bar, took = table.verticalScrollBar(), []
    for step in range(25):
        start = time.process_time()
        bar.setValue(bar.maximum() * step // 25)
        table.viewport().grab()
        took.append(time.process_time() - start)
    return statistics.median(took)


def test_20000_rows_scroll_as_smoothly_as_200(table: RowTable[Paper]) -> None:
    few, many = scrolled(table, FEW), scrolled(table, MANY)
    assert many < max(2 * few, STALL / 5)
    assert many < STALL


def test_rows_are_found_without_marks_and_the_window_does_not_wait(
    table: RowTable[Paper], until: Until
) -> None:
    table.show_rows(papers(MANY))
    start = time.process_time()
    table.search("tuyen truyen 19998")
    assert time.process_time() - start < STALL
    until(lambda: len(table.rows()) == 1)
    assert table.rows()[0] == Paper(19998, "Kế hoạch tuyên truyền miệng 19998")
    table.search("")
    assert len(table.rows()) == MANY


def test_an_older_search_that_comes_late_is_no_news(table: RowTable[Paper], qtbot: QtBot) -> None:
    table.show_rows(papers(MANY))
    table.search("bao cao")
    table.search("")
    qtbot.wait(300)
    assert len(table.rows()) == MANY


def test_a_click_on_a_heading_sorts_and_another_turns_round(
    table: RowTable[Paper], until: Until
) -> None:
    table.show_rows(papers(FEW))
    header = table.horizontalHeader()
    header.sectionClicked.emit(1)
    until(lambda: table.rows()[0].title.startswith("Báo cáo"))
    header.sectionClicked.emit(0)
    until(lambda: [one.number for one in table.rows()[:3]] == [0, 1, 2])
    header.sectionClicked.emit(0)
    until(lambda: table.rows()[0].number == FEW - 1)


def test_the_cursor_stays_on_its_row_when_others_come(table: RowTable[Paper], until: Until) -> None:
    table.show_rows(papers(FEW))
    told: list[Paper | None] = []
    table.picked.connect(told.append)
    table.pick(lambda one: one.number == 150)
    assert table.current() == Paper(150, "Kế hoạch tuyên truyền miệng 150")
    table.show_rows(list(reversed(papers(FEW))), lambda one: one.number)
    assert table.current() == Paper(150, "Kế hoạch tuyên truyền miệng 150")
    table.show_rows(papers(3), lambda one: one.number)
    assert table.current() is None
    assert told[-1] is None


def test_enter_opens_a_row_and_tab_leaves_the_table(qtbot: QtBot, table: RowTable[Paper]) -> None:
    table.show_rows(papers(FEW))
    table.pick(lambda one: one.number == 7)
    opened: list[Paper] = []
    table.opened.connect(opened.append)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [Paper(7, "Báo cáo thông tin cơ sở 7")]
    assert not table.tabKeyNavigation()


def test_nothing_to_show_is_told_in_words(table: RowTable[Paper], background: Background) -> None:
    columns = table.model().columns  # type: ignore[attr-defined]
    blank = RowTable[Paper]("Trống", columns, background, fold)
    blank.resize(table.size())
    blank.show()
    assert table.viewport().grab().toImage() != blank.viewport().grab().toImage()
    blank.deleteLater()
