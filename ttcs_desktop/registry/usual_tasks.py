"""The tasks that groups of units usually have: what ships, with the clerk's own laid over it."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.task import TaskForm, UsualTask
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown

FORM_FIELDS = field_names(TaskForm)
FIELDS = FORM_FIELDS - {"until"} | {"group", "earlier"}


def load_usual_tasks(*folders: Path) -> Mapping[str, UsualTask]:
    """Read every task file by id; a later folder lies over an earlier one, field by field.

    Raises:
        DataError: a file is not TOML, or a field is wrong; names file and field.
    """
    laid: dict[str, dict[str, Any]] = {}
    homes: dict[str, Path] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, {"task"}, str(path))
        tables = to_record(values.get("task", {}), dict[str, dict[str, Any]], where=str(path))
        homes.update(dict.fromkeys(tables, path))
        laid = merged(laid, tables)
    return {key: _task(key, table, f"{homes[key]}: task.{key}") for key, table in laid.items()}


def _task(task_id: str, table: Mapping[str, Any], where: str) -> UsualTask:
    refuse_unknown(table, FIELDS, where)
    today = {key: value for key, value in table.items() if key in FORM_FIELDS}
    forms = [to_record(today, TaskForm, where=where)]
    values = today
    for change in sorted(_earlier(table, where), key=_last_day, reverse=True):
        values = {**values, **change}
        forms.insert(0, to_record(values, TaskForm, where=where))
    group = to_record(table.get("group", 0), int, where=f"{where}.group")
    return UsualTask(task_id, group, tuple(forms))


def _earlier(table: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    """Return what was otherwise in earlier times; each says only what differs from the next."""
    changes = to_record(table.get("earlier", []), list[dict[str, Any]], where=f"{where}.earlier")
    for change in changes:
        refuse_unknown(change, FORM_FIELDS, f"{where}.earlier")
        if not isinstance(change.get("until"), datetime.date):
            raise DataError(
                _("Chưa ghi quãng thời gian này đến ngày nào."),
                where=f"{where}.earlier",
                remedy="until = 2024-06-30",
            )
    return changes


def _last_day(change: Mapping[str, Any]) -> datetime.date:
    day: datetime.date = change["until"]
    return day
