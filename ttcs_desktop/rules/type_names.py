"""Document types of a regime (tên loại văn bản) and their abbreviations."""

from functools import lru_cache

from ttcs_desktop.language.case import upper
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.format import FormatProfile, TypeName

_LETTER = "công văn"
_SUBMISSION = "tờ trình"


def is_letter(type_name: str) -> bool:
    """Tell whether a document is an official letter (công văn), which prints no type name."""
    return type_name.strip().lower() in ("", _LETTER)


def is_submission(type_name: str) -> bool:
    """Tell whether a document is a tờ trình, which is submitted to whom it goes."""
    return _key(type_name) == _SUBMISSION


@lru_cache(maxsize=256)
def known_type(type_name: str, format: FormatProfile) -> TypeName | None:  # noqa: A002
    """Return the type that a regime knows by a name, whatever its case and tone marks."""
    wanted = _key(type_name or _LETTER)
    return next((known for known in format.types if _key(known.name) == wanted), None)


def abbreviation(type_name: str, format: FormatProfile) -> str:  # noqa: A002
    """Return the abbreviation of a type in the symbol; of an unknown one, its initials."""
    known = known_type(type_name, format)
    if known and known.abbreviation:
        return known.abbreviation
    return "".join(upper(syllable[0]) for syllable in type_name.split())


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    return fold(name).casefold()
