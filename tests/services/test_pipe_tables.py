"""Tables typed with pipes: cells, rows and columns as a clerk works in them."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.model.document import Table
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.services.line_edits import Edit, applied
from ttcs_desktop.services.pipe_tables import (
    aligned,
    cell_below,
    next_cell,
    previous_cell,
    with_column,
    with_row,
    without_column,
    without_row,
)

TABLE = ["Trước", "| TT | Nội dung |", "|:-:|---|", "| 1 | Họp |", "| 2 | In |", "Sau"]
Act = Callable[[Sequence[str], int, int], Edit | None]


def done(act: Act, lines: Sequence[str], at: int, column: int) -> tuple[list[str], int, str]:
    """Return the lines, the cursor's line, and that line with a stroke where the cursor is."""
    edit = act(lines, at, column)
    assert edit is not None
    changed = applied(lines, edit)
    line = changed[edit.line]
    return changed, edit.line, line[: edit.column] + "▮" + line[edit.column :]


def cells(lines: Sequence[str]) -> list[list[str]]:
    table = next(block for block in parse("\n".join(lines)).blocks if isinstance(block, Table))
    return [[plain(cell.content) for cell in row] for row in (*table.header, *table.rows)]


def test_tab_goes_from_cell_to_cell_over_the_line_under_the_header() -> None:
    lines, at, shown = done(next_cell, TABLE, 1, len("| T"))
    assert lines[1:5] == [
        "| TT  | Nội dung |",
        "| :-: | -------- |",
        "|  1  | Họp      |",
        "|  2  | In       |",
    ]
    assert (at, shown) == (1, "| TT  | Nội dung▮ |")
    lines, at, shown = done(next_cell, lines, 1, shown.index("▮"))
    assert (at, shown) == (3, "|  1▮  | Họp      |")
    _lines, at, shown = done(previous_cell, lines, 3, shown.index("▮"))
    assert (at, shown) == (1, "| TT  | Nội dung▮ |")


def test_tab_in_the_last_cell_adds_a_row() -> None:
    lines, at, shown = done(next_cell, TABLE, 4, len("| 2 | In"))
    assert cells(lines[1:-1])[-1] == ["", ""]
    assert lines[0] == "Trước"
    assert lines[-1] == "Sau"
    assert (at, shown) == (5, "| ▮    |          |")


def test_enter_goes_down_and_leaves_the_table_at_an_empty_row() -> None:
    lines, at, shown = done(cell_below, TABLE, 3, len("| 1 | H"))
    assert (at, shown) == (4, "|  2  | In▮       |")
    lines, at, shown = done(cell_below, lines, 4, shown.index("▮"))
    assert (at, shown) == (5, "|     | ▮         |")
    lines, at, shown = done(cell_below, lines, 5, shown.index("▮"))
    assert lines[4:] == ["|  2  | In       |", "", "Sau"]
    assert (at, shown) == (5, "▮")


def test_rows_and_columns_are_added_and_taken_away() -> None:
    lines, at, _shown = done(with_row, TABLE, 1, 3)
    assert cells(lines[1:-1]) == [["TT", "Nội dung"], ["", ""], ["1", "Họp"], ["2", "In"]]
    assert at == 3
    lines, _at, shown = done(with_column, TABLE, 3, 3)
    assert cells(lines[1:-1]) == [["TT", "", "Nội dung"], ["1", "", "Họp"], ["2", "", "In"]]
    assert shown.count("|", 0, shown.index("▮")) == 2
    back, _at, _shown = done(without_column, lines, 3, shown.index("▮"))
    assert cells(back[1:-1]) == [["TT", "Nội dung"], ["1", "Họp"], ["2", "In"]]
    fewer, _at, _shown = done(without_row, TABLE, 3, 3)
    assert cells(fewer[1:-1]) == [["TT", "Nội dung"], ["2", "In"]]


def test_joined_cells_stay_joined() -> None:
    table = ["| TT | Kết quả || Ghi chú |", "| ^ | Kế hoạch | Đạt | ^ |", "|:-:|---|--:|---|",
             "| 1 | a | 12 | b |"]  # fmt: skip
    straight = aligned(table)
    assert straight == [
        "| TT  | Kết quả       || Ghi chú |",
        "|  ^  | Kế hoạch | Đạt | ^       |",
        "| :-: | -------- | --: | ------- |",
        "|  1  | a        |  12 | b       |",
    ]
    assert parse("\n".join(straight)).blocks == parse("\n".join(table)).blocks
    lines, _at, _shown = done(with_column, table, 1, len("| ^ | Kế"))
    assert parse("\n".join(lines)).problems == ()


def test_the_cursor_passes_over_the_room_of_a_joined_cell() -> None:
    table = ["| a || b |", "|---|---|---|", "| c | d | e |"]
    _lines, _at, shown = done(next_cell, table, 0, 2)
    assert shown.endswith("b▮   |")


def test_a_table_too_wide_for_a_line_is_not_padded() -> None:
    long = "Tuyên truyền " * 12
    rows = aligned(["| TT | Nội dung |", "|---|---|", f"| 1 | {long}|"])
    assert rows == ["| TT | Nội dung |", "| --- | --- |", f"| 1 | {long.strip()} |"]


@pytest.mark.parametrize("act", [next_cell, cell_below, with_row, with_column, without_row])
def test_outside_of_a_table_nothing_is_done(act: Act) -> None:
    assert act(TABLE, 0, 0) is None


CELL = st.sampled_from(["", "a", "Họp, in", "^", "\\|", " ", "-", "12.000", "x" * 40])
ACTS = st.sampled_from([next_cell, previous_cell, cell_below, with_row])


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4), ACTS, st.data())
def test_working_in_a_table_never_changes_its_words(
    rows: list[list[str]], act: Act, data: st.DataObject
) -> None:
    lines = ["|" + "|".join(f" {cell} " for cell in row) + "|" for row in rows]
    at = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[at])))
    edit = act(lines, at, column)
    assert edit is not None
    changed = applied(lines, edit)

    def words(text: Sequence[str]) -> list[str]:
        return sorted("".join(text).replace("|", " ").split())

    assert words(changed) == words(lines)
    assert 0 <= edit.column <= len(changed[edit.line])
