"""What the window asks of the services, in one place (bàn làm việc).

The window opens before anything here is loaded: what a use case needs is imported when it is first
asked for, which the window does on another thread.
"""

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttcs_desktop.i18n import pick
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from ttcs_desktop.model.instrument import Instrument
    from ttcs_desktop.model.template import TemplateInfo
    from ttcs_desktop.model.unit import Regime
    from ttcs_desktop.services.composing import Composer, Composition, PagePreview
    from ttcs_desktop.services.desk_checks import DeskChecks
    from ttcs_desktop.services.drafting import Drafter
    from ttcs_desktop.services.going_out import Dispatch
    from ttcs_desktop.services.history import History
    from ttcs_desktop.services.home import Home
    from ttcs_desktop.services.issuance import Issuance
    from ttcs_desktop.services.library import Library
    from ttcs_desktop.services.opening import Opened
    from ttcs_desktop.services.recovery import Recovered
    from ttcs_desktop.services.registering import NumberBook
    from ttcs_desktop.services.registries import Registries
    from ttcs_desktop.services.report_inbox import ReportInbox
    from ttcs_desktop.services.rolling_over import RollOver
    from ttcs_desktop.services.spelling import Spelling
    from ttcs_desktop.services.template_files import TemplateFiles
    from ttcs_desktop.services.template_making import TemplateMaking
    from ttcs_desktop.services.word_offers import WordOffers


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit to choose from, by the name it bears today."""

    id: str
    name: str
    regime: "Regime"


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format to choose from."""

    id: str
    title: str


def _distance(name: str, words: str) -> int:
    """Return how far a name is from words sought in it: 0 begins with them, 2 lacks them."""
    return 0 if name.startswith(words) else 1 if words in name else 2


