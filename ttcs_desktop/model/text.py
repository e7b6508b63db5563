"""Running text inside a block: words, citations, footnotes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one dress (đoạn chữ). Never empty, never holds a line end."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of an instrument by id, typed `[[ct-07-2016]]` (chỗ viện dẫn)."""

    instrument: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote (chú thích cuối trang) at the place of its mark, with its own text."""

    content: tuple[Span | Citation, ...]


Inline = Span | Citation | Footnote
Content = tuple[Inline, ...]


def plain(content: Content) -> str:
    """Return the words alone; a citation stands as `[[id]]`, a footnote is left out."""
    if len(content) == 1 and isinstance(content[0], Span):
        return content[0].text
    return "".join(
        [
            item.text if isinstance(item, Span) else f"[[{item.instrument}]]"
            for item in content
            if not isinstance(item, Footnote)
        ]
    )
