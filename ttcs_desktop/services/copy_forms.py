"""The questions before an issued document is copied (biểu mẫu sao văn bản)."""

import datetime
from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.model.copy_form import CopyKind
from ttcs_desktop.model.template import Field, FieldType, Form
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.copying import Copying, CopyRequest
from ttcs_desktop.services.library import Library

Answers = Mapping[str, Any]
_LONGEST = 60
"""Letters of a line of the text to choose from."""
_SERIAL = r"\s*0*[1-9][0-9]{0,5}[a-zđA-ZĐ]{0,3}\s*"


def copy_form(library: Library, composition: Composition, answers: Answers) -> Form:
    """Return what is asked before a document is copied, as far as it is answered.

    The kinds of copies are those of the copying body's regime; an extract asks from where to where.

    Raises:
        UnknownError: there is no such unit.
    """
    unit, kinds = str(answers.get("unit") or ""), _kinds(library, answers)
    chosen = _kind(kinds, str(answers.get("kind") or "")) or next(iter(kinds), None)
    asked = [Field("unit", _("Cơ quan, đơn vị sao"), FieldType.UNIT)]
    if unit:
        titles = tuple(kind.title for kind in kinds)
        asked += [
            Field(
                "kind",
                _("Hình thức sao"),
                FieldType.CHOICE,
                choices=titles,
                default=titles[0] if titles else None,
            ),
            Field("date", _("Ngày sao"), FieldType.DATE),
        ]
    if unit and chosen is not None and chosen.is_extract:
        lines = tuple(_lines(composition))
        asked += [
            Field("first", _("Trích từ"), FieldType.CHOICE, choices=lines),
            Field("last", _("đến hết"), FieldType.CHOICE, choices=lines),
        ]
    if unit:
        asked += _certificate(has_number=bool(chosen and chosen.type_name))
    return Form(tuple(asked))


def fitting_answers(form: Form, answers: Answers) -> dict[str, Any]:
    """Return answers as a form shows them: what it does not offer any more gives way to the usual.

    What is asked by no field of the form is left out.
    """
    fitting = {}
    for field in form.fields:
        given = answers.get(field.id)
        fits = given is not None and (not field.choices or given in field.choices)
        if fits or field.default is not None:
            fitting[field.id] = given if fits else field.default
    return fitting


def copy_request(library: Library, answers: Answers) -> CopyRequest:
    """Return the copy that the answers ask for.

    Raises:
        UnknownError: there is no such unit.
        UserError: the copying body, or its kind of copy, is not chosen.
    """
    unit = str(answers.get("unit") or "")
    chosen = _kind(_kinds(library, answers), str(answers.get("kind") or ""))
    if not unit or chosen is None:
        raise UserError(
            _("Chưa chọn cơ quan sao và hình thức sao."), remedy=_("Chọn hai mục ấy rồi xem lại.")
        )
    first, last = (_line(str(answers.get(name) or "")) for name in ("first", "last"))
    return CopyRequest(
        unit,
        _date(answers),
        chosen.id,
        str(answers.get("number") or "").strip(),
        tuple(answers.get("signing") or ()),
        str(answers.get("signer") or ""),
        tuple(answers.get("recipients") or ()),
        (first, last or first) if first else None,
    )


def _certificate(*, has_number: bool) -> list[Field]:
    """Return the questions about what stands below the copied text."""
    number = Field(
        "number",
        _("Số bản sao"),
        is_required=False,
        pattern=_SERIAL,
        pattern_help=_("Ghi như 31, 05 hoặc 264a."),
    )
    return [
        *((number,) if has_number else ()),
        Field(
            "signing",
            _("Đề ký"),
            FieldType.LIST,
            is_required=False,
            help=_("Để trống thì đề ký như thường lệ của đơn vị."),
        ),
        Field("signer", _("Người ký sao"), is_required=False),
        Field("recipients", _("Nơi nhận bản sao"), FieldType.LIST, is_required=False),
    ]


def _kinds(library: Library, answers: Answers) -> tuple[CopyKind, ...]:
    unit = str(answers.get("unit") or "")
    return Copying(library).kinds(unit, _date(answers)) if unit else ()


def _kind(kinds: tuple[CopyKind, ...], title: str) -> CopyKind | None:
    return next((kind for kind in kinds if kind.title == title), None)


def _date(answers: Answers) -> datetime.date:
    date = parse_date(str(answers.get("date") or ""))
    return date or datetime.datetime.now().astimezone().date()


def _lines(composition: Composition) -> list[str]:
    """Return the blocks of the text to choose from, by line and first words."""
    text = composition.draft.text.splitlines()
    return [
        f"{block.line}: {shorten(text[block.line - 1].replace('*', ''), _LONGEST, placeholder='…')}"
        for block in composition.document.blocks
        if 0 < block.line <= len(text)
    ]


def _line(choice: str) -> int:
    number = choice.partition(":")[0]
    return int(number) if number.isdigit() else 0
