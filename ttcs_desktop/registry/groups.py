"""The groups that guidances give tasks to: what ships, with the clerk's own laid over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.model.task import AudienceGroup, TaskWords
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown

FIELDS = field_names(AudienceGroup) - {"number"}


@dataclass(frozen=True, slots=True)
class GroupsFile:
    """What a group file holds."""

    headings: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    group: dict[str, dict[str, Any]] = field(default_factory=dict)


def load_task_words(*folders: Path) -> TaskWords:
    """Read the groups and the words that tell them (nhóm đối tượng).

    Raises:
        DataError: a file is not TOML, or a field is wrong; names file and field.
    """
    laid: dict[str, Any] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, field_names(GroupsFile), str(path))
        file = to_record(values, GroupsFile, where=str(path))
        for number, table in file.group.items():
            refuse_unknown(table, FIELDS, f"{path}: group.{number}")
        laid = merged(laid, values)
    file = to_record(laid, GroupsFile, where="groups")
    return TaskWords(_groups(file.group), file.headings, file.leads)


def _groups(tables: Mapping[str, Mapping[str, Any]]) -> tuple[AudienceGroup, ...]:
    return tuple(
        to_record({"number": number, **table}, AudienceGroup, where=f"group.{number}")
        for number, table in tables.items()
    )
