"""What a clerk finds in the morning: what is to be done, and the documents worked on last."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.home import (
    Picture,
    PictureState,
    RecentDocument,
    RecentPage,
    ToDo,
)
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.recent import forget, recent_files, remember

if TYPE_CHECKING:
    from ttcs_desktop.model.found import Phrase
    from ttcs_desktop.services.drafts import Drafts
    from ttcs_desktop.services.phrases import Phrases
    from ttcs_desktop.services.searching import Searching, TakenIn
    from ttcs_desktop.services.thumbnails import Draw, Thumbnails

PAGE = 60
MOST_REREAD = 20_000


@dataclass(frozen=True, slots=True)
class ToDoList:
    """What is to be done, the most urgent first, and what could not be looked up."""

    things: tuple[ToDo, ...]
    refused: tuple[UserError, ...] = ()


@dataclass(frozen=True)
class Home:
    """Brings together what the home screen tells."""

    library: Library

    def to_do(self, unit: str, today: datetime.date) -> ToDoList:
        """Return what is to be done for a unit (việc cần làm hôm nay).

        A source that cannot be read hides none of the others.
        """
        from ttcs_desktop.services import to_do

        sources: tuple[Callable[[], Iterator[ToDo]], ...] = (
            lambda: to_do.reports_due(self.library, unit, today),
            lambda: to_do.tasks_due(self.searching, unit, today),
            lambda: to_do.drafts_waiting(self.drafts),
            lambda: to_do.letters_waiting(self.drafts.statements),
        )
        things: list[ToDo] = []
        refused: list[UserError] = []
        for source in sources:
            try:
                things += source()
            except UserError as error:
                refused.append(error)
        return ToDoList(tuple(sorted(things, key=to_do.urgency)), tuple(refused))

    def recent(self, offset: int = 0, limit: int = PAGE) -> RecentPage:
        """Return documents worked on last, from some place on.

        Files that were only opened stand among the first ones.

        Raises:
            UserError: the database cannot be read.
        """
        files = {file.path: file for file in recent_files()}
        cards = self.drafts.recent(limit, offset)
        known = [
            RecentDocument(card.title, card.path, card.changed_at, card.id, card.has_more)
            for card in cards
            if card.path and (offset == 0 or card.path not in files)
        ]
        if offset == 0:
            here = {one.path for one in known}
            known += [
                RecentDocument(file.title, file.path, file.opened_at)
                for file in files.values()
                if file.path not in here
            ]
            known.sort(key=lambda one: one.at, reverse=True)
        return RecentPage(tuple(known), offset + limit if len(cards) == limit else None)

    def draft_of(self, document: RecentDocument) -> Draft:
        """Return the draft of a document with words that its file does not hold.

        Raises:
            UserError: it is not in the registry any more.
        """
        return self.drafts.open(document.draft_id).draft

    def remember(self, path: Path, title: str, draft: Draft) -> str:
        """Take in a document that was opened, saved or issued: among the recent ones, to search.

        Returns the sentence that says why not, "" when it is; of a secret one nothing stays.

        Raises:
            UserError: the clerk's own folder cannot be written.
        """
        told = remember(path, title, draft)
        if told:
            self.thumbnails.drop(path)
        self.searching.take_in(draft, path)
        return told

    def refresh_search(self, tell: Callable[[int, int], object]) -> "TakenIn":
        """Read again what changed of folders, recent files and all that is searched already.

        Raises:
            UserError: the index cannot be written.
        """
        files = [Path(file.path) for file in recent_files()]
        files += [Path(card.path) for card in self.drafts.recent(MOST_REREAD) if card.path]
        return self.searching.refresh(tell, files)

    def keep_phrase(self, text: str, name: str, source: str, draft: Draft | None) -> "Phrase":
        """Keep a paragraph as a phrase; `draft` is the document it stands in, where one is known.

        Raises:
            SecretError: the document is secret.
            UserError: there are no words, or the clerk's own folder cannot be written.
        """
        from ttcs_desktop.services.secrecy import Trace, refuse

        if draft is not None:
            refuse(draft, Trace.SEARCH)
        return self.phrases.keep(text, name, source)

    def picture(self, path: Path, draw: "Draw") -> Picture:
        """Return the picture of a file's first page; one that turns out secret is forgotten."""
        picture = self.thumbnails.picture(path, draw)
        if picture.state is PictureState.CONFIDENTIAL:
            self.forget(path, is_secret=True)
        return picture

    def forget(self, path: Path, *, is_secret: bool = False) -> None:
        """Take a file off the list of recent ones; of a secret one leave nothing anywhere.

        Raises:
            UserError: the clerk's own folder cannot be written.
        """
        forget(path)
        if is_secret:
            self.thumbnails.drop(path)
            self.searching.forget(path)
            self.drafts.forget(0, path)

    @cached_property
    def searching(self) -> "Searching":
        """Finds paragraphs."""
        from ttcs_desktop.services.searching import Searching

        return Searching(self.library)

    @cached_property
    def phrases(self) -> "Phrases":
        """Keeps phrases."""
        from ttcs_desktop.services.phrases import Phrases

        return Phrases()

    @cached_property
    def drafts(self) -> "Drafts":
        """The drafts of the registry."""
        from ttcs_desktop.services.drafts import Drafts

        return Drafts(self.library)

    @cached_property
    def thumbnails(self) -> "Thumbnails":
        """Keeps pictures of first pages."""
        from ttcs_desktop.services.thumbnails import Thumbnails

        return Thumbnails()
