"""Every rule of the checker as an office weighs it (quy tắc kiểm tra ở cơ quan)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ttcs_desktop.model.check_settings import CheckSettings, Ignored, Weight
from ttcs_desktop.model.problem import Severity


@dataclass(frozen=True, slots=True)
class OfficeRule:
    """A rule with its usual severity, and what the office decided about it.

    Attributes:
        weight: None where the office leaves it as it is.
        words: where the office passes over some words alone; the rule may then be "" for any.
    """

    id: str
    title: str
    usual: Severity
    weight: Weight | None = None
    words: str = ""
    reason: str = ""


def office_rules(settings: CheckSettings) -> tuple[OfficeRule, ...]:
    """Return what the office decided, then the rules that it leaves as they are."""
    rules = (*_with_words(settings), *_rules(settings))
    return tuple(sorted(rules, key=lambda one: one.weight is None))


def decided(settings: CheckSettings, rule: OfficeRule, weight: Weight | None) -> CheckSettings:
    """Return settings in which a rule has another weight; None takes a decision back."""
    ignored = tuple(
        one for one in settings.ignored if (one.rule, one.words) != (rule.id, rule.words)
    )
    if rule.words:
        again = () if weight is None else (Ignored(rule.id, rule.words, rule.reason),)
        return replace(settings, ignored=(*ignored, *again))
    weights = {id_: own for id_, own in settings.weights.items() if id_ != rule.id}
    if weight is not None:
        weights[rule.id] = weight
    return replace(settings, ignored=ignored, weights=weights)


def _rules(settings: CheckSettings) -> Iterator[OfficeRule]:
    from ttcs_desktop.checking.rules import RULES

    passed_over = {one.rule: one.reason for one in settings.ignored if not one.words}
    for rule in RULES:
        weight = settings.weights.get(rule.id, settings.weights.get(rule.family))
        reason = passed_over.get(rule.id)
        if reason is not None:
            weight = Weight.OFF
        yield OfficeRule(rule.id, rule.title(), rule.severity, weight, reason=reason or "")


def _with_words(settings: CheckSettings) -> Iterator[OfficeRule]:
    from ttcs_desktop.checking.rules import RULES

    known = {rule.id: rule for rule in RULES}
    for one in settings.ignored:
        if one.words:
            rule = known.get(one.rule)
            title = rule.title() if rule else ""
            usual = rule.severity if rule else Severity.NOTE
            yield OfficeRule(one.rule, title, usual, Weight.OFF, one.words, one.reason)
