"""Each fault of form is reported with its rule and place, and nothing else is."""

import time
from functools import cache

import pytest
from checking.documents import check, told
from checking.editing import Edited
from checking.mutations import MUTATIONS, Mutation
from checking.samples import SAMPLES

from ttcs_desktop.checking.rules.form import FORM
from ttcs_desktop.model.finding import Finding

FORM_RULES = frozenset(rule.id for rule in FORM)
LEAST_FOUND = 0.98


@cache
def findings(mutation: Mutation) -> tuple[Finding, ...]:
    file = Edited(SAMPLES[mutation.document]())
    mutation.change(file)
    found = check(file.data()).findings
    return tuple(one for one in found if one.rule in FORM_RULES)


def is_found(mutation: Mutation) -> bool:
    found = findings(mutation)
    return [one.rule for one in found] == [mutation.rule] and mutation.words in found[0].place.words


@pytest.mark.parametrize("name", SAMPLES)
def test_a_document_is_right_before_a_fault_is_planted(name: str) -> None:
    found = [told(one) for one in check(SAMPLES[name]()).findings if one.rule in FORM_RULES]
    assert found == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: one.name)
def test_a_fault_is_reported_and_nothing_else(mutation: Mutation) -> None:
    found = findings(mutation)
    assert [one.rule for one in found] == [mutation.rule], list(map(told, found))
    assert mutation.words in found[0].place.words, told(found[0])


def test_nearly_all_faults_are_found_and_the_table_is_printed() -> None:
    """Run `pytest -s` to see the table: fault, rule, how it weighs, how long the check took."""
    lines = []
    for mutation in MUTATIONS:
        start = time.perf_counter()
        found = findings(mutation)
        took = (time.perf_counter() - start) * 1000
        mark = "found" if is_found(mutation) else "MISSED"
        weight = found[0].severity if found else "-"
        lines.append(f"{mark:7}{mutation.rule:26}{weight:9}{took:6.0f} ms  {mutation.name}")
    right = sum(map(is_found, MUTATIONS))
    planted = len({mutation.rule for mutation in MUTATIONS})
    lines.append(f"{right} of {len(MUTATIONS)} faults found, of {planted} rules")
    print("\n" + "\n".join(lines))  # noqa: T201  the table is what the harness is for
    assert right >= LEAST_FOUND * len(MUTATIONS)


def test_every_rule_of_form_has_a_fault_that_shows_it() -> None:
    shown = {mutation.rule for mutation in MUTATIONS}
    assert sorted(FORM_RULES - shown - NEVER_ALONE) == []


NEVER_ALONE = frozenset({"structure.unrecognised", "scope.legal-act", "signature.person"})
"""Rules that no single fault in a whole document shows; they have tests of their own."""
