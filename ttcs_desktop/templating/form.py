"""The form of a template: what `template.toml` says, over the one it extends (biểu mẫu)."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import (
    Default,
    EarlierDefault,
    Field,
    FormSection,
    TemplateInfo,
)
from ttcs_desktop.templating.faults import Source
from ttcs_desktop.templating.field_checks import GIVEN, check_fields
from ttcs_desktop.templating.typed_form import (
    FILE,
    LONGEST,
    FormFile,
    TypedField,
    TypedShare,
    TypedTemplate,
    laid_over,
    read_form_file,
    read_record,
    shared_under,
)

__all__ = ["FILE", "GIVEN", "KINDS", "LONGEST", "TypedField", "TypedTemplate", "read_info"]

KINDS = ("guidance", "plan", "report")


def read_info(lineage: Sequence[Path], macros: tuple[Path, ...], source: Source) -> TemplateInfo:
    """Read what a template says of itself; files that it shares are looked for beside the macros.

    `lineage` are the folders of the templates it extends, the furthest first, and its own.

    Raises:
        TemplateError: a file cannot be read, or a field is wrong; names file, line and field.
    """
    file, values = _laid(lineage, source)
    for shared in _shared(file, values, macros):
        values = shared_under(values, shared.tables)
    typed = read_record(file, values, TypedTemplate)
    if typed.kind not in KINDS:
        raise file.fault(
            "",
            _("Không có loại mẫu “{kind}”.").format(kind=typed.kind),
            _("Ghi kind là một trong: {kinds}.").format(kinds=", ".join(KINDS)),
        )
    check_fields(file, typed.fields, typed.sections)
    return TemplateInfo(
        id=lineage[-1].name,
        title=typed.title,
        kind=typed.kind,
        type_name=typed.type_name,
        regimes=typed.regimes,
        version=typed.version,
        title_en=typed.title_en,
        description=typed.description,
        description_en=typed.description_en,
        sections=tuple(
            FormSection(name, section.title, section.title_en)
            for name, section in typed.sections.items()
        ),
        fields=tuple(_field(name, field) for name, field in typed.fields.items()),
        folder=lineage[-1],
        group=typed.group,
    )


def _laid(lineage: Sequence[Path], source: Source) -> tuple[FormFile, dict[str, Any]]:
    """Return the template's own file, and its values over those of what it extends."""
    values: dict[str, Any] = {}
    for folder in lineage:
        of_folder = source if folder == lineage[-1] else Source(folder.name, source.read)
        file = read_form_file(folder / FILE, FILE, of_folder, TypedTemplate)
        values = laid_over(values, file.tables)
    return file, values


def _shared(
    file: FormFile, values: Mapping[str, Any], macros: tuple[Path, ...]
) -> Iterator[FormFile]:
    """Yield the files of shared fields that a template names, each checked."""
    named = values.get("shares")
    known = sorted({path.stem for home in macros for path in home.glob("*.toml")})
    for name in named if isinstance(named, list) else ():
        if name not in known:
            raise file.fault(
                "",
                _("Không có tệp ô dùng chung “{name}”.").format(name=name),
                _("Các tệp có trong _macros: {names}.").format(names=", ".join(known)),
            )
        path = next(path for home in macros if (path := home / f"{name}.toml").is_file())
        shared = read_form_file(path, f"_macros/{path.name}", file.source, TypedShare)
        typed = read_record(shared, shared.tables, TypedShare)
        check_fields(shared, typed.fields, [*values.get("sections", ()), *typed.sections])
        yield shared


def _field(name: str, typed: TypedField) -> Field:
    return Field(
        id=name,
        label=typed.label,
        type=typed.type,
        label_en=typed.label_en,
        help=typed.help,
        help_en=typed.help_en,
        section=typed.section,
        default=_frozen(typed.default),
        is_required=typed.required,
        choices=typed.choices,
        pattern=typed.pattern,
        pattern_help=typed.pattern_help,
        minimum=typed.min,
        maximum=typed.max,
        columns=tuple(_field(column, own) for column, own in typed.columns.items()),
        earlier=tuple(
            EarlierDefault(one.until, _frozen(one.default))
            for one in sorted(typed.earlier, key=lambda one: one.until)
        ),
        holds=typed.holds,
        indicator=typed.indicator,
    )


def _frozen(default: Any) -> Default:  # noqa: ANN401  TOML of any kind
    return tuple(default) if isinstance(default, list) else default
