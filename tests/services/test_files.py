"""A failed write harms nothing."""

import os
import subprocess
from pathlib import Path

import pytest

from ttcs_desktop.errors import WriteError
from ttcs_desktop.services.files import write_atomically


def test_a_new_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "năm 2026" / "kế hoạch.docx"
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["kế hoạch.docx"]


@pytest.fixture
def small_disk(tmp_path: Path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_file_and_no_half_file(small_disk: Path) -> None:
    target = small_disk / "báo cáo.docx"
    write_atomically(target, b"old")
    with pytest.raises(WriteError, match="đầy"):
        write_atomically(target, os.urandom(200_000))
    assert target.read_bytes() == b"old"
    assert [path.name for path in small_disk.iterdir()] == ["báo cáo.docx"]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(WriteError, match=r"a\.docx"):
        write_atomically(tmp_path / "a.docx", b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "a.docx"]


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(WriteError) as told:
        write_atomically(tmp_path / "out" / "a.docx", b"x")
    assert told.value.remedy
    assert (tmp_path / "out").read_text() == "x"


def test_a_read_only_disk_is_told(small_disk: Path) -> None:
    target = small_disk / "a.docx"
    write_atomically(target, b"old")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(WriteError, match="chỉ cho đọc"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
