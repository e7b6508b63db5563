"""The lines of a text (dòng), cleaned, and what can be told of one by itself."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.remembering import remembered

PAGE_BREAK = "=== ngắt trang ==="
ESCAPE = "\\"
_ESCAPE_APART = ESCAPE + " "
CENTRED = ("->", "<-")
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""What no printed page shows: controls, zero-width and direction marks, halves of characters."""
_RETURN = re.compile("\r\n?")
_SOFT_BREAK = re.compile("[\v\x1c-\x1e\x85\u2028\u2029]")
_PAGE_BREAK = re.compile(r"=+\s*ngắt trang\s*=+", re.IGNORECASE)
_RULE = re.compile(
    r"(?:[-–—_=~]\s?){3,}|(?:\*\s?){3,}|\*|[-–_]{2}|[-–_*]+\s?o0o\s?[-–_*]+", re.IGNORECASE
)
_TABS = re.compile(r"\s*\t\s*")
_ROOM = re.compile(r" {4,}")
_OPENERS = "*“\"‘'([«"
_CLOSERS = "*”\"’')]»}"
_DOTS, _AND_SO_ON = "...", "v.v"
_SENTENCE_ENDS = (".", ";", ":", "?", "!", "…")


class TextLine(NamedTuple):
    """A line of the source: its number from 1, and its text without the white space round it."""

    number: int
    text: str

    @property
    def is_plain(self) -> bool:
        """Tell whether a backslash keeps the line from being read as structure."""
        return self.text.startswith(ESCAPE)

    @property
    def words(self) -> str:
        """Return the text without a backslash that stands apart before it, `\\ **words**`."""
        return self.text[1:].lstrip() if self.text.startswith(_ESCAPE_APART) else self.text


def read_lines(text: str) -> list[TextLine]:
    """Cut a text into lines, each letter written one way (NFC); a form feed is a page break."""
    if "\r" in text:
        text = _RETURN.sub("\n", text)
    return list(_numbered(text.split("\n")))


@remembered
def _cleaned(raw: str) -> str:
    """Return what a line says, without the white space round it."""
    if not raw.isprintable():
        raw = UNPRINTABLE.sub("", _SOFT_BREAK.sub(" ", raw))
    return nfc(raw).strip()


def is_page_break(text: str) -> bool:
    """Tell whether a line starts a new page: `=== ngắt trang ===`."""
    return text.startswith("=") and bool(_PAGE_BREAK.fullmatch(text))


def is_rule(text: str) -> bool:
    """Tell whether a line is only drawn: `-----`, `***`, `____`, `*`."""
    return bool(_RULE.fullmatch(text))


def centred(text: str) -> str | None:
    """Return the words of a centred line, `-> words <-`; None for any other."""
    left, right = CENTRED
    if text.startswith(left) and text.endswith(right) and len(text) >= len(left + right):
        return text[len(left) : -len(right)].strip()
    return None


def columns(text: str) -> list[str]:
    """Return the columns of a line set side by side with tabs or many spaces."""
    if "\t" in text:
        return _TABS.split(text)
    return _ROOM.split(text) if "    " in text else [text]


def inner(text: str) -> str:
    """Return a line without the marks that centre it."""
    words = centred(text)
    return text if words is None else words


def bare(text: str) -> str:
    """Return a line without the asterisks of bold and italic round it."""
    if "*" not in text:
        return text
    words = text.lstrip("* ")
    left = words.rstrip("* ")
    return words[: len(left) + 1] if is_escaped(left, len(left)) else left


def is_bold(text: str) -> bool:
    """Tell whether a whole line is bold: `**words**`."""
    return len(text) > len("****") and text.startswith("**") and text.endswith("**")


def is_escaped(text: str, index: int) -> bool:
    """Tell whether a backslash makes a sign of a text a mere letter."""
    before = text[:index]
    return (len(before) - len(before.rstrip(ESCAPE))) % 2 == 1


def starts_small(text: str) -> bool:
    """Tell whether a line begins in mid-sentence, with a small letter."""
    return text.lstrip(_OPENERS)[:1].islower()


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with an end mark, also inside closing quotes."""
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS) or text.endswith(_SENTENCE_ENDS)


def is_note(words: str) -> bool:
    """Tell whether a paragraph stands in brackets as a whole."""
    words = words.removesuffix(".")
    return words.startswith("(") and words.endswith(")") and _closing(words) == len(words) - 1


def without_end(text: str) -> str:
    """Return an entry of a list without the mark that ends it; "..." and "v.v." stay."""
    text = text.rstrip(" ,;")
    if text.endswith(_DOTS):
        return text.rstrip(".") + _DOTS
    if not text.endswith("."):
        return text
    text = text.rstrip(" .,;")
    return f"{text}." if text.endswith(_AND_SO_ON) else text


def _closing(text: str) -> int:
    """Return where the bracket that opens a text is closed; -1 when it is not."""
    depth = 0
    for index, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return index
    return -1


_line: Callable[[tuple[int, str]], TextLine] = partial(tuple.__new__, TextLine)
"""Makes a line of its number and text without a step of Python."""


def _numbered(raw_lines: list[str]) -> Iterator[TextLine]:
    """Number the lines; of several blank ones in a row only the first counts."""
    is_blank = False
    for number, raw in enumerate(raw_lines, start=1):
        if "\f" not in raw:
            text = _cleaned(raw)
            if text or not is_blank:
                yield _line((number, text))
            is_blank = not text
            continue
        is_blank = False
        for index, part in enumerate(raw.split("\f")):
            if index:
                yield TextLine(number, PAGE_BREAK)
            if words := _cleaned(part):
                yield TextLine(number, words)
