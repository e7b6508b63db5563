"""Which style of the format a component should be printed in (kiểu chữ của thành phần)."""

from dataclasses import dataclass

from ttcs_desktop.checking.case import Case
from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import TextStyle
from ttcs_desktop.officialtext.words import key

_STYLES = {
    Part.ADDRESSEE: "addressee",
    Part.ADDRESSEE_LABEL: "addressee-label",
    Part.ANNEX_LABEL: "annex-label",
    Part.ANNEX_REFERENCE: "annex-reference",
    Part.ANNEX_TITLE: "annex-title",
    Part.AUTHORITY: "authority",
    Part.AUTHOR_LINE: "author-line",
    Part.BASIS: "basis",
    Part.BODY_SEPARATOR: "body-separator",
    Part.CIRCULATION: "circulation",
    Part.CLOSING_NOTE: "closing-note",
    Part.CONTACT: "contact",
    Part.DRAFTER_MARK: "drafter-mark",
    Part.DRAFT_MARK: "draft-mark",
    Part.ENACTING: "enacting",
    Part.ENACTING_AUTHORITY: "enacting",
    Part.FILING: "recipient",
    Part.FOOTNOTE: "footnote",
    Part.ISSUING_BODY: "issuing-body",
    Part.LETTER_SUBJECT: "letter-subject",
    Part.NO_MEDIA: "no-media",
    Part.NUMBER: "number",
    Part.PAGE_NUMBER: "page-number",
    Part.PARENT_BODY: "parent-body",
    Part.PLACE_DATE: "place-date",
    Part.RECIPIENT: "recipient",
    Part.RECIPIENTS_LABEL: "recipients-label",
    Part.SECRECY: "secrecy",
    Part.SIGNED_NOTE: "signed-note",
    Part.SIGNER_JOINER: "signer-joiner",
    Part.SIGNER_NAME: "signer-name",
    Part.SUBJECT: "subject",
    Part.SUBJECT_SEPARATOR: "subject-separator",
    Part.TABLE_TEXT: "table-cell",
    Part.TEXT: "body",
    Part.TYPE_NAME: "type-name",
    Part.URGENCY: "urgency",
}
_TITLES = frozenset({Part.NATIONAL_NAME, Part.MOTTO, Part.PARTY_TITLE, Part.YOUTH_TITLE})
RUNNING = frozenset({Part.TEXT, Part.ITEM, Part.ITEM_TITLE})
"""Running text: it shares the size and the spacing of the body."""
HEAD = frozenset(
    {
        *_TITLES, Part.PARENT_BODY, Part.ISSUING_BODY, Part.BODY_SEPARATOR, Part.NUMBER,
        Part.PLACE_DATE, Part.LETTER_SUBJECT, Part.TYPE_NAME, Part.AUTHOR_LINE, Part.SUBJECT,
        Part.SUBJECT_SEPARATOR,
    }
)  # fmt: skip
"""Components of the head of page 1."""
_OURS = frozenset({"ours"})


@dataclass(frozen=True, slots=True)
class Dress:
    """A style of the format with its name and the size in force, pt."""

    name: str
    style: TextStyle
    size: float

    @property
    def is_ruled(self) -> bool:
        """Tell whether any rule speaks of it; else a file may look as it likes."""
        return self.style.verified not in _OURS


def dress_of(case: Case, component: Component) -> Dress | None:
    """Return the style a component should have; None for one that the format knows nothing of."""
    name = _name(case, component)
    style = case.format.styles.get(name) if name else None
    return Dress(name, style, case.format.size(name)) if style else None


def _name(case: Case, component: Component) -> str:
    part = component.part
    if part in _TITLES:
        return _title(case.format, component)
    if part in (Part.ITEM, Part.ITEM_TITLE, Part.DIVISION, Part.DIVISION_TITLE):
        return _level(case, component)
    if part is Part.SIGNER_TITLE:
        return "signer-title" if has_authority(case, component) else "signer-title-direct"
    return _STYLES.get(part, "")


def has_authority(case: Case, component: Component) -> bool:
    """Tell whether a line of authority stands in a component's signature."""
    return any(one.signature == component.signature for one in case.all(Part.AUTHORITY))


def _title(form: FormatProfile, component: Component) -> str:
    """Return the style of a title that the format prints; "" for another regime's."""
    folded = key(component.text).strip(" -:;.")
    is_motto = component.part is Part.MOTTO
    for line in form.letterhead.right_lines:
        if key(line.text) == folded or (is_motto and line.style == "motto"):
            return line.style
    return ""


def _level(case: Case, component: Component) -> str:
    form = case.format.levels.get(component.level) if component.level else None
    if form is None:
        return ""
    is_title = component.part in (Part.ITEM_TITLE, Part.DIVISION_TITLE)
    return form.title_style or form.style if is_title else form.style
