"""Room and marks between words (dấu cách, dấu câu): standard typesetting, no clause.

Addresses, figures (1.250,5), TP.HCM, v.v. and ./. are left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.mending import words_fix
from ttcs_desktop.checking.prose import Prose, prose
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.checking.rules.content.letters import is_old
from ttcs_desktop.checking.word_lists import word_lists
from ttcs_desktop.i18n import _
from ttcs_desktop.language.remembering import Finder
from ttcs_desktop.model.component import Part, Stretch, Sureness
from ttcs_desktop.model.finding import Fix
from ttcs_desktop.model.problem import Severity

_MOST_SPACES = 3
"""More room than that sets something apart, or is left to be filled in."""
_DOUBLE = Finder(
    r"(?<=[^\s….])(?<!\bsố)(?<!\bngày)(?<!\btháng)(?<!\bnăm)"
    rf" {{2,{_MOST_SPACES}}}(?=[^\s…._])"
)
_BEFORE = Finder(r"(?<=[^\W_])[ \u00a0]+(?P<mark>[,;:!?]|\.(?![.\w/]))(?=\s|$)")
_AFTER = Finder(r"(?<=[^\W\d_])[,;:!?](?=[^\W\d_])|(?<=[\d)”\]])[,;](?=[^\W\d_])")
_STOP = Finder(r"(?P<word>[^\W\d_]+)\.(?=[^\W\d_])")
_INSIDE = Finder(r"(?<=[(\[“])[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?=[)\]”])")
_OUTSIDE = Finder(r"(?<=[^\W\d_])(?=[(\[“])|(?<=[)\]”])(?=[^\W\d_])")
_REPEATED = Finder(
    r",{2,}|;{2,}|:{2,}|(?<![.…/])\.\.(?![.…/\d])|[,;]\.(?![.…])|(?<![.…])\.[,;](?!\w)|[,;][;,]"
)
_ODD = re.compile(r"[()\[\]“”]")
_LABEL = re.compile(r"(?<![\w.])(?:[A-Za-zđĐ*]|[ivxIVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)\Z")
_OPEN = "([“"
_PAIRS = {mark: pair for pair in ("( )", "[ ]", "“ ”") for mark in pair.split()}


def _checked(case: Case) -> Iterator[Prose]:
    return (one for one in prose(case) if not is_old(case, one))


def double_spaces(case: Case) -> Iterator[Remark]:
    """Yield two or three spaces between words."""
    for one in _checked(case):
        if "  " not in one.plain or one.component.part in (Part.SUBJECT, Part.LETTER_SUBJECT):
            continue
        for match in _DOUBLE.finditer(one.plain, one.start):
            yield _mended(
                case, one, match.start(), match.end(), " ", _("Thừa dấu cách giữa hai chữ.")
            )


def space_before(case: Case) -> Iterator[Remark]:
    """Yield a space before a mark that stands at its word."""
    for one in _checked(case):
        for match in _BEFORE.finditer(one.plain, one.start):
            message = _("Thừa dấu cách trước “{mark}”.").format(mark=match["mark"])
            yield _mended(case, one, match.start(), match.start("mark"), "", message)


def space_after(case: Case) -> Iterator[Remark]:
    """Yield a mark with no space after it."""
    for one in _checked(case):
        for match in _AFTER.finditer(one.plain, one.start):
            yield _missing(case, one, match.start(), match[0])
        for match in _STOP.finditer(one.plain, one.start):
            if _ends_sentence(one.plain, match):
                yield _missing(case, one, match.end() - 1, ".")


def brackets(case: Case) -> Iterator[Remark]:
    """Yield room just inside brackets and quotation marks, and none outside them."""
    for one in _checked(case):
        for match in _INSIDE.finditer(one.plain, one.start):
            message = _("Thừa dấu cách bên trong dấu ngoặc.")
            yield _mended(case, one, match.start(), match.end(), "", message)
        for match in _OUTSIDE.finditer(one.plain, one.start):
            message = _("Thiếu dấu cách bên ngoài dấu ngoặc.")
            if not _is_plural(one.plain, match.start()):
                yield _mended(case, one, match.start(), match.end(), " ", message)


def unpaired(case: Case) -> Iterator[Remark]:
    """Yield brackets and quotation marks without their other half in the paragraph."""
    for line, position in _across(list(map(_odd_ones, _paragraphs(case)))):
        odd = line.text[position]
        is_sure = odd in "()[]" and line.component.sureness is not Sureness.GUESSED
        yield Remark(
            _("Dấu {mark} chưa có dấu đi cặp trong đoạn.").format(mark=odd),
            line.at(position, position + 1),
            found=odd,
            asked=_PAIRS[odd],
            severity=None if is_sure else Severity.NOTE,
            words=_around(line.text, position, position + 1),
        )


def _across(paragraphs: list[list[tuple[Prose, int]]]) -> Iterator[tuple[Prose, int]]:
    """Yield odd halves that the next paragraph does not close either."""
    nothing: list[tuple[Prose, int]] = []
    for here, following in zip_longest(paragraphs, paragraphs[1:], fillvalue=nothing):
        if here and following:
            (line, last), (other, first) = here[-1], following[0]
            opening, closing = line.text[last], other.text[first]
            if opening in _OPEN and closing not in _OPEN and _PAIRS[opening] == _PAIRS[closing]:
                del here[-1], following[0]
        yield from here


def _paragraphs(case: Case) -> Iterator[list[Prose]]:
    lines: dict[int, list[Prose]] = {}
    for one in _checked(case):
        lines.setdefault(one.stretch.paragraph, []).append(one)
    yield from lines.values()


def _odd_ones(lines: list[Prose]) -> list[tuple[Prose, int]]:
    """Return where brackets stand without their other half; that of "a)" needs none."""
    still_open: list[tuple[Prose, int]] = []
    odd: list[tuple[Prose, int]] = []
    for line in lines:
        for match in _ODD.finditer(line.plain):
            mark, place = match[0], (line, match.start())
            if mark in _OPEN:
                still_open.append(place)
                continue
            opened = [one for one in still_open if _PAIRS[one[0].text[one[1]]] == _PAIRS[mark]]
            if opened:
                still_open.remove(opened[-1])
            elif mark != ")" or not _LABEL.search(line.plain[: match.start()]):
                odd.append(place)
    return [*odd, *still_open]


def straight_quotes(case: Case) -> Iterator[Remark]:
    """Yield straight quotation marks, once for a file: print has curved ones."""
    lines = [one for one in _checked(case) if '"' in one.plain]
    if not lines:
        return
    first = lines[0]
    position = first.plain.index('"')
    around = _around(first.text, position, position + 1)
    fixes = [fix for line in lines for fix in _curved(case, line)]
    changes = tuple(change for fix in fixes for change in fix.changes)
    yield Remark(
        _("Dấu nháy thẳng; văn bản in dùng “ ”."),
        first.at(position, position + 1),
        found='"',
        asked="“ ”",
        fix=Fix(changes, '"…"', "“…”") if changes else None,
        words=around,
    )


def repeated_marks(case: Case) -> Iterator[Remark]:
    """Yield marks that stand twice or beside one that they exclude: `,,` `;.`."""
    for one in _checked(case):
        for match in _REPEATED.finditer(one.plain, one.start):
            if one.plain[max(0, match.start() - 3) : match.start()].endswith(("v.v", "./")):
                continue
            is_same = len(set(match[0])) == 1 and match[0][0] in ",;:"
            message = _("Thừa dấu câu “{marks}”.").format(marks=match[0])
            if is_same:
                yield _mended(case, one, match.start(), match.end(), match[0][0], message)
            else:
                yield Remark(
                    message,
                    one.found(match),
                    found=match[0],
                    asked=_("một dấu"),
                    words=_around(one.text, match.start(), match.end()),
                )


def doubled_words(case: Case) -> Iterator[Remark]:
    """Yield small words that were typed twice: của của."""
    pattern = _doubled()
    for one in _checked(case):
        for match in pattern.finditer(one.unquoted):
            yield Remark(
                _("Gõ thừa chữ “{word}”.").format(word=match[1]),
                one.found(match),
                found=match[0],
                asked=match[1],
            )


def _missing(case: Case, one: Prose, position: int, mark: str) -> Remark:
    message = _("Thiếu dấu cách sau “{mark}”.").format(mark=mark)
    return _mended(case, one, position, position + 1, f"{mark} ", message)


def _mended(case: Case, one: Prose, start: int, end: int, right: str, message: str) -> Remark:
    """Return a remark on some room, told with the words round it, and its fix."""
    stretch = one.at(start, end)
    before = _around(one.text, start, end)
    lead = one.text[:start].rpartition(" ")[2]
    tail = one.text[end:].split(" ", 1)[0] if one.text[end : end + 1] != " " else ""
    return Remark(
        message,
        stretch,
        found=before,
        asked=f"{lead}{right}{tail}".strip(),
        fix=_around_fix(case, stretch, right, before, f"{lead}{right}{tail}".strip()),
        words=before,
    )


def _around_fix(case: Case, stretch: Stretch, right: str, before: str, after: str) -> Fix | None:
    fix = words_fix(case, stretch, right)
    return replace(fix, before=before, after=after) if fix else None


def _around(text: str, start: int, end: int) -> str:
    """Return the words that a place touches."""
    left = text.rfind(" ", 0, max(0, start)) + 1
    right = text.find(" ", end)
    return text[left : right if right >= 0 else len(text)].strip() or text[start:end]


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether a full stop between letters ends a sentence: "…xong.Các đơn vị"."""
    before, after = match["word"], text[match.end() :]
    if before in _before_dots() or before.isupper() or len(before) == 1:
        return False
    following = re.match(r"[^\W\d_]+", after)
    return bool(following) and following[0][0].isupper() and not following[0].isupper()  # type: ignore[index]


