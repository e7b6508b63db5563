"""Which font files the pages use: the user's own Times New Roman, or the bundled twin.

Nothing scans the system's fonts: the few places where Times New Roman lives are looked at by name.
"""

import os
import shutil
import sys
from functools import cache
from pathlib import Path

from ttcs_desktop.places import resources, user_data

TWIN = "Liberation Serif"
_FACES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
_FACES_IN_FULL = (
    "Times New Roman.ttf",
    "Times New Roman Bold.ttf",
    "Times New Roman Italic.ttf",
    "Times New Roman Bold Italic.ttf",
)
_FACES_OF_MSCORE = (
    "Times_New_Roman.ttf",
    "Times_New_Roman_Bold.ttf",
    "Times_New_Roman_Italic.ttf",
    "Times_New_Roman_Bold_Italic.ttf",
)


@cache
def installed(font: str) -> tuple[Path, ...]:
    """Return the four faces of Times New Roman on this machine, or () when one is missing."""
    if font != "Times New Roman":
        return ()
    for folder in _folders():
        for names in (_FACES, _FACES_IN_FULL, _FACES_OF_MSCORE):
            faces = tuple(folder / name for name in names)
            if all(face.is_file() for face in faces):
                return faces
    return ()


def _folders() -> tuple[Path, ...]:
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return (windows, own)
    if sys.platform == "darwin":
        return (
            Path("/System/Library/Fonts/Supplemental"),
            Path("/Library/Fonts"),
            Path.home() / "Library" / "Fonts",
        )
    return (
        Path("/usr/share/fonts/truetype/msttcorefonts"),
        Path("/usr/share/fonts/msttcorefonts"),
        Path("/usr/share/fonts/TTF"),
        Path.home() / ".fonts",
        Path.home() / ".local" / "share" / "fonts",
    )


@cache
def font_of(font: str) -> tuple[str, Path]:
    """Return the family to set a format's font with, and a folder that holds it and little else."""
    faces = installed(font)
    if faces:
        try:
            return font, _gathered(faces)
        except OSError:
            pass
    return TWIN, resources() / "fonts"


def _gathered(faces: tuple[Path, ...]) -> Path:
    """Lay copies of the faces in a folder of their own: Typst reads whole folders, and the
    system's is slow to read.
    """
    folder = user_data() / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for face in faces:
        copy = folder / face.name
        if not copy.is_file() or copy.stat().st_size != face.stat().st_size:
            shutil.copyfile(face, copy)
    return folder
