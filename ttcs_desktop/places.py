"""Where things live: what ships with the product, and what belongs to the clerk."""

import os
import sys
from functools import cache
from pathlib import Path

APPLICATION = "ttcs-desktop"


@cache
def shipped() -> Path:
    """Return the folder that holds `resources/` and `templates/`, in a checkout or an install."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent


def resources() -> Path:
    """Return the folder of shipped formats, units, instruments, fonts and catalogues."""
    return shipped() / "resources"


def shipped_templates() -> Path:
    """Return the folder of the templates that ship with the product (mẫu có sẵn)."""
    return shipped() / "templates"


def user_data() -> Path:
    """Return the clerk's own folder: user templates, drafts, settings.

    The environment variable `TTCS_HOME` moves it, so that an office can keep it on a USB stick
    and a test can keep it in a temporary folder.
    """
    home = os.environ.get("TTCS_HOME")
    if home:
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False)


def user_cache() -> Path:
    """Return the folder of what can be made again at any time: pictures of pages."""
    home = os.environ.get("TTCS_HOME")
    if home:
        return Path(home) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False)


def user_templates() -> Path:
    """Return the folder of the clerk's own templates (mẫu của đơn vị)."""
    return user_data() / "templates"
