"""The real guidance that started the project is read whole."""

from collections.abc import Callable

import pytest

from ttcs_desktop.model.document import Document, Item, Level, Paragraph, Recipient
from ttcs_desktop.model.text import Span, plain
from ttcs_desktop.officialtext.parse import parse


@pytest.fixture(scope="module")
def seed(seed_text: str) -> Document:
    return parse(seed_text)


def test_its_type_and_subject(seed: Document) -> None:
    assert seed.type_name == "hướng dẫn"
    assert seed.subject == (
        Span(
            "tuyên truyền thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII)"
            " về “Đẩy mạnh công tác thông tin cơ sở trong tình hình mới”"
        ),
    )
    assert seed.subject_line == 5


def test_its_outline(seed: Document, outline: Callable[[Document], list[str]]) -> None:
    assert [line[:48] for line in outline(seed)] == [
        "paragraph: Thực hiện Hướng dẫn số 31-HD/BTGTW, n",
        "roman I: MỤC ĐÍCH, YÊU CẦU",
        "dash : Tuyên truyền sâu rộng, nâng cao nhận thức",
        "dash : Việc tuyên truyền, triển khai thực hiện C",
        "roman II: NỘI DUNG TUYÊN TRUYỀN",
        "clause 1: Tuyên truyền, làm rõ vị trí, vai trò v",
        "clause 2: Tuyên truyền, quán triệt sâu sắc quan ",
        "clause 3: Đa dạng hóa nội dung thông tin về cơ s",
        "clause 4: Tuyên truyền, chỉ rõ trách nhiệm của c",
        "roman III: TỔ CHỨC THỰC HIỆN",
        "clause 1: Đề nghị các huyện, thị, thành ủy, đảng",
        "dash : Chỉ đạo tổ chức tuyên truyền, quán triệt ",
        "dash : Chỉ đạo thực hiện có hiệu quả Chỉ thị số ",
        "clause 2: Ủy ban Mặt trận Tổ quốc Việt Nam và cá",
        "dash : Tiếp tục đổi mới hình thức thông tin, tuy",
        "dash : Tăng cường tổ chức các hội nghị chuyên đề",
        "dash : Thực hiện có hiệu quả Chương trình phối h",
        "dash : Cổ vũ, động viên cán bộ, hội viên, đoàn v",
        "clause 3: Sở Thông tin và Truyền thông",
        "dash : Hướng dẫn các cơ quan báo chí của tỉnh tu",
        "dash : Có các giải pháp nâng cao chất lượng quản",
        "clause 4: Sở Văn hóa, Thể thao",
        "paragraph: Tăng cường các hoạt động triển lãm, q",
        "clause 5: Sở Tư pháp",
        "paragraph: Phối hợp với Hội đồng giáo dục phổ bi",
        "clause 6: Báo Khánh Hòa, Đài Phát thanh - Truyền",
        "paragraph: Đẩy mạnh tuyên truyền Chỉ thị số 07-C",
        "clause 7: Ban tuyên giáo các huyện, thị, thành ủ",
        "dash : Tham mưu giúp cấp ủy chỉ đạo quán triệt, ",
        "dash : Phối hợp với các cơ quan, đơn vị liên qua",
        "dash : Thường xuyên nắm bắt diễn biến tình hình ",
    ]


def test_every_block_knows_its_line(seed: Document, seed_text: str) -> None:
    lines = seed_text.split("\n")
    for block in seed.blocks:
        assert isinstance(block, Item | Paragraph)
        first_words = plain(block.content).split()[:3]
        assert all(word in lines[block.line - 1] for word in first_words)


def test_titles_cited_in_quotes_are_italic(seed: Document) -> None:
    opening = seed.blocks[0]
    assert isinstance(opening, Paragraph)
    assert [item.text for item in opening.content if isinstance(item, Span) and item.italic] == [
        "Đẩy mạnh công tác thông tin cơ sở trong tình hình mới",
        "Chỉ thị 07",
    ]


def test_a_paragraph_cut_by_the_end_of_a_page_is_mended_and_said(seed: Document) -> None:
    last = seed.blocks[-1]
    assert isinstance(last, Item)
    assert last.level is Level.DASH
    assert "công tác tư tưởng, tạo sự thống nhất" in plain(last.content)
    assert [(problem.rule, problem.line) for problem in seed.problems] == [
        ("officialtext.joined-paragraph", 71)
    ]


def test_its_closing_note(seed: Document) -> None:
    assert [plain(note.content)[:20] for note in seed.closing_notes] == ["(Gửi kèm Chỉ thị số "]
    assert seed.closing_notes[0].line == 73


def test_its_recipients(seed: Document) -> None:
    assert seed.recipients.entries == (
        Recipient("Ban Tuyên giáo Trung ương, T26", "báo cáo", 79),
        Recipient("Thường trực Tỉnh ủy", "báo cáo", 80),
        Recipient(
            "Thường trực và ban tuyên giáo các huyện, thị, thành ủy, đảng ủy trực thuộc", "", 81
        ),
        Recipient("Mặt trận và các đoàn thể chính trị - xã hội tỉnh", "", 83),
        Recipient("Các Sở: Thông tin - Truyền thông, Văn hóa - Thể thao, Sở Tư pháp", "", 84),
        Recipient("Các cơ quan báo chí của tỉnh", "", 86),
        Recipient("Lãnh đạo Ban và các phòng", "", 87),
    )
    assert (seed.recipients.filing, seed.recipients.line) == ("TGTU", 77)


def test_its_signature(seed: Document) -> None:
    (signature,) = seed.signatures
    assert signature.authority == ()
    assert signature.positions == ("TRƯỞNG BAN",)
    assert signature.is_signed
    assert (signature.name, signature.line) == ("Hồ Văn Mừng", 75)


def test_with_front_matter_the_lines_are_those_of_the_file(seed_text: str, seed: Document) -> None:
    whole = parse(f'+++\nunit = "btgtu"\n+++\n{seed_text}')
    assert whole.subject_line == seed.subject_line + 3
    assert [block.line - 3 for block in whole.blocks] == [block.line for block in seed.blocks]
