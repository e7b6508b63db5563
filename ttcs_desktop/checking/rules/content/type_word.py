"""What the text calls itself (tên loại trong lời văn): no other type left over from an old file."""

import re
from collections.abc import Iterator
from functools import cache

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.prose import MOST_LETTERS, is_cut, prose
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.checking.rules.content.citations import cited
from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.remembering import Finder
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.words import known

_MORE = ("chương trình hành động", "đề cương", "thông tư", "nghị định")
"""Types of documents, or what clerks call them, beside those that a number names."""
_ISSUING = frozenset({"quyết định", "nghị quyết"})
"""Types that bring another document with them, which the text then calls by its own type."""
_FREE = frozenset({"văn bản", "báo cáo", "dự án", "đề án", "phương án", "biên bản", "giấy mời"})
"""Words that mean many things beside a document."""


def type_word(case: Case) -> Iterator[Remark]:
    """Yield "Chương trình hành động này" in a document of another type."""
    own = fold(case.type_name)
    if not own or case.is_letter or own in _ISSUING:
        return
    named = {fold(one.mention.typed.type_name) for one in cited(case)}
    for one in prose(case):
        if one.component.annex or " này" not in one.text:
            continue
        for match in _pattern().finditer(one.folded):
            type_name = match["type"].lower()
            is_own = type_name == own or own in type_name
            if is_own or type_name in named or type_name in _FREE:
                continue
            yield Remark(
                _("Văn bản là {own} mà lời văn ghi “{found}”.").format(
                    own=upper_first(case.type_name), found=match[0]
                ),
                one.found(match),
                found=match[0],
                asked=_("{own} này").format(own=upper_first(case.type_name)),
            )


def too_long(case: Case) -> Iterator[Remark]:
    """Say that the words of a very long file were not all looked at."""
    if is_cut(case):
        yield Remark(
            _("Tệp rất dài: phần lời văn về cuối chưa được kiểm tra ngôn ngữ, nội dung."),
            found=_("hơn {count} chữ cái").format(count=MOST_LETTERS),
            asked=_("tách phụ lục ra tệp riêng"),
        )


@cache
def _pattern() -> Finder:
    names = sorted({*map(fold, known().types.values()), *map(fold, _MORE)}, key=len, reverse=True)
    types = "|".join(map(re.escape, names))
    return Finder(rf"(?<!các )(?<!những )(?<!\w)(?P<type>(?i:{types})) này(?!\w)")


RULES = (
    Rule(
        "content.type-word", Severity.WARNING, lambda: _("Tên loại trong lời văn"), no_clause,
        type_word,
    ),
    Rule("content.too-long", Severity.NOTE, lambda: _("Độ dài của tệp"), no_clause, too_long),
)  # fmt: skip
