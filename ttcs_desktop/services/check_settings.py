"""What an office decided about the checker, kept and carried as one file (thiết lập kiểm tra)."""

from pathlib import Path

from ttcs_desktop.codec import read_toml, to_record, to_table
from ttcs_desktop.errors import DataError
from ttcs_desktop.model.check_settings import CheckSettings
from ttcs_desktop.services.files import write_atomically

FILE_NAME = "checking.toml"


def load_check_settings(own: Path) -> CheckSettings:
    """Read the settings of the clerk's own folder; without a file nothing was decided.

    Raises:
        DataError: the file is no TOML, or a field of it is wrong; says which.
    """
    path = own / FILE_NAME
    return read_check_settings(path) if path.exists() else CheckSettings()


def read_check_settings(path: Path) -> CheckSettings:
    """Read settings that an office sent along, TOML or JSON.

    Raises:
        DataError: the file cannot be read, or a field of it is wrong; says which.
    """
    if path.suffix.lower() == ".json":
        from ttcs_desktop.codec import from_json

        try:
            return from_json(path.read_bytes(), CheckSettings, where=str(path))
        except OSError as error:
            raise DataError(str(error.strerror or error), where=str(path)) from error
    return to_record(read_toml(path), CheckSettings, where=str(path))


def save_check_settings(settings: CheckSettings, own: Path) -> None:
    """Keep settings in the clerk's own folder.

    Raises:
        WriteError: the folder cannot be written; the old file is intact.
    """
    write_check_settings(settings, own / FILE_NAME)


def write_check_settings(settings: CheckSettings, path: Path) -> None:
    """Write settings for another office, as TOML, or as JSON where the name says so.

    Raises:
        WriteError: the file cannot be written; the old one is intact.
    """
    if path.suffix.lower() == ".json":
        from ttcs_desktop.codec import to_json

        write_atomically(path, to_json(settings))
        return
    import tomli_w

    write_atomically(path, tomli_w.dumps(to_table(settings)).encode("utf-8"))
