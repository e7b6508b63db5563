"""Faults planted in right documents one at a time: each is told by its rule, in place, alone."""

import time

from checking.content_mutations import CONTENT_MUTATIONS
from checking.mutations import MUTATIONS
from checking.test_content_mutations import is_found, new_findings

from tests.bench.clock import verdict

LEAST_KINDS = 120
LEAST_FOUND = 98.0
"""Percent."""


def measure() -> bool:
    """Print every kind of fault with what was told of it, and whether the claims hold."""
    planted = (*MUTATIONS, *CONTENT_MUTATIONS)
    right, others = 0, 0
    print(f"   {'':7}{'rule':28}{'weighs':9}{'took':>7}  fault; what else was told")
    for mutation in planted:
        start = time.perf_counter()
        found = new_findings(mutation)
        took = (time.perf_counter() - start) * 1000
        weight = next((one.severity for one in found if one.rule == mutation.rule), "-")
        beside = [one.rule for one in found if one.rule != mutation.rule]
        more = f"; {', '.join(beside)}" if beside else ""
        mark = "found" if is_found(mutation) else "MISSED"
        print(f"   {mark:7}{mutation.rule:28}{weight:9}{took:4.0f} ms  {mutation.name}{more}")
        right, others = right + is_found(mutation), others + len(beside)
    percent, rules = right * 100 / len(planted), len({one.rule for one in planted})
    print(
        f"   {len(MUTATIONS)} kinds of form and {len(CONTENT_MUTATIONS)} of language and content, "
        f"for {rules} rules; told beside the fault: {others}"
    )
    kinds = f"{len(planted)} kinds of faults (aim: {LEAST_KINDS})"
    told = f"{right} of {len(planted)} told rightly and alone, {percent:.1f} % (aim: {LEAST_FOUND})"
    held = [
        verdict(kinds, holds=len(planted) >= LEAST_KINDS),
        verdict(told, holds=percent >= LEAST_FOUND),
    ]
    return all(held)
