"""Hold a file against every rule (kiểm tra thể thức)."""

from collections.abc import Iterable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.places import Places
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules import RULES
from ttcs_desktop.checking.spoken import clause
from ttcs_desktop.model.check_settings import CheckSettings, Ignored, Weight
from ttcs_desktop.model.finding import Finding
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.words import key

_ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
_PAGE = "page"
"""Paper and margins can be told of any file."""
_OF_LEGAL_ACTS = frozenset({_PAGE, "scope"})
"""What is asked of a legal act, whose form other rules set."""
_LIMITS = {
    "carried": Severity.WARNING,
    "unverified": Severity.WARNING,
    "seen": Severity.NOTE,
    "ours": Severity.NOTE,
}
"""The most that is said of a value, by how far it is verified."""


def check(case: Case, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Return all that differs from the rules, what is about the whole file first."""
    places = Places(case.appearance)
    asked = [rule for rule in rules if not case.is_legal_act or rule.family in _OF_LEGAL_ACTS]
    found = [
        finding
        for rule in asked
        if rule.applies(case.format) and _weight(case.settings, rule) is not Weight.OFF
        for finding in _findings(case, rule, places)
    ]
    kept = (one for one in found if not _is_ignored(one, case.settings.ignored))
    return tuple(sorted(kept, key=_position))


def _findings(case: Case, rule: Rule, places: Places) -> Iterator[Finding]:
    for remark in rule.check(case):
        yield Finding(
            rule=rule.id,
            severity=_severity(case, rule, remark),
            message=remark.message,
            place=places.of(remark),
            clause=clause(rule.clause(case.format) if remark.clause is None else remark.clause),
            found=remark.found,
            asked=remark.asked,
            fix=remark.fix,
        )


def _severity(case: Case, rule: Rule, remark: Remark) -> Severity:
    """Weigh a remark: the office has the last word; before it, the least of all limits holds."""
    weight = _weight(case.settings, rule)
    if weight is not None:
        return Severity(weight.value)
    limits = [
        rule.severity,
        case.format.max_severity,
        remark.severity or rule.severity,
        _LIMITS.get(remark.verified, Severity.ERROR),
        Severity.ERROR if case.is_recognised or rule.family == _PAGE else Severity.NOTE,
    ]
    return min(limits, key=_ORDER.index)


def _weight(settings: CheckSettings, rule: Rule) -> Weight | None:
    return settings.weights.get(rule.id, settings.weights.get(rule.family))


def _is_ignored(finding: Finding, ignored: Iterable[Ignored]) -> bool:
    words = key(finding.place.words)
    return any(
        one.rule in ("", finding.rule) and key(one.words) in ("", words)
        for one in ignored
        if one.rule or one.words
    )


def _position(finding: Finding) -> tuple[str, int, int, int]:
    place = finding.place
    is_body = place.part in ("", "word/document.xml") or place.story == "body"
    return ("" if is_body else place.story, place.paragraph, place.start, place.section)
