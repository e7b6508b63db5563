"""How words start and stand in upper case (viết hoa) where the format asks for it."""

from ttcs_desktop.language.case import lower_first


def lower_start(text: str) -> str:
    """Start in lower case, unless the first words are a name or an abbreviation.

    "Về công tác" becomes "về công tác"; "Khánh Hòa năm 2026" and "UBND tỉnh" stay.
    """
    first, _, rest = text.partition(" ")
    is_abbreviation = len(first) > 1 and first[1:] != first[1:].lower()
    is_name = rest[:1].isupper()
    return text if is_abbreviation or is_name else lower_first(text)
