"""A letter goes once and only once, and only with the clerk's yes."""

import dataclasses
import datetime
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest
import sqlalchemy as sa
from mail_server import PASSWORD, SENDER, Server, cutting_proxy, free_port, mail_server

from ttcs_desktop.delivery.mail.message import read_message
from ttcs_desktop.delivery.mail.server import MailboxError, PasswordError
from ttcs_desktop.errors import UserError
from ttcs_desktop.model.mail import (
    Attachment,
    DeliveryState,
    Letter,
    LetterState,
    Mail,
    MailAccount,
    MailAddress,
    Security,
)
from ttcs_desktop.registry.tables import LetterRow
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.outbox import Outbox
from ttcs_desktop.services.outbox_words import letter_story, letter_word

ADDRESSES = ("dang-uy-nam-cam-ranh@khanhhoa.gov.vn", "so-tu-phap@khanhhoa.gov.vn")
MAIL = Mail(
    to=tuple(MailAddress(one, "Văn thư") for one in ADDRESSES),
    subject="Kế hoạch số 05-KH/BTGTU về thông tin cơ sở năm 2027",
    body="Kính gửi các đồng chí.\n.\nMột dòng chỉ có dấu chấm ở trên.",
    attachments=(Attachment("Kế hoạch thông tin cơ sở.pdf", b"%PDF-1.7 \r\n.\r\n" * 50),),
    sender=MailAddress(SENDER, "Ban Tuyên giáo Tỉnh uỷ"),
    recipient="Các đảng uỷ",
)


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keyring.core.init_backend()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with mail_server(tmp_path) as running:
        yield running


@pytest.fixture
def outbox(server: Server) -> Outbox:
    return Outbox(Library(), server.account)


def right_password(_account: MailAccount) -> str:
    return PASSWORD


def put_in(outbox: Outbox, *mails: Mail) -> tuple[Letter, ...]:
    """Put letters in with the clerk's yes."""
    letters = outbox.put_in(mails or (MAIL,), "ke-hoach.docx")
    return tuple(outbox.approve(letter.id, "Nguyễn Văn A") for letter in letters)


def make_due(outbox: Outbox) -> None:
    """Let the time pass that a letter waits for its next attempt."""
    with outbox.library.database.writing() as session:
        session.execute(sa.update(LetterRow).values(next_try=None))


def states(letter: Letter) -> dict[str, DeliveryState]:
    return {one.email: one.state for one in letter.deliveries}


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
@pytest.mark.parametrize("security", Security)
def test_a_letter_goes_over_an_encrypted_way_word_for_word(
    tmp_path: Path, security: Security
) -> None:
    with mail_server(tmp_path, security) as server:
        outbox = Outbox(Library(), server.account)
        (letter,) = put_in(outbox)
        (sent,) = outbox.send_due(right_password).letters
    (taken,) = server.taken
    assert sent.state is LetterState.SENT
    assert sent.sent_at is not None
    assert set(states(sent).values()) == {DeliveryState.SENT}
    assert taken.sender == SENDER
    assert taken.addresses == ADDRESSES
    assert taken.message_id == letter.message_id
    arrived = read_message(taken.content)
    assert arrived == dataclasses.replace(MAIL, recipient="")
    assert b"Date: " in taken.content
    assert outbox.send_due(right_password).letters == ()
    assert len(server.taken) == 1


def test_nothing_goes_without_a_yes(outbox: Outbox, server: Server) -> None:
    kept, withdrawn = outbox.put_in((MAIL, MAIL))
    outbox.withdraw(withdrawn.id)
    asked: list[MailAccount] = []
    assert outbox.send_due(asked.append).letters == ()
    assert (asked, server.taken) == ([], [])
    approved = outbox.approve(kept.id, "Nguyễn Văn A")
    assert approved.approved_by == "Nguyễn Văn A"
    assert approved.approved_at is not None
    with pytest.raises(UserError, match="không còn ở bước"):
        outbox.approve(withdrawn.id)
    outbox.send_due(right_password)
    assert [one.message_id for one in server.taken] == [kept.message_id]
    assert [one.state for one in outbox.letters()] == [LetterState.SENT, LetterState.WITHDRAWN]


