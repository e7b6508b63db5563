"""The page number: where, how, and from which page on (số trang)."""

import re
from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import paragraph_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.spoken import millimetres
from ttcs_desktop.i18n import _
from ttcs_desktop.model.appearance import Pages, PrintedPageNumber, Story
from ttcs_desktop.model.component import Part, Stretch
from ttcs_desktop.model.finding import ChangeSection, Fix
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Regime

_ON_ONE_PAGE = 2200
"""Letters that may stand on one page."""
_DISTANCE_TOLERANCE = 3.0
_TYPED = re.compile(r"\W*(?:trang\W*)?\d{1,3}\W*", re.IGNORECASE)


def missing(case: Case) -> Iterator[Remark]:
    """Yield a document of several pages without page numbers."""
    if case.appearance.page_numbers or not _has_pages(case) or _typed(case):
        return
    yield Remark(
        _("Văn bản nhiều trang mà không có số trang."),
        section=0,
        found=_("không có"),
        asked=_("số trang, giữa lề trên"),
    )


def typed(case: Case) -> Iterator[Remark]:
    """Yield a page number that is typed by hand: it is the same on every page."""
    for index in _typed(case)[:1]:
        paragraph = case.appearance.paragraphs[index]
        yield Remark(
            _("Số trang gõ tay, trang nào cũng như nhau; phải chèn trường số trang."),
            Stretch(index, 0, len(paragraph.text)),
            found=paragraph.text.strip(),
            asked=_("trường số trang (PAGE)"),
        )


def place(case: Case) -> Iterator[Remark]:
    """Yield page numbers at the foot of the page."""
    for number in _each(case):
        if number.story is Story.FOOTER:
            yield Remark(
                _("Số trang ở cuối trang; thể thức là giữa lề trên."),
                _at(case, number),
                found=_("cuối trang"),
                asked=_("giữa lề trên"),
            )


def alignment(case: Case) -> Iterator[Remark]:
    """Yield page numbers that do not stand in the middle."""
    for number in _each(case):
        look = case.appearance.paragraphs[number.paragraph].look
        if look.align == "center" or case.appearance.paragraphs[number.paragraph].spot.box:
            continue
        yield Remark(
            _("Số trang phải căn giữa."),
            _at(case, number),
            found=look.align,
            asked=_("căn giữa"),
            fix=paragraph_fix(
                case, [number.paragraph], {"align": "center"}, look.align, _("căn giữa")
            ),
        )


def first_page(case: Case) -> Iterator[Remark]:
    """Yield a section whose first page shows its number (không hiển thị ở trang thứ nhất)."""
    if case.format.page_number.shown_on_first_page:
        return
    for number, section in enumerate(case.appearance.sections):
        begins = number == 0 or _is_annex(case, number)
        shown = [one for one in case.appearance.page_numbers if one.section == number]
        wanted = Pages.FIRST if section.has_first_page else Pages.DEFAULT
        told = [one for one in shown if one.pages is wanted]
        if begins and number == 0 and told:
            yield Remark(
                _("Trang thứ nhất không đánh số."),
                section=number,
                found=_("có số ở trang 1"),
                asked=_("số trang từ trang 2"),
                fix=Fix(
                    (ChangeSection(number, {"has_first_page": True}),),
                    _("có số ở trang 1"),
                    _("số trang từ trang 2"),
                )
                if wanted is Pages.DEFAULT
                else None,
            )


def only_number(case: Case) -> Iterator[Remark]:
    """Yield page numbers with words or signs round them, or not in Arabic figures."""
    for number in _each(case):
        paragraph = case.appearance.paragraphs[number.paragraph]
        around = "".join(words.text for words in paragraph.words if not words.field)
        section = case.appearance.sections[number.section]
        if section.number_format not in {"decimal", "numberInDash"} or around.strip():
            yield Remark(
                _("Số trang chỉ ghi chữ số Ả Rập, không kèm chữ hay dấu."),
                _at(case, number),
                found=paragraph.text.strip() or section.number_format,
                asked="2, 3, 4 …",
            )


