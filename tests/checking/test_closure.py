"""What the product writes itself conforms: no error, no warning, in any template and format."""

import pytest
from checking.documents import (
    check,
    examples_docx,
    golden_docx,
    sheet_names,
    template_docx,
    told,
)

from ttcs_desktop.checking.rules.form import FORM
from ttcs_desktop.model.problem import Severity

FORM_RULES = frozenset(rule.id for rule in FORM)
WRONG_ON_PURPOSE = {
    "decision-state": {"signature.rank"},
    "letter-state": {"heading.order"},
    "letter-party": {"heading.order"},
}
"""Golden sheets whose source holds a fault, to show what the sheet says of it."""


def wrong(data: bytes) -> list[str]:
    found = check(data).findings
    return [
        told(one) for one in found if one.severity is not Severity.NOTE and one.rule in FORM_RULES
    ]


@pytest.mark.parametrize("name", sheet_names())
def test_a_golden_sheet_conforms(name: str) -> None:
    found = check(golden_docx(name)).findings
    rules = {one.rule for one in found if one.severity is not Severity.NOTE}
    assert rules & FORM_RULES == WRONG_ON_PURPOSE.get(name, set())


def test_every_template_conforms_in_every_format_for_many_units() -> None:
    checked, found = 0, []
    for name, data in template_docx():
        checked += 1
        found += [f"{name}: {line}" for line in wrong(data)]
    assert checked > 100
    assert found == []


IN_THE_SOURCE = {
    "guidance example ": {"spacing.before-mark"},  # the real guidance has a space before a ";"
    "report-front example ": {"content.old-name"},  # the unit's own list of recipients is of 2025
}
"""Faults of content that the examples themselves hold."""


def test_every_example_conforms_to_all_rules_for_the_units_it_is_meant_for() -> None:
    checked, found = 0, []
    for name, data in examples_docx():
        checked += 1
        known = next(
            (rules for start, rules in IN_THE_SOURCE.items() if name.startswith(start)), ()
        )
        found += [
            f"{name}: {told(one)}"
            for one in check(data).findings
            if one.severity is not Severity.NOTE and one.rule not in known
        ]
    assert checked > 10
    assert found == []
