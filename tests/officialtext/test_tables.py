"""Pipe tables: header, alignment, merged cells, and what is wrong with them."""

import pytest

from ttcs_desktop.model.document import Alignment, Table, TableCell
from ttcs_desktop.model.text import Content, Span, plain
from ttcs_desktop.officialtext.parse import parse


def table(text: str) -> Table:
    block = parse(text).blocks[0]
    assert isinstance(block, Table)
    return block


def words(rows: tuple[tuple[TableCell, ...], ...]) -> list[list[str]]:
    return [[plain(cell.content) for cell in row] for row in rows]


def test_header_alignments_and_rows() -> None:
    read = table("| TT | Nội dung | Số |\n|:-:|---|--:|\n| 1 | Bài **tin** | 1.250 |\n| 2 | | 7 |")
    assert read.alignments == (Alignment.CENTRE, Alignment.LEFT, Alignment.RIGHT)
    assert words(read.header) == [["TT", "Nội dung", "Số"]]
    assert words(read.rows) == [["1", "Bài tin", "1.250"], ["2", "", "7"]]
    assert read.rows[0][1].content == (Span("Bài "), Span("tin", bold=True))
    assert read.line == 1


def test_without_a_line_under_it_there_is_no_header() -> None:
    read = table("| a | b |\n| c | d |")
    assert read.header == ()
    assert words(read.rows) == [["a", "b"], ["c", "d"]]


def test_cells_are_merged_to_the_right_and_below() -> None:
    read = table(
        "| TT | Kết quả || Ghi chú |\n"
        "| ^ | Kế hoạch | Đạt | ^ |\n"
        "|---|---|---|---|\n"
        "| 1 | Chung cho cả ba |||\n"
    )
    top, below = read.header
    assert [(plain(cell.content), cell.columns, cell.rows) for cell in top] == [
        ("TT", 1, 2),
        ("Kết quả", 2, 1),
        ("Ghi chú", 1, 2),
    ]
    assert words((below,)) == [["Kế hoạch", "Đạt"]]
    assert [(plain(cell.content), cell.columns) for cell in read.rows[0]] == [
        ("1", 1),
        ("Chung cho cả ba", 3),
    ]


def test_an_escaped_pipe_is_a_letter() -> None:
    assert words(table(r"| a \| b | c\\ |").rows) == [["a | b", "c\\"]]


@pytest.mark.parametrize(
    ("text", "line", "rows"),
    [
        ("| a | b |\n|---|---|\n| 1 |", 3, [["1", ""]]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", 3, [["1", "2", "3"]]),
        ("| a | b |\n|---|---|\n| ^ | 1 |", 3, [["", "1"]]),
    ],
)
def test_a_broken_table_is_mended_and_said(text: str, line: int, rows: list[list[str]]) -> None:
    document = parse(text)
    read = document.blocks[0]
    assert isinstance(read, Table)
    assert words(read.rows) == rows
    assert {(problem.rule, problem.line) for problem in document.problems} >= {
        ("officialtext.broken-table", line)
    }


def test_every_row_covers_as_many_columns_as_the_widest() -> None:
    read = table("| a |\n|---|\n| 1 | 2 | 3 |\n| 4 |")
    assert len(read.alignments) == 3
    assert all(sum(cell.columns for cell in row) == 3 for row in (*read.header, *read.rows))


def test_a_table_ends_where_its_pipes_end() -> None:
    document = parse("| a |\nĐoạn sau.\n| b |")
    assert [type(block).__name__ for block in document.blocks] == ["Table", "Paragraph", "Table"]


def test_cells_may_cite_and_note() -> None:
    content: Content = table("| [[ct-07-2016]][^1] |\n\n[^1]: Một.").rows[0][0].content
    assert [type(item).__name__ for item in content] == ["Citation", "Footnote"]
