"""Pieces of official text put in by a command (chèn)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.editor.text_edit import TextEdit

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

PAGE_BREAK = "<<<>>>"


def insertions(text: TextEdit, workbench: "Workbench") -> dict[str, Callable[[], object]]:
    """Return what each insertion command does to a text."""
    return {
        "page-break": lambda: text.insert_lines(PAGE_BREAK),
        "footnote": lambda: _insert_footnote(text),
        "table": lambda: _insert_table(text),
        "citation": lambda: _ask_for_citation(text, workbench),
    }


def _insert_footnote(text: TextEdit) -> None:
    words = _("chú thích")
    text.insert(f"[^{words}]", select=words)


def _insert_table(text: TextEdit) -> None:
    first = _("Nội dung")
    rows = (f"| TT | {first} | {_('Ghi chú')} |", "|:-:|---|---|", "| 1 |  |  |")
    text.insert_lines("\n".join(rows), select=first)


def _ask_for_citation(text: TextEdit, workbench: "Workbench") -> None:
    from ttcs_desktop.ui.editor.citation_box import CitationBox

    CitationBox(text, workbench).open_below_cursor()
