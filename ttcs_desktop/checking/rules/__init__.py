"""Every rule of the checker, family by family (bảng quy tắc)."""

from ttcs_desktop.checking.rule import Rule
from ttcs_desktop.checking.rules.content import CONTENT
from ttcs_desktop.checking.rules.form import FORM

RULES: tuple[Rule, ...] = (*FORM, *CONTENT)

__all__ = ["RULES"]
