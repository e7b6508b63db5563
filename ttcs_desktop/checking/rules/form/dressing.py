"""Bold, italic, underlining and case of every component (kiểu chữ, chữ hoa, chữ thường)."""

from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case, LookedWords
from ttcs_desktop.checking.dress import Dress, dress_of
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import look_fix, trimmed, words_fix
from ttcs_desktop.checking.recognition.words import check_words
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.spoken_parts import part_name
from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper, upper_first
from ttcs_desktop.model.component import Component, Part, Stretch, Sureness
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.finding import Fix
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.words import key

_BOLD_FREE = frozenset(
    {
        Part.TEXT, Part.ITEM, Part.TABLE_TEXT, Part.FOOTNOTE, Part.OTHER, Part.RULE,
        Part.CLOSING_NOTE, Part.BODY_SEPARATOR, Part.SUBJECT_SEPARATOR, Part.CONTACT,
    }
)  # fmt: skip
"""Components in which a clerk may stress words."""
_FIXED_LEVELS = frozenset({Level.ROMAN, Level.ARTICLE, Level.CLAUSE})
"""Levels whose titles the rules dress."""
_STRESSED = frozenset({Part.BASIS, Part.RECIPIENT, Part.ADDRESSEE, Part.ANNEX_REFERENCE})
"""Components in which single words may stand out, e.g. the title of an instrument."""
_ITALIC_FREE = _BOLD_FREE | {Part.ITEM_TITLE, Part.SUBJECT, Part.ANNEX_TITLE}
_CASE_PARTS = frozenset(
    {
        Part.SUBJECT, Part.LETTER_SUBJECT, Part.PLACE_DATE, Part.BASIS, Part.SIGNER_NAME,
        Part.RECIPIENT, Part.ADDRESSEE, Part.DIVISION, Part.ANNEX_LABEL,
        Part.ANNEX_REFERENCE,
    }
)  # fmt: skip
"""Components that are not written in capitals alone."""
_CHECKED_UPPER = frozenset({"primary", "measured", "secondary"})
_LONG_ENOUGH = 4
_Found = tuple[Component, LookedWords, Dress]


def bold(case: Case) -> Iterator[Remark]:
    """Yield each component that is bold and should not be, or the other way round."""
    yield from _emphasis(case, "is_bold", _BOLD_FREE, _("đậm"), _("thường, không đậm"))


def italic(case: Case) -> Iterator[Remark]:
    """Yield each component that is italic and should be upright, or the other way round."""
    yield from _emphasis(case, "is_italic", _ITALIC_FREE, _("nghiêng"), _("đứng"))


def underlined(case: Case) -> Iterator[Remark]:
    """Yield words for recipients without the line that the format wants under them."""
    for component in case.sure(Part.RECIPIENTS_LABEL):
        dress = dress_of(case, component)
        if dress is None or not dress.style.is_underlined or component.rules:
            continue
        letters = [words for words in case.words(component) if words.text.strip(" :")]
        if not any(words.look.is_underlined for words in letters):
            yield Remark(
                _("Chữ “Nơi nhận” phải có đường kẻ dưới, dài bằng chữ."),
                component,
                found=_("không kẻ"),
                asked=_("có đường kẻ dưới"),
                clause=dress.style.source,
                verified=dress.style.verified,
                fix=look_fix(
                    case, [trimmed(case, component)], {"is_underlined": True},
                    _("không kẻ"), _("có đường kẻ dưới"),
                ),
            )  # fmt: skip


def capitals(case: Case) -> Iterator[Remark]:
    """Yield each component that should be in capitals and is not."""
    for component in case.components:
        dress = dress_of(case, component)
        if not dress or not dress.is_ruled or component.sureness is Sureness.GUESSED:
            continue
        text = case.text(component)
        is_wanted = dress.style.is_upper or _is_upper_title(case, component)
        if is_wanted and _has_small(text, component):
            yield Remark(
                _("{part} phải viết bằng chữ in hoa.").format(part=part_name(component)),
                component,
                found=text,
                asked=upper(text),
                clause=dress.style.source,
                verified=dress.style.verified,
                fix=_case_fix(case, component, upper(case.raw(component.stretches[0]))),
            )


def small_letters(case: Case) -> Iterator[Remark]:
    """Yield each component in capitals that should be written as a sentence or name is."""
    for component in case.all(*_CASE_PARTS):
        dress = dress_of(case, component)
        text = case.text(component)
        if not dress or dress.style.is_upper or component.sureness is Sureness.GUESSED:
            continue
        is_read = len([letter for letter in text if letter.isalpha()]) >= _LONG_ENOUGH
        if is_read and text.isupper() and dress.style.verified in _CHECKED_UPPER:
            yield Remark(
                _("{part} phải viết bằng chữ thường, chỉ viết hoa chữ đầu và tên riêng.").format(
                    part=part_name(component)
                ),
                component,
                found=text,
                asked=_("chữ thường"),
                clause=dress.style.source,
                verified=dress.style.verified,
            )


