"""Options and fixtures that every room's tests share."""

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
