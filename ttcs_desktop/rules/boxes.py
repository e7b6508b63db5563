"""The box numbers of the official diagrams (ô số), by regime.

Party and Youth: Phụ lục 1 of Hướng dẫn 05-HD/VPTW; State and Front: Phụ lục I of Nghị định
30/2020/NĐ-CP.
"""

from dataclasses import dataclass

from ttcs_desktop.model.unit import Regime


@dataclass(frozen=True, slots=True)
class Boxes:
    """Which box each component stands in."""

    addressed: str
    submitted: str
    recipients: str
    secrecy: str
    urgency: str
    circulation: str
    draft: str
    title: str = "1"
    issuer: str = "2"
    number: str = "3"
    place_and_date: str = "4"
    subject: str = "5a"
    letter_subject: str = "5b"
    body: str = "6"
    authority: str = "7a"
    name: str = "7b"
    signature: str = "7c"
    drafter: str = "12"
    contact: str = "13"


_PARTY = Boxes(
    addressed="5a",
    submitted="9b",
    recipients="9a",
    secrecy="10",
    urgency="10",
    circulation="11a",
    draft="11b",
)
_STATE = Boxes(
    addressed="9a",
    submitted="9a",
    recipients="9b",
    secrecy="10a",
    urgency="10b",
    circulation="11",
    draft="",
)


def boxes_of(regime: Regime) -> Boxes:
    """Return the boxes of a regime's diagram."""
    return _PARTY if regime in (Regime.PARTY, Regime.YOUTH) else _STATE
