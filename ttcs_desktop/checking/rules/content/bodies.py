"""Bodies and places that did not exist on the document's date (tên cơ quan, đơn vị cũ).

They are only asked about, never replaced: some were split, and old papers keep their old names.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.prose import Prose, once, prose
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.checking.rules.content.citations import cited
from ttcs_desktop.checking.word_lists import word_lists
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Unit, UnitPeriod

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*|[,-]")
_NEAR = 60
"""How far words may stand that show an old name is meant."""
_COMMITTEE = "Ủy ban nhân dân "
_END: str = ""


@dataclass(frozen=True, slots=True)
class _Gone:
    """A name that a body no longer, or not yet, bore on a date."""

    name: str
    day: datetime.date
    now: str
    is_ended: bool
    is_place: bool = False


def gone(case: Case) -> Iterator[Remark]:
    """Yield names of bodies and places that had ended, or not begun, on the document's date."""
    if case.date is None:
        return
    tree = once(case, _tree)
    taken = once(case, _old_papers)
    seen: set[str] = set()
    for one in prose(case):
        for start, end, found in _names(one, tree):
            if found.name in seen or _is_past(one, start, end):
                continue
            if any(first <= start < last for first, last in taken.get(id(one), ())):
                continue
            seen.add(found.name)
            yield _remark(one, start, end, found)


def _remark(one: Prose, start: int, end: int, found: _Gone) -> Remark:
    message = (
        _("“{name}” chỉ có đến hết ngày {day}.")
        if found.is_ended
        else _("“{name}” chỉ có từ ngày {day}.")
    )
    return Remark(
        message.format(name=one.text[start:end], day=short_date(found.day)),
        one.at(start, end),
        found=one.text[start:end],
        asked=_("nay là {now}?").format(now=found.now) if found.now else _("xem lại tên"),
        severity=Severity.NOTE if found.is_place or not found.is_ended else None,
    )


def _names(one: Prose, tree: Mapping[str, object]) -> Iterator[tuple[int, int, _Gone]]:
    """Yield the longest names that stand in a line, with their places."""
    text = one.folded
    words = _words(text)
    index = 0
    while index < len(words):
        node: object = tree
        best: tuple[int, _Gone] | None = None
        for ahead in range(index, len(words)):
            node = node.get(words[ahead][2]) if isinstance(node, dict) else None
            if not isinstance(node, dict):
                break
            if isinstance(node.get(_END), _Gone):
                best = ahead, node[_END]
            elif _END in node:
                best = None
        if best and _is_named(one.text[words[index][0] :], best[1].name):
            yield words[index][0], words[best[0]][1], best[1]
            index = best[0]
        index += 1


@remembered
def _words(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the words of a text in small letters, with where they stand."""
    return tuple(
        (found.start(), found.end(), found[0].casefold()) for found in _WORD.finditer(text)
    )


def _is_named(typed: str, name: str) -> bool:
    """Tell whether the letters are those of a name: "phòng văn hóa" without capitals is none."""
    return all(
        letter.isupper() or not right.isupper()
        for letter, right in zip(fold(typed)[1 : len(name)], fold(name)[1:], strict=False)
    )


def _tree(case: Case) -> dict[str, object]:
    """Return the names of all units on the document's date, kept for the next check."""
    if case.date is None:
        return {}
    kept = _trees.get(case.date)
    if kept is None or kept[0] is not case.units:
        if len(_trees) >= _MOST_TREES:
            _trees.clear()
        kept = _trees[case.date] = case.units, _grown(case.units, case.date)
    return kept[1]


_MOST_TREES = 4
_trees: dict[datetime.date, tuple[Mapping[str, Unit], dict[str, object]]] = {}


def _grown(units: Mapping[str, Unit], date: datetime.date) -> dict[str, object]:
    """Return names word by word; those that hold on the date end in None, the others in `_Gone`."""
    tree: dict[str, object] = {}
    for name, gone_ in _unit_names(units.values(), date):
        _plant(tree, name, gone_)
    for body in word_lists("bodies")["body"]:
        if body["until"] < date:
            for name in body["names"]:
                _plant(tree, name, _Gone(name, body["until"], body["now"], is_ended=True))
    return tree


def _plant(tree: dict[str, object], name: str, gone_: _Gone | None) -> None:
    node = tree
    for match in _WORD.finditer(fold(name)):
        following = node.setdefault(match[0].casefold(), {})
        assert isinstance(following, dict)  # noqa: S101  what setdefault put there
        node = following
    if _END not in node or gone_ is None:
        node[_END] = gone_


def _unit_names(units: Iterable[Unit], date: datetime.date) -> Iterator[tuple[str, _Gone | None]]:
    for unit in units:
        for period in unit.periods:
            held = _gone(unit, period, date)
            for name in dict.fromkeys((period.name, period.short_name, period.list_name)):
                if " " in name:
                    yield name, held
            if period.name.startswith(_COMMITTEE) and unit.level == "xa":
                yield _place(period.name, held)


def _place(name: str, held: _Gone | None) -> tuple[str, _Gone | None]:
    place = name.removeprefix(_COMMITTEE)
    if held is None:
        return place, None
    now = held.now.replace(_COMMITTEE, "")
    return place, _Gone(place, held.day, now, held.is_ended, is_place=True)


def _gone(unit: Unit, period: UnitPeriod, date: datetime.date) -> _Gone | None:
    if period.covers(date) or any(
        other.covers(date) and fold(other.name) == fold(period.name) for other in unit.periods
    ):
        return None
    if period.valid_to and period.valid_to < date:
        later = [other for other in unit.periods if other.covers(date)]
        now = later[0].name if later else unit.successor
        return _Gone(period.name, period.valid_to, now, is_ended=True)
    is_new_name = unit.former or any(other.covers(date) for other in unit.periods)
    if period.valid_from and is_new_name:
        return _Gone(period.name, period.valid_from, ", ".join(unit.former), is_ended=False)
    return None


def _old_papers(case: Case) -> dict[int, list[tuple[int, int]]]:
    """Return where instruments are named: the names of those who issued them stay."""
    places: dict[int, list[tuple[int, int]]] = {}
    for one in cited(case):
        end = one.start + len(one.text)
        places.setdefault(id(one.line), []).append((one.start, end))
    return places


def _is_past(one: Prose, start: int, end: int) -> bool:
    near = one.text[max(0, start - _NEAR) : end + _NEAR].casefold()
    return any(re.search(rf"\b{word}\b", near) for word in word_lists("bodies")["past"]["words"])


RULES = (
    Rule(
        "content.old-name", Severity.WARNING, lambda: _("Tên cơ quan, đơn vị vào ngày văn bản"),
        no_clause, gone,
    ),
)  # fmt: skip
