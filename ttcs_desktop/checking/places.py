"""Where a remark stands in the file (vị trí)."""

from ttcs_desktop.checking.rule import Remark
from ttcs_desktop.model.appearance import Appearance
from ttcs_desktop.model.component import Component, Stretch
from ttcs_desktop.model.finding import FindingPlace

_LONGEST = 80


class Places:
    """Numbers the paragraphs of a file as its reader would count them."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._numbers: list[int] = []
        counts: dict[tuple[str, str], int] = {}
        for paragraph in appearance.paragraphs:
            story = (paragraph.spot.story, paragraph.spot.part)
            counts[story] = counts.get(story, 0) + 1
            self._numbers.append(counts[story])

    def of(self, remark: Remark) -> FindingPlace:
        """Return the place of a remark."""
        at = remark.at
        if at is None:
            return FindingPlace(section=(remark.section or 0) + 1, words=remark.words)
        first = at.stretches[0] if isinstance(at, Component) else at
        paragraph = self._appearance.paragraphs[first.paragraph]
        spot = paragraph.spot
        return FindingPlace(
            page=spot.page,
            paragraph=self._numbers[first.paragraph],
            section=spot.section + 1,
            story=spot.story,
            words=shortened(remark.words or self._words(at)),
            start=first.start,
            end=first.end,
            part=spot.part,
            order=spot.order,
        )

    def _words(self, at: Component | Stretch) -> str:
        if isinstance(at, Component):
            return at.text
        paragraph = self._appearance.paragraphs[at.paragraph]
        return paragraph.text[at.start : at.end] or paragraph.label or paragraph.text


def shortened(words: str) -> str:
    """Return words in one line, the middle of long ones left out."""
    one_line = " ".join(words.split())
    if len(one_line) <= _LONGEST:
        return one_line
    half = _LONGEST // 2 - 1
    return f"{one_line[:half].rstrip()} … {one_line[-half:].lstrip()}"
