"""Old encodings (bảng mã cũ): TCVN3 (.VnTime), VNI, and UTF-8 that was read as Latin-1.

The tables are facts of the encodings. Detection asks one question: do the words become Vietnamese
syllables when they are read that way, and are they none as they stand?
"""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from ttcs_desktop.language.letters import nfc


class Encoding(StrEnum):
    """How text that is not Unicode Vietnamese was written (bảng mã)."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    MOJIBAKE = "mojibake"


def detect(text: str) -> Encoding | None:
    """Tell which old encoding text seems to be in; None for proper text of any language."""
    words = _marked_words(text)
    if len(words) < _FEWEST_WORDS or _share(words) >= _MOST_AS_IT_STANDS:
        return None
    shares = {encoding: _share([read(word) for word in words]) for encoding, read in _READ.items()}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _FEWEST_AS_READ else None


def to_unicode(text: str, encoding: Encoding) -> str:
    """Turn text from an old encoding into Unicode; what the encoding does not know stays."""
    return nfc(_READ[encoding](text))


_FEWEST_WORDS = 2
_MOST_AS_IT_STANDS = 0.5
_FEWEST_AS_READ = 0.7
_WORDS_LOOKED_AT = 2000

# --- TCVN3 (ABC): one code for each letter; capitals only where a letter has no tone.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_TCVN3_TABLE = str.maketrans(_TCVN3 | {chr(0xF000 + ord(k)): v for k, v in _TCVN3.items()})
"""Fonts with a symbol map keep the codes in the private area, from U+F0A1."""
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def _bare(letter: str) -> str:
    """Return a letter without its tone, its own shape kept: "ằ" gives "ă"."""
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", letter)))


_CAPITAL_AND_CODE = {
    _bare(letter).upper() + letter: letter.upper()
    for letter in _TCVN3.values()
    if letter.islower() and _bare(letter) != letter
}
_CAPITAL_PAIR = re.compile("|".join(_CAPITAL_AND_CODE))


def _from_tcvn3(text: str) -> str:
    """Read TCVN3; a capital before its toned small letter makes one letter ("Aµ" is À).

    A line whose plain letters are all capitals was typed in a font of capitals (.VnTimeH).
    """
    read = _CAPITAL_PAIR.sub(
        lambda match: _CAPITAL_AND_CODE[match[0]], text.translate(_TCVN3_TABLE)
    )
    if read == text:
        return text
    lines = zip(text.split("\n"), read.split("\n"), strict=True)
    return "\n".join(new.upper() if _is_in_capitals(old) else new for old, new in lines)


def _is_in_capitals(line: str) -> bool:
    plain = [letter for letter in line if letter.isascii() and letter.isalpha()]
    return len(plain) > 1 and all(letter.isupper() for letter in plain)


# --- VNI: a letter followed by its mark.
_VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_HATS = dict(zip("âáàåãä", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True))
_VNI_BREVES = dict(zip("êéèúüë", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True))
_VNI_SINGLE = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))


def _vni_letters() -> dict[str, str]:
    pairs = {base + mark: base + tone for base in "aeouy" for mark, tone in _VNI_TONES.items()}
    pairs |= {
        code + mark: letter + tone
        for code, letter in (("ô", "ơ"), ("ö", "ư"))
        for mark, tone in _VNI_TONES.items()
    }
    pairs |= {b + mark: f"{b}\u0302{tone}" for b in "aeo" for mark, tone in _VNI_HATS.items()}
    pairs |= {"a" + mark: f"a\u0306{tone}" for mark, tone in _VNI_BREVES.items()}
    small = {code: nfc(letter) for code, letter in (pairs | _VNI_SINGLE).items()}
    capital = {
        code[0].upper() + mark: letter.upper()
        for code, letter in small.items()
        for mark in {code[1:], code[1:].upper()}
    }
    return small | capital


_VNI = _vni_letters()
_VNI_PATTERN = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def _from_vni(text: str) -> str:
    return _VNI_PATTERN.sub(lambda match: _VNI[match[0]], text)


# --- UTF-8 whose bytes were taken for Latin-1 or Windows-1252 letters.
def _byte_of(letter: str) -> int:
    try:
        return letter.encode("cp1252")[0]
    except UnicodeEncodeError:
        return ord(letter)


_BYTES = {
    chr(code): _byte_of(chr(code))
    for code in (
        *range(0x80, 0x100),
        *map(ord, "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"),
    )
}
_TAIL = "[" + "".join(re.escape(letter) for letter, b in _BYTES.items() if b < 0xC0) + "]"
_UTF8_PATTERN = re.compile(f"[à-ï]{_TAIL}{{2}}|[Â-ß]{_TAIL}|Ã (?=\\s|[.,;:)]|$)")


def _from_mojibake(text: str) -> str:
    return _UTF8_PATTERN.sub(_utf8_letter, text)


def _utf8_letter(match: re.Match[str]) -> str:
    typed = match[0]
    if typed == "Ã ":
        return "à"
    try:
        return bytes(_BYTES[letter] for letter in typed).decode("utf-8")
    except UnicodeDecodeError:
        return typed


_READ: dict[Encoding, Callable[[str], str]] = {
    Encoding.TCVN3: _from_tcvn3,
    Encoding.VNI: _from_vni,
    Encoding.MOJIBAKE: _from_mojibake,
}

# --- What a Vietnamese syllable looks like.
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh?|gi|kh?|qu|ch?|tr|th?|ph?|[bdđhlmnrsvx])?"
    r"(?:iê|yê|ươ|uô|uyê|uâ|uê|uơ|oă|oa|oe|oo|uya|uyu|uy|ia|ua|ưa|[aăâeêioôơuưy])"
    r"(?:ch|nh|ng|[cmnptiyou])?"
)
_EDGES = "\"'()[]{}<>.,;:!?/*_-“”‘’«»…–0123456789"
_PROPER_TONES = 1


def _marked_words(text: str) -> list[str]:
    """Return the words that hold more than plain letters, at most as many as are looked at."""
    words: list[str] = []
    for match in re.finditer(r"[^ \t\n\r]+", text):
        word = match[0].strip("\"'()[]{}<>.,;:!?/*_-0123456789")
        if not word.isascii():
            words.append(word)
            if len(words) == _WORDS_LOOKED_AT:
                break
    return words


def _share(words: list[str]) -> float:
    """Return which part of some words are Vietnamese syllables."""
    return sum(_is_syllable(word) for word in words) / len(words)


def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.strip(_EDGES).lower())
    if len(_TONES.findall(parts)) > _PROPER_TONES:
        return False
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", parts))))
