"""What the search over all documents keeps and finds (tìm trong mọi văn bản)."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchedTask:
    """A task of a plan as the search knows it; `is_done` when a report says so."""

    id: str
    wording: str
    line: int = 0
    lead: str = ""
    due: datetime.date | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class SearchedParagraph:
    """A paragraph, an item or a row of a table.

    Attributes:
        line: line of the official text it begins on, from 1; page of a PDF.
        place: the numbers that lead to it: "II › 3 › a".
        words: what is searched and shown.
        source: the same as official text, "" when it is the words themselves.
    """

    line: int
    place: str
    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class SearchedDocument:
    """A document whose words are known to the search.

    Attributes:
        path: its file.
        stamp: tells the file from itself as it was later: size and time.
        kind: the type of document in lower case, e.g. "kế hoạch".
        number: number and symbol, e.g. "05-KH/ĐU".
        unit, unit_name: id and name of the issuing body, "" unknown.
    """

    path: str
    stamp: str
    title: str
    kind: str = ""
    number: str = ""
    date: datetime.date | None = None
    unit: str = ""
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph that holds what was sought, and the document it stands in."""

    document: SearchedDocument
    paragraph: SearchedParagraph


@dataclass(frozen=True, slots=True)
class Findings:
    """The newest documents' paragraphs first, and how many there are in all."""

    found: tuple[Found, ...] = ()
    count: int = 0
    is_more: bool = False
    """There are more than were counted."""


@dataclass(frozen=True, slots=True)
class DueTask:
    """A task of a plan that is due, and the plan it stands in."""

    task: SearchedTask
    plan: SearchedDocument
    due: datetime.date


@dataclass(frozen=True, slots=True)
class Phrase:
    """A paragraph kept under a name, to be put into documents (câu mẫu)."""

    id: str
    name: str
    text: str
    source: str = ""
    """The document it was taken from, in words."""
