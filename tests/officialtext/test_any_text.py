"""Whatever is typed or pasted gives a tree, soon."""

import gc
import statistics
import time
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from officialtext.texts import texts

from ttcs_desktop.model.document import Document, Item, Paragraph
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse

SYLLABLES = [
    "Tuyên",
    "truyền",
    "cơ",
    "sở",
    "Đảng",
    "ủy",
    "xã",
    "đạt",
    "95%",
    "(khóa",
    "XII)",
    "“dân",
]


@given(
    texts
    | st.text()
    | st.text(st.characters(codec="utf-16", categories=["Cs", "Cc", "Cf", "Zl", "Zs", "Lu", "Po"]))
)
@example("\ud800\udfff")
@example("+++\na\n+++")
@example("\x00\x0b\x0c\x85\u2028")
@example("Số \u00a0ngày")
@example("Khánh Hòa, ngày \u0660 tháng \u06f9 năm \u0660")
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_a_tree_that_knows_its_lines(text: str) -> None:
    document = parse(text)
    assert isinstance(document, Document)
    count = len(text.splitlines()) + 1
    blocks = (*document.blocks, *document.closing_notes)
    assert all(1 <= block.line <= count for block in blocks)
    assert all(0 <= problem.line <= count for problem in document.problems)


@given(
    st.lists(
        st.lists(st.sampled_from(SYLLABLES), min_size=3, max_size=30).map(
            lambda words: f"Việc {' '.join(words)}."
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n\n", "\n \t\n"]),
)
@settings(max_examples=100, deadline=None)
def test_sentences_are_paragraphs_word_for_word(sentences: list[str], gap: str) -> None:
    document = parse(gap.join(sentences))
    assert [plain(block.content) for block in document.blocks if isinstance(block, Paragraph)] == (
        sentences
    )


@given(st.lists(st.sampled_from([*SYLLABLES, "**", "*", " * ", "***"]), max_size=30))
@settings(max_examples=200, deadline=None)
def test_unmatched_marks_are_never_lost(pieces: list[str]) -> None:
    """Every asterisk is either printed or one of a pair: what is left over is even."""
    text = "Việc " + "".join(pieces) + "."
    (block,) = parse(text).blocks
    assert isinstance(block, Paragraph | Item)
    kept = plain(block.content)
    assert "".join(kept.replace("*", "").split()) == "".join(text.replace("*", "").split())
    assert (text.count("*") - kept.count("*")) % 2 == 0


TYPED = count()


def _seconds(text: str) -> float:
    """Return how long the processor reads a text that it has not seen in exactly this form.

    What earlier tests left in memory is not swept meanwhile.
    """
    text = f"{text}{next(TYPED)}"
    gc.disable()
    try:
        start = time.process_time()
        parse(text)
        return time.process_time() - start
    finally:
        gc.enable()


def _long(seed: str, times: int) -> str:
    start, end = seed.index("Thực hiện Hướng dẫn"), seed.index("(Gửi kèm")
    return seed[:start] + seed[start:end] * times + seed[end:]


def test_it_keeps_up_with_typing(seed_text: str) -> None:
    """A text of 4 pages takes about 1 ms, one of 40 about 5 ms; here a slow machine is allowed."""
    forty_pages = _long(seed_text, 10)
    parse(seed_text)
    assert statistics.median(_seconds(seed_text) for _ in range(9)) < 0.02
    assert statistics.median(_seconds(forty_pages) for _ in range(5)) < 0.15


def test_ten_megabytes_are_read(seed_text: str) -> None:
    text = _long(seed_text, 1200)
    assert len(text.encode()) > 10_000_000
    start = time.process_time()
    document = parse(text)
    assert time.process_time() - start < 10
    assert len(document.blocks) == 31 * 1200


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A ",
        "*",
        "* ",
        "*a",
        "*a* ",
        "**a *b** c* ",
        "\\",
        "[",
        "[[a",
        "[^",
        "[^1]",
        "(",
        "( ",
        ")",
        "} ",
        "-",
        "- ",
        "= ",
        "| ",
        "||",
        "1.",
        "1-1",
        "I.",
        "….",
        ".,;",
        "Số ",
        "Số: 1/",
        "ngày 1 tháng ",
        "Nơi nhận: ",
        "Lưu: ",
        "mười một ",
        "Phần mười ",
        "TRƯỞNG ",
        "\u00a0",
        "\t",
        "    ",
        "a\u0301",
    ],
)
@pytest.mark.parametrize("lead", ["", "- ", "Số ", "Nơi nhận:\n- ", "KẾ HOẠCH\n\n**"])
def test_no_line_is_read_in_quadratic_time(lead: str, unit: str) -> None:
    """Twelve times the text would take 144 times as long; noise is allowed for."""
    text = unit * (5_000 // len(unit))
    short = min(_seconds(lead + text) for _ in range(3))
    long = min(_seconds(lead + text * 12) for _ in range(2))
    assert long < max(60 * short, 0.15)


@pytest.mark.parametrize(
    "unit",
    [
        "a\n\n",
        "A\n",
        "a\nB\n",
        "- a\n",
        "| a |\n",
        "[^1]: a\n",
        "1. ",
        "\f",
        "=== ngắt trang ===\n",
        "a\n=== ngắt trang ===\n",
    ],
)
def test_no_text_is_read_in_quadratic_time(unit: str) -> None:
    text = unit * (6_000 // len(unit))
    short = min(_seconds(text) for _ in range(3))
    long = min(_seconds(text * 12) for _ in range(2))
    assert long < max(60 * short, 0.15)
