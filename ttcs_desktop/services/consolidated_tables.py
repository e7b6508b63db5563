"""A consolidation as the sheets of a workbook (bảng tổng hợp): every figure with its source."""

from collections.abc import Iterator
from decimal import Decimal

from ttcs_desktop.i18n import _
from ttcs_desktop.model.report import Consolidation, Contribution, MergedFigure
from ttcs_desktop.model.task import TaskState
from ttcs_desktop.registry.spreadsheets import Cell, Table

State = dict[TaskState, str]


def state_words() -> State:
    """Return how the states of a task are told, in the language spoken now."""
    return {
        TaskState.DONE: _("đã thực hiện"),
        TaskState.UNDER_WAY: _("đang thực hiện"),
        TaskState.NOT_DONE: _("chưa thực hiện"),
    }


def tables_of(consolidation: Consolidation) -> tuple[Table, ...]:
    """Return the sheets: totals, figures by unit, tasks, sources, who is missing, queries."""
    return (
        _totals(consolidation),
        _by_unit(consolidation),
        _tasks(consolidation),
        _sources(consolidation),
        _missing(consolidation),
        _queries(consolidation),
    )


def _totals(consolidation: Consolidation) -> Table:
    areas = tuple(
        dict.fromkeys(area for one in consolidation.figures for area, _value in one.by_area)
    )
    headings = (
        _("TT"),
        _("Chỉ tiêu"),
        _("Đơn vị tính"),
        _("Kỳ trước"),
        _("Kế hoạch"),
        _("Tổng"),
        *areas,
    )
    rows = tuple(
        (
            number,
            one.indicator.name,
            one.indicator.measure,
            _cell(one.previous),
            _cell(one.target),
            _cell(one.value),
            *(_cell(dict(one.by_area).get(area)) for area in areas),
        )
        for number, one in enumerate(consolidation.figures, start=1)
    )
    return Table(_("Tổng hợp"), headings, rows)


def _by_unit(consolidation: Consolidation) -> Table:
    headings = (_("Đơn vị"), *(one.indicator.name for one in consolidation.figures))
    given = [_by_file(one) for one in consolidation.figures]
    rows = tuple(
        (report.name, *(_said(figures.get(report.file)) for figures in given))
        for report in consolidation.reports
    )
    totals = (_("Tổng"), *(_cell(one.value) for one in consolidation.figures))
    return Table(_("Theo đơn vị"), headings, (*rows, totals))


def _by_file(figure: MergedFigure) -> dict[str, Contribution]:
    return {one.file: one for one in figure.contributions}


def _tasks(consolidation: Consolidation) -> Table:
    words = state_words()
    headings = (_("Nhiệm vụ"), _("Đơn vị"), _("Tình trạng"), _("Kết quả"), _("Tệp"))
    rows = tuple(
        (merged.task.label or merged.task.wording, one.name, words[one.state], one.text, one.file)
        for merged in consolidation.tasks
        for one in merged.answers
    )
    return Table(_("Nhiệm vụ"), headings, rows)


def _sources(consolidation: Consolidation) -> Table:
    headings = (_("Chỉ tiêu"), _("Đơn vị"), _("Số liệu"), _("Tệp"), _("Câu trong báo cáo"))
    rows = tuple(
        (merged.indicator.name, one.name, _said(one), one.file, one.sentence)
        for merged in consolidation.figures
        for one in merged.contributions
    )
    return Table(_("Nguồn số liệu"), headings, rows)


def _missing(consolidation: Consolidation) -> Table:
    headings = (_("Đơn vị"), _("Tình trạng"))
    late = (
        (one.name, _("nộp chậm {days} ngày").format(days=days)) for one, days in consolidation.late
    )
    rows = (*((one.name, _("chưa báo cáo")) for one in consolidation.missing), *late)
    return Table(_("Chưa nộp, nộp chậm"), headings, rows)


def _queries(consolidation: Consolidation) -> Table:
    headings = (_("Nội dung cần rà soát"), _("Việc cần làm"))
    return Table(_("Rà soát"), headings, tuple(_query_rows(consolidation)))


def _query_rows(consolidation: Consolidation) -> Iterator[tuple[Cell, ...]]:
    for problem in consolidation.problems:
        yield problem.message, problem.hint
    for one in consolidation.set_aside:
        yield _("{file}: không đưa vào tổng hợp.").format(file=one.file), one.reason


def _said(one: Contribution | None) -> Cell:
    if one is None:
        return None
    return one.text if one.value is None else _cell(one.value)


def _cell(value: Decimal | None) -> Cell:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
