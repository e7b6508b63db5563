"""Abbreviations (chữ viết tắt): explained where they first stand, unless all know them."""

import re
from collections.abc import Iterator
from functools import cache

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.prose import Prose, once, prose
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules.content.citations import cited
from ttcs_desktop.checking.word_lists import word_lists
from ttcs_desktop.i18n import _
from ttcs_desktop.language.remembering import Finder
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity

_SHORT = Finder(r"(?<![\w./&-])(?P<word>[A-ZĐ]{2,8})(?![\w/&]|-[A-ZĐ\d]|\.\w)")
_EXPLAINED = Finder(
    r"\((?:[^()]{0,40}?(?:tắt|gọi|là|là:)\s+)?[“\"]?(?P<word>[A-ZĐ]{2,8})[”\"]?\)"
    r"|(?:viết|gọi) tắt(?: là)?:? [“\"]?(?P<told>[A-ZĐ]{2,8})"
)
_ROMAN = re.compile(r"[IVXLCDM]+")
_CHECKED = frozenset({Part.TEXT, Part.ITEM, Part.ITEM_TITLE, Part.BASIS, Part.SUBJECT})


def unexplained(case: Case) -> Iterator[Remark]:
    """Yield abbreviations that the text never explains, each once."""
    places = once(case, _explained)
    for one, match in once(case, _first_uses):
        if match["word"] not in places:
            yield _remark(
                one, match, _("Chữ viết tắt “{word}” chưa được giải thích trong văn bản.")
            )


def too_late(case: Case) -> Iterator[Remark]:
    """Yield abbreviations that are used before they are explained."""
    places = once(case, _explained)
    order = {id(one): index for index, one in enumerate(prose(case))}
    for one, match in once(case, _first_uses):
        place = places.get(match["word"])
        if place is not None and (order[id(one)], match.start()) < place:
            yield _remark(one, match, _("Chữ viết tắt “{word}” dùng trước chỗ giải thích."))


def _remark(one: Prose, match: re.Match[str], message: str) -> Remark:
    word = match["word"]
    return Remark(
        message.format(word=word),
        one.found(match, "word"),
        found=word,
        asked=_("viết đủ lần đầu, kèm ({word})").format(word=word),
    )


def _explained(case: Case) -> dict[str, tuple[int, int]]:
    """Return where each abbreviation is explained: which line, which letter."""
    places: dict[str, tuple[int, int]] = {}
    for index, one in enumerate(prose(case)):
        for match in _EXPLAINED.finditer(one.plain):
            places.setdefault(match["word"] or match["told"], (index, match.start()))
    return places


def _first_uses(case: Case) -> tuple[tuple[Prose, re.Match[str]], ...]:
    return tuple(_uses(case))


def _uses(case: Case) -> Iterator[tuple[Prose, re.Match[str]]]:
    seen: set[str] = set(_known()) | {name.strip() for name in case.settings.lexicon}
    spans = _symbols(case)
    for one in prose(case):
        if one.component.part not in _CHECKED or _is_shouted(one.text):
            continue
        for match in _SHORT.finditer(one.unquoted):
            word = match["word"]
            is_inside = any(start <= match.start() < end for start, end in spans.get(id(one), ()))
            if word in seen or is_inside or _ROMAN.fullmatch(word) or _in_capitals(one, match):
                continue
            seen.add(word)
            yield one, match


def _symbols(case: Case) -> dict[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for one in cited(case):
        spans.setdefault(id(one.line), []).append((one.start, one.start + len(one.text)))
    return spans


def _is_shouted(text: str) -> bool:
    return sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text))


def _in_capitals(one: Prose, match: re.Match[str]) -> bool:
    """Tell whether the word beside is in capitals too: words that are shouted, not shortened."""
    before = one.text[: match.start()].split()[-1:]
    after = one.text[match.end() :].split()[:1]
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in (*before, *after))


@cache
def _known() -> frozenset[str]:
    return frozenset(word_lists("abbreviations")["known"])


def _clause(form: FormatProfile) -> str:
    return form.citation.source


RULES = (
    Rule(
        "abbreviations.unexplained", Severity.NOTE, lambda: _("Giải thích chữ viết tắt"), _clause,
        unexplained,
    ),
    Rule(
        "abbreviations.too-late", Severity.WARNING,
        lambda: _("Giải thích chữ viết tắt trước khi dùng"), _clause, too_late,
    ),
)  # fmt: skip
