"""From an issued document to those who get it, as a clerk does it in the window."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest
from mail_server import PASSWORD, Server, cutting_proxy, mail_server
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.hands import Until, type_into
from ui.sent_document import DRAFT, NAME, give_addresses, issued_file

from ttcs_desktop.delivery.mail.message import read_message
from ttcs_desktop.errors import UserError
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.mail import DeliveryState, LetterState
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mail_account import save_account
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.sending.letters import LettersTab
from ttcs_desktop.ui.sending.outbox import OutboxTab
from ttcs_desktop.ui.sending.screen import LETTERS, OUTBOX, SendingScreen

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keyring.core.init_backend()


@pytest.fixture
def workbench() -> Workbench:
    workbench = Workbench(Library())
    give_addresses(workbench)
    return workbench


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with mail_server(tmp_path) as running:
        save_account(running.account)
        yield running


@pytest.fixture
def screen(window: MainWindow, workbench: Workbench, tmp_path: Path, until: Until) -> SendingScreen:
    """Return the screen with the issued plan on it."""
    path = issued_file(workbench, tmp_path / "đi")
    window.send_out(DRAFT, path)
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    until(lambda: screen.desk.out)
    return screen


@pytest.fixture
def letters(screen: SendingScreen, until: Until) -> LettersTab:
    screen.tabs.setCurrentIndex(LETTERS)
    tab = screen.tabs.tab(LETTERS)
    assert isinstance(tab, LettersTab)
    until(tab.list.topLevelItemCount)
    return tab


def outbox_of(screen: SendingScreen, until: Until) -> OutboxTab:
    screen.tabs.setCurrentIndex(OUTBOX)
    tab = screen.tabs.tab(OUTBOX)
    assert isinstance(tab, OutboxTab)
    until(tab.table.rows)
    return tab


def put_in(qtbot: QtBot, letters: LettersTab, screen: SendingScreen, until: Until) -> OutboxTab:
    qtbot.mouseClick(letters.outbox_button, Qt.MouseButton.LeftButton)
    until(lambda: screen.tabs.currentIndex() == OUTBOX)
    return outbox_of(screen, until)


def states(tab: OutboxTab) -> list[LetterState]:
    return [one.state for one in tab.table.rows()]


def test_each_recipient_has_a_letter_with_address_and_files(letters: LettersTab) -> None:
    rows = [letters.list.topLevelItem(at) for at in range(letters.list.topLevelItemCount())]
    assert [(row.text(0), row.text(1), row.checkState(0)) for row in rows] == [
        ("Thường trực Tỉnh uỷ", "chưa có địa chỉ", OFF),
        ("Sở Tư pháp", "stp@khanhhoa.gov.vn", ON),
        ("Ban Tuyên giáo Tỉnh uỷ", "btg@khanhhoa.gov.vn", ON),
    ]
    assert "Chưa có địa chỉ thư" in rows[0].text(2)
    assert [box.text().partition(" (")[0] for box, _file in letters.files.boxes] == [
        f"{NAME}.docx", f"{NAME}.pdf",
    ]  # fmt: skip
    letters.list.setCurrentItem(rows[1])
    assert letters.card.to.toPlainText() == "stp@khanhhoa.gov.vn"
    assert "05-KH/ĐU" in letters.card.body.toPlainText()
    assert f"{NAME}.pdf" in letters.card.files.text()


def test_what_a_clerk_mends_in_a_letter_stays_when_its_files_change(
    letters: LettersTab, until: Until
) -> None:
    row = letters.list.topLevelItem(1)
    letters.list.setCurrentItem(row)
    type_into(letters.card.subject, "Gửi kế hoạch")
    letters.card.to.setPlainText("stp@khanhhoa.gov.vn; phong-hanh-chinh@khanhhoa.gov.vn")
    assert "phong-hanh-chinh" in row.text(1)
    box, docx = letters.files.boxes[0]
    box.setChecked(False)
    until(lambda: all(docx not in mail.attachments for mail in letters.chosen()))
    first, second = letters.chosen()
    assert first.subject == "Gửi kế hoạch"
    assert [one.email for one in first.to][1] == "phong-hanh-chinh@khanhhoa.gov.vn"
    assert [one.name for one in first.attachments] == [f"{NAME}.pdf"]
    assert f"{NAME}.docx" not in second.body


def test_letters_go_through_the_server_after_the_clerks_yes_and_the_password(
    qtbot: QtBot,
    letters: LettersTab,
    screen: SendingScreen,
    server: Server,
    window: MainWindow,
    until: Until,
) -> None:
    tab = put_in(qtbot, letters, screen, until)
    assert states(tab) == [LetterState.ASKED, LetterState.ASKED]
    tab.send()
    qtbot.wait(50)
    assert server.taken == []
    assert "(2)" in tab.yes_to_all_button.text()
    tab.password.hide()
    qtbot.mouseClick(tab.yes_to_all_button, Qt.MouseButton.LeftButton)
    until(tab.password.isVisible)
    type_into(tab.password.line, PASSWORD)
    qtbot.keyClick(tab.password.line, Qt.Key.Key_Return)
    assert tab.password.line.text() == ""
    until(lambda: states(tab) == [LetterState.SENT, LetterState.SENT])
    assert "Đã gửi 2 thư" in window.messages.text()
    assert sorted(one.addresses for one in server.taken) == [
        ("btg@khanhhoa.gov.vn",), ("stp@khanhhoa.gov.vn",),
    ]  # fmt: skip
    mail = read_message(server.taken[0].content)
    assert [one.name for one in mail.attachments] == [f"{NAME}.docx", f"{NAME}.pdf"]
    assert "máy chủ đã nhận" in tab.story.text()
    screen.tabs.setCurrentIndex(LETTERS)
    until(lambda: "đã gửi" in letters.list.topLevelItem(1).text(2))
    assert letters.chosen() == []


def test_what_is_sent_out_is_what_was_asked_for_not_what_is_being_written(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    path = issued_file(workbench, tmp_path / "đi")
    window.take_up(Draft(text="THÔNG BÁO\n\n**đang viết dở**\n", unit="btgtu"), None, None)
    window.send_out(DRAFT, path)
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    until(lambda: screen.desk.out and screen.desk.out.path == path)
    qtbot.wait(400)
    assert screen.desk.out is not None
    assert screen.desk.out.path == path


def say_yes(tab: OutboxTab, password: str, until: Until) -> None:
    """Let all letters go, with a password when it is asked for."""
    tab.approve(tab.table.rows())
    until(tab.password.isVisible)
    tab.password.given.emit(password)


def test_one_letter_goes_with_one_yes(
    qtbot: QtBot, letters: LettersTab, screen: SendingScreen, server: Server, until: Until
) -> None:
    tab = put_in(qtbot, letters, screen, until)
    tab.table.pick(lambda letter: letter.recipient == "Sở Tư pháp")
    until(lambda: tab.card.to.toPlainText() == "stp@khanhhoa.gov.vn")
    qtbot.mouseClick(tab.yes_button, Qt.MouseButton.LeftButton)
    until(tab.password.isVisible)
    tab.password.given.emit(PASSWORD)
    until(lambda: LetterState.SENT in states(tab))
    assert [one.addresses for one in server.taken] == [("stp@khanhhoa.gov.vn",)]
    assert sorted(states(tab)) == [LetterState.ASKED, LetterState.SENT]


def test_what_the_server_refuses_or_puts_off_is_told_in_its_words(
    qtbot: QtBot, letters: LettersTab, screen: SendingScreen, server: Server, until: Until
) -> None:
    server.behaviour.to_address = lambda address: (
        "550 khong co hop thu nay" if "stp" in address else "451 thu lai sau"
    )
    tab = put_in(qtbot, letters, screen, until)
    say_yes(tab, PASSWORD, until)
    until(lambda: LetterState.REFUSED in states(tab))
    tab.table.pick(lambda letter: letter.state is LetterState.REFUSED)
    assert "stp@khanhhoa.gov.vn: bị từ chối" in tab.story.text()
    assert "khong co hop thu nay" in tab.story.text()
    tab.table.pick(lambda letter: letter.state is LetterState.WAITING)
    assert "Gửi lại lúc" in tab.story.text()
    tab.state.show_choice((LetterState.REFUSED,))
    tab.state.chosen.emit((LetterState.REFUSED,))
    until(lambda: len(tab.table.rows()) == 1)
    (letter,) = tab.table.rows()
    assert letter.deliveries[0].state is DeliveryState.REFUSED


def test_a_wrong_password_is_told_and_everything_still_waits(
    qtbot: QtBot,
    letters: LettersTab,
    screen: SendingScreen,
    server: Server,
    window: MainWindow,
    until: Until,
) -> None:
    tab = put_in(qtbot, letters, screen, until)
    say_yes(tab, "sai", until)
    until(lambda: "không nhận tên đăng nhập hoặc mật khẩu" in window.messages.text())
    until(lambda: not screen.postman.is_out())
    assert states(tab) == [LetterState.WAITING, LetterState.WAITING]
    assert server.taken == []


def test_a_letter_that_may_have_gone_is_settled_by_the_clerk_and_not_sent_again(
    qtbot: QtBot, letters: LettersTab, screen: SendingScreen, server: Server, window: MainWindow,
    until: Until,
) -> None:  # fmt: skip
    server.behaviour.may_answer.clear()
    with cutting_proxy(server.account.port) as port:
        save_account(dataclasses.replace(server.account, port=port))
        tab = put_in(qtbot, letters, screen, until)
        tab.table.pick(lambda _letter: True)
        qtbot.mouseClick(tab.yes_button, Qt.MouseButton.LeftButton)
        until(tab.password.isVisible)
        tab.password.given.emit(PASSWORD)
        until(server.behaviour.reached_data.is_set)
        assert tab.stop_button.isVisible()
    until(lambda: LetterState.UNSURE in states(tab))
    server.behaviour.may_answer.set()
    save_account(server.account)
    assert "Kết nối bị cắt" in window.messages.text()
    tab.table.pick(lambda letter: letter.state is LetterState.UNSURE)
    assert "có thể đã gửi" in tab.story.text()
    assert not tab.send_button.isEnabled()
    qtbot.mouseClick(tab.gone_button, Qt.MouseButton.LeftButton)
    until(lambda: LetterState.SENT in states(tab))
    assert len(server.taken) == 1
    assert not tab.gone_button.isVisible()


def test_sending_is_stopped_between_letters_and_the_rest_waits(
    qtbot: QtBot, letters: LettersTab, screen: SendingScreen, server: Server, window: MainWindow,
    until: Until,
) -> None:  # fmt: skip
    server.behaviour.may_answer.clear()
    tab = put_in(qtbot, letters, screen, until)
    say_yes(tab, PASSWORD, until)
    until(server.behaviour.reached_data.is_set)
    until(tab.stop_button.isVisible)
    qtbot.mouseClick(tab.stop_button, Qt.MouseButton.LeftButton)
    server.behaviour.may_answer.set()
    until(lambda: "Đã dừng gửi" in window.messages.text())
    until(lambda: sorted(states(tab)) == [LetterState.SENT, LetterState.WAITING])
    assert len(server.taken) == 1


def test_a_full_disk_takes_no_letter_in_and_says_so(
    qtbot: QtBot, letters: LettersTab, server: Server, window: MainWindow, until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def full(*_args: object) -> None:
        raise UserError("Ổ đĩa đã đầy.")

    monkeypatch.setattr("ttcs_desktop.registry.letters.Letters.put_in", full)
    qtbot.mouseClick(letters.outbox_button, Qt.MouseButton.LeftButton)
    until(lambda: "đã đầy" in window.messages.text())
    assert len(letters.chosen()) == 2
    assert server.taken == []


def test_tab_reaches_what_a_letter_needs(letters: LettersTab) -> None:
    reached, at = set(), letters.nextInFocusChain()
    while at is not letters:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisibleTo(letters):
            reached.add(at)
        at = at.nextInFocusChain()
    card = letters.card
    boxes = [box for box, _file in letters.files.boxes]
    wanted = (letters.list, card.to, card.subject, card.body, letters.draft_button, letters.plain)
    for widget in (*wanted, *boxes, letters.outbox_button, letters.program_button):
        assert widget in reached, widget.accessibleName()


def test_a_letter_is_withdrawn_before_it_goes(
    qtbot: QtBot, letters: LettersTab, screen: SendingScreen, server: Server, until: Until
) -> None:
    tab = put_in(qtbot, letters, screen, until)
    tab.table.pick(lambda _letter: True)
    qtbot.mouseClick(tab.withdraw_button, Qt.MouseButton.LeftButton)
    until(lambda: LetterState.WITHDRAWN in states(tab))
    assert server.taken == []


def test_what_waits_is_not_sent_by_itself_where_a_password_is_to_be_asked(
    qtbot: QtBot, letters: LettersTab, screen: SendingScreen, server: Server, until: Until
) -> None:
    tab = put_in(qtbot, letters, screen, until)
    tab.approve(tab.table.rows())
    until(tab.password.isVisible)
    screen.postman.try_again()
    qtbot.wait(100)
    assert not screen.postman.is_out()
    assert server.taken == []


def test_what_waited_for_a_network_goes_by_itself_once_it_is_there(
    qtbot: QtBot, letters: LettersTab, screen: SendingScreen, server: Server, until: Until,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("ttcs_desktop.delivery.mail.password.remembered", lambda _account: PASSWORD)
    save_account(dataclasses.replace(server.account, port=9))
    tab = put_in(qtbot, letters, screen, until)
    tab.approve(tab.table.rows())
    until(lambda: states(tab) == [LetterState.WAITING] * 2 and not screen.postman.is_out())
    save_account(server.account)
    screen.postman.try_again()
    until(lambda: states(tab) == [LetterState.SENT] * 2)
    assert len(server.taken) == 2


def test_without_a_mailbox_nothing_is_put_in_and_the_clerk_is_told_where_to_set_it_up(
    qtbot: QtBot, letters: LettersTab, window: MainWindow, until: Until
) -> None:
    qtbot.mouseClick(letters.outbox_button, Qt.MouseButton.LeftButton)
    until(lambda: "Chưa khai báo hộp thư" in window.messages.text())


def test_drafts_are_written_for_the_mail_program(
    qtbot: QtBot, letters: LettersTab, window: MainWindow, until: Until, tmp_path: Path
) -> None:
    opened: list[Path] = []
    letters.asker.folder = lambda _title: tmp_path / "thư"
    letters.open_folder = opened.append
    qtbot.mouseClick(letters.draft_button, Qt.MouseButton.LeftButton)
    until(lambda: "2 thư nháp" in window.messages.text())
    window.messages.act()
    assert opened == [tmp_path / "thư"]
    drafts = sorted((tmp_path / "thư").iterdir())
    assert [one.name for one in drafts] == ["01-So-Tu-phap.eml", "02-Ban-Tuyen-giao-Tinh-uy.eml"]
    assert b"X-Unsent: 1" in drafts[0].read_bytes()


def test_a_letter_opens_in_the_mail_program_of_the_system(
    qtbot: QtBot, letters: LettersTab, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        "ttcs_desktop.delivery.mail.program.open_letter",
        lambda mail, _draft, paths: handed.append((mail.recipient, [one.name for one in paths])),
    )
    letters.list.setCurrentItem(letters.list.topLevelItem(2))
    qtbot.mouseClick(letters.program_button, Qt.MouseButton.LeftButton)
    until(lambda: handed)
    assert handed == [("Ban Tuyên giáo Tỉnh uỷ", [f"{NAME}.docx", f"{NAME}.pdf"])]


def test_a_secret_document_has_no_letters_and_the_window_says_so(
    window: MainWindow, screen: SendingScreen, letters: LettersTab, until: Until
) -> None:
    window.send_out(dataclasses.replace(DRAFT, marks=Marks(secrecy="MẬT")), None)
    until(lambda: "không soạn thư điện tử" in letters.told.text())
    assert letters.list.topLevelItemCount() == 0
    assert not letters.outbox_button.isEnabled()


def test_large_files_are_zipped_and_the_letter_says_so(
    letters: LettersTab, until: Until, tmp_path: Path
) -> None:
    large = tmp_path / "Phụ lục số liệu.xlsx"
    large.write_bytes(b"0" * 12_000_000)
    letters.asker.open_many = lambda _title, _kinds: [large]
    letters.files.ask()
    until(lambda: letters.chosen() and letters.chosen()[0].attachments[0].name.endswith(".zip"))
    letters.list.setCurrentItem(letters.list.topLevelItem(1))
    assert "đã nén còn" in letters.card.note.text()


def test_an_issued_document_goes_on_to_this_screen(
    window: MainWindow, tmp_path: Path, until: Until
) -> None:
    draft = dataclasses.replace(DRAFT, number="", date=None)
    window.take_up(draft, None, None)
    editor = window.editor()
    panel = editor.issuing.panel
    panel.folder.setText(str(tmp_path))
    panel.date.set_date(datetime.date(2026, 11, 24))
    window.commands.trigger("issue")
    until(panel.issue_button.isEnabled)
    panel.issue()
    until(lambda: editor.issuing.lock.is_closed and "Đã ban hành" in window.messages.text())
    window.messages.act()
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    until(lambda: screen.desk.out)
    assert screen.desk.out is not None
    assert screen.desk.out.path == tmp_path / "KH-01-DU-2026-11-24.docx"
    assert "01-KH/ĐU" in screen.bar.title.text()


def test_what_waited_when_the_last_session_ended_is_tried_after_the_start(
    window: MainWindow, workbench: Workbench, server: Server, until: Until, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("ttcs_desktop.delivery.mail.password.remembered", lambda _account: PASSWORD)
    dispatch = workbench.dispatch
    out = dispatch.of_draft(DRAFT, issued_file(workbench, tmp_path))
    files = [one.file for one in dispatch.files(out)]
    letters = dispatch.put_in(out, [one.mail for one in dispatch.letters(out, files)][1:])
    dispatch.outbox().approve(letters[0].id)
    window._send_what_waits()
    until(lambda: server.taken)
    assert [one.addresses for one in server.taken] == [("stp@khanhhoa.gov.vn",)]


def test_what_was_changed_in_the_editor_goes_out_as_it_is_now(
    window: MainWindow, until: Until
) -> None:
    draft = dataclasses.replace(DRAFT, number="", date=None)
    window.take_up(draft, None, None)
    window.commands.trigger("send")
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    until(lambda: screen.desk.out)
    window.go("editor")
    window.editor().text.replace(DRAFT.text.replace("năm 2027", "năm 2028"))
    window.go("sending")
    until(lambda: "năm 2028" in screen.bar.title.text())
