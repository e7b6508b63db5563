"""Rules of language and content (ngôn ngữ, nội dung), family by family."""

from ttcs_desktop.checking.rule import Rule

CONTENT: tuple[Rule, ...] = ()

__all__ = ["CONTENT"]
