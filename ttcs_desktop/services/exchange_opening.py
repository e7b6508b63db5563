"""A package opened: who signed it, and how each item differs from what is here (mở gói)."""

import datetime
import difflib
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ttcs_desktop.codec import from_json
from ttcs_desktop.delivery import exchange_key
from ttcs_desktop.errors import DataError, SourceError, UserError
from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.exchange import ExchangeKind, Item, ItemChange, ItemState, Sender
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.services.exchange_packing import (
    KIND,
    MAKE,
    SIGNATURE,
    SIGNER,
    TEMPLATE_FILES,
    Signature,
)
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_data
from ttcs_desktop.services.packages import MANIFEST, Manifest, manifest_of, read_part, reading
from ttcs_desktop.services.registries import Registries

LARGEST_SIGNATURE = 4096
DRAFT_FILES = frozenset({".docx", ".docm", ".txt", ".md"})
_SHOWN = 12
"""Lines of a long text that are shown around what differs."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that is whole and signed; nothing of it was taken in yet."""

    path: Path
    sender: Sender
    made_at: datetime.datetime
    product: str
    items: tuple[Item, ...]
    files: Files


@dataclass(frozen=True)
class Unpacking:
    """Opens packages and compares them with what is here; drafts with the files of a folder."""

    library: Library
    drafts: Path

    def open(self, path: Path) -> Opened:
        """Read a package; nothing is changed.

        Raises:
            SourceError: it is damaged, changed after it was signed, or of a newer version.
        """
        with reading(path) as archive:
            manifest = manifest_of(archive, path, KIND, MAKE)
            sender = _sender(archive, manifest, path)
            try:
                files = {part.name: read_part(archive, part, path) for part in manifest.parts}
            except SourceError as error:
                raise tampered(path) from error
            if set(archive.namelist()) != {MANIFEST, SIGNATURE, *files}:
                raise tampered(path)
        items = tuple(self._items(files, path))
        return Opened(path, sender, manifest.made_at, manifest.product, items, files)

    def _items(self, files: Files, path: Path) -> Iterator[Item]:
        grouped: dict[tuple[ExchangeKind, str], dict[str, bytes]] = {}
        for name, data in files.items():
            key = _key(name)
            if key is None:
                raise tampered(path)
            grouped.setdefault(key, {})[name] = data
        for (kind, item_id), own in grouped.items():
            try:
                yield self._compared(kind, item_id, own)
            except UserError as error:
                yield Item(kind, item_id, item_id, ItemState.FAULTY, (), str(error))

    def _compared(self, kind: ExchangeKind, item_id: str, files: Files) -> Item:
        if kind is ExchangeKind.TEMPLATE:
            return self._template(item_id, files)
        data = next(iter(files.values()))
        if kind is ExchangeKind.FORMAT:
            return self._format(item_id, data)
        if kind is ExchangeKind.DRAFT:
            return self._draft(item_id, data)
        record = record_of(kind, data, item_id)
        from ttcs_desktop.registry.own_records import name_of

        changed = Registries(self.library).compare([record])
        changes = tuple(ItemChange(one.label, one.before, one.after) for one in changed)
        is_new = any(one.is_new for one in changed)
        state = ItemState.NEW if is_new else ItemState.CHANGED if changes else ItemState.SAME
        return Item(kind, item_id, name_of(record), state, changes)

    def _template(self, item_id: str, files: Files) -> Item:
        own = self.library.template_folders[-1] / item_id
        named = {PurePosixPath(name).name: data for name, data in files.items()}
        kept = {path.name: path.read_bytes() for path in own.glob("*") if path.is_file()}
        title, version = self._tried_template(item_id, named)
        changes = _text_changes({name: kept.get(name, b"") for name in named}, named)
        if not kept:
            return Item(ExchangeKind.TEMPLATE, item_id, title, ItemState.NEW, changes)
        here = self.library.templates.get(item_id).info.version
        return _dated(
            Item(ExchangeKind.TEMPLATE, item_id, title, ItemState.CHANGED, changes), here, version
        )

    def _tried_template(self, item_id: str, named: Files) -> tuple[str, str]:
        """Return title and version of a template, once it was read, checked and tried.

        Raises:
            TemplateError: it is wrong.
        """
        from ttcs_desktop.templating.catalogue import Catalogue

        with tempfile.TemporaryDirectory() as folder:
            _write_all(Path(folder) / item_id, named)
            tried = Catalogue(*self.library.template_folders, Path(folder))
            info = tried.get(item_id).info
        return pick(info.title, info.title_en), info.version

    def _format(self, item_id: str, data: bytes) -> Item:
        from ttcs_desktop.registry.formats import load_formats

        own = self.library.own / "formats"
        with tempfile.TemporaryDirectory() as folder:
            _write_all(Path(folder), {f"{item_id}.toml": data})
            form = load_formats(self.library.shipped / "formats", own, Path(folder))[item_id]
        title = pick(form.title, form.title_en)
        kept = own / f"{item_id}.toml"
        before = kept.read_bytes() if kept.exists() else b""
        changes = _text_changes({"": before}, {"": data})
        here = self.library.formats.get(item_id)
        state = ItemState.CHANGED if here else ItemState.NEW
        item = Item(ExchangeKind.FORMAT, item_id, title, state, changes)
        return _dated(item, here.version if here else "", form.version)

    def _draft(self, name: str, data: bytes) -> Item:
        after = open_data(data, Path(name)).draft.text
        kept = self.drafts / name
        if not kept.exists():
            title = " ".join(after.split())[:80]
            return Item(ExchangeKind.DRAFT, name, name, ItemState.NEW, (), title)
        if kept.read_bytes() == data:
            return Item(ExchangeKind.DRAFT, name, name, ItemState.SAME)
        before = open_data(kept.read_bytes(), kept).draft.text
        changes = _text_changes({"": before.encode()}, {"": after.encode()})
        note = _("Ghi thành tệp mới bên cạnh; tệp đang có giữ nguyên.")
        return Item(ExchangeKind.DRAFT, name, name, ItemState.CHANGED, changes, note)


