"""What a crash leaves behind is found again."""

import os
import subprocess
import sys
import time
from pathlib import Path

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.recovery import Autosave

CRASHING = """
import sys, time
from pathlib import Path
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.recovery import Autosave
kept = Autosave(Path(sys.argv[1]))
kept.save(Draft(text="I. MỤC ĐÍCH", unit="btgtu"))
print("saved", flush=True)
time.sleep(60)
"""


def test_a_killed_session_is_recovered_and_a_living_one_is_left_alone(tmp_path: Path) -> None:
    session = subprocess.Popen(
        [sys.executable, "-c", CRASHING, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert session.stdout is not None
    assert session.stdout.readline() == "saved\n"
    next_session = Autosave(tmp_path)
    assert next_session.recoverable() == ()
    session.kill()
    session.wait()
    deadline = time.monotonic() + 5
    while not (left := next_session.recoverable()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [kept.draft for kept in left] == [Draft(text="I. MỤC ĐÍCH", unit="btgtu")]
    next_session.discard(left[0])
    assert next_session.recoverable() == ()


def test_a_session_that_ends_with_its_work_saved_leaves_nothing(tmp_path: Path) -> None:
    session = Autosave(tmp_path)
    session.save(Draft(text="x"))
    session.discard()
    session.close()
    assert Autosave(tmp_path).recoverable() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_a_killed_session_had_half_written_is_no_draft(tmp_path: Path) -> None:
    session = Autosave(tmp_path)
    session.save(Draft(text="cũ"))
    session.close()
    whole = next(tmp_path.glob("*.json"))
    half = tmp_path / ".ttcs-abc.json"
    half.write_bytes(whole.read_bytes())
    assert [kept.draft.text for kept in Autosave(tmp_path).recoverable()] == ["cũ"]
    os.utime(half, (0, 0))
    Autosave(tmp_path).recoverable()
    assert not half.exists()
