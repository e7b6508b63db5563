"""How copies of issued documents are certified (bản sao): kinds, and what stands below the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyKind:
    """A kind of copy (hình thức sao).

    Attributes:
        title: as printed, e.g. "SAO Y".
        type_name: the type in `FormatProfile.types` that its number is formed with, in lower case;
            "" where copies bear no number.
        is_extract: only a part of the text is copied (trích sao).
    """

    id: str
    title: str
    type_name: str = ""
    is_extract: bool = False


@dataclass(frozen=True, slots=True)
class CopyForm:
    """What stands below a copied text, under a rule as wide as the text.

    Attributes:
        title_style: style of the kind's title; `title_place` is "right" (across from the copying
            body's name) or "left" (in place of its name).
        has_head: the copying body's name, number, place and date stand there too.
    """

    kinds: tuple[CopyKind, ...]
    title_style: str
    title_place: str
    has_head: bool
    source: str
    verified: str
