"""Templates (mẫu văn bản) and the form that fills them."""

import datetime
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


class Holding(StrEnum):
    """What a field holds for the chain from guidance to report (dữ liệu của chuỗi văn bản)."""

    TASKS = "tasks"  # nhiệm vụ được giao, hoặc nhận vào kế hoạch
    RESULTS = "results"  # kết quả từng nhiệm vụ
    FIGURES = "figures"  # số liệu theo chỉ tiêu
    PERIOD = "period"  # kỳ báo cáo


Default = str | int | float | bool | tuple[str, ...] | tuple[dict[str, Any], ...] | None
"""The default of RECORDS are rows, each a table of its cells by column."""


@dataclass(frozen=True, slots=True)
class EarlierDefault:
    """The default of a field in documents of a day or before (giá trị ghi sẵn trước đây)."""

    until: datetime.date
    default: Default


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form (ô nhập).

    `columns` are the fields of each row when the type is RECORDS; `pattern` is a regular
    expression that the whole value must match, explained by `pattern_help`.

    Attributes:
        earlier: defaults of earlier times, instead of `default`, the earliest first.
        holds: what the chain reads from it; `indicator` is the id of the one that a field of words
            answers.
    """

    id: str
    label: str
    type: FieldType = FieldType.TEXT
    label_en: str = ""
    help: str = ""
    help_en: str = ""
    section: str = ""
    default: Default = None
    is_required: bool = True
    choices: tuple[str, ...] = ()
    pattern: str = ""
    pattern_help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    columns: tuple["Field", ...] = ()
    earlier: tuple[EarlierDefault, ...] = ()
    holds: Holding | None = None
    indicator: str = ""

    def default_on(self, date: datetime.date) -> Default:
        """Return the default in a document of a day."""
        for one in self.earlier:
            if date <= one.until:
                return one.default
        return self.default


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
    """What `template.toml` says of a template (mẫu văn bản).

    `group` is the group of units that it is made for (nhóm 1-8), 0 for any: its tasks and
    indicators are that group's.
    """

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
    group: int = 0
