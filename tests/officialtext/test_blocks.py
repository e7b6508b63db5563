"""What a line is by the mark it starts with, and where it ends."""

from collections.abc import Callable

import pytest

from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.model.document import Item, Level, Paragraph
from ttcs_desktop.officialtext.parse import parse

Read = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Phần thứ nhất", "part thứ nhất: "),
        ("PHẦN II. TỔ CHỨC", "part II: TỔ CHỨC"),
        ("Chương I", "chapter I: "),
        ("Chương IV - Điều khoản thi hành", "chapter IV: Điều khoản thi hành"),
        ("**Chương II: Quy định**", "chapter II: Quy định"),
        ("Mục 1. NHIỆM VỤ", "section 1: NHIỆM VỤ"),
        ("Tiểu mục 2", "subsection 2: "),
        ("Điều 1. Phạm vi điều chỉnh", "article 1: Phạm vi điều chỉnh"),
        ("**Điều 12a. Hiệu lực**", "article 12a: Hiệu lực"),
        ("Điều 3.", "article 3: "),
        ("I. MỤC ĐÍCH", "roman I: MỤC ĐÍCH"),
        ("IV- TỔ CHỨC", "roman IV: TỔ CHỨC"),
        ("**X. Kinh phí**", "roman X: Kinh phí"),
        ("1. Mục đích", "clause 1: Mục đích"),
        ("12- Tuyên truyền", "clause 12: Tuyên truyền"),
        ("3/ Yêu cầu", "clause 3: Yêu cầu"),
        ("1.1. Cấp tỉnh", "subclause 1.1: Cấp tỉnh"),
        ("2.3 Cấp xã", "subclause 2.3: Cấp xã"),
        ("1.1.2. Chi tiết", "subsubclause 1.1.2: Chi tiết"),
        ("a) Điểm a;", "point a: Điểm a;"),
        ("đ) Điểm đ;", "point đ: Điểm đ;"),
        ("- Gạch", "dash : Gạch"),
        ("– Gạch dài", "dash : Gạch dài"),
        ("• Chấm tròn", "dash : Chấm tròn"),
        ("+ Cộng", "plus : Cộng"),
        ("=== ngắt trang ===", "page break"),
        ("-> Nơi giữa dòng <-", "centred: Nơi giữa dòng"),
    ],
)
def test_a_mark_gives_a_line_its_level(read: Read, line: str, found: str) -> None:
    assert read(f"Mở đầu.\n\n{line}\n\nKết thúc.") == [
        "paragraph: Mở đầu.",
        found,
        "paragraph: Kết thúc.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "V. I. Lê-nin viết như sau.",
        "Phần lớn các đơn vị đã thực hiện.",
        "Mục tiêu chung là như vậy.",
        "Chương trình phối hợp năm 2026.",
        "Điều này cần làm ngay.",
        "Điều 5 của Luật quy định.",
        "12,5 triệu đồng.",
        "1.250.000 đồng.",
        "05/9/2016 là ngày ban hành.",
        "2025 - 2030 là nhiệm kỳ này.",
        "15-KH/ĐU là ký hiệu.",
        "-5 độ.",
        "w) không có trong bảng chữ cái.",
        "f) không đánh số điểm.",
        "I",
        "-",
    ],
)
def test_running_text_is_no_structure(read: Read, line: str) -> None:
    assert read(f"Mở đầu.\n\n{line}") == ["paragraph: Mở đầu.", f"paragraph: {line}"]


def test_points_follow_the_vietnamese_alphabet(read: Read) -> None:
    text = "\n".join(f"{letter}) Nội dung;" for letter in POINT_LETTERS)
    assert read(text) == [f"point {letter}: Nội dung;" for letter in POINT_LETTERS]
    assert "".join(POINT_LETTERS) == "abcdđeghiklmnopqrstuvxy"


def test_marks_need_no_blank_lines_between_them(read: Read) -> None:
    assert read("I. MỤC ĐÍCH\n1. Một\na) Hai;\n- Ba;\n+ Bốn.") == [
        "roman I: MỤC ĐÍCH",
        "clause 1: Một",
        "point a: Hai;",
        "dash : Ba;",
        "plus : Bốn.",
    ]


def test_a_name_under_chapter_or_part_belongs_to_it(read: Read) -> None:
    text = (
        "Chương I\nQUY ĐỊNH CHUNG\n\nMục 1\n\n**Phạm vi**\n\nPhần II\n-> Tên phần <-\n\nThân bài."
    )
    assert read(text) == [
        "chapter I: QUY ĐỊNH CHUNG",
        "section 1: Phạm vi",
        "part II: Tên phần",
        "paragraph: Thân bài.",
    ]


