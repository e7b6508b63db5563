"""Where a line of a name or title may end (chỗ ngắt dòng): `resources/rules/line-ends.toml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ttcs_desktop.codec import read_toml
from ttcs_desktop.language.tones import fold
from ttcs_desktop.places import resources

BEST, GOOD, ANY, BAD, NEVER = 0.0, 0.15, 0.6, 1.2, 2.0
"""What it costs to end a line."""
_QUOTES = "“\"'(‘"
_STOPS = (",", ";", ":", ".")
_DASHES = ("-", "–")

_Heads = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LineEnds:
    """Known words, folded and in small letters; heads are the words that a line starts with."""

    best: _Heads
    good: _Heads
    bodies: _Heads
    before_numbers: frozenset[str]
    inseparable: _Heads


def cost_of_ends(words: list[str]) -> Iterator[float]:
    """Yield what it costs to end a line after the first word, the second, and so on."""
    keys = [_key(word) for word in words]
    are_capitals = " ".join(words).isupper()
    for end in range(1, len(words)):
        yield _cost(words, keys, end, are_capitals=are_capitals)


def _cost(words: list[str], keys: list[str], end: int, *, are_capitals: bool) -> float:
    known = _known()
    before, after = words[end - 1], words[end]
    if before in _DASHES:
        return BEST
    if after in _DASHES or (after[:1].isdigit() and keys[end - 1] in known.before_numbers):
        return NEVER
    ends_sense = before.endswith(_STOPS)
    if (keys[end - 1], keys[end]) in known.inseparable and not ends_sense:
        return NEVER
    if (keys[end - 1],) in known.best:
        return BAD
    following = tuple(keys[end : end + 2])
    if _starts_with(following, known.best):
        return BEST
    is_body = after.lstrip(_QUOTES)[:1].isupper() and _starts_with(following, known.bodies)
    if is_body or _starts_with(following, known.good) or ends_sense:
        return GOOD
    is_inside_name = before[:1].isupper() and not are_capitals
    return BAD if is_inside_name or after.startswith("(") else ANY


def _starts_with(words: tuple[str, ...], heads: _Heads) -> bool:
    return words in heads or words[:1] in heads


def _key(word: str) -> str:
    return fold(word.lstrip(_QUOTES)).casefold()


@cache
def _known() -> LineEnds:
    """Return the known words; the file is read once."""
    data = read_toml(resources() / "rules" / "line-ends.toml")
    return LineEnds(
        best=_heads(data["best"]),
        good=_heads(data["good"]),
        bodies=_heads(data["bodies"]),
        before_numbers=frozenset(map(_key, data["before_numbers"])),
        inseparable=_heads(data["inseparable"]),
    )


def _heads(listed: Iterable[str]) -> _Heads:
    return frozenset(tuple(_key(word) for word in words.split()) for words in listed)
