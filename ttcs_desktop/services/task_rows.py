"""Tasks as rows of a form, and rows as tasks (nhiệm vụ trong ô nhập).

Beside the cells of its columns a row carries what the form does not show: the task's lasting id,
where it comes from, and what measures it.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.language.numbers import parse_number
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import in_spelling
from ttcs_desktop.model.task import Origin, Task, UsualTask
from ttcs_desktop.rules.tasks import label_of
from ttcs_desktop.rules.timing import last_day_in

Row = dict[str, Any]

HEADING = "group"
"""The column that names the heading a task stands under."""
BETWEEN = ";"
"""Between the bodies of one cell; their names hold commas."""
_HIDDEN = ("id", "label", "audience", "origin", "source", "split_from", "indicators")
CITED = re.compile(r"\[\[([\w-]+)\]\]")
_WORDS_OF_ID = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a form is filled: for which unit, on which day, writing uỷ or ủy as it does."""

    unit: str
    date: datetime.date
    spelling: str

    def spelt(self, value: Any) -> Any:  # noqa: ANN401  a cell of any kind
        """Return words in the unit's spelling; anything else stays."""
        return in_spelling(value, self.spelling) if isinstance(value, str) else value


def task_of(row: Mapping[str, Any], year: int, group: int) -> Task:
    """Return the task that a row is; `year` is that of its plan, `group` the form's own."""
    wording, timing = _text(row, "wording"), _text(row, "timing")
    return Task(
        id=_text(row, "id"),
        wording=wording,
        label=_text(row, "label") or label_of(wording),
        group=int(row.get("audience") or group),
        origin=Origin(row.get("origin") or Origin.SUPERIOR),
        source=_text(row, "source"),
        split_from=_text(row, "split_from"),
        citations=tuple(dict.fromkeys(CITED.findall(wording))),
        lead=_text(row, "lead"),
        support=tuple(one.strip() for one in _text(row, "support").split(BETWEEN) if one.strip()),
        due=last_day_in(timing, year),
        timing=timing,
        product=_text(row, "product"),
        budget=_whole(row.get("budget")),
        indicators=tuple(map(str, row.get("indicators") or ())),
    )


def row_of(task: Task, columns: Collection[str], heading: str = "") -> Row:
    """Return a task as a row with these columns; what is not said stays open."""
    cells = {
        HEADING: heading,
        "wording": task.wording,
        "lead": task.lead,
        "support": f"{BETWEEN} ".join(task.support),
        "timing": task.timing,
        "product": task.product,
        "budget": task.budget,
        "id": task.id,
        "label": task.label,
        "audience": task.group,
        "origin": task.origin.value,
        "source": task.source,
        "split_from": task.split_from,
        "indicators": list(task.indicators),
    }
    return _kept(cells, columns)


def usual_row(task: UsualTask, columns: Collection[str], setting: Setting) -> Row:
    """Return a usual task as a row: the superior's words, and what is proposed for the unit."""
    form = task.form_on(setting.date)
    cells = {
        HEADING: form.heading,
        "wording": form.wording,
        "lead": form.lead,
        "support": form.support,
        "timing": form.timing,
        "product": form.product,
        "id": task.id,
        "label": form.label,
        "audience": task.group,
        "origin": Origin.SUPERIOR.value,
        "source": form.source,
        "indicators": list(form.indicators),
    }
    return {key: setting.spelt(value) for key, value in _kept(cells, columns).items()}


def with_ids(rows: Iterable[Row], unit: str) -> list[Row]:
    """Return rows in which each task has an id; one without is the unit's own (nhiệm vụ tự đặt).

    The id is made of the unit and the first words, once: words may change later, the id stays.
    """
    listed = list(rows)
    taken = {str(row["id"]) for row in listed if row.get("id")}
    for row in listed:
        if not row.get("id") and _text(row, "wording"):
            row["id"] = _free_id(f"{unit or 'don-vi'}.{_slug(row['wording'])}", taken)
            row["origin"] = Origin.UNIT.value
            taken.add(row["id"])
    return listed


def _kept(cells: Row, columns: Collection[str]) -> Row:
    return {
        key: value
        for key, value in cells.items()
        if value not in ("", None, [], 0) and (key in columns or key in _HIDDEN)
    }


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return "" if value is None else str(value).strip()


def _whole(value: object) -> int | None:
    number = parse_number(value) if isinstance(value, str) else value
    is_whole = isinstance(number, int | float) and number == int(number)
    return int(number) if is_whole and isinstance(number, int | float) else None


def _free_id(wanted: str, taken: Collection[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


@remembered
def _slug(words: str) -> str:
    plain = re.findall(r"[a-z0-9]+", without_marks(CITED.sub(" ", words)).lower())
    return "-".join(plain[:_WORDS_OF_ID]) or "nhiem-vu"
