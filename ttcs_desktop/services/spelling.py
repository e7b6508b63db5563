"""Spelling beside the text: what no dictionary knows, and what it could be (chính tả khi gõ)."""

import dataclasses
import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from ttcs_desktop.checking.rules.content.spelling import dictionary, foreign, unknown_words
from ttcs_desktop.language.letters import nfc, without_marks
from ttcs_desktop.language.syllables import is_syllable
from ttcs_desktop.language.tones import OLD, fold, in_spelling
from ttcs_desktop.model.check_settings import CheckSettings
from ttcs_desktop.services.levels import mark_of
from ttcs_desktop.services.library import Library

_NO_PROSE = re.compile(r"\[\[[^\]\s]*\]\]|\[\^[^\]\s]*\]:?|\[(?:CẦN BỔ SUNG|XEM LẠI):[^\]]*\]")
_HIDDEN = "0"
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_MOST_SUGGESTIONS = 6
Range = tuple[int, int]
"""First letter of a word in its line, and the one after its last."""


class Spelling:
    """Looks up syllables in the dictionary of the machine and in the office's own words."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._own: frozenset[str] | None = None

    def known(self, syllable: str) -> bool:
        """Tell whether a syllable, in small letters, is one of the language."""
        return syllable in dictionary() if dictionary() else is_syllable(syllable)

    def unknown(self, line: str) -> tuple[Range, ...]:
        """Return the words of a line that no dictionary knows; marks and citations are none."""
        mark = mark_of(line)
        text = _NO_PROSE.sub(lambda found: _HIDDEN * len(found[0]), line)
        start = mark.end if mark else len(line) - len(line.lstrip())
        passed = foreign() | self.own_words()
        found = unknown_words(nfc(text), dictionary(), passed, start=start)
        return tuple(match.span() for match in found) if len(nfc(text)) == len(text) else ()

    def own_words(self) -> frozenset[str]:
        """Return the office's own words, in small letters; none when they cannot be read."""
        with self._lock:
            if self._own is None:
                from ttcs_desktop.errors import UserError

                try:
                    lexicon = self._settings().lexicon
                except UserError:
                    lexicon = ()
                words = (word.casefold() for name in lexicon for word in name.split())
                self._own = frozenset(words)
            return self._own

    def learn(self, word: str) -> None:
        """Take a word into the office's own dictionary.

        Raises:
            DataError: the office's settings cannot be read.
            WriteError: they cannot be written; the old ones are intact.
        """
        settings = self._settings()
        if word not in settings.lexicon:
            self._keep((*settings.lexicon, word))

    def forget(self, word: str) -> None:
        """Take a word out of the office's own dictionary again.

        Raises:
            DataError: the office's settings cannot be read.
            WriteError: they cannot be written; the old ones are intact.
        """
        self._keep(tuple(one for one in self._settings().lexicon if one != word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what a word could be, likely ones first; none without a dictionary."""
        small = nfc(word).lower()
        written = fold(small)
        base, tone = _parts(written)
        ranks = {
            one: 2 * steps + (_parts(one)[1] != tone)
            for steps, bases in enumerate(([base], _neighbours(base)))
            for key in bases
            for one in self._by_base.get(key, ())
        }
        ranks |= dict.fromkeys(self._by_letters.get(without_marks(small), ()), 2)
        ranks.pop(written, None)
        likely = sorted(ranks, key=lambda one: (ranks[one], *_unlike(one, written), one))
        is_old = small != written or small == in_spelling(small, OLD)
        words = (in_spelling(one, OLD) if is_old else one for one in likely[:_MOST_SUGGESTIONS])
        return tuple(_cased(one, word) for one in words)

    @cached_property
    def _by_base(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for one in dictionary():
            found.setdefault(_parts(one)[0], []).append(one)
        return {base: tuple(words) for base, words in found.items()}

    @cached_property
    def _by_letters(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for one in dictionary():
            found.setdefault(without_marks(one), []).append(one)
        return {letters: tuple(words) for letters, words in found.items()}

    def _settings(self) -> CheckSettings:
        from ttcs_desktop.services.check_settings import load_check_settings

        return load_check_settings(self._library.own)

    def _keep(self, lexicon: tuple[str, ...]) -> None:
        from ttcs_desktop.services.check_settings import save_check_settings

        settings = dataclasses.replace(self._settings(), lexicon=lexicon)
        save_check_settings(settings, self._library.own)
        with self._lock:
            self._own = None


def _parts(word: str) -> tuple[str, str]:
    """Return a syllable without its tone, and the tone."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(_TONES.findall(apart))
    return unicodedata.normalize("NFC", _TONES.sub("", apart)), tones


def _unlike(one: str, typed: str) -> tuple[bool, int, int]:
    """Return how little a word is like what was typed: first letter, letters lost, length."""
    return one[:1] != typed[:1], len(set(typed) - set(one)), abs(len(one) - len(typed))


def _neighbours(word: str) -> Iterator[str]:
    """Yield what one letter more, less, other or changed with its neighbour makes of a word."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _LETTERS)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in _LETTERS)


def _cased(word: str, typed: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word
