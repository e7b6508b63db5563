"""Spelling (chính tả): a hint, never more.

Each syllable is looked up in the Vietnamese word list of hunspell where the machine has one
(hunspell-vi, LibreOffice, or vi_VN.dic in the clerk's own folder); without one, only what cannot be
a Vietnamese syllable at all is told. That list is under the GPL-2, so the product does not ship it.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.prose import HIDDEN, prose
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.checking.rules.content.letters import is_old
from ttcs_desktop.checking.word_lists import word_lists
from ttcs_desktop.i18n import _
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.syllables import is_syllable
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.places import user_data

_WORD = re.compile(r"(?<![\w.'’/@-])[^\W\d_²³]+(?![\w'’/@-])")
_PLACES = (
    "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell",
    "/usr/lib/libreoffice/share/extensions/dict-vi",
    "C:/Program Files/LibreOffice/share/extensions/dict-vi",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-vi",
)  # fmt: skip
_NAMES = ("vi_VN.dic", "vi.dic")
_OTHER_SCRIPT = re.compile("[\u0370-\u04ff]")
_SHORTEST = 3
_MOST = 50
"""Words told of one file: more than that is another language."""


def spelling(case: Case) -> Iterator[Remark]:
    """Yield syllables that no Vietnamese word has, each once."""
    known = dictionary()
    passed = set(foreign()) | {
        word.casefold() for name in case.settings.lexicon for word in name.split()
    }
    told = 0
    for one in prose(case):
        if is_old(case, one):
            continue
        for match in unknown_words(one.unquoted, known, passed, start=one.start):
            passed.add(match[0].casefold())
            told += 1
            if told > _MOST:
                return
            yield Remark(
                _("“{word}” không có trong từ điển.").format(word=match[0]),
                one.found(match),
                found=match[0],
                asked=_("xem lại chính tả"),
            )


def confused(case: Case) -> Iterator[Remark]:
    """Yield words that are often mistaken for another: sát nhập, bổ xung."""
    pattern, listed = _confused()
    for one in prose(case):
        for match in pattern.finditer(one.folded):
            asked = listed[match[0].casefold()]
            yield Remark(
                _("“{typed}” viết đúng là “{asked}”.").format(
                    typed=one.text[match.start() : match.end()], asked=asked
                ),
                one.found(match),
                found=one.text[match.start() : match.end()],
                asked=asked,
            )


def unknown_words(
    text: str, known: frozenset[str], passed: Collection[str], *, start: int = 0
) -> Iterator[re.Match[str]]:
    """Yield the words of a text that are no syllables of the language.

    `known` are those of the dictionary, `passed` words that are right all the same. Names are left
    out: words with a capital that stand elsewhere than at `start`, where the sentence begins.
    """
    pattern, _listed = _confused()
    text = pattern.sub(lambda match: HIDDEN * len(match[0]), text)
    for match in _WORD.finditer(text):
        word = match[0]
        is_name = word[0].isupper() and match.start() != start
        if is_name or len(word) == 1 or word.isupper() or word.casefold() in passed:
            continue
        if not _is_spelled(word, known):
            yield match


@lru_cache(maxsize=20000)
def _is_spelled(word: str, known: frozenset[str]) -> bool:
    small = fold(nfc(word).lower())
    if _OTHER_SCRIPT.search(word):
        return True
    if small.isascii() and (not known or len(small) < _SHORTEST):
        return True
    return small in known if known else is_syllable(small)


@cache
def dictionary() -> frozenset[str]:
    """Return the syllables of the word list that the machine has; none where it has none."""
    for folder in (user_data() / "dictionaries", *map(Path, _PLACES)):
        for name in _NAMES:
            try:
                lines = (folder / name).read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError):
                continue
            return frozenset(
                fold(nfc(part).lower())
                for line in lines
                for part in line.partition("/")[0].split()
                if not part.isdigit()
            )
    return frozenset()


@cache
def foreign() -> frozenset[str]:
    """Return words of other languages that documents use as they are."""
    return frozenset(word_lists("language")["spelling"]["foreign"])


@cache
def _confused() -> tuple[re.Pattern[str], dict[str, str]]:
    listed = {
        fold(wrong).casefold(): right for wrong, right in word_lists("language")["confused"].items()
    }
    words = "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), listed


RULES = (
    Rule("language.spelling", Severity.NOTE, lambda: _("Chính tả"), no_clause, spelling),
    Rule("language.confused", Severity.WARNING, lambda: _("Từ hay nhầm"), no_clause, confused),
)
