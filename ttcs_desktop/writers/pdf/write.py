"""From a sheet to the bytes of a PDF, and to the places of its source lines on the pages."""

import json
import threading
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ttcs_desktop.codec import to_json
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.places import resources
from ttcs_desktop.writers.pdf.copy import copy
from ttcs_desktop.writers.pdf.fonts import TWIN, font_of
from ttcs_desktop.writers.pdf.looks import looks

if TYPE_CHECKING:
    from typst import Compiler

_PLACES = """query(<{label}>).map(mark => {{
  let at = mark.location().position()
  (mark.value, at.page, at.x.pt(), at.y.pt())
}})"""
_SOURCE, _SIGNATURE = "source", "signature-space"
_ROUNDS_KEPT = 10
_MOST_KEPT = 200_000
"""Letters of copied sheets, some twenty pages, after which memory is given back."""
_NOTHING = json.dumps(
    {"title": "", "author": "", "keywords": "", "is_dated": False, "font": TWIN, "sections": []}
)
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
    """A typesetter kept warm, used by one thread at a time."""

    def __init__(self, compiler: "Compiler", family: str) -> None:
        self._compiler = compiler
        self._family = family
        self._lock = threading.Lock()
        self._set = 0

    def pdf(self, sheet: Sheet, format: FormatProfile, *, is_archival: bool) -> bytes:  # noqa: A002
        with self._lock:
            pdf = self._compile(sheet, format, is_archival=is_archival, is_tagged=True)
            self._forget()
        return pdf

    def preview(self, sheet: Sheet, format: FormatProfile) -> Preview:  # noqa: A002
        with self._lock:
            pdf = self._compile(sheet, format, is_archival=False, is_tagged=False)
            found = self._places(_SOURCE)
            self._forget()
        return Preview(pdf, found)

    def signature_places(self, sheet: Sheet, format: FormatProfile) -> tuple[Place, ...]:  # noqa: A002
        with self._lock:
            self._compile(sheet, format, is_archival=False, is_tagged=False)
            found = self._places(_SIGNATURE)
            self._forget()
        return found

    def _places(self, label: str) -> tuple[Place, ...]:
        found = json.loads(self._compiler.eval(_PLACES.format(label=label)))
        return tuple(Place(*values) for values in found)

    def _compile(
        self,
        sheet: Sheet,
        format: FormatProfile,  # noqa: A002
        *,
        is_archival: bool,
        is_tagged: bool,
    ) -> bytes:
        values = copy(sheet, format) | {"font": self._family, "is_dated": is_archival}
        copied = to_json(values).decode()
        self._set += len(copied)
        try:
            pdf = self._compiler.compile(
                format="pdf",
                sys_inputs={"sheet": copied},
                pdf_standards="a-2b" if is_archival else [],
                pdf_tags=is_tagged,
                timestamp=_FIXED_TIME,
            )
        except BaseException as error:
            if type(error).__name__ != _PANIC:
                raise
            _press.cache_clear()
            raise RuntimeError(str(error)) from error
        assert isinstance(pdf, bytes), "one file, no file name: bytes"  # noqa: S101
        return pdf

    def _forget(self) -> None:
        """Give memory back when enough has gathered.

        Typst keeps what it set in its last ten rounds, which saves no time here and costs 30 MB a
        round on 40 pages; ten rounds of nothing clear it in 5 ms.
        """
        if self._set < _MOST_KEPT:
            return
        self._set = 0
        for _ in range(_ROUNDS_KEPT):
            self._compiler.compile(format="svg", sys_inputs={"sheet": _NOTHING})


@cache
def _press(font: str) -> _Press:
    import typst

    family, fonts = font_of(font)
    folder = resources() / "typst"
    compiler = typst.Compiler(
        str(folder / "sheet.typ"),
        root=str(folder),
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(fonts)],
        ),
        ignore_system_fonts=True,
    )
    return _Press(compiler, family)
