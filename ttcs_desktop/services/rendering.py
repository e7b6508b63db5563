"""One source in, one document out: a template or a text file, for the command line."""

import dataclasses
import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.exporting import export_docx, export_pdf
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file
from ttcs_desktop.services.source import draft_from


@dataclass(frozen=True, slots=True)
class Request:
    """What `ttcs render` was asked: a template id or a file, and what stands beside it."""

    source: str
    unit: str = ""
    format: str = ""
    date: datetime.date | None = None
    data: Path | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was made, with the points to look at again."""

    composition: Composition
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Renderer:
    """Turns a source into a document."""

    library: Library

    def render(self, request: Request) -> Rendered:
        """Compose a template or a text file.

        Raises:
            UserError: source, data, unit or format is wrong; nothing was written.
        """
        values = read_data(request.data)
        draft, problems = self._draft(request, values)
        composition = Composer(self.library).compose(draft)
        return Rendered(composition, (*problems, *composition.problems))

    def _draft(self, request: Request, values: dict[str, Any]) -> tuple[Draft, tuple[Problem, ...]]:
        path = Path(request.source)
        if path.is_file():
            return self._from_file(path, request, values)
        if request.source in self.library.templates.ids():
            return self._from_template(request, values)
        raise SourceError(
            _("Không có mẫu hay tệp nào tên “{name}”.").format(name=request.source),
            remedy=_("Các mẫu có sẵn: {ids}.").format(ids=", ".join(self.library.templates.ids())),
        )

    def _from_file(
        self, path: Path, request: Request, values: dict[str, Any]
    ) -> tuple[Draft, tuple[Problem, ...]]:
        opened = open_file(path)
        beside = draft_from(values, opened.draft.text, where=str(request.data or ""))
        told = {
            field.name: value
            for field in dataclasses.fields(Draft)
            if field.name != "text" and (value := getattr(beside, field.name))
        }
        if "habits" in told and not values.get("habits"):
            del told["habits"]
        draft = dataclasses.replace(opened.draft, **told)
        return _asked(draft, request), opened.problems

    def _from_template(
        self, request: Request, values: dict[str, Any]
    ) -> tuple[Draft, tuple[Problem, ...]]:
        template = self.library.templates.get(request.source)
        example = template.example()
        if not values:
            values = example
        beside: dict[str, Any] = {
            name: values[name]
            for name in ("unit", "format", "date", "number", "habits", "marks")
            if name in values
        }
        answers = values.get("answers", {})
        draft = _asked(draft_from(beside, "", where=str(request.data or "")), request)
        if not draft.unit:
            raise UserError(
                _("Chưa chọn đơn vị ban hành."), remedy=_("Thêm --unit, ví dụ --unit btgtu.")
            )
        drafter = Drafter(self.library)
        filled = drafter.fill(dataclasses.replace(draft, template=request.source), answers)
        return filled.draft, filled.problems


def _asked(draft: Draft, request: Request) -> Draft:
    return dataclasses.replace(
        draft,
        unit=request.unit or draft.unit,
        format=request.format or draft.format,
        date=request.date or draft.date,
    )


def read_data(path: Path | None) -> dict[str, Any]:
    """Read a TOML file that fills a template; nothing for None.

    Raises:
        SourceError: the file cannot be read or is not TOML.
    """
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(
            _("Không đọc được tệp dữ liệu ({reason}).").format(reason=error.strerror or error),
            where=str(path),
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(
            _("Tệp dữ liệu không đúng cú pháp TOML: {reason}").format(reason=error),
            where=str(path),
        ) from error


def write(rendered: Rendered, docx: Path, pdf: Path | None, *, is_archival: bool = False) -> None:
    """Write the .docx, and the PDF when asked.

    Raises:
        WriteError: a file cannot be written; the old one is intact.
    """
    export_docx(rendered.composition, docx)
    if pdf is not None:
        export_pdf(rendered.composition, pdf, is_archival=is_archival)
