"""What a Vietnamese syllable looks like (cấu tạo âm tiết), for spelling without a dictionary."""

import re
import unicodedata
from functools import lru_cache

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSETS = r"(?:ngh|ng|nh|gh|g|gi|kh|k|qu|ch|c|tr|th|t|ph|p|b|d|đ|h|l|m|n|r|s|v|x)?"
_RIMES = (
    r"(?:"
    r"uyêt|uyên|uych|uynh|uyt|uyu|uya|uyê|uy|oăc|oăm|oăn|oăng|oăt|oac|oai|oam|oan|oang|oanh|oach|oap|oat"
    r"|oao|oay|oeo|oen|oet|oem|oa|oe|oong|ooc"
    r"|uât|uân|uâng|uây|uê|uêch|uênh|uơ|uôc|uôi|uôm|uôn|uông|uôt|ua|ui|um|un|ung|up|ut|uc|u"
    r"|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưa|ưi|ưu|ưm|ưn|ưng|ưt|ưc|ư"
    r"|iêc|iêm|iên|iêng|iêp|iêt|iêu|ia|iu|im|in|inh|ip|it|ich|i"
    r"|yêm|yên|yêng|yêt|yêu|ynh|ych|yt|yp|y"
    r"|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|a|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây"
    r"|ec|em|en|eng|eo|ep|et|e|êch|êm|ên|ênh|êp|êt|êu|ê"
    r"|oc|oi|om|on|ong|op|ot|o|ôc|ôi|ôm|ôn|ông|ôp|ôt|ô|ơi|ơm|ơn|ơp|ơt|ơ"
    r")"
)
_SYLLABLE = re.compile(_ONSETS + _RIMES)
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_FRONT = frozenset("ieêy")
_BEFORE_FRONT = (
    ("ngh", True), ("gh", True), ("k", True), ("ng", False), ("g", False), ("c", False),
)  # fmt: skip
"""First letters that stand before i, e, ê, y only, or never."""
_SHARP = frozenset("\u0301\u0323")


@lru_cache(maxsize=20000)
def is_syllable(word: str) -> bool:
    """Tell whether a word in small letters may be a Vietnamese syllable: "nghành" is none."""
    parts = unicodedata.normalize("NFD", word)
    tones = _TONES.findall(parts)
    bare = unicodedata.normalize("NFC", _TONES.sub("", parts))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    if _STOPPED.search(bare) and not bare.endswith(("nh", "ng")) and not _SHARP.issuperset(tones):
        return False
    if _STOPPED.search(bare) and not tones:
        return False
    return _is_spelled(bare)


def _is_spelled(bare: str) -> bool:
    """Tell whether the first letters stand before the vowels that they may stand before."""
    for onset, is_front in _BEFORE_FRONT:
        if bare.startswith(onset) and not bare.startswith(("kh", "ch", "gi")):
            vowel = bare[len(onset) : len(onset) + 1]
            return (vowel in _FRONT) == is_front
    return True
