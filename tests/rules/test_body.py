"""The body: marks by format, titles, numbering, end marks, tables, page breaks."""

from collections.abc import Callable

import pytest

from ttcs_desktop.model.document import (
    Alignment,
    Block,
    Document,
    Item,
    Level,
    PageBreak,
    Paragraph,
    Table,
    TableCell,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Grid, Line, Run
from ttcs_desktop.model.text import Span
from ttcs_desktop.rules.arrange import arrange

Make = Callable[..., Document]
Texts = Callable[..., list[str]]
Lines = Callable[..., list[Line]]


def _text(words: str, line: int = 0) -> Paragraph:
    return Paragraph((Span(words),), line=line)


def _item(level: Level, ordinal: str, words: str, line: int = 0) -> Item:
    return Item(level, ordinal, (Span(words),) if words else (), line)


def _rules(document: Document, form: FormatProfile) -> list[tuple[str, int]]:
    return [
        (problem.rule, problem.line)
        for problem in arrange(document, form).problems
        if problem.rule.startswith("numbering.")
    ]


BLOCKS: tuple[Block, ...] = (
    _item(Level.ROMAN, "I", "MỤC ĐÍCH, YÊU CẦU", 1),
    _item(Level.CLAUSE, "1", "Mục đích", 2),
    _item(Level.DASH, "", "Nâng cao nhận thức;", 3),
    _item(Level.DASH, "", "Phát huy sức mạnh.", 4),
    _item(Level.CLAUSE, "2", "Thực hiện thường xuyên, gồm:", 5),
    _item(Level.POINT, "a", "Ở xã;", 6),
    _item(Level.POINT, "đ", "Ở phường", 7),
)


def test_titles_and_running_text_are_told_apart(
    party: FormatProfile, document: Make, lines: Lines
) -> None:
    body = [line for line in lines(arrange(document(blocks=BLOCKS), party)) if line.box == "6"]
    assert [line.style for line in body] == [
        "roman-title",
        "clause-title",
        "dash",
        "dash",
        "clause",
        "point",
        "point",
    ]
    assert [line.source for line in body] == [1, 2, 3, 4, 5, 6, 7]


def test_headings_stay_with_what_follows(
    party: FormatProfile, document: Make, lines: Lines
) -> None:
    body = [line for line in lines(arrange(document(blocks=BLOCKS), party)) if line.box == "6"]
    assert [line.keep_with_next for line in body] == [True, True, False, False, True, False, True]


def test_a_list_without_end_marks_is_no_list_of_titles(
    party: FormatProfile, document: Make, lines: Lines
) -> None:
    blocks = (_item(Level.POINT, "a", "Chủ trì"), _item(Level.POINT, "b", "Phối hợp"))
    assert len(lines(arrange(document(blocks=blocks), party), "point")) == 2


def test_marks_are_those_of_the_format(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(blocks=(_item(Level.ROMAN, "I", "YÊU CẦU"), _item(Level.CLAUSE, "1", "Một.")))
    for form in (party, state):
        roman = form.levels[Level.ROMAN].mark.replace("{n}", "I")
        clause = form.levels[Level.CLAUSE].mark.replace("{n}", "1")
        assert texts(arrange(made, form), "roman-title") == [f"{roman}YÊU CẦU"]
        assert texts(arrange(made, form), "clause") == [f"{clause}Một{form.end_mark}"]


def test_a_chapter_stands_above_its_name(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    blocks = (_item(Level.CHAPTER, "I", "Quy định chung"), _item(Level.ARTICLE, "1", "Phạm vi."))
    sheet = arrange(document(blocks=blocks), state)
    assert texts(sheet, "chapter", "chapter-title") == ["Chương I", "QUY ĐỊNH CHUNG"]


def test_the_words_of_an_article_stand_out_from_its_running_text(
    state: FormatProfile, document: Make, lines: Lines
) -> None:
    blocks = (_item(Level.ARTICLE, "1", "Ban hành kèm theo Quyết định này Quy chế."),)
    (line,) = lines(arrange(document(blocks=blocks), state), "article")
    assert line.runs[0] == Run("Điều 1. ", bold=True)


def test_an_article_with_clauses_is_a_title(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    blocks = (
        _item(Level.ARTICLE, "1", "Phạm vi điều chỉnh"),
        _item(Level.CLAUSE, "1", "Quy chế này quy định."),
    )
    sheet = arrange(document(blocks=blocks), state)
    assert texts(sheet, "article-title") == ["Điều 1. Phạm vi điều chỉnh"]


@pytest.mark.parametrize(
    ("typed", "in_party", "in_state"),
    [
        ("Xong.", "Xong.", "Xong./."),
        ("Xong./.", "Xong.", "Xong./."),
        ("Xong ./.", "Xong.", "Xong./."),
        ("Xong;", "Xong.", "Xong./."),
        ("Xong", "Xong.", "Xong./."),
        ("báo chí...", "báo chí...", "báo chí.../."),
        ("(Gửi kèm “Quy chế”).", "(Gửi kèm “Quy chế”).", "(Gửi kèm “Quy chế”)./."),
    ],
)
def test_the_text_ends_with_the_mark_of_the_format(
    party: FormatProfile,
    state: FormatProfile,
    document: Make,
    texts: Texts,
    typed: str,
    in_party: str,
    in_state: str,
) -> None:
    made = document(blocks=(_text("Đầu."), _text(typed)))
    assert texts(arrange(made, party), "body") == ["Đầu.", in_party]
    assert texts(arrange(made, state), "body") == ["Đầu.", in_state]


def test_the_end_mark_stands_after_the_closing_note(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(blocks=(_text("Thân."),), closing_notes=(_text("(Gửi kèm Chỉ thị)."),))
    sheet = arrange(made, state)
    assert texts(sheet, "body", "closing-note") == ["Thân.", "(Gửi kèm Chỉ thị)./."]


def test_a_text_that_ends_with_a_table_has_no_end_mark(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(blocks=(_text("Theo bảng sau:"), TABLE))
    assert texts(arrange(made, state), "body") == ["Theo bảng sau:"]


def test_bases_and_enacting_line(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(
        type_name="quyết định",
        enacting_authority="giám đốc sở",
        enacting="Quyết định",
        bases=((Span("Căn cứ Luật Báo chí"),), (Span("Theo đề nghị của Chánh Văn phòng;"),)),
    )
    assert texts(arrange(made, state), "basis", "enacting") == [
        "GIÁM ĐỐC SỞ",
        "Căn cứ Luật Báo chí;",
        "Theo đề nghị của Chánh Văn phòng.",
        "QUYẾT ĐỊNH:",
    ]
    assert texts(arrange(made, party), "basis") == [
        "- Căn cứ Luật Báo chí;",
        "- Theo đề nghị của Chánh Văn phòng.",
    ]


def test_gaps_and_disorder_are_reported_and_never_changed(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    blocks = (
        _item(Level.ROMAN, "I", "MỘT", 1),
        _item(Level.CLAUSE, "2", "Bắt đầu từ hai.", 2),
        _item(Level.CLAUSE, "4", "Nhảy.", 3),
        _item(Level.CLAUSE, "4", "Lặp.", 4),
        _item(Level.SUBCLAUSE, "3.1", "Lạc.", 5),
        _item(Level.ROMAN, "III", "BA", 6),
        _item(Level.POINT, "d", "Không có a.", 7),
    )
    made = document(blocks=blocks)
    assert _rules(made, party) == [
        ("numbering.start", 2),
        ("numbering.gap", 3),
        ("numbering.disorder", 4),
        ("numbering.parent", 5),
        ("numbering.gap", 6),
        ("numbering.start", 7),
    ]
    assert [text.split()[0] for text in texts(arrange(made, party), "clause")] == ["2.", "4.", "4."]


def test_right_numbering_is_left_in_peace(state: FormatProfile, document: Make) -> None:
    blocks = (
        _item(Level.CHAPTER, "I", "MỘT"),
        _item(Level.ARTICLE, "1", "Một"),
        _item(Level.CLAUSE, "1", "Một."),
        *(_item(Level.POINT, letter, "Điểm;") for letter in "abcdđeghikl"),
        _item(Level.CHAPTER, "II", "HAI"),
        _item(Level.ARTICLE, "2", "Hai"),
        _item(Level.CLAUSE, "1", "Một"),
        _item(Level.SUBCLAUSE, "1.1", "Nhỏ."),
        _item(Level.SUBCLAUSE, "1.2", "Nhỏ."),
        _item(Level.CLAUSE, "2", "Hai"),
        _item(Level.SUBCLAUSE, "2.1", "Nhỏ."),
        _item(Level.CHAPTER, "thứ ba", "BA"),
    )
    assert _rules(document(blocks=blocks), state) == []


def test_what_follows_a_page_break_starts_a_page(
    party: FormatProfile, document: Make, lines: Lines
) -> None:
    made = document(blocks=(_text("Một."), PageBreak(), _text("Hai."), PageBreak(), TABLE))
    sheet = arrange(made, party)
    assert [line.page_break_before for line in lines(sheet, "body")] == [False, True]
    grid = sheet.sections[0].elements[-1]
    assert isinstance(grid, Grid)
    assert grid.page_break_before


def _cell(words: str, columns: int = 1, rows: int = 1) -> TableCell:
    return TableCell((Span(words),) if words else (), columns, rows)


TABLE = Table(
    (Alignment.RIGHT, Alignment.LEFT, Alignment.CENTRE, Alignment.RIGHT),
    (
        (_cell("STT", rows=2), _cell("Nội dung công việc", rows=2), _cell("Kết quả", columns=2)),
        (_cell("Chủ trì"), _cell("Số lượng")),
    ),
    (
        (
            _cell("1"),
            _cell("Tăng cường tổ chức các hội nghị chuyên đề, các buổi giao lưu, tọa đàm để trao"),
            _cell("Ban Tuyên giáo"),
            _cell("1.250"),
        ),
        (_cell("2"), _cell("Kiểm tra"), _cell("Sở Tư pháp"), _cell("12")),
    ),
)


def test_table_columns_fill_the_page_by_what_they_hold(
    party: FormatProfile, document: Make
) -> None:
    grid = arrange(document(blocks=(TABLE,)), party).sections[0].elements[-1]
    assert isinstance(grid, Grid)
    assert sum(grid.widths) == pytest.approx(party.text_width, abs=0.05)
    number, content, lead, count = grid.widths
    assert number < count < lead < content
    assert len(grid.header) == 2
    assert grid.header[0][2].columns == 2
    assert grid.rows[0][0].lines[0].style == "table-cell"
    assert grid.header[0][0].lines[0].style == "table-head"


def test_a_table_too_narrow_for_its_words_still_fits_the_page(
    party: FormatProfile, document: Make
) -> None:
    words = tuple(_cell("w" * 60) for _ in range(12))
    table = Table((Alignment.LEFT,) * 12, (words,), (words,))
    grid = arrange(document(blocks=(table,)), party).sections[0].elements[-1]
    assert isinstance(grid, Grid)
    assert sum(grid.widths) == pytest.approx(party.text_width, abs=0.05)
