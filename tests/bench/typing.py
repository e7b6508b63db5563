"""From a key pressed to pages and findings that show it, in a real window."""

from tests.bench.clock import verdict
from tests.bench.screen import in_a_window

AIMS = {4: 100, 12: 150, 40: 200}
"""Pages, and the milliseconds that they may be older than the key, in the median."""
FINDINGS = {12: 150}
"""The same for what the checker finds."""
LONGEST_BLOCK = 40
"""Milliseconds that the window may hear nothing."""


def measure() -> bool:
    """Print how old pages and findings are behind the typist, and whether the claims hold."""
    held = []
    for pages, aim in AIMS.items():
        found = in_a_window("tests.bench.typing_session", str(pages))
        bare, median, block = found["bare"], found["median"], found["longest block"]
        print(
            f"   {found['pages']} pages: median {median:.0f} ms, worst {found['worst']:.0f} ms; "
            f"findings: median {found['findings']:.0f} ms, worst {found['worst findings']:.0f} ms; "
            f"longest block {block:.0f} ms; a bare Qt editor shows a letter after "
            f"{bare:.1f} ms ({median / bare:.0f} x)"
        )
        held += [
            verdict(f"page {median:.0f} ms behind the key (aim: {aim})", holds=median <= aim),
            verdict(f"{block:.0f} ms blocked (aim: {LONGEST_BLOCK})", holds=block <= LONGEST_BLOCK),
        ]
        if pages in FINDINGS:
            most, late = FINDINGS[pages], found["findings"]
            told = f"findings {late:.0f} ms behind the key (aim: {most})"
            held.append(verdict(told, holds=late <= most))
    return all(held)
