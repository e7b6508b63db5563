"""The outbox in the database: each letter is taken by one sender, and never forgotten."""

import datetime
import threading
from pathlib import Path

import pytest

from ttcs_desktop.errors import UnknownError, UserError
from ttcs_desktop.model.mail import Delivery, DeliveryState, LetterState, Mail, MailAddress
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.letters import Letters
from ttcs_desktop.registry.location import Location, locate

MAIL = Mail((MailAddress("a@b.vn", "A"), MailAddress("c@d.vn")), "Kế hoạch", "", recipient="Các sở")
LATER = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def letters(request: pytest.FixtureRequest, tmp_path: Path) -> Letters:
    if request.param == "sqlite":
        return Letters(Database(locate(tmp_path)))
    return Letters(Database(Location(None, request.getfixturevalue("postgresql"))))


def approved(letters: Letters, message_id: str) -> int:
    letter = letters.put_in(MAIL, b"Subject: x\r\n", message_id, "a.docx")
    return letters.approve(letter.id, "Nguyễn Văn A").id


def test_a_letter_is_taken_once_handed_over_once_and_noted(letters: Letters) -> None:
    letter_id = approved(letters, "<1@b.vn>")
    taken = letters.take_next("ours", LATER)
    assert taken is not None
    assert (taken.id, taken.state) == (letter_id, LetterState.SENDING)
    assert letters.take_next("theirs", LATER) is None
    answers = {
        "a@b.vn": Delivery("a@b.vn", state=DeliveryState.HANDED_OVER),
        "c@d.vn": Delivery("c@d.vn", state=DeliveryState.REFUSED, reply="550 no"),
    }
    assert not letters.note_offer(letter_id, "theirs", answers, LATER)
    assert letters.note_offer(letter_id, "ours", answers, LATER)
    assert not letters.note_offer(letter_id, "ours", answers, LATER)
    (held,) = letters.held()
    assert (held.letter.id, held.holder) == (letter_id, "ours")
    sent = letters.note_answer(letter_id, "ours", DeliveryState.SENT, "250 ok")
    assert sent.state is LetterState.SENT
    assert [one.reply for one in sent.deliveries] == ["250 ok", "550 no"]
    assert letters.held() == ()
    assert letters.content(letter_id) == b"Subject: x\r\n"


def test_a_slow_sender_that_was_given_up_can_still_say_that_it_went(letters: Letters) -> None:
    letter_id = approved(letters, "<2@b.vn>")
    letters.take_next("slow", LATER)
    answers = {one.email: Delivery(one.email, state=DeliveryState.HANDED_OVER) for one in MAIL.to}
    assert letters.note_offer(letter_id, "slow", answers, LATER)
    letters.strand(letter_id, "slow", "có thể")
    assert letters.letter(letter_id).state is LetterState.UNSURE
    assert letters.take_next("other", LATER) is None
    noted = letters.note_answer(letter_id, "other", DeliveryState.REFUSED, "")
    assert noted.state is LetterState.UNSURE
    assert letters.note_answer(letter_id, "slow", DeliveryState.SENT, "").state is LetterState.SENT
    with pytest.raises(UserError):
        letters.settle(letter_id, has_gone=True)


def test_a_sender_that_lost_its_claim_may_not_hand_over(letters: Letters) -> None:
    letter_id = approved(letters, "<3@b.vn>")
    letters.take_next("slow", LATER)
    letters.strand(letter_id, "slow", "")
    taken = letters.take_next("next", LATER)
    assert taken is not None
    answers = {"a@b.vn": Delivery("a@b.vn", state=DeliveryState.HANDED_OVER)}
    assert not letters.note_offer(letter_id, "slow", answers, LATER)
    letters.put_back(letter_id, "next", "bị cắt", LATER, tried=True)
    waiting = letters.letter(letter_id)
    assert (waiting.attempts, waiting.note, waiting.next_try) == (1, "bị cắt", LATER)
    assert letters.take_next("next", LATER) is None
    letters.withdraw(letter_id)


def test_many_senders_share_the_letters(letters: Letters) -> None:
    wanted = {approved(letters, f"<many{number}@b.vn>") for number in range(20)}
    taken: list[int] = []

    def take(name: str) -> None:
        while letter := letters.take_next(name, LATER):
            taken.append(letter.id)

    threads = [threading.Thread(target=take, args=(f"sender {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(wanted)


def test_an_empty_outbox_makes_no_database(tmp_path: Path) -> None:
    letters = Letters(Database(locate(tmp_path)))
    assert (letters.letters(), letters.held()) == ((), ())
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UnknownError, match="không có thư 7"):
        letters.letter(7)
