"""Marks round the document (các dấu chỉ): on which page each stands."""

from collections.abc import Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.i18n import _
from ttcs_desktop.model.appearance import Pages, Story
from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.problem import Severity


def contact(case: Case) -> Iterator[Remark]:
    """Yield a contact line at the foot of the wrong page (thông tin liên hệ, ô 13)."""
    is_first = case.format.marks.contact_place == "first-page"
    for component in case.sure(Part.CONTACT):
        spot = case.paragraph(component).spot
        if component.annex:
            continue
        if is_first and spot.story is Story.BODY and spot.page > 1:
            yield _misplaced(case, component, _("chân trang đầu"))
        elif not is_first and spot.story is Story.FOOTER and spot.pages is Pages.FIRST:
            yield _misplaced(case, component, _("cuối trang cuối"))


def _misplaced(case: Case, component: Component, asked: str) -> Remark:
    return Remark(
        _("Thông tin liên hệ đặt ở {asked}.").format(asked=asked),
        component,
        asked=asked,
        clause=case.format.marks.source,
        verified=case.format.marks.verified,
    )


RULES = (
    Rule(
        "regime.contact",
        Severity.WARNING,
        lambda: _("Trang có thông tin liên hệ"),
        lambda form: form.marks.source,
        contact,
    ),
)
