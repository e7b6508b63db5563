"""What goes out on paper: how many copies for whom, labels and envelopes for them (phát hành).

Both follow the recipients of the document: a line that means a group counts each of its units.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Alignment
from ttcs_desktop.model.postage import Envelope, Inscription, LabelSheet, PostageSheet
from ttcs_desktop.model.sheet import Grid, GridCell, Line, Run, Sheet, SheetSection
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.addressing import addressings
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library

_SENDER = 0.85
"""Size of the sender's letters on an envelope, in those of the address."""
_CELL, _HEAD = "table-cell", "table-head"


@dataclass(frozen=True, slots=True)
class CopyCount:
    """How many copies one line of Nơi nhận needs, and for whom, one name for each copy."""

    recipient: str
    names: tuple[str, ...]
    line: int = 0

    @property
    def copies(self) -> int:
        """Number of copies (số bản)."""
        return len(self.names)


@dataclass(frozen=True)
class Posting:
    """Counts copies, writes labels and envelopes."""

    library: Library

    def copies(self, composition: Composition) -> tuple[CopyCount, ...]:
        """Return how many copies each recipient needs, the archive copy last (số bản phát hành).

        Raises:
            UserError: the document has no recipients.
        """
        counted = []
        for one in addressings(self.library, composition):
            names = self._names(composition, one.units) or (one.recipient,)
            counted.append(CopyCount(one.recipient, names, one.line))
        if not counted:
            raise UserError(_("Văn bản chưa có nơi nhận."), remedy=_("Ghi nơi nhận."))
        recipients = composition.document.recipients
        filing = recipients.filing or composition.format.recipients.filing_default
        return (*counted, CopyCount(_("Lưu"), (filing,), recipients.line))

    def labels(
        self, composition: Composition, sheet: LabelSheet, *, used: int = 0
    ) -> tuple[PostageSheet, ...]:
        """Return label sheets, one label for each copy that leaves the house (nhãn gửi).

        `used` labels of the first sheet are gone already.

        Raises:
            UserError: the document has no recipients.
        """
        names = self._leaving(composition)
        free: list[str | None] = [None] * (used % len(sheet.places))
        return tuple(
            PostageSheet(
                sheet.paper_width,
                sheet.paper_height,
                tuple(
                    Inscription(area, _label(composition, name), sheet.size)
                    for area, name in zip(sheet.places, names_of_sheet, strict=False)
                    if name is not None
                ),
            )
            for names_of_sheet in _batches([*free, *names], len(sheet.places))
        )

    def envelopes(self, composition: Composition, envelope: Envelope) -> tuple[PostageSheet, ...]:
        """Return envelopes, one for each copy that leaves the house (phong bì).

        Raises:
            UserError: the document has no recipients.
        """
        sender = _from(composition)
        return tuple(
            PostageSheet(
                envelope.width,
                envelope.height,
                (
                    Inscription(envelope.sender, sender, round(envelope.size * _SENDER, 1)),
                    Inscription(envelope.address, _to(name), envelope.size),
                ),
            )
            for name in self._leaving(composition)
        )

    def dispatch_list(self, composition: Composition) -> Sheet:
        """Return the list of recipients with number of copies and room to sign for them.

        Raises:
            UserError: the document has no recipients.
        """
        head = tuple(
            _cell(words, _HEAD) for words in (_("STT"), _("Nơi nhận"), _("Số bản"), _("Ký nhận"))
        )
        counted = self.copies(composition)
        rows = [
            tuple(_cell(words) for words in (str(number), one.recipient, str(one.copies), ""))
            for number, one in enumerate(counted, 1)
        ]
        total = str(sum(one.copies for one in counted))
        rows.append(tuple(_cell(words) for words in ("", _("Cộng"), total, "")))
        width = composition.format.text_width
        widths = (12.0, round(width - 12 - 20 - 45, 1), 20.0, 45.0)
        centred, left = Alignment.CENTRE, Alignment.LEFT
        grid = Grid(widths, (centred, left, centred, left), (head,), tuple(rows))
        return _page(composition, _("Danh sách gửi: {title}"), grid)

    def _leaving(self, composition: Composition) -> list[str]:
        return [name for count in self.copies(composition)[:-1] for name in count.names]

    def _names(self, composition: Composition, units: Sequence[str]) -> tuple[str, ...]:
        date = composition.document.place_and_date.date or composition.draft.date
        if date is None:
            return tuple(self.library.unit(unit).periods[-1].name for unit in units)
        return tuple(period_on(self.library.unit(unit), date).name for unit in units)


def _label(composition: Composition, name: str) -> tuple[tuple[str, bool], ...]:
    """Return what one label says: from whom, what, to whom."""
    return (*_from(composition), *_to(name))


def _from(composition: Composition) -> tuple[tuple[str, bool], ...]:
    document = composition.document
    sender = document.issuer.name or " - ".join(document.issuer.issuers).replace("\n", " ")
    number = composition.sheet.keywords if document.number.serial else ""
    said = ((_("Nơi gửi: {sender}").format(sender=sender), False),)
    return (*said, (_("Số: {number}").format(number=number), False)) if number else said


def _to(name: str) -> tuple[tuple[str, bool], ...]:
    return ((_("Kính gửi:"), False), (name, True))


def _cell(words: str, style: str = _CELL) -> GridCell:
    return GridCell((Line("", style, (Run(words),) if words else ()),))


def _page(composition: Composition, title: str, grid: Grid) -> Sheet:
    about = composition.sheet.keywords if composition.document.number.serial else ""
    return Sheet(
        title=title.format(title=about or composition.sheet.title),
        author=composition.sheet.author,
        keywords="",
        sections=(SheetSection((grid,)),),
    )


def _batches(names: Sequence[str | None], size: int) -> Iterator[Sequence[str | None]]:
    for start in range(0, len(names), size):
        yield names[start : start + size]
