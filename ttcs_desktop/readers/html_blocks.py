"""What another program puts on the clipboard as HTML (Word, Excel, LibreOffice, a browser): blocks.

Lists that Word only draws come with the mark that it drew; those of a browser are numbered here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.readers.html_tables import HtmlTable
from ttcs_desktop.readers.old_fonts import converted, encoding_of, is_typed_in
from ttcs_desktop.readers.passages import Block, Inline, Passage, Words

_CONDITIONS = re.compile(r"<!\[[^>]*\]>")
_NOT_SHOWN = frozenset({"style", "script", "head", "title", "template", "xml"})
_PARAGRAPHS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "blockquote", "body", "dt", "dd"}
)
_LISTS = frozenset({"ul", "ol"})
_LEAVES = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base"})
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
_HEAVY = 600
_FONT = re.compile(r"[\"']?([^\"',;]+)")
_NUMBERS = re.compile(r"\(?(?:\d+(?:\.\d+)*|[IVXLC]+)[.)\-/]*\Z|\(?[a-zđ][.)\-/]+\Z|[-+]\Z")
_LEVEL = re.compile(r"level(\d)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_OPEN_ENDED = frozenset({"p", "li", "td", "th", "tr"})
"""Elements that the next of their kind ends, where nobody closed them."""


@dataclass(frozen=True, slots=True)
class _Dress:
    """What the words at a place wear; `label` when they are the mark that Word drew."""

    tag: str
    is_bold: bool = False
    is_italic: bool = False
    font: str = ""
    is_hidden: bool = False
    is_label: bool = False


@dataclass(slots=True)
class _List:
    """A list that is open: how it counts, and how far it has come."""

    kind: str
    count: int = 0

    def next_mark(self, depth: int) -> str:
        self.count += 1
        if self.kind == "bullet":
            return "-" if depth == 1 else "+"
        if self.kind == "letter" and self.count <= len(POINT_LETTERS):
            return f"{POINT_LETTERS[self.count - 1]})"
        if self.kind == "roman" and self.count <= len(_ROMAN):
            return f"{_ROMAN[self.count - 1]}."
        return f"{self.count}."


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read."""

    words: list[Inline] = field(default_factory=list)
    label: str = ""
    level: int = 1
    alignment: str = ""


def html_blocks(html: str) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a piece of HTML, however it is broken."""
    reader = _Reader()
    reader.feed(_CONDITIONS.sub("", html))
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._dresses: list[_Dress] = [_Dress("")]
        self._lists: list[_List] = []
        self._tables: list[HtmlTable] = []
        self._blocks: list[list[Block]] = [[]]
        self._now = _Paragraph()

    def finished(self) -> tuple[Block, ...]:
        """Return what was read, with what nobody closed."""
        while self._tables:
            self._end_table()
        self._end_paragraph()
        return tuple(self._blocks[0])

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in _OPEN_ENDED and tag in self._open_here():
            self.handle_endtag(tag)
        style = _style(told.get("style", ""))
        self._begin(tag, told, style)
        if tag not in _LEAVES:
            self._dresses.append(_dress(self._dresses[-1], tag, told, style))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _LEAVES:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {dress.tag for dress in self._dresses}:
            return
        while self._dresses[-1].tag != tag:
            self._dresses.pop()
        self._dresses.pop()
        if tag == "table":
            self._end_table()
        elif tag in _LISTS:
            self._end_paragraph()
            if self._lists:
                self._lists.pop()
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in _PARAGRAPHS or tag == "li":
            self._end_paragraph()

    def handle_data(self, data: str) -> None:
        dress = self._dresses[-1]
        if dress.is_hidden:
            return
        if dress.is_label:
            self._now.label += data
            return
        text = data.replace("\u00a0", " ")
        if encoding_of(dress.font) and is_typed_in(text):
            text = converted(text, dress.font)
        self._now.words.append(Words(text, dress.is_bold, dress.is_italic))

    def _open_here(self) -> set[str]:
        """Return what is open inside the cell or list that is being read."""
        open_here: set[str] = set()
        for dress in reversed(self._dresses):
            if dress.tag in {"table", *_LISTS}:
                break
            open_here.add(dress.tag)
        return open_here

    def _begin(self, tag: str, told: dict[str, str], style: dict[str, str]) -> None:
        if tag in _PARAGRAPHS or tag in _LISTS:
            self._end_paragraph()
            stands = style.get("text-align") or told.get("align", "")
            self._now.alignment = stands.lower() or self._now.alignment
            level = _LEVEL.search(style.get("mso-list", ""))
            self._now.level = int(level[1]) if level else 1
        if tag in _LISTS:
            self._lists.append(_List(_kind(tag, told, style)))
        elif tag == "li":
            self._end_paragraph()
            if self._lists:
                self._now.label = self._lists[-1].next_mark(len(self._lists))
        elif tag == "table":
            self._end_paragraph()
            self._tables.append(HtmlTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1].begin_cell(told, is_head=tag == "th")
            self._blocks.append([])
            self._now = _Paragraph(alignment=style.get("text-align") or told.get("align", ""))

    def _end_paragraph(self) -> None:
        now = self._now
        is_said = any(isinstance(part, Words) and part.text.strip() for part in now.words)
        if is_said:
            label = _mark(now.label, now.level)
            self._blocks[-1].append(Passage(tuple(now.words), label, now.alignment))
            self._now = _Paragraph(alignment=now.alignment if len(self._blocks) > 1 else "")
        else:
            self._now = replace(now, words=[])

    def _end_cell(self) -> None:
        if self._tables and len(self._blocks) > 1:
            self._end_paragraph()
            self._tables[-1].end_cell(tuple(self._blocks.pop()))
            self._now = _Paragraph()

    def _end_table(self) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        if table.is_in_cell:
            self._end_cell()
        self._tables.pop()
        if (finished := table.finished()) is not None:
            self._blocks[-1].append(finished)
        self._now = _Paragraph()


def _dress(outside: _Dress, tag: str, told: dict[str, str], style: dict[str, str]) -> _Dress:
    weight, slant = style.get("font-weight", ""), style.get("font-style", "")
    font = style.get("font-family", "") or told.get("face", "")
    found = _FONT.match(font)
    return _Dress(
        tag,
        _is_heavy(weight) if weight else tag in _BOLD or (outside.is_bold and tag != "table"),
        slant in {"italic", "oblique"} if slant else tag in _ITALIC or outside.is_italic,
        found[1].strip() if found else outside.font,
        outside.is_hidden or tag in _NOT_SHOWN or _is_hidden(style),
        outside.is_label or style.get("mso-list", "").lower() == "ignore",
    )


def _is_heavy(weight: str) -> bool:
    return weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= _HEAVY)


def _is_hidden(style: dict[str, str]) -> bool:
    return style.get("display") == "none" or style.get("mso-hide") == "all"


def _style(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _colon, value in pairs}


def _kind(tag: str, told: dict[str, str], style: dict[str, str]) -> str:
    if tag == "ul":
        return "bullet"
    said = f"{told.get('type', '')} {style.get('list-style-type', '')}"
    if "alpha" in said or "a" in said.lower().split():
        return "letter"
    return "roman" if "roman" in said or "i" in said.lower().split() else "number"


def _mark(label: str, level: int) -> str:
    """Return a mark that official text knows: numbers as drawn, for signs `-` and below it `+`."""
    drawn = label.replace("\u00a0", " ").strip()
    if not drawn or _NUMBERS.match(drawn):
        return drawn
    return "-" if level == 1 else "+"
