"""Annexes and the end of the text (phụ lục, dấu kết thúc)."""

import re
from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import words_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules.form.numbers import wrong_number
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part, Stretch
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.number import read_number
from ttcs_desktop.officialtext.words import key

_MENTION = re.compile(r"phụ lục|kèm theo|đính kèm|biểu mẫu|mẫu số")
_NUMERAL = re.compile(r"phụ lục\s+(?:số\s+)?([ivxlc]+|\d+)")
_TEXTS = frozenset({Part.TEXT, Part.ITEM, Part.CLOSING_NOTE, Part.ITEM_TITLE})
_ENDS = ".;:,/… "
_SYMBOL = re.compile(r"số\s*:?\s*([\d]+[a-zđ]{0,2})?\s*([-/][\w/.\-]+)")
_STATE_END = "./."


def reference(case: Case) -> Iterator[Remark]:
    """Yield annexes without the line that says which document they go with (kèm theo)."""
    numbers = {one.annex for one in case.all(Part.ANNEX_REFERENCE)}
    for component in case.sure(Part.ANNEX_LABEL):
        if component.annex not in numbers:
            asked = case.format.annex.reference_template
            yield Remark(
                _("Phụ lục thiếu dòng “(Kèm theo …)” dưới tên phụ lục."),
                component,
                found=_("không có"),
                asked=_plain(asked),
                verified=case.format.annex.verified,
            )


def reference_number(case: Case) -> Iterator[Remark]:
    """Yield a reference whose number is not that of the document (số trong dòng kèm theo)."""
    own = case.first(Part.NUMBER)
    read = read_number(own.text) if own else None
    if read is None or not read.symbol or wrong_number(case):
        return
    asked = f"{read.serial}{read.symbol}"

    def differing() -> Iterator[tuple[Hashable, tuple[Component, str]]]:
        for component in case.sure(Part.ANNEX_REFERENCE):
            found = _SYMBOL.search(component.text)
            if found is None or not found[2] or "…" in component.text:
                continue
            is_same = found[2].rstrip(".,)") == read.symbol
            is_numbered = not found[1] or not read.serial or found[1] == read.serial
            if not (is_same and is_numbered):
                told_number = f"{found[1] or ''}{found[2]}"
                yield told_number, (component, told_number)

    def told(place: tuple[Component, str]) -> Remark:
        component, found = place
        return Remark(
            _("Dòng kèm theo ghi số “{found}”, văn bản có số “{asked}”.").format(
                found=found, asked=asked
            ),
            component,
            found=found,
            asked=asked,
        )

    yield from gathered(differing(), told)


def mentioned(case: Case) -> Iterator[Remark]:
    """Yield annexes that the text does not refer to (văn bản phải có chỉ dẫn về phụ lục)."""
    labels = [*case.sure(Part.ANNEX_LABEL)]
    texts = [key(one.text) for one in case.components if one.part in _TEXTS and not one.annex]
    if labels and not any(_MENTION.search(text) for text in texts):
        yield Remark(
            _("Nội dung văn bản không nhắc đến phụ lục."),
            labels[0],
            found=_("không có chỉ dẫn"),
            asked=_("chỉ dẫn về phụ lục trong nội dung"),
        )


def numbering(case: Case) -> Iterator[Remark]:
    """Yield several annexes without numbers, or numbered out of order (đánh số phụ lục)."""
    labels = [*case.sure(Part.ANNEX_LABEL)]
    if len(labels) < 2:
        return
    bare = [one for one in labels if _NUMERAL.search(key(one.text)) is None]
    if bare:
        yield Remark(
            _("Có từ hai phụ lục trở lên thì mỗi phụ lục phải có số."),
            bare[0],
            found=bare[0].text,
            asked=_("số thứ tự"),
            verified=case.format.annex.verified,
        )
    for position, component in enumerate(labels, start=1):
        found = _NUMERAL.search(key(component.text))
        if found is not None and _value(found[1]) != position:
            yield Remark(
                _("Phụ lục thứ {position} mang số “{found}”.").format(
                    position=position, found=found[1].upper()
                ),
                component,
                found=found[1].upper(),
                asked=str(position),
            )


def annex_numerals(case: Case) -> Iterator[Remark]:
    """Yield annexes numbered as another regime does (Phụ lục I và Phụ lục 1)."""
    is_roman = case.format.annex.numerals == "roman"
    asked = _("số La Mã") if is_roman else _("số Ả Rập")

    def differing() -> Iterator[tuple[Hashable, tuple[Component, str]]]:
        for component in case.sure(Part.ANNEX_LABEL):
            numeral = component.text.split()[-1].strip(".:") if component.text.split() else ""
            is_arabic = numeral.isdecimal()
            is_numbered = is_arabic or (numeral and set(numeral.upper()) <= set("IVXL"))
            if is_numbered and is_arabic == is_roman:
                yield is_arabic, (component, numeral)

    def told(place: tuple[Component, str]) -> Remark:
        component, numeral = place
        return Remark(
            _("Phụ lục đánh bằng {asked}.").format(asked=asked),
            component,
            found=numeral,
            asked=asked,
            clause=case.format.annex.source,
            verified=case.format.annex.verified,
        )

    yield from gathered(differing(), told)


