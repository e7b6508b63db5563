"""The draft that rides inside every .docx (bản nháp kèm theo tệp)."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.indicator import Figure
from ttcs_desktop.model.period import Period
from ttcs_desktop.model.task import Task, TaskResult
from ttcs_desktop.model.unit import Habits

DRAFT_NAMESPACE = "urn:ttcs-desktop:draft:1"
"""XML namespace of the draft inside a .docx: `<draft version="1" fingerprint="…">JSON</draft>`."""
FORMAT_PROPERTY = "TTCS Format"
FORMAT_VERSION_PROPERTY = "TTCS Format Version"
"""Names of the custom properties of a .docx that tell its format's id and version."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything needed to carry a document on: its text, answers, unit, format and date.

    Attributes:
        text: the official text (văn bản nguồn); for a template, what it rendered or what the clerk
            made of it.
        template: template id, "" for free text.
        answers: the form's values by field id, as JSON types.
        is_edited: the text was edited after the template rendered it.
        number: the serial, "" while the registry clerk has not given it.
        unit, format: ids; "" means not chosen, or chosen by unit and date.
        made_by: product and version.
        tasks: what the document assigns, takes up or answers (nhiệm vụ), by their lasting ids.
        results: what a report says of each task.
        figures: what a report says of each indicator.
        period: what a report covers.
    """

    text: str
    template: str = ""
    template_version: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    is_edited: bool = False
    unit: str = ""
    format: str = ""
    date: datetime.date | None = None
    number: str = ""
    habits: Habits = Habits()
    marks: Marks = Marks()
    made_by: str = ""
    tasks: tuple[Task, ...] = ()
    results: tuple[TaskResult, ...] = ()
    figures: tuple[Figure, ...] = ()
    period: Period | None = None
