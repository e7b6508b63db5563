"""Which format holds for a document (thể thức), and a unit's own habits laid over it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.format import FormatProfile, LevelForm
from ttcs_desktop.model.look import Range, TextStyle
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.unit import Habits, Regime

_SPELLINGS = ("new", "old")
_FIRST = {Level.ROMAN: "I", Level.CLAUSE: "1"}
"""The number in the mark of a habit: "I-" says how every Roman number is written."""
_NO_LIMIT = 99.0
"""What a format writes for a maximum that the rule does not give."""
_INDENT_TOLERANCE = 0.5
"""mm"""


def choose(
    formats: Mapping[str, FormatProfile], regime: Regime, date: datetime.date
) -> FormatProfile:
    """Return the format of a regime on a document's date.

    Before the regime's first format it is the first; in a gap, or after the last has ended, the
    last one before. Of several in force the youngest holds, and of equally old ones the first.

    Raises:
        UnknownError: the regime has no format at all.
    """
    of_regime = [own for own in formats.values() if own.regime is regime]
    if not of_regime:
        raise UnknownError(
            _("Chưa có thể thức nào cho hệ “{regime}”.").format(regime=regime.value),
            remedy=_("Chọn thể thức khác, hoặc thêm tệp thể thức vào thư mục formats của đơn vị."),
        )
    begun = [own for own in of_regime if _begin(own) <= date]
    if not begun:
        return min(of_regime, key=_begin)
    in_force = [own for own in begun if own.valid_to is None or date <= own.valid_to]
    return max(in_force or begun, key=_begin)


def with_habits(format: FormatProfile, habits: Habits) -> FormatProfile:  # noqa: A002
    """Lay a unit's habits over a format.

    The clerk decides: what the rule does not allow is laid over all the same, and
    `habit_problems` tells of it. What cannot be understood, such as a size set that the format
    does not have, is passed over.
    """
    return format if habits == Habits() else _laid_over(format, habits)


@lru_cache(maxsize=64)
def _laid_over(format: FormatProfile, habits: Habits) -> FormatProfile:  # noqa: A002
    two_sided, end_mark = habits.two_sided, habits.end_mark
    return replace(
        format,
        page=format.page if two_sided is None else replace(format.page, is_two_sided=two_sided),
        styles=_styles(format.styles, habits),
        levels=_levels(format.levels, habits),
        spelling=habits.spelling if habits.spelling in _SPELLINGS else format.spelling,
        end_mark=format.end_mark if end_mark is None else end_mark,
        size_set=habits.size_set if habits.size_set in _size_sets(format) else format.size_set,
    )


def habit_problems(format: FormatProfile, habits: Habits) -> tuple[Problem, ...]:  # noqa: A002
    """Return a warning for each habit that the format's rule does not allow, with its clause."""
    if habits == Habits():
        return ()
    severity = Severity.NOTE if format.max_severity is Severity.NOTE else Severity.WARNING
    return tuple(
        Problem(
            severity,
            f"habits.{rule}",
            message,
            hint=_("Xem lại nếp riêng của đơn vị."),
            source=source,
        )
        for rule, message, source in _not_allowed(format, habits)
    )


def _begin(format: FormatProfile) -> datetime.date:  # noqa: A002
    return format.valid_from or datetime.date.min


def _size_sets(format: FormatProfile) -> list[str]:  # noqa: A002
    return [own.id for own in format.size_sets]


def _styles(styles: dict[str, TextStyle], habits: Habits) -> dict[str, TextStyle]:
    """Give the body's indent and line spacing to it and to every style that has them from it."""
    if habits.first_line_indent is None and habits.line_spacing is None:
        return styles
    body = styles["body"]
    indent = _set(body.first_line_indent, habits.first_line_indent)
    line = _set(body.line, habits.line_spacing)
    return {
        name: replace(
            style,
            first_line_indent=indent
            if style.first_line_indent == body.first_line_indent
            else style.first_line_indent,
            line=line if style.line == body.line else style.line,
        )
        for name, style in styles.items()
    }


