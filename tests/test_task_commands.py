"""`ttcs tasks`, `plan`, `report`, `next`, `calendar`: one file out of another."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SEED
from judges import audit
from test_command_line import Done

from ttcs_desktop.services.opening import open_file

Ttcs = Callable[..., Done]


@pytest.fixture
def ttcs(capsys: pytest.CaptureFixture[str]) -> Ttcs:
    from ttcs_desktop import i18n
    from ttcs_desktop.cli import run

    def call(*arguments: str | Path) -> Done:
        code = run([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    i18n.use("vi")
    return call


def test_the_tasks_of_the_seed_are_listed_by_group(ttcs: Ttcs) -> None:
    told = json.loads(ttcs("tasks", SEED, "--json").out)
    assert [(one["group"], len(one["tasks"])) for one in told["assignments"]] == [
        (1, 2),
        (2, 4),
        (3, 2),
        (4, 1),
        (5, 1),
        (6, 1),
        (7, 3),
    ]
    shown = ttcs("tasks", SEED)
    assert shown.code == 0
    assert told["assignments"][0]["tasks"][0]["id"][:20] in shown.out.replace("\n", "")


def test_the_chain_runs_from_file_to_file(ttcs: Ttcs, tmp_path: Path) -> None:
    plan, report, after, days = (
        tmp_path / name for name in ("kh.docx", "bc.docx", "sau.docx", "lich.ics")
    )
    made = ttcs(
        "plan", SEED, "--unit", "dang-uy-22366", "--date", "2026-12-15", "-o", plan,
        "--pdf", tmp_path / "kh.pdf",
    )  # fmt: skip
    assert made.code == 0
    assert (tmp_path / "kh.pdf").read_bytes().startswith(b"%PDF")
    told = ttcs("report", plan, "--period", "quarter", "--date", "2027-03-18", "-o", report)
    assert told.code == 0
    assert "Chưa điền ô “Tình trạng”" in told.err
    assert told.err.count("Chưa điền ô “Tình trạng”") == 1
    going_on = ttcs("next", report, "--date", "2027-06-18", "-o", after)
    assert going_on.code == 0
    assert "quý II năm 2027" in open_file(after).draft.text
    assert ttcs("calendar", plan, "-o", days).code == 0
    assert days.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert [audit(path) for path in (plan, report, after)] == [[], [], []]
    tasks = [[task.id for task in open_file(path).draft.tasks] for path in (plan, report, after)]
    assert tasks[0] == tasks[1] == tasks[2]
    assert len(tasks[0]) == 2


def test_figures_of_the_report_before_are_taken_over(ttcs: Ttcs, tmp_path: Path) -> None:
    plan, first, second = (tmp_path / name for name in ("a.docx", "b.docx", "c.docx"))
    ttcs("plan", SEED, "--unit", "so-tu-phap", "--date", "2026-12-15", "-o", plan)
    ttcs("report", plan, "--period", "quý I năm 2027", "--date", "2027-03-18", "-o", first)
    done = ttcs(
        "report", plan, "--period", "quý III năm 2027", "--date", "2027-09-18", "-o", second,
        "--previous", first,
    )  # fmt: skip
    assert done.code == 0
    assert "Số kỳ trước lấy từ báo cáo quý I năm 2027, không phải quý II năm 2027" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("plan", SEED, "--unit", "khong-co"), "Không có đơn vị “khong-co”"),
        (("report", SEED, "--period", "year"), "không mang nhiệm vụ"),
        (("report", SEED, "--period", "mùa"), "Không rõ “mùa” là kỳ nào"),
        (("plan", "khong-co.docx", "--unit", "btgtu"), "Không mở được tệp"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(
    arguments: tuple[str | Path, ...], told: str, ttcs: Ttcs, tmp_path: Path
) -> None:
    done = ttcs(*arguments, "-o", tmp_path / "a.docx")
    assert done.code == 2
    assert told in done.err
    assert not (tmp_path / "a.docx").exists()
