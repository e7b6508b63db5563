"""Patterns of a clerk's own format, tried before they are used: expressions and templates."""

import re
from collections.abc import Iterator
from dataclasses import fields

from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.format import FormatProfile

_PLACES = {
    "number.template": ("serial", "type", "symbol", "field"),
    "number.letter_template": ("serial", "type", "symbol", "field"),
    "date.template": ("place", "day", "month", "year"),
    "recipients.filing_template": ("filing",),
    "annex.reference_template": ("type", "number", "date", "issuer"),
    "citation.full": ("type", "symbol", "date", "issuer", "title", "year"),
    "citation.short": ("type", "symbol", "date", "issuer", "title", "year"),
    "citation.law": ("type", "symbol", "date", "issuer", "title", "year"),
    "marks.draft_template": ("n",),
}
"""What may stand in braces in each template."""
_EXPRESSION = "regex"


def refuse_unusable(form: FormatProfile, where: str) -> None:
    """Refuse a format with an expression or template that would fail when it is used.

    Raises:
        DataError: names the field and what is wrong.
    """
    for field, expression in _expressions(form):
        try:
            re.compile(expression)
        except re.error as error:
            raise DataError(
                _("Biểu thức chính quy không đúng: {reason}").format(reason=error),
                where=f"{where}: {field}",
            ) from error
    for field, names in _PLACES.items():
        table, _dot, name = field.partition(".")
        template: str = getattr(getattr(form, table), name)
        try:
            template.format(**dict.fromkeys(names, ""))
        except (KeyError, IndexError, ValueError) as error:
            raise DataError(
                _("Mẫu “{template}” không đúng.").format(template=template),
                where=f"{where}: {field}",
                remedy=_("Trong ngoặc nhọn chỉ ghi: {names}.").format(names=", ".join(names)),
            ) from error


def _expressions(form: FormatProfile) -> Iterator[tuple[str, str]]:
    for table in ("number", "date", "subject", "signature", "recipients", "marks"):
        record = getattr(form, table)
        for field in fields(record):
            if field.name.endswith(_EXPRESSION):
                yield f"{table}.{field.name}", getattr(record, field.name)
