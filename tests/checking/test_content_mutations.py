"""Each fault of language and content is reported with its rule and place, and nothing else is."""

import time
from collections import Counter
from functools import cache

import pytest
from checking.content_mutations import ALLOWED, CONTENT_MUTATIONS
from checking.documents import check, told
from checking.editing import Edited
from checking.mutations import MUTATIONS, Mutation
from checking.samples import SAMPLES

from ttcs_desktop.checking.rules import RULES
from ttcs_desktop.checking.rules.content import CONTENT
from ttcs_desktop.model.finding import Finding

LEAST_KINDS = 120
LEAST_FOUND = 0.98
SHOWN_ELSEWHERE = frozenset({"citations.ambiguous", "figures.sum", "content.too-long"})
"""Rules with tests of their own: they need another document or a table."""


@cache
def before(name: str) -> Counter[tuple[str, str]]:
    """Return the hints that a right document has already."""
    return Counter((one.rule, one.found) for one in check(SAMPLES[name]()).findings)


@cache
def new_findings(mutation: Mutation) -> tuple[Finding, ...]:
    file = Edited(SAMPLES[mutation.document]())
    mutation.change(file)
    left = Counter(before(mutation.document))
    found = []
    for one in check(file.data()).findings:
        if left[one.rule, one.found]:
            left[one.rule, one.found] -= 1
        elif one.rule not in ALLOWED.get(mutation.rule, ()):
            found.append(one)
    return tuple(found)


def is_found(mutation: Mutation) -> bool:
    found = new_findings(mutation)
    return [one.rule for one in found] == [mutation.rule] and mutation.words in found[0].place.words


@pytest.mark.parametrize("mutation", CONTENT_MUTATIONS, ids=lambda one: one.name)
def test_a_fault_is_reported_and_nothing_else(mutation: Mutation) -> None:
    found = new_findings(mutation)
    assert [one.rule for one in found] == [mutation.rule], list(map(told, found))
    assert mutation.words in found[0].place.words, told(found[0])


def test_nearly_all_faults_are_found_and_the_table_is_printed() -> None:
    """Run `pytest -s` to see the table: fault, rule, how it weighs, how long the check took."""
    lines = []
    for mutation in CONTENT_MUTATIONS:
        start = time.perf_counter()
        found = new_findings(mutation)
        took = (time.perf_counter() - start) * 1000
        mark = "found" if is_found(mutation) else "MISSED"
        weight = found[0].severity if found else "-"
        lines.append(f"{mark:7}{mutation.rule:26}{weight:9}{took:6.0f} ms  {mutation.name}")
    right = sum(map(is_found, CONTENT_MUTATIONS))
    lines.append(f"{right} of {len(CONTENT_MUTATIONS)} faults of content found")
    print("\n" + "\n".join(lines))  # noqa: T201  the table is what the harness is for
    assert right >= LEAST_FOUND * len(CONTENT_MUTATIONS)


def test_there_are_kinds_enough_and_every_rule_of_content_has_one() -> None:
    assert len(CONTENT_MUTATIONS) + len(MUTATIONS) >= LEAST_KINDS
    shown = {mutation.rule for mutation in CONTENT_MUTATIONS}
    assert sorted({rule.id for rule in CONTENT} - shown - SHOWN_ELSEWHERE) == []


def test_no_two_rules_have_one_id() -> None:
    twice = [rule for rule, count in Counter(rule.id for rule in RULES).items() if count > 1]
    assert twice == []
