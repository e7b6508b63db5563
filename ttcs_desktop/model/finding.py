"""What the checker finds in a file (kết quả kiểm tra thể thức), and how it may be mended."""

from dataclasses import dataclass
from typing import Any

from ttcs_desktop.model.appearance import Story
from ttcs_desktop.model.problem import Severity


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where something was found.

    Attributes:
        page: from 1; 0 when it cannot be told.
        paragraph: number of the paragraph in its story, from 1 in reading order; 0 for a finding
            on a section or on the whole file.
        section: number of the section, from 1.
        words: the words it concerns, shortened.
        start, end: where they stand in the text of the paragraph.
        part, order: finds the paragraph again, as in `appearance.Spot`.
    """

    page: int = 0
    paragraph: int = 0
    section: int = 1
    story: Story = Story.BODY
    words: str = ""
    start: int = 0
    end: int = 0
    part: str = ""
    order: int = -1


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Put other words in the place of some."""

    part: str
    order: int
    start: int
    end: int
    words: str
    kind: str = "words"


@dataclass(frozen=True, slots=True)
class ChangeLook:
    """Change how words look: fields of `WordsLook` with their new values."""

    part: str
    order: int
    start: int
    end: int
    look: dict[str, Any]
    kind: str = "look"


@dataclass(frozen=True, slots=True)
class ChangeParagraph:
    """Change how a paragraph stands: fields of `ParagraphLook` with their new values."""

    part: str
    order: int
    look: dict[str, Any]
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """Change the paper of a section (from 0): fields of `PrintedSection` with new values."""

    section: int
    look: dict[str, Any]
    kind: str = "section"


Change = ChangeWords | ChangeLook | ChangeParagraph | ChangeSection


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe way to mend a finding: what to change, and how it reads before and after."""

    changes: tuple[Change, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One point where a file and the rules differ (điểm chưa đúng thể thức).

    Attributes:
        rule: lasting id, e.g. "page.margins".
        clause: the clause the rule comes from, "" for practice.
        message: one sentence in the interface language.
        found, asked: what stands there and what the rule wants, in a few words.
        fix: None where only a person can decide.
    """

    rule: str
    severity: Severity
    message: str
    place: FindingPlace
    clause: str = ""
    found: str = ""
    asked: str = ""
    fix: Fix | None = None
