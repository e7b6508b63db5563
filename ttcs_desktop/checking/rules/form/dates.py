"""Place and date: the grammar of the line (địa danh, thời gian ban hành)."""

import re
from collections.abc import Callable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.mending import trimmed, words_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.number import has_impossible_date

_DAY = re.compile(r"ngày\s+(\d{1,2})\b")
_MONTH = re.compile(r"tháng\s+(\d{1,2})\b")


def wrong_date(case: Case) -> tuple[str, Remark] | None:
    """Return the first fault of the line of place and date with the id of its rule."""
    component, form = case.first(Part.PLACE_DATE), case.format.date
    if component is None:
        return None
    text = case.text(component)
    if has_impossible_date(text):
        return "date.impossible", _date_remark(
            case, component, _("Không có ngày này trong lịch."), None
        )
    if re.match(form.regex, text) or (form.draft_regex and re.match(form.draft_regex, text)):
        return None
    for rule, message, mended in _date_faults(case, text):
        return rule, _date_remark(case, component, message, mended)
    return "date.form", _date_remark(
        case, component, _("Địa danh, ngày tháng không đúng cách ghi."), None
    )


def _date_rule(rule: str) -> Callable[[Case], Iterator[Remark]]:
    def check(case: Case) -> Iterator[Remark]:
        found = wrong_date(case)
        if found and found[0] == rule:
            yield found[1]

    return check


def _date_faults(case: Case, text: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield the faults of a date with what mends each, the likeliest first."""
    regex = case.format.date.regex
    if "," not in text.partition("ngày")[0]:
        mended = re.sub(r"\s*\bngày", ", ngày", text, count=1)
        yield "date.comma", _("Sau địa danh phải có dấu phẩy."), _if_right(regex, mended)
    day, month = _DAY.search(text), _MONTH.search(text)
    if day and len(day[1]) == 1:
        mended = f"{text[: day.start(1)]}0{text[day.start(1) :]}"
        yield (
            "date.day",
            _("Ngày dưới 10 phải ghi thêm số 0 ở trước."),
            _if_right(regex, mended) or mended,
        )
    if month and month[1] in {"1", "2"}:
        mended = f"{text[: month.start(1)]}0{text[month.start(1) :]}"
        yield "date.month", _("Tháng 1, tháng 2 phải ghi thêm số 0 ở trước."), mended
    if month and month[1].startswith("0") and int(month[1]) > 2:
        mended = f"{text[: month.start(1)]}{int(month[1])}{text[month.end(1) :]}"
        yield "date.month", _("Tháng 3 đến tháng 9 không ghi số 0 ở trước."), mended
    if "  " in text and _if_right(regex, " ".join(text.split())):
        yield "date.form", _("Thừa dấu cách trong ngày tháng."), " ".join(text.split())
    if re.search(r"\d+\s?[/.-]\s?\d+\s?[/.-]\s?\d{4}", text):
        yield "date.words", _("Ngày tháng phải ghi đủ chữ: ngày … tháng … năm …"), None


def _if_right(regex: str, text: str) -> str | None:
    return text if re.match(regex, text) else None


def _date_remark(case: Case, component: Component, message: str, mended: str | None) -> Remark:
    form = case.format.date
    return Remark(
        message,
        component,
        found=case.text(component),
        asked=mended or form.template,
        clause=form.source,
        verified=form.verified,
        fix=words_fix(case, trimmed(case, component), mended) if mended else None,
    )


def _date_clause(form: FormatProfile) -> str:
    return form.date.source


_DATE_TITLES: tuple[tuple[str, Callable[[], str]], ...] = (
    ("date.form", lambda: _("Cách ghi địa danh, ngày tháng")),
    ("date.comma", lambda: _("Dấu phẩy sau địa danh")),
    ("date.day", lambda: _("Số 0 trước ngày dưới 10")),
    ("date.month", lambda: _("Số 0 trước tháng 1, tháng 2")),
    ("date.words", lambda: _("Ngày tháng ghi đủ chữ")),
    ("date.impossible", lambda: _("Ngày có trong lịch")),
)
RULES = tuple(
    Rule(rule, Severity.ERROR, title, _date_clause, _date_rule(rule))
    for rule, title in _DATE_TITLES
)
