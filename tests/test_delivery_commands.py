"""`ttcs mail`, `outbox`, `gate`, `handoff`, `sign`, `verify`, `copy`: what scripts see of them."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from judges import page_count, words
from mail_server import PASSWORD, mail_server
from signing_keys import authority, picture, signer

SOURCE = """+++
unit = "dang-uy-22480"
date = 2026-11-24
number = "05"
+++
KẾ HOẠCH

thông tin cơ sở năm 2027

1. Mục đích.

Nơi nhận:
- Sở Tư pháp;
- Lưu Văn phòng Đảng uỷ.

T/M BAN THƯỜNG VỤ

BÍ THƯ

Nguyễn Văn An
"""


@dataclass(frozen=True)
class Done:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ttcs = Callable[..., Done]


@pytest.fixture
def ttcs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ttcs:
    from ttcs_desktop import i18n
    from ttcs_desktop.cli import run

    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

    def call(*arguments: object, typed: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        code = run([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    i18n.use("vi")
    return call


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def with_contact() -> None:
    from dataclasses import replace

    from ttcs_desktop.model.unit import Contact
    from ttcs_desktop.services.library import Library
    from ttcs_desktop.services.registries import Registries

    library = Library()
    unit = library.units["so-tu-phap"]
    contacts = (Contact("Văn thư", "stp@khanhhoa.gov.vn"),)
    Registries(library).save([replace(unit, contacts=contacts)])


def test_drafts_are_written_and_missing_addresses_told(
    ttcs: Ttcs, source: Path, tmp_path: Path
) -> None:
    done = ttcs("mail", "draft", source, "-o", tmp_path / "thu")
    assert done.code == 1
    assert "Chưa có địa chỉ thư của “Sở Tư pháp”" in done.err
    with_contact()
    done = ttcs("mail", "draft", source, "-o", tmp_path / "thu", "--attach", source)
    assert done.code == 0
    assert [path.name for path in (tmp_path / "thu").iterdir()] == ["01-So-Tu-phap.eml"]


def test_a_letter_goes_from_put_to_sent(ttcs: Ttcs, source: Path, tmp_path: Path) -> None:
    from ttcs_desktop.services.mail_account import save_account

    with_contact()
    with mail_server(tmp_path) as server:
        save_account(server.account)
        (letter,) = ttcs("outbox", "put", source, "--json").json
        assert ttcs("outbox", "send").code == 0
        assert server.taken == []
        ttcs("outbox", "approve", letter["id"], "--by", "Nguyễn Văn A")
        wrong = ttcs("outbox", "send", typed="sai")
        assert wrong.code == 2
        assert "mật khẩu" in wrong.err
        assert "Traceback" not in wrong.err
        sent = ttcs("outbox", "send", "--json", typed=PASSWORD)
        assert sent.code == 0
        assert sent.json[0]["state"] == "sent"
        assert [one.addresses for one in server.taken] == [("stp@khanhhoa.gov.vn",)]
    listed = ttcs("outbox", "list")
    assert "đã gửi" in listed.out
    assert "stp@khanhhoa.gov.vn:" in listed.out


def test_the_gate_ends_with_0_or_1(ttcs: Ttcs, source: Path) -> None:
    done = ttcs("gate", source)
    assert (done.code, "[x] Số, ký hiệu" in done.out) == (0, True), done.out
    source.write_text(SOURCE.replace('number = "05"\n', ""), encoding="utf-8")
    done = ttcs("gate", source, "--json")
    assert done.code == 1
    assert done.json["may_issue"] is False
    rules = [point["problem"]["rule"] for one in done.json["checks"] for point in one["points"]]
    assert rules == ["issuing.no-number"]


def test_a_document_is_handed_off_signed_taken_back_and_verified(
    ttcs: Ttcs, source: Path, tmp_path: Path
) -> None:
    made = ttcs("handoff", "make", source, "-o", tmp_path / "trình")
    assert made.code == 0
    (folder,) = (tmp_path / "trình").iterdir()
    pdf, signed = folder / f"{folder.name}.pdf", tmp_path / "signed.pdf"
    key = signer(authority("A"), "Nguyễn Văn An").write_p12(tmp_path / "an.p12", "mật khẩu")
    (tmp_path / "ink.png").write_bytes(picture(60, 30, (0, 0, 200)))
    arguments = ("sign", pdf, "-o", signed, "--picture", tmp_path / "ink.png")
    assert "--p12" in ttcs(*arguments).err
    assert "Mật khẩu không đúng" in ttcs(*arguments, "--p12", key, typed="sai").err
    assert not signed.exists()
    assert ttcs(*arguments, "--p12", key, typed="mật khẩu").code == 0
    verified = ttcs("verify", signed)
    assert verified.code == 1
    assert "Người ký: Nguyễn Văn An" in verified.out
    back = ttcs("handoff", "back", signed)
    assert back.code == 0
    (pack,) = ttcs("handoff", "list", "--json").json
    assert Path(pack["returned_file"]).name == f"{folder.name}-da-ky.pdf"
    unsigned = ttcs("handoff", "back", pdf)
    assert (unsigned.code, "chưa có chữ ký nào" in unsigned.err) == (2, True)


def test_a_copy_is_written_both_ways(ttcs: Ttcs, source: Path, tmp_path: Path) -> None:
    docx, pdf = tmp_path / "sao.docx", tmp_path / "sao.pdf"
    done = ttcs(
        "copy", source, "-o", docx, "--pdf", pdf, "--by", "btgtu", "--date", "2026-11-25",
        "--sign", "TRƯỞNG BAN", "--signer", "Trần Thị Bình",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert docx.read_bytes()[:2] == b"PK"
    assert "Bản sao văn bản" in " ".join(words(pdf))
    assert page_count(pdf) == 1
    wrong = ttcs("copy", source, "-o", docx, "--by", "btgtu", "--lines", "a-b")
    assert wrong.code == 2
    assert "5-7" in wrong.err