def test_what_went_or_will_go_is_shown_before_the_same_is_put_in_again(outbox: Outbox) -> None:
    assert outbox.earlier("ke-hoach.docx", MAIL.recipient) == ()
    (letter,) = put_in(outbox)
    assert [one.id for one in outbox.earlier("ke-hoach.docx", MAIL.recipient)] == [letter.id]
    assert outbox.earlier("khac.docx", MAIL.recipient) == ()
    assert [one.id for one in outbox.due()] == [letter.id]
    outbox.withdraw(letter.id)
    assert (outbox.earlier("ke-hoach.docx", MAIL.recipient), outbox.due()) == ((), ())


def test_a_letter_can_be_looked_at_before_the_yes(outbox: Outbox) -> None:
    (letter,) = outbox.put_in((MAIL,))
    assert outbox.mail(letter.id) == dataclasses.replace(MAIL, recipient="")
    assert letter.size > len(MAIL.attachments[0].data)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"to": ()}, "chưa có địa chỉ"),
        ({"sender": None}, "chưa có địa chỉ"),
        ({"to": (MailAddress("văn-thư@co-quan.vn"),)}, "văn-thư@co-quan.vn"),
        ({"to": (MailAddress("a@b.vn\r\nBcc: x@y.vn"),)}, "không gửi được"),
    ],
)
def test_a_letter_without_a_sound_address_is_not_taken_in(
    outbox: Outbox, change: dict[str, object], told: str
) -> None:
    with pytest.raises(UserError, match=told):
        outbox.put_in((MAIL, dataclasses.replace(MAIL, **change)))  # type: ignore[arg-type]
    assert outbox.letters() == ()


def test_it_waits_for_a_network(outbox: Outbox, server: Server) -> None:
    (letter,) = put_in(outbox)
    away = Outbox(outbox.library, dataclasses.replace(server.account, port=free_port()))
    tried = away.send_due(right_password)
    assert "Chưa nối được" in tried.stopped
    (waiting,) = outbox.letters(LetterState.WAITING)
    assert (waiting.id, waiting.attempts, waiting.next_try) == (letter.id, 0, None)
    outbox.send_due(right_password)
    assert len(server.taken) == 1


def test_what_is_behind_is_told_and_sending_can_be_stopped_between_letters(
    outbox: Outbox, server: Server
) -> None:
    letters = put_in(outbox, *(dataclasses.replace(MAIL, subject=f"Thư {at}") for at in range(3)))
    told = []

    class Stop(Exception):  # noqa: N818
        pass

    def report(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        outbox.send_due(right_password, report)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert len(server.taken) == 2
    states = {one.id: one.state for one in outbox.letters()}
    assert [states[one.id] for one in letters] == [
        LetterState.SENT, LetterState.SENT, LetterState.WAITING,
    ]  # fmt: skip
    outbox.send_due(right_password)
    assert len({one.message_id for one in server.taken}) == len(server.taken) == 3


def test_a_password_is_asked_for_where_no_keyring_has_it(outbox: Outbox) -> None:
    assert outbox.needs_password()
    assert not Outbox(Library(), dataclasses.replace(outbox.account, user="")).needs_password()


def test_an_address_put_off_is_tried_again_later_and_the_others_only_once(
    outbox: Outbox, server: Server
) -> None:
    grey = "451 4.7.1 Greylisted, try again in 5 minutes"
    server.behaviour.to_address = lambda one: grey if one == ADDRESSES[1] else "250 OK"
    put_in(outbox)
    (tried,) = outbox.send_due(right_password).letters
    assert tried.state is LetterState.WAITING
    assert list(states(tried).values()) == [DeliveryState.SENT, DeliveryState.WAITING]
    assert tried.deliveries[1].reply == grey
    assert tried.next_try is not None
    wait = tried.next_try - datetime.datetime.now(datetime.UTC)
    assert datetime.timedelta(minutes=4) < wait <= datetime.timedelta(minutes=5)
    assert f"máy chủ hẹn gửi lại ({grey}). Gửi lại lúc" in letter_story(tried)
    assert outbox.send_due(right_password).letters == ()
    make_due(outbox)
    (tried,) = outbox.send_due(right_password).letters
    wait = tried.next_try - datetime.datetime.now(datetime.UTC)  # type: ignore[operator]
    assert datetime.timedelta(minutes=14) < wait <= datetime.timedelta(minutes=15)
    server.behaviour.to_address = lambda _one: "250 OK"
    make_due(outbox)
    (tried,) = outbox.send_due(right_password).letters
    assert tried.state is LetterState.SENT
    assert [one.addresses for one in server.taken] == [ADDRESSES[:1], ADDRESSES[1:]]
    assert len({one.message_id for one in server.taken}) == 1


def test_a_letter_put_off_for_days_is_given_up(outbox: Outbox, server: Server) -> None:
    server.behaviour.to_letter = lambda: "452 4.3.1 Insufficient system storage"
    put_in(outbox)
    (tried,) = outbox.send_due(right_password).letters
    assert tried.state is LetterState.WAITING
    make_due(outbox)
    long_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=6)
    with outbox.library.database.writing() as session:
        session.execute(sa.update(LetterRow).values(approved_at=long_ago))
    (tried,) = outbox.send_due(right_password).letters
    assert tried.state is LetterState.REFUSED
    assert "Insufficient" in tried.deliveries[0].reply