def test_a_paragraph_over_several_lines_is_one(read: Read) -> None:
    opening = (
        "Thực hiện Chỉ thị số 07-CT/TW của Ban Bí thư về đẩy mạnh công tác\n"
        "thông tin cơ sở trong tình hình mới, Ban Tuyên giáo và Dân vận\n"
        "Tỉnh ủy hướng dẫn như sau."
    )
    task = (
        "- Tuyên truyền sâu rộng trong cán bộ, đảng viên và các tầng lớp\n"
        "nhân dân về vai trò của thông tin cơ sở."
    )
    assert read(f"{opening}\n\n{task}") == [
        "paragraph: " + opening.replace("\n", " "),
        "dash : " + task.removeprefix("- ").replace("\n", " "),
    ]


def test_each_line_that_starts_a_sentence_is_a_paragraph(read: Read) -> None:
    assert read("Câu thứ nhất.\nCâu thứ hai.\nCâu thứ ba") == [
        "paragraph: Câu thứ nhất.",
        "paragraph: Câu thứ hai.",
        "paragraph: Câu thứ ba",
    ]


def test_a_paragraph_cut_by_a_page_is_joined(read: Read) -> None:
    start = "Các cấp ủy đảng, chính quyền, đoàn thể ở cơ sở cần chỉ đạo công tác tư"
    text = f"{start}\n\f\ntưởng thường xuyên."
    assert read(text) == [f"paragraph: {start} tưởng thường xuyên."]
    (problem,) = parse(text).problems
    assert problem.rule == "officialtext.joined-paragraph"
    assert problem.line == 3


@pytest.mark.parametrize("title", ["1. Mục đích", "- Mục tiêu", "Mục tiêu", "I. Mục đích"])
def test_a_title_is_not_joined_with_what_stands_under_it(read: Read, title: str) -> None:
    assert read(f"Mở đầu.\n\n{title}\n\nnâng cao chất lượng.")[2:] == [
        "paragraph: nâng cao chất lượng."
    ]


def test_a_form_feed_is_a_page_break(read: Read) -> None:
    assert read("Trang một.\fTrang hai.") == [
        "paragraph: Trang một.",
        "page break",
        "paragraph: Trang hai.",
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (r"\- không phải gạch", "- không phải gạch"),
        (r"\1. Không phải khoản", "1. Không phải khoản"),
        (r"\Điều 1. Không phải điều", "Điều 1. Không phải điều"),
        (r"\| a | b |", "| a | b |"),
        (r"\=== ngắt trang ===", "=== ngắt trang ==="),
        (r"\Phụ lục I", "Phụ lục I"),
        (r"\TRƯỞNG BAN", "TRƯỞNG BAN"),
        (r"\\", "\\"),
        (r"\ **TRƯỞNG BAN**", "TRƯỞNG BAN"),
    ],
)
def test_a_backslash_keeps_a_line_plain(line: str, words: str) -> None:
    document = parse(f"Mở đầu.\n\n{line}")
    assert len(document.blocks) == 2
    plain = document.blocks[1]
    assert isinstance(plain, Paragraph)
    assert "".join(span.text for span in plain.content) == words  # type: ignore[union-attr]
    assert not document.signatures
    assert not document.annexes


def test_a_plain_line_is_not_joined_to_the_one_above(read: Read) -> None:
    assert read("Các mục tiêu\n\n\\cụ thể như sau.") == [
        "paragraph: Các mục tiêu",
        "paragraph: cụ thể như sau.",
    ]


def test_an_end_mark_is_the_formats_business(read: Read) -> None:
    assert read("1. Báo cáo kết quả./.") == ["clause 1: Báo cáo kết quả"]
    assert read("Báo cáo kết quả.\n./.") == ["paragraph: Báo cáo kết quả."]


def test_a_drawn_line_stays_and_is_said() -> None:
    document = parse("Mở đầu.\n\n-----\n\nKết thúc.")
    assert len(document.blocks) == 3
    assert [(problem.rule, problem.line) for problem in document.problems] == [
        ("officialtext.drawn-line", 3)
    ]


def test_words_are_written_one_way() -> None:
    decomposed = "Ho\u0300a bi\u0300nh va\u0300 đo\u0323\u0302c la\u0323\u0302p.\u200b"
    (block,) = parse(decomposed).blocks
    assert isinstance(block, Paragraph)
    assert [span.text for span in block.content] == ["Hòa bình và độc lập."]  # type: ignore[union-attr]


def test_white_space_of_any_kind_is_one_space(read: Read) -> None:
    assert read("Một\u00a0hai \t ba\u2003bốn.") == ["paragraph: Một hai ba bốn."]


def test_levels_keep_their_number_as_typed() -> None:
    (item,) = parse("1.2.- Nội dung").blocks
    assert item == Item(Level.SUBCLAUSE, "1.2", item.content, 1)  # type: ignore[union-attr]
