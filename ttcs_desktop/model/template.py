"""Templates (mẫu văn bản) and the form that fills them."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from ttcs_desktop.model.unit import Regime


class FieldType(StrEnum):
    """What a field holds."""

    TEXT = "text"
    PARAGRAPHS = "paragraphs"  # several lines of official text, kept as the clerk's own structure
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    CHOICE = "choice"
    FLAG = "flag"
    UNIT = "unit"
    INSTRUMENT = "instrument"
    LIST = "list"  # a list of lines
    RECORDS = "records"  # rows of `columns`


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form (ô nhập).

    `columns` are the fields of each row when the type is RECORDS; `pattern` is a regular
    expression that the whole value must match, explained by `pattern_help`. The `default` of
    RECORDS are rows, each a table of its cells by column.
    """

    id: str
    label: str
    type: FieldType = FieldType.TEXT
    label_en: str = ""
    help: str = ""
    help_en: str = ""
    section: str = ""
    default: str | int | float | bool | tuple[str, ...] | tuple[dict[str, Any], ...] | None = None
    is_required: bool = True
    choices: tuple[str, ...] = ()
    pattern: str = ""
    pattern_help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    columns: tuple["Field", ...] = ()


@dataclass(frozen=True, slots=True)
class FormSection:
    """A group of fields under one heading in the form."""

    id: str
    title: str
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked of the clerk, section by section (biểu mẫu)."""

    fields: tuple[Field, ...] = ()
    sections: tuple[FormSection, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """What `template.toml` says of a template (mẫu văn bản)."""

    id: str
    title: str
    kind: str
    """guidance, plan or report"""
    type_name: str
    """tên loại, e.g. "hướng dẫn" """
    regimes: tuple[Regime, ...]
    version: str = "1"
    title_en: str = ""
    description: str = ""
    description_en: str = ""
    sections: tuple[FormSection, ...] = ()
    fields: tuple[Field, ...] = ()
    folder: Path = Path()
