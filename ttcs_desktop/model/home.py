"""What the home screen tells: what is to be done, and what was worked on last (màn hình đầu)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class ToDoKind(StrEnum):
    """What is to be done."""

    REPORT = "report"  # báo cáo đến hạn
    TASK = "task"  # nhiệm vụ trong kế hoạch đến hạn
    NUMBER = "number"  # bản thảo chờ số
    SIGNATURE = "signature"  # chờ ký
    OUTBOX = "outbox"  # thư chờ trong hộp thư đi


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do, in two lines of words, and where it leads.

    Attributes:
        days: until it is due; below 0 when that day is past; None when it has none.
        path, line: a file and a line of its text, "" and 0 for none.
        draft_id: a draft of the registry, 0 for none.
    """

    kind: ToDoKind
    title: str
    detail: str
    days: int | None = None
    path: str = ""
    line: int = 0
    draft_id: int = 0


@dataclass(frozen=True, slots=True)
class RecentDocument:
    """A document that was worked on; `draft_id` of 0 is not known to the registry.

    `has_more`: the registry holds words of it that its file does not.
    """

    title: str
    path: str
    at: datetime.datetime
    draft_id: int = 0
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class RecentPage:
    """Some documents, and where the next ones begin; None when these are the last."""

    documents: tuple[RecentDocument, ...]
    next: int | None


class PictureState(StrEnum):
    """What became of the picture of a document's first page."""

    DRAWN = "drawn"
    NONE = "none"  # không vẽ được
    MISSING = "missing"  # tệp không còn
    CONFIDENTIAL = "confidential"  # văn bản mật: không có ảnh


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a document's first page: its file where it is drawn."""

    state: PictureState
    file: str = ""
