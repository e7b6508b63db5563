"""From a key pressed to a page that shows it, in a real window."""

from tests.bench.clock import verdict
from tests.bench.screen import in_a_window

AIMS = {4: 100, 40: 250}
"""Pages, and the milliseconds that the page may be older than the key, in the median."""
LONGEST_BLOCK = 50
"""Milliseconds that the window may hear nothing."""


def measure() -> bool:
    """Print how old the page is behind the typist, and whether the claims hold."""
    held = []
    for pages, aim in AIMS.items():
        found = in_a_window("tests.bench.typing_session", str(pages))
        bare, median = found["bare"], found["median"]
        print(
            f"   {found['pages']} pages: median {median:.0f} ms, worst {found['worst']:.0f} ms, "
            f"longest block {found['longest block']:.0f} ms; a bare Qt editor shows a letter after "
            f"{bare:.1f} ms ({median / bare:.0f} x)"
        )
        block = found["longest block"]
        held += [
            verdict(f"{median:.0f} ms behind the key (aim: {aim})", holds=median <= aim),
            verdict(f"{block:.0f} ms blocked (aim: {LONGEST_BLOCK})", holds=block <= LONGEST_BLOCK),
        ]
    return all(held)
