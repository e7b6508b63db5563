"""What a unit may add to tasks that a superior gave: lead, time, product (gợi ý của đơn vị).

What is proposed stands in other cells than the superior's words; where nothing is known, nothing is
proposed.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.task import Task, TaskForm, UsualTask
from ttcs_desktop.services.task_rows import BETWEEN, HEADING, Row, Setting, row_of

_ALIKE = 0.6
"""Share of words in common from which a task is taken for a usual one."""


def suggested_rows(
    tasks: Iterable[Task], usual: Sequence[UsualTask], columns: Collection[str], setting: Setting
) -> list[Row]:
    """Return tasks as rows of a plan, under the headings of the usual tasks they are like.

    Rows of one heading follow each other, in the order in which the headings come up.
    """
    rows = [_row(task, _forms_like(task, usual, setting), columns, setting) for task in tasks]
    heading = ""
    for row in rows:
        heading = row[HEADING] = row.get(HEADING) or heading or _first_heading(usual, setting)
    order = {name: place for place, name in reversed([*enumerate(row[HEADING] for row in rows)])}
    return sorted(rows, key=lambda row: order[row[HEADING]])


def _row(task: Task, forms: Sequence[TaskForm], columns: Collection[str], setting: Setting) -> Row:
    if not forms:
        return row_of(task, columns)
    proposed = replace(
        task,
        lead=task.lead or setting.spelt(forms[0].lead),
        support=task.support or _bodies(setting.spelt(form.support) for form in forms),
        timing=task.timing or setting.spelt(_joined(form.timing for form in forms)),
        product=task.product or setting.spelt(_joined(form.product for form in forms)),
        indicators=task.indicators
        or tuple(dict.fromkeys(one for form in forms for one in form.indicators)),
    )
    return row_of(proposed, columns, setting.spelt(forms[0].heading))


def _forms_like(task: Task, usual: Sequence[UsualTask], setting: Setting) -> tuple[TaskForm, ...]:
    """Return today's forms of the usual tasks that a task is made of, or is most like."""
    wording = _key(task.wording)
    own = [one for one in usual if not task.group or one.group == task.group]
    held = [one for one in own if any(_key(f.label) in wording for f in one.forms if f.label)]
    if not held:
        alike = [(max(_likeness(wording, form) for form in one.forms), one) for one in own]
        held = [one for share, one in sorted(alike, key=lambda it: -it[0])[:1] if share >= _ALIKE]
    return tuple(one.form_on(setting.date) for one in held)


def _likeness(wording: str, form: TaskForm) -> float:
    return SequenceMatcher(None, wording.split(), _key(form.wording).split()).ratio()


def _first_heading(usual: Sequence[UsualTask], setting: Setting) -> str:
    return str(setting.spelt(usual[0].form_on(setting.date).heading)) if usual else "Nhiệm vụ"


def _bodies(cells: Iterable[str]) -> tuple[str, ...]:
    bodies = (one.strip() for cell in cells for one in cell.split(BETWEEN))
    return tuple(dict.fromkeys(one for one in bodies if one))


def _joined(texts: Iterable[str]) -> str:
    return f"{BETWEEN} ".join(dict.fromkeys(text for text in texts if text))


def _key(text: str) -> str:
    return fold(" ".join(text.replace("*", "").split())).casefold()
