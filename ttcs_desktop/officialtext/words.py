"""The words by which official text is recognised: `resources/officialtext/words.toml`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from ttcs_desktop.codec import read_toml
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import fold
from ttcs_desktop.places import resources


@dataclass(frozen=True, slots=True)
class Words:
    """Known words, keyed as `key` returns them.

    Attributes:
        types: type names (tên loại) in lower case by key.
        abbreviations: what the number of a type may bear, by type name.
        titles: quốc hiệu, tiêu ngữ and tiêu đề.
        basis: how a legal basis starts; `first_basis` how the first of a list does.
        position: how a signer's title starts, in upper case.
        name_rest: how the second line of a long name starts, in upper case.
        foot_marks: which of `model.document.Marks` a label at the foot gives.
        annex_references: how the line starts that ties an annex to its document.
        filing_places: where a document is filed, as against a person called Lưu.
    """

    types: dict[str, str]
    abbreviations: dict[str, tuple[str, ...]]
    titles: frozenset[str]
    subject_lead: re.Pattern[str]
    secrecy: frozenset[str]
    urgency: frozenset[str]
    circulation: frozenset[str]
    no_media: frozenset[str]
    first_basis: re.Pattern[str]
    basis: re.Pattern[str]
    enacting: frozenset[str]
    signed: frozenset[str]
    position: re.Pattern[str]
    name_rest: re.Pattern[str]
    purpose: re.Pattern[str]
    foot_marks: dict[str, str]
    foot_labels: dict[str, str]
    annex_references: tuple[str, ...]
    filing_places: tuple[str, ...]


_HYPHENS = str.maketrans("–—‐‑", "----")


@remembered
def key(text: str) -> str:
    """Return text as known words are compared: one spelling and hyphen, small letters, no gaps."""
    return fold(" ".join(text.translate(_HYPHENS).split())).casefold()


@cache
def known() -> Words:
    """Return the known words; the file is read once.

    Raises:
        DataError: the file cannot be read.
    """
    data = read_toml(resources() / "officialtext" / "words.toml")
    head, marks, bases, ending = data["head"], data["marks"], data["bases"], data["ending"]
    types: dict[str, Any] = data["types"]
    return Words(
        types={key(name): name for name in types},
        abbreviations={name: tuple(listed) for name, listed in types.items()},
        titles=_keys(head["titles"]),
        subject_lead=_starting_with(head["subject_leads"], re.IGNORECASE),
        secrecy=_keys(marks["secrecy"]),
        urgency=_keys(marks["urgency"]),
        circulation=_keys(marks["circulation"]),
        no_media=_keys(marks["no_media"]),
        first_basis=_starting_with(bases["first"]),
        basis=_starting_with(bases["next"]),
        enacting=_keys(bases["enacting"]),
        signed=_keys(ending["signed"]),
        position=_starting_with(_capitals(ending["positions"])),
        name_rest=_starting_with(
            _capitals(ending["name_rests"]), but_not=_capitals(ending["names_after_all"])
        ),
        purpose=re.compile(
            rf"(?:để )?(?:{'|'.join(map(re.escape, ending['purposes']))})\b.*", re.IGNORECASE
        ),
        foot_marks={key(ending[name]): name for name in ("drafter", "contact")},
        foot_labels={"no_media": marks["no_media"][0]}
        | {name: ending[name] for name in ("drafter", "contact")},
        annex_references=tuple(map(key, ending["annex_references"])),
        filing_places=tuple(map(key, ending["filing_places"])),
    )


def abbreviations(type_name: str) -> tuple[str, ...]:
    """Return what the number of a type may bear; of an unknown type, its initials."""
    listed = known().abbreviations.get(type_name, ())
    return listed or ("".join(syllable[0] for syllable in type_name.split()).upper(),)


def is_abbreviation(letters: str) -> bool:
    """Tell whether letters abbreviate a type of document."""
    return any(letters in listed for listed in known().abbreviations.values())


def _keys(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word) for word in listed)


def _capitals(listed: Iterable[str]) -> Iterable[str]:
    return (fold(word).upper() for word in listed)


def _starting_with(
    listed: Iterable[str], flags: int = 0, but_not: Iterable[str] = ()
) -> re.Pattern[str]:
    """Match any of these words, whole, at the start of a text that starts with none of others."""
    exceptions = rf"(?!{_any_of(but_not)}(?!\w))" if but_not else ""
    return re.compile(rf"{exceptions}{_any_of(listed)}(?!\w)", flags)


def _any_of(listed: Iterable[str]) -> str:
    longest_first = sorted(listed, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
