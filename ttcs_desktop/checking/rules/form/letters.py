"""Font, colour and size of every component (phông chữ, màu chữ, cỡ chữ)."""

from collections import Counter
from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case, LookedWords
from ttcs_desktop.checking.dress import RUNNING, Dress, dress_of
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import look_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.spoken import points, span
from ttcs_desktop.checking.spoken_parts import part_name
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part, Sureness
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import Range
from ttcs_desktop.model.problem import Severity

_DARKEST = 0x30
"""Every part of a colour up to this prints as black."""
_TOLERANCE = 0.1
_FREE_SIZE = frozenset({Part.TABLE_TEXT, Part.FOOTNOTE, Part.OTHER, Part.RULE})
"""Components whose size no rule names."""
_SEVERAL = frozenset({Part.RECIPIENT, Part.FILING, Part.PAGE_NUMBER})
"""Components of which a file has many, to be told of once."""
Found = tuple[Component, LookedWords]


def font(case: Case) -> Iterator[Remark]:
    """Yield each font that is not the format's, at the first letters printed in it."""
    asked = case.format.font

    def told(found: Found) -> Remark:
        component, words = found
        return Remark(
            _("Phông chữ {found}; thể thức là {asked}.").format(found=words.look.font, asked=asked),
            words.stretch,
            found=words.look.font,
            asked=asked,
            fix=look_fix(case, [words.stretch], {"font": asked}, words.look.font, asked),
            words=component.text if component.part not in RUNNING else words.text,
        )

    def differing() -> Iterator[tuple[Hashable, Found]]:
        for component in case.components:
            for words in case.words(component):
                names = words.look.font.split(" + ")
                is_read = any(letter.isalpha() for letter in words.text)
                if is_read and words.look.font and names != [asked]:
                    yield words.look.font, (component, words)

    yield from gathered(differing(), told)


def colour(case: Case) -> Iterator[Remark]:
    """Yield each colour that is neither black nor the format's for that mark."""

    def told(found: Found) -> Remark:
        component, words = found
        return Remark(
            _("{part} in chữ màu; thể thức là chữ màu đen.").format(part=part_name(component)),
            words.stretch,
            found=f"#{words.look.colour}",
            asked=_("màu đen"),
            fix=look_fix(
                case, [words.stretch], {"colour": "000000"}, f"#{words.look.colour}", _("màu đen")
            ),
        )

    def differing() -> Iterator[tuple[Hashable, Found]]:
        for component in case.components:
            dress = dress_of(case, component)
            if dress and dress.style.colour != "000000":
                continue
            for words in case.words(component):
                if not _is_black(words.look.colour):
                    yield (component.part, words.look.colour), (component, words)

    yield from gathered(differing(), told)


def size(case: Case) -> Iterator[Remark]:
    """Yield each component whose size the format does not allow; running text as one."""

    def told(found: tuple[Component, LookedWords, Dress]) -> Remark:
        component, words, dress = found
        allowed, shown = _allowed(case, component, dress), points(words.look.size)
        return Remark(
            _("{part} cỡ {found}; thể thức là cỡ {asked}.").format(
                part=part_name(component), found=shown, asked=span(allowed, "pt")
            ),
            words.stretch if component.part in RUNNING else component,
            found=shown,
            asked=span(allowed, "pt"),
            clause=_source(case, component, dress),
            verified=_verified(case, component, dress),
            fix=look_fix(
                case, [words.stretch], {"size": _usual(case, component, dress)},
                shown, points(_usual(case, component, dress)),
            ),
        )  # fmt: skip

    def differing() -> Iterator[tuple[Hashable, tuple[Component, LookedWords, Dress]]]:
        for component in case.components:
            dress = dress_of(case, component)
            if not dress or not _is_sized(component, dress):
                continue
            allowed = _allowed(case, component, dress)
            for words in case.words(component):
                is_plain = not words.look.is_raised and not words.look.is_lowered
                if is_plain and not allowed.allows(words.look.size, _TOLERANCE):
                    yield _group(component, words), (component, words, dress)

    yield from gathered(differing(), told)


