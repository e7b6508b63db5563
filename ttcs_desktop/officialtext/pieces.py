"""Pieces of the body (đoạn, khoản, điểm, bảng): lines that belong together, with their level."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ttcs_desktop.i18n import _
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import DIVISIONS, Level
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.officialtext.inline import words_of
from ttcs_desktop.officialtext.lines import (
    ESCAPE,
    TextLine,
    centred,
    ends_sentence,
    is_bold,
    is_note,
    is_page_break,
    is_rule,
    starts_small,
)
from ttcs_desktop.officialtext.markers import Marker, marker
from ttcs_desktop.officialtext.tables import is_row

TEXT, TABLE, PAGE_BREAK, CENTRED = "text", "table", "page-break", "centred"
LONGEST_WRAPPED_LINE = 120
SHORTEST_WRAPPED_LINE = 40
_LONGEST_TITLE, _LONGEST_LEAD_IN = 160, 70
"""Letters of what may stand over a paragraph as its title, with a number and without one."""
_NEARLY_FULL = 0.85
_LIST_GOES_ON = (";", ":")


@dataclass(slots=True)
class Piece:
    """One block to be: the lines it was typed on, and what its first line says of it.

    A piece of kind TEXT with a `level` is an item. `is_plain`: a backslash keeps it from being
    anything but running text.
    """

    line: int
    texts: list[str]
    kind: str = TEXT
    level: Level | None = None
    ordinal: str = ""
    is_plain: bool = False
    rows: list[TextLine] = field(default_factory=list)
    end: int = 0
    """The last line it was typed on."""
    _words: str = ""

    def __post_init__(self) -> None:
        self.end = self.end or self.line

    def add(self, texts: Iterable[str], end: int) -> None:
        """Add the words of further lines."""
        self.texts.extend(texts)
        self.end = end
        self._words = ""

    def follows(self, other: "Piece") -> bool:
        """Tell whether no blank line stands between another piece and this one."""
        return self.line == other.end + 1

    @property
    def text(self) -> str:
        """Return the words of all lines."""
        return " ".join(self.texts)

    @property
    def words(self) -> str:
        """Return the words of all lines without marks."""
        self._words = self._words or words_of(self.text)
        return self._words

    @property
    def is_running(self) -> bool:
        """Tell whether more words may follow: an item or a paragraph."""
        return self.kind == TEXT and self.level not in DIVISIONS

    @property
    def is_prose(self) -> bool:
        """Tell whether it is too long for a title, of which less is to be expected of a number."""
        is_titled = self.level not in {None, Level.DASH, Level.PLUS}
        length = sum(len(text) for text in self.texts[-3:])
        return length >= (_LONGEST_TITLE if is_titled else _LONGEST_LEAD_IN)

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it is running text without a mark."""
        return self.kind == TEXT and self.level is None

    @property
    def may_be_text(self) -> bool:
        """Tell whether it is a paragraph that its words may make more of: a note, a basis."""
        return self.is_paragraph and not self.is_plain


def read_pieces(lines: list[TextLine], problems: list[Problem]) -> list[Piece]:
    """Put lines together to pieces; a paragraph cut by the end of a page is mended."""
    return _mended(_named(_gathered(lines)), problems)


def _gathered(lines: list[TextLine]) -> list[Piece]:
    width = wrapped_width(lines)
    pieces: list[Piece] = []
    above: TextLine | None = None
    for line in lines:
        if not line.text:
            above = None
            continue
        if not _goes_on(pieces, above, line, width):
            pieces.append(_first(line))
        above = line
    return pieces


def _goes_on(pieces: list[Piece], above: TextLine | None, line: TextLine, width: int) -> bool:
    """Add a line to the piece above when it continues it, and tell whether it does."""
    if above is None:
        return False
    last = pieces[-1]
    if last.kind == TABLE and not line.is_plain and is_row(line.text):
        last.rows.append(line)
        last.end = line.number
        return True
    if last.is_running and _continues(above, line, width):
        last.add((line.words,), line.number)
        return True
    return False


class _Start(NamedTuple):
    """What a line by itself says of the piece that begins with it."""

    texts: tuple[str, ...]
    kind: str = TEXT
    level: Level | None = None
    ordinal: str = ""
    is_plain: bool = False


def _first(line: TextLine) -> Piece:
    """Begin a piece with a line."""
    start = _start(line.text)
    rows = [line] if start.kind == TABLE else []
    return Piece(
        line.number, list(start.texts), start.kind, start.level, start.ordinal, start.is_plain, rows
    )


