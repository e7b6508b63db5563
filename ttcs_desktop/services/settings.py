"""The clerk's own choices, kept in one readable file (thiết đặt)."""

import dataclasses
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ttcs_desktop.places import user_data


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
        return _settings(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        path.replace(path.with_suffix(".unreadable.toml"))
        return Settings()


def _settings(values: Mapping[str, Any]) -> Settings:
    """Take over what is known; the window waits for this, so no codec is loaded for it."""
    usual = dataclasses.asdict(Settings())
    told = {name: values[name] for name in usual if name in values}
    told |= {name: tuple(map(int, value)) for name, value in told.items() if type(value) is list}
    if any(type(value) is not type(usual[name]) for name, value in told.items()):
        raise TypeError
    return Settings(**told)


def save_settings(settings: Settings) -> None:
    """Write the settings.

    Raises:
        WriteError: the folder cannot be written.
    """
    from ttcs_desktop.services.files import write_atomically

    write_atomically(settings_file(), settings_text(settings))


def settings_text(settings: Settings) -> bytes:
    """Return the settings as they are written."""
    import tomli_w

    return tomli_w.dumps(dataclasses.asdict(settings)).encode("utf-8")
