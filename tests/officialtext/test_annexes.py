"""Where an annex begins, what it is called, and how its pages lie."""

from collections.abc import Callable

import pytest

from ttcs_desktop.model.document import Paragraph, Table
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse

BODY = "Báo cáo kết quả.\n\nTRƯỞNG BAN\n\nNguyễn Văn A\n\n"


@pytest.mark.parametrize(
    ("head", "is_landscape"),
    [
        ("Phụ lục", False),
        ("PHỤ LỤC", False),
        ("Phụ lục I", False),
        ("**Phụ lục 01**", False),
        ("-> PHỤ LỤC II <-", False),
        ("Phụ lục số 3.", False),
        ("Phụ lục {ngang}", True),
        ("Phụ lục IV {ngang}", True),
    ],
)
def test_what_begins_an_annex(head: str, is_landscape: bool) -> None:
    (annex,) = parse(f"{BODY}{head}\n\n**số liệu**\n\n| a |\n").annexes
    assert annex.is_landscape is is_landscape
    assert plain(annex.title) == "số liệu"
    assert annex.line == 7
    assert isinstance(annex.blocks[0], Table)


@pytest.mark.parametrize(
    "line",
    ["Phụ lục I nêu các chỉ tiêu.", "Phụ lục kèm theo.", "- Phụ lục I", r"\Phụ lục I"],
)
def test_what_begins_none(line: str) -> None:
    assert parse(f"Mở đầu.\n\n{line}").annexes == ()


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "DANH MỤC CHỈ TIÊU\nNĂM 2026\n(Kèm theo Kế hoạch số 15/KH-UBND)\n-----",
            "DANH MỤC CHỈ TIÊU NĂM 2026",
        ),
        (
            "**Danh mục chỉ tiêu**\n*(Ban hành kèm theo Quyết định\nsố 5/QĐ-STP)*",
            "Danh mục chỉ tiêu",
        ),
        ("-> Danh mục chỉ tiêu <-\n-> (Kèm theo Kế hoạch) <-", "Danh mục chỉ tiêu"),
        ("(Kèm theo Kế hoạch số 15)\nDANH MỤC CHỈ TIÊU", "DANH MỤC CHỈ TIÊU"),
        ("", ""),
    ],
)
def test_the_title_and_the_line_that_ties_it_to_the_document(lines: str, title: str) -> None:
    (annex,) = parse(f"{BODY}Phụ lục\n{lines}\n\nNội dung phụ lục.").annexes
    assert plain(annex.title) == title
    assert [plain(block.content) for block in annex.blocks if isinstance(block, Paragraph)] == [
        "Nội dung phụ lục."
    ]


def test_several_annexes(read: Callable[[str], list[str]]) -> None:
    text = f"{BODY}Phụ lục I\nMỘT\n\n1. Một.\n\nPhụ lục II {{ngang}}\nHAI\n\n| a | b |\n\n2. Hai."
    document = parse(text)
    assert read(text) == ["paragraph: Báo cáo kết quả."]
    assert len(document.signatures) == 1
    first, second = document.annexes
    assert (plain(first.title), first.is_landscape, len(first.blocks)) == ("MỘT", False, 1)
    assert (plain(second.title), second.is_landscape, len(second.blocks)) == ("HAI", True, 2)
