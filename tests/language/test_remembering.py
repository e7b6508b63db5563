"""What was worked out about a text is kept, within bounds."""

from ttcs_desktop.language.remembering import LONGEST, MOST, Finder, remembered


def test_a_text_that_comes_again_is_not_worked_out_again() -> None:
    asked: list[str] = []

    @remembered
    def letters(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [letters("Điều 1"), letters("Điều " + "1")] == [6, 6]
    assert asked == ["Điều 1"]


def test_a_text_longer_than_any_paragraph_is_not_kept() -> None:
    asked: list[int] = []

    @remembered
    def letters(text: str) -> int:
        asked.append(len(text))
        return len(text)

    for length in (LONGEST, LONGEST + 1):
        assert [letters("a" * length), letters("a" * length)] == [length, length]
    assert asked == [LONGEST, LONGEST + 1, LONGEST + 1]


def test_only_the_last_texts_are_kept() -> None:
    asked: list[str] = []

    @remembered
    def itself(text: str) -> str:
        asked.append(text)
        return text

    for number in range(MOST + 1):
        itself(str(number))
    itself("0")
    itself(str(MOST))
    assert asked[-2:] == [str(MOST), "0"]


def test_a_pattern_finds_the_same_places_the_second_time() -> None:
    finder = Finder(r"(?i)b(\d)")
    for text in ("a b1 B2", "b1" * LONGEST, ""):
        first = [(one.span(), one[1]) for one in finder.finditer(text)]
        assert [(one.span(), one[1]) for one in finder.finditer(text)] == first
        assert len(first) == text.lower().count("b")
    assert [one.start() for one in finder.finditer("b1 b2", 1)] == [3]
    assert [one.start() for one in finder.finditer("b1 b2")] == [0, 3]
