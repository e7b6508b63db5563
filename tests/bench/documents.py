"""Ours against docxtpl, plain python-docx, and the floor: ready-made XML into a zip.

No document is made twice: each time one answer has another word, as while a clerk types. What we
take when every paragraph is another, so that nothing is known from before, is told beside it.
"""

from collections.abc import Callable
from itertools import count
from typing import Any

from tests.bench.clock import medians, table, verdict
from tests.bench.peers import Form, found_in, made_in_word, parts_of, zipped
from ttcs_desktop.codec import to_json
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.writers.docx import write

OURS = "ours: template, data, text, sheet, .docx"
ALL_NEW = "ours, every paragraph another"
DOCXTPL, PYTHON_DOCX = "docxtpl filling an equal template", "plain python-docx"
FLOOR = "the floor: ready-made XML into a zip"
CHANGED = "topic"
"""The answer that is another each time."""
ROUNDS = 50


def measure() -> bool:
    """Print the times and whether the two claims hold."""
    library = Library()
    first = Renderer(library).render(Request("guidance")).composition
    drafter, composer, turns = Drafter(library), Composer(library), count(1)
    answers = first.draft.answers

    def ours(reworded: Callable[[int], dict[str, Any]]) -> bytes:
        draft = drafter.fill(first.draft, answers | reworded(next(turns))).draft
        made = composer.compose(draft)
        return write(made.sheet, made.format, made.draft)

    def one_word(turn: int) -> dict[str, Any]:
        return {CHANGED: f"{answers[CHANGED]} {turn}"}

    form = Form(first.sheet, first.format, found_in(to_json(answers).decode()))
    values, parts = form.values(first.sheet), parts_of(ours(one_word))
    times = medians(
        {
            OURS: lambda: ours(one_word),
            ALL_NEW: lambda: ours(lambda turn: _reworded(answers, turn)),
            DOCXTPL: lambda: form.filled(values),
            PYTHON_DOCX: lambda: made_in_word(first.sheet, first.format, form.said),
            FLOOR: lambda: zipped(parts),
        },
        ROUNDS,
    )
    table(times, OURS)
    faster, over = times[DOCXTPL] / times[OURS], times[OURS] / times[FLOOR]
    held = [
        verdict(f"{faster:.1f} times faster than docxtpl (aim: 12)", holds=faster >= 12),
        verdict(f"{over:.1f} times the floor (aim: at most 3)", holds=over <= 3),
    ]
    return all(held)


def _reworded(answer: Any, turn: int) -> Any:
    """Return answers with another word in nearly every sentence."""
    if isinstance(answer, dict):
        return {key: _reworded(own, turn) for key, own in answer.items()}
    if isinstance(answer, list | tuple):
        return [_reworded(own, turn) for own in answer]
    return answer.replace(" và ", f" và {turn} ") if isinstance(answer, str) else answer
