"""What commands change in the text: marks, and pieces put in (chèn)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ttcs_desktop.services import pipe_tables
from ttcs_desktop.services.emphasis import BOLD, ITALIC, toggled
from ttcs_desktop.services.line_edits import Edit
from ttcs_desktop.services.note_places import free_label, other_end
from ttcs_desktop.ui.editor.carrying_out import carry_out
from ttcs_desktop.ui.editor.text_edit import TextEdit

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

PAGE_BREAK = "=== ngắt trang ==="
TABLE = "| TT | Nội dung | Ghi chú |\n|:-:|---|---|\n| 1 |  |  |"
FOOTNOTE = "nội dung chú thích"
"""Words of the document, whatever language the window speaks."""
OF_TABLES = {
    "table-row": pipe_tables.with_row,
    "table-column": pipe_tables.with_column,
    "table-drop-row": pipe_tables.without_row,
    "table-drop-column": pipe_tables.without_column,
}


def changes(text: TextEdit, workbench: "Workbench") -> dict[str, Callable[[], object]]:
    """Return what each command does that changes a text."""
    return {
        "undo": text.undo,
        "redo": text.redo,
        "bold": lambda: dress(text, BOLD),
        "italic": lambda: dress(text, ITALIC),
        **insertions(text, workbench),
    }


def insertions(text: TextEdit, workbench: "Workbench") -> dict[str, Callable[[], object]]:
    """Return what each insertion command does to a text."""
    return {
        "page-break": lambda: text.insert_lines(PAGE_BREAK),
        "footnote": lambda: _insert_footnote(text),
        "go-footnote": lambda: _go_to_other_end(text),
        "table": lambda: text.insert_lines(TABLE, select="Nội dung"),
        "citation": lambda: _ask_for_citation(text, workbench),
        **{name: _in_table(text, act) for name, act in OF_TABLES.items()},
    }


def dress(text: TextEdit, style: int) -> None:
    """Make the selected words bold or italic, or no longer so; without words, put the marks."""
    start, end = text.selected_places()
    edit = toggled(text.all_lines(), start, end, style)
    if edit is None:
        text.surround("*" * style)
    else:
        carry_out(text, edit)


def _in_table(
    text: TextEdit, act: Callable[[list[str], int, int], Edit | None]
) -> Callable[[], None]:
    def change() -> None:
        edit = act(text.all_lines(), text.line() - 1, text.column())
        if edit is not None:
            carry_out(text, edit)

    return change


def _insert_footnote(text: TextEdit) -> None:
    label = free_label(text.toPlainText())
    text.insert_with_note(f"[^{label}]", f"[^{label}]: {FOOTNOTE}", select=FOOTNOTE)


def _go_to_other_end(text: TextEdit) -> None:
    place = other_end(text.all_lines(), text.line() - 1, text.column())
    if place is not None:
        text.go_to_line(place[0] + 1)
        text.move_on(place[1])


def _ask_for_citation(text: TextEdit, workbench: "Workbench") -> None:
    from ttcs_desktop.ui.editor.citation_box import CitationBox

    CitationBox(text, workbench).open_below_cursor()
