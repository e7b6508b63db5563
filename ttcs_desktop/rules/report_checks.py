"""What does not add up inside one report (số liệu mâu thuẫn): told, never corrected."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from ttcs_desktop.i18n import _
from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.indicator import Figure, Indicator, IndicatorKind
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.report import UnitReport

_TENTH = Decimal("0.1")
_JUMP = Decimal(2)
"""A value this many times the one before it, or as small a part of it, is a jump."""
_FEW = Decimal(10)
"""Below this, a jump says little."""
_NUMBER = re.compile(
    r"(?<![\w/.,-])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\w/-])|(?<![\w/.,-])\d+(?:,\d+)?(?![\w/-])"
)


def ratio(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Return a share in percent to one decimal; None where it cannot be told."""
    if part is None or not whole:
        return None
    return (part * 100 / whole).quantize(_TENTH, ROUND_HALF_UP)


def problems_of_report(
    report: UnitReport, indicators: Mapping[str, Indicator]
) -> Iterable[Problem]:
    """Yield what contradicts itself in a report: ratios, text against annex, jumps, doubles."""
    figures = {figure.indicator: figure for figure in report.figures}
    told = [_folded(sentence.text) for sentence in report.sentences]
    names = tuple(_folded(one.name) for one in indicators.values())
    yield from _doubles(report)
    for figure in report.figures:
        indicator = indicators.get(figure.indicator)
        if indicator is None:
            yield _told(report, "unknown-indicator", Severity.NOTE, _unknown(figure))
            continue
        for rule, message in _contradictions(
            _without(told, _longer(_folded(indicator.name), names)), figure, indicator, figures
        ):
            yield _told(report, rule, Severity.WARNING, message)


def _contradictions(
    told: Sequence[str],
    figure: Figure,
    indicator: Indicator,
    figures: Mapping[str, Figure],
) -> Iterable[tuple[str, str]]:
    if figure.value is None:
        return
    if indicator.kind is IndicatorKind.RATIO and (own := _own_ratio(indicator, figures)):
        if abs(own - figure.value) > _TENTH:
            message = _("“{name}” ghi {value}%, tính từ tử số và mẫu số là {own}%.")
            yield (
                "ratio",
                message.format(name=indicator.name, value=grouped(figure.value), own=grouped(own)),
            )
        return
    if in_text := _other_value_in_text(told, figure, indicator):
        message = _("“{name}”: phụ lục ghi {value}, phần lời ghi {other}.")
        yield (
            "text-against-annex",
            message.format(name=indicator.name, value=grouped(figure.value), other=in_text),
        )
    if _is_jump(figure):
        message = _("“{name}” là {value}, kỳ trước là {previous}.")
        yield (
            "jump",
            message.format(
                name=indicator.name,
                value=grouped(figure.value),
                previous=grouped(figure.previous or Decimal(0)),
            ),
        )


@lru_cache(maxsize=1024)
def _longer(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of other indicators that this one's name is a part of."""
    return tuple(other for other in names if name in other and name != other)


def _without(told: Sequence[str], names: tuple[str, ...]) -> Sequence[str]:
    """Return sentences without what they say of some other indicators."""
    if not names:
        return told
    return [_cut(sentence, names) for sentence in told]


def _cut(sentence: str, names: tuple[str, ...]) -> str:
    for name in names:
        before, found, after = sentence.partition(name)
        if found:
            sentence = before + after.partition(";")[2]
    return sentence


def _own_ratio(indicator: Indicator, figures: Mapping[str, Figure]) -> Decimal | None:
    values = [figures[part].value if part in figures else None for part in indicator.parts]
    return ratio(*values) if len(values) == 2 else None


def _other_value_in_text(told: Sequence[str], figure: Figure, indicator: Indicator) -> str:
    """Return the number that the text gives for an indicator, where it is not the annex's."""
    name = _folded(indicator.name)
    for sentence in told:
        _before, found, after = sentence.partition(name)
        numbers = _NUMBER.findall(after) if found else []
        if numbers and all(_value(number) != figure.value for number in numbers):
            return str(numbers[0])
    return ""


def _is_jump(figure: Figure) -> bool:
    value, previous = figure.value, figure.previous
    if value is None or not previous or max(value, previous) < _FEW:
        return False
    return value >= previous * _JUMP or value * _JUMP <= previous


def _doubles(report: UnitReport) -> Iterable[Problem]:
    seen: set[str] = set()
    for figure in report.figures:
        if figure.indicator in seen:
            message = _("Chỉ tiêu “{id}” được ghi hai lần.").format(id=figure.indicator)
            yield _told(report, "double-indicator", Severity.WARNING, message)
        seen.add(figure.indicator)


def _unknown(figure: Figure) -> str:
    return _("Không có chỉ tiêu nào mang mã “{id}”; số liệu không được cộng.").format(
        id=figure.indicator
    )


def _told(report: UnitReport, rule: str, severity: Severity, message: str) -> Problem:
    hint = _("Hỏi lại đơn vị; phần mềm không tự sửa số liệu.")
    return Problem(severity, f"consolidation.{rule}", f"{report.name}: {message}", hint=hint)


def _value(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(" ".join(text.split())).casefold()
