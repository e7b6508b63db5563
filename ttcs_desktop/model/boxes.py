"""The box numbers of a rule's diagram (sơ đồ bố trí các thành phần thể thức)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boxes:
    """Which box each component stands in (ô số); "" where the diagram has none."""

    addressed: str
    submitted: str
    recipients: str
    secrecy: str
    urgency: str
    circulation: str
    draft: str
    source: str
    verified: str
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
