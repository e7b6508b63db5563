"""`ttcs units`, `instruments` and `register`: tables in and out, numbers given, exit codes."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook


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
def ttcs(capsys: pytest.CaptureFixture[str]) -> Ttcs:
    from ttcs_desktop import i18n
    from ttcs_desktop.cli import run

    def call(*arguments: object) -> Done:
        code = run([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    i18n.use("vi")
    return call


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-05-01", "Ban Tuyên giáo Tỉnh ủy"),
        ("2025-06-01", "Ban Tuyên giáo và Dân vận Tỉnh uỷ"),
        ("2026-11-01", "Ban Tuyên giáo Tỉnh uỷ"),
    ],
)
def test_a_unit_bears_another_name_on_another_day(ttcs: Ttcs, day: str, name: str) -> None:
    shown = ttcs("units", "show", "btgtu", "--on", day, "--json").json
    assert shown["name"] == name
    assert [period["name"] for period in shown["history"]] == [
        "Ban Tuyên giáo Tỉnh ủy",
        "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
        "Ban Tuyên giáo Tỉnh uỷ",
    ]
    assert shown["epoch"]


def test_only_units_of_the_day_are_listed_unless_asked(ttcs: Ttcs) -> None:
    def ids(*options: str) -> list[str]:
        return [row["id"] for row in ttcs("units", "list", *options, "--json").json]

    assert ids("--find", "cam hòa", "--on", "2019-05-01") == [
        "dang-uy-cu-22438", "ubnd-cu-22438", "mttq-cu-22438",
    ]  # fmt: skip
    assert "dang-uy-22453" in ids("--find", "cam hòa", "--on", "2026-11-01")
    assert "dang-uy-cu-22438" not in ids("--on", "2026-11-01")
    assert "dang-uy-cu-22438" in ids("--on", "2026-11-01", "--ended")
    assert ids("--select", "group:5", "--on", "2026-11-01") == ["so-tu-phap"]
    assert ttcs("units", "list", "--select", "group:99").code == 2


def test_units_go_out_and_come_back_after_a_look(ttcs: Ttcs, tmp_path: Path) -> None:
    file = tmp_path / "so.xlsx"
    assert ttcs("units", "export", "--select", "so-tu-phap", "-o", file).code == 0
    assert ttcs("units", "import", file).out == "Không có gì thay đổi.\n"
    book = load_workbook(file)
    book["Đơn vị"]["S2"] = "VT, PBGDPL"
    book.save(file)
    looked = ttcs("units", "import", file)
    assert looked.code == 0
    assert looked.out == (
        "~ so-tu-phap · Lưu (quãng đầu): VT → VT, PBGDPL\n"
        "1 thay đổi, chưa nhập. Thêm --yes để nhập.\n"
    )
    assert ttcs("units", "show", "so-tu-phap", "--json").json["filing"] == "VT"
    taken = ttcs("units", "import", file, "--yes", "--json").json
    assert (taken["taken_in"], len(taken["differences"])) == (True, 1)
    assert ttcs("units", "show", "so-tu-phap", "--json").json["filing"] == "VT, PBGDPL"


def test_a_wrong_table_is_told_and_nothing_comes_in(ttcs: Ttcs, tmp_path: Path) -> None:
    file = tmp_path / "so.csv"
    file.write_text("Mã,Nhóm\nso-tu-phap,năm\n", encoding="utf-8-sig")
    looked = ttcs("units", "import", file)
    assert looked.code == 1
    assert "ô B2 (cột Nhóm): “năm” không phải số nguyên" in looked.err
    assert ttcs("units", "import", file, "--yes").code == 2
    assert ttcs("units", "show", "so-tu-phap", "--json").json["group"] == 5
    assert ttcs("units", "export", "-o", tmp_path / "a.pdf").code == 2


def test_instruments_are_found_by_what_is_typed(ttcs: Ttcs) -> None:
    def found(text: str, *options: str) -> tuple[int, list[str], list[str]]:
        done = ttcs("instruments", "find", text, *options, "--json")
        return (
            done.code,
            [row["id"] for row in done.json["instruments"]],
            [problem["rule"] for problem in done.json["problems"]],
        )

    assert found("Chỉ thị số 07-CT/TW", "--on", "2026-11-24") == (
        1, ["ct-07-2016", "ct-07-2026"], ["citations.ambiguous"],
    )  # fmt: skip
    assert found("Chỉ thị số 07-CT/TW, ngày 05/9/2016") == (0, ["ct-07-2016"], [])
    assert found("52/2016/QĐ-TTg", "--on", "2026-11-24") == (
        1, ["qd-52-2016"], ["citations.ended"],
    )  # fmt: skip
    assert found("tủ sách pháp luật") == (0, ["qd-14-2019"], [])
    assert found("Kế hoạch số 999-KH/ĐU") == (1, [], ["citations.not-listed"])
    assert found("phi thuyền không gian") == (1, [], [])


def test_instruments_say_their_validity_and_their_grammar(ttcs: Ttcs) -> None:
    shown = ttcs("instruments", "show", "ct-07-2016", "--on", "2026-11-24", "--json").json
    assert shown["validity"] == "còn hiệu lực"
    assert shown["cited_in_party"].startswith("Chỉ thị số 07-CT/TW, ngày 05/9/2016 của")
    assert shown["cited_in_state"].startswith("Chỉ thị số 07-CT/TW ngày 05 tháng 9 năm 2016 của")
    listed = ttcs("instruments", "list", "--on", "2026-11-24", "--json").json
    validity = {row["id"]: row["validity"] for row in listed}
    assert len(validity) == 64
    assert validity["qd-52-2016"] == "hết hiệu lực, nay là nd-49-2024"
    assert validity["ct-05-tu-kh-2016"] == "hết giai đoạn"
    assert ttcs("instruments", "show", "ct-07-2061").code == 2


def test_numbers_are_given_from_the_command_line(ttcs: Ttcs, tmp_path: Path) -> None:
    plan = ("--unit", "btgtu", "--type", "kế hoạch", "--date", "2026-11-01")
    assert ttcs("register", "begin", *plan, "--at", 264).out == "264-KH/BTGTU\n"
    issued = ttcs("register", "issue", *plan, "--subject", "thử", "--json").json
    assert [entry["serial"]["number"] for entry in issued] == [264]
    kept = ttcs("register", "reserve", *plan, "--count", 2, "--json").json
    inserted = ttcs("register", "issue", *plan, "--after", 264, "--json").json
    assert inserted[0]["serial"] == {"number": 264, "suffix": "a"}
    assert ttcs("register", "check").code == 0
    assert ttcs("register", "issue", *plan, "--number", 270).code == 0
    checked = ttcs("register", "check", "--unit", "btgtu")
    assert (checked.code, checked.out) == (1, "btgtu · Kế hoạch\n")
    assert "Sổ bỏ trống số 267 - 269." in checked.err
    line = kept[0]["id"]
    assert ttcs("register", "cancel", line, "--reason", " ").code == 2
    cancelled = ttcs("register", "cancel", line, "--reason", "không dùng", "--json").json
    assert (cancelled[0]["state"], cancelled[0]["reason"]) == ("cancelled", "không dùng")
    listed = ttcs("register", "list", "--year", 2026)
    assert listed.out.count("-KH/BTGTU") == 5
    assert ttcs("register", "issue", *plan, "--number", 264).code == 2
    file = tmp_path / "so.xlsx"
    assert ttcs("register", "export", "-o", file).code == 0
    assert load_workbook(file).sheetnames == ["Kế hoạch", "Cần xem lại"]


def test_a_newer_database_stops_every_command_with_one_sentence(
    ttcs: Ttcs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3
    from contextlib import closing

    file = tmp_path / "so.sqlite3"
    monkeypatch.setenv("TTCS_REGISTRY", str(file))
    assert ttcs("register", "reserve", "--unit", "btgtu", "--type", "kế hoạch").code == 0
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    for command in (("units", "list"), ("register", "list"), ("instruments", "list")):
        done = ttcs(*command)
        assert done.code == 2
        assert done.err.count("\n") == 1
        assert "phiên bản mới hơn" in done.err
