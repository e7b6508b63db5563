"""Where the tone mark stands (vị trí dấu thanh): new uỷ, hoà, khoẻ; old ủy, hòa, khỏe.

The two spellings differ only in open syllables with oa, oe, uy. Toàn, thuyền, quý are written one
way, so they are never touched.
"""

import re
from collections.abc import Iterable
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


def _open_syllable(pairs: Iterable[str]) -> re.Pattern[str]:
    """Match these vowels where the syllable ends with them, but not the uy of qu-."""
    return re.compile(rf"(?<![qQ])(?:{'|'.join(pairs)})(?![^\W\d_])", re.IGNORECASE)


_CHANGES = {NEW: (_open_syllable(_TO_NEW), _TO_NEW), OLD: (_open_syllable(_TO_OLD), _TO_OLD)}


def in_spelling(text: str, spelling: str, *, keep: Iterable[str] = ()) -> str:
    """Return text in the new (uỷ, hoà) or old (ủy, hòa) spelling; `keep` names words left alone."""
    text = nfc(text)
    kept = tuple(word for word in keep if word)
    if not kept:
        return _spelled(text, spelling)
    pieces = _any_of(kept).split(text)
    return "".join(
        piece if index % 2 else _spelled(piece, spelling) for index, piece in enumerate(pieces)
    )


@remembered
def fold(text: str) -> str:
    """Return text in one spelling, so that hòa and hoà compare equal; case stays."""
    return in_spelling(text, NEW)


def _spelled(text: str, spelling: str) -> str:
    pattern, changes = _CHANGES[spelling]
    return pattern.sub(lambda match: _recased(match[0], changes), text)


def _recased(typed: str, changes: dict[str, str]) -> str:
    changed = changes[typed.lower()]
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(typed, changed, strict=True)
    )


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((nfc(word) for word in words), key=len, reverse=True)
    return re.compile(rf"({'|'.join(re.escape(word) for word in longest_first)})")
