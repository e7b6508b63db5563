"""`make bench`: our claims about speed, each a ratio against a peer measured in the same run."""

import sys
from collections.abc import Callable

from tests.bench import (
    batches,
    broken_files,
    consolidation,
    documents,
    faults,
    full_registry,
    pages,
    searching,
    typing,
    window,
)

CLAIMS: tuple[tuple[str, Callable[[], bool]], ...] = (
    ("Template and data to .docx, on the seed's content", documents.measure),
    ("Page twin (PDF) against LibreOffice", pages.measure),
    ("From key to page, in the window", typing.measure),
    ("First window and memory", window.measure),
    ("65 commune plans from one template", batches.measure),
    ("The whole country's reports consolidated", consolidation.measure),
    ("2,000 broken or harmful files checked", broken_files.measure),
    ("Faults planted in right documents, and told", faults.measure),
    ("100,000 paragraphs searched", searching.measure),
    ("The first window over 20,000 documents", full_registry.measure),
)


def main() -> int:
    """Measure every claim, or those whose number is named, and tell which hold."""
    chosen = [int(word) for word in sys.argv[1:]] or range(1, len(CLAIMS) + 1)
    held = []
    for number in chosen:
        title, measure = CLAIMS[number - 1]
        print(f"\n{number}. {title}")
        held.append(measure())
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