class Workbench:
    """Every use case of the window; safe to call from a worker thread."""

    def __init__(self, library: "Library | None" = None) -> None:
        self._given = library

    @cached_property
    def library(self) -> "Library":
        """What is at hand."""
        from ttcs_desktop.services.library import Library

        return self._given or Library()

    @cached_property
    def composer(self) -> "Composer":
        """Turns drafts into pages."""
        from ttcs_desktop.services.composing import Composer

        return Composer(self.library)

    @cached_property
    def drafter(self) -> "Drafter":
        """Fills templates."""
        from ttcs_desktop.services.drafting import Drafter

        return Drafter(self.library)

    @cached_property
    def checks(self) -> "DeskChecks":
        """Checks drafts and files."""
        from ttcs_desktop.services.desk_checks import DeskChecks

        return DeskChecks(self.library)

    @cached_property
    def spelling(self) -> "Spelling":
        """Looks up words as they are typed."""
        from ttcs_desktop.services.spelling import Spelling

        return Spelling(self.library)

    @cached_property
    def registries(self) -> "Registries":
        """Keeps units and instruments."""
        from ttcs_desktop.services.registries import Registries

        return Registries(self.library)

    @cached_property
    def roll_over(self) -> "RollOver":
        """Carries out what changes with a term, a reorganisation or a person."""
        from ttcs_desktop.services.rolling_over import RollOver

        return RollOver(self.library)

    @cached_property
    def numbers(self) -> "NumberBook":
        """Gives numbers to outgoing documents."""
        from ttcs_desktop.services.registering import NumberBook

        return NumberBook(self.library)

    @cached_property
    def issuance(self) -> "Issuance":
        """Issues drafts."""
        from ttcs_desktop.services.issuance import Issuance

        return Issuance(self.library)

    @cached_property
    def dispatch(self) -> "Dispatch":
        """Hands off, sends, signs, prints and takes back."""
        from ttcs_desktop.services.going_out import Dispatch

        return Dispatch(self.library)

    @cached_property
    def report_inbox(self) -> "ReportInbox":
        """Reads reports and brings them together."""
        from ttcs_desktop.services.report_inbox import ReportInbox

        return ReportInbox(self.library)

    @cached_property
    def template_files(self) -> "TemplateFiles":
        """Looks after the templates."""
        from ttcs_desktop.services.template_files import TemplateFiles

        return TemplateFiles(self.library)

    @cached_property
    def template_making(self) -> "TemplateMaking":
        """Makes templates of documents."""
        from ttcs_desktop.services.template_making import TemplateMaking

        return TemplateMaking(self.library)

    @cached_property
    def history(self) -> "History":
        """Keeps the draft on the desk, and how it was before."""
        from ttcs_desktop.services.history import History

        return History(self.library)

    @cached_property
    def home(self) -> "Home":
        """Tells what is to be done and was worked on last, and searches all of it."""
        from ttcs_desktop.services.home import Home

        return Home(self.library)

    @cached_property
    def word_offers(self) -> "WordOffers":
        """Completes words that were begun."""
        from ttcs_desktop.services.word_offers import WordOffers

        return WordOffers(self.library, self.home.phrases)

    def templates(self) -> "tuple[TemplateInfo, ...]":
        """Return every template at hand."""
        return self.drafter.all()

    def offered(
        self, kind: str, unit_id: str, date: datetime.date | None
    ) -> "tuple[TemplateInfo, ...]":
        """Return the templates of a kind for a unit, those of its group first; all if none is."""
        from ttcs_desktop.services.chaining import Chaining

        day = date or datetime.datetime.now().astimezone().date()
        fitting = Chaining(self.library).offered(kind, unit_id, day)
        return fitting or tuple(
            one for one in self.templates() if one.kind == kind and one.type_name
        )

    def units(self, query: str = "") -> tuple[UnitChoice, ...]:
        """Return the units whose name, today or once, holds the words, with or without marks.

        Those whose name today begins with the words come first, then those that hold them.
        """
        found = self.library.units.find(query) if query else self.library.units.values()
        today = datetime.datetime.now().astimezone().date()
        choices = (
            UnitChoice(unit.id, self.composer.period(unit, today).name, unit.regime)
            for unit in found
        )
        key = self.search_key(query)
        return tuple(sorted(choices, key=lambda one: _distance(self.search_key(one.name), key)))

    def formats(self) -> tuple[FormatChoice, ...]:
        """Return the formats at hand."""
        return tuple(
            FormatChoice(one.id, pick(one.title, one.title_en))
            for one in self.library.formats.values()
        )

    def instruments(self, query: str = "") -> "tuple[Instrument, ...]":
        """Return the instruments whose symbol or title holds the words."""
        if not query:
            return tuple(self.library.instruments.values())
        return tuple(self.library.instruments.find(query))

    def new_draft(self, template_id: str, unit_id: str, date: datetime.date | None) -> Draft:
        """Return a draft of a template with the form's defaults."""
        return self.drafter.start(template_id, unit_id, date)

    def blank_draft(self, unit_id: str, date: datetime.date | None) -> Draft:
        """Return an empty draft of a unit."""
        return self.drafter.blank(unit_id, date)

    def fill(self, draft: Draft, answers: Mapping[str, Any]) -> Draft:
        """Render the draft's template anew with these answers."""
        return self.drafter.fill(draft, answers).draft

    def compose(self, draft: Draft) -> "Composition":
        """Carry a draft through to its final words."""
        return self.composer.compose(draft)

    def preview(self, draft: Draft) -> "PagePreview":
        """Return the pages of a draft as they will be printed."""
        return self.composer.preview(draft)

    def open(self, path: Path) -> "Opened":
        """Read a .docx or a text file as a draft."""
        from ttcs_desktop.services.opening import open_file

        return open_file(path)

    def convert_encoding(self, draft: Draft, encoding: str) -> Draft:
        """Return the draft with its text turned from a legacy encoding into Unicode."""
        from ttcs_desktop.language.encodings import Encoding, to_unicode

        return dataclasses.replace(draft, text=to_unicode(draft.text, Encoding(encoding)))

    def export_docx(self, draft: Draft, path: Path) -> None:
        """Write the .docx."""
        from ttcs_desktop.services.exporting import export_docx

        export_docx(self.compose(draft), path)

    def export_pdf(self, draft: Draft, path: Path, *, is_archival: bool = False) -> None:
        """Write the PDF."""
        from ttcs_desktop.services.exporting import export_pdf

        export_pdf(self.compose(draft), path, is_archival=is_archival)

    def export_text(self, draft: Draft, path: Path) -> None:
        """Write the official text with its front matter."""
        from ttcs_desktop.services.exporting import export_text

        export_text(self.compose(draft), path)

    def suggested_name(self, draft: Draft) -> str:
        """Return a file name without suffix."""
        from ttcs_desktop.services.naming import suggested_name

        return suggested_name(self.compose(draft), self.settings().name_pattern)

    def autosave(self, draft: Draft, path: Path | None = None) -> None:
        """Keep the draft in case of a crash."""
        self.history.save(self.history.autosave, draft, path)

    def recoverable(self) -> "tuple[Recovered, ...]":
        """Return what earlier sessions left behind."""
        return self.history.autosave.recoverable()

    def discard_autosave(self, recovered: "Recovered | None" = None) -> None:
        """Forget what this session kept, or what an earlier one left behind."""
        self.history.autosave.discard(recovered)

    def remember(self, path: Path, title: str, draft: Draft) -> str:
        """Put a file at the head of the recent ones; return the sentence that says why not."""
        return self.home.remember(path, title, draft)

    def settings(self) -> Settings:
        """Return the clerk's choices."""
        return load_settings()

    def save_settings(self, settings: Settings) -> None:
        """Keep the clerk's choices."""
        save_settings(settings)

    def search_key(self, text: str) -> str:
        """Return a text as it is compared in searches: small letters without marks."""
        from ttcs_desktop.language.letters import without_marks

        return without_marks(text).casefold()

    def close(self) -> None:
        """End the session."""
        self.history.autosave.close()