def distance(case: Case) -> Iterator[Remark]:
    """Yield page numbers too far from the upper edge, where the rule says how far (10 mm)."""
    wanted = case.format.page_number.distance_from_top
    numbers = case.appearance.page_numbers
    sections = {one.section for one in numbers if one.story is Story.HEADER}

    def differing() -> Iterator[tuple[Hashable, int]]:
        for number in sorted(sections):
            found = case.appearance.sections[number].header
            if abs(found - wanted) > _DISTANCE_TOLERANCE:
                yield round(found), number

    def told(number: int) -> Remark:
        found = millimetres(case.appearance.sections[number].header)
        asked = millimetres(wanted)
        return Remark(
            _("Số trang cách mép trên {found}; thể thức là {asked}.").format(
                found=found, asked=asked
            ),
            section=number,
            found=found,
            asked=asked,
            verified=case.format.page_number.verified,
            fix=Fix((ChangeSection(number, {"header": wanted}),), found, asked),
        )

    yield from gathered(differing(), told)


def start(case: Case) -> Iterator[Remark]:
    """Yield a document that does not count its pages from 1."""
    first = case.appearance.sections[0].first_number
    if case.appearance.page_numbers and first not in (None, 0, 1):
        yield Remark(_("Số trang phải bắt đầu từ 1."), section=0, found=str(first), asked="1")


def _each(case: Case) -> Iterator[PrintedPageNumber]:
    """Yield every paragraph that holds a page number, once; of equal ones the first."""
    seen: set[Hashable] = set()
    for number in case.appearance.page_numbers:
        paragraph = case.appearance.paragraphs[number.paragraph]
        kind = (
            number.story,
            paragraph.look,
            tuple((one.text, one.look) for one in paragraph.words),
        )
        if kind not in seen:
            seen.add(kind)
            yield number


def _at(case: Case, number: PrintedPageNumber) -> Stretch:
    paragraph = case.appearance.paragraphs[number.paragraph]
    return Stretch(number.paragraph, 0, len(paragraph.text))


def _typed(case: Case) -> list[int]:
    """Return paragraphs of headers and footers that are a number and no field."""
    numbered = {one.paragraph for one in case.appearance.page_numbers}
    return [
        index
        for index, paragraph in enumerate(case.appearance.paragraphs)
        if paragraph.spot.story in {Story.HEADER, Story.FOOTER}
        and index not in numbered
        and paragraph.text.strip()
        and _TYPED.fullmatch(paragraph.text.strip())
    ]


def _has_pages(case: Case) -> bool:
    paragraphs = case.body_paragraphs()
    if case.appearance.knows_pages:
        return max((one.spot.last_page for _index, one in paragraphs), default=1) > 1
    main = [one for one in case.components if not one.annex]
    return sum(len(one.text) for one in main) > 2 * _ON_ONE_PAGE


def _is_annex(case: Case, section: int) -> bool:
    labels = case.all(Part.ANNEX_LABEL)
    return any(case.paragraph(one).spot.section == section for one in labels)


def _clause(form: FormatProfile) -> str:
    return form.page_number.source


def _is_party(form: FormatProfile) -> bool:
    return form.regime is Regime.PARTY


RULES = (
    Rule("page-number.missing", Severity.ERROR, lambda: _("Có số trang"), _clause, missing),
    Rule("page-number.typed", Severity.ERROR, lambda: _("Số trang tự động"), _clause, typed),
    Rule("page-number.place", Severity.ERROR, lambda: _("Vị trí số trang"), _clause, place),
    Rule("page-number.align", Severity.ERROR, lambda: _("Số trang căn giữa"), _clause, alignment),
    Rule("page-number.first", Severity.ERROR, lambda: _("Trang 1 không số"), _clause, first_page),
    Rule("page-number.form", Severity.WARNING, lambda: _("Chỉ chữ số"), _clause, only_number),
    Rule("page-number.start", Severity.WARNING, lambda: _("Đánh số từ 1"), _clause, start),
    Rule(
        "page-number.distance",
        Severity.WARNING,
        lambda: _("Số trang cách mép trên"),
        _clause,
        distance,
        applies=_is_party,
    ),
)