def subject_start(case: Case) -> Iterator[Remark]:
    """Yield a subject whose first letter is not in the case of its regime (trích yếu)."""
    component, form = case.first(Part.SUBJECT), case.format.subject
    if component is None or component.sureness is Sureness.GUESSED or case.first(Part.AUTHOR_LINE):
        return
    text = case.text(component)
    if not text or not text[0].isalpha() or text.isupper():
        return
    if form.starts_upper and text[0].islower():
        yield _start(case, component, upper_first(text), _("Trích yếu bắt đầu bằng chữ hoa."))
    elif (
        not form.starts_upper and check_words().subject_start.match(key(text)) and text[0].isupper()
    ):
        asked = text[0].lower() + text[1:]
        message = _("Trích yếu văn bản của Đảng bắt đầu bằng chữ thường.")
        yield _start(case, component, asked, message)


def _is_common(text: str) -> bool:
    """Tell whether words begin with none that is a proper name."""
    return check_words().subject_start.match(key(text)) is not None


def _start(case: Case, component: Component, asked: str, message: str) -> Remark:
    first = trimmed(case, component)
    letter = asked[0]
    at = Stretch(first.paragraph, first.start, first.start + 1)
    return Remark(
        message,
        component,
        found=case.text(component)[:20],
        asked=asked[:20],
        clause=case.format.subject.source,
        verified=case.format.subject.verified,
        fix=words_fix(case, at, letter),
    )


def _emphasis(case: Case, name: str, free: frozenset[Part], yes: str, no: str) -> Iterator[Remark]:
    def told(found: _Found) -> Remark:
        component, words, dress = found
        wanted = bool(getattr(dress.style, name))
        asked = yes if wanted else no
        return Remark(
            _("{part} phải in chữ {asked}.").format(part=part_name(component), asked=asked),
            component,
            found=no if wanted else yes,
            asked=asked,
            clause=dress.style.source,
            verified=dress.style.verified,
            fix=look_fix(case, [words.stretch], {name: wanted}, no if wanted else yes, asked),
        )

    def differing() -> Iterator[tuple[Hashable, _Found]]:
        for component in case.components:
            dress = dress_of(case, component)
            if not dress or component.part in free or not _is_dressed(component, dress):
                continue
            wanted = bool(getattr(dress.style, name))
            told_words = list(_told(case, component))
            wrong = [words for words in told_words if getattr(words.look, name) != wanted]
            is_stressed = (
                component.part in _STRESSED and not wanted and len(wrong) < len(told_words)
            )
            for words in () if is_stressed else wrong:
                yield (component.part, component.stretches), (component, words, dress)

    yield from gathered(differing(), told)


def _told(case: Case, component: Component) -> Iterator[LookedWords]:
    """Yield the words whose dress counts: without the mark of an item, and without mere signs."""
    for words in case.words(component):
        is_note = words.look.is_raised or words.look.is_lowered
        if not is_note and any(letter.isalnum() for letter in words.text):
            yield words


def _is_dressed(component: Component, dress: Dress) -> bool:
    if component.sureness is Sureness.GUESSED or not dress.is_ruled:
        return False
    if component.part is Part.ITEM_TITLE:
        return component.level in _FIXED_LEVELS
    return True


def _is_upper_title(case: Case, component: Component) -> bool:
    """Tell whether a title on the right is one that the format prints in capitals."""
    titles = (Part.NATIONAL_NAME, Part.PARTY_TITLE, Part.YOUTH_TITLE)
    return component.part in titles and bool(case.format.letterhead.right_lines)


def _has_small(text: str, component: Component) -> bool:
    words = text.removeprefix(component.label) if component.label else text
    return any(letter.islower() for letter in words)


def _case_fix(case: Case, component: Component, words: str) -> Fix | None:
    if len(component.stretches) > 1:
        return None
    return words_fix(case, component.stretches[0], words)


def _clause(form: FormatProfile) -> str:
    return form.styles["body"].source


RULES = (
    Rule("emphasis.bold", Severity.ERROR, lambda: _("Chữ đậm"), _clause, bold),
    Rule("emphasis.italic", Severity.ERROR, lambda: _("Chữ nghiêng"), _clause, italic),
    Rule(
        "emphasis.recipients-line",
        Severity.ERROR,
        lambda: _("Đường kẻ dưới chữ Nơi nhận"),
        lambda form: form.styles["recipients-label"].source,
        underlined,
        applies=lambda form: form.styles["recipients-label"].is_underlined,
    ),
    Rule("case.upper", Severity.ERROR, lambda: _("Chữ in hoa"), _clause, capitals),
    Rule("case.lower", Severity.WARNING, lambda: _("Chữ thường"), _clause, small_letters),
    Rule(
        "case.subject-start",
        Severity.WARNING,
        lambda: _("Chữ đầu của trích yếu"),
        lambda form: form.subject.source,
        subject_start,
    ),
)
