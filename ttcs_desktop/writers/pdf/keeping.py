"""What stays on one page (giữ cùng trang), where Typst needs to be told more than `sticks`.

Typst takes a footnote to the right page only with lines that cannot part. So a paragraph with
footnotes comes as several lines, `is_whole` each, the later ones with `goes_on`; and what sticks to
such a line stands in one element "together" with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Values = dict[str, Any]

_ALONE = 3
"""Up to so many lines a paragraph stays on one page."""


def parted(line: Values, extra: float) -> Iterator[Values]:
    """Part a line with footnotes where a page may end in it; `extra` pt stand between its lines."""
    parts = _parts(line["words"])
    for number, words in enumerate(parts, start=1):
        is_last = number == len(parts)
        part = line | {"words": words, "sticks": line["sticks"] and is_last}
        if number == 1:
            yield part
            continue
        yield part | {
            "above": extra,
            "is_firm": False,
            "starts_page": False,
            "goes_on": True,
            "source": 0,
        }


def _parts(words: Sequence[Values]) -> list[list[Values]]:
    """Part a paragraph where a page may end in it: not after its first or before its last line."""
    lines: list[list[Values]] = [[]]
    for word in words:
        lines[-1].append(word)
        if "end" in word:
            lines.append([])
    if len(lines) <= _ALONE:
        return [list(words)]
    return [lines[0] + lines[1], *lines[2:-2], lines[-2] + lines[-1]]


def kept_together(elements: Iterable[Values], page_height: float) -> Iterator[Values]:
    """Bind what sticks to the next element, where one of them has footnotes and all fit a page.

    Nothing sticks to what starts a page.
    """
    chain: list[Values] = []
    for element in elements:
        if element["starts_page"]:
            yield from (own | {"sticks": False} for own in chain)
            chain = []
        chain.append(element)
        if element["sticks"]:
            continue
        yield from _bound(chain, page_height)
        chain = []
    yield from chain


def _bound(chain: list[Values], page_height: float) -> Iterable[Values]:
    has_notes = any(element.get("is_whole") for element in chain)
    if len(chain) == 1 or not has_notes or chain[-1]["kind"] == "grid":
        return chain
    height = sum(element["above"] + element["height"] for element in chain)
    if height > page_height:
        return chain
    first = {name: chain[0][name] for name in ("above", "is_firm", "starts_page")}
    members = [chain[0] | {"above": 0.0, "starts_page": False}, *chain[1:]]
    members = [member | {"sticks": False} for member in members]
    return [first | {"kind": "together", "elements": members, "height": height, "sticks": False}]
