"""`ttcs check`: exit codes, sentences, JSON and SARIF."""

import json
from pathlib import Path

import pytest
from checking.editing import Edited
from checking.samples import state

from ttcs_desktop.cli import run


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(state())
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = Edited(state())
    file.section(0, left=1134)
    path = tmp_path / "sai-le.docx"
    path.write_bytes(file.data())
    return path


def test_a_right_file_exits_with_0(right: Path, capsys) -> None:
    assert run(["check", str(right)]) == 0
    assert "0 lỗi, 0 điểm cần xem" in capsys.readouterr().out


def test_findings_exit_with_1_and_are_told_with_clause_and_rule(wrong: Path, capsys) -> None:
    assert run(["check", str(wrong)]) == 1
    out = capsys.readouterr().out
    assert "Lề trái 20 mm; thể thức là 30 - 35 mm." in out
    assert "(Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.1 - 3) [page.margins]" in out


def test_a_file_that_cannot_be_read_exits_with_2(tmp_path: Path, capsys) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04")
    assert run(["check", str(path)]) == 2
    assert str(path) in capsys.readouterr().err
    assert run(["check", str(tmp_path / "khong-co.docx")]) == 2


def test_json_and_sarif_can_be_read_by_programs(wrong: Path, capsys) -> None:
    assert run(["check", str(wrong), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["conforms"] is False
    assert told["counts"]["error"] == 1
    assert run(["check", str(wrong), "--sarif"]) == 1
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


def test_the_format_may_be_asked_for(right: Path, capsys) -> None:
    assert run(["check", str(right), "--format", "party-2026", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["format"] == "party-2026"
    assert "regime.title" in {one["rule"] for one in told["findings"]}
    assert run(["check", str(right), "--format", "khong-co"]) == 2
