"""Fields that no form can ask are refused when the template is read (kiểm tra khai báo ô)."""

import re
from collections.abc import Collection, Mapping

from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import FieldType, Holding
from ttcs_desktop.templating.faults import unknown_name
from ttcs_desktop.templating.patterns import is_simple
from ttcs_desktop.templating.typed_form import FormFile, TypedField
from ttcs_desktop.templating.values import ROW_ID

GIVEN = ("unit", "date", "regime")
"""Names that every template knows beside its own fields."""
COLUMNS_HELD = {
    Holding.TASKS: ("wording",),
    Holding.RESULTS: ("wording", "state", "result"),
    Holding.FIGURES: ("name",),
}
"""The columns that the chain reads of rows."""
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,40}")
_TAKEN = frozenset(
    {*GIVEN, "range", "loop", "caller", "true", "false", "none", "not", "and", "or", "in", "is"}
    | {"if", "else", "for", "self", "import", "from", "varargs", "kwargs"}
)
_WORDS = (FieldType.TEXT, FieldType.PARAGRAPHS)


def check_fields(
    file: FormFile, fields: Mapping[str, TypedField], sections: Collection[str]
) -> None:
    """Refuse what cannot be asked.

    Raises:
        TemplateError: names the field and its line.
    """
    for name, field in fields.items():
        _check_field(file, f"fields.{name}", name, field, sections)
        _check_holding(file, f"fields.{name}", field)


def _check_field(
    file: FormFile,
    table: str,
    name: str,
    field: TypedField,
    sections: Collection[str] | None,
) -> None:
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


def _check_columns(file: FormFile, table: str, field: TypedField, *, is_cell: bool) -> None:
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


def _check_holding(file: FormFile, table: str, field: TypedField) -> None:
    """Refuse a field that cannot hold for the chain what it says it holds."""
    if field.holds is None:
        return
    if field.holds is Holding.PERIOD or field.indicator:
        if field.type not in _WORDS or (field.indicator and field.holds is not Holding.FIGURES):
            raise file.fault(
                table,
                _("Kỳ báo cáo, hoặc chỉ tiêu bằng lời, phải là ô chữ."),
                _('Ghi type = "text" hoặc "paragraphs"; indicator chỉ đi với holds = "figures".'),
            )
        return
    missing = [name for name in COLUMNS_HELD[field.holds] if name not in field.columns]
    if field.type is not FieldType.RECORDS or missing:
        raise file.fault(
            table,
            _("Ô giữ dữ liệu “{holds}” phải là bảng có các cột: {columns}.").format(
                holds=field.holds, columns=", ".join(COLUMNS_HELD[field.holds])
            ),
            _('Ghi type = "records" và khai báo đủ các cột ấy.'),
        )
