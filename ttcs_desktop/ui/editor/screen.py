"""Form, text and pages side by side (màn hình soạn thảo)."""

import contextlib
import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gate import GatePlace
from ttcs_desktop.model.kept import Moment
from ttcs_desktop.ui.autosaving import Autosaver
from ttcs_desktop.ui.editor.aids import Aids
from ttcs_desktop.ui.editor.check_panel import CheckPanel
from ttcs_desktop.ui.editor.find_bar import FindBar
from ttcs_desktop.ui.editor.following import Following
from ttcs_desktop.ui.editor.footer import Footer
from ttcs_desktop.ui.editor.format_panel import FormatPanel
from ttcs_desktop.ui.editor.issue_side import IssueSide
from ttcs_desktop.ui.editor.live_pages import LivePages
from ttcs_desktop.ui.editor.outline import Outline
from ttcs_desktop.ui.editor.panes import Panes
from ttcs_desktop.ui.editor.problem_list import ProblemList
from ttcs_desktop.ui.editor.secret_line import SecretLine
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.editor.writing import Writing
from ttcs_desktop.ui.filing import Filing
from ttcs_desktop.ui.form.panel import FormPanel
from ttcs_desktop.ui.message_bar import Message, told
from ttcs_desktop.ui.pages.view import PageView
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.searching.putting_in import keep_phrase

if TYPE_CHECKING:
    from ttcs_desktop.services.composing import PagePreview

FORM, OUTLINE, STYLE, ISSUE = range(4)