def test_a_refused_address_is_told_with_the_words_of_the_server(
    outbox: Outbox, server: Server
) -> None:
    refused = "550 5.1.1 No such mailbox"
    server.behaviour.to_address = lambda one: refused if one == ADDRESSES[0] else "250 OK"
    put_in(outbox)
    (tried,) = outbox.send_due(right_password).letters
    assert tried.state is LetterState.SENT
    assert list(states(tried).values()) == [DeliveryState.REFUSED, DeliveryState.SENT]
    assert tried.deliveries[0].reply == refused
    assert [one.addresses for one in server.taken] == [ADDRESSES[1:]]
    assert letter_story(tried) == (
        f"{ADDRESSES[0]}: bị từ chối ({refused}). {ADDRESSES[1]}: máy chủ đã nhận."
    )
    make_due(outbox)
    assert outbox.send_due(right_password).letters == ()


def test_a_letter_that_is_refused_whole_is_not_tried_again(outbox: Outbox, server: Server) -> None:
    server.behaviour.to_letter = lambda: "552 5.3.4 Message too big"
    put_in(outbox)
    (tried,) = outbox.send_due(right_password).letters
    assert tried.state is LetterState.REFUSED
    make_due(outbox)
    assert outbox.send_due(right_password).letters == ()
    assert server.taken == []


def test_a_certificate_that_does_not_verify_stops_everything(
    outbox: Outbox, server: Server
) -> None:
    put_in(outbox)
    for account in (
        dataclasses.replace(server.account, authority_file=server.other_authority),
        dataclasses.replace(server.account, authority_file=""),
    ):
        with pytest.raises(MailboxError, match="không xác thực được"):
            Outbox(outbox.library, account).send_due(right_password)
    assert server.taken == []
    assert [one.state for one in outbox.letters()] == [LetterState.WAITING]


def test_a_certificate_for_another_name_does_not_verify(outbox: Outbox, server: Server) -> None:
    put_in(outbox)
    with cutting_proxy(server.account.port, host="127.0.0.2") as port:
        elsewhere = dataclasses.replace(server.account, host="127.0.0.2", port=port)
        with pytest.raises(MailboxError, match="không xác thực được"):
            Outbox(outbox.library, elsewhere).send_due(right_password)


def test_a_server_without_encryption_is_not_used(outbox: Outbox, server: Server) -> None:
    put_in(outbox)
    wrong_way = dataclasses.replace(server.account, security=Security.TLS)
    with pytest.raises(MailboxError, match="mã hoá"):
        Outbox(outbox.library, wrong_way).send_due(right_password)
    assert server.taken == []


def test_a_wrong_password_is_told_and_the_letter_waits(outbox: Outbox, server: Server) -> None:
    put_in(outbox)
    with pytest.raises(PasswordError, match="mật khẩu") as told:
        outbox.send_due(lambda _account: "sai")
    assert PASSWORD not in str(told.value)
    assert "sai" not in str(told.value).split()
    with pytest.raises(UserError, match="Chưa có mật khẩu"):
        outbox.send_due(lambda _account: None)
    assert outbox.letters()[0].attempts == 0
    outbox.send_due(right_password)
    assert len(server.taken) == 1


