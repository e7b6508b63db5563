"""What a template may do with values: words, lists, tables (bộ lọc của mẫu)."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from markupsafe import Markup

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import lower_first, upper, upper_first
from ttcs_desktop.officialtext.lines import without_end
from ttcs_desktop.officialtext.recipients import purpose_at
from ttcs_desktop.officialtext.signatures import authority_line, is_title
from ttcs_desktop.templating import figures
from ttcs_desktop.templating.figures import of_value, to_number
from ttcs_desktop.templating.printing import Number, RefusedError, joined, official, running, words
from ttcs_desktop.templating.values import EMPTY, Group, Missing, Row

_PIPE = re.compile(r"(?<!\\)\|")
_PLAIN = re.compile(r"[\w\s./,()-]+")
"""A signing line holds no mark of official text."""


def _sequence(value: object) -> Sequence[Any]:
    if isinstance(value, list | tuple):
        return value
    if value == EMPTY:
        return ()
    raise RefusedError(_("Bộ lọc này cần một danh sách."), _("Dùng với ô kiểu list hoặc records."))


def listed(values: object) -> str:
    """A, b và c: a list as a sentence says it."""
    from babel.lists import format_list

    return _together(values, lambda texts: format_list(texts, locale="vi"))


def joined_with(values: object, separator: str = ", ") -> str:
    """Return a list with a separator between its items."""
    between = str(official(separator))
    return _together(values, between.join)


def _together(values: object, join: Callable[[list[str]], str]) -> str:
    """Join items; official text among them keeps its structure, the rest is escaped."""
    text = join([str(official(item)) for item in _sequence(values)])
    running.get().spend(len(text))
    return Markup(text)  # noqa: S704  every item is escaped


def lines(value: object) -> tuple[object, ...]:
    """Return the lines of a text, without blank ones and without their end marks."""
    if isinstance(value, Missing):
        return (value,)
    kind = Markup if isinstance(value, Markup) else str
    stripped = (line.strip() for line in str(words(value)).splitlines())
    return tuple(kind(without_end(line)) for line in stripped if line)


def by(rows: object, column: str) -> tuple[Group, ...]:
    """Return rows in groups: those that follow each other with the same words in a column."""
    groups: list[tuple[object, list[Row]]] = []
    for row in _sequence(rows):
        if not isinstance(row, Row):
            raise RefusedError(_("Bộ lọc này cần các dòng của một bảng."))
        name = row[column]
        if not groups or groups[-1][0] != name:
            groups.append((name, []))
        groups[-1][1].append(row)
    return tuple(Group(name, tuple(members)) for name, members in groups)


def _changed(change: Callable[[str], str]) -> Callable[..., object]:
    def changed(value: object) -> object:
        text = words(value)
        return type(text)(change(str(text)))

    return of_value(changed)


def cell(value: object) -> object:
    """Return a text as a cell of a table takes it: on one line, its pipes escaped."""
    text = official(value)
    return Markup(_PIPE.sub(r"\|", " ".join(text.split())))  # noqa: S704  official text


def default(value: object, instead: object) -> object:
    """Return a value, or another one where it is empty."""
    return instead if value in (EMPTY, ()) else value


def size(values: object) -> int:
    """Return how many items a list has, or letters a text."""
    return len(words(values)) if isinstance(values, str) else len(_sequence(values))


def first(values: object) -> object:
    """Return the first of a list, nothing of an empty one."""
    items = _sequence(values)
    return items[0] if items else EMPTY


def last(values: object) -> object:
    """Return the last of a list, nothing of an empty one."""
    items = _sequence(values)
    return items[-1] if items else EMPTY


def total(rows: object, column: str) -> Number:
    """Return the sum of a column of numbers; empty cells count nothing."""
    cells: Iterable[object] = (row[column] for row in _sequence(rows))
    return sum((to_number(cell) for cell in cells if not isinstance(cell, str | Missing)), start=0)


def sentence(value: object) -> object:
    """Return a text that ends as a sentence does."""
    text = words(value)
    is_ended = not text or str(text).rstrip("”\"’')] ").endswith((".", "!", "?", "…", ":"))
    return text if is_ended else joined(text, ".")


@of_value
def signing(value: object) -> Markup:
    """Return a line of a signature: `T/M BAN THƯỜNG VỤ`, `BÍ THƯ`; anything else is escaped."""
    line = " ".join(str(words(value)).split())
    is_signing = is_title(line) or authority_line(line) is not None
    return Markup(line) if is_signing and _PLAIN.fullmatch(line) else official(line)  # noqa: S704


@of_value
def recipient(value: object) -> Markup:
    """Return an entry of Nơi nhận; what it is sent for, in brackets at its end, stays that."""
    entry = without_end(str(words(value)))
    start = purpose_at(entry)
    if start is None or "(" not in entry[start:]:
        return official(entry)
    name, purpose = entry[:start].rstrip(" ,;"), entry[start:].strip(" }()")
    return Markup(f"{official(name)} ({official(purpose)})")  # noqa: S704  both are escaped


FILTERS: dict[str, Callable[..., Any]] = {
    "short_date": figures.in_figures,
    "long_date": figures.spoken,
    "date": figures.dated,
    "number": figures.number,
    "money": figures.money,
    "money_words": figures.money_words,
    "words": figures.number_words,
    "count": figures.count,
    "share": figures.share,
    "bar": figures.bar,
    "following": figures.following,
    "listed": listed,
    "join": joined_with,
    "lines": lines,
    "by": by,
    "clause": figures.clause,
    "roman": figures.roman,
    "roman_figure": figures.roman_figure,
    "point": figures.point,
    "upper": _changed(upper),
    "lower": _changed(str.lower),
    "upper_first": _changed(upper_first),
    "lower_first": _changed(lower_first),
    "without_end": _changed(without_end),
    "sentence": sentence,
    "signing": signing,
    "recipient": recipient,
    "cell": cell,
    "default": default,
    "length": size,
    "first": first,
    "last": last,
    "sum": total,
}
"""All that there are: none of Jinja's own, which escape for HTML or grow without bound."""