def own_page(case: Case) -> Iterator[Remark]:
    """Yield annexes that do not begin on a page of their own."""
    for component in case.sure(Part.ANNEX_LABEL):
        index = component.paragraph
        paragraph = case.appearance.paragraphs[index]
        above = case.appearance.paragraphs[index - 1] if index else None
        section = case.appearance.section_of(paragraph)
        is_new_section = above is not None and above.spot.section != paragraph.spot.section
        is_turned = (
            paragraph.look.starts_page
            or (is_new_section and section.starts_page)
            or "\f" in paragraph.text[: component.stretches[0].start]
            or (above is not None and "\f" in above.text)
            or (0 < (above.spot.last_page if above else 0) < paragraph.spot.page)
        )
        if above is not None and not is_turned:
            yield Remark(
                _("Phụ lục phải bắt đầu ở trang mới."),
                component,
                found=_("cùng trang"),
                asked=_("trang mới"),
            )


def end_mark(case: Case) -> Iterator[Remark]:
    """Yield a text that does not end with the format's end mark (dấu kết thúc)."""
    asked = case.format.end_mark
    last = _last_text(case)
    if not asked or last is None:
        return
    text = case.text(last).rstrip()
    is_right = text.endswith(asked) or (asked != _STATE_END and text.endswith(_STATE_END))
    if is_right or case.is_attached or text.endswith(("?", "!", "…", "...", ")")):
        return
    stretch = last.stretches[-1]
    raw = case.raw(stretch).rstrip()
    bare = raw.rstrip(_ENDS)
    at = Stretch(stretch.paragraph, stretch.start + len(bare), stretch.start + len(raw))
    yield Remark(
        _("Nội dung kết thúc bằng “{asked}”.").format(asked=asked),
        last,
        found=text[-20:],
        asked=asked,
        words=text[-40:],
        fix=words_fix(case, at, asked),
    )


def early_end_mark(case: Case) -> Iterator[Remark]:
    """Yield the State's end mark before the end of the text (./. giữa văn bản)."""
    last = _last_text(case)
    for component in case.all(Part.TEXT, Part.ITEM, Part.ITEM_TITLE):
        is_last = component is last or component.annex
        if not is_last and component.text.rstrip().endswith(_STATE_END):
            yield Remark(
                _("Dấu “./.” chỉ đặt ở cuối văn bản."),
                component,
                found=_STATE_END,
                asked=".",
                words=component.text[-40:],
            )


def _last_text(case: Case) -> Component | None:
    """Return the last running text of the document itself, the notes after it included."""
    wanted = (Part.TEXT, Part.ITEM, Part.CLOSING_NOTE)
    main = [one for one in case.components if not one.annex and one.part in wanted]
    ends = [one for one in case.components if one.part is Part.TABLE_TEXT and not one.annex]
    if not main or (ends and ends[-1].paragraph > main[-1].paragraph):
        return None
    return main[-1]


def _plain(template: str) -> str:
    return re.sub(r"\{\w+\}", "…", template)


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    digits = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    values = [digits[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def _clause(form: FormatProfile) -> str:
    return form.annex.source


def _end_clause(form: FormatProfile) -> str:
    return form.end_mark_source


RULES = (
    Rule("annex.reference", Severity.ERROR, lambda: _("Dòng kèm theo"), _clause, reference),
    Rule(
        "annex.reference-number",
        Severity.ERROR,
        lambda: _("Số trong dòng kèm theo"),
        _clause,
        reference_number,
    ),
    Rule("annex.mentioned", Severity.WARNING, lambda: _("Chỉ dẫn về phụ lục"), _clause, mentioned),
    Rule("annex.number", Severity.ERROR, lambda: _("Đánh số phụ lục"), _clause, numbering),
    Rule("annex.page", Severity.WARNING, lambda: _("Phụ lục ở trang mới"), _clause, own_page),
    Rule("ending.mark", Severity.WARNING, lambda: _("Dấu kết thúc"), _end_clause, end_mark),
    Rule(
        "ending.early",
        Severity.WARNING,
        lambda: _("Dấu kết thúc giữa văn bản"),
        _end_clause,
        early_end_mark,
        applies=lambda form: form.end_mark == _STATE_END,
    ),
    Rule(
        "regime.annex-number",
        Severity.ERROR,
        lambda: _("Số của phụ lục"),
        lambda form: form.annex.source,
        annex_numerals,
    ),
)
