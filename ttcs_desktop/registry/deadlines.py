"""Deadlines of reports: what ships, or the clerk's own in its place (thời hạn báo cáo)."""

from pathlib import Path
from typing import Any

from ttcs_desktop.codec import to_record
from ttcs_desktop.model.deadline import DeadlineRule, Deadlines
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown

FIELDS = field_names(DeadlineRule)


def load_deadlines(*folders: Path) -> Deadlines:
    """Read the deadlines; a list of rules in a later folder takes the place of the earlier one.

    Raises:
        DataError: a file is not TOML, or a field is wrong.
    """
    laid: dict[str, Any] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, {"internal_days", "rule"}, str(path))
        for number, rule in enumerate(values.get("rule", ()), start=1):
            refuse_unknown(rule, FIELDS, f"{path}: rule {number}")
        laid |= values
    table = {"internal_days": laid.get("internal_days", 5), "rules": laid.get("rule", [])}
    return to_record(table, Deadlines, where="deadlines")
