"""Bold and italic put on words and taken off them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.model.text import Span
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.services.emphasis import BOLD, ITALIC, toggled
from ttcs_desktop.services.line_edits import applied


def turned(text: str, style: int) -> tuple[str, str]:
    """Turn what stands between two strokes; return the text and what is selected then."""
    start, end = text.index("▮"), text.rindex("▮")
    plain = text.replace("▮", "")
    end = end - 1 if end != start else start
    lines = plain.split("\n")

    def place(at: int) -> tuple[int, int]:
        return plain.count("\n", 0, at), at - (plain.rfind("\n", 0, at) + 1)

    edit = toggled(lines, place(start), place(end), style)
    if edit is None:
        return plain, ""
    changed = applied(lines, edit)
    line = changed[edit.line]
    return "\n".join(changed), line[edit.column - edit.selected : edit.column]


@pytest.mark.parametrize(
    ("before", "style", "after"),
    [
        ("thông ▮tin cơ▮ sở", BOLD, "thông **tin cơ** sở"),
        ("thông **▮tin cơ▮** sở", BOLD, "thông tin cơ sở"),
        ("thông ▮**tin cơ**▮ sở", BOLD, "thông tin cơ sở"),
        ("**thông tin ▮cơ sở▮**", BOLD, "**thông tin** cơ sở"),
        ("**thông ▮tin▮ cơ**", BOLD, "**thông** tin **cơ**"),
        ("▮một **hai** ba▮", BOLD, "**một hai ba**"),
        ("thông▮ tin ▮cơ", ITALIC, "thông *tin* cơ"),
        ("**thông ▮tin▮**", ITALIC, "**thông *tin***"),
        ("***▮cả hai▮***", BOLD, "*cả hai*"),
        ("1. ▮Một▮ hai", BOLD, "1. **Một** hai"),
        ("▮1. Một▮ hai", BOLD, "1. **Một** hai"),
        ("a ▮một\nhai▮ b", BOLD, "a **một**\n**hai** b"),
        ("| ▮a | b▮ |", BOLD, "| **a** | **b** |"),
        ("5 * 3 ▮là▮ 15", BOLD, "5 * 3 **là** 15"),
        ("một \\* ▮hai▮", ITALIC, "một \\* *hai*"),
        ("thông t▮in cơ sở", BOLD, "thông **tin** cơ sở"),
        ("thông **t▮in** cơ sở", BOLD, "thông tin cơ sở"),
        ("**tuyên truyền\nthực ▮hiện▮** Chỉ", ITALIC, "**tuyên truyền\nthực *hiện*** Chỉ"),
    ],
)
def test_words_are_dressed_and_undressed(before: str, style: int, after: str) -> None:
    text, selected = turned(before, style)
    assert text == after
    if before.count("▮") == 2 and "\n" not in before and "|" not in before:
        assert selected.strip("*") in after


def test_where_no_word_is_nothing_is_dressed() -> None:
    assert toggled(["một  hai"], (0, 4), (0, 4), BOLD) is None
    assert toggled([""], (0, 0), (0, 0), BOLD) is None


WORDS = st.lists(
    st.sampled_from(
        ["một", "**hai**", "*ba*", "***bốn***", "[[ct-07-2016]]", "\\*", "năm,", "(x)"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


def spelled(text: str) -> list[tuple[str, bool, bool]]:
    return [
        (letter, part.bold, part.italic)
        for part in InlineReader().read(text)
        for letter in (part.text if isinstance(part, Span) else part.instrument)
        if not letter.isspace()
    ]


@given(WORDS, st.data(), st.sampled_from([BOLD, ITALIC]))
def test_only_the_chosen_words_change_and_no_letter_does(
    text: str, data: st.DataObject, style: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edit = toggled([text], (0, start), (0, end), style)
    if edit is None:
        return
    before, after = spelled(text), spelled("\n".join(applied([text], edit)))
    assert [letter for letter, *_ in after] == [letter for letter, *_ in before]
    other = 2 if style == BOLD else 1
    assert [one[other] for one in after] == [one[other] for one in before]
