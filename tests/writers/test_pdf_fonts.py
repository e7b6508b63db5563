"""Which fonts the pages are set with: the clerk's own Times New Roman, or its bundled twin."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ttcs_desktop.places import resources, user_data
from ttcs_desktop.writers.pdf import fonts

_BUNDLED = ("Regular", "Bold", "Italic", "BoldItalic")


@pytest.fixture(autouse=True)
def looked_at_anew() -> Iterator[None]:
    fonts.installed.cache_clear()
    fonts.font_of.cache_clear()
    yield
    fonts.installed.cache_clear()
    fonts.font_of.cache_clear()


def _install(folder: Path, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    for face, name in zip(_BUNDLED, names, strict=False):
        shutil.copy(resources() / "fonts" / f"LiberationSerif-{face}.ttf", folder / name)
    monkeypatch.setattr(fonts, "_folders", lambda: (folder,))


def test_without_times_new_roman_its_bundled_twin_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path / "fonts", (), monkeypatch)
    assert fonts.font_of("Times New Roman") == ("Liberation Serif", resources() / "fonts")


@pytest.mark.parametrize(
    "names",
    [
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        (
            "Times New Roman.ttf",
            "Times New Roman Bold.ttf",
            "Times New Roman Italic.ttf",
            "Times New Roman Bold Italic.ttf",
        ),
    ],
)
def test_the_clerks_own_times_new_roman_is_used_where_present(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path / "fonts", names, monkeypatch)
    assert fonts.font_of("Times New Roman") == ("Times New Roman", user_data() / "fonts")
    assert {path.name for path in (user_data() / "fonts").iterdir()} == set(names)


def test_a_font_with_a_face_missing_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path / "fonts", ("times.ttf", "timesbd.ttf", "timesi.ttf"), monkeypatch)
    assert fonts.font_of("Times New Roman")[0] == "Liberation Serif"
