"""What the changed text of a report says of each task (kết quả đọc từ lời văn)."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import Document, Item, Paragraph
from ttcs_desktop.model.indicator import Indicator
from ttcs_desktop.model.task import Task, TaskResult, TaskState
from ttcs_desktop.model.text import plain
from ttcs_desktop.rules.signs import SIGN

States = Mapping[TaskState, Sequence[str]]
_CITED = re.compile(r"\\\[\\\[[\w\\-]+\\\]\\\]")
_ANY_CITATION = r"[^:]{1,400}?"
"""A citation is printed in full or short, as the format and its place ask."""


def results_in(
    document: Document,
    tasks: Iterable[Task],
    known: Iterable[TaskResult],
    states: States,
    indicators: Mapping[str, Indicator],
) -> tuple[TaskResult, ...]:
    """Return the answers that a text gives: `task: state; what was done. Figures …`.

    A task whose words the text has no more keeps what is known of it.
    """
    by_task = {result.task: result for result in known}
    said = [_line(block) for block in document.blocks if isinstance(block, Item | Paragraph)]
    found = (_result(task, by_task.get(task.id), said, states, indicators) for task in tasks)
    return tuple(result for result in found if result is not None)


def _result(
    task: Task,
    known: TaskResult | None,
    said: Sequence[str],
    states: States,
    indicators: Mapping[str, Indicator],
) -> TaskResult | None:
    answer = _answer(task, said)
    if answer is None:
        return known
    state, text = _parted(answer, states)
    names = [indicators[one].name for one in task.indicators if one in indicators]
    if state is None and (known is None or SIGN.match(answer)):
        return None
    return TaskResult(
        task.id, state or (known or TaskResult("")).state, _without_figures(text, names)
    )


def _answer(task: Task, said: Sequence[str]) -> str | None:
    """Return what follows the words of a task, None where no line begins with them."""
    wording = _key(task.wording.rstrip(" .;,").replace("*", ""))
    pattern = re.compile(
        _CITED.sub(lambda _found: _ANY_CITATION, re.escape(wording)) + r"[^:]*:\s*"
    )
    for line in said:
        if found := pattern.match(_key(line)):
            return line[found.end() :].strip()
    return None


def _parted(answer: str, states: States) -> tuple[TaskState | None, str]:
    """Return the state that an answer begins with, and the rest of it."""
    folded = _key(answer)
    starts = [(start, state) for state, words in states.items() for start in map(_key, words)]
    for start, state in sorted(starts, key=lambda one: -len(one[0])):
        if re.match(rf"{re.escape(start)}(?!\w)", folded):
            return state, answer[len(start) :].lstrip(" ;,.")
    return None, answer


def _without_figures(text: str, names: Iterable[str]) -> str:
    """Return an answer up to the figures that the annex gives as well."""
    folded = _key(text)
    places = [folded.find(f"{_key(name)}:") for name in names]
    end = min((place for place in places if place >= 0), default=len(text))
    return text[:end].strip()


def _line(block: Item | Paragraph) -> str:
    return nfc(" ".join(plain(block.content).split()))


def _key(text: str) -> str:
    return fold(text).lower()
