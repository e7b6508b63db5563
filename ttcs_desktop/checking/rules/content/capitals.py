"""Upper and lower case in the text (viết hoa): Phụ lục II, Nghị định 30/2020/NĐ-CP.

Names and phrases are data (resources/checking/capitals.toml). The Party's rules of form say nothing
of case: for its documents all but the start of a sentence is a hint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import words_fix
from ttcs_desktop.checking.prose import Prose, prose
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules.content.case_patterns import (
    Fixed,
    cited,
    fixed,
    hyphenated,
    joining,
    lunar,
    numbered,
    weekdays,
)
from ttcs_desktop.checking.word_lists import word_lists
from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.remembering import Finder
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Regime

_DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục II, {clause}"
_SENTENCE = Finder(r"(?P<word>[^\W\d_]{2,})(?P<close>[)”\]]?)[.?!] +(?P<start>[^\W\d_])")
_ITEMS = frozenset({Part.ITEM, Part.ITEM_TITLE, Part.TEXT})


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Letters in the wrong case, with how they should be."""

    line: Prose
    start: int
    end: int
    asked: str
    clause: str
    is_sure: bool = True


def sentence(case: Case) -> Iterator[Remark]:
    """Yield sentences that begin with a small letter."""
    for one in prose(case):
        for match in _SENTENCE.finditer(one.plain, one.start):
            start = match["start"]
            is_short = match["word"] in _before_dots() or match["word"].isupper()
            if start.islower() and not is_short:
                yield _remark(
                    case,
                    _Wrong(one, match.start("start"), match.end(), start.upper(), "mục I"),
                    _("Đầu câu phải viết hoa."),
                )


def new_line(case: Case) -> Iterator[Remark]:
    """Yield paragraphs and list items that begin with a small letter; once for a file."""
    lines = [
        one
        for one in prose(case)
        if one.is_first
        and one.component.part in _ITEMS
        and one.text[one.start : one.start + 1].islower()
        and one.plain[one.start : one.start + 1] != "0"
        and " " in one.text[one.start :]
    ]
    if not lines:
        return
    remarks = [
        _remark(case, wrong, _("Đầu đoạn, đầu dòng phải viết hoa."))
        for one in lines
        for wrong in (
            _Wrong(one, one.start, one.start + 1, _upper_at(one), "mục I", is_sure=False),
        )
    ]
    yield from gathered((("new-line", remark) for remark in remarks), lambda remark: remark)


def _upper_at(one: Prose) -> str:
    return one.text[one.start].upper()


def names(case: Case) -> Iterator[Remark]:
    """Yield names and phrases that are written in one way only."""
    pattern, listed = fixed()
    for one in prose(case):
        text = one.folded
        for match in pattern.finditer(text):
            name = listed[match[0].casefold()]
            if not _is_right(
                match[0], name, starts=match.start() == one.start or _opens(text, match)
            ):
                typed = one.text[match.start() : match.end()]
                asked = _cased_like(typed, name.text)
                yield _remark(
                    case,
                    _Wrong(one, match.start(), match.end(), asked, name.clause, name.is_sure),
                    _("“{typed}” viết đúng là “{asked}”.").format(typed=typed, asked=asked),
                )


def patterns(case: Case) -> Iterator[Remark]:
    """Yield words whose case depends on what stands beside them: điều 5, Khoản 2, nghị định số."""
    for one in prose(case):
        if one.text.isupper():
            continue
        for match, asked, clause, is_sure in _by_pattern(one):
            typed = one.text[match.start() : match.end()]
            if typed != asked:
                yield _remark(
                    case,
                    _Wrong(one, match.start(), match.end(), asked, clause, is_sure),
                    _("“{typed}” viết đúng là “{asked}”.").format(typed=typed, asked=asked),
                )


def _by_pattern(one: Prose) -> Iterator[tuple[re.Match[str], str, str, bool]]:
    text, starts = one.unquoted, one.start
    for match, asked, clause in (*cited(text, starts), *numbered(text)):
        yield match, asked, clause, True
    for match, asked, clause in (*joining(text), *lunar(text), *weekdays(text), *hyphenated(text)):
        yield match, asked, clause, False


def _remark(case: Case, wrong: _Wrong, message: str) -> Remark:
    one = wrong.line
    stretch = one.at(wrong.start, wrong.end)
    typed = one.text[wrong.start : wrong.end]
    is_word = len(typed) > 1
    shown = typed if is_word else _word_at(one.text, wrong.start)
    asked = wrong.asked if is_word else upper_first(shown)
    return Remark(
        message,
        stretch,
        found=shown,
        asked=asked,
        clause=_clause(case.format, wrong.clause),
        severity=_weight(case.format, wrong),
        words=shown,
        fix=words_fix(case, stretch, wrong.asked),
    )


def _weight(form: FormatProfile, wrong: _Wrong) -> Severity | None:
    is_opening = wrong.clause == "mục I"
    if not wrong.is_sure or (_is_party(form) and not is_opening):
        return Severity.NOTE
    return None


def _clause(form: FormatProfile, clause: str) -> str:
    return "" if _is_party(form) else _DECREE.format(clause=clause)


def _is_party(form: FormatProfile) -> bool:
    return form.regime in (Regime.PARTY, Regime.YOUTH)


def _whole_clause(form: FormatProfile) -> str:
    return _clause(form, "").rstrip(", ")


def _is_right(typed: str, name: Fixed, *, starts: bool) -> bool:
    wanted = fold(name.text)
    if typed == wanted or typed.isupper():
        return True
    return (starts or name.is_free) and typed[1:] == wanted[1:]


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell whether a match begins a sentence."""
    before = text[: match.start()].rstrip()
    return not before or before[-1] in ".?!:“("


def _cased_like(typed: str, name: str) -> str:
    """Return the letters as typed in the case of a name: where tone marks stand is left alone."""
    return "".join(
        letter.upper() if right.isupper() else letter.lower()
        for letter, right in zip(typed, name, strict=True)
    )


def _word_at(text: str, start: int) -> str:
    found = re.compile(r"\w+").match(text, start)
    return found[0] if found else text[start : start + 1]


@cache
def _before_dots() -> frozenset[str]:
    return frozenset(word_lists("language")["before_dots"])


RULES = (
    Rule(
        "capitals.sentence", Severity.WARNING, lambda: _("Viết hoa đầu câu"), _whole_clause,
        sentence,
    ),
    Rule(
        "capitals.new-line", Severity.NOTE, lambda: _("Viết hoa đầu đoạn, đầu dòng"), _whole_clause,
        new_line,
    ),
    Rule(
        "capitals.names", Severity.WARNING, lambda: _("Viết hoa tên riêng, tên cơ quan"),
        _whole_clause, names,
    ),
    Rule(
        "capitals.words", Severity.WARNING,
        lambda: _("Viết hoa tên loại văn bản, điều khoản viện dẫn, thứ, năm âm lịch"),
        _whole_clause, patterns,
    ),
)  # fmt: skip
