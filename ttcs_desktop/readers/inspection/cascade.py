"""From what styles, lists, tables and the text itself set to one look (thứ tự áp dụng định dạng).

Order: document defaults, table style, paragraph style with its list, list, direct formatting;
for words also the character style, between the paragraph's and the direct formatting.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ttcs_desktop.model.appearance import ParagraphLook, WordsLook
from ttcs_desktop.readers.inspection.properties import (
    BORDERS,
    FONT_ASCII,
    FONT_OTHER,
    NUMBERING,
    SHADING,
    TOGGLES,
    Fields,
    Fonts,
    paragraph_fields,
    words_fields,
)
from ttcs_desktop.readers.numbering import Numbering
from ttcs_desktop.readers.ooxml import Element, value, w
from ttcs_desktop.readers.styles import Styles

_PARAGRAPH_PROPERTIES, _WORDS_PROPERTIES = w("pPr"), w("rPr")
_APART = {BORDERS, SHADING, NUMBERING}


@dataclass(frozen=True, slots=True)
class StyleFields:
    """What a style sets in the end, with all that it is based on."""

    paragraph: Fields
    words: Fields
    name: str = ""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in a list: its id, level, and the level's own XML."""

    id: str
    level: int
    form: Element


@dataclass(frozen=True, slots=True)
class Resolved:
    """A paragraph's look, its words' look before their own formatting, list and borders."""

    look: ParagraphLook
    words: "Layers"
    list: ListPlace | None
    borders: dict[str, Element]
    shading: str


@dataclass(frozen=True, slots=True)
class Layers:
    """What decides the look of words, from below; toggles of styles cancel each other out."""

    defaults: Fields
    table: Fields
    style: Fields

    def look(self, character: Fields, direct: Fields) -> WordsLook:
        """Return the look of words with a character style and formatting of their own."""
        fields = {**self.defaults, **self.table, **self.style, **character}
        for name in TOGGLES:
            layers = (self.table, self.style, character)
            is_odd = sum(bool(layer.get(name)) for layer in layers) % 2 == 1
            fields[name] = bool(self.defaults.get(name)) or is_odd
        return words_look({**fields, **direct})


@dataclass(slots=True)
class Cascade:
    """Resolves the looks of one document."""

    root: Element | None
    styles: Styles
    numbering: Numbering
    theme: Fonts
    _defaults: tuple[Fields, Fields] | None = None
    _known: dict[str, StyleFields] = field(default_factory=dict)

    def paragraph(self, properties: Element | None, table_style: str) -> Resolved:
        """Return how a paragraph stands, with the style of the table round it."""
        style_id = value(properties, w("pStyle")) or self.styles.default_id
        style, table = self._style(style_id), self._style(table_style)
        defaults = self.defaults
        direct = paragraph_fields(properties)
        told = {**style.paragraph.get(NUMBERING, {}), **direct.get(NUMBERING, {})}
        place = self._list(told, style_id)
        of_list = paragraph_fields(place.form.find(_PARAGRAPH_PROPERTIES)) if place else {}
        if self._is_laid_already(style, direct):
            of_list = {}
        fields = _merged((defaults[0], table.paragraph, style.paragraph, of_list, direct))
        return Resolved(
            paragraph_look(fields, style.name),
            Layers(defaults[1], table.words, style.words),
            place,
            fields.get(BORDERS, {}),
            fields.get(SHADING, ""),
        )

    def words(self, layers: Layers, properties: Element | None) -> WordsLook:
        """Return how words look that have properties (rPr) of their own."""
        character = self._style(value(properties, w("rStyle"))).words
        return layers.look(character, words_fields(properties, self.theme))

    def label(self, resolved: Resolved, mark: Element | None) -> WordsLook:
        """Return how the label of a list looks: like the paragraph mark, then as its level says."""
        direct = words_fields(mark, self.theme)
        if resolved.list:
            own = words_fields(resolved.list.form.find(_WORDS_PROPERTIES), self.theme)
            direct = {**direct, **own}
        return resolved.words.look({}, direct)

    @property
    def defaults(self) -> tuple[Fields, Fields]:
        """What the document sets for every paragraph, and for all words."""
        if self._defaults is None:
            found = None if self.root is None else self.root.find(w("docDefaults"))
            paragraph = _at(found, f"{w('pPrDefault')}/{w('pPr')}")
            words = _at(found, f"{w('rPrDefault')}/{w('rPr')}")
            self._defaults = paragraph_fields(paragraph), words_fields(words, self.theme)
        return self._defaults

    def _style(self, style: str) -> StyleFields:
        known = self._known.get(style)
        if known is None:
            chain = self.styles.chain(style)
            known = StyleFields(
                _merged(self._of_style(element, style) for element in chain),
                _merged(
                    words_fields(element.find(_WORDS_PROPERTIES), self.theme) for element in chain
                ),
                value(chain[-1], w("name")) if chain else "",
            )
            self._known[style] = known
        return known

    def _of_style(self, element: Element, style: str) -> Fields:
        """Return what one style of a chain sets for paragraphs; its list comes before itself."""
        own = paragraph_fields(element.find(_PARAGRAPH_PROPERTIES))
        place = self._list(own.get(NUMBERING, {}), style)
        if place is None:
            return own
        of_list = paragraph_fields(place.form.find(_PARAGRAPH_PROPERTIES))
        return _merged((of_list, own))

    def _list(self, told: dict[str, Any], style: str) -> ListPlace | None:
        list_id, level = str(told.get("id", "")), int(told.get("level", 0))
        form = self.numbering.level(list_id, level, style) if list_id not in {"", "0"} else None
        return ListPlace(list_id, level, form) if form is not None else None

    @staticmethod
    def _is_laid_already(style: StyleFields, direct: Fields) -> bool:
        """Tell whether the list comes from the style, which has laid its indents already."""
        return NUMBERING not in direct and NUMBERING in style.paragraph


def words_look(fields: Fields) -> WordsLook:
    """Return a look from its fields, with both fonts as one name."""
    ascii_font, other = fields.pop(FONT_ASCII, ""), fields.pop(FONT_OTHER, "")
    font = ascii_font if other in ("", ascii_font) else f"{ascii_font} + {other}"
    return WordsLook(font=font.removeprefix(" + "), **fields)


def paragraph_look(fields: Fields, style: str) -> ParagraphLook:
    """Return a paragraph's look from its fields."""
    own = {name: told for name, told in fields.items() if name not in _APART}
    return ParagraphLook(style=style, **own)


def theme_fonts(root: Element | None) -> Fonts:
    """Return the fonts of a theme by the names that rFonts uses."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = _first(_first(root, f"{kind}Font"), "latin")
        name = "" if latin is None else latin.get("typeface", "")
        fonts |= {f"{kind}{script}": name for script in ("HAnsi", "Ascii", "Bidi", "EastAsia")}
    return fonts


def _first(parent: Element | None, name: str) -> Element | None:
    return next(iter(()) if parent is None else parent.iter(f"{{*}}{name}"), None)


def _merged(layers: Iterable[Fields]) -> Fields:
    """Lay fields over one another; borders and numbering are laid over part by part."""
    fields: Fields = {}
    for layer in layers:
        for name, told in layer.items():
            is_table = name in {BORDERS, NUMBERING} and name in fields
            fields[name] = {**fields[name], **told} if is_table else told
    return fields


def _at(parent: Element | None, path: str) -> Element | None:
    return None if parent is None else parent.find(path)
