"""Named blanks of a text, filled (điền chỗ trống)."""

import re
from collections.abc import Mapping

_BLANK = re.compile(r"\{(\w+)\}")


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with its blanks filled; what fills them is not looked into again."""
    return _BLANK.sub(lambda blank: words[blank[1]], text)
