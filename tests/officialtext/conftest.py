"""Shared by the tests of official text."""

from collections.abc import Callable

import pytest

from ttcs_desktop.model.document import Document, Item, PageBreak, Paragraph, Table
from ttcs_desktop.model.text import Content, plain
from ttcs_desktop.officialtext.parse import parse


def _told(content: Content) -> str:
    return plain(content)


@pytest.fixture(scope="session")
def outline() -> Callable[[Document], list[str]]:
    """Return the blocks of a document as short lines: level, number, words."""

    def of(document: Document) -> list[str]:
        lines = []
        for block in document.blocks:
            if isinstance(block, Item):
                lines.append(f"{block.level.value} {block.ordinal}: {_told(block.content)}")
            elif isinstance(block, Paragraph):
                kind = "centred" if block.is_centred else "paragraph"
                lines.append(f"{kind}: {_told(block.content)}")
            elif isinstance(block, Table):
                lines.append(f"table {len(block.alignments)}x{len(block.rows)}")
            elif isinstance(block, PageBreak):
                lines.append("page break")
        return lines

    return of


@pytest.fixture(scope="session")
def read(outline: Callable[[Document], list[str]]) -> Callable[[str], list[str]]:
    """Return the blocks of a text as short lines."""
    return lambda text: outline(parse(text))
