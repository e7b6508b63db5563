"""Templates, formats, units and drafts into one signed file for a USB stick (đóng gói trao đổi)."""

import datetime
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop import __version__
from ttcs_desktop.codec import to_json
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.exchange import ExchangeKind, Item
from ttcs_desktop.services.exchange_senders import Senders
from ttcs_desktop.services.files import replacing
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import bytes_of, open_data
from ttcs_desktop.services.packages import MANIFEST, Manifest, part_of_bytes
from ttcs_desktop.services.secrecy import SecretError, Trace, refused
from ttcs_desktop.services.settings import load_settings

KIND = "ttcs-exchange"
MAKE = 1
SUFFIX = ".ttcs-goi"
SIGNATURE = "signature.json"
SIGNER = "signer"
TEMPLATE_FILES = frozenset({".toml", ".j2"})
RECORDS = {ExchangeKind.UNIT: RecordKind.UNIT, ExchangeKind.INSTRUMENT: RecordKind.INSTRUMENT}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed the manifest: public key and signature as hex."""

    key: str
    signature: str


@dataclass(frozen=True)
class Packing:
    """Finds what can go into a package, and makes it."""

    library: Library

    def offered(self) -> tuple[Item, ...]:
        """Return what this office has of its own, and may give; drafts are chosen as files."""
        return (*self._templates(), *self._formats(), *self._records())

    def suggested_name(self, today: datetime.date) -> str:
        """Return a name for a package of a day."""
        return f"goi-trao-doi-{today:%Y-%m-%d}{SUFFIX}"

    def pack(self, items: Collection[Item], drafts: Collection[Path], path: Path) -> int:
        """Write a signed package; return how many items are in it.

        Raises:
            SecretError: a draft bears a mark of secrecy; nothing is written.
            UserError: nothing was chosen, a draft cannot be read, or the key cannot be used.
            WriteError: the file cannot be written; the old one is intact.
        """
        if not items and not drafts:
            raise UserError(_("Chưa chọn gì để đóng gói."), remedy=_("Đánh dấu ít nhất một mục."))
        files = dict(self._files(items)) | dict(_draft_files(drafts))
        senders = Senders(self.library)
        own = senders.own()
        parts = tuple(part_of_bytes(name, data) for name, data in files.items())
        now = datetime.datetime.now(datetime.UTC)
        manifest = to_json(Manifest(KIND, MAKE, __version__, now, parts, {SIGNER: own.name}))
        signature = to_json(Signature(own.key, senders.sign(manifest)))
        with replacing(path) as half, zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, manifest)
            archive.writestr(SIGNATURE, signature)
            for name, data in files.items():
                archive.writestr(name, data)
        return len(items) + len(drafts)

    def _templates(self) -> Iterator[Item]:
        own = self.library.template_folders[-1]
        for info in self.library.templates.all():
            if info.folder.parent == own:
                yield Item(ExchangeKind.TEMPLATE, info.id, pick(info.title, info.title_en))

    def _formats(self) -> Iterator[Item]:
        for path in sorted((self.library.own / "formats").glob("*.toml")):
            form = self.library.formats.get(path.stem)
            title = pick(form.title, form.title_en) if form else path.stem
            yield Item(ExchangeKind.FORMAT, path.stem, title)

    def _records(self) -> Iterator[Item]:
        """Yield the clerk's own unit, and every unit and instrument that was changed here."""
        from ttcs_desktop.registry.own_fields import own_fields
        from ttcs_desktop.registry.own_records import name_of

        for kind, record_kind in RECORDS.items():
            shelf = self.library.units if kind is ExchangeKind.UNIT else self.library.instruments
            own = [one.id for one in own_fields(self.library.location, record_kind)]
            mine = load_settings().unit
            for record_id in dict.fromkeys([mine, *own] if mine in shelf else own):
                record = shelf.get(record_id)
                if record is not None:
                    yield Item(kind, record_id, name_of(record))

    def _files(self, items: Iterable[Item]) -> Iterator[tuple[str, bytes]]:
        for item in items:
            lead = f"{item.kind}/{item.id}"
            if item.kind is ExchangeKind.TEMPLATE:
                folder = self.library.template_folders[-1] / item.id
                for path in sorted(folder.iterdir()):
                    if path.suffix in TEMPLATE_FILES:
                        yield f"{lead}/{path.name}", bytes_of(path)
            elif item.kind is ExchangeKind.FORMAT:
                yield f"{lead}.toml", bytes_of(self.library.own / "formats" / f"{item.id}.toml")
            elif item.kind is ExchangeKind.UNIT:
                yield f"{lead}.json", to_json(self.library.unit(item.id))
            else:
                yield f"{lead}.json", to_json(self.library.instrument(item.id))


def _draft_files(drafts: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield drafts by name; two of one name are told apart by a number.

    Raises:
        SecretError: one of them bears a mark of secrecy.
    """
    names: set[str] = set()
    for path in drafts:
        data = bytes_of(path)
        if told := refused(open_data(data, path).draft, Trace.EXCHANGE):
            raise SecretError(told, where=str(path))
        name, number = path.name, 1
        while name.casefold() in names:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        names.add(name.casefold())
        yield f"{ExchangeKind.DRAFT}/{name}", data
