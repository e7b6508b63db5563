"""Ours against docxtpl, plain python-docx, and the floor: ready-made XML into a zip.

Each time a word of the answers is another, as while a clerk types, so that no document is made
twice.
"""

from itertools import count

from tests.bench.clock import medians, table, verdict
from tests.bench.peers import Form, found_in, made_in_word, parts_of, zipped
from ttcs_desktop.codec import to_json
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.writers.docx import write

OURS = "ours: template, data, text, sheet, .docx"
DOCXTPL, PYTHON_DOCX = "docxtpl filling an equal template", "plain python-docx"
FLOOR = "the floor: ready-made XML into a zip"
CHANGED = "topic"
"""The answer that is another each time."""


def measure() -> bool:
    """Print the four times and whether the two claims hold."""
    library = Library()
    first = Renderer(library).render(Request("guidance")).composition
    drafter, composer, turns = Drafter(library), Composer(library), count()

    def composed() -> Composition:
        answers = first.draft.answers
        changed = {CHANGED: f"{answers[CHANGED]} {next(turns)}"}
        return composer.compose(drafter.fill(first.draft, answers | changed).draft)

    def ours() -> bytes:
        made = composed()
        return write(made.sheet, made.format, made.draft)

    sheet, form = first.sheet, first.format
    docxtpl = Form(sheet, form, found_in(to_json(first.draft.answers).decode()))
    values, words, parts = docxtpl.values(sheet), docxtpl.said, parts_of(ours())
    times = medians(
        {
            OURS: ours,
            DOCXTPL: lambda: docxtpl.filled(values),
            PYTHON_DOCX: lambda: made_in_word(sheet, form, words),
            FLOOR: lambda: zipped(parts),
        },
        rounds=50,
    )
    table(times, OURS)
    faster, over = times[DOCXTPL] / times[OURS], times[OURS] / times[FLOOR]
    return all(
        [
            verdict(f"{faster:.1f} times faster than docxtpl (aim: 12)", holds=faster >= 12),
            verdict(f"{over:.1f} times the floor (aim: at most 3)", holds=over <= 3),
        ]
    )
