"""Vietnamese letters (chữ cái): one way to write each, and a way to compare without marks."""

import unicodedata

from ttcs_desktop.language.remembering import remembered

POINT_LETTERS: tuple[str, ...] = tuple("abcdđeghiklmnopqrstuvxy")
"""Letters that number points (điểm), in order (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6đ)."""

_D = str.maketrans("đĐ", "dD")


def nfc(text: str) -> str:
    """Return text with each letter as one character (dựng sẵn, NFC)."""
    return unicodedata.normalize("NFC", text)


@remembered
def without_marks(text: str) -> str:
    """Return text without tone marks and diacritics (không dấu): "Đảng ủy" gives "Dang uy"."""
    parts = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare).translate(_D)