def uneven(case: Case) -> Iterator[Remark]:
    """Yield running text whose size is not that of the rest (nội dung không cùng cỡ chữ)."""
    counts: Counter[float] = Counter()
    for component in case.running:
        for words in case.words(component):
            counts[words.look.size] += len(words.text)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    allowed = case.format.styles["body"].size

    def told(found: Found) -> Remark:
        _component, words = found
        shown, asked = points(words.look.size), points(usual)
        return Remark(
            _("Nội dung có chỗ cỡ {found}, phần còn lại cỡ {asked}.").format(
                found=shown, asked=asked
            ),
            words.stretch,
            found=shown,
            asked=asked,
            fix=look_fix(case, [words.stretch], {"size": usual}, shown, asked),
        )

    def differing() -> Iterator[tuple[Hashable, Found]]:
        for component in case.running:
            if component.annex:
                continue
            for words in case.words(component):
                own = words.look.size
                is_plain = not words.look.is_raised and not words.look.is_lowered
                if own != usual and is_plain and allowed.allows(own, _TOLERANCE):
                    yield own, (component, words)

    yield from gathered(differing(), told)


def together(case: Case) -> Iterator[Remark]:
    """Yield sizes of the head that do not go together (bộ cỡ chữ Quốc hiệu - Tiêu ngữ - ngày)."""
    parts = (Part.NATIONAL_NAME, Part.MOTTO, Part.PLACE_DATE)
    components = [case.first(part) for part in parts]
    styles = ("national-name", "motto", "place-date")
    sets = {
        tuple(own.sizes[style] for style in styles)
        for own in case.format.size_sets
        if all(style in own.sizes for style in styles)
    }
    present = [component for component in components if component is not None]
    if not sets or len(present) < len(parts):
        return
    found = tuple(_main_size(case, component) for component in present)
    in_range = all(
        case.format.styles[style].size.allows(own, _TOLERANCE)
        for style, own in zip(styles, found, strict=True)
    )
    if found in sets or not in_range:
        return
    shown = " - ".join(f"{own:g}" for own in found)
    asked = _(" hoặc ").join(" - ".join(f"{own:g}" for own in one) for one in sorted(sets))
    yield Remark(
        _("Cỡ chữ Quốc hiệu - Tiêu ngữ - ngày tháng là {found}; phải đi theo bộ {asked}.").format(
            found=shown, asked=asked
        ),
        _odd_one(present, found, sets),
        found=shown,
        asked=asked,
    )


def _odd_one(
    components: list[Component], found: tuple[float, ...], sets: set[tuple[float, ...]]
) -> Component:
    """Return the component that differs from the set which is nearest to what was found."""
    nearest = min(
        sorted(sets), key=lambda one: sum(a != b for a, b in zip(one, found, strict=True))
    )
    pairs = zip(components, found, nearest, strict=True)
    return next(component for component, own, asked in pairs if own != asked)


def _main_size(case: Case, component: Component) -> float:
    counts: Counter[float] = Counter()
    for words in case.words(component):
        counts[words.look.size] += len(words.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def _is_black(colour: str) -> bool:
    try:
        parts = [int(colour[start : start + 2], 16) for start in (0, 2, 4)]
    except ValueError:
        return True
    return all(part <= _DARKEST for part in parts)


def _is_sized(component: Component, dress: Dress) -> bool:
    if component.part in _FREE_SIZE or component.sureness is Sureness.GUESSED:
        return False
    return component.part in RUNNING or dress.is_ruled


def _allowed(case: Case, component: Component, dress: Dress) -> Range:
    is_running = component.part in RUNNING
    return case.format.styles["body"].size if is_running else dress.style.size


def _usual(case: Case, component: Component, dress: Dress) -> float:
    return case.format.size("body") if component.part in RUNNING else dress.size


def _source(case: Case, component: Component, dress: Dress) -> str:
    is_running = component.part in RUNNING
    return case.format.styles["body"].source if is_running else dress.style.source


def _verified(case: Case, component: Component, dress: Dress) -> str:
    is_running = component.part in RUNNING
    return case.format.styles["body"].verified if is_running else dress.style.verified


def _group(component: Component, words: LookedWords) -> Hashable:
    is_one = component.part in RUNNING or component.part in _SEVERAL
    return ("running" if is_one else component.stretches[0], words.look.size, component.part
            in RUNNING)  # fmt: skip


def _font_clause(form: FormatProfile) -> str:
    return form.styles["body"].source


RULES = (
    Rule("font.name", Severity.ERROR, lambda: _("Phông chữ"), _font_clause, font),
    Rule("font.colour", Severity.WARNING, lambda: _("Màu chữ"), _font_clause, colour),
    Rule("size.component", Severity.ERROR, lambda: _("Cỡ chữ"), _font_clause, size),
    Rule(
        "size.uneven", Severity.WARNING, lambda: _("Nội dung cùng một cỡ chữ"), _font_clause, uneven
    ),
    Rule(
        "size.together",
        Severity.WARNING,
        lambda: _("Các cỡ chữ đi cùng nhau"),
        lambda form: next((own.source for own in form.size_sets), ""),
        together,
    ),
)
