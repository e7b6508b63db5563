"""Legal bases: how each begins and ends (căn cứ ban hành)."""

from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules.form.sent_to import end_fix
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity


def bases(case: Case) -> Iterator[Remark]:
    """Yield bases that do not end as the format says: each “;”, the last “.” (căn cứ)."""
    form = case.format.bases
    found = [*case.sure(Part.BASIS)]
    for index, component in enumerate(found):
        asked = form.last_ends if index == len(found) - 1 else form.ends
        text = case.text(component).rstrip()
        if text.endswith(asked):
            continue
        message = (
            _("Căn cứ cuối cùng kết thúc bằng “{asked}”.")
            if index == len(found) - 1
            else _("Mỗi căn cứ kết thúc bằng “{asked}”.")
        )
        yield Remark(
            message.format(asked=asked),
            component,
            found=text[-20:],
            asked=asked,
            words=text[-40:],
            fix=end_fix(case, component, asked),
        )


def bases_prefix(case: Case) -> Iterator[Remark]:
    """Yield bases with or without the dash that their regime writes (gạch trước căn cứ)."""
    form = case.format.bases

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component in case.sure(Part.BASIS):
            has_dash = component.text.lstrip().startswith(("-", "–", "—"))
            if has_dash != bool(form.prefix.strip()):
                yield has_dash, component

    def told(component: Component) -> Remark:
        message = (
            _("Mỗi căn cứ có gạch đầu dòng “- ”.")
            if form.prefix.strip()
            else _("Căn cứ không có gạch đầu dòng.")
        )
        return Remark(message, component, found=component.text[:20], asked=f"{form.prefix}Căn cứ …")

    yield from gathered(differing(), told)


def _clause(form: FormatProfile) -> str:
    return form.bases.source


RULES = (
    Rule("bases.end", Severity.ERROR, lambda: _("Dấu cuối căn cứ"), _clause, bases),
    Rule("bases.prefix", Severity.ERROR, lambda: _("Gạch trước căn cứ"), _clause, bases_prefix),
)
