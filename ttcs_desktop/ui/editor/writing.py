"""The draft being written: its text, its form and what stands beside them stay one."""

import dataclasses
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Background, Latest

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

RENDERS_KEPT = 50
"""Texts that the template gave, kept so that undoing leads back to the answers too."""
SHAPING = frozenset({"unit", "date", "format", "habits"})
"""What a template's words may depend on beside its answers."""
HELD = ("tasks", "results", "figures", "period")
"""What the answers say to the chain of documents."""


class Writing(QObject):
    """Holds the draft and decides who wins: what a clerk typed is never written over."""

    changed = Signal()
    """The draft is another one now."""
    rendered = Signal(str)
    """The template gives this text; it may take the place of the old."""
    answers_came_back = Signal(dict)
    """The form should show these answers: undo led back to them, or their rows were completed."""
    fell_behind = Signal()
    """The form changed, but the text was edited by hand and stays as it is."""
    caught_up = Signal()
    """Text and form agree again."""
    refused = Signal(object)
    """The template could not be filled: an error."""

    def __init__(self, workbench: "Workbench", background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._filling = Latest(background)
        self._draft = Draft(text="")
        self._renders: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._typed_since = 0

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self._draft

    def begin(self, draft: Draft) -> None:
        """Take up another draft."""
        self._filling.drop()
        self._renders.clear()
        self._typed_since += 1
        self._draft = draft
        if draft.template and not draft.is_edited:
            self._keep(draft.text, draft.answers)

    def type(self, text: str) -> None:
        """Take over the text as the clerk has it now."""
        if text == self._draft.text:
            return
        self._typed_since += 1
        answers = self._renders.get(text)
        if answers is None:
            is_edited = bool(self._draft.template)
            self._draft = dataclasses.replace(self._draft, text=text, is_edited=is_edited)
        else:
            self._draft = dataclasses.replace(
                self._draft, text=text, answers=answers, is_edited=False
            )
            self.answers_came_back.emit(answers)
            self.caught_up.emit()
        self.changed.emit()

    def answer(self, answers: dict[str, Any]) -> None:
        """Take over what the form holds now."""
        if answers == self._draft.answers:
            return
        self._draft = dataclasses.replace(self._draft, answers=answers)
        self.changed.emit()
        self._follow_form()

    def describe(self, **beside: Any) -> None:  # noqa: ANN401  fields of a draft
        """Take over what stands beside the text: unit, format, date, number, habits, marks."""
        before = self._draft
        self._draft = dataclasses.replace(before, **beside)
        if self._draft == before:
            return
        self.changed.emit()
        if any(getattr(before, name) != getattr(self._draft, name) for name in SHAPING):
            self._follow_form()

    def take_from_template(self) -> None:
        """Let the template write the text anew."""
        if self._draft.template:
            self._fill()

    def _follow_form(self) -> None:
        if not self._draft.template:
            return
        if self._draft.is_edited:
            self.fell_behind.emit()
        else:
            self._fill()

    def _fill(self) -> None:
        draft, typed_since = self._draft, self._typed_since
        self._filling.submit(
            lambda: self._workbench.fill(draft, draft.answers),
            lambda filled: self._take(filled, draft.answers, typed_since),
            self.refused.emit,
        )

    def _take(self, filled: Draft, asked: dict[str, Any], typed_since: int) -> None:
        if typed_since != self._typed_since:
            self.fell_behind.emit()
            return
        self._keep(filled.text, filled.answers)
        is_completed = self._draft.answers == asked != filled.answers
        self._draft = dataclasses.replace(
            self._draft,
            text=filled.text,
            answers=filled.answers if is_completed else self._draft.answers,
            is_edited=False,
            template_version=filled.template_version,
            **{name: getattr(filled, name) for name in HELD},
        )
        if is_completed:
            self.answers_came_back.emit(filled.answers)
        self.rendered.emit(filled.text)
        self.caught_up.emit()
        self.changed.emit()

    def _keep(self, text: str, answers: dict[str, Any]) -> None:
        self._renders[text] = dict(answers)
        self._renders.move_to_end(text)
        while len(self._renders) > RENDERS_KEPT:
            self._renders.popitem(last=False)
