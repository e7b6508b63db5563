"""A template made of a document: what changes becomes gaps, the rest stays (tạo mẫu từ văn bản)."""

import dataclasses
import datetime
import itertools
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.tones import NEW, in_spelling
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gap import Gap, GapKind
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.officialtext.printing import official_text
from ttcs_desktop.rules.gaps import around, gaps, places
from ttcs_desktop.rules.ids import free_id, id_words
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.outline import sections
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.services.template_text import Blank, MadeTemplate, ending_line, made_template

_KINDS = {"hướng dẫn": "guidance", "báo cáo": "report"}
"""The kinds by the type of a document; any other is written beforehand, like a plan."""
_LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a template of a document would be: its title, and the gaps that it may have."""

    draft: Draft
    title: str
    blanks: tuple[Blank, ...]


@dataclass(frozen=True)
class TemplateMaking:
    """Makes templates of the clerk's own out of documents."""

    library: Library
    today: Callable[[], datetime.date] = datetime.date.today

    def propose(self, draft: Draft, unit_id: str) -> Proposal:
        """Return what may change in a draft; `unit_id` issues it when it does not say who does.

        Raises:
            UserError: the draft is empty, or nobody is known to issue it.
        """
        draft = self._issued(draft, unit_id)
        document = parse(draft.text)
        found = gaps(draft.text, self._names(draft, document), _sections(draft.text, document))
        title = upper_first(f"{document.type_name} {plain(document.subject)}".strip())
        blanks = (
            Blank(gap, _label(gap), is_chosen=gap.kind is not GapKind.SECTION) for gap in found
        )
        return Proposal(draft, title or _("Mẫu mới"), tuple(blanks))

    def blank(self, proposal: Proposal, words: str, label: str = "") -> Blank:
        """Return words that the clerk points at as a gap.

        Raises:
            UserError: the document does not say them.
        """
        found = places(proposal.draft.text, [Gap(GapKind.WORDS, words.strip())])
        if not found:
            raise UserError(
                _("Văn bản không có chỗ nào ghi “{words}”.").format(words=words.strip()),
                remedy=_("Chép đúng những chữ sẽ thay đổi, nằm gọn trong một đoạn."),
            )
        start, end, gap = found[0]
        said = dataclasses.replace(
            gap, start=start, around=around(proposal.draft.text, start, end), count=len(found)
        )
        return Blank(said, label or _label(said))

    def make(self, proposal: Proposal, title: str, blanks: Iterable[Blank]) -> TemplateInfo:
        """Write the template into the clerk's own folder; its example is the document itself.

        Raises:
            UserError: it has no title.
            TemplateError: the document cannot be made a template; nothing was written.
            WriteError: the folder cannot be written.
        """
        if not title.strip():
            raise UserError(
                _("Mẫu chưa có tên."), remedy=_("Ghi tên mẫu, ví dụ: Kế hoạch tuyên truyền năm.")
            )
        draft = proposal.draft
        document = parse(draft.text)
        chosen = tuple(blank for blank in blanks if blank.is_chosen)
        unit = self.library.unit(draft.unit)
        kind = kind_of(document)
        made = (
            made_template(draft, document, chosen, title.strip(), unit.regime, kind, ends=ends)
            for ends in (True, False)
        )
        return self._write_first_true(made, self._free_id(title), draft)

    def _write_first_true(
        self, made: Iterable[MadeTemplate], template_id: str, draft: Draft
    ) -> TemplateInfo:
        """Write the first that gives the document back word for word, else the last."""
        folder = self.library.template_folders[-1] / template_id
        for one in made:
            _write(one, folder)
            try:
                rendered = Renderer(self.library).render(Request(template_id))
            except UserError:
                shutil.rmtree(folder)
                raise
            if _same(rendered.composition.draft.text, draft.text):
                break
        return next(info for info in self.library.templates.all() if info.id == template_id)

    def _issued(self, draft: Draft, unit_id: str) -> Draft:
        if not draft.text.strip():
            raise UserError(
                _("Văn bản chưa có chữ nào."), remedy=_("Soạn hoặc mở một văn bản trước.")
            )
        issuer = draft.unit or unit_id
        if not issuer:
            raise UserError(
                _("Chưa chọn đơn vị ban hành."), remedy=_("Chọn đơn vị ở màn hình soạn thảo.")
            )
        return dataclasses.replace(draft, unit=issuer, date=draft.date or self.today())

    def _names(self, draft: Draft, document: Document) -> dict[str, GapKind]:
        """Return the words of a draft that are known to change."""
        period = period_on(self.library.unit(draft.unit), draft.date or self.today())
        names = {block.name: GapKind.SIGNER for block in document.signatures if block.name}
        return names | {period.name: GapKind.UNIT}

    def _free_id(self, title: str) -> str:
        wanted = "-".join(id_words(title))[:_LONGEST_ID].strip("-") or "mau"
        return free_id(wanted, self.library.templates.ids())


def kind_of(document: Document) -> str:
    """Return which of the three kinds of template a document is."""
    return _KINDS.get(document.type_name, "plan")


def _sections(text: str, document: Document) -> dict[tuple[int, int], str]:
    """Return the headings that have none under them, by where the words under them stand."""
    last = ending_line(document) - 1 if ending_line(document) else text.count("\n") + 1
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]
    listed = [one for one in sections(document, last) if one.last_line <= last]
    found: dict[tuple[int, int], str] = {}
    for one, follows in itertools.pairwise((*listed, None)):
        if one is None or (follows and follows.first_line <= one.last_line):
            continue
        words = text[starts[one.first_line] : starts[min(one.last_line, last)] - 1]
        if words.strip():
            start = starts[one.first_line] + len(words) - len(words.lstrip())
            found[start, start + len(words.strip())] = one.title
    return found


def _label(gap: Gap) -> str:
    labels = {
        GapKind.UNIT: _("Tên đơn vị"),
        GapKind.SIGNER: _("Họ và tên người ký"),
        GapKind.YEAR: _("Năm"),
        GapKind.PERIOD: _("Kỳ báo cáo"),
        GapKind.SECTION: gap.around,
    }
    return labels.get(gap.kind) or upper_first(gap.around.strip(" …:,;."))


def _same(one: str, other: str) -> bool:
    """Tell whether two texts say the same; the words of a template follow the unit's spelling."""
    texts = (in_spelling(official_text(parse(text)), NEW) for text in (one, other))
    return next(texts) == next(texts)


def _write(made: MadeTemplate, folder: Path) -> None:
    import tomli_w

    files: dict[str, Any] = {"template.toml": made.form, "example.toml": made.example}
    write_atomically(folder / "body.txt.j2", made.body.encode("utf-8"))
    for name, table in files.items():
        write_atomically(folder / name, tomli_w.dumps(table).encode("utf-8"))
