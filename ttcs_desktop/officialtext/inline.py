"""Words inside a block: bold, italic, escapes, citations, footnotes (chữ trong đoạn)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ttcs_desktop.i18n import _
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.text import Citation, Content, Footnote, Span, plain
from ttcs_desktop.officialtext.lines import is_escaped

_SPECIAL = re.compile(r"[\\*\[]")
_TOKEN = re.compile(
    r"\\(?P<escaped>\S)|(?P<stars>\*+)|\[\[(?P<id>[\w./-]+)\]\]|\[\^(?P<label>[\w-]{1,20})\]"
)
_FOOTNOTE = "[^"
_BOLD, _ITALIC = 2, 1
_BOTH = _BOLD | _ITALIC


@dataclass(slots=True)
class Definition:
    """The words of a footnote (nội dung chú thích), and where they were typed."""

    text: str
    line: int
    is_used: bool = False


@dataclass(slots=True)
class InlineReader:
    """Reads the words of blocks, with the footnotes of the whole text at hand."""

    definitions: dict[str, Definition] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, text: str, line: int = 0) -> Content:
        """Return content; white space of any kind and length is one space."""
        if _FOOTNOTE in text:
            return _merged(self._items(" ".join(text.split()), line))
        return _without_footnotes(text)

    def plain(self, text: str) -> str:
        """Return the words alone, without marks."""
        return plain(self.read(text)) if _SPECIAL.search(text) else " ".join(text.split())

    def _items(self, text: str, line: int) -> Iterator[Span | Citation | Footnote]:
        tokens = list(_TOKEN.finditer(text))
        toggled = _matched_stars(text, tokens)
        end, style = 0, 0
        for index, token in enumerate(tokens):
            if token.start() > end:
                yield _span(text[end : token.start()], style)
            end = token.end()
            if token["stars"]:
                turned = style ^ toggled[index]
                if left := _left(token["stars"], toggled[index]):
                    yield _span(left, style & turned)
                style = turned
            elif token["id"]:
                yield Citation(token["id"], bool(style & _BOLD), bool(style & _ITALIC))
            elif token["label"]:
                yield self._footnote(token, line) or _span(token[0], style)
            else:
                yield _span(token["escaped"], style)
        if end < len(text):
            yield _span(text[end:], style)

    def _footnote(self, token: re.Match[str], line: int) -> Footnote | None:
        definition = self.definitions.get(token["label"])
        if definition is None:
            self.problems.append(
                Problem(
                    Severity.WARNING,
                    "officialtext.unknown-footnote",
                    _("Chú thích {mark} chưa có nội dung.").format(mark=token[0]),
                    line,
                    _("Thêm một dòng “{mark}: nội dung chú thích”.").format(mark=token[0]),
                )
            )
            return None
        definition.is_used = True
        content = InlineReader().read(definition.text)
        return Footnote(tuple(item for item in content if not isinstance(item, Footnote)))


@remembered
def _without_footnotes(text: str) -> Content:
    """Return the content of a text that marks no footnote."""
    text = " ".join(text.split())
    if not text:
        return ()
    if _SPECIAL.search(text) is None:
        return (Span(text),)
    return _merged(InlineReader()._items(text, 0))  # noqa: SLF001  the class is this module's


@remembered
def words_of(text: str) -> str:
    """Return the words of a text that holds no footnotes, without marks."""
    text = " ".join(text.split())
    if _SPECIAL.search(text) is None:
        return text
    tokens = list(_TOKEN.finditer(text))
    toggled = _matched_stars(text, tokens)
    words, end = [], 0
    for token, style in zip(tokens, toggled, strict=True):
        stars = token["stars"]
        said = _left(stars, style) if stars else token["escaped"] or token[0]
        words += [text[end : token.start()], said]
        end = token.end()
    return "".join((*words, text[end:]))


def name_of(text: str) -> str:
    """Return the words of a name or a title: an asterisk at either end is none of them."""
    words = words_of(text)
    if text.startswith("*"):
        words = words.lstrip("* ")
    if text.endswith("*") and not is_escaped(text, len(text) - 1):
        words = words.rstrip("* ")
    return words


def turning_stars(text: str) -> tuple[tuple[int, int], ...]:
    """Return the asterisks that turn bold (2), italic (1) or both (3) on or off.

    Each by its first letter and how many they are; they turn what their number says.
    """
    tokens = list(_TOKEN.finditer(text))
    turned = _matched_stars(text, tokens)
    return tuple(
        (token.start(), style) for token, style in zip(tokens, turned, strict=True) if style
    )


def without_bold(content: Content) -> Content:
    """Return content no word of which is bold by itself, where the format makes all of it so."""
    return _merged(
        item if isinstance(item, Footnote) else replace(item, bold=False) for item in content
    )


def without_italic(content: Content) -> Content:
    """Return content no word of which is italic by itself."""
    return _merged(
        item if isinstance(item, Footnote) else replace(item, italic=False) for item in content
    )


def _left(stars: str, toggled: int) -> str:
    """Return the asterisks of a run that turn nothing on or off, and so are only asterisks."""
    return stars[toggled:]


def _span(text: str, style: int) -> Span:
    return Span(text, bool(style & _BOLD), bool(style & _ITALIC))


def _merged(items: Iterable[Span | Citation | Footnote]) -> Content:
    """Return items with neighbouring spans of one dress as one."""
    merged: list[Span | Citation | Footnote] = []
    pieces: list[str] = []
    for item in items:
        last = merged[-1] if merged else None
        if (
            isinstance(item, Span)
            and isinstance(last, Span)
            and (item.bold, item.italic) == (last.bold, last.italic)
        ):
            pieces.append(item.text)
            continue
        _close(merged, pieces)
        if isinstance(item, Span):
            pieces = [item.text]
        merged.append(item)
    _close(merged, pieces)
    return tuple(merged)


def _close(merged: list[Span | Citation | Footnote], pieces: list[str]) -> None:
    last = merged[-1] if merged else None
    if isinstance(last, Span) and len(pieces) > 1:
        merged[-1] = Span("".join(pieces), last.bold, last.italic)


def _matched_stars(text: str, tokens: list[re.Match[str]]) -> list[int]:
    """Return what each run of asterisks turns on or off: 2 bold, 1 italic, 3 both, 0 nothing.

    One that opens stands before a word, one that closes after a word; one without its pair is an
    asterisk and nothing more.
    """
    toggled = [0] * len(tokens)
    opened: dict[int, int] = {}
    for index, token in enumerate(tokens):
        count = len(token["stars"] or "")
        if not 0 < count <= _BOTH:
            continue
        start, end = token.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        can_close, can_open = not _is_space(before), not _is_space(after)
        for style in (_BOLD, _ITALIC):
            if not count & style:
                continue
            if style in opened and can_close:
                toggled[opened.pop(style)] |= style
                toggled[index] |= style
            elif style not in opened and can_open:
                opened[style] = index
    return toggled


def _is_space(letter: str) -> bool:
    return not letter or letter.isspace()
