"""Many findings of one rule are shown together."""

from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.services.alike import MOST, few_of_each


def shown(words: str) -> list[tuple[str, int]]:
    return [(one, len(like)) for one, like in few_of_each(words, str)]


def test_few_findings_are_shown_one_by_one() -> None:
    assert shown("aab" * 2) == [(one, 0) for one in "aab" * 2]


def test_of_many_one_stands_for_the_rest() -> None:
    assert shown("a" * 20) == [("a", 0)] * MOST + [("a", 20 - MOST)]


def test_no_row_stands_for_a_single_finding() -> None:
    assert shown("a" * (MOST + 1)) == [("a", 0)] * (MOST + 1)


@given(st.text("abc", max_size=60))
def test_none_is_lost_and_the_order_stays(words: str) -> None:
    found = list(enumerate(words))
    seen = [
        one for first, like in few_of_each(found, lambda one: one[1]) for one in like or (first,)
    ]
    assert sorted(seen) == found
    firsts = [first for first, _like in few_of_each(found, lambda one: one[1])]
    assert firsts == sorted(firsts)
