"""`ttcs check` as scripts use it: exit codes, fixes to another file, reports, settings."""

import json
import zipfile
from pathlib import Path

import pytest
from checking.editing import Edited
from checking.samples import SAMPLES

from ttcs_desktop.cli import run

S = "2. Việc tổ chức thực hiện"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    file = Edited(SAMPLES["state"]())
    file.swap(S, "thiết thực, tiết kiệm", "thiết thực , tiết kiệm")
    file.swap("1. Phòng Văn hóa", "15/12/2026", "15/12/2025")
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(file.data())
    return path


def test_exit_codes_say_whether_a_file_conforms(faulty: Path, tmp_path: Path) -> None:
    right = tmp_path / "đúng.docx"
    right.write_bytes(SAMPLES["state"]())
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    assert run(["check", str(right)]) == 0
    assert run(["check", str(faulty)]) == 1
    assert run(["check", str(broken)]) == 2


def test_fix_writes_another_file_and_lists_each_change(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = faulty.read_bytes()
    mended = tmp_path / "đã sửa.docx"
    assert run(["check", str(faulty), "--fix", "-o", str(mended)]) == 1
    told = capsys.readouterr().out
    assert "thực ," in told
    assert "→" in told
    assert "spacing.before-mark" in told
    assert "dates.overdue" in told
    assert faulty.read_bytes() == before
    capsys.readouterr()
    assert run(["check", str(mended), "--json"]) == 1
    left = {one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]}
    assert "spacing.before-mark" not in left
    assert "dates.overdue" in left


def test_fix_needs_a_file_to_write(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(faulty), "--fix"]) == 2
    assert "-o" in capsys.readouterr().err
    assert run(["check", str(faulty), "--fix", "-o", str(faulty)]) == 2


def test_only_the_rules_that_are_named_are_mended(faulty: Path, tmp_path: Path) -> None:
    mended = tmp_path / "đã sửa.docx"
    run(["check", str(faulty), "--fix", "-o", str(mended), "--only", "page"])
    with zipfile.ZipFile(mended) as archive:
        assert "thiết thực , tiết" in archive.read("word/document.xml").decode()


def test_report_and_comments_are_written_beside_the_findings(faulty: Path, tmp_path: Path) -> None:
    report, copy = tmp_path / "phiếu.docx", tmp_path / "nhận xét.docx"
    run(["check", str(faulty), "--report", str(report), "--comments", str(copy)])
    assert zipfile.is_zipfile(report)
    with zipfile.ZipFile(copy) as archive:
        assert "15/12/2025" in archive.read("word/comments.xml").decode()
    assert run(["check", str(faulty), "--comments", str(faulty)]) == 2


def test_settings_come_from_a_file_and_go_to_one(faulty: Path, tmp_path: Path) -> None:
    settings, exported = tmp_path / "thiết lập.toml", tmp_path / "xuất.json"
    settings.write_text(
        'lexicon = ["Niê"]\n[weights]\n"spacing" = "off"\n"dates.overdue" = "note"\n',
        encoding="utf-8",
    )
    command = ["check", str(faulty), "--settings", str(settings)]
    assert run([*command, "--export-settings", str(exported)]) == 0
    assert json.loads(exported.read_text(encoding="utf-8"))["lexicon"] == ["Niê"]
