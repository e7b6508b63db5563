"""Rules of language and content (ngôn ngữ, nội dung), family by family."""

from ttcs_desktop.checking.rule import Rule
from ttcs_desktop.checking.rules.content import capitals, dates, letters, spacing, tones

CONTENT: tuple[Rule, ...] = (
    *letters.RULES,
    *spacing.RULES,
    *tones.RULES,
    *capitals.RULES,
    *dates.RULES,
)

__all__ = ["CONTENT"]
