"""Tables of a foreign .docx as pipe tables."""

from readers.docx_made import BOLD, CENTRE, LINES, cell, p, placed, r, row, ruled, text

from ttcs_desktop.model.document import Alignment, Table
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse

HEAD = "<w:tblHeader/>"
DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def lines(body: str) -> list[str]:
    return text(p("Mở đầu văn bản.") + body).splitlines()[2:]


def test_a_repeated_row_is_the_head() -> None:
    table = ruled(row("TT", "Nội dung", properties=HEAD), row("1", "Một"), row("2", "Hai"))
    assert lines(table) == [
        "| TT | Nội dung |",
        "|---|---|",
        "| 1 | Một |",
        "| 2 | Hai |",
    ]


def test_a_first_row_in_bold_is_the_head_without_its_bold() -> None:
    bold = ruled(row(cell(p(r("TT", BOLD))), cell(p(r("Việc", BOLD)))), row("1", "A"))
    assert lines(bold)[:2] == ["| TT | Việc |", "|---|---|"]


def test_a_table_without_head_begins_with_its_rule() -> None:
    assert lines(ruled(row("a", "b"), row("c", "d")))[0] == "|---|---|"


def test_columns_stand_as_most_of_their_cells_do() -> None:
    right = '<w:jc w:val="right"/>'
    body = [row(cell(p(str(n), CENTRE)), "Việc", cell(p("1.000", right))) for n in range(3)]
    table = ruled(row("TT", "Nội dung", "Số tiền", properties=HEAD), *body)
    assert lines(table)[1] == "|:-:|---|-:|"


def test_merged_cells_keep_their_shape() -> None:
    table = ruled(
        row(cell("TT", DOWN), cell("Kết quả", span(2)), properties=HEAD),
        row(cell("", GOES_ON), "Số", "Tỷ lệ", properties=HEAD),
        row(cell("1", DOWN), "5", "50%"),
        row(cell("", GOES_ON), cell("không có", span(2))),
    )
    typed = lines(table)
    assert typed == [
        "| TT | Kết quả ||",
        "| ^ | Số | Tỷ lệ |",
        "|---|---|---|",
        "| 1 | 5 | 50% |",
        "| ^ | không có ||",
    ]
    read = parse("\n".join(typed)).blocks[0]
    assert isinstance(read, Table)
    assert [(c.columns, c.rows) for c in read.header[0]] == [(1, 2), (2, 1)]
    assert [(c.columns, c.rows) for c in read.rows[0]] == [(1, 2), (1, 1), (1, 1)]


def test_a_cell_that_reaches_below_the_head_takes_its_rows_into_it() -> None:
    table = ruled(
        row(cell("TT", DOWN), cell("Kết quả", span(2)), properties=HEAD),
        row(cell("", GOES_ON), "Số", "Tỷ lệ"),
        row("1", "5", "50%"),
    )
    assert lines(table)[2] == "|---|---|---|"


def test_short_rows_are_filled_up() -> None:
    before = '<w:gridBefore w:val="1"/>'
    table = ruled(row("a", "b", "c"), row("d"), row("e", "f", properties=before))
    assert lines(table)[1:] == ["| a | b | c |", "| d | | |", "| | e | f |"]


def test_paragraphs_of_a_cell_stand_one_after_the_other() -> None:
    table = ruled(row(cell(p("Một") + p("") + p("- hai")), "x"), row("y", "z"))
    assert lines(table)[1] == "| Một - hai | x |"


def test_signs_in_cells_stay_signs() -> None:
    words = ["a | b", "^", "--", ":-:", "*", r"\|", "[[x]]"]
    read = parse("\n".join(lines(ruled(row(*words), row(*words))))).blocks[0]
    assert isinstance(read, Table)
    assert [plain(c.content) for c in read.rows[1]] == words
    assert not read.header


def test_rows_that_were_deleted_are_left_out() -> None:
    table = ruled(row("a", "b"), row("c", "d", properties="<w:del/>"), row("e", "f"))
    assert lines(table)[1:] == ["| a | b |", "| e | f |"]


def test_a_table_in_a_cell_is_read_as_its_words() -> None:
    inner = ruled(row("trong", "nữa"))
    table = ruled(row(cell(inner + p("ngoài")), "x"), row("y", "z"))
    assert lines(table)[1] == "| trong nữa ngoài | x |"


def test_a_table_wider_than_any_page_is_read_as_words() -> None:
    table = ruled(row(*["x"] * 70))
    assert lines(table) == [" ".join(["x"] * 70)]


def test_lines_of_a_table_may_come_from_its_style() -> None:
    styles = f'<w:style w:type="table" w:styleId="luoi">{LINES}</w:style>'
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="luoi"/></w:tblPr>{row("a", "b")}</w:tbl>'
    assert text(table, styles=styles).splitlines() == ["|---|---|", "| a | b |"]


def test_a_long_table_without_lines_is_a_table_all_the_same() -> None:
    table = placed(*[row(f"Nguyễn Văn {n}", f"0{n}") for n in range(9)])
    assert lines(table)[1] == "| Nguyễn Văn 0 | 00 |"


def test_columns_stand_left_when_nothing_else_is_said() -> None:
    table = parse("\n".join(lines(ruled(row("a", "b"))))).blocks[0]
    assert isinstance(table, Table)
    assert table.alignments == (Alignment.LEFT, Alignment.LEFT)


def test_a_style_may_make_the_first_row_the_head() -> None:
    head = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = f'<w:style w:type="table" w:styleId="luoi">{LINES}{head}</w:style>'
    for look, first in (('w:firstRow="1"', "| TT | Việc |"), ('w:val="0020"', "| TT | Việc |")):
        own = f'<w:tblPr><w:tblStyle w:val="luoi"/><w:tblLook {look}/></w:tblPr>'
        table = f"<w:tbl>{own}{row('TT', 'Việc')}{row('1', 'a')}</w:tbl>"
        assert text(table, styles=styles).splitlines()[0] == first
        hidden = table.replace(look, 'w:firstRow="0"')
        assert text(hidden, styles=styles).splitlines()[0] == "|---|---|"
