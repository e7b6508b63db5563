"""From official text to the document tree (đọc văn bản nguồn)."""

from dataclasses import replace
from functools import lru_cache

from ttcs_desktop.i18n import _, language
from ttcs_desktop.model.document import Document, Paragraph
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.officialtext.annexes import read_annex, split_annexes
from ttcs_desktop.officialtext.body import (
    read_blocks,
    read_opening,
    split_notes,
    without_end_mark,
)
from ttcs_desktop.officialtext.ending import Ending, find_ending, read_ending
from ttcs_desktop.officialtext.footnotes import take_definitions
from ttcs_desktop.officialtext.frontmatter import split
from ttcs_desktop.officialtext.heading import Head, read_head
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.lines import TextLine, read_lines
from ttcs_desktop.officialtext.pieces import read_pieces


def parse(text: str) -> Document:
    """Read official text (văn bản nguồn): any text gives a tree.

    What is not understood becomes an ordinary paragraph, with a problem where one can help. Front
    matter is passed over; lines are counted from the start of `text`.
    """
    return _parsed(text, language())


@lru_cache(maxsize=2)
def _parsed(text: str, _language: str) -> Document:
    """Read a text; what was read last is kept, for it is asked for again when files are made.

    Problems are sentences in the language spoken.
    """
    problems: list[Problem] = []
    lines, definitions = take_definitions(_lines(text), problems)
    reader = InlineReader(definitions, problems)
    main, annexes = split_annexes(lines)
    head, start = read_head(main, reader)
    end = find_ending(main, start)
    ending = read_ending(main[end:], reader)
    document = _document(head, main[start:end], ending, reader)
    return replace(
        document,
        annexes=tuple(read_annex(annex, reader) for annex in annexes),
        problems=tuple(sorted(dict.fromkeys(reader.problems), key=lambda problem: problem.line)),
    )


def _lines(text: str) -> list[TextLine]:
    front, body, first = split(text)
    lines = read_lines(body)
    if not front and first == 1:
        return lines
    return [TextLine(line.number + first - 1, line.text) for line in lines]


def _document(head: Head, lines: list[TextLine], ending: Ending, reader: InlineReader) -> Document:
    pieces = without_end_mark(read_pieces(lines, reader.problems))
    opening, pieces = read_opening(pieces, reader)
    body, notes = split_notes(pieces)
    blocks = read_blocks(body, reader) + tuple(_left_over(line, reader) for line in ending.left)
    return Document(
        type_name=head.type_name,
        subject=head.subject,
        author_line=head.author_line,
        issuer=head.issuer,
        number=head.number,
        place_and_date=head.place_and_date,
        addressees=head.addressees,
        bases=opening.bases,
        enacting_authority=opening.authority,
        enacting=opening.enacting,
        blocks=blocks,
        closing_notes=tuple(
            Paragraph(reader.read(note.text, note.line), line=note.line) for note in notes
        ),
        recipients=ending.recipients,
        signatures=ending.signatures,
        marks=replace(
            head.marks,
            no_media=ending.marks.no_media,
            drafter=ending.marks.drafter,
            contact=ending.marks.contact,
        ),
        subject_line=head.subject_line,
    )


def _left_over(line: TextLine, reader: InlineReader) -> Paragraph:
    """Keep a line among recipients and signatures that is neither, as a paragraph of the body."""
    reader.problems.append(
        Problem(
            Severity.WARNING,
            "officialtext.after-signature",
            _("Dòng này đứng giữa phần ký và nơi nhận nhưng không thuộc phần nào."),
            line.number,
            _("Chuyển dòng này lên phần nội dung, hoặc xóa đi."),
        )
    )
    return Paragraph(reader.read(line.words, line.number), line=line.number)