def _is_plural(text: str, position: int) -> bool:
    """Tell whether brackets belong to their word: "người(s)", "H(2)"."""
    return (
        text[position : position + 3].startswith("(") and text[position + 2 : position + 3] == ")"
    )


def _curved(case: Case, one: Prose) -> Iterator[Fix]:
    """Yield the fix of each straight mark of a line where they come in pairs."""
    places = [index for index, letter in enumerate(one.plain) if letter == '"']
    if len(places) % 2 == 0:
        for number, place in enumerate(places):
            fix = words_fix(case, one.at(place, place + 1), "“”"[number % 2])
            if fix:
                yield fix


@cache
def _before_dots() -> frozenset[str]:
    return frozenset(word_lists("language")["before_dots"])


@cache
def _doubled() -> Finder:
    words = "|".join(map(re.escape, word_lists("language")["doubled"]))
    return Finder(rf"(?<!\w)({words}) +\1(?!\w)", re.IGNORECASE)


def _rule(
    name: str,
    title: Callable[[], str],
    check: Callable[[Case], Iterator[Remark]],
    weight: Severity = Severity.WARNING,
) -> Rule:
    return Rule(f"spacing.{name}", weight, title, no_clause, check)


RULES = (
    _rule("double", lambda: _("Một dấu cách giữa hai chữ"), double_spaces),
    _rule("before-mark", lambda: _("Không có dấu cách trước dấu câu"), space_before),
    _rule("after-mark", lambda: _("Có dấu cách sau dấu câu"), space_after),
    _rule("brackets", lambda: _("Dấu cách quanh dấu ngoặc, dấu nháy"), brackets),
    _rule("unpaired", lambda: _("Dấu ngoặc, dấu nháy đủ cặp"), unpaired),
    _rule("quotes", lambda: _("Dấu nháy cong"), straight_quotes, Severity.NOTE),
    _rule("repeated-mark", lambda: _("Không lặp dấu câu"), repeated_marks),
    _rule("doubled-word", lambda: _("Không gõ lặp chữ"), doubled_words),
)
