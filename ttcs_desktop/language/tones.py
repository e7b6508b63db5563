"""Where the tone mark stands (vị trí dấu thanh): new uỷ, hoà, khoẻ; old ủy, hòa, khỏe.

The two spellings differ only in open syllables with oa, oe, uy. Toàn, thuyền, quý are written one
way, so they are never touched.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.remembering import remembered

NEW, OLD = "new", "old"

_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ"}
_TO_NEW = {
    old + second: first + new
    for first, second in ("oa", "oe", "uy")
    for old, new in zip(_TONED[first], _TONED[second], strict=True)
}
_TO_OLD = {new: old for old, new in _TO_NEW.items()}


def _speller(changes: dict[str, str]) -> Callable[[str], str]:
    """Return what changes these vowels where the syllable ends with them, but not the uy of qu-."""
    pattern = re.compile(rf"(?<![qQ])(?:{'|'.join(changes)})(?![^\W\d_])", re.IGNORECASE)
    return remembered(lambda text: pattern.sub(lambda found: _recased(found[0], changes), text))


def _recased(typed: str, changes: dict[str, str]) -> str:
    changed = changes[typed.lower()]
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(typed, changed, strict=True)
    )


_SPELLERS = {NEW: _speller(_TO_NEW), OLD: _speller(_TO_OLD)}


def in_spelling(text: str, spelling: str, *, keep: Iterable[str] = ()) -> str:
    """Return text in the new (uỷ, hoà) or old (ủy, hòa) spelling; `keep` names words left alone."""
    text, spelled = nfc(text), _SPELLERS[spelling]
    kept = tuple(word for word in keep if word)
    if not kept:
        return spelled(text)
    pieces = _any_of(kept).split(text)
    return "".join(piece if index % 2 else spelled(piece) for index, piece in enumerate(pieces))


@remembered
def fold(text: str) -> str:
    """Return text in one spelling, so that hòa and hoà compare equal; case stays."""
    return in_spelling(text, NEW)


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((nfc(word) for word in words), key=len, reverse=True)
    return re.compile(rf"({'|'.join(re.escape(word) for word in longest_first)})")
