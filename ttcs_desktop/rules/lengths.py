"""How long drawn rules are (độ dài đường kẻ): as the words above them, or a third to a half."""

from ttcs_desktop.model.look import Range
from ttcs_desktop.model.sheet import Rule

TEXT = "text"
THIRD_TO_HALF = "third-to-half"


def rule_under(box: str, kind: str, words: float, fraction: Range) -> tuple[Rule, ...]:
    """Return the rule of a kind under words of a width in mm; () for kind ""."""
    if kind == TEXT:
        return (Rule(box, round(words, 1)),)
    if kind == THIRD_TO_HALF:
        return (Rule(box, round(words * fraction.default, 1)),)
    return ()
