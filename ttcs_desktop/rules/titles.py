"""Which items of the body are titles, and which are running text (tiêu đề hay nội dung)."""

from ttcs_desktop.model.document import DIVISIONS, LEVELS, Block, Item, Level, PageBreak
from ttcs_desktop.model.text import plain
from ttcs_desktop.rules.stops import ends_a_sentence

_DEPTH = {level: depth for depth, level in enumerate(LEVELS)}
_NEVER = frozenset({Level.DASH, Level.PLUS})
_LONGEST_LEAD_IN = 90
"""Letters of a short line that ends with a colon and leads in what follows."""


def is_title(item: Item, following: Block | None) -> bool:
    """Tell whether an item is a title: it has no end mark, and something stands under it.

    Divisions and Roman items always are.
    """
    if item.level in DIVISIONS or item.level is Level.ROMAN:
        return True
    if item.level in _NEVER or ends_a_sentence(plain(item.content)):
        return False
    return stands_under(item, following)


def leads_in(item: Item, following: Block | None) -> bool:
    """Tell whether an item is a short line that ends with a colon and leads in what follows."""
    text = plain(item.content).rstrip()
    return text.endswith(":") and len(text) <= _LONGEST_LEAD_IN and stands_under(item, following)


def stands_under(item: Item, following: Block | None) -> bool:
    """Tell whether the block that follows an item belongs to it."""
    if following is None or isinstance(following, PageBreak):
        return False
    return not isinstance(following, Item) or _DEPTH[following.level] > _DEPTH[item.level]
