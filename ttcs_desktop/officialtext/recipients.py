"""The recipients (Nơi nhận) as typed: entries over several lines, purposes, the filing line."""

import re
from dataclasses import dataclass, field

from ttcs_desktop.model.document import Level, Recipient, Recipients
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.lines import TextLine, bare, without_end
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.signatures import is_name, may_be_signature
from ttcs_desktop.officialtext.words import known

LABEL = "Nơi nhận"
_LABEL = re.compile(r"[*_]{0,3}Nơi nhận\s*[*_]{0,3}\s*(?::|$)[*_]{0,3}(?P<rest>.*)", re.IGNORECASE)
_FILING = re.compile(r"Lưu(?:\s*:\s*|\s+)(?P<filing>\S.*)")
_BRACE = re.compile(r"(?P<name>.*?)\s*(?<!\\)\}\s*(?:\((?P<purpose>[^()]*)\)\s*)?[.,;]*")
_BRACKET = re.compile(r"(?P<name>.*\S)\s*(?<!\\)\((?P<purpose>[^()]*)\)\s*[.,;]*")


def label(text: str) -> str | None:
    """Return what stands after `Nơi nhận:` on its line; None for any other line."""
    found = _LABEL.fullmatch(text) if len(text) < 1000 else None
    return found["rest"].strip() if found else None


@dataclass(slots=True)
class RecipientsReader:
    """Reads the lines under `Nơi nhận:`; `is_closed` once the filing line was read."""

    line: int
    entries: list[tuple[str, int]] = field(default_factory=list)
    filing: list[str] = field(default_factory=list)
    has_dashes: bool = False
    is_closed: bool = False
    is_apart: bool = False

    def read(self, text: str, line: TextLine) -> bool:
        """Take up a line, and tell whether it belongs to the recipients."""
        if not text:
            self.is_apart = bool(self.entries or self.filing)
            return True
        found = None if line.is_plain else marker(text)
        is_dashed = bool(found and found.level is Level.DASH)
        words = found.rest if found and is_dashed else text
        if self.is_closed and not self._goes_on(text, is_dashed=is_dashed):
            return False
        if self._is_filing(words, is_dashed=is_dashed):
            self.filing.append(words)
            self.is_closed = True
        elif is_dashed:
            self.entries.append((words, line.number))
            self.has_dashes = True
        elif not self._take(text, line.number):
            return False
        self.is_apart = False
        return True

    def _goes_on(self, text: str, *, is_dashed: bool) -> bool: ...

    def result(self, reader: InlineReader) -> Recipients:
        """Return the recipients, without dashes and end marks."""
        ...
