"""Patterns of fields: only such as can be matched at once (biểu thức kiểm tra ô nhập)."""

import re

LONGEST = 200
MOST_REPEATS = 8
MOST_OPEN_REPEATS = 3
_ESCAPED = re.compile(r"\\.")
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_OPEN = re.compile(r"[*+]|\{\d*,\}")
_REPEAT = re.compile(r"[*+]|(?<![*+(])\?|\{\d*(?:,\d*)?\}")
_REPEATED_GROUP = re.compile(r"\)\s*(?:[*+]|\{)")
_BACK_REFERENCE = re.compile(r"\\[1-9]|\(\?P=")


def is_simple(pattern: str) -> bool:
    """Tell whether a pattern is right, and so plain that no text keeps it busy.

    A group may be optional but not repeated, and only a few parts may repeat at all: then what is
    tried grows slowly with the text, which is short (see `answers.LONGEST_PATTERNED`).
    """
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    if len(pattern) > LONGEST or _BACK_REFERENCE.search(pattern):
        return False
    bare = _CLASS.sub("x", _ESCAPED.sub("x", pattern))
    return (
        not _REPEATED_GROUP.search(bare)
        and len(_REPEAT.findall(bare)) <= MOST_REPEATS
        and len(_OPEN.findall(bare)) <= MOST_OPEN_REPEATS
    )
