"""The templates at hand, their files and what is wrong with them (kho mẫu văn bản)."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.errors import SourceError, TemplateError, UserError, WriteError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.services.composing import Composer, PagePreview
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request

_SHOWN = (".toml", ".j2")


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong with a template: in which file, on which line from 1, 0 for the whole of it."""

    file: str
    line: int
    what: str
    remedy: str


@dataclass(frozen=True)
class TemplateFiles:
    """Looks after the templates: shipped ones are read, the clerk's own are written."""

    library: Library

    def all(self) -> tuple[TemplateInfo, ...]:
        """Return every template; one that cannot be read is listed too."""
        return self.library.templates.all()

    def is_own(self, info: TemplateInfo) -> bool:
        """Tell whether a template is the clerk's own, so that it may be changed."""
        return info.folder.parent == self.own_folder

    @property
    def own_folder(self) -> Path:
        """Where the clerk's own templates are."""
        return self.library.template_folders[-1]

    def fault(self, template_id: str) -> TemplateFault | None:
        """Read, check and try a template; return what is wrong with it, None when nothing is."""
        try:
            self.library.templates.get(template_id)
        except TemplateError as error:
            return TemplateFault(error.file, error.line, error.what, error.remedy)
        return None

    def sample(self, template_id: str) -> PagePreview:
        """Return the pages of a template's example as they would be printed.

        Raises:
            UserError: the template or its example is wrong.
        """
        rendered = Renderer(self.library).render(Request(template_id))
        return Composer(self.library).preview(rendered.composition.draft)

    def files(self, info: TemplateInfo) -> tuple[str, ...]:
        """Return the names of a template's files, the body first."""
        names = (path.name for path in info.folder.iterdir() if path.suffix in _SHOWN)
        return tuple(sorted(names, key=lambda name: (not name.endswith(".j2"), name)))

    def read(self, info: TemplateInfo, file: str) -> str:
        """Return the text of a file.

        Raises:
            SourceError: it cannot be read.
        """
        path = info.folder / file
        try:
            return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as error:
            raise SourceError(
                _("Không đọc được tệp ({reason}).").format(reason=error), where=str(path)
            ) from error

    def write(self, info: TemplateInfo, file: str, text: str) -> None:
        """Write a file of a template of the clerk's own.

        Raises:
            UserError: the template ships with the product.
            WriteError: the file cannot be written; the old one is intact.
        """
        if not self.is_own(info):
            raise UserError(
                _("Mẫu này đi kèm phần mềm nên không sửa trực tiếp."),
                remedy=_("Sao chép thành mẫu của đơn vị rồi sửa."),
            )
        write_atomically(info.folder / file, text.encode("utf-8"))

    def copy(self, info: TemplateInfo) -> TemplateInfo:
        """Copy a template into the clerk's own folder, where it takes the place of the shipped one.

        Raises:
            WriteError: the folder cannot be written.
        """
        target = self.own_folder / info.id
        try:
            target.mkdir(parents=True, exist_ok=True)
            for path in info.folder.iterdir():
                if path.is_file() and not (target / path.name).exists():
                    shutil.copyfile(path, target / path.name)
        except OSError as error:
            raise WriteError(
                _("Không ghi được tệp ({reason}).").format(reason=error.strerror or error),
                where=str(target),
                remedy=_("Kiểm tra quyền ghi vào thư mục mẫu của đơn vị."),
            ) from error
        return next(one for one in self.all() if one.id == info.id)