@remembered
def _start(text: str) -> _Start:
    line = TextLine(0, text)
    if line.is_plain:
        return _Start((line.words,), is_plain=True)
    if is_row(text):
        return _Start((), TABLE)
    if is_page_break(text):
        return _Start((), PAGE_BREAK)
    words = centred(text)
    if words is not None:
        return _Start((words,), CENTRED)
    found = marker(text)
    if found and (found.rest or found.level in DIVISIONS or found.level is Level.ARTICLE):
        return _Start((found.rest,) if found.rest else (), TEXT, found.level, found.ordinal)
    return _Start((text,))


def wrapped_width(lines: list[TextLine]) -> int:
    """Return the width of a text whose lines were broken by hand; 0 when each is a paragraph.

    It is one when no line is longer than 120 letters and some line begins in mid-sentence.
    """
    longest, is_cut, above = 0, False, ""
    for line in lines:
        text = line.text
        if text.startswith("|"):
            text = ""
        longest = max(longest, len(text))
        if longest > LONGEST_WRAPPED_LINE:
            return 0
        if len(above) >= SHORTEST_WRAPPED_LINE and not is_cut:
            is_cut = starts_small(text) and not ends_sentence(above) and marker(text) is None
        above = text
    return longest if is_cut else 0


def _continues(above: TextLine, line: TextLine, width: int) -> bool:
    """Tell whether a line goes on with the paragraph of the line directly above it."""
    text = line.words.removeprefix(ESCAPE) if line.is_plain else line.text
    is_open = not ends_sentence(above.text)
    is_full = bool(width) and len(above.text) + 1 + len(text.split(" ", 1)[0]) > width
    found = None if line.is_plain else _structure(text)
    if found:
        return is_full and is_open and isinstance(found, Marker) and starts_small(found.rest)
    if is_open and (starts_small(text) or (width and len(above.text) >= width * _NEARLY_FULL)):
        return True
    return is_full and not above.text.endswith(_LIST_GOES_ON)


def _structure(text: str) -> Marker | bool:
    """Return what gives a line a place of its own: its mark, or True for what is no text."""
    if is_row(text) or is_page_break(text) or is_rule(text) or centred(text) is not None:
        return True
    return marker(text) or False


def _named(pieces: list[Piece]) -> list[Piece]:
    """Give parts and chapters the name that stands under them, in capitals, bold or centred."""
    named: list[Piece] = []
    for piece in pieces:
        head = named[-1] if named else None
        is_awaited = head and head.level in DIVISIONS and (not head.texts or piece.follows(head))
        if head and is_awaited and _is_name(piece):
            head.add((piece.text,), piece.end)
        else:
            named.append(piece)
    return named


def _is_name(piece: Piece) -> bool:
    if piece.is_plain or not piece.text:
        return False
    is_title = piece.text.isupper() or is_bold(piece.text)
    return piece.kind == CENTRED or (piece.is_paragraph and is_title and not is_rule(piece.text))


def _mended(pieces: list[Piece], problems: list[Problem]) -> list[Piece]:
    """Join a paragraph that the end of a page cut in two."""
    mended: list[Piece] = []
    for piece in pieces:
        if not _was_cut_off(mended, piece):
            mended.append(piece)
            continue
        if mended[-1].kind == PAGE_BREAK:
            mended.pop()
        mended[-1].add(piece.texts, piece.end)
        problems.append(_joined(piece))
    return mended


def _was_cut_off(before: list[Piece], piece: Piece) -> bool:
    """Tell whether a paragraph goes on in mid-sentence with the one before the blank line."""
    if (
        not piece.is_paragraph
        or piece.is_plain
        or not starts_small(piece.text)
        or is_note(piece.words)
    ):
        return False
    above = before[-1] if before else None
    if above and above.kind == PAGE_BREAK:
        above = before[-2] if len(before) > 1 else None
    if above is None or not above.is_running or not above.is_prose:
        return False
    return not ends_sentence(above.texts[-1]) and not above.texts[-1].isupper()


def _joined(piece: Piece) -> Problem:
    return Problem(
        Severity.NOTE,
        "officialtext.joined-paragraph",
        _("Đã nối “{words}” vào đoạn trên, vì câu bị ngắt giữa chừng.").format(
            words=" ".join(piece.text.split()[:6])
        ),
        piece.line,
        _("Nếu là đoạn riêng, viết hoa chữ đầu hoặc gõ dấu \\ ở đầu dòng."),
    )
