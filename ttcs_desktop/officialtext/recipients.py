"""The recipients (Nơi nhận) as typed: entries over several lines, purposes, the filing line."""

import re
from dataclasses import dataclass, field

from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import Level, Recipient, Recipients
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.lines import TextLine, is_escaped, starts_small, without_end
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.signatures import is_anchor, is_name, may_be_signature
from ttcs_desktop.officialtext.words import key, known

LABEL = "Nơi nhận"
_LABEL = re.compile(r"[*_]{0,3}Nơi nhận\s*[*_]{0,3}\s*(?::|$)[*_]{0,3}(?P<rest>.*)", re.IGNORECASE)
_LONGEST_LABEL = 1000
_FILING = re.compile(r"Lưu(?:\s*:\s*|\s+(?!ý\b))(?P<filing>\S.*)")
_BRACE = re.compile(r"\}\s*(?:\([^()]*\)\s*)?[.,;]*$")
_BRACKET = re.compile(r"\((?P<purpose>[^()]*)\)\s*[.,;]*$")
_PURPOSE = re.compile(r"\(([^()]*)\)")
_FEWEST_NAMES = 3
"""Lưu is a surname too."""
_ENTRY_ENDS = (",", ";", ".")


@remembered
def label(text: str) -> str | None:
    """Return what stands after `Nơi nhận:` on its line; None for any other line."""
    found = _LABEL.fullmatch(text) if len(text) < _LONGEST_LABEL else None
    return found["rest"].strip() if found else None


@remembered
def is_filing(text: str) -> bool:
    """Tell whether an entry is the filing line: `Lưu: VT`."""
    found = _FILING.match(text)
    if found is None:
        return False
    is_surname = len(text.split()) >= _FEWEST_NAMES and is_name(without_end(text))
    return not is_surname or key(found["filing"]).startswith(known().filing_places)


@remembered
def purpose_at(text: str) -> int | None:
    """Return where a brace or a bracket stands that ends an entry with what it is sent for."""
    found = _BRACE.search(text)
    if found and not is_escaped(text, found.start()):
        return found.start()
    found = _BRACKET.search(text)
    is_purpose = found and known().purpose.fullmatch(found["purpose"].strip())
    return found.start() if found and is_purpose and not is_escaped(text, found.start()) else None


@dataclass(slots=True)
class RecipientsReader:
    """Reads the lines under `Nơi nhận:`; `is_closed` once the filing line was read."""

    line: int
    entries: list[tuple[str, int]] = field(default_factory=list)
    filing: list[str] = field(default_factory=list)
    has_dashes: bool = False
    is_closed: bool = False
    is_apart: bool = False

    def read(self, line: TextLine) -> bool:
        """Take up a line, and tell whether it belongs to the recipients."""
        text = line.text
        if not text:
            self.is_apart = bool(self.entries or self.filing)
            return True
        found = None if line.is_plain else marker(text)
        is_dashed = bool(found and found.level is Level.DASH)
        words = found.rest if found and is_dashed else text
        if not is_dashed and not self._goes_on(line):
            return False
        self._take(words, line.number, is_dashed=is_dashed)
        self.is_apart = False
        return True

    def result(self, reader: InlineReader) -> Recipients:
        """Return the recipients, without dashes and end marks."""
        entries = (_recipient(text, line, reader) for text, line in self.entries)
        filing = (without_end(reader.plain(_filed(words))) for words in self.filing)
        return Recipients(
            tuple(entry for entry in entries if entry.name),
            without_end(", ".join(words for words in filing if words)),
            self.line,
        )

    def _take(self, words: str, line: int, *, is_dashed: bool) -> None:
        """Begin an entry, or go on with the one above."""
        is_new = is_dashed or not (self.has_dashes or self.is_closed or self._is_open())
        if is_filing(words) and (is_new or not self._is_open()):
            self.filing.append(words)
            self.is_closed = True
        elif is_new:
            self.entries.append((words, line))
            self.is_closed = False
        elif self.is_closed:
            self.filing[-1] += f" {words}"
        else:
            above, begun = self.entries[-1]
            self.entries[-1] = (f"{above} {words}", begun)
        self.has_dashes = self.has_dashes or is_dashed

    def _goes_on(self, line: TextLine) -> bool:
        """Tell whether a line without a dash is one more of the list, or goes on with it."""
        text = line.text
        if is_anchor(text):
            return False
        if not self.entries and not self.filing:
            return not may_be_signature(text) or text.endswith(_ENTRY_ENDS)
        if self.is_closed:
            is_open = not self.is_apart and not self._last().endswith(".")
            return is_open and (starts_small(text) or not may_be_signature(text))
        if self._is_open() and not self.is_apart:
            return True
        if self.is_apart and (self.has_dashes or not self._last().endswith((",", ";"))):
            return False
        return not may_be_signature(text)

    def _is_open(self) -> bool:
        """Tell whether the last entry has no end mark yet."""
        return bool(self._last()) and not self._last().endswith(_ENTRY_ENDS)

    def _last(self) -> str:
        if self.is_closed:
            return self.filing[-1]
        return self.entries[-1][0] if self.entries else ""


def _filed(words: str) -> str:
    found = _FILING.fullmatch(words)
    return found["filing"] if found else ""


def _recipient(text: str, line: int, reader: InlineReader) -> Recipient:
    """Read an entry: its name, and what it is sent for, after a brace or in a bracket."""
    start = purpose_at(text)
    if start is None:
        return Recipient(without_end(reader.plain(text)), line=line)
    purpose = _PURPOSE.search(text, start)
    return Recipient(
        without_end(reader.plain(text[:start])),
        reader.plain(purpose[1]) if purpose else "",
        line,
    )
