"""Styles of a .docx (kiểu): what a paragraph and its words look like before direct formatting."""

from dataclasses import dataclass, replace

from ttcs_desktop.readers.ooxml import VALUE, Element, is_on, w

_LONGEST_CHAIN = 20
_DIRECT_FONTS = (w("ascii"), w("hAnsi"))
_THEME_FONTS = (w("asciiTheme"), w("hAnsiTheme"))


@dataclass(frozen=True, slots=True)
class RunLook:
    """How words look, as far as their text depends on it."""

    bold: bool = False
    italic: bool = False
    upper: bool = False
    """Shown in capitals (All caps)."""
    hidden: bool = False
    raised: bool = False
    """Superscript."""
    font: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands.

    `list_id` is "" for one without automatic numbering, `level` counts from 0.
    """

    alignment: str = ""
    starts_page: bool = False
    is_pinned: bool = False
    list_id: str = ""
    level: int = 0
    run: RunLook = RunLook()


class Styles:
    """The styles of a document, resolved through what they are based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ParagraphLook()
        self.default_id = ""
        """Id of the style of paragraphs that name none."""
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._table_borders: dict[str, bool] = {}
        if root is not None:
            self._read(root)

    def paragraph(self, style: str) -> ParagraphLook:
        """Return how paragraphs of a style stand; of the default style for ""."""
        look = self._paragraphs.get(style)
        if look is None:
            look = self._default
            for element in self.chain(style or self.default_id):
                look = _paragraph_look(look, element)
            self._paragraphs[style] = look
        return look

    def run(self, base: RunLook, style: str) -> RunLook:
        """Return words of a paragraph in a character style; bold in both is bold in neither."""
        toggles = RunLook()
        look = base
        for element in self.chain(style):
            properties = element.find(w("rPr"))
            toggles = with_run_properties(toggles, properties)
            look = with_run_properties(look, properties)
        return replace(
            look,
            bold=base.bold != toggles.bold,
            italic=base.italic != toggles.italic,
            upper=base.upper != toggles.upper,
            hidden=base.hidden or toggles.hidden,
        )

    def has_table_borders(self, style: str) -> bool:
        """Tell whether a table style draws lines."""
        if style not in self._table_borders:
            self._table_borders[style] = any(
                has_lines(element.find(f"{w('tblPr')}/{w('tblBorders')}"))
                for element in self.chain(style)
            )
        return self._table_borders[style]

    def has_table_head(self, style: str) -> bool:
        """Tell whether a table style sets the first row in bold."""
        return any(
            with_run_properties(RunLook(), form.find(w("rPr"))).bold
            for element in self.chain(style)
            for form in element.iterfind(w("tblStylePr"))
            if form.get(w("type")) == "firstRow"
        )

    def list_levels(self) -> dict[str, int]:
        """Return the level of numbering that each style asks for, where it asks for one."""
        path = f"{w('pPr')}/{w('numPr')}/{w('ilvl')}"
        return {
            style: int(level.get(VALUE, "0"))
            for style, element in self._styles.items()
            if (level := element.find(path)) is not None and level.get(VALUE, "").isdigit()
        }

    def _read(self, root: Element) -> None:
        defaults = root.find(w("docDefaults"))
        if defaults is not None:
            run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
            paragraph = defaults.find(f"{w('pPrDefault')}/{w('pPr')}")
            look = with_paragraph_properties(self._default, paragraph)
            self._default = replace(look, run=with_run_properties(look.run, run))
        for element in root.iter(w("style")):
            style = element.get(w("styleId"), "")
            self._styles[style] = element
            is_default = element.get(w("default"), "") in {"1", "true", "on"}
            if is_default and element.get(w("type")) == "paragraph":
                self.default_id = style

    def chain(self, style: str) -> list[Element]:
        """Return a style and all it is based on, the base first."""
        chain: list[Element] = []
        while style in self._styles and len(chain) < _LONGEST_CHAIN:
            element = self._styles[style]
            if element in chain:
                break
            chain.append(element)
            base = element.find(w("basedOn"))
            style = "" if base is None else base.get(VALUE, "")
        return chain[::-1]


def with_run_properties(look: RunLook, properties: Element | None) -> RunLook:
    """Return how words look with some properties of their own (rPr)."""
    if properties is None or not len(properties):
        return look
    bold, italic, upper = look.bold, look.italic, look.upper
    hidden, raised, font = look.hidden, look.raised, look.font
    for element in properties:
        tag = element.tag
        if tag == _BOLD:
            bold = is_on(element)
        elif tag == _ITALIC:
            italic = is_on(element)
        elif tag == _FONTS:
            font = _font(element) or font
        elif tag == _CAPS:
            upper = is_on(element)
        elif tag == _VANISH:
            hidden = is_on(element)
        elif tag == _VERTICAL:
            raised = element.get(VALUE) == "superscript"
    return RunLook(bold, italic, upper, hidden, raised, font)


def with_paragraph_properties(look: ParagraphLook, properties: Element | None) -> ParagraphLook:
    """Return how a paragraph stands with some properties of its own (pPr)."""
    if properties is None:
        return look
    alignment, starts_page = look.alignment, look.starts_page
    is_pinned, list_id, level = look.is_pinned, look.list_id, look.level
    for element in properties:
        tag = element.tag
        if tag == _ALIGN:
            alignment = element.get(VALUE, "")
        elif tag == _PAGE_BEFORE:
            starts_page = is_on(element)
        elif tag == _FRAME:
            is_pinned = element.get(w("vAnchor")) == "page"
        elif tag == _NUMBERING:
            list_id, level = _list_place(element, list_id, level)
    return ParagraphLook(alignment, starts_page, is_pinned, list_id, level, look.run)


def has_lines(borders: Element | None) -> bool:
    """Tell whether borders (viền) draw any line."""
    if borders is None:
        return False
    return any(edge.get(VALUE, "nil") not in {"nil", "none"} for edge in borders)


def _paragraph_look(look: ParagraphLook, style: Element) -> ParagraphLook:
    look = with_paragraph_properties(look, style.find(w("pPr")))
    return replace(look, run=with_run_properties(look.run, style.find(w("rPr"))))


def _list_place(element: Element, list_id: str, level: int) -> tuple[str, int]:
    number, depth = element.find(w("numId")), element.find(w("ilvl"))
    if number is not None:
        list_id = number.get(VALUE, "")
        list_id = "" if list_id == "0" else list_id
    if depth is not None and depth.get(VALUE, "").isdigit():
        level = int(depth.get(VALUE, "0"))
    return list_id, level


def _font(element: Element) -> str:
    """Return the font of Latin letters; "" where a theme names it."""
    if any(element.get(name) for name in _THEME_FONTS):
        return " "
    return next((font for name in _DIRECT_FONTS if (font := element.get(name))), "")


_BOLD, _ITALIC, _FONTS, _CAPS = w("b"), w("i"), w("rFonts"), w("caps")
_VANISH, _VERTICAL = w("vanish"), w("vertAlign")
_ALIGN, _PAGE_BEFORE, _NUMBERING = w("jc"), w("pageBreakBefore"), w("numPr")
_FRAME = w("framePr")
