"""Broken and harmful files: no crash, no hang, little memory, a clear sentence."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from checking.documents import TODAY, library
from checking.hostile import mutants, packed, pages, parts_of, with_nested_tables
from checking.samples import SAMPLES

from ttcs_desktop.errors import UserError
from ttcs_desktop.services.checking import Checker, CheckRequest
from ttcs_desktop.services.mending import Mender

FILES = 200
LONGEST = 10.0
"""Seconds."""
MOST_MEMORY = 500 * 1024
"""KiB."""


def outcome(data: bytes) -> str:
    """Check and mend a file; return what was said, or how much was found."""
    mender = Mender(Checker(library(), today=lambda: TODAY))
    try:
        made = mender.mend_data(data, CheckRequest(Path("tệp.docx")))
    except UserError as error:
        return "refused" if str(error) and error.remedy else "refused without a word"
    return "checked" if made.before.findings else "nothing found"


def test_no_mutated_file_brings_the_checker_down() -> None:
    seen: dict[str, int] = {}
    for name, data in mutants(FILES):
        start = time.monotonic()
        try:
            said = outcome(data)
        except Exception as error:
            pytest.fail(f"{name}: {error!r}")
        assert time.monotonic() - start < LONGEST, name
        seen[said] = seen.get(said, 0) + 1
    assert "refused without a word" not in seen
    assert seen["refused"] > FILES // 10
    assert seen["checked"] > FILES // 10


def test_five_thousand_pages_are_checked_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "dài.docx"
    path.write_bytes(pages(SAMPLES["state"](), 5000))
    seconds, kibibytes = measured(path)
    assert seconds < LONGEST
    assert kibibytes < MOST_MEMORY


def test_more_pages_than_any_document_has_are_refused_with_a_sentence() -> None:
    with pytest.raises(UserError, match="đoạn") as told:
        Checker(library()).check_data(
            pages(SAMPLES["state"](), 5000), CheckRequest(Path("tệp.docx"))
        )
    assert told.value.remedy


def test_a_thousand_pages_are_checked_and_what_was_not_looked_at_is_said() -> None:
    found = (
        Checker(library(), today=lambda: TODAY)
        .check_data(pages(SAMPLES["state"](), 1200), CheckRequest(Path("tệp.docx")))
        .findings
    )
    assert "content.too-long" in {one.rule for one in found}


def test_deep_tables_are_checked_within_bounds(tmp_path: Path) -> None:
    import random

    path = tmp_path / "sâu.docx"
    path.write_bytes(with_nested_tables(SAMPLES["state"](), random.Random(3)))  # noqa: S311
    seconds, kibibytes = measured(path)
    assert seconds < LONGEST
    assert kibibytes < MOST_MEMORY


def test_a_file_with_entities_is_refused_with_a_sentence() -> None:
    parts = parts_of(SAMPLES["state"]())
    main = parts["word/document.xml"].replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)
    with pytest.raises(UserError) as told:
        Checker(library()).check_data(
            packed(parts | {"word/document.xml": main}), CheckRequest(Path("tệp.docx"))
        )
    assert told.value.remedy


def measured(path: Path) -> tuple[float, int]:
    """Check a file as the command does; return how long it took and the most memory it held."""
    code = (
        "import resource, sys, time\n"
        "from pathlib import Path\n"
        "from ttcs_desktop.errors import UserError\n"
        "from ttcs_desktop.services.checking import Checker, CheckRequest\n"
        "from ttcs_desktop.services.library import Library\n"
        "checker = Checker(Library())\n"
        "start = time.process_time()\n"
        "try:\n"
        "    checker.check(CheckRequest(Path(sys.argv[1])))\n"
        "except UserError as error:\n"
        "    print(error, file=sys.stderr)\n"
        "used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(time.process_time() - start, used)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    seconds, kibibytes = done.stdout.split()
    return float(seconds), int(kibibytes)
