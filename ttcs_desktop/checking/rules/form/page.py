"""Paper, margins and orientation of every section (khổ giấy, định lề trang)."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.spoken import millimetres, span
from ttcs_desktop.i18n import _
from ttcs_desktop.model.appearance import PrintedSection
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.finding import ChangeSection, Fix
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import Range
from ttcs_desktop.model.problem import Severity

_TOLERANCE = 0.6
"""mm; Word's own dialogs round to a tenth of an inch or a point."""
_A4_TOLERANCE = 1.0
_A5 = (148.0, 210.0)


def _clause(form: FormatProfile) -> str:
    return form.page.source


def paper(case: Case) -> Iterator[Remark]:
    """Yield each section that is not on the format's paper."""
    page = case.format.page
    asked = f"A4, {page.width:g} × {page.height:g} mm"

    def differing() -> Iterator[tuple[Hashable, int]]:
        for number, section in enumerate(case.appearance.sections):
            sides = sorted((section.width, section.height))
            if not _near(sides, (page.width, page.height)):
                yield tuple(sides), number

    def told(number: int) -> Remark:
        section = case.appearance.sections[number]
        found = f"{section.width:.0f} × {section.height:.0f} mm"
        is_small = _near(sorted((section.width, section.height)), _A5) and _allows_a5(case)
        return Remark(
            _("Khổ giấy {found}; thể thức là {asked}.").format(found=found, asked=asked),
            section=number,
            found=found,
            asked=asked,
            severity=Severity.NOTE if is_small else None,
            verified=page.verified,
            fix=_paper_fix(number, section, page.width, page.height, found, asked),
        )

    yield from gathered(differing(), told)


def margins(case: Case) -> Iterator[Remark]:
    """Yield each margin of each section that the format does not allow."""
    sections = case.appearance.sections

    def differing() -> Iterator[tuple[Hashable, tuple[int, _Margin]]]:
        for number, section in enumerate(sections):
            for margin in _margins(case, section):
                if not margin.allowed.allows(margin.found, _TOLERANCE):
                    yield (margin.name, round(margin.found, 1)), (number, margin)

    def told(place: tuple[int, _Margin]) -> Remark:
        number, margin = place
        label, asked = _LABELS[margin.name](), span(margin.allowed, "mm")
        message = _("{margin} {found}; thể thức là {asked}.")
        if len(sections) > 1:
            message = _("Phân đoạn {section}: {margin} {found}; thể thức là {asked}.")
        found, default = millimetres(margin.found), margin.allowed.default
        return Remark(
            message.format(margin=label, found=found, asked=asked, section=number + 1),
            section=number,
            found=found,
            asked=asked,
            verified=case.format.page.verified,
            fix=Fix(
                (ChangeSection(number, {margin.name: default}),),
                f"{label} {found}",
                f"{label} {millimetres(default)}",
            ),
        )

    yield from gathered(differing(), told)


def turned(case: Case) -> Iterator[Remark]:
    """Yield each landscape section without a table (văn bản trình bày theo chiều ngang)."""
    for number, section in enumerate(case.appearance.sections):
        if section.is_landscape and not _has_table(case, number):
            yield Remark(
                _("Trang đặt ngang mà không có bảng, biểu."),
                section=number,
                found=_("trang ngang"),
                asked=_("trang dọc; chỉ đặt ngang khi có bảng, biểu"),
            )


def mirrored(case: Case) -> Iterator[Remark]:
    """Yield mirrored margins where the format knows none."""
    if case.appearance.is_mirrored and not case.format.page.two_sided_allowed:
        yield Remark(
            _("Tệp dùng lề đối xứng; thể thức không nêu lề đối xứng khi in hai mặt."),
            found=_("lề đối xứng"),
            asked=_("lề trái và lề phải như nhau ở mọi trang"),
        )


class _Margin(NamedTuple):
    """A margin of a section, mm, and what the format allows."""

    name: str
    found: float
    allowed: Range


def _margins(case: Case, section: PrintedSection) -> Iterator[_Margin]:
    page = case.format.page
    yield _Margin("top", section.top, page.margin_top)
    yield _Margin("bottom", section.bottom, page.margin_bottom)
    yield _Margin("left", section.left + section.gutter, page.margin_left)
    yield _Margin("right", section.right, page.margin_right)


_LABELS = {
    "top": lambda: _("Lề trên"),
    "bottom": lambda: _("Lề dưới"),
    "left": lambda: _("Lề trái"),
    "right": lambda: _("Lề phải"),
}


def _near(sides: list[float], wanted: tuple[float, float]) -> bool:
    pairs = zip(sides, sorted(wanted), strict=True)
    return all(abs(found - asked) <= _A4_TOLERANCE for found, asked in pairs)


def _allows_a5(case: Case) -> bool:
    """Tell whether the document is a small paper, which the Party allows on A5."""
    small = (one for one in case.format.types if one.kind == "admin-paper")
    return any(one.name.lower() == case.type_name for one in small)


def _paper_fix(
    number: int, section: PrintedSection, width: float, height: float, found: str, asked: str
) -> Fix:
    sides = (height, width) if section.is_landscape else (width, height)
    look = {"width": sides[0], "height": sides[1]}
    return Fix((ChangeSection(number, look),), found, asked)


def _has_table(case: Case, section: int) -> bool:
    return any(
        case.paragraph(one).spot.section == section for one in case.all(Part.TABLE_TEXT)
    ) or bool(case.appearance.pictures)


RULES = (
    Rule("page.size", Severity.ERROR, lambda: _("Khổ giấy A4"), _clause, paper),
    Rule("page.margins", Severity.ERROR, lambda: _("Lề trang của mọi phân đoạn"), _clause, margins),
    Rule("page.landscape", Severity.NOTE, lambda: _("Chiều trang"), _clause, turned),
    Rule("page.mirrored", Severity.NOTE, lambda: _("Lề khi in hai mặt"), _clause, mirrored),
)
