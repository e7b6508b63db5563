"""How the database came to its tables, step by step (các bước nâng cấp sổ dữ liệu).

Each file in `versions` is one step, named `rNNNN_what.py` with `revision = "NNNN"`. They are read
from their folder, in a checkout, an install and a packaged app alike.
"""

from pathlib import Path

FOLDER = Path(__file__).parent


def revisions() -> tuple[str, ...]:
    """Return the steps that this version of the product knows, in order."""
    return tuple(sorted(path.name[1:5] for path in (FOLDER / "versions").glob("r[0-9]*.py")))
