"""What goes out on paper: how many copies for whom, and labels for their envelopes (phát hành).

Both follow the recipients of the document: a line that means a group counts each of its units.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Alignment
from ttcs_desktop.model.sheet import Grid, GridCell, Line, Run, Sheet, SheetSection
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.addressing import addressings
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library

LABELS_ACROSS = 2
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
    """Counts copies and writes labels."""

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

    def labels(self, composition: Composition) -> Sheet:
        """Return labels for envelopes, two abreast, one for each copy that leaves the house.

        Written as PDF or .docx like any sheet, with `composition.format`.

        Raises:
            UserError: the document has no recipients.
        """
        counted = self.copies(composition)[:-1]
        labels = [_label(composition, name) for count in counted for name in count.names]
        width = round(composition.format.text_width / LABELS_ACROSS, 1)
        grid = Grid(
            (width,) * LABELS_ACROSS,
            (Alignment.LEFT,) * LABELS_ACROSS,
            (),
            tuple(_in_rows(labels)),
        )
        return _page(composition, _("Nhãn gửi: {title}"), grid)

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

    def _names(self, composition: Composition, units: Sequence[str]) -> tuple[str, ...]:
        date = composition.document.place_and_date.date or composition.draft.date
        if date is None:
            return tuple(self.library.unit(unit).periods[-1].name for unit in units)
        return tuple(period_on(self.library.unit(unit), date).name for unit in units)


def _label(composition: Composition, name: str) -> GridCell:
    """Return one label: from whom, what, to whom."""
    document = composition.document
    sender = document.issuer.name or " - ".join(document.issuer.issuers).replace("\n", " ")
    number = composition.sheet.keywords if document.number.serial else ""
    about = _("Số: {number}").format(number=number) if number else ""
    return GridCell(
        tuple(
            Line("", _CELL, (Run(words, bold=is_bold),))
            for words, is_bold in (
                (_("Nơi gửi: {sender}").format(sender=sender), False),
                (about, False),
                (_("Kính gửi:"), False),
                (name, True),
            )
            if words
        )
    )


def _in_rows(labels: list[GridCell]) -> Iterator[tuple[GridCell, ...]]:
    for start in range(0, len(labels), LABELS_ACROSS):
        row = labels[start : start + LABELS_ACROSS]
        yield (*row, *[GridCell((Line("", _CELL, ()),))] * (LABELS_ACROSS - len(row)))


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
