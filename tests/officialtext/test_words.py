"""Bold, italic, escapes, citations and footnotes inside a block."""

import pytest

from ttcs_desktop.model.document import Document, Item, Paragraph
from ttcs_desktop.model.text import Citation, Content, Footnote, Span
from ttcs_desktop.officialtext.parse import parse


def first(text: str) -> Content:
    return of(parse(text))


def of(document: Document) -> Content:
    block = document.blocks[0]
    assert isinstance(block, Paragraph | Item)
    return block.content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Một **hai** ba.", (Span("Một "), Span("hai", bold=True), Span(" ba."))),
        ("Một *hai* ba.", (Span("Một "), Span("hai", italic=True), Span(" ba."))),
        (
            "**Đậm *cả hai* đậm** thường.",
            (
                Span("Đậm ", bold=True),
                Span("cả hai", bold=True, italic=True),
                Span(" đậm", bold=True),
                Span(" thường."),
            ),
        ),
        (
            "*Nghiêng **cả hai***.",
            (
                Span("Nghiêng ", italic=True),
                Span("cả hai", bold=True, italic=True),
                Span("."),
            ),
        ),
        ("***Cả hai***.", (Span("Cả hai", bold=True, italic=True), Span("."))),
        ("5 * 3 = 15 * 1.", (Span("5 * 3 = 15 * 1."),)),
        ("Một *chưa đóng.", (Span("Một *chưa đóng."),)),
        (r"Một \*hai\* ba \\ bốn \[[x]].", (Span("Một *hai* ba \\ bốn [[x]]."),)),
        (r"C:\ đĩa", (Span("C:\\ đĩa"),)),
        (
            "Thực hiện [[ct-07-2016]], **[[nd-49-2024]]** nêu.",
            (
                Span("Thực hiện "),
                Citation("ct-07-2016"),
                Span(", "),
                Citation("nd-49-2024", bold=True),
                Span(" nêu."),
            ),
        ),
        ("Thực hiện [[chỉ thị]] và [a].", (Span("Thực hiện [[chỉ thị]] và [a]."),)),
    ],
)
def test_words_are_dressed_as_marked(text: str, content: Content) -> None:
    assert first(text) == content


def test_bold_round_a_number_belongs_to_the_words() -> None:
    document = parse("**1. Mục đích**\n\n***a) Cụ thể:*** như sau")
    assert of(document) == (Span("Mục đích", bold=True),)
    second = document.blocks[1]
    assert isinstance(second, Item)
    assert second.ordinal == "a"
    assert second.content == (Span("Cụ thể:", bold=True, italic=True), Span(" như sau"))


def test_a_footnote_stands_where_its_mark_is() -> None:
    document = parse("Đạt 95%[^1] kế hoạch[^a].\n\n[^1]: Theo *báo cáo* tháng.\n[^a]: Xem [[x]].")
    assert of(document) == (
        Span("Đạt 95%"),
        Footnote((Span("Theo "), Span("báo cáo", italic=True), Span(" tháng."))),
        Span(" kế hoạch"),
        Footnote((Span("Xem "), Citation("x"), Span("."))),
        Span("."),
    )
    assert len(document.blocks) == 1
    assert document.problems == ()


def test_the_words_of_a_footnote_may_go_on_over_lines() -> None:
    document = parse("Đạt[^1].\n\n[^1]: Theo báo cáo\ncủa các xã.\n\nĐoạn sau.")
    assert of(document)[1] == Footnote((Span("Theo báo cáo của các xã."),))
    assert len(document.blocks) == 2


def test_a_footnote_without_words_stays_as_typed_and_is_said() -> None:
    document = parse("Đạt[^9] kế hoạch.")
    assert of(document) == (Span("Đạt[^9] kế hoạch."),)
    assert [problem.rule for problem in document.problems] == ["officialtext.unknown-footnote"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("Đạt.\n\n[^1]: Không ai gọi.", 3), ("Đạt[^1].\n[^1]: Một.\n[^1]: Hai.", 3)],
)
def test_words_that_no_mark_calls_stay_in_the_text_and_are_said(text: str, line: int) -> None:
    document = parse(text)
    assert [(problem.rule, problem.line) for problem in document.problems] == [
        ("officialtext.unused-footnote", line)
    ]
    assert document.blocks[-1].line == line
