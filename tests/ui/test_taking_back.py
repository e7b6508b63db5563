"""To the signer and back: one click, one folder; a signed file dropped on the window is filed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from services.test_signing import store
from signing_keys import PIN, Issued, authority, make_token, picture, signer, token_module
from ui.hands import Until
from ui.sent_document import DRAFT, NAME, give_addresses, issued_file
from ui.test_opening import drop, files

from ttcs_desktop.model.signature import FileKey
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import Outgoing
from ttcs_desktop.services.signing import Signing
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.sending.hand_off import HandOffTab
from ttcs_desktop.ui.sending.screen import HAND_OFF, SIGNING, SendingScreen
from ttcs_desktop.ui.sending.signing import SigningTab

PASSWORD = "mật khẩu"  # noqa: S105


@pytest.fixture(scope="module")
def an() -> tuple[Issued, Issued]:
    root = authority("Cơ quan chứng thực A")
    return signer(root, "Nguyễn Văn An"), root


@pytest.fixture
def workbench() -> Workbench:
    workbench = Workbench(Library())
    give_addresses(workbench)
    return workbench


@pytest.fixture
def document(workbench: Workbench, tmp_path: Path) -> Path:
    """Return the plan as it was issued, with its number in the register."""
    path = issued_file(workbench, tmp_path / "đi")
    outgoing = Outgoing("dang-uy-22480", "kế hoạch", DRAFT.date, document=str(path))  # type: ignore[arg-type]
    workbench.numbers.issue(outgoing, "5")
    return path


@pytest.fixture
def screen(window: MainWindow, document: Path, until: Until) -> SendingScreen:
    window.send_out(DRAFT, document)
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    until(lambda: screen.desk.out)
    return screen


@pytest.fixture
def packs(qtbot: QtBot, screen: SendingScreen, until: Until) -> HandOffTab:
    """Return the tab once the pack was made by one click; it opened this folder."""
    tab = screen.tabs.tab(HAND_OFF)
    assert isinstance(tab, HandOffTab)
    opened: list[Path] = []
    tab.open_folder = opened.append
    qtbot.mouseClick(tab.make_button, Qt.MouseButton.LeftButton)
    until(lambda: opened and tab.table.rows())
    assert opened == [Path(tab.table.rows()[0].folder)]
    return tab


def signed(workbench: Workbench, pdf: Path, an: tuple[Issued, Issued], to: Path) -> Path:
    """Sign a PDF as the other tool would."""
    key = FileKey(an[0].write_p12(to.parent / "an.p12", PASSWORD, an[1]), PASSWORD)
    ink = picture(60, 30, (0, 0, 200))
    to.write_bytes(Signing(workbench.library).sign(pdf.read_bytes(), "Nguoi-ky-1", key, ink))
    return to


def pack_pdf(tab: HandOffTab) -> Path:
    return Path(tab.table.rows()[0].folder) / f"{NAME}.pdf"


def test_one_click_makes_the_pack(packs: HandOffTab, window: MainWindow, document: Path) -> None:
    (pack,) = packs.table.rows()
    assert (pack.number, pack.document, pack.is_back) == ("05-KH/ĐU", str(document), False)
    assert pack_pdf(packs).is_file()
    assert pack.folder in window.messages.text()
    assert "chưa có địa chỉ" in window.messages.text().lower()


def test_a_signed_file_dropped_on_the_window_is_known_verified_filed_and_ticked(
    window: MainWindow,
    screen: SendingScreen,
    packs: HandOffTab,
    workbench: Workbench,
    an: tuple[Issued, Issued],
    tmp_path: Path,
    until: Until,
) -> None:
    back = signed(workbench, pack_pdf(packs), an, tmp_path / "scan001.pdf")
    window.go("start")
    assert drop(window, files(back))
    until(lambda: packs.table.rows()[0].is_back)
    (pack,) = packs.table.rows()
    assert Path(pack.returned_file).read_bytes() == back.read_bytes()
    assert Path(pack.returned_file).parent == Path(pack.folder)
    assert "còn nguyên như khi ký" in packs.told.verdict.text()
    assert "Nguyễn Văn An" in packs.told.detail.text()
    assert "Đã nhận bản ký của 05-KH/ĐU" in window.messages.text()
    (entry,) = workbench.numbers.entries()
    assert entry.registered.note.startswith("Đã nhận bản ký ngày")
    until(lambda: screen.desk.out and screen.desk.out.signed)
    assert "đã có bản ký" in screen.bar.place.text()


def test_a_signed_file_takes_the_place_of_the_unsigned_in_the_letters(
    screen: SendingScreen, packs: HandOffTab, workbench: Workbench, an: tuple[Issued, Issued],
    tmp_path: Path, until: Until,
) -> None:  # fmt: skip
    packs.take(signed(workbench, pack_pdf(packs), an, tmp_path / "về.pdf"))
    until(lambda: screen.desk.out and screen.desk.out.signed)
    assert screen.desk.out is not None
    offered = workbench.dispatch.files(screen.desk.out)
    assert [(one.file.name, one.is_usual) for one in offered] == [
        (f"{NAME}.docx", False), (f"{NAME}.pdf", False), (f"{NAME}-da-ky.pdf", True),
    ]  # fmt: skip


def test_a_file_that_was_changed_after_signing_is_not_taken(
    window: MainWindow, packs: HandOffTab, workbench: Workbench, an: tuple[Issued, Issued],
    tmp_path: Path, until: Until,
) -> None:  # fmt: skip
    back = signed(workbench, pack_pdf(packs), an, tmp_path / "về.pdf")
    data = back.read_bytes()
    at = data.rindex(b"/Contents") - 200
    back.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    packs.take(back)
    until(lambda: "đã bị sửa sau khi ký" in window.messages.text())
    assert not packs.table.rows()[0].is_back
    assert "Không dùng được" in packs.told.verdict.text()


def test_a_scan_that_tells_nothing_says_why_and_the_clerk_chooses(
    qtbot: QtBot, window: MainWindow, packs: HandOffTab, tmp_path: Path, until: Until
) -> None:
    scan = tmp_path / "IMG_0001.png"
    scan.write_bytes(picture(40, 40, (0, 0, 0)))
    assert drop(window, files(scan))
    until(packs.take_button.isVisible)
    assert "Không hồ sơ nào" in packs.why.text()
    assert "bản quét" in packs.told.verdict.text()
    assert packs.packs.currentText().startswith("05-KH/ĐU")
    qtbot.mouseClick(packs.take_button, Qt.MouseButton.LeftButton)
    until(lambda: packs.table.rows()[0].is_back)
    assert "Đối chiếu bản quét" in window.messages.text()
    assert not packs.take_button.isVisible()


def test_a_signed_file_of_nobody_is_verified_all_the_same(
    window: MainWindow, workbench: Workbench, an: tuple[Issued, Issued], tmp_path: Path,
    until: Until,
) -> None:  # fmt: skip
    pdf = tmp_path / "khác.pdf"
    composition = workbench.compose(DRAFT)
    pdf.write_bytes(Signing(workbench.library).prepare(composition))
    back = signed(workbench, pdf, an, tmp_path / "văn bản đến.pdf")
    window.take_back(back)
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    tab = screen.tabs.tab(HAND_OFF)
    assert isinstance(tab, HandOffTab)
    until(lambda: "Chưa có hồ sơ nào đang trình ký" in tab.why.text())
    assert "Nguyễn Văn An" in tab.told.detail.text()
    assert not tab.take_button.isVisible()


def test_several_files_are_taken_one_after_another_and_a_bad_one_stops_none(
    qtbot: QtBot, window: MainWindow, packs: HandOffTab, workbench: Workbench,
    an: tuple[Issued, Issued], tmp_path: Path, until: Until,
) -> None:  # fmt: skip
    unsigned = pack_pdf(packs)
    scan = tmp_path / "IMG_0002.png"
    scan.write_bytes(picture(40, 40, (0, 0, 0)))
    back = signed(workbench, unsigned, an, tmp_path / "về.pdf")
    assert drop(window, files(unsigned, scan, back))
    until(packs.take_button.isVisible)
    assert "chưa có chữ ký nào" in window.messages.text()
    assert not packs.table.rows()[0].is_back
    qtbot.mouseClick(packs.leave_button, Qt.MouseButton.LeftButton)
    until(lambda: packs.table.rows()[0].is_back)
    assert packs.table.rows()[0].returned_file.endswith(f"{NAME}-da-ky.pdf")


@pytest.fixture
def signing(screen: SendingScreen, tmp_path: Path, until: Until) -> SigningTab:
    """Return the tab with a PDF that has its signature fields."""
    screen.tabs.setCurrentIndex(SIGNING)
    tab = screen.tabs.tab(SIGNING)
    assert isinstance(tab, SigningTab)
    tab.asker.save = lambda _title, name, _kinds: tmp_path / name
    tab.prepare()
    until(lambda: tab.field.count() > 1)
    return tab


def fill(tab: SigningTab, an: tuple[Issued, Issued], folder: Path, password: str) -> None:
    ink = folder / "chữ ký.png"
    ink.write_bytes(picture(60, 30, (0, 0, 200)))
    tab.picture.show_path(ink)
    tab.key.file.show_path(an[0].write_p12(folder / "an.p12", PASSWORD, an[1]))
    tab.key.secret.setText(password)


def test_the_file_for_the_other_tool_has_its_fields_in_words(
    signing: SigningTab, window: MainWindow, tmp_path: Path
) -> None:
    assert (tmp_path / f"{NAME}.pdf").is_file()
    assert "Ban Cơ yếu" in window.messages.text()
    words = [signing.field.itemText(at) for at in range(signing.field.count())]
    assert words[:2] == ["Chữ ký của người ký 1", "Dấu của cơ quan, người ký 1"]


def test_signature_then_seal_are_put_on_by_a_certificate_file(
    qtbot: QtBot, signing: SigningTab, an: tuple[Issued, Issued], tmp_path: Path, until: Until
) -> None:
    fill(signing, an, tmp_path, PASSWORD)
    qtbot.mouseClick(signing.sign_button, Qt.MouseButton.LeftButton)
    assert signing.key.secret.text() == ""
    until(lambda: signing.file.path() == tmp_path / f"{NAME}-da-ky.pdf")
    until(lambda: signing.field.itemText(0) == "Dấu của cơ quan, người ký 1")
    until(lambda: "còn nguyên" in signing.told.verdict.text())
    fill(signing, an, tmp_path, PASSWORD)
    qtbot.mouseClick(signing.sign_button, Qt.MouseButton.LeftButton)
    until(lambda: signing.file.path() == tmp_path / f"{NAME}-da-ky-da-ky.pdf")
    until(lambda: signing.told.detail.text().count("Người ký: Nguyễn Văn An") == 2)
    assert "sau đó chỉ có thêm chữ ký" in signing.told.detail.text()


def test_a_wrong_password_is_told_and_nothing_is_written(
    qtbot: QtBot, signing: SigningTab, window: MainWindow, an: tuple[Issued, Issued],
    tmp_path: Path, until: Until,
) -> None:  # fmt: skip
    fill(signing, an, tmp_path, "sai")
    qtbot.mouseClick(signing.sign_button, Qt.MouseButton.LeftButton)
    until(lambda: "Mật khẩu không đúng" in window.messages.text())
    assert signing.key.secret.text() == ""
    assert not (tmp_path / f"{NAME}-da-ky.pdf").exists()
    until(signing.sign_button.isEnabled)


def test_a_copy_is_signed_in_a_line_at_the_top(
    qtbot: QtBot, signing: SigningTab, an: tuple[Issued, Issued], tmp_path: Path, until: Until
) -> None:
    signing.field.setCurrentIndex(signing.field.count() - 1)
    signing.field.chosen.emit("")
    assert not signing.picture.isVisible()
    assert signing.words.isVisible()
    signing.words.setPlainText("SAO Y\nSở Tư pháp")
    fill(signing, an, tmp_path, PASSWORD)
    qtbot.mouseClick(signing.sign_button, Qt.MouseButton.LeftButton)
    until(lambda: "Người ký: Nguyễn Văn An" in signing.told.detail.text())


def test_any_pdf_is_verified_in_plain_words(
    signing: SigningTab, document: Path, until: Until
) -> None:
    assert drop(signing.zone, files(document.with_suffix(".pdf")))
    until(lambda: "không có chữ ký số" in signing.told.verdict.text())


def test_a_token_that_cannot_be_used_is_explained(
    qtbot: QtBot, signing: SigningTab, window: MainWindow, tmp_path: Path, until: Until
) -> None:
    signing.key.kind.show_choice("token")
    signing.key.kind.chosen.emit("token")
    assert signing.key.module.isVisible()
    assert not signing.key.file.isVisible()
    assert signing.key.secret.accessibleName() == "Mã PIN của thẻ"
    (tmp_path / "the.so").write_bytes(b"x")
    signing.key.module.show_path(tmp_path / "the.so")
    qtbot.mouseClick(signing.key.read_button, Qt.MouseButton.LeftButton)
    until(lambda: "Không nạp được chương trình của thẻ ký" in window.messages.text())


@pytest.fixture
def token(
    an: tuple[Issued, Issued], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Return the program of a token that holds one certificate with its key."""
    import pkcs11

    module = token_module()
    if module is None:
        pytest.skip("SoftHSM2 is not installed")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    pkcs11.unload(str(module))  # it reads where its tokens are when it is loaded
    make_token(tmp_path, "văn thư")
    store(module, "văn thư", (an[0], b"\1", b"\1"))
    yield module
    pkcs11.unload(str(module))


def test_a_token_is_read_and_signs_with_its_pin(
    qtbot: QtBot, signing: SigningTab, token: Path, an: tuple[Issued, Issued], tmp_path: Path,
    until: Until,
) -> None:  # fmt: skip
    fill(signing, an, tmp_path, "")
    signing.key.kind.show_choice("token")
    signing.key.kind.chosen.emit("token")
    signing.key.module.show_path(token)
    qtbot.mouseClick(signing.key.read_button, Qt.MouseButton.LeftButton)
    until(lambda: "Nguyễn Văn An" in signing.key.certificate.currentText())
    signing.key.secret.setText(PIN)
    qtbot.mouseClick(signing.sign_button, Qt.MouseButton.LeftButton)
    assert signing.key.secret.text() == ""
    until(lambda: "Người ký: Nguyễn Văn An" in signing.told.detail.text())
    assert (tmp_path / f"{NAME}-da-ky.pdf").is_file()
