"""The clerk's own choices, kept in one readable file (thiết đặt)."""

import dataclasses
from pathlib import Path

import tomli_w

from ttcs_desktop.codec import read_toml, to_record, to_table
from ttcs_desktop.errors import DataError
from ttcs_desktop.places import user_data
from ttcs_desktop.services.files import write_atomically


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """What the window remembers from day to day.

    `unit` is the clerk's own unit; `folder` where files are saved; `window` the window's place as
    Qt writes it; `panes` the widths of form, text and pages in pixels, 0 hidden; `name_pattern`
    names exported files; `registry` where the database is, as in `registry.location`, "" for the
    own folder.
    """

    language: str = "vi"
    unit: str = ""
    folder: str = ""
    window: str = ""
    panes: tuple[int, ...] = ()
    name_pattern: str = "{type}-{number}-{unit}-{date}"
    registry: str = ""


def settings_file() -> Path:
    """Return where the settings are kept."""
    return user_data() / "settings.toml"


def load_settings() -> Settings:
    """Read the settings; a file that cannot be read is set aside, never lost."""
    path = settings_file()
    if not path.exists():
        return Settings()
    try:
        return to_record(read_toml(path), Settings, where=str(path))
    except DataError:
        path.replace(path.with_suffix(".unreadable.toml"))
        return Settings()


def save_settings(settings: Settings) -> None:
    """Write the settings.

    Raises:
        WriteError: the folder cannot be written.
    """
    write_atomically(settings_file(), tomli_w.dumps(to_table(settings)).encode("utf-8"))
