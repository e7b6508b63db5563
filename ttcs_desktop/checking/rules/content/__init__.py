"""Rules of language and content (ngôn ngữ, nội dung), family by family."""

from ttcs_desktop.checking.rule import Rule
from ttcs_desktop.checking.rules.content import (
    abbreviations,
    bodies,
    capitals,
    citations,
    dates,
    figures,
    letters,
    spacing,
    spelling,
    tones,
    type_word,
)

CONTENT: tuple[Rule, ...] = (
    *letters.RULES,
    *spelling.RULES,
    *spacing.RULES,
    *tones.RULES,
    *capitals.RULES,
    *dates.RULES,
    *citations.RULES,
    *type_word.RULES,
    *bodies.RULES,
    *abbreviations.RULES,
    *figures.RULES,
)

__all__ = ["CONTENT"]
