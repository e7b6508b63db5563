"""Upper and lower case (chữ hoa, chữ thường)."""


def upper(text: str) -> str:
    """Return text in capitals (chữ in hoa)."""
    return text.upper()


def upper_first(text: str) -> str:
    """Return text with its first letter in upper case (viết hoa chữ đầu)."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return text with its first letter in lower case (viết thường chữ đầu)."""
    return text[:1].lower() + text[1:]
