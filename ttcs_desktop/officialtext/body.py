"""The body (nội dung): legal bases, the enacting line, blocks and closing notes."""

import dataclasses
from dataclasses import dataclass

from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import DIVISIONS, Block, Item, Level, PageBreak, Paragraph
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.text import Citation, Content, Footnote, Span
from ttcs_desktop.officialtext.inline import InlineReader, name_of, without_bold, without_italic
from ttcs_desktop.officialtext.lines import is_note, is_rule, without_end
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.pieces import CENTRED, PAGE_BREAK, TABLE, Piece
from ttcs_desktop.officialtext.tables import is_row, read_table
from ttcs_desktop.officialtext.words import key, known

END_MARK = "./."
_MOST_BASES = 60
_LONGEST_AUTHORITY = 3
"""Pieces."""
_GOES_ON, _LAST = (";", ","), "."


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the body: who decides, on what bases, and the line that enacts."""

    authority: str = ""
    bases: tuple[Content, ...] = ()
    enacting: str = ""


def read_opening(pieces: list[Piece], reader: InlineReader) -> tuple[Opening, list[Piece]]:
    """Read the legal bases where the body begins with a list of them; return the rest too."""
    start = 0
    while start < min(_LONGEST_AUTHORITY, len(pieces)) and _is_in_capitals(pieces[start]):
        start += 1
    enacting = _enacting(pieces, start)
    end = enacting if enacting is not None else _end_of_bases(pieces, start)
    if end == start and enacting is None:
        return Opening(), pieces
    opening = Opening(
        authority=" ".join(name_of(piece.text) for piece in pieces[:start]),
        bases=tuple(_basis(piece, reader) for piece in pieces[start:end]),
        enacting=name_of(pieces[end].text).rstrip(" :") if enacting is not None else "",
    )
    return opening, pieces[end if enacting is None else end + 1 :]


def read_blocks(pieces: list[Piece], reader: InlineReader) -> tuple[Block, ...]:
    """Turn pieces into the blocks of the tree."""
    return tuple(_block(piece, reader) for piece in pieces)


def without_end_mark(pieces: list[Piece]) -> list[Piece]:
    """Take `./.` from the end of the last piece; the format writes its own."""
    last = pieces[-1] if pieces else None
    if last is None or not last.texts or not last.texts[-1].endswith(END_MARK):
        return pieces
    words = last.texts.pop().removesuffix(END_MARK).rstrip()
    last.add([words] if words else [], last.end)
    return pieces if last.texts else pieces[:-1]


def split_notes(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return the body, and the notes in brackets at its end, such as `(Gửi kèm …)`."""
    end = len(pieces)
    while end and pieces[end - 1].may_be_text and is_note(pieces[end - 1].words):
        end -= 1
    return pieces[:end], pieces[end:]


def is_enacting(words: str) -> bool:
    """Tell whether a line enacts what follows: `QUYẾT ĐỊNH:`."""
    return words.isupper() and words.endswith(":") and key(words.rstrip(" :")) in known().enacting


def may_be_first_basis(words: str) -> bool:
    """Tell whether a list of bases may begin with a text: `Căn cứ …;`."""
    return words.endswith(_GOES_ON) and known().first_basis.match(words) is not None


def may_be_basis(words: str) -> bool:
    """Tell whether a text may stand in a list of bases."""
    return known().basis.match(words) is not None


def _block(piece: Piece, reader: InlineReader) -> Block:
    if piece.kind == TABLE:
        return read_table(piece.rows, reader)
    if piece.kind == PAGE_BREAK:
        return PageBreak(piece.line)
    content = reader.read(piece.text, piece.line)
    if piece.level in DIVISIONS:
        content = without_bold(content)
    if piece.level:
        return Item(piece.level, piece.ordinal, content, piece.line)
    if piece.may_be_text and is_rule(piece.text):
        reader.problems.append(_drawn(piece))
    return Paragraph(content, piece.kind == CENTRED, piece.line)


def _end_of_bases(pieces: list[Piece], start: int) -> int:
    """Return where a list of bases ends: each with an end mark, the last with a full stop."""
    end = start
    while end < len(pieces) and _is_basis(pieces[end], is_first=end == start):
        words = pieces[end].words
        if words.endswith(_GOES_ON):
            end += 1
            continue
        return end + 1 if words.endswith(_LAST) and end > start else end
    return end


def _enacting(pieces: list[Piece], start: int) -> int | None:
    """Return where the enacting line stands, at the start or after bases; None without one."""
    for index in range(start, min(len(pieces), start + _MOST_BASES)):
        piece = pieces[index]
        if _may_be_title(piece) and is_enacting(piece.words):
            return index
        if not _may_be_listed(piece) or (index == start and not _is_basis(piece, is_first=True)):
            return None
    return None


def _may_be_title(piece: Piece) -> bool:
    return piece.may_be_text or piece.kind == CENTRED


def _is_title(piece: Piece) -> bool:
    return _may_be_title(piece) and piece.words.isupper()


def _is_in_capitals(piece: Piece) -> bool:
    if not _is_title(piece) or is_rule(piece.text):
        return False
    name = name_of(piece.text)
    return not name.endswith((":", ".")) and marker(name) is None and not is_row(name)


def _may_be_listed(piece: Piece) -> bool:
    return (piece.may_be_text or piece.level is Level.DASH) and not _is_title(piece)


def _is_basis(piece: Piece, *, is_first: bool) -> bool:
    words = known()
    start = words.first_basis if is_first else words.basis
    return _may_be_listed(piece) and bool(start.match(piece.words))


def _basis(piece: Piece, reader: InlineReader) -> Content:
    """Read a basis without end mark; the italics of the whole line are the format's."""
    content = reader.read(piece.text, piece.line)
    if all(isinstance(item, Footnote) or _is_italic(item) for item in content):
        content = without_italic(content)
    return _without_end(content)


def _without_end(content: Content) -> Content:
    while content and isinstance(last := content[-1], Span):
        if text := without_end(last.text):
            return (*content[:-1], dataclasses.replace(last, text=text))
        content = content[:-1]
    return content


def _is_italic(item: Span | Citation) -> bool:
    return item.italic or (isinstance(item, Span) and not item.text.strip(" .,;"))


def _drawn(piece: Piece) -> Problem:
    return Problem(
        Severity.NOTE,
        "officialtext.drawn-line",
        _("Dòng kẻ gõ tay được giữ như chữ thường."),
        piece.line,
        _("Xóa dòng này: thể thức tự kẻ các đường cần thiết."),
    )
