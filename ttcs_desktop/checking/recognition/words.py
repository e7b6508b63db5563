"""The words by which components are told apart: `resources/checking/words.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from ttcs_desktop.codec import read_toml
from ttcs_desktop.officialtext.words import key
from ttcs_desktop.places import resources


@dataclass(frozen=True, slots=True)
class CheckWords:
    """Known starts of lines, to be matched against `key(text)`."""

    parent: re.Pattern[str]
    issuer: re.Pattern[str]
    contact: re.Pattern[str]
    collective: re.Pattern[str]
    body_in_title: re.Pattern[str]
    subject_start: re.Pattern[str]
    signature_blank: re.Pattern[str]
    name_blank: re.Pattern[str]
    legal_acts: frozenset[str]
    """Types that are always legal acts, as `key` returns them (văn bản quy phạm pháp luật)."""
    legal_types: frozenset[str]
    """Types that are legal acts when their symbol holds the year."""
    bare: frozenset[str]
    """Types of documents that have no subject (trích yếu)."""


@cache
def check_words() -> CheckWords:
    """Return the words; the file is read once.

    Raises:
        DataError: the file cannot be read.
    """
    data = read_toml(resources() / "checking" / "words.toml")
    return CheckWords(
        parent=_any(data["parent_starts"], "^"),
        issuer=_any(data["issuer_starts"], "^"),
        contact=_any(data["contact_signs"], r"(?<!\w)"),
        collective=_any(data["collective_starts"], "^"),
        body_in_title=_any(data["body_in_title"], r"(?<!\w)"),
        subject_start=_any(data["subject_starts"], "^"),
        signature_blank=_any(data["signature_blanks"], "^"),
        name_blank=_any(data["name_blanks"], "^"),
        legal_acts=frozenset(map(key, data["legal_acts"])),
        legal_types=frozenset(data["legal_types"]),
        bare=frozenset(data["types_without_subject"]),
    )


def _any(listed: list[str], before: str) -> re.Pattern[str]:
    longest_first = sorted(map(key, listed), key=len, reverse=True)
    return re.compile(rf"{before}(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