class Memory(keyring.backend.KeyringBackend):
    """A keyring that keeps passwords in memory."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_the_password_is_kept_in_a_keyring_once_it_proved_right(
    outbox: Outbox, server: Server
) -> None:
    memory = Memory()
    keyring.set_keyring(memory)
    put_in(outbox, MAIL)
    with pytest.raises(PasswordError):
        outbox.send_due(lambda _account: "sai")
    assert memory.kept == {}
    outbox.send_due(right_password)
    assert list(memory.kept.values()) == [PASSWORD]
    put_in(outbox, MAIL)
    outbox.send_due(lambda _account: pytest.fail("nobody is asked again"))
    assert len(server.taken) == 2
    memory.kept = dict.fromkeys(memory.kept, "đã đổi")
    put_in(outbox, MAIL)
    with pytest.raises(PasswordError):
        outbox.send_due(right_password)
    assert memory.kept == {}


def test_a_password_is_written_to_no_file(outbox: Outbox) -> None:
    put_in(outbox)
    outbox.send_due(right_password)
    kept = b"".join(one.read_bytes() for one in outbox.library.own.rglob("*") if one.is_file())
    assert PASSWORD.encode() not in kept


def test_a_line_cut_within_a_large_letter_sends_it_again(outbox: Outbox, server: Server) -> None:
    large = Attachment("Phụ lục.pdf", os.urandom(12_000_000))
    put_in(outbox, dataclasses.replace(MAIL, attachments=(large,)))
    with cutting_proxy(server.account.port, bytes_let_through=200_000) as port:
        cut = Outbox(outbox.library, dataclasses.replace(server.account, port=port))
        assert "bị cắt" in cut.send_due(right_password).stopped
    (waiting,) = outbox.letters()
    assert waiting.state is LetterState.WAITING
    assert server.taken == []
    make_due(outbox)
    outbox.send_due(right_password)
    assert [read_message(one.content).attachments for one in server.taken] == [(large,)]


def test_a_line_cut_before_the_answer_leaves_it_to_the_clerk(
    outbox: Outbox, server: Server
) -> None:
    server.behaviour.may_answer.clear()
    put_in(outbox)
    with cutting_proxy(server.account.port) as port:
        cut = Outbox(outbox.library, dataclasses.replace(server.account, port=port))
        sending = threading.Thread(target=cut.send_due, args=(right_password,))
        sending.start()
        assert server.behaviour.reached_data.wait(10)
    sending.join(timeout=30)
    server.behaviour.may_answer.set()
    (unsure,) = outbox.letters()
    assert unsure.state is LetterState.UNSURE
    make_due(outbox)
    assert outbox.send_due(right_password).letters == ()
    assert len(server.taken) == 1
    settled = outbox.settle(unsure.id, has_gone=True)
    assert settled.state is LetterState.SENT


KILLED = """
import sys
from pathlib import Path
from ttcs_desktop.codec import from_json
from ttcs_desktop.model.mail import MailAccount
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.outbox import Outbox
from ttcs_desktop.services.outbox_words import letter_story, letter_word
account = from_json(sys.argv[1], MailAccount, where="")
Outbox(Library(), account).send_due(lambda _account: sys.argv[2])
"""


def start_sending(account: MailAccount) -> "subprocess.Popen[bytes]":
    from ttcs_desktop.codec import to_json

    return subprocess.Popen([sys.executable, "-c", KILLED, to_json(account).decode(), PASSWORD])


def test_a_sender_killed_between_handing_over_and_noting_it_down_does_not_send_twice(
    outbox: Outbox, server: Server
) -> None:
    server.behaviour.may_answer.clear()
    (letter,) = put_in(outbox)
    sender = start_sending(server.account)
    assert server.behaviour.reached_data.wait(30)
    assert outbox.letters()[0].state is LetterState.HANDED_OVER
    sender.send_signal(signal.SIGKILL)
    sender.wait()
    server.behaviour.may_answer.set()
    (unsure,) = outbox.letters()
    assert unsure.state is LetterState.UNSURE
    assert set(states(unsure).values()) == {DeliveryState.UNSURE}
    assert letter_word(unsure.state) == "có thể đã gửi"
    assert letter_story(unsure).startswith("Máy dừng giữa lúc gửi nên có thể thư đã đi; không tự")
    assert letter_story(unsure).endswith("Hỏi nơi nhận, rồi ghi là đã gửi hoặc đồng ý gửi lại.")
    make_due(outbox)
    assert outbox.send_due(right_password).letters == ()
    assert [one.message_id for one in server.taken] == [letter.message_id]
    again = outbox.settle(unsure.id, has_gone=False)
    assert (again.state, again.approved_at) == (LetterState.ASKED, None)
    assert outbox.send_due(right_password).letters == ()
    outbox.approve(again.id)
    outbox.send_due(right_password)
    assert [one.message_id for one in server.taken] == [letter.message_id] * 2


def test_a_sender_killed_before_handing_over_is_followed_by_the_next(
    outbox: Outbox, server: Server
) -> None:
    reached = threading.Event()

    def hang(_address: str) -> str:
        reached.set()
        time.sleep(1)
        return "250 OK"

    server.behaviour.to_address = hang
    put_in(outbox)
    sender = start_sending(server.account)
    assert reached.wait(30)
    sender.send_signal(signal.SIGKILL)
    sender.wait()
    server.behaviour.to_address = lambda _address: "250 OK"
    assert outbox.letters()[0].state is LetterState.WAITING
    outbox.send_due(right_password)
    assert len(server.taken) == 1


def test_two_processes_and_a_window_never_send_the_same_letter_twice(
    outbox: Outbox, server: Server
) -> None:
    letters = put_in(outbox, *[MAIL] * 30)
    senders = [start_sending(server.account) for _number in range(2)]
    outbox.send_due(right_password)
    assert [sender.wait(timeout=60) for sender in senders] == [0, 0]
    sent = Counter(one.message_id for one in server.taken)
    assert sent == Counter(letter.message_id for letter in letters)
    assert {one.state for one in outbox.letters()} == {LetterState.SENT}
    assert list((outbox.library.own / "outbox").iterdir()) == []


@pytest.fixture
def full_disk(outbox: Outbox) -> Callable[[], None]:
    """Let the database grow no further, as on a full disk."""

    def fill() -> None:
        engine = outbox.library.database._opened()

        def limit(connection: sa.Connection) -> None:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            pages = raw.execute("PRAGMA page_count").fetchone()[0]
            raw.execute(f"PRAGMA max_page_count = {pages}")

        sa.event.listen(engine, "begin", limit, insert=True)

    return fill


def test_a_full_disk_takes_no_letter_in(outbox: Outbox, full_disk: Callable[[], None]) -> None:
    put_in(outbox)
    full_disk()
    large = dataclasses.replace(MAIL, attachments=(Attachment("a.pdf", os.urandom(900_000)),))
    with pytest.raises(UserError, match="đầy"):
        outbox.put_in((large,))
    assert len(outbox.letters()) == 1


def test_a_disk_full_after_sending_tells_that_it_has_gone(
    outbox: Outbox, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ttcs_desktop.errors import WriteError
    from ttcs_desktop.registry.letters import Letters

    def fail(*_said: object) -> Letter:
        raise WriteError("Ổ đĩa đã đầy, chưa ghi được vào sổ dữ liệu.")

    put_in(outbox)
    with monkeypatch.context() as broken:
        broken.setattr(Letters, "note_answer", fail)
        with pytest.raises(UserError, match="đã gửi nhưng chưa ghi lại được"):
            outbox.send_due(right_password)
    assert len(server.taken) == 1
    (unsure,) = outbox.letters()
    assert unsure.state is LetterState.UNSURE
    make_due(outbox)
    outbox.send_due(right_password)
    assert len(server.taken) == 1


def test_without_a_mailbox_the_clerk_is_told_where_to_set_it_up(outbox: Outbox) -> None:
    put_in(outbox)
    with pytest.raises(UserError, match="Chưa khai báo hộp thư"):
        Outbox(outbox.library, MailAccount()).send_due(right_password)
