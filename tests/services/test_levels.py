"""Tab, Shift+Tab and Enter on numbered paragraphs: what a clerk expects of the marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.services.levels import deeper, going_on, higher, mark_of
from ttcs_desktop.services.line_edits import Edit, applied


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().split("/")]


def after(text: str, edit: Edit | None) -> str:
    assert edit is not None
    return " / ".join(line.rstrip() for line in applied(lines(text), edit))


def end(text: str, at: int) -> int:
    return len(lines(text)[at])


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("I. A / II. B / III. C", "I. A / 1. B / II. C"),
        ("I- A / II- B / 1- x / III- C", "I- A / 1- B / 2- x / II- C"),
        ("1. A / 2. B / 3. C / 4. D", "1. A / a) B / 2. C / 3. D"),
        ("1. A / a) x / 2. B / 3. C", "1. A / a) x / b) B / 2. C"),
        ("a) A / b) B / c) C", "a) A / - B / b) C"),
        ("- A / - B / - C", "- A / + B / - C"),
        ("+ A / + B", "+ A / + B"),
        ("1. A / - x / 2. B", "1. A / - x / - B"),
        ("1. A / 1.1. x / 1.2. y / 2. B / 2.1. z", "1. A / 1.1. x / 1.2. y / 1.3. B / 1.4. z"),
        ("Điều 1. A / Điều 2. B / Điều 3. C", "Điều 1. A / 1. B / Điều 2. C"),
        ("**1. A** / **2. B**", "**1. A** / **a) B**"),
    ],
)  # fmt: skip
def test_tab_makes_the_second_item_one_level_deeper(before: str, expected: str) -> None:
    given_lines = lines(before)
    marks = [at for at, line in enumerate(given_lines) if mark_of(line)]
    top = [at for at in marks if mark_of(given_lines[at]).level is mark_of(given_lines[0]).level]
    at = top[1]
    assert after(before, deeper(given_lines, at, at, end(before, at))) == expected


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        ("I. A / 1. x / 2. y / II. B", 2, "I. A / 1. x / II. y / III. B"),
        ("1. A / a) x / b) y / c) z / 2. B", 2, "1. A / a) x / 2. y / a) z / 3. B"),
        ("1. A / - x / 2. B", 1, "1. A / 2. x / 3. B"),
        ("a) A / - x / + y", 2, "a) A / - x / - y"),
        ("I. A / II. B", 1, "I. A / II. B"),
        ("Điều 1. A / 1. x / Điều 2. B", 1, "Điều 1. A / Điều 2. x / Điều 3. B"),
    ],
)
def test_shift_tab_lets_an_item_follow_the_one_above_it(
    before: str, at: int, expected: str
) -> None:
    assert after(before, higher(lines(before), at, at, end(before, at))) == expected


def test_the_letters_of_points_are_vietnamese() -> None:
    letters = "abcdđeghiklmnopqrstuvxy"
    text = " / ".join(["1. Đầu", *(f"{one}) x" for one in letters[:-1])])
    edit = going_on(lines(text), len(letters) - 1, end(text, len(letters) - 1))
    assert after(text, edit).split(" / ")[-1] == "y)"
    assert mark_of("đ) x") is not None
    assert mark_of("f) x") is None


def test_numbers_that_were_meant_otherwise_stay() -> None:
    text = "1. A / 2. B / 7. C / 8. D / I. Phụ / 1. E"
    assert after(text, deeper(lines(text), 1, 1, 0)) == "1. A / a) B / 7. C / 8. D / I. Phụ / 1. E"


def test_several_selected_items_move_together_and_back() -> None:
    text = "I. M / 1. A / 2. B / a) x / 3. C / 4. D"
    down = deeper(lines(text), 2, 4, 0)
    moved = after(text, down)
    assert moved == "I. M / 1. A / a) B / - x / b) C / 2. D"
    assert after(moved, higher(lines(moved), 2, 4, 0)) == text


def test_tab_and_back_leaves_the_text_as_it_was_wherever_it_was() -> None:
    text = "I. M / 1. A / 2. B / a) x / b) y / 3. C / II. N / 1. E / 2. F"
    for at in (1, 2, 4, 5, 8):
        moved = applied(lines(text), deeper(lines(text), at, at, 0))  # type: ignore[arg-type]
        assert " / ".join(moved) != text
        back = applied(moved, higher(moved, at, at, 0))  # type: ignore[arg-type]
        if at != 1:  # the first of its kind comes back behind what it stood under
            assert " / ".join(back) == text


def test_the_cursor_stays_at_its_word() -> None:
    text = ["I. A", "II. Bốn", "III. C"]
    edit = deeper(text, 1, 1, len("II. Bố"))
    assert edit is not None
    assert (edit.line, edit.column) == (1, len("1. Bố"))


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        ("1. A / 2. B", 0, "1. A / 2. / 3. B"),
        ("I. A / 1. x / II. B", 1, "I. A / 1. x / 2. / II. B"),
        ("d) A", 0, "d) A / đ)"),
        ("- A;", 0, "- A; / -"),
        ("1. A /  / 2. B /  / 3. C", 2, "1. A /  / 2. B /  / 3. /  / 4. C"),
        ("**1. Đầu**", 0, "**1. Đầu** / 2."),
        ("1.1. A / 1.2. B", 0, "1.1. A / 1.2. / 1.3. B"),
    ],
)
def test_enter_goes_on_with_the_next_mark(before: str, at: int, expected: str) -> None:
    edit = going_on(lines(before), at, end(before, at))
    assert after(before, edit) == expected
    assert edit is not None
    assert edit.column == len(applied(lines(before), edit)[edit.line])


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        ("1. A / a) x / b)", 2, "1. A / a) x / 2."),
        ("1. A / 2. / 3. C", 1, "1. A /  / 2. C"),
        ("I. M / 1. A / - x / -", 3, "I. M / 1. A / - x / 2."),
        ("-", 0, ""),
    ],
)
def test_enter_on_an_item_without_words_goes_a_level_up_or_ends_the_list(
    before: str, at: int, expected: str
) -> None:
    edit = going_on(lines(before), at, end(before, at))
    assert after(before, edit) == expected


@pytest.mark.parametrize("text", ["Một đoạn.", "", "Số: 12", "| 1 | 2 |", "V. I. Lê-nin", "-----"])
def test_plain_paragraphs_have_no_level(text: str) -> None:
    assert mark_of(text) is None
    assert deeper([text], 0, 0, 0) is None
    assert going_on([text], 0, len(text)) is None


def test_enter_inside_an_item_is_an_ordinary_one() -> None:
    assert going_on(["1. Một hai"], 0, len("1. Một")) is None


MARKS = st.sampled_from(["I. ", "1. ", "a) ", "- ", "+ ", "1.1. ", "", "Điều 1. ", "**2. ", "đ) "])


@given(
    st.lists(st.tuples(MARKS, st.sampled_from(["Chữ.", "", "x"])), min_size=1, max_size=12),
    st.data(),
)
def test_words_are_never_touched(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    text = [mark + words for mark, words in parts]
    at = data.draw(st.integers(0, len(text) - 1))
    for act in (deeper, higher):
        edit = act(text, at, at, len(text[at]))
        if edit is None:
            continue
        changed = applied(text, edit)
        assert len(changed) == len(text)
        for (_mark, words), line in zip(parts, changed, strict=True):
            assert line.endswith(words)
    edit = going_on(text, at, len(text[at]))
    if edit is not None:
        assert len(applied(text, edit)[edit.line]) >= edit.column
