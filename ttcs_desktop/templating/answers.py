"""From the answers of a form to the values of a template, each by its type (câu trả lời)."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ttcs_desktop.i18n import _
from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.language.tones import in_spelling
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.officialtext.lines import UNPRINTABLE
from ttcs_desktop.templating.context import NamedUnit, Surroundings, named_on, sample_unit
from ttcs_desktop.templating.scalars import (
    Question,
    choice,
    date,
    flag,
    money,
    number,
    paragraphs,
    shortened,
    text,
)
from ttcs_desktop.templating.values import (
    EMPTY,
    ROW_ID,
    ROW_INDICATORS,
    Cited,
    Missing,
    Row,
)

MOST_ROWS = 5_000
_SPELT = (FieldType.TEXT, FieldType.PARAGRAPHS, FieldType.LIST, FieldType.RECORDS)
"""Their defaults are written as the unit spells."""


def values_of(
    fields: Iterable[Field], answers: Mapping[str, Any], surroundings: Surroundings
) -> dict[str, object]:
    """Return the value of every field; what no field asks for is left aside.

    A field that is not answered at all has its default; one that is answered with nothing is left
    empty.

    Raises:
        TemplateError: an answer does not fit its field; names the field and says what to do.
    """
    return {field.id: _value(Question(field, field, surroundings), answers) for field in fields}


def is_empty(answer: object) -> bool:
    """Tell whether nothing was answered that can be printed; no and 0 are answers."""
    if isinstance(answer, str):
        has_words = answer[:1].isalnum()
        return not has_words and not UNPRINTABLE.sub("", answer).strip()
    return answer is None or answer in ([], {}, ())


def _value(question: Question, answers: Mapping[str, Any]) -> object:
    """Return the value of a field among answers, or of a column among the cells of a row."""
    field, around = question.field, question.surroundings
    default = field.default_on(around.date)
    answer = answers.get(field.id, default)
    if is_empty(answer):
        return _left_empty(question)
    if field.type in _SPELT and _is_same(answer, default):
        answer = _spelt(answer, around.spelling)
    return _READERS[field.type](question, answer)


def _is_same(answer: object, default: object) -> bool:
    """Tell whether an answer is the default; the window hands tuples back as lists."""
    if isinstance(answer, list | tuple) and isinstance(default, list | tuple):
        return list(answer) == list(default)
    return answer == default


def _spelt(answer: object, spelling: str) -> object:
    """Return the words of a default as the unit spells them; numbers and ids stay."""
    if isinstance(answer, str):
        return in_spelling(answer, spelling)
    if isinstance(answer, list | tuple):
        return [_spelt(item, spelling) for item in answer]
    if isinstance(answer, Mapping):
        return {key: _spelt(value, spelling) for key, value in answer.items()}
    return answer


def _left_empty(question: Question) -> object:
    """Return what a field without answer holds: a mark to print, or nothing."""
    field = question.field
    if field.type is FieldType.FLAG:
        return False
    is_list = field.type in (FieldType.LIST, FieldType.RECORDS)
    if not field.is_required:
        return () if is_list else _NOTHING.get(field.type, EMPTY)
    if field.type is FieldType.RECORDS:
        return (_row(question, {}),)
    missing = Missing(question.home.id, field.label)
    return (missing,) if is_list else missing


def _unit(question: Question, answer: object) -> object:
    surroundings = question.surroundings
    if surroundings.units is None:
        return sample_unit(str(answer), Regime(surroundings.unit.regime))
    if not isinstance(answer, str) or answer not in surroundings.units:
        raise question.wrong(
            _("Không có đơn vị mang mã “{id}”.").format(id=shortened(answer)),
            _closest(answer, surroundings.units) or _("Tìm đơn vị trong danh sách của ô này."),
        )
    return named_on(surroundings.units[answer], surroundings.date)


def _instrument(question: Question, answer: object) -> object:
    instruments = question.surroundings.instruments
    if instruments is None:
        return Cited(str(answer))
    if not isinstance(answer, str) or answer not in instruments:
        raise question.wrong(
            _("Không có văn bản mang mã “{id}” để viện dẫn.").format(id=shortened(answer)),
            _closest(answer, instruments) or _("Tìm văn bản trong danh sách của ô này."),
        )
    found = instruments[answer]
    return Cited(
        found.id, found.symbol, found.type_name, found.short_name, found.title, found.issuer
    )


def _list(question: Question, answer: object) -> object:
    if isinstance(answer, str):
        answer = answer.splitlines()
    items = _sequence(question, answer)
    return tuple(text(question, item) for item in items if not is_empty(item))


def _records(question: Question, answer: object) -> object:
    rows = _sequence(question, answer)
    field, around = question.field, question.surroundings
    return tuple(
        _row(Question(field, field, around, number), cells)
        for number, cells in enumerate(rows, start=1)
    )


def _row(question: Question, cells: object) -> Row:
    if not isinstance(cells, Mapping):
        columns = ", ".join(column.id for column in question.field.columns)
        raise question.wrong(
            _("Dòng này không có tên cột."),
            _("Ghi mỗi dòng theo cột: {columns}.").format(columns=columns),
        )
    row: dict[str, object] = {
        ROW_ID: str(cells.get(ROW_ID, EMPTY)),
        ROW_INDICATORS: tuple(map(str, cells.get(ROW_INDICATORS) or ())),
    }
    for column in question.field.columns:
        cell = Question(column, question.home, question.surroundings, question.row)
        row[column.id] = _value(cell, cells)
    return Row(row)


def _sequence(question: Question, answer: object) -> list[Any] | tuple[Any, ...]:
    if not isinstance(answer, list | tuple):
        raise question.wrong(_("Ô này cần một danh sách."), _("Ghi mỗi mục một dòng."))
    if len(answer) > MOST_ROWS:
        raise question.wrong(
            _("Danh sách dài quá: {count} dòng, tối đa {most}.").format(
                count=grouped(len(answer)), most=grouped(MOST_ROWS)
            ),
            _("Chia thành nhiều văn bản hoặc đưa vào phụ lục."),
        )
    return answer


def _closest(answer: object, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(str(answer)[:60], known, n=3, cutoff=0.5)
    return _("Có phải: {guesses}?").format(guesses=", ".join(close)) if close else ""


_NOTHING: dict[FieldType, object] = {
    FieldType.UNIT: NamedUnit("", "", "", ""),
    FieldType.INSTRUMENT: Cited(""),
}
"""Left empty, what has parts still has them, each with nothing in it."""
_READERS: dict[FieldType, Callable[[Question, object], object]] = {
    FieldType.TEXT: text,
    FieldType.PARAGRAPHS: paragraphs,
    FieldType.DATE: date,
    FieldType.NUMBER: number,
    FieldType.MONEY: money,
    FieldType.CHOICE: choice,
    FieldType.FLAG: flag,
    FieldType.UNIT: _unit,
    FieldType.INSTRUMENT: _instrument,
    FieldType.LIST: _list,
    FieldType.RECORDS: _records,
}
