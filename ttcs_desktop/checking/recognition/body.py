"""The body of a document or annex (nội dung): bases, items of every level, running text."""

from dataclasses import dataclass

from ttcs_desktop.checking.recognition.printed_lines import PrintedLine
from ttcs_desktop.checking.recognition.taken import Taken
from ttcs_desktop.model.component import Part, Sureness
from ttcs_desktop.model.document import DIVISIONS, Block, Item, Paragraph, Table
from ttcs_desktop.model.text import Span
from ttcs_desktop.officialtext.lines import is_note, is_rule
from ttcs_desktop.officialtext.markers import Marker, marker
from ttcs_desktop.officialtext.words import key, known
from ttcs_desktop.rules.titles import is_title

_DASHES = "-–— "
_CONTENTS = ("toc", "mục lục")


@dataclass(slots=True)
class BodyReader:
    """Takes up the lines between head and foot, or those of an annex."""

    lines: list[PrintedLine]
    taken: Taken
    styles: tuple[str, ...]
    """Names of the paragraphs' styles, by index of paragraph."""
    annex: int = 0

    def read(self) -> None:
        """Take up every line."""
        paragraphs = _joined(self.lines)
        blocks = [_block(lines) for lines in paragraphs]
        opening = self._opening(paragraphs)
        following: Block | None
        for index, lines in enumerate(paragraphs):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            above = blocks[index - 1] if index else None
            if index < opening:
                self._take_opening(lines)
            elif lines[0].is_table:
                self._add(Part.TABLE_TEXT, lines)
            elif is_rule(lines[0].text):
                self._add(Part.RULE, lines)
            elif self._is_contents(lines[0]):
                self._add(Part.OTHER, lines)
            else:
                self._take(lines, blocks[index], above, following)

    def _take(
        self,
        lines: list[PrintedLine],
        block: Block,
        above: Block | None,
        following: Block | None,
    ) -> None:
        text = lines[0].text
        if isinstance(block, Item):
            self._take_item(lines, block, following)
        elif _is_name(lines[0], above):
            level = above.level if isinstance(above, Item) else None
            self.taken.add(Part.DIVISION_TITLE, *lines, level=level, annex=self.annex)
        elif following is None and is_note(" ".join(line.text for line in lines).rstrip("./")):
            self._add(Part.CLOSING_NOTE, lines, Sureness.LIKELY)
        else:
            is_sure = not lines[0].is_placed and bool(text)
            self._add(Part.TEXT, lines, Sureness.SURE if is_sure else Sureness.GUESSED)

    def _take_item(self, lines: list[PrintedLine], item: Item, following: Block | None) -> None:
        found = _marker(lines[0].text)
        rest = found.rest if found else ""
        label = lines[0].text.removesuffix(rest).strip() if rest else lines[0].text
        part = Part.DIVISION if item.level in DIVISIONS else Part.ITEM
        if part is Part.ITEM and is_title(item, following):
            part = Part.ITEM_TITLE
        is_sure = not lines[0].is_placed
        self.taken.add(
            part,
            *lines,
            sureness=Sureness.SURE if is_sure else Sureness.GUESSED,
            level=item.level,
            ordinal=item.ordinal,
            label=label,
            annex=self.annex,
        )

    def _take_opening(self, lines: list[PrintedLine]) -> None:
        text = lines[0].text
        if text.isupper():
            is_enacting = key(text.rstrip(" :")) in known().enacting
            part = Part.ENACTING if is_enacting else Part.ENACTING_AUTHORITY
            self._add(part, lines)
        else:
            self._add(Part.BASIS, lines)

    def _add(
        self, part: Part, lines: list[PrintedLine], sureness: Sureness = Sureness.SURE
    ) -> None:
        self.taken.add(part, *lines, sureness=sureness, annex=self.annex)

    def _is_contents(self, line: PrintedLine) -> bool:
        return self.styles[line.paragraph].lower().startswith(_CONTENTS)

    def _opening(self, paragraphs: list[list[PrintedLine]]) -> int:
        """Return how many paragraphs are bases and the lines that enact; none without such."""
        words = known()
        count = 0
        for index, lines in enumerate(paragraphs):
            text = lines[0].text.lstrip(_DASHES)
            last = lines[-1].text
            if lines[0].is_table:
                break
            if text.isupper() and key(text.rstrip(" :")) in words.enacting and last.endswith(":"):
                return index + 1 if count or index <= 1 else 0
            is_basis = words.basis.match(text) if count else words.first_basis.match(text)
            if is_basis and last.endswith((";", ",", ".")):
                count = index + 1
            elif count or not text.isupper() or _marker(text) is not None:
                break
        return count


def _joined(lines: list[PrintedLine]) -> list[list[PrintedLine]]:
    """Return the lines paragraph by paragraph."""
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if groups and groups[-1][-1].paragraph == line.paragraph:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _block(lines: list[PrintedLine]) -> Block:
    text = " ".join(line.text for line in lines)
    if lines[0].is_table:
        return Table((), (), ())
    found = _marker(text)
    if found is None:
        return Paragraph((Span(text),))
    return Item(found.level, found.ordinal, (Span(found.rest),) if found.rest else ())


def _marker(text: str) -> Marker | None:
    found = marker(text)
    return found if found and (found.rest or found.level in DIVISIONS) else None


def _is_name(line: PrintedLine, above: Block | None) -> bool:
    """Tell whether a line is the name of the part or chapter above it."""
    if not isinstance(above, Item) or above.level not in DIVISIONS or above.content:
        return False
    return line.is_centred or line.is_bold or line.text.isupper()
