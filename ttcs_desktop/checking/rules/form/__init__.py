"""Rules of form (thể thức và kỹ thuật trình bày), family by family."""

from ttcs_desktop.checking.rule import Rule
from ttcs_desktop.checking.rules.form import dressing, letters, page

FORM: tuple[Rule, ...] = (*page.RULES, *letters.RULES, *dressing.RULES)

__all__ = ["FORM"]
