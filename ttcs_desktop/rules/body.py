"""The body (nội dung; ô 6): bases, enacting line, blocks and closing notes as lines and grids."""

import dataclasses
from collections.abc import Iterable

from ttcs_desktop.language.case import upper
from ttcs_desktop.model.document import DIVISIONS, Block, Item, Level, PageBreak, Paragraph, Table
from ttcs_desktop.model.format import LevelForm
from ttcs_desktop.model.sheet import Element, Line, Run
from ttcs_desktop.model.text import Span
from ttcs_desktop.rules.numbering import numbering_problems
from ttcs_desktop.rules.scribe import Scribe, plain_content, plain_run
from ttcs_desktop.rules.stops import ended, with_end
from ttcs_desktop.rules.tables import grid
from ttcs_desktop.rules.titles import is_title, leads_in
from ttcs_desktop.rules.turning import keep_last, turned_to_new_page


def body(scribe: Scribe) -> list[Element]:
    """Write everything between the title and the signature; its last line keeps to what follows."""
    document, box = scribe.document, scribe.boxes.body
    blocks, notes = _ended(document.blocks, document.closing_notes, scribe.format.end_mark)
    scribe.note(numbering_problems(document.blocks))
    return keep_last(
        [
            *_bases(scribe),
            *block_elements(scribe, blocks, box, scribe.format.text_width),
            *(scribe.line(box, "closing-note", note.content, source=note.line) for note in notes),
        ]
    )


def block_elements(
    scribe: Scribe, blocks: tuple[Block, ...], box: str, width: float
) -> list[Element]:
    """Write blocks in reading order on pages with `width` mm of text."""
    elements: list[Element] = []
    starts_page = False
    for block, following in zip(blocks, (*blocks, None)[1:], strict=True):
        if isinstance(block, PageBreak):
            starts_page = True
            continue
        written = _block(scribe, block, following, box, width)
        elements.extend(turned_to_new_page(written) if starts_page else written)
        starts_page = False
    return elements


def _block(
    scribe: Scribe,
    block: Paragraph | Item | Table,
    following: Block | None,
    box: str,
    width: float,
) -> list[Element]:
    if isinstance(block, Item):
        return list(_item(scribe, block, following, box))
    if isinstance(block, Table):
        return [grid(scribe, block, box, width)]
    style = "body-centred" if block.is_centred else "body"
    return [scribe.line(box, style, block.content, source=block.line)]


def _item(scribe: Scribe, item: Item, following: Block | None, box: str) -> Iterable[Line]:
    form = scribe.format.levels[item.level]
    if item.level in DIVISIONS:
        return _division(scribe, item, form, box)
    mark = form.mark.replace("{n}", item.ordinal)
    if form.title_style and is_title(item, following):
        content = (*plain_content(mark), *item.content)
        return (scribe.line(box, form.title_style, content, source=item.line, keep=True),)
    return (_running(scribe, item, form, mark, box, keep=leads_in(item, following)),)


def _division(scribe: Scribe, item: Item, form: LevelForm, box: str) -> Iterable[Line]:
    """Write part, chapter or section on a line of its own, its name on the next."""
    mark = form.mark.replace("{n}", item.ordinal).strip()
    yield scribe.line(box, form.style, mark, source=item.line, keep=True)
    if item.content:
        yield scribe.line(box, form.title_style, item.content, source=item.line, keep=True)


def _running(
    scribe: Scribe, item: Item, form: LevelForm, mark: str, box: str, *, keep: bool
) -> Line:
    """Write an item of running text; the words "Điều 1." stand out as in an article's title."""
    stands_out = item.level is Level.ARTICLE and scribe.format.styles[form.title_style].is_bold
    runs = scribe.styled(form.style, item.content, item.line)
    first = runs[0] if runs else None
    if isinstance(first, Run) and first.bold is None and first.italic is None and not stands_out:
        runs = (plain_run(mark + first.text), *runs[1:])
    else:
        runs = (Run(mark, bold=stands_out or None), *runs)
    return Line(box, form.style, runs, item.line, keep)


def _bases(scribe: Scribe) -> Iterable[Line]:
    """Write the legal bases, each on its own line, and the line that enacts."""
    document, form, box = scribe.document, scribe.format.bases, scribe.boxes.body
    if document.bases and document.enacting_authority:
        words = upper(scribe.fixed(document.enacting_authority))
        yield scribe.line(box, "enacting", words, keep=True)
    last = len(document.bases) - 1
    for index, content in enumerate(document.bases):
        ended = with_end(content, form.last_ends if index == last else form.ends)
        basis = (Span(form.prefix), *ended) if form.prefix else ended
        yield scribe.line(box, "basis", basis, source=document.subject_line)
    if document.enacting:
        words = upper(scribe.fixed(document.enacting.rstrip(" :")))
        yield scribe.line(box, "enacting", f"{words}:", keep=True)


def _ended(
    blocks: tuple[Block, ...], notes: tuple[Paragraph, ...], end: str
) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """Let the last running text before the signature end with the format's end mark."""
    if not notes:
        return ended(blocks, end), notes
    last = dataclasses.replace(notes[-1], content=with_end(notes[-1].content, end))
    return blocks, (*notes[:-1], last)
