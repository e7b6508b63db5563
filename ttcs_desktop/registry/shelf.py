"""A shelf: things by id, found by words without marks, that helps who asks for a wrong id."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar, overload

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.language.letters import without_marks

T = TypeVar("T")
D = TypeVar("D")


class UnknownIdError(UnknownError, KeyError):
    """An id names nothing here; also a `KeyError`, so that a shelf is a true mapping."""

    def __str__(self) -> str:
        """Return the whole message on one line."""
        return UnknownError.__str__(self)


class Shelf(Mapping[str, T]):
    """Things by id, in the order of their files.

    `shelf[id]` raises `UnknownError` with the closest ids; `shelf.get(id)` returns None.
    """

    def __init__(
        self,
        entries: Mapping[str, T],
        words_of: Callable[[T], str],
        unknown: Callable[[str, str], UnknownIdError],
    ) -> None:
        """Take the things; `unknown(id, guesses)` makes the error, `words_of` what `find` reads."""
        self._entries = entries
        self._words_of = words_of
        self._unknown = unknown

    def __getitem__(self, key: str) -> T:
        try:
            return self._entries[key]
        except KeyError:
            raise self._unknown(key, ", ".join(self._close_to(key))) from None

    @overload
    def get(self, key: str, /) -> T | None: ...
    @overload
    def get(self, key: str, /, default: T | D) -> T | D: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Return the thing with that id, or the default, without looking for close ids."""
        return self._entries.get(key, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def find(self, text: str) -> tuple[T, ...]:
        """Return the things whose id or words hold every word of the text, marks and case aside."""
        wanted = without_marks(text).lower().split()
        return tuple(
            self._entries[key]
            for key, words in self._folded.items()
            if all(word in words for word in wanted)
        )

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {
            key: without_marks(f"{key} {self._words_of(thing)}").lower()
            for key, thing in self._entries.items()
        }

    def _close_to(self, key: str) -> list[str]:
        close = difflib.get_close_matches(key.lower(), self._entries, n=3, cutoff=0.5)
        if close:
            return close
        spoken = without_marks(key).lower().replace("-", " ")
        return [known for known, words in self._folded.items() if spoken and spoken in words][:3]
