"""The system's mail program gets text, addresses and files as they are."""

import json
import os
import sys
from pathlib import Path

import pytest

from ttcs_desktop.delivery.mail.program import open_letter
from ttcs_desktop.errors import UserError
from ttcs_desktop.model.mail import Mail, MailAddress

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdg-email is for Linux")
MAIL = Mail(
    (MailAddress("a@b.vn", "Đảng uỷ"), MailAddress("c@d.vn")),
    "Kế hoạch & “báo cáo”",
    "Dòng 1\nDòng 2",
)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program on the path that notes what it is given, and ends as it is told."""
    script, told = tmp_path / "bin" / "xdg-email", tmp_path / "told.json"
    script.parent.mkdir()
    script.write_text(
        f"#!{sys.executable}\n"
        "import json, os, sys\n"
        f"open({str(told)!r}, 'w', encoding='utf-8').write(json.dumps(sys.argv[1:]))\n"
        "sys.stderr.write(os.environ.get('SAYS', ''))\n"
        "sys.exit(int(os.environ.get('ENDS_WITH', '0')))\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    return told


def test_it_is_given_everything(program: Path, tmp_path: Path) -> None:
    files = [tmp_path / "Kế hoạch năm 2027.docx", tmp_path / "b.pdf"]
    open_letter(MAIL, tmp_path / "thu.eml", files)
    assert json.loads(program.read_text(encoding="utf-8")) == [
        "--utf8", "--subject", MAIL.subject, "--body", MAIL.body, "--attach", str(files[0]),
        "--attach", str(files[1]), "a@b.vn", "c@d.vn",
    ]  # fmt: skip


def test_its_failure_is_told_with_another_way(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENDS_WITH", "3")
    monkeypatch.setenv("SAYS", "no mailer found")
    with pytest.raises(UserError, match="no mailer found") as told:
        open_letter(MAIL, tmp_path / "thu.eml", [])
    assert str(tmp_path / "thu.eml") in told.value.remedy


def test_without_one_the_draft_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="thiếu xdg-email") as told:
        open_letter(MAIL, tmp_path / "thu.eml", [])
    assert "thu.eml" in told.value.remedy