def record_of(kind: ExchangeKind, data: bytes, item_id: str) -> Unit | Instrument:
    """Return the unit or instrument of an item.

    Raises:
        DataError: it cannot be read, or goes by another id.
    """
    record: Unit | Instrument
    if kind is ExchangeKind.UNIT:
        record = from_json(data, Unit, where=item_id)
    else:
        record = from_json(data, Instrument, where=item_id)
    if record.id != item_id or (isinstance(record, Unit) and not record.periods):
        raise DataError(_("Dữ liệu trong gói không khớp tên của nó."), where=item_id)
    return record


def tampered(path: Path) -> SourceError:
    """Return that a package is not what its sender signed."""
    return SourceError(
        _("Gói bị hỏng hoặc đã bị sửa sau khi ký; chưa lấy gì vào."),
        where=str(path),
        remedy=_("Gọi điện hỏi người gửi và xin gói khác."),
    )


def _sender(archive: zipfile.ZipFile, manifest: Manifest, path: Path) -> Sender:
    """Return who signed the manifest, to the byte.

    Raises:
        SourceError: nobody did, or it was changed since.
    """
    if SIGNATURE not in archive.namelist():
        raise SourceError(
            _("Gói này không có chữ ký; chưa lấy gì vào."),
            where=str(path),
            remedy=_("Xin người gửi đóng gói lại bằng phần mềm này."),
        )
    if archive.getinfo(SIGNATURE).file_size > LARGEST_SIGNATURE:
        raise tampered(path)
    try:
        signature = from_json(archive.read(SIGNATURE), Signature, where=str(path))
        is_true = exchange_key.verifies(signature.key, signature.signature, archive.read(MANIFEST))
    except (DataError, zipfile.BadZipFile) as error:
        raise tampered(path) from error
    if not is_true:
        raise tampered(path)
    name = manifest.about.get(SIGNER, "").strip() or _("Không ghi tên")
    return Sender(name, signature.key.lower(), exchange_key.fingerprint(signature.key))


def _key(name: str) -> tuple[ExchangeKind, str] | None:
    """Return what a file of a package belongs to; None for what no package of ours holds."""
    path = PurePosixPath(name)
    folder, *rest = path.parts
    try:
        kind = ExchangeKind(folder)
    except ValueError:
        return None
    if kind is ExchangeKind.TEMPLATE:
        is_ours = len(rest) == 2 and path.suffix in TEMPLATE_FILES and rest[0][0] not in "._"
        return (kind, rest[0]) if is_ours else None
    suffixes = {ExchangeKind.FORMAT: {".toml"}, ExchangeKind.DRAFT: DRAFT_FILES}
    is_ours = len(rest) == 1 and path.suffix.lower() in suffixes.get(kind, {".json"})
    if not is_ours or path.name.startswith("."):
        return None
    return kind, path.name if kind is ExchangeKind.DRAFT else path.stem


def _write_all(folder: Path, named: Files) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in named.items():
        (folder / name).write_bytes(data)


def _text_changes(before: Files, after: Files) -> tuple[ItemChange, ...]:
    """Return the places where texts differ, each with the lines here and in the package."""
    return tuple(
        change for name, data in after.items() for change in _places(name, before[name], data)
    )


def _places(name: str, before: bytes, after: bytes) -> Iterator[ItemChange]:
    old = before.decode("utf-8", "replace").splitlines()
    new = after.decode("utf-8", "replace").splitlines()
    if not old:
        return
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            line = _("dòng {number}").format(number=c + 1)
            label = f"{name}, {line}" if name else line
            yield ItemChange(label, "\n".join(old[a:b][:_SHOWN]), "\n".join(new[c:d][:_SHOWN]))


def _dated(item: Item, here: str, there: str) -> Item:
    """Return an item that says whether it is the same as, or older than, what is here."""
    import dataclasses

    if item.state is ItemState.CHANGED and not item.changes:
        return dataclasses.replace(item, state=ItemState.SAME)
    if _rank(there) < _rank(here):
        note = _("Bản trong gói cũ hơn bản đang có ({there} < {here}).")
        return dataclasses.replace(
            item, state=ItemState.OLDER, note=note.format(there=there, here=here)
        )
    return item


def _rank(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))
