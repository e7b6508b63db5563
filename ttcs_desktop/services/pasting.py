"""What is pasted, made clean (làm sạch phần dán vào): from Word, Excel, PDF, old encodings.

Nothing is lost: what was pasted is kept as it came, and the clerk may have it back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ttcs_desktop.language.encodings import Encoding, detect, to_unicode
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.syllables import is_syllable
from ttcs_desktop.officialtext.lines import UNPRINTABLE, read_lines
from ttcs_desktop.officialtext.pieces import TABLE, read_pieces, wrapped_width
from ttcs_desktop.officialtext.tables import is_row
from ttcs_desktop.services.levels import mark_of
from ttcs_desktop.services.pipe_tables import aligned
from ttcs_desktop.services.run_together import Known, Split, splits

MOST_HTML = 3_000_000
"""Letters of HTML that are read; of more only the plain text is taken."""
_MOST_LOOKED_AT = 200_000
_FEWEST_LINES = 3
_BREAKS = re.compile("\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BULLET = re.compile("^([ \t]*)(?:[•●▪■◦·∙➢➤❖◆▶►✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf02d]|[–—](?=\\s))\\s*")
_SECOND_BULLET = re.compile("^([ \t]*)[o§][\t]+")
_AFTER_MARK = re.compile("^([ \t]*(?:[IVXLC]+[.\\-]|\\d+(?:\\.\\d+)*[.)\\-]?|[a-zđ][.)]|[-+]))\t+")


class Cleaning(Enum):
    """What was done to what was pasted."""

    TCVN3 = Encoding.TCVN3
    VNI = Encoding.VNI
    MOJIBAKE = Encoding.MOJIBAKE
    BULLETS = "bullets"
    """Signs at the start of lines became `-` and `+`."""
    JOINED = "joined"
    """Lines cut by hand became paragraphs."""
    TABLE = "table"
    """Cells became a table with pipes."""
    DRESS = "dress"
    """Lists, bold and italic of another program became marks."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What goes into the text: official text, what it was, and what was done to it.

    `splits` are words that look run together: a proposal, in the places of `text`.
    """

    text: str
    raw: str
    done: tuple[Cleaning, ...] = ()
    splits: tuple[Split, ...] = ()

    @property
    def is_block(self) -> bool:
        """Tell whether it needs lines of its own: a table."""
        return is_row(self.text.split("\n", 1)[0])


def cleaned(plain: str, html: str = "", known: Known | None = None) -> Pasted:
    """Return what another program copied, as official text; `known` tells syllables there are."""
    raw = _BREAKS.sub("\n", plain)
    done: list[Cleaning] = []
    lines = _from_html(html, done) or _from_plain(raw, done)
    text = "\n".join(lines)
    proposed = splits(text, known) if len(text) <= _MOST_LOOKED_AT else ()
    return Pasted(text, raw, tuple(done), proposed)


def in_one_line(text: str) -> str:
    """Return what is pasted into a cell: no line ends, no pipes that would cut it."""
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))


def _from_html(html: str, done: list[Cleaning]) -> list[str]:
    if not html or len(html) > MOST_HTML:
        return []
    from ttcs_desktop.readers.clipboard import html_lines

    lines = [_plain_signs(line) for line in html_lines(html)]
    if not lines:
        return []
    text = _decoded("\n".join(lines), done)
    lines = _straightened(text.split("\n"))
    if any(is_row(line) for line in lines):
        done.append(Cleaning.TABLE)
    elif any("*" in line or mark_of(line) for line in lines):
        done.append(Cleaning.DRESS)
    return lines


def _from_plain(raw: str, done: list[Cleaning]) -> list[str]:
    from ttcs_desktop.readers.clipboard import tab_rows

    text = _plain_signs(_decoded(raw, done))
    lines = text.split("\n")
    marked = [_with_marks(line) for line in lines]
    is_list = all(old != new for old, new in zip(lines, marked, strict=True) if old.strip())
    rows = tab_rows(text) if "\t" in text and not is_list else None
    if rows is not None:
        done.append(Cleaning.TABLE)
        return aligned(rows)
    if marked != lines:
        done.append(Cleaning.BULLETS)
    joined = _joined(marked)
    if joined != marked:
        done.append(Cleaning.JOINED)
    return joined


def _decoded(text: str, done: list[Cleaning]) -> str:
    encoding = detect(text[:_MOST_LOOKED_AT])
    if encoding is None:
        return nfc(text)
    done.append(Cleaning(encoding))
    return to_unicode(text, encoding)


def _plain_signs(text: str) -> str:
    """Return text without signs that no page shows, with spaces of one kind."""
    return nfc(UNPRINTABLE.sub("", _SPACES.sub(" ", text)))


def _with_marks(line: str) -> str:
    """Return a line whose bullet is a mark of official text, one space behind it."""
    line = _SECOND_BULLET.sub(r"\1+ ", _BULLET.sub(r"\1- ", line))
    return _AFTER_MARK.sub(r"\1 ", line)


def _straightened(lines: Sequence[str]) -> list[str]:
    """Return lines in which the pipes of each table stand one under another."""
    straight: list[str] = []
    table: list[str] = []
    for line in (*lines, ""):
        if is_row(line):
            table.append(line)
            continue
        straight += [*(aligned(table) if table else []), line]
        table = []
    return straight[:-1]


def _joined(lines: Sequence[str]) -> list[str]:
    """Return paragraphs in place of lines that were cut where a page was full."""
    read = read_lines("\n".join(lines))
    if sum(bool(line.text) for line in read) < _FEWEST_LINES or not wrapped_width(read):
        return list(lines)
    joined: list[str] = []
    for piece in read_pieces(read, []):
        inside = [line for line in lines[piece.line - 1 : piece.end] if line.strip()]
        above = lines[piece.line - 2] if piece.line > 1 else "x"
        if joined and not above.strip():
            joined.append("")
        joined += inside if piece.kind == TABLE else [_in_one(inside)]
    return joined


def _in_one(lines: Sequence[str]) -> str:
    whole = lines[0].rstrip()
    for line in lines[1:]:
        following = line.strip()
        whole = _hyphenated(whole, following) or f"{whole} {following}"
    return whole


def _hyphenated(above: str, following: str) -> str:
    """Return two lines as one where a hyphen cut a word in two; "" where none did."""
    if not above.endswith("-") or above.endswith(" -") or not following[:1].islower():
        return ""
    first = re.split(r"[\s-]", above[:-1])[-1]
    second = re.split(r"\W", following)[0]
    is_cut = is_syllable((first + second).lower()) and not (
        is_syllable(first.lower()) and is_syllable(second.lower())
    )
    return (above[:-1] if is_cut else above) + following