def _set(span: Range | None, value: float | None) -> Range | None:
    return replace(span, default=value) if span and value is not None else span


def _levels(levels: dict[Level, LevelForm], habits: Habits) -> dict[Level, LevelForm]:
    changed = dict(levels)
    for level, mark in _marks(habits):
        if _FIRST[level] in mark:
            changed[level] = replace(levels[level], mark=_pattern(level, mark))
    return changed


def _marks(habits: Habits) -> Iterator[tuple[Level, str]]:
    typed = ((Level.ROMAN, habits.roman_mark), (Level.CLAUSE, habits.clause_mark))
    yield from ((level, mark.strip()) for level, mark in typed if mark is not None)


def _pattern(level: Level, mark: str) -> str:
    return mark.replace(_FIRST[level], "{n}", 1) + " "


def _not_allowed(format: FormatProfile, habits: Habits) -> Iterator[tuple[str, str, str]]:  # noqa: A002
    """Yield rule, message and clause of each habit that the format does not allow."""
    yield from _lengths_not_allowed(format, habits)
    for level, mark in _marks(habits):
        form = format.levels[level]
        if _pattern(level, mark) not in (form.mark, *form.accepts):
            expected = form.mark.replace("{n}", _FIRST[level]).strip()
            message = _("Đánh số “{mark}” không theo thể thức; thể thức ghi “{expected}”.")
            yield level.value, message.format(mark=mark, expected=expected), form.source
    if habits.end_mark is not None and habits.end_mark != format.end_mark:
        message = _("Kết thúc bằng “{mark}” không theo thể thức; thể thức ghi “{expected}”.")
        values = {"mark": habits.end_mark, "expected": format.end_mark}
        yield "end-mark", message.format(**values), format.end_mark_source
    if habits.spelling is not None and habits.spelling not in _SPELLINGS:
        message = _("Không có kiểu bỏ dấu “{spelling}”; chỉ có new (uỷ, hoà) và old (ủy, hòa).")
        yield "spelling", message.format(spelling=habits.spelling), format.spelling_source
    if habits.two_sided and not format.page.two_sided_allowed:
        yield "two-sided", _("Thể thức không nêu lề đối xứng khi in hai mặt."), format.page.source
    if habits.size_set is not None and habits.size_set not in _size_sets(format):
        message = _("Thể thức không có bộ cỡ chữ “{id}”; có: {known}.")
        known = ", ".join(_size_sets(format))
        yield "size-set", message.format(id=habits.size_set, known=known), format.rule


def _lengths_not_allowed(format: FormatProfile, habits: Habits) -> Iterator[tuple[str, str, str]]:  # noqa: A002
    body = format.styles["body"]
    indent, line = habits.first_line_indent, habits.line_spacing
    if indent is not None and not _allows(body.first_line_indent, indent, _INDENT_TOLERANCE):
        message = _("Thụt đầu dòng {value} mm; thể thức cho phép {span} mm.")
        span = _span(body.first_line_indent)
        yield "first-line-indent", message.format(value=_number(indent), span=span), body.source
    if line is not None and not _allows(body.line, line, 0.0):
        message = (
            _("Giãn dòng {value} pt; thể thức cho phép {span} pt.")
            if format.line_mode == "exactly"
            else _("Giãn dòng {value}; thể thức cho phép {span} dòng.")
        )
        yield (
            "line-spacing",
            message.format(value=_number(line), span=_span(body.line)),
            body.source,
        )


def _allows(span: Range | None, value: float, tolerance: float) -> bool:
    return span is not None and span.allows(value, tolerance)


def _span(span: Range | None) -> str:
    """Return a span in words: "18 - 22", "10 hoặc 12,7", "từ 18"."""
    if span is None:
        return _number(0)
    if span.choices:
        return _(" hoặc ").join(map(_number, span.choices))
    if span.max >= _NO_LIMIT:
        return _("từ {least}").format(least=_number(span.min))
    if span.min == span.max:
        return _number(span.min)
    return f"{_number(span.min)} - {_number(span.max)}"


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
