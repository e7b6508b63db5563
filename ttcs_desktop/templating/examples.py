"""Examples of a template: what it is tried with when it is loaded (ví dụ điền mẫu)."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ttcs_desktop.i18n import _
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.templating.context import Surroundings, sample_unit
from ttcs_desktop.templating.faults import Source, read_tables, read_text, unknown_name
from ttcs_desktop.templating.form import LONGEST

PATTERN = "example*.toml"
FIRST = "example.toml"
KEYS = ("unit", "format", "date", "number", "habits", "marks", "answers")
_SAMPLE_DATE = datetime.date(2026, 6, 15)


def example_files(folder: Path) -> tuple[Path, ...]:
    """Return the example files of a template, `example.toml` first."""
    found = sorted(folder.glob(PATTERN), key=lambda path: (path.name != FIRST, path.name))
    return tuple(found) or (folder / FIRST,)


def read_example(path: Path, source: Source) -> dict[str, Any]:
    """Read an example: unit, date and the like, and `answers`.

    Raises:
        TemplateError: the file cannot be read or says what nobody reads.
    """
    values = read_tables(source, path.name, read_text(path, source, LONGEST))
    for name in values:
        if name not in KEYS:
            raise source.fault(path.name, 0, *unknown_name(name, KEYS))
    answers = values.setdefault("answers", {})
    if not isinstance(answers, dict):
        raise source.fault(
            path.name, 0, _("Câu trả lời phải nằm trong bảng [answers]."), "[answers]"
        )
    return values


def trial_surroundings(
    example: dict[str, Any], regimes: tuple[Regime, ...]
) -> Iterator[Surroundings]:
    """Yield what to try an example in: a unit of each regime that the template is for."""
    date = example.get("date")
    for regime in regimes:
        yield Surroundings(
            unit=sample_unit(str(example.get("unit", "")), regime),
            date=date if isinstance(date, datetime.date) else _SAMPLE_DATE,
        )
