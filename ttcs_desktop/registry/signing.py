"""How signatures look on electronic copies: what ships, the clerk's own over it (ảnh chữ ký)."""

from pathlib import Path
from typing import Any

from ttcs_desktop.codec import to_record
from ttcs_desktop.model.signature import SigningLook
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown


def load_signing_look(*folders: Path) -> SigningLook:
    """Read the sizes.

    Raises:
        DataError: a file is not TOML, or a field is wrong.
    """
    laid: dict[str, Any] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, field_names(SigningLook), str(path))
        laid |= values
    return to_record(laid, SigningLook, where="signing")
