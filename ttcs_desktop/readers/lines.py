"""Lines of official text to be (dòng), with how they stand in the .docx."""

import re
from dataclasses import dataclass, field

from ttcs_desktop.readers.dress import plain_words
from ttcs_desktop.readers.passages import Inline, Words, WordTable

_COLUMNS = re.compile(r"\s*\t\s*|\s{4,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, and how it stands.

    `is_placed`: it comes from a table that only places things. `is_apart`: room was left above it,
    or it begins a cell. `is_pinned`: it stands in a frame of its own. `is_turned`: its pages are
    landscape.
    """

    words: tuple[Inline, ...]
    text: str = field(init=False)
    """The words alone."""
    is_centred: bool = False
    is_placed: bool = False
    is_apart: bool = False
    is_pinned: bool = False
    is_turned: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain_words(self.words))

    @property
    def columns(self) -> list[str]:
        """Return the words that tabs or much room set side by side."""
        if self.is_placed:
            return [self.text]
        text = "".join([part.text for part in self.words if isinstance(part, Words)])
        if "\t" not in text and "    " not in text:
            return [self.text]
        return [" ".join(part.split()) for part in _COLUMNS.split(text.strip())]


@dataclass(frozen=True, slots=True)
class PageEnd:
    """What follows starts a new page."""


Entry = Line | WordTable | PageEnd
