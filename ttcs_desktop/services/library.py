"""What is at hand: formats, units, instruments and templates, shipped and the clerk's own."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.deadline import Deadlines
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.gate import AuthorityRule
from ttcs_desktop.model.hand_off import SlipTemplate
from ttcs_desktop.model.indicator import Indicator
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.mail import MailDesk
from ttcs_desktop.model.postage import Envelope, LabelSheet, PostagePaper
from ttcs_desktop.model.report import ReportWords
from ttcs_desktop.model.signature import SigningLook
from ttcs_desktop.model.task import TaskWords, UsualTask
from ttcs_desktop.model.unit import Regime, Unit
from ttcs_desktop.places import resources, shipped_templates, user_data, user_templates
from ttcs_desktop.registry.location import Location, locate

if TYPE_CHECKING:
    from ttcs_desktop.registry.database import Database
    from ttcs_desktop.registry.instruments import Instruments
    from ttcs_desktop.registry.units import Units
    from ttcs_desktop.templating.catalogue import Catalogue

P = TypeVar("P")


@dataclass(frozen=True)
class Library:
    """The shelves, each read when it is first asked for.

    `shipped` and `own` are folders with `formats/`, `units/` and `instruments/` in them; the
    clerk's own lie over the shipped. Over both lies what the clerk changed in the database, which
    is `at` a place, or where the settings say.
    """

    shipped: Path = field(default_factory=resources)
    own: Path = field(default_factory=user_data)
    template_folders: tuple[Path, ...] = field(
        default_factory=lambda: (shipped_templates(), user_templates())
    )
    at: Location | None = None

    @cached_property
    def formats(self) -> Mapping[str, FormatProfile]:
        """Formats by id (thể thức)."""
        from ttcs_desktop.registry.formats import load_formats

        return load_formats(self.shipped / "formats", self.own / "formats")

    @cached_property
    def units(self) -> "Units":
        """Units by id (đơn vị)."""
        from ttcs_desktop.registry.own_fields import own_fields
        from ttcs_desktop.registry.units import load_units

        return load_units(*self.unit_folders, own=own_fields(self.location, RecordKind.UNIT))

    @cached_property
    def instruments(self) -> "Instruments":
        """Instruments by id (văn bản viện dẫn)."""
        from ttcs_desktop.registry.instruments import load_instruments
        from ttcs_desktop.registry.own_fields import own_fields

        return load_instruments(
            *self.instrument_folders, own=own_fields(self.location, RecordKind.INSTRUMENT)
        )

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id (chỉ tiêu)."""
        from ttcs_desktop.registry.indicators import load_indicators

        return load_indicators(self.shipped / "indicators", self.own / "indicators")

    @cached_property
    def deadlines(self) -> Deadlines:
        """When reports are due (thời hạn báo cáo)."""
        from ttcs_desktop.registry.deadlines import load_deadlines

        return load_deadlines(self.shipped / "deadlines", self.own / "deadlines")

    @cached_property
    def task_words(self) -> TaskWords:
        """How tasks and their groups are found in a guidance (nhóm đối tượng)."""
        from ttcs_desktop.registry.groups import load_task_words

        return load_task_words(self.shipped / "groups", self.own / "groups")

    @cached_property
    def usual_tasks(self) -> Mapping[str, UsualTask]:
        """The tasks that groups of units usually have, by id (nhiệm vụ thường giao)."""
        from ttcs_desktop.registry.usual_tasks import load_usual_tasks

        return load_usual_tasks(self.shipped / "tasks", self.own / "tasks")

    @cached_property
    def report_words(self) -> ReportWords:
        """How figures are found in foreign reports."""
        from ttcs_desktop.registry.report_words import load_report_words

        return load_report_words(self.shipped / "reports", self.own / "reports")

    @cached_property
    def mail_desk(self) -> MailDesk:
        """What letters are written from (mẫu thư, giới hạn, nơi nhận thư)."""
        from ttcs_desktop.registry.mail_desk import load_mail_desk

        return load_mail_desk(self.shipped / "mail", self.own / "mail")

    @cached_property
    def authority(self) -> tuple[AuthorityRule, ...]:
        """Who may not issue what (thẩm quyền ban hành)."""
        from ttcs_desktop.registry.authority import load_authority

        return load_authority(self.shipped / "authority", self.own / "authority")

    @cached_property
    def slip(self) -> SlipTemplate:
        """The slip that goes with a document to be signed (phiếu trình ký)."""
        from ttcs_desktop.registry.slip import load_slip

        return load_slip(self.shipped / "handoff", self.own / "handoff")

    @cached_property
    def signing_look(self) -> SigningLook:
        """How signatures look on electronic copies (ảnh chữ ký, dấu)."""
        from ttcs_desktop.registry.signing import load_signing_look

        return load_signing_look(self.shipped / "signing", self.own / "signing")

    @cached_property
    def postage(self) -> PostagePaper:
        """Label sheets and envelopes (tờ nhãn, phong bì)."""
        from ttcs_desktop.registry.postage import load_postage

        return load_postage(self.shipped / "postage", self.own / "postage")

    @property
    def trust_folders(self) -> tuple[Path, ...]:
        """Folders of certificates of authorities (chứng thư gốc), the clerk's own last."""
        return (self.shipped / "trust", self.own / "trust")

    @property
    def unit_folders(self) -> tuple[Path, ...]:
        """Folders of unit files, the clerk's own last."""
        return (self.shipped / "units", self.own / "units")

    @property
    def instrument_folders(self) -> tuple[Path, ...]:
        """Folders of instrument files, the clerk's own last."""
        return (self.shipped / "instruments", self.own / "instruments")

    @cached_property
    def location(self) -> Location:
        """Where the database is, whether it is there already or not (nơi để sổ dữ liệu)."""
        from ttcs_desktop.services.settings import load_settings

        return self.at or locate(self.own, load_settings().registry)

    @cached_property
    def database(self) -> "Database":
        """The database; made when it is first written (sổ dữ liệu)."""
        from ttcs_desktop.registry.database import Database

        return Database(self.location)

    def refresh(self) -> None:
        """Read units and instruments again when they are next asked for."""
        for shelf in ("units", "instruments"):
            self.__dict__.pop(shelf, None)

    def forget(self) -> None:
        """Read everything again when it is next asked for: other files are in place now."""
        if "database" in self.__dict__:
            self.database.close()
        given = ("shipped", "own", "template_folders", "at")
        for name in [name for name in self.__dict__ if name not in given]:
            del self.__dict__[name]

    @cached_property
    def templates(self) -> "Catalogue":
        """Templates by id (mẫu văn bản)."""
        from ttcs_desktop.templating.catalogue import Catalogue

        return Catalogue(*self.template_folders)

    def unit(self, unit_id: str) -> Unit:
        """Return a unit.

        Raises:
            UnknownError: no unit has that id.
        """
        return self.units[unit_id]

    def instrument(self, instrument_id: str) -> Instrument:
        """Return an instrument.

        Raises:
            UnknownError: no instrument has that id.
        """
        return self.instruments[instrument_id]

    def format(self, format_id: str) -> FormatProfile:
        """Return a format by id.

        Raises:
            UnknownError: no format has that id.
        """
        found = self.formats.get(format_id)
        if found is None:
            raise UnknownError(
                _("Không có thể thức “{id}”.").format(id=format_id),
                remedy=_("Các thể thức có sẵn: {ids}.").format(ids=", ".join(sorted(self.formats))),
            )
        return found

    def label_sheet(self, sheet_id: str) -> LabelSheet:
        """Return a label sheet by id.

        Raises:
            UnknownError: there is none of that id.
        """
        return _known(self.postage.labels, sheet_id)

    def envelope(self, envelope_id: str) -> Envelope:
        """Return an envelope by id.

        Raises:
            UnknownError: there is none of that id.
        """
        return _known(self.postage.envelopes, envelope_id)

    def format_for(self, regime: Regime, date: datetime.date) -> FormatProfile:
        """Return the format in force for a regime on a date."""
        from ttcs_desktop.rules.formats import choose

        return choose(self.formats, regime, date)


def _known(papers: Mapping[str, P], paper_id: str) -> P:
    found = papers.get(paper_id)
    if found is None:
        raise UnknownError(
            _("Không có tờ nhãn hay phong bì “{id}”.").format(id=paper_id),
            remedy=_("Các loại có sẵn: {ids}.").format(ids=", ".join(papers)),
        )
    return found
