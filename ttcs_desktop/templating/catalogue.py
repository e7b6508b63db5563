"""The templates at hand: what ships, with the clerk's own laid over it (danh mục mẫu)."""

import difflib
import os
import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ttcs_desktop.errors import TemplateError, UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.templating.faults import Source
from ttcs_desktop.templating.form import FILE, KINDS, read_info
from ttcs_desktop.templating.template import Template, load

MACROS = "_macros"
_EXTENDS = re.compile(r"""^\s*extends\s*=\s*["'](?P<id>[^"'\n]*)["']""", re.MULTILINE)
_NAME = re.compile(r"[^_./\\:][^/\\:]*")
"""What a folder of a template may be called: `_macros` is none, nor is a path."""
_Stamp = tuple[tuple[int, int] | None, ...]

T = TypeVar("T")


class _Kept(NamedTuple, Generic[T]):
    """What was read from files, where they are or might come to be, and how they stood then."""

    watched: tuple[str, ...]
    stamp: _Stamp
    read: T

    @property
    def is_as_written(self) -> bool:
        return _stamp(self.watched) == self.stamp


class Catalogue:
    """Templates by id in some folders; one in a later folder lies over one in an earlier.

    A template is read, checked and tried when it is first asked for, and again when one of its
    files was changed. Macros come from the template's own folder first, then from those before it.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._ready: dict[str, _Kept[Template]] = {}
        self._infos: dict[str, _Kept[TemplateInfo]] = {}
        self._lock = threading.Lock()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all templates, right or wrong."""
        return tuple(sorted(self._homes()))

    def all(self) -> tuple[TemplateInfo, ...]:
        """Return what every template says of itself, in the order guidance, plan, report.

        One that cannot be read is listed too, and says what is wrong with it in its description.
        """
        homes = self._homes()
        infos = [self._info(template_id, homes) for template_id in homes]
        return tuple(sorted(infos, key=_place))

    def get(self, template_id: str) -> Template:
        """Return a template, checked and ready.

        Raises:
            UnknownError: no template has that id.
            TemplateError: the template is wrong; says where and what to do.
        """
        with self._lock:
            ready = self._ready.get(template_id)
            if ready is None or not ready.is_as_written:
                lineage = self._lineage(template_id)
                macros = self._macros(lineage[-1].parent)
                watched = self._watched(lineage, macros)
                ready = _Kept(watched, _stamp(watched), load(lineage, macros))
                self._ready[template_id] = ready
            return ready.read

    def _homes(self) -> dict[str, Path]:
        """Return the folder that each template is found in."""
        return {
            entry.parent.name: folder
            for folder in self._folders
            for entry in sorted(folder.glob(f"*/{FILE}"))
            if _NAME.fullmatch(entry.parent.name)
        }

    def _folder_of(self, template_id: str) -> Path | None:
        """Return the folder of a template: of several of that id, the one in the last folder."""
        if not _NAME.fullmatch(template_id):
            return None
        places = (folder / template_id for folder in reversed(self._folders))
        return next((place for place in places if (place / FILE).is_file()), None)

    def _macros(self, home: Path) -> tuple[Path, ...]:
        place = self._folders.index(home)
        return tuple(folder / MACROS for folder in reversed(self._folders[: place + 1]))

    def _lineage(self, template_id: str) -> tuple[Path, ...]:
        """Return the folders of what a template extends, the furthest first, and its own.

        Raises:
            UnknownError: no template has that id.
            TemplateError: it extends a template that is not there, or itself.
        """
        folders: list[Path] = []
        wanted = template_id
        while wanted or not folders:
            place = self._folder_of(wanted)
            if place is None and not folders:
                raise _unknown(template_id, sorted(self._homes()))
            if place is None or place in folders:
                raise _wrong_parent(folders[0], wanted, self._homes())
            folders.insert(0, place)
            wanted = _extended(place)
        return tuple(folders)

    def _watched(self, lineage: Sequence[Path], macros: Sequence[Path]) -> tuple[str, ...]:
        """Return the files of a template, and the folders where another could come to be."""
        places = [folder / own.name for own in lineage for folder in self._folders]
        return tuple(
            str(path) for place in (*places, *macros) for path in (place, *_files_in(place))
        )

    def _info(self, template_id: str, homes: Mapping[str, Path]) -> TemplateInfo:
        home = homes[template_id]
        folder = home / template_id
        try:
            known = self._infos.get(template_id)
            if known is None or not known.is_as_written:
                lineage, macros = self._lineage(template_id), self._macros(home)
                watched = self._watched(lineage, macros)
                source = Source(template_id, str)
                known = _Kept(watched, _stamp(watched), read_info(lineage, macros, source))
                self._infos[template_id] = known
            return known.read
        except TemplateError as error:
            return TemplateInfo(
                id=folder.name,
                title=_("{id} (mẫu có lỗi)").format(id=folder.name),
                kind=_kind_of(folder),
                type_name="",
                regimes=tuple(Regime),
                description=str(error),
                folder=folder,
            )


def _extended(folder: Path) -> str:
    """Return the id of the template that one says it extends; "" for none."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""
    found = _EXTENDS.search(text.partition("\n[")[0])
    return found["id"] if found else ""


def _wrong_parent(folder: Path, wanted: str, homes: Mapping[str, Path]) -> TemplateError:
    what = (
        _("Mẫu này kế thừa chính nó, trực tiếp hoặc qua mẫu khác.")
        if wanted in homes
        else _("Không có mẫu “{id}” để kế thừa.").format(id=wanted)
    )
    known = ", ".join(sorted(homes))
    return Source(folder.name, str).fault(
        FILE, 0, what, _("Các mẫu có sẵn: {ids}.").format(ids=known)
    )


def _kind_of(folder: Path) -> str:
    """Return the kind that a faulty template means to be, so that it is missed nowhere."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return KINDS[0]
    return next((kind for kind in KINDS if f'kind = "{kind}"' in text), KINDS[0])


def _place(info: TemplateInfo) -> tuple[int, str]:
    return (KINDS.index(info.kind) if info.kind in KINDS else len(KINDS), info.id)


def _stamp(paths: Iterable[str]) -> _Stamp:
    """Return what changes when a file of a template is written, comes or goes."""
    return tuple(map(_state, paths))


def _state(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116  asked a dozen times for each letter typed
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _files_in(folder: Path) -> list[Path]:
    """Return the files of a folder in order; none where there is no such folder."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if "." in path.name)
    return []


def _unknown(template_id: str, known: list[str]) -> UnknownError:
    close = difflib.get_close_matches(template_id, known, n=1)
    return UnknownError(
        _("Không có mẫu “{id}”.").format(id=template_id),
        remedy=_("Có phải là “{guess}”?").format(guess=close[0])
        if close
        else _("Các mẫu có sẵn: {ids}.").format(ids=", ".join(known)),
    )
