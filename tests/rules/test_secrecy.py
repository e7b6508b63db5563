"""What is not done with a secret document, and how it is said."""

import pytest

from ttcs_desktop.model.document import Marks
from ttcs_desktop.rules.secrecy import Trace, is_secret, refusal


@pytest.mark.parametrize("trace", Trace)
def test_a_secret_document_leaves_no_trace_and_a_sentence_says_which(trace: Trace) -> None:
    told = refusal(Marks(secrecy="mật"), trace)
    assert told.startswith("Văn bản đóng dấu MẬT nên không")
    assert told.endswith(".")
    others = {refusal(Marks(secrecy="Mật"), other) for other in Trace}
    assert len(others) == len(Trace)


@pytest.mark.parametrize("trace", Trace)
def test_other_marks_forbid_nothing(trace: Trace) -> None:
    assert refusal(Marks(urgency="HOẢ TỐC", circulation="LƯU HÀNH NỘI BỘ"), trace) == ""


def test_room_left_for_the_mark_is_no_mark() -> None:
    assert not is_secret(Marks(secrecy="  "))
