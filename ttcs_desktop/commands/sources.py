"""What commands are given to work on: a template, a text file or a .docx, and what is beside it."""

from typing import Annotated

import typer

from ttcs_desktop.commands.printing import date_of
from ttcs_desktop.i18n import _
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library

Source = Annotated[str, typer.Argument(help=_("Mã mẫu, tệp văn bản hoặc .docx."))]
UnitOption = Annotated[str, typer.Option("--unit", help=_("Đơn vị ban hành."))]
FormatOption = Annotated[str, typer.Option("--format", help=_("Thể thức."))]
DateOption = Annotated[str, typer.Option("--date", help=_("Ngày ban hành, 2026-05-27."))]


def composed(
    library: Library, source: str, unit: str = "", format_id: str = "", date: str = ""
) -> Composition:
    """Return a source composed.

    Raises:
        UserError: source, unit, format or date is wrong.
    """
    from ttcs_desktop.services.rendering import Renderer, Request

    day = date_of(date) if date else None
    return Renderer(library).render(Request(source, unit, format_id, day)).composition
