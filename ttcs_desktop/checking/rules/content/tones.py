"""Where tone marks stand (vị trí dấu thanh): hoà or hòa, as the unit or the format has it.

Only open syllables have two ways: Toàn, quý, thuyền are never touched. Names, words in capitals and
quotations keep their own way; no law chooses, so it is a hint.
"""

import re
from collections.abc import Hashable, Iterator
from functools import partial

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import words_fix
from ttcs_desktop.checking.prose import Prose, prose
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.i18n import _
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import in_spelling
from ttcs_desktop.model.component import Stretch
from ttcs_desktop.model.problem import Severity

_SYLLABLE = re.compile(r"[^\W\d_]+")
_MARKED = re.compile("[òóỏõọùúủũụàáảãạèéẻẽẹỳýỷỹỵ]", re.IGNORECASE)
_COMMON = frozenset({"uỷ", "ủy"})
"""Syllables that no name of a person or a place is, however they are written."""


def tone_marks(case: Case) -> Iterator[Remark]:
    """Yield words whose tone mark does not stand where the setting has it, as one remark."""
    spelling = case.format.spelling
    if spelling not in _SHOWN:
        return

    def told(found: tuple[Stretch, str, str]) -> Remark:
        stretch, typed, asked = found
        return Remark(
            _("“{typed}” theo cách bỏ dấu đã chọn viết là “{asked}”.").format(
                typed=typed, asked=asked
            ),
            stretch,
            found=typed,
            asked=asked,
            fix=words_fix(case, stretch, in_spelling(case.raw(stretch), spelling)),
        )

    def differing() -> Iterator[tuple[Hashable, tuple[Stretch, str, str]]]:
        kept = {word for name in case.settings.lexicon for word in name.split()}
        for one in prose(case):
            for match in _odd(one, spelling):
                if match[0] not in kept:
                    asked = in_spelling(match[0], spelling)
                    yield "tone", (one.found(match), match[0], asked)

    yield from gathered(differing(), told)


def _odd(one: Prose, spelling: str) -> Iterator[re.Match[str]]:
    if _SPELT[spelling](one.unquoted) == one.unquoted:
        return
    for match in _SYLLABLE.finditer(one.unquoted):
        word = match[0]
        is_name = word[0].isupper() and word.lower() not in _COMMON
        is_odd = not word.isupper() and _MARKED.search(word) and in_spelling(word, spelling) != word
        if is_odd and (not is_name or match.start() == one.start):
            yield match


_SHOWN = frozenset({"new", "old"})
_SPELT = {name: remembered(partial(in_spelling, spelling=name)) for name in _SHOWN}

RULES = (
    Rule(
        "language.tone-marks",
        Severity.NOTE,
        lambda: _("Vị trí dấu thanh theo thiết lập của đơn vị"),
        lambda form: form.spelling_source,
        tone_marks,
    ),
)
