"""What commands change in the text: marks, and pieces put in (chèn)."""

import re
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from ttcs_desktop.ui.editor.text_edit import TextEdit

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

PAGE_BREAK = "=== ngắt trang ==="
TABLE = "| TT | Nội dung | Ghi chú |\n|:-:|---|---|\n| 1 |  |  |"
FOOTNOTE = "nội dung chú thích"
"""Words of the document, whatever language the window speaks."""


def changes(text: TextEdit, workbench: "Workbench") -> dict[str, Callable[[], object]]:
    """Return what each command does that changes a text."""
    return {
        "undo": text.undo,
        "redo": text.redo,
        "bold": lambda: text.surround("**"),
        "italic": lambda: text.surround("*"),
        **insertions(text, workbench),
    }


def insertions(text: TextEdit, workbench: "Workbench") -> dict[str, Callable[[], object]]:
    """Return what each insertion command does to a text."""
    return {
        "page-break": lambda: text.insert_lines(PAGE_BREAK),
        "footnote": lambda: _insert_footnote(text),
        "table": lambda: text.insert_lines(TABLE, select="Nội dung"),
        "citation": lambda: _ask_for_citation(text, workbench),
    }


def _insert_footnote(text: TextEdit) -> None:
    used = set(re.findall(r"\[\^([\w-]+)\]", text.toPlainText()))
    label = next(str(number) for number in count(1) if str(number) not in used)
    text.insert_with_note(f"[^{label}]", f"[^{label}]: {FOOTNOTE}", select=FOOTNOTE)


def _ask_for_citation(text: TextEdit, workbench: "Workbench") -> None:
    from ttcs_desktop.ui.editor.citation_box import CitationBox

    CitationBox(text, workbench).open_below_cursor()
