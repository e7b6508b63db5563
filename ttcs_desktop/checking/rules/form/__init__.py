"""Rules of form (thể thức và kỹ thuật trình bày), family by family."""

from ttcs_desktop.checking.rule import Rule
from ttcs_desktop.checking.rules.form import (
    bases,
    closing,
    dates,
    drawn_lines,
    dressing,
    headings,
    letters,
    line_spacing,
    marks,
    numbers,
    page,
    page_numbers,
    regimes,
    sent_to,
    signers,
    signing,
    standing,
    structure,
    tricks,
)

FORM: tuple[Rule, ...] = (
    *structure.RULES,
    *page.RULES,
    *letters.RULES,
    *dressing.RULES,
    *standing.RULES,
    *line_spacing.RULES,
    *drawn_lines.RULES,
    *numbers.RULES,
    *dates.RULES,
    *regimes.RULES,
    *signing.RULES,
    *signers.RULES,
    *sent_to.RULES,
    *bases.RULES,
    *marks.RULES,
    *headings.RULES,
    *page_numbers.RULES,
    *closing.RULES,
    *tricks.RULES,
)

__all__ = ["FORM"]
