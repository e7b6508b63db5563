"""The form of a template: what `template.toml` says (biểu mẫu)."""

import dataclasses
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ttcs_desktop.codec import to_record
from ttcs_desktop.errors import DataError, TemplateError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import Field, FieldType, FormSection, TemplateInfo
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.templating.faults import Source, read_tables, read_text, unknown_name
from ttcs_desktop.templating.patterns import is_simple
from ttcs_desktop.templating.values import ROW_ID

T = TypeVar("T")

FILE = "template.toml"
LONGEST = 1_000_000
"""Bytes."""
KINDS = ("guidance", "plan", "report")
GIVEN = ("unit", "date", "regime")
"""Names that every template knows beside its own fields."""
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,40}")
_TAKEN = frozenset(
    {*GIVEN, "range", "loop", "caller", "true", "false", "none", "not", "and", "or", "in", "is"}
    | {"if", "else", "for", "self", "import", "from", "varargs", "kwargs"}
)


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field as it is typed."""

    label: str
    label_en: str = ""
    help: str = ""
    help_en: str = ""
    type: FieldType = FieldType.TEXT
    section: str = ""
    default: Any = None
    required: bool = True
    choices: tuple[str, ...] = ()
    pattern: str = ""
    pattern_help: str = ""
    min: float | None = None
    max: float | None = None
    columns: dict[str, "TypedField"] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedSection:
    """A section of the form as it is typed."""

    title: str
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class TypedTemplate:
    """`template.toml` as it is typed."""

    title: str
    kind: str
    type_name: str
    regimes: tuple[Regime, ...]
    version: str = "1"
    title_en: str = ""
    description: str = ""
    description_en: str = ""
    shares: tuple[str, ...] = ()
    sections: dict[str, TypedSection] = dataclasses.field(default_factory=dict)
    fields: dict[str, TypedField] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedShare:
    """A file of sections and fields that several templates share, beside their macros."""

    sections: dict[str, TypedSection] = dataclasses.field(default_factory=dict)
    fields: dict[str, TypedField] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    """The text of a file of the form, to say where in it a fault is."""

    source: Source
    name: str
    text: str

    def fault(self, table: str, what: str, remedy: str = "") -> TemplateError:
        """Return a fault in a table of the file."""
        return self.source.fault(self.name, self._line(table), what, remedy)

    def _line(self, table: str) -> int:
        found = re.search(rf"^\s*\[\[?\s*{re.escape(table)}\s*\]", self.text, re.MULTILINE)
        return self.text.count("\n", 0, found.start()) + 1 if table and found else 0


def read_info(folder: Path, macros: tuple[Path, ...], source: Source) -> TemplateInfo:
    """Read what a template says of itself; files that it shares are looked for beside the macros.

    Raises:
        TemplateError: a file cannot be read, or a field is wrong; names file, line and field.
    """
    file = _File(source, FILE, read_text(folder / FILE, source, LONGEST))
    typed = _typed(file, TypedTemplate)
    if typed.kind not in KINDS:
        raise file.fault(
            "",
            _("Không có loại mẫu “{kind}”.").format(kind=typed.kind),
            _("Ghi kind là một trong: {kinds}.").format(kinds=", ".join(KINDS)),
        )
    sections, fields = dict(typed.sections), dict(typed.fields)
    _check_fields(file, fields, sections)
    for name in typed.shares:
        shared_file = _shared(file, name, macros)
        shared = _typed(shared_file, TypedShare)
        _check_fields(shared_file, shared.fields, sections | shared.sections)
        sections = sections | _not_in(sections, shared.sections)
        fields = fields | _not_in(fields, shared.fields)
    return TemplateInfo(
        id=folder.name,
        title=typed.title,
        kind=typed.kind,
        type_name=typed.type_name,
        regimes=typed.regimes,
        version=typed.version,
        title_en=typed.title_en,
        description=typed.description,
        description_en=typed.description_en,
        sections=tuple(
            FormSection(name, section.title, section.title_en) for name, section in sections.items()
        ),
        fields=tuple(_field(name, field) for name, field in fields.items()),
        folder=folder,
    )


def _not_in(own: Mapping[str, T], shared: Mapping[str, T]) -> dict[str, T]:
    """Return what a template does not say itself; it comes after what it does."""
    return {name: value for name, value in shared.items() if name not in own}


def _shared(file: _File, name: str, macros: tuple[Path, ...]) -> _File:
    """Return a file of shared fields."""
    known = sorted({path.stem for home in macros for path in home.glob("*.toml")})
    if name not in known:
        raise file.fault(
            "",
            _("Không có tệp ô dùng chung “{name}”.").format(name=name),
            _("Các tệp có trong _macros: {names}.").format(names=", ".join(known)),
        )
    path = next(path for home in macros if (path := home / f"{name}.toml").is_file())
    return _File(file.source, f"_macros/{path.name}", read_text(path, file.source, LONGEST))


def _typed(file: _File, record: type[T]) -> T:
    values = read_tables(file.source, file.name, file.text)
    for table, name, known in _unknown_names(values, record):
        raise file.fault(table, *unknown_name(name, known))
    try:
        return to_record(values, record, where=file.name)
    except DataError as error:
        raise file.fault(_wrong_table(values), error.what, error.remedy) from error


def _wrong_table(values: Mapping[str, Any]) -> str:
    """Return the innermost table that cannot be read by itself; "" for the head of the file."""
    tables: list[tuple[str, Any, type[Any]]] = list(_tables(values))
    for table, own, record in tables[::-1]:
        try:
            to_record(own, record, where=table)
        except DataError:
            return table
    return ""


def _unknown_names(values: Mapping[str, Any], record: type) -> Iterator[tuple[str, str, list[str]]]:
    """Yield every name that nobody reads: its table, itself, and what could stand there."""
    for table, own, own_record in (("", values, record), *_tables(values)):
        known = [one.name for one in dataclasses.fields(own_record)]
        for name in own if isinstance(own, Mapping) else ():
            if name not in known:
                yield table, name, known


def _tables(values: Mapping[str, Any]) -> Iterator[tuple[str, Any, type[Any]]]:
    """Yield every table of the form: its name, its values, and what it is to be read as."""
    for kind, record in (("sections", TypedSection), ("fields", TypedField)):
        for name, table in _named(values, kind):
            yield f"{kind}.{name}", table, record
            for column, own in _named(table, "columns"):
                yield f"{kind}.{name}.columns.{column}", own, TypedField


def _named(values: Any, kind: str) -> list[tuple[str, Any]]:  # noqa: ANN401  TOML of any kind
    tables = values.get(kind) if isinstance(values, Mapping) else None
    return list(tables.items()) if isinstance(tables, Mapping) else []


def _check_fields(file: _File, fields: Mapping[str, TypedField], sections: Collection[str]) -> None:
    for name, field in fields.items():
        _check_field(file, f"fields.{name}", name, field, sections)


def _check_field(
    file: _File,
    table: str,
    name: str,
    field: TypedField,
    sections: Collection[str] | None,
) -> None:
    """Refuse a field that no form can ask."""
    if not _IDENTIFIER.fullmatch(name) or name in _TAKEN:
        raise file.fault(
            table,
            _("Không đặt tên ô là “{name}” được.").format(name=name),
            _(
                "Dùng chữ thường không dấu, số và dấu gạch dưới; tránh các tên có sẵn: {names}."
            ).format(names=", ".join(GIVEN)),
        )
    if sections is not None and field.section and field.section not in sections:
        raise file.fault(table, *unknown_name(field.section, list(sections)))
    if field.type is FieldType.CHOICE and not field.choices:
        raise file.fault(table, _("Ô kiểu choice cần có choices."), 'choices = ["…", "…"]')
    if field.pattern and not is_simple(field.pattern):
        raise file.fault(
            table,
            _("Biểu thức “{pattern}” sai hoặc quá phức tạp.").format(pattern=field.pattern[:60]),
            _("Viết biểu thức ngắn, không lặp cả một nhóm trong ngoặc."),
        )
    _check_columns(file, table, field, is_cell=sections is None)


def _check_columns(file: _File, table: str, field: TypedField, *, is_cell: bool) -> None:
    is_records = field.type is FieldType.RECORDS
    if is_records and is_cell:
        raise file.fault(table, _("Một cột không thể là bảng."))
    if is_records != bool(field.columns):
        raise file.fault(
            table,
            _("Ô kiểu records cần có columns, và chỉ kiểu ấy mới có."),
            _("Thêm các bảng [{table}.columns.TÊN].").format(table=table),
        )
    for name, column in field.columns.items():
        column_table = f"{table}.columns.{name}"
        if name == ROW_ID:
            raise file.fault(
                column_table, _("Mọi dòng đã có sẵn mã id."), _("Đặt tên khác cho cột này.")
            )
        _check_field(file, column_table, name, column, None)


def _field(name: str, typed: TypedField) -> Field:
    default = typed.default
    return Field(
        id=name,
        label=typed.label,
        type=typed.type,
        label_en=typed.label_en,
        help=typed.help,
        help_en=typed.help_en,
        section=typed.section,
        default=tuple(default) if isinstance(default, list) else default,
        is_required=typed.required,
        choices=typed.choices,
        pattern=typed.pattern,
        pattern_help=typed.pattern_help,
        minimum=typed.min,
        maximum=typed.max,
        columns=tuple(_field(column, own) for column, own in typed.columns.items()),
    )
