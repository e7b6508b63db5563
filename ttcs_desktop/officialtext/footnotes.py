"""Lines that give a footnote its words (nội dung chú thích): `[^1]: …`."""

import re

from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.officialtext.inline import Definition
from ttcs_desktop.officialtext.lines import ESCAPE, TextLine, ends_sentence, starts_small

_DEFINITION = re.compile(r"\[\^(?P<label>[\w-]{1,20})\]:\s*(?P<text>.*)")
_MARK = re.compile(r"(?<!\\)(?:\\\\)*\[\^([\w-]{1,20})\]")


def is_definition(text: str) -> bool:
    """Tell whether a line gives a footnote its words."""
    return text.startswith("[^") and _DEFINITION.match(text) is not None


def take_definitions(
    lines: list[TextLine], problems: list[Problem]
) -> tuple[list[TextLine], dict[str, Definition]]:
    """Return the other lines, and the words of each footnote by its label.

    A second definition of a label, or one that no mark calls for, stays as running text.
    """
    definitions: dict[str, Definition] = {}
    if not any(line.text.startswith("[^") for line in lines):
        return lines, definitions
    called = {mark for line in lines for mark in _MARK.findall(_after_label(line.text))}
    rest: list[TextLine] = []
    open_label = ""
    for line in lines:
        found = _DEFINITION.fullmatch(line.text) if line.text.startswith("[^") else None
        if found is None:
            if open_label and _goes_on(definitions[open_label].text, line.text):
                definitions[open_label].text += f" {line.text}"
                continue
            open_label = ""
            rest.append(line)
        elif found["label"] in definitions or found["label"] not in called:
            problems.append(_not_called(found, line.number))
            rest.append(TextLine(line.number, ESCAPE + line.text))
            open_label = ""
        else:
            open_label = found["label"]
            definitions[open_label] = Definition(found["text"], line.number)
    return rest, definitions


def _after_label(text: str) -> str:
    found = _DEFINITION.match(text) if text.startswith("[^") else None
    return found["text"] if found else text


def _goes_on(above: str, text: str) -> bool:
    return bool(text) and starts_small(text) and not ends_sentence(above)


def _not_called(found: re.Match[str], line: int) -> Problem:
    return Problem(
        Severity.WARNING,
        "officialtext.unused-footnote",
        _("Không chỗ nào trong văn bản dùng chú thích [^{label}] này.").format(
            label=found["label"]
        ),
        line,
        _("Đặt [^{label}] ở chỗ cần chú thích, hoặc xóa dòng này.").format(label=found["label"]),
    )
