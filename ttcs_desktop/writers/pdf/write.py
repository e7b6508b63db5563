"""From a sheet to the bytes of a PDF, and to the places of its source lines on the pages."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from ttcs_desktop.codec import to_json
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.places import resources
from ttcs_desktop.writers.pdf.copy import copy
from ttcs_desktop.writers.pdf.fonts import font_of
from ttcs_desktop.writers.pdf.looks import looks

if TYPE_CHECKING:
    from typst import Compiler, Fonts

T = TypeVar("T")

_PLACES = """query(<{label}>).map(mark => {{
  let at = mark.location().position()
  (mark.value, at.page, at.x.pt(), at.y.pt())
}})"""
_SOURCE, _SIGNATURE = "source", "signature-space"
_MOST_KEPT = 200_000
"""Letters of copied sheets, some twenty pages, after which memory is given back."""
_ROUNDS_PASSED_OVER = 4
"""Of the ten rounds that Typst remembers: the last ones stay, for the same text a letter later."""
_NOTHING = b" "
_PANIC = "PanicException"
"""A fault inside Typst, which is no `Exception` and would slip past whoever looks for one."""
_FIXED_TIME = 0
"""An archive must carry a date; the same sheet must give the same bytes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of the official text starts on the pages: page from 1, x and y in pt from the
    top left corner of the page.
    """

    line: int
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SignatureRoom:
    """Room for a signature (chỗ ký; ô 7c), between title and name: page from 1, pt from the top
    left corner of the page; `line` is that of its block in the official text, 0 for none.
    """

    line: int
    page: int
    middle: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages for the screen, and where each line of the official text stands on them."""

    pdf: bytes
    places: tuple[Place, ...]


def write(sheet: Sheet, format: FormatProfile, *, is_archival: bool = False) -> bytes:  # noqa: A002
    """Return the PDF of a sheet; the same sheet gives the same bytes.

    Archival is PDF/A-2b. Safe in any thread.
    """
    return _press(format.font).pdf(sheet, format, is_archival=is_archival)


def preview(sheet: Sheet, format: FormatProfile) -> Preview:  # noqa: A002
    """Return the PDF of a sheet without what only an archive needs, and the places of its lines.

    Safe in any thread; other threads run on while the pages are set.
    """
    return _press(format.font).preview(sheet, format)


def signature_rooms(sheet: Sheet, format: FormatProfile) -> tuple[SignatureRoom, ...]:  # noqa: A002
    """Return the rooms for signatures, as they are read on the pages."""
    look = looks(format)[_SIGNATURE]
    return tuple(
        SignatureRoom(
            place.line,
            place.page,
            middle=place.x,
            top=place.y - look.ascent - look.before,
            bottom=place.y + look.descent,
        )
        for place in _press(format.font).signature_places(sheet, format)
    )


class _Press:
    """A typesetter kept warm, used by one thread at a time.

    Typst remembers what it set across compilers: of a text a letter later it sets one paragraph.
    """

    def __init__(self, fonts: "Fonts", family: str) -> None:
        self._fonts = fonts
        self._family = family
        self._lock = threading.Lock()
        self._set = 0

    def pdf(self, sheet: Sheet, format: FormatProfile, *, is_archival: bool) -> bytes:  # noqa: A002
        with self._lock:
            main = self._main(sheet, format, is_dated=is_archival)
            pdf = _guarded(
                lambda: self._compiler(main).compile(
                    format="pdf",
                    pdf_standards="a-2b" if is_archival else [],
                    timestamp=_FIXED_TIME,
                )
            )
            self._forget()
        assert isinstance(pdf, bytes), "one file, no file name: bytes"  # noqa: S101
        return pdf

    def preview(self, sheet: Sheet, format: FormatProfile) -> Preview:  # noqa: A002
        with self._lock:
            main = self._main(sheet, format)
            compiler = self._compiler(main)
            found = _places(compiler, _SOURCE)
            pdf = _guarded(
                lambda: compiler.compile(main, format="pdf", pdf_tags=False, timestamp=_FIXED_TIME)
            )
            self._forget()
        assert isinstance(pdf, bytes), "one file, no file name: bytes"  # noqa: S101
        return Preview(pdf, found)

    def signature_places(self, sheet: Sheet, format: FormatProfile) -> tuple[Place, ...]:  # noqa: A002
        with self._lock:
            found = _places(self._compiler(self._main(sheet, format)), _SIGNATURE)
            self._forget()
        return found

    def _main(self, sheet: Sheet, format: FormatProfile, *, is_dated: bool = False) -> bytes:  # noqa: A002
        """Return the Typst source that sets a sheet.

        The sheet stands in it as a string: what Typst remembers holds only as long as its
        `sys.inputs` stay as they are.
        """
        copied = to_json(copy(sheet, format) | {"font": self._family, "is_dated": is_dated})
        self._set += len(copied)
        escaped = copied.replace(b"\\", b"\\\\").replace(b'"', b'\\"')
        return b'#import "/sheet.typ": pages\n#pages(json(bytes("' + escaped + b'")))'

    def _compiler(self, main: bytes) -> "Compiler":
        import typst

        root = str(resources() / "typst")
        return typst.Compiler(main, root=root, font_paths=self._fonts, ignore_system_fonts=True)

    def _forget(self) -> None:
        """Give memory back when enough has gathered: what was set some rounds ago.

        Typst keeps what it set in its last ten rounds, on 40 pages 10 MB a round.
        """
        if self._set < _MOST_KEPT:
            return
        self._set = 0
        nothing = self._compiler(_NOTHING)
        for _ in range(_ROUNDS_PASSED_OVER):
            nothing.compile(_NOTHING, format="svg")


def _places(compiler: "Compiler", label: str) -> tuple[Place, ...]:
    """Return where the marks of a kind stand; asked of a compiler before anything else.

    It sets the pages, and the PDF is made from the same ones.
    """
    found = json.loads(_guarded(lambda: compiler.eval(_PLACES.format(label=label))))
    return tuple(Place(*values) for values in found)


def _guarded(work: Callable[[], T]) -> T:
    """Carry out work of Typst; a fault inside it is an error like any other."""
    try:
        return work()
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        _press.cache_clear()
        raise RuntimeError(str(error)) from error


@cache
def _press(font: str) -> _Press:
    import typst

    family, folder = font_of(font)
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
    return _Press(fonts, family)
