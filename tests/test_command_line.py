"""`ttcs` as scripts and clerks meet it: files made, one sentence when it cannot, exit codes."""

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import SEED
from judges import audit, page_count, words


@dataclass(frozen=True)
class Done:
    """What one command did."""

    code: int
    out: str
    err: str


Ttcs = Callable[..., Done]


@pytest.fixture
def ttcs(capsys: pytest.CaptureFixture[str]) -> Ttcs:
    """Run a command line in this process."""
    from ttcs_desktop import i18n
    from ttcs_desktop.cli import run

    def call(*arguments: str | Path) -> Done:
        code = run([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    i18n.use("vi")
    return call


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


SEED_2017 = ("--unit", "btgtu", "--format", "party-2018", "--date", "2017-09-05")


def test_the_seed_becomes_an_official_file_and_its_page_twin(ttcs: Ttcs, tmp_path: Path) -> None:
    docx, pdf = tmp_path / "seed.docx", tmp_path / "seed.pdf"
    done = ttcs("render", SEED, *SEED_2017, "-o", docx, "--pdf", pdf)
    assert done.code == 0
    assert audit(docx) == []
    assert docx.stat().st_size <= 20_000
    assert page_count(pdf) >= 4
    assert "-HD/BTGTU" in words(pdf)


@pytest.mark.parametrize(
    ("unit", "format_id", "number"),
    [("btgtu", "party-2026", "-HD/BTGTU"), ("so-vhttdl", "state-2020", "/HD-SVHTTDL")],
)
def test_the_same_text_takes_the_look_of_the_unit(
    ttcs: Ttcs, tmp_path: Path, unit: str, format_id: str, number: str
) -> None:
    docx, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    done = ttcs("render", SEED, "--unit", unit, "--date", "2026-11-24", "-o", docx, "--pdf", pdf)
    assert done.code == 0
    assert audit(docx) == []
    assert any(word.endswith(number) for word in words(pdf))
    shown = json.loads(ttcs("read", docx, "--json").out)
    assert shown["is_ours"] is True
    assert shown["draft"]["unit"] == unit
    assert format_id in zipfile.ZipFile(docx).read("docProps/custom.xml").decode()


@pytest.mark.parametrize("template", ["guidance", "annual-plan", "report"])
def test_every_kind_is_made_from_its_template(ttcs: Ttcs, tmp_path: Path, template: str) -> None:
    docx = tmp_path / "a.docx"
    assert ttcs("render", template, "-o", docx).code == 0
    assert audit(docx) == []
    read = json.loads(ttcs("read", docx, "--json").out)
    assert read["draft"]["template"] == template
    assert read["was_edited_outside"] is False


def test_the_same_command_gives_the_same_bytes(ttcs: Ttcs, tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = ttcs(
            "render",
            SEED,
            *SEED_2017,
            "-o",
            tmp_path / f"{name}.docx",
            "--pdf",
            tmp_path / f"{name}.pdf",
        )
        assert done.code == 0
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_front_matter_says_what_the_command_does_not(ttcs: Ttcs, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(
        '+++\nunit = "btgtu"\ndate = 2026-10-05\nnumber = "31"\n+++\nHƯỚNG DẪN\n\n'
        "về thông tin cơ sở\n\nI. MỤC ĐÍCH\n\nNội dung của văn bản.\n",
        encoding="utf-8",
    )
    pdf = tmp_path / "a.pdf"
    assert ttcs("render", source, "-o", tmp_path / "a.docx", "--pdf", pdf).code == 0
    assert "31-HD/BTGTU" in words(pdf)


def test_an_old_encoding_is_told(ttcs: Ttcs, tmp_path: Path) -> None:
    source = tmp_path / "cu.txt"
    source.write_bytes("B¸o c¸o kÕt qu¶ c«ng t¸c th«ng tin c¬ së cña x·".encode("latin-1"))
    done = ttcs("read", source, "--json")
    assert done.code == 0
    assert json.loads(done.out)["suggested_encoding"] == "tcvn3"


def _nothing(folder: Path) -> list[str | Path]:
    return ["render", folder / "không có.txt", "-o", folder / "a.docx"]


def _unknown_unit(folder: Path) -> list[str | Path]:
    return ["render", SEED, "--unit", "btgt", "-o", folder / "a.docx"]


def _unknown_format(folder: Path) -> list[str | Path]:
    return ["render", SEED, "--unit", "btgtu", "--format", "party", "-o", folder / "a.docx"]


def _wrong_date(folder: Path) -> list[str | Path]:
    return ["render", SEED, "--unit", "btgtu", "--date", "05/9/2017", "-o", folder / "a.docx"]


def _broken_data(folder: Path) -> list[str | Path]:
    data = folder / "data.toml"
    data.write_text('answers = { subject = "x"', encoding="utf-8")
    return ["render", "guidance", "--data", data, "-o", folder / "a.docx"]


def _broken_front_matter(folder: Path) -> list[str | Path]:
    source = folder / "a.txt"
    source.write_text('+++\nunits = "btgtu"\n+++\nHƯỚNG DẪN\n', encoding="utf-8")
    return ["render", source, "-o", folder / "a.docx"]


def _zip_bomb(folder: Path) -> list[str | Path]:
    source = folder / "a.docx"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"0" * 300_000_000)
    return ["read", source]


def _external_entity(folder: Path) -> list[str | Path]:
    source = folder / "a.docx"
    with zipfile.ZipFile(source, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        )
    return ["read", source]


def _not_a_document(folder: Path) -> list[str | Path]:
    source = folder / "a.docx"
    source.write_bytes(b"%PDF-1.7 " + os.urandom(500))
    return ["read", source]


def _no_option(_folder: Path) -> list[str | Path]:
    return ["render", SEED]


@pytest.mark.parametrize(
    "made",
    [
        _nothing,
        _unknown_unit,
        _unknown_format,
        _wrong_date,
        _broken_data,
        _broken_front_matter,
        _zip_bomb,
        _external_entity,
        _not_a_document,
        _no_option,
    ],
    ids=lambda made: made.__name__.strip("_"),
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    made: Callable[[Path], list[str | Path]], ttcs: Ttcs, tmp_path: Path
) -> None:
    done = ttcs(*made(tmp_path))
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.strip().splitlines()) == 1
    assert "Traceback" not in done.err
    assert not (tmp_path / "a.docx").exists() or done.err.startswith(str(tmp_path / "a.docx"))


def test_a_full_disk_leaves_the_old_file(ttcs: Ttcs, small_disk: Path) -> None:
    target = small_disk / "a.docx"
    target.write_bytes(b"old")
    source = small_disk.parent / "long.txt"
    source.write_text(SEED.read_text(encoding="utf-8") + "\n\nĐoạn thêm, " + _noise(), "utf-8")
    done = ttcs("render", source, "--unit", "btgtu", "-o", target)
    assert done.code == 2
    assert "đầy" in done.err.splitlines()[-1]
    assert target.read_bytes() == b"old"
    assert [path.name for path in small_disk.iterdir()] == ["a.docx"]


def _noise() -> str:
    return " ".join(os.urandom(6).hex() for _ in range(3000))


def test_ten_megabytes_of_text_are_refused_or_made_but_never_crash(
    ttcs: Ttcs, tmp_path: Path
) -> None:
    source = tmp_path / "big.txt"
    source.write_text("Đoạn văn bản rất dài của một cơ quan. " * 280_000, encoding="utf-8")
    done = ttcs("read", source)
    assert done.code in (0, 2)
    assert "Traceback" not in done.err


def test_the_command_speaks_english_when_asked() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ttcs_desktop", "render", "x.txt", "-o", "a.docx", "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "template" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_version_is_that_of_the_project() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ttcs_desktop", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    root = Path(__file__).parents[1]
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert done.stdout.strip() == f"ttcs {project['version']}"


@pytest.mark.parametrize(
    "command",
    [
        ("units", "list"),
        ("units", "show", "btgtu"),
        ("templates", "list"),
        ("templates", "show", "guidance"),
        ("formats", "list"),
        ("formats", "show", "party-2026"),
    ],
    ids=" ".join,
)
def test_lists_and_facts_come_as_text_and_as_json(command: tuple[str, ...], ttcs: Ttcs) -> None:
    told = ttcs(*command)
    assert (told.code, told.err) == (0, "")
    assert told.out.strip()
    assert json.loads(ttcs(*command, "--json").out)


def test_a_unit_bears_the_name_of_the_day(ttcs: Ttcs) -> None:
    names = [
        json.loads(ttcs("units", "show", "btgtu", "--on", day, "--json").out)["name"]
        for day in ("2019-05-01", "2025-09-01", "2026-11-01")
    ]
    assert len(set(names)) >= 2
    assert "Dân vận" in names[1]


def test_rendering_asks_for_no_heavy_library_that_it_does_not_use(tmp_path: Path) -> None:
    program = (
        "import sys; from ttcs_desktop.cli import run; "
        f"run(['render', {str(SEED)!r}, '--unit', 'btgtu', '-o', {str(tmp_path / 'a.docx')!r}]); "
        "print(sorted(set(sys.modules) & "
        "{'PySide6', 'typst', 'sqlalchemy', 'jinja2', 'openpyxl', 'alembic'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"TTCS_HOME": str(tmp_path)},
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"
