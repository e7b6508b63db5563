"""What is made by hand that Word should do: spaces, tabs, blank lines, squeezed letters."""

import re
from collections.abc import Hashable, Iterator
from itertools import pairwise
from typing import Any

from ttcs_desktop.checking.case import Case, LookedWords
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import look_fix, paragraph_fix, words_fix
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.checking.spoken import points
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part, Stretch
from ttcs_desktop.model.finding import Fix
from ttcs_desktop.model.problem import Severity

_RUNNING = (Part.TEXT, Part.ITEM, Part.ITEM_TITLE, Part.BASIS)
_CENTRED = (Part.TYPE_NAME, Part.SUBJECT, Part.ANNEX_TITLE, Part.ANNEX_LABEL)
_LEADING = re.compile(r"^(?:\t+[ \u00a0]*|[ \u00a0]{2,}\t*)")
_ROOM = re.compile(r"[ \u00a0]{6,}")
_BLANK = re.compile(r"[.…_]{2,}")
_LEAST_SPACING, _LEAST_SCALE = 0.2, 2.0


def hand_indent(case: Case) -> Iterator[Remark]:
    """Yield first lines that are indented with spaces or tabs (thụt dòng bằng dấu cách, tab)."""
    wanted = case.format.styles["body"].first_line_indent

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component in case.sure(*_RUNNING):
            paragraph = case.paragraph(component)
            is_free = paragraph.spot.cell is None and not paragraph.spot.box
            if (
                is_free
                and not case.is_blank(component)
                and _LEADING.match(paragraph.text)
                and paragraph.look.align != "center"
            ):
                yield "indent", component

    def told(component: Component) -> Remark:
        new = {"first_line": wanted.default if wanted else 0.0}
        return Remark(
            _("Đầu dòng thụt bằng dấu cách hoặc tab; dùng thụt dòng đầu của Word."),
            component,
            found=_("dấu cách, tab"),
            asked=_("thụt dòng đầu (First line)"),
            fix=_indented(case, component.paragraph, new),
        )

    yield from gathered(differing(), told)


def _indented(case: Case, index: int, look: dict[str, Any]) -> Fix:
    """Return a fix that takes the room before the words away and indents the line."""
    text = case.appearance.paragraphs[index].text
    room = Stretch(index, 0, len(text) - len(text.lstrip(" \t\u00a0")))
    indent = paragraph_fix(case, [index], look, _("dấu cách, tab"), _("thụt dòng đầu"))
    words = words_fix(case, room, "")
    changes = (*indent.changes, *(words.changes if words else ()))
    return Fix(changes, indent.before, indent.after)


def hand_centred(case: Case) -> Iterator[Remark]:
    """Yield lines that are put in the middle with spaces or tabs (căn giữa bằng dấu cách)."""

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component in case.sure(*_CENTRED):
            paragraph = case.paragraph(component)
            start = component.stretches[0].start
            before = paragraph.text[:start] + case.raw(component.stretches[0])
            if "\n" not in before and _LEADING.match(before) and _stands_alone(case, component):
                yield "centred", component

    def told(component: Component) -> Remark:
        return Remark(
            _("Dòng căn giữa bằng dấu cách hoặc tab; dùng lệnh căn giữa."),
            component,
            found=_("dấu cách, tab"),
            asked=_("căn giữa (Center)"),
        )

    yield from gathered(differing(), told)


def room_inside(case: Case) -> Iterator[Remark]:
    """Yield running text with much room in the middle of a line (khoảng trống giữa dòng)."""

    def differing() -> Iterator[tuple[Hashable, Stretch]]:
        for component in case.sure(*_RUNNING):
            text = case.paragraph(component).text
            found = _ROOM.search(text.strip())
            if found and not _BLANK.search(text):
                start = text.index(found[0])
                yield "room", Stretch(component.paragraph, start, start + len(found[0]))

    def told(at: Stretch) -> Remark:
        text = case.appearance.paragraphs[at.paragraph].text
        return Remark(
            _("Nhiều dấu cách liền nhau để đẩy chữ; dùng tab hoặc bảng."),
            at,
            found=_("{count} dấu cách").format(count=at.end - at.start),
            asked=_("một dấu cách"),
            words=text[max(0, at.start - 20) : at.end + 20],
        )

    yield from gathered(differing(), told)


def squeezed(case: Case) -> Iterator[Remark]:
    """Yield letters that are squeezed, spread or scaled (nén, giãn chữ)."""

    def differing() -> Iterator[tuple[Hashable, LookedWords]]:
        for component in case.components:
            if component.part is Part.RULE:
                continue
            for words in case.words(component):
                look = words.look
                is_spaced = abs(look.spacing) >= _LEAST_SPACING
                if is_spaced or abs(look.scale - 100) >= _LEAST_SCALE:
                    yield (round(look.spacing, 1), round(look.scale)), words

    def told(words: LookedWords) -> Remark:
        look = words.look
        found = (
            _("giãn cách chữ {points}").format(points=points(look.spacing))
            if look.spacing
            else _("tỉ lệ {scale}%").format(scale=round(look.scale))
        )
        return Remark(
            _("Chữ bị nén hoặc giãn ({found}).").format(found=found),
            words.stretch,
            found=found,
            asked=_("bình thường"),
            fix=look_fix(
                case, [words.stretch], {"spacing": 0.0, "scale": 100.0}, found, _("bình thường")
            ),
        )

    yield from gathered(differing(), told)


def blank_lines(case: Case) -> Iterator[Remark]:
    """Yield rows of empty paragraphs in the body (dòng trống để giãn cách)."""
    running = {
        stretch.paragraph
        for one in case.sure(*_RUNNING)
        for stretch in one.stretches
        if case.paragraph(one).spot.cell is None
    }
    drawn = {line.paragraph for line in case.appearance.lines}

    def differing() -> Iterator[tuple[Hashable, Stretch]]:
        for above, below in pairwise(sorted(running)):
            between = case.appearance.paragraphs[above + 1 : below]
            is_blank = all(one.is_empty and one.spot.cell is None for one in between)
            is_plain = drawn.isdisjoint(range(above + 1, below))
            if len(between) >= 1 and is_blank and is_plain:
                yield "blank", Stretch(above + 1, 0, 0)

    def told(at: Stretch) -> Remark:
        above = case.appearance.paragraphs[at.paragraph - 1].text
        return Remark(
            _("Giãn đoạn bằng dòng trống; dùng khoảng cách đoạn (Spacing)."),
            at,
            found=_("dòng trống"),
            asked=_("khoảng cách đoạn"),
            words=above[-40:],
        )

    yield from gathered(differing(), told)


def _stands_alone(case: Case, component: Component) -> bool:
    """Tell whether no other component stands on the same line."""
    return not any(
        one is not component and one.paragraph == component.paragraph for one in case.components
    )


RULES = (
    Rule("trick.indent", Severity.NOTE, lambda: _("Thụt dòng bằng tay"), no_clause, hand_indent),
    Rule("trick.centre", Severity.WARNING, lambda: _("Căn giữa bằng tay"), no_clause, hand_centred),
    Rule("trick.room", Severity.NOTE, lambda: _("Khoảng trống giữa dòng"), no_clause, room_inside),
    Rule("trick.letters", Severity.NOTE, lambda: _("Nén, giãn chữ"), no_clause, squeezed),
    Rule("trick.blank-lines", Severity.NOTE, lambda: _("Dòng trống"), no_clause, blank_lines),
)
