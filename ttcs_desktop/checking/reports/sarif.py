"""Findings as SARIF 2.1.0, the form that code and document checkers share.

Word files have no lines: a place is told by page, paragraph and words in `properties`, and by the
paragraph as a logical location.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ttcs_desktop.checking.rule import Rule
from ttcs_desktop.model.finding import Finding, FindingPlace
from ttcs_desktop.model.format import FormatProfile

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(
    files: Mapping[str, Sequence[Finding]],
    rules: Iterable[Rule],
    format: FormatProfile,  # noqa: A002
    version: str,
) -> dict[str, Any]:
    """Return one run with the findings of some files, by the path that names each."""
    listed = [_rule(rule, format) for rule in rules]
    places = {rule["id"]: index for index, rule in enumerate(listed)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "ttcs", "version": version, "rules": listed}},
                "results": [
                    _result(path, finding, places)
                    for path, findings in files.items()
                    for finding in findings
                ],
                "columnKind": "unicodeCodePoints",
            }
        ],
    }


def _rule(rule: Rule, format: FormatProfile) -> dict[str, Any]:  # noqa: A002
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title()},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"clause": rule.clause(format), "family": rule.family},
    }


def _result(path: str, finding: Finding, places: Mapping[str, int]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": places.get(finding.rule, -1),
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [_location(path, finding.place)],
        "properties": {
            "clause": finding.clause,
            "found": finding.found,
            "asked": finding.asked,
            "page": finding.place.page,
            "paragraph": finding.place.paragraph,
            "words": finding.place.words,
        },
    }


def _location(path: str, place: FindingPlace) -> dict[str, Any]:
    name = f"{place.story}/section {place.section}/paragraph {place.paragraph}"
    return {
        "physicalLocation": {"artifactLocation": {"uri": path}},
        "logicalLocations": [{"fullyQualifiedName": name, "kind": "element"}],
    }
