"""Paper that documents leave the house in: label sheets and envelopes (nhãn, phong bì); mm."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a sheet of paper, mm from its top left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of labels (tờ nhãn): columns and rows of labels of one size.

    Attributes:
        left, top: margins before the first label.
        across, down: gaps between labels.
        size: of the letters, pt; a longer address takes smaller ones.
    """

    id: str
    title: str
    title_en: str
    paper_width: float
    paper_height: float
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    size: float
    source: str
    verified: str

    @property
    def places(self) -> tuple[Area, ...]:
        """Return where the labels of a sheet are, row by row."""
        return tuple(
            Area(
                self.left + column * (self.width + self.across),
                self.top + row * (self.height + self.down),
                self.width,
                self.height,
            )
            for row in range(self.rows)
            for column in range(self.columns)
        )


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope (phong bì), or a sheet whose address shows through an envelope's window.

    Attributes:
        width, height: of what goes through the printer.
        sender, address: where sender and recipient stand on it.
        size: of the letters, pt; a longer address takes smaller ones.
    """

    id: str
    title: str
    title_en: str
    width: float
    height: float
    sender: Area
    address: Area
    size: float
    source: str
    verified: str


@dataclass(frozen=True, slots=True)
class PostagePaper:
    """The label sheets and envelopes at hand, by id."""

    labels: dict[str, LabelSheet]
    envelopes: dict[str, Envelope]


@dataclass(frozen=True, slots=True)
class Inscription:
    """Words in an area of a sheet, each line bold or not (chữ ghi trên nhãn, phong bì)."""

    area: Area
    lines: tuple[tuple[str, bool], ...]
    size: float


@dataclass(frozen=True, slots=True)
class PostageSheet:
    """One sheet of paper to be printed: labels, or an envelope; mm."""

    width: float
    height: float
    inscriptions: tuple[Inscription, ...]
