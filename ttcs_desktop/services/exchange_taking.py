"""Items of a package taken in, one by one as the clerk chose, with a way back (lấy vào)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.exchange import ExchangeKind, Item, ItemState
from ttcs_desktop.services.exchange_opening import Opened, record_of
from ttcs_desktop.services.exchange_packing import RECORDS
from ttcs_desktop.services.files import free_path, told_as_write_error, write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries, Snapshot


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in, and what stood there before (để hoàn tác); None where nothing did."""

    count: int
    files: tuple[tuple[Path, bytes | None], ...]
    records: Snapshot


@dataclass(frozen=True)
class Taking:
    """Takes items of a package in; drafts go into a folder."""

    library: Library
    drafts: Path

    def take_in(self, opened: Opened, items: Collection[Item]) -> Taken:
        """Take these items in, all of them or none.

        Raises:
            UserError: something cannot be written; everything is as before.
        """
        chosen = [one for one in items if one.state is not ItemState.FAULTY]
        records = [
            record_of(one.kind, _data(opened, one), one.id) for one in chosen if one.kind in RECORDS
        ]
        registries = Registries(self.library)
        snapshot = registries.snapshot(
            (RECORDS[one.kind], one.id) for one in chosen if one.kind in RECORDS
        )
        before: list[tuple[Path, bytes | None]] = []
        try:
            for path, data in self._files(opened, chosen):
                before.append((path, path.read_bytes() if path.exists() else None))
                write_atomically(path, data)
            if records:
                registries.save(records)
        except UserError:
            self._put_back(before)
            raise
        self.library.forget()
        return Taken(len(chosen), tuple(before), snapshot)

    def go_back(self, taken: Taken) -> None:
        """Let everything stand again as it stood before.

        Raises:
            UserError: something cannot be written.
        """
        self._put_back(taken.files)
        if taken.records.fields:
            Registries(self.library).go_back(taken.records)
        self.library.forget()

    def _files(self, opened: Opened, items: Collection[Item]) -> Iterator[tuple[Path, bytes]]:
        """Yield where each file goes; a draft never takes the place of another."""
        for item in items:
            lead = f"{item.kind}/{item.id}"
            if item.kind is ExchangeKind.TEMPLATE:
                folder = self.library.template_folders[-1] / item.id
                for name, data in opened.files.items():
                    if name.startswith(f"{lead}/"):
                        yield folder / name.rpartition("/")[2], data
            elif item.kind is ExchangeKind.FORMAT:
                yield self.library.own / "formats" / f"{item.id}.toml", _data(opened, item)
            elif item.kind is ExchangeKind.DRAFT and item.state is not ItemState.SAME:
                yield free_path(self.drafts / item.id), _data(opened, item)

    def _put_back(self, files: Collection[tuple[Path, bytes | None]]) -> None:
        for path, data in files:
            if data is not None:
                write_atomically(path, data)
                continue
            try:
                path.unlink(missing_ok=True)
                if path.parent.is_dir() and not any(path.parent.iterdir()):
                    path.parent.rmdir()
            except OSError as error:
                raise told_as_write_error(path, error) from error


def _data(opened: Opened, item: Item) -> bytes:
    """Return the one file of an item that is no template."""
    suffix = {ExchangeKind.DRAFT: "", ExchangeKind.FORMAT: ".toml"}.get(item.kind, ".json")
    return opened.files[f"{item.kind}/{item.id}{suffix}"]
