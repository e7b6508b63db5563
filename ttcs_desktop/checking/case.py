"""What a rule looks at: the file as printed, its components, the format it is held against."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ttcs_desktop.checking.recognition.words import check_words
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.model.appearance import (
    Appearance,
    PrintedParagraph,
    PrintedSection,
    Story,
    WordsLook,
)
from ttcs_desktop.model.check_settings import CheckSettings
from ttcs_desktop.model.component import Component, Part, Stretch, Sureness
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.officialtext.words import key

_YEAR_IN_SYMBOL = re.compile(r"\d+\s?/\s?(?:19|20)\d\d\s?/")
_DOTS, _MOST_DOTS = "….·_", 0.4


@dataclass(frozen=True, slots=True)
class LookedWords:
    """Letters of one look within a stretch, with where they stand in their paragraph."""

    stretch: Stretch
    text: str
    look: WordsLook


@dataclass(frozen=True)
class Case:
    """One file to be checked (hồ sơ kiểm tra).

    Attributes:
        format: the format, the unit's habits laid over it.
        date: the document's date; None when it is blank.
        today: what "not yet" is measured by.
        units, instruments: all that are known, by id.
    """

    appearance: Appearance
    components: tuple[Component, ...]
    format: FormatProfile
    date: datetime.date | None = None
    today: datetime.date = field(default_factory=datetime.date.today)
    units: Mapping[str, Unit] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    settings: CheckSettings = field(default_factory=CheckSettings)

    @cached_property
    def by_part(self) -> Mapping[Part, tuple[Component, ...]]:
        """Components by what they are, in reading order."""
        found: dict[Part, list[Component]] = {}
        for component in self.components:
            found.setdefault(component.part, []).append(component)
        return {part: tuple(components) for part, components in found.items()}

    def all(self, *parts: Part) -> tuple[Component, ...]:
        """Return the components of some kinds, kind by kind, in reading order."""
        return tuple(one for part in parts for one in self.by_part.get(part, ()))

    def first(self, *parts: Part) -> Component | None:
        """Return the first component of the first of some kinds that the file has."""
        return next((one for part in parts for one in self.by_part.get(part, ())), None)

    def sure(self, *parts: Part) -> Iterator[Component]:
        """Yield the components of some kinds that are what they seem."""
        return (one for one in self.all(*parts) if one.sureness is not Sureness.GUESSED)

    def paragraph(self, component: Component) -> PrintedParagraph:
        """Return the paragraph where a component begins."""
        return self.appearance.paragraphs[component.paragraph]

    def paragraphs(self, component: Component) -> tuple[PrintedParagraph, ...]:
        """Return the paragraphs a component stands in, each once."""
        indexes = dict.fromkeys(stretch.paragraph for stretch in component.stretches)
        return tuple(self.appearance.paragraphs[index] for index in indexes)

    def section(self, component: Component) -> PrintedSection:
        """Return the section a component stands in."""
        return self.appearance.section_of(self.paragraph(component))

    def raw(self, stretch: Stretch) -> str:
        """Return the letters of a stretch as the file holds them."""
        return self.appearance.paragraphs[stretch.paragraph].text[stretch.start : stretch.end]

    def text(self, component: Component) -> str:
        """Return the words of a component, NFC, spaces as typed, its lines joined by "\\n"."""
        return "\n".join(nfc(self.raw(stretch)).strip() for stretch in component.stretches)

    def words(self, component: Component) -> Iterator[LookedWords]:
        """Yield the letters of a component look by look; room without letters is left out."""
        for stretch in component.stretches:
            yield from self.looks(stretch)

    def looks(self, stretch: Stretch) -> Iterator[LookedWords]:
        """Yield the letters of a stretch look by look; room without letters is left out."""
        paragraph = self.appearance.paragraphs[stretch.paragraph]
        position = 0
        for words in paragraph.words:
            end = position + len(words.text)
            start, stop = max(position, stretch.start), min(end, stretch.end)
            text = words.text[start - position : max(0, stop - position)]
            if text.strip():
                yield LookedWords(Stretch(stretch.paragraph, start, stop), text, words.look)
            position = end

    @cached_property
    def running(self) -> tuple[Component, ...]:
        """Running text of the body and annexes: items, titles of items and plain paragraphs."""
        parts = (Part.TEXT, Part.ITEM, Part.ITEM_TITLE)
        wanted = set(parts)
        return tuple(one for one in self.components if one.part in wanted)

    @cached_property
    def type_name(self) -> str:
        """The type of the document in lower case; "công văn" for a letter, "" when unknown."""
        from ttcs_desktop.officialtext.heading import LETTER, type_in

        named = self.first(Part.TYPE_NAME)
        if named is not None:
            return type_in(named.text.upper())
        is_letter = self.first(Part.LETTER_SUBJECT, Part.ADDRESSEE_LABEL) is not None
        return LETTER if is_letter else ""

    @cached_property
    def is_letter(self) -> bool:
        """Tell whether the document is a letter (công văn)."""
        from ttcs_desktop.officialtext.heading import LETTER

        return self.type_name == LETTER

    @cached_property
    def is_legal_act(self) -> bool:
        """Tell whether it is a legal act, which has rules of form of its own (văn bản QPPL)."""
        number, named = self.first(Part.NUMBER), self.first(Part.TYPE_NAME)
        words = check_words()
        if named is not None and key(named.text) in words.legal_acts:
            return True
        has_year = number is not None and _YEAR_IN_SYMBOL.search(number.text) is not None
        return has_year and self.type_name in words.legal_types

    @cached_property
    def is_attached(self) -> bool:
        """Tell whether the document is issued with a decision, which bears number and signature."""
        return any(not one.annex for one in self.all(Part.ANNEX_REFERENCE))

    def is_blank(self, component: Component) -> bool:
        """Tell whether a component is a blank to be filled in: mostly dots (chỗ để trống)."""
        text = component.text
        dots = sum(map(text.count, _DOTS))
        return dots > _MOST_DOTS * (len(text) - text.count(" "))

    @cached_property
    def is_recognised(self) -> bool:
        """Tell whether the file has a head that an official document has."""
        heads = (
            Part.NATIONAL_NAME, Part.MOTTO, Part.PARTY_TITLE, Part.YOUTH_TITLE, Part.NUMBER,
            Part.PLACE_DATE, Part.TYPE_NAME,
        )  # fmt: skip
        return sum(self.first(part) is not None for part in heads) > 1

    def body_paragraphs(self) -> Sequence[tuple[int, PrintedParagraph]]:
        """Return the paragraphs of the body with their index, empty ones too."""
        return [
            (index, paragraph)
            for index, paragraph in enumerate(self.appearance.paragraphs)
            if paragraph.spot.story is Story.BODY
        ]
