"""Search over everything that was drafted or imported (tìm trong mọi văn bản).

What is searched is read from the files again whenever they changed; the index is never a source of
truth. A secret document (văn bản mật) is never taken in, and one that became secret is forgotten.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.found import DueTask, Findings, SearchedDocument
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.search_folders import SearchFolders, searched_files, stamp_of

if TYPE_CHECKING:
    import datetime

    from ttcs_desktop.registry.text_index import TextIndex

T = TypeVar("T")
Tell = Callable[[int, int], object]


class LostIndexError(UserError):
    """What was known to the search was damaged and set aside; it is to be read again."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What reading files for the search came to.

    Attributes:
        taken, unchanged, gone: how many were read, were known as they are, are no longer there.
        secret: how many were left out for a mark of secrecy.
        unread: names of those that cannot be read.
    """

    taken: int = 0
    unchanged: int = 0
    gone: int = 0
    secret: int = 0
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Searching:
    """Finds paragraphs by words, and knows which files to read."""

    library: Library

    def search(self, typed: str) -> Findings:
        """Return the paragraphs that hold what was typed, of the newest documents first.

        Raises:
            LostIndexError: the index was damaged; `refresh` reads the documents again.
        """
        return self._told(lambda: self._index.search(typed))

    def due_tasks(
        self, unit: str, first: "datetime.date", last: "datetime.date"
    ) -> tuple[DueTask, ...]:
        """Return the tasks of a unit's plans that are due between two days.

        Raises:
            LostIndexError: the index was damaged; `refresh` reads the documents again.
        """
        return self._told(lambda: self._index.due_tasks(unit, first, last))

    def take_in(self, draft: Draft, path: Path) -> str:
        """Take in a draft as its file holds it; return the sentence that says why not, or "".

        Raises:
            UserError: the index cannot be written.
        """
        from ttcs_desktop.services.secrecy import Trace, refused

        told = refused(draft, Trace.SEARCH)
        name = str(path.absolute())
        if told:
            self._told(lambda: self._index.drop(name, is_secret=True))
        else:
            self._put(draft, name, stamp_of(path))
        return told

    def take_in_folder(self, folder: Path, tell: Tell) -> TakenIn:
        """Read all documents of a folder, and remember it; `tell` may stop it at each file.

        Raises:
            UserError: the index cannot be written.
        """
        self.folders.add(folder)
        known = self._told(self._index.stamps)
        root = folder.absolute()
        inside = (Path(name) for name in known if Path(name).is_relative_to(root))
        return self._read((*searched_files((root,)), *inside), known, tell)

    def refresh(self, tell: Tell, others: Iterable[Path] = ()) -> TakenIn:
        """Read what changed of the folders, of other files and of all that is known already.

        Raises:
            UserError: the index cannot be written.
        """
        folders = tuple(Path(one) for one in self.folders.all())
        known = self._told(self._index.stamps)
        return self._read((*searched_files(folders), *others, *map(Path, known)), known, tell)

    def forget(self, path: Path) -> None:
        """Forget a file down to its last word: it turned out to be secret.

        Raises:
            UserError: the index cannot be written.
        """
        self._told(lambda: self._index.drop(str(path.absolute()), is_secret=True))

    @cached_property
    def folders(self) -> SearchFolders:
        """The folders that the clerk chose to be searched."""
        return SearchFolders(self.library.own / "search-folders.json")

    @cached_property
    def _index(self) -> "TextIndex":
        from ttcs_desktop.registry.text_index import TextIndex

        return TextIndex(self.library.own / "search.sqlite3")

    def _read(self, files: Iterable[Path], known: Mapping[str, str], tell: Tell) -> TakenIn:
        wanted = tuple(dict.fromkeys(path.absolute() for path in files))
        found = TakenIn()
        for done, path in enumerate(wanted):
            tell(done, len(wanted))
            found = self._read_one(found, path, known.get(str(path), ""))
        return found

    def _read_one(self, found: TakenIn, path: Path, known: str) -> TakenIn:
        from ttcs_desktop.services.searched_files import draft_of

        stamp = stamp_of(path)
        if not stamp:
            self._drop(path)
            return dataclasses.replace(found, gone=found.gone + 1)
        if stamp == known:
            return dataclasses.replace(found, unchanged=found.unchanged + 1)
        try:
            draft = draft_of(path)
        except UserError:
            self._drop(path)
            return dataclasses.replace(found, unread=(*found.unread, path.name))
        if self.take_in(draft, path):
            return dataclasses.replace(found, secret=found.secret + 1)
        return dataclasses.replace(found, taken=found.taken + 1)

    def _drop(self, path: Path) -> None:
        self._told(lambda: self._index.drop(str(path)))

    def _put(self, draft: Draft, name: str, stamp: str) -> None:
        from ttcs_desktop.services.searched_text import paragraphs_of, tasks_of

        document, about = self._described(draft, name, stamp)
        paragraphs = tuple(paragraphs_of(document, self.library.instruments))
        tasks = tuple(tasks_of(draft, paragraphs, self.library.instruments))
        self._told(lambda: self._index.put(about, paragraphs, tasks))

    def _described(self, draft: Draft, name: str, stamp: str) -> tuple[Document, SearchedDocument]:
        from ttcs_desktop.services.document_facts import facts_of

        facts = facts_of(self.library, draft)
        about = SearchedDocument(
            name,
            stamp,
            facts.title or Path(name).stem,
            facts.document.type_name,
            facts.number,
            facts.date,
            draft.unit,
            facts.unit_name,
        )
        return facts.document, about

    def _told(self, work: Callable[[], T]) -> T:
        """Do work with the index; a damaged one is told in a clerk's words."""
        from ttcs_desktop.registry.text_index import DamagedIndexError

        try:
            return work()
        except DamagedIndexError as error:
            raise LostIndexError(
                _("Kho tìm kiếm bị hỏng, đã được cất sang {aside}.").format(aside=error.aside.name),
                remedy=_(
                    "Phần mềm đọc lại các văn bản để lập kho mới; văn bản không bị ảnh hưởng."
                ),
            ) from error