class EditorScreen(Screen):
    """Where a draft is written."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._may_be_lost = False
        self.form = FormPanel(office.workbench)
        self.outline = Outline()
        self.style_panel = FormatPanel(office.workbench)
        self.text = TextEdit()
        self.aids = Aids(office, self.text)
        self.find_bar = FindBar(self.text, office.workbench.search_key)
        self.problems = ProblemList()
        self.pages = PageView()
        self.writing = Writing(office.workbench, office.background, self)
        self.filing = Filing(office, lambda: self.writing.draft, self)
        self.live = LivePages(office.workbench, office.background, lambda: self.writing.draft, self)
        self.checks = CheckPanel(office, self.text, self.problems, lambda: self.writing.draft)
        self.autosaver = Autosaver(
            office.workbench,
            office.background,
            lambda: (self.writing.draft, self.filing.path),
            office.messages.tell,
            self,
        )
        self.following = Following(self.text, self.pages, self)
        self.issuing = IssueSide(office, self.writing, self.text, (self.form, self.style_panel))
        self._footer = Footer(self.pages)
        self.secret = SecretLine()
        self._lay_out()
        self._connect_writing()
        self._connect_views()
        office.background.run(
            office.workbench.formats,
            lambda formats: self.style_panel.offer_formats(
                tuple((one.id, one.title) for one in formats)
            ),
            office.messages.tell,
        )

    def take_up(self, draft: Draft, path: Path | None, filed: Draft | None) -> bool:
        """Write on at a draft: its file, and what that file holds of it.

        Returns False when what is on the desk cannot be kept, and so stays there.
        """
        error = self.autosaver.set_aside() if self._holds_more() else None
        if error is not None:
            self._say_unkept(error, lambda: self._begin_other(draft, path, filed))
            return False
        self._begin_other(draft, path, filed)
        return True

    def _begin_other(self, draft: Draft, path: Path | None, filed: Draft | None) -> None:
        self.autosaver.begin(draft, path if filed == draft else None)
        self._begin(draft, path, filed)

    def _begin(self, draft: Draft, path: Path | None, filed: Draft | None) -> None:
        self.writing.begin(draft)
        self.filing.begin(path, filed)
        self.text.load(draft.text)
        self._office.messages.withdraw("behind")
        self.following.begin()
        self._show_form(draft)
        self.style_panel.show_draft(draft)
        self._follow_format()
        self.live.follow()
        if self.filing.is_changed():
            self.autosaver.follow()
        self.issuing.begin(draft, path)
        self.panes.tabs.setCurrentIndex(FORM if draft.template else OUTLINE)
        self.text.setFocus()

    def title(self) -> str:
        """Return the file's name, or the draft's first words."""
        if self.filing.path is not None:
            return self.filing.path.name
        words = " ".join(line for line in self.writing.draft.text.splitlines()[:6] if line)
        return words.replace("*", "")[:60] or _("Văn bản mới")

    def is_changed(self) -> bool:
        """Tell whether no file holds the draft as it stands."""
        return self.filing.is_changed()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each command; a document that was issued is not changed."""
        if self.issuing.lock.is_closed:
            return self._views()
        take = {"take-from-template": self.writing.take_from_template}
        return self._views() | take | self.aids.commands()

    def _views(self) -> dict[str, Callable[[], object]]:
        return {
            "save-docx": self.filing.save,
            "save-as": self.filing.save_as,
            "save-text": self.filing.save_text,
            "export-pdf": self.filing.export_pdf,
            "export-archive": lambda: self.filing.export_pdf(is_archival=True),
            "export-calendar": self.filing.export_calendar,
            "print": self.filing.print,
            "issue": lambda: self.panes.show_tab(ISSUE),
            "send": lambda: self._office.send_out(self.writing.draft, self.filing.path),
            "keep-phrase": lambda: keep_phrase(self._office),
            "find": self.find_bar.start,
            "find-next": self.find_bar.find_next,
            "find-previous": self.find_bar.find_previous,
            "side": self.panes.turn_side,
            "pages": self.panes.turn_pages,
            "go-form": lambda: self.panes.show_tab(FORM),
            "go-outline": lambda: self.panes.show_tab(OUTLINE),
            "go-style": lambda: self.panes.show_tab(STYLE),
            "go-text": self.text.setFocus,
            "go-problems": self.panes.turn_below,
            "zoom-in": self.pages.zoom_in,
            "zoom-out": self.pages.zoom_out,
            "zoom-width": self.pages.zoom_to_width,
            "show-on-page": self.following.point,
        }

    def footer(self) -> QWidget:
        """Return the points to look at, page count and zoom."""
        return self._footer

    def close_up(self) -> bool:
        """Keep what no file holds; the next start offers it."""
        error = self.autosaver.keep_now() if self._holds_more() else None
        if error is not None and not self._may_be_lost:
            self._say_unkept(error, self._close_anyway)
            return False
        self.pages.close_pdf()
        self._remember_panes()
        return True

    def _remember_panes(self) -> None:
        workbench, widths = self._office.workbench, self.panes.widths()
        with contextlib.suppress(UserError):  # no word about widths to somebody who leaves
            workbench.save_settings(dataclasses.replace(workbench.settings(), panes=widths))

    def _close_anyway(self) -> None:
        self._may_be_lost = True
        self.window().close()

    def _holds_more(self) -> bool:
        """Tell whether the draft has words that no file holds."""
        return self.filing.is_changed() and bool(self.writing.draft.text)

    def _lay_out(self) -> None:
        side = (
            (_("Biểu mẫu"), self.form),
            (_("Dàn ý"), self.outline),
            (_("Thể thức"), self.style_panel),
            (_("Ban hành"), self.issuing.panel),
        )
        text = (self.text, self.find_bar, self.secret)
        widths = self._office.workbench.settings().panes
        self.panes = Panes(side, text, self.pages, self.checks, widths)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    def _connect_writing(self) -> None:
        self.text.textChanged.connect(lambda: self.writing.type(self.text.toPlainText()))
        self.form.changed.connect(lambda: self.writing.answer(self.form.answers()))
        self.style_panel.changed.connect(self._describe)
        self.writing.rendered.connect(self._take_rendered)
        self.writing.answers_came_back.connect(self.form.show_answers)
        self.writing.fell_behind.connect(self._say_behind)
        self.writing.caught_up.connect(self._say_caught_up)
        self.writing.refused.connect(lambda error: self._say_refused(error, "form"))
        self.writing.changed.connect(self.live.follow)
        self.writing.changed.connect(self.autosaver.follow)
        self.writing.changed.connect(self.title_changed)
        self.filing.changed.connect(self.title_changed)
        self.filing.saved.connect(self.autosaver.rest)

    def _connect_views(self) -> None:
        self.live.made.connect(self._show_pages)
        self.live.made.connect(self.secret.follow)
        self.live.made.connect(lambda _pages: self.checks.follow())  # the pages come first
        self.live.refused.connect(lambda _error: self.checks.follow())
        self.checks.checked.connect(self._footer.count_problems)
        self._footer.problems_wanted.connect(self.panes.turn_below)
        self.live.refused.connect(lambda error: self._say_refused(error, "pages"))
        self.outline.wanted.connect(self._go_to_line)
        self.problems.wanted.connect(self._go_to_line)
        self.text.line_changed.connect(self.outline.mark_line)
        self.issuing.panel.line_wanted.connect(self._go_to_line)
        self.issuing.panel.field_wanted.connect(self._go_to_field)
        self.issuing.panel.place_wanted.connect(self._go_to_place)
        self.issuing.taken.connect(self._take_issued)
        self.issuing.lock.changed.connect(self.commands_changed)

    def _show_form(self, draft: Draft) -> None:
        templates = self._office.workbench.templates()
        info = next((one for one in templates if one.id == draft.template), None)
        self.form.ask(info)
        self.form.show_answers(draft.answers)

    def _describe(self, beside: dict[str, object]) -> None:
        self.writing.describe(**beside)
        if beside.keys() & {"unit", "format", "date"}:
            self._follow_format()

    def _follow_format(self) -> None:
        draft = self.writing.draft
        self._office.background.run(
            lambda: self._office.workbench.compose(draft).format,
            self.style_panel.follow_format,
            self._office.messages.tell,
        )

    def _show_pages(self, preview: "PagePreview") -> None:
        self._office.messages.withdraw("pages")
        self.following.show(preview)
        self.outline.show_sections(preview.sections)
        self.problems.show_problems(preview.problems)
        self._footer.count_problems(self.problems.count())

    def _go_to_line(self, line: int) -> None:
        self.text.setFocus()
        self.text.go_to_line(line)

    def _go_to_field(self, field: str) -> None:
        self.panes.show_tab(FORM)
        self.form.input(field).setFocus()

    def _go_to_place(self, place: GatePlace) -> None:
        self.panes.show_tab(STYLE)
        self.style_panel.go_to(place)

    def _take_issued(self, draft: Draft, path: Path) -> None:
        self.autosaver.file(draft, path, Moment.ISSUED)
        self._begin(draft, path, draft)

    def _take_rendered(self, text: str) -> None:
        self._office.messages.withdraw("form")
        line = self.text.replace(text)
        if not self.text.hasFocus():
            self.following.watch(line)

    def _say_behind(self) -> None:
        text = _(
            "Văn bản đã được sửa tay nên giữ nguyên; thay đổi trong biểu mẫu chưa đưa vào văn bản."
        )
        self._office.messages.say(
            Message(
                text,
                topic="behind",
                weight="warning",
                action=_("Lấy lại theo mẫu"),
                act=self.writing.take_from_template,
            )
        )

    def _say_unkept(self, error: UserError, go_on: Callable[[], object]) -> None:
        text = told(error).text + "\n" + _("Bản nháp chưa được giữ lại; hãy lưu vào tệp khác.")
        action = _("Bỏ bản nháp")
        message = Message(text, topic="error", weight="error", action=action, act=go_on)
        self._office.messages.say(message)

    def _say_caught_up(self) -> None:
        self._office.messages.withdraw("behind")

    def _say_refused(self, error: Exception, topic: str) -> None:
        self._office.messages.say(dataclasses.replace(told(error), topic=topic))
