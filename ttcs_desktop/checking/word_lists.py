"""Lists of words that the rules of language ask (resources/checking), each read once."""

from functools import cache
from typing import Any

from ttcs_desktop.codec import read_toml
from ttcs_desktop.places import resources


@cache
def word_lists(name: str) -> dict[str, Any]:
    """Return the lists of one file of resources/checking by its name.

    Raises:
        DataError: the file cannot be read.
    """
    return read_toml(resources() / "checking" / f"{name}.toml")
