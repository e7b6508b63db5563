"""Options and fixtures that every room's tests share."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

SEED = Path(__file__).parent / "seed-guidance.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the golden files with what the code makes now; look at the diff",
    )


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the clerk's own folder out of every test."""
    monkeypatch.setenv("TTCS_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def seed_text() -> str:
    """Return the real guidance that started the project, as it was typed."""
    return SEED.read_text(encoding="utf-8")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of 64 kB."""
    yield from _mounted(tmp_path / "disk", "size=64k")


@pytest.fixture
def locked_folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that can only be read."""
    yield from _mounted(tmp_path / "locked", "ro")


def _mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
