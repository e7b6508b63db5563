"""What recognition has found so far: lines with what they are."""

from dataclasses import dataclass, field

from ttcs_desktop.checking.recognition.printed_lines import PrintedLine
from ttcs_desktop.model.component import Component, Part, Stretch, Sureness
from ttcs_desktop.model.document import Level


@dataclass(slots=True)
class Taken:
    """Components in the order they were found."""

    components: list[Component] = field(default_factory=list)

    def add(
        self,
        part: Part,
        *lines: PrintedLine,
        sureness: Sureness = Sureness.SURE,
        level: Level | None = None,
        ordinal: str = "",
        label: str = "",
        annex: int = 0,
        signature: int = 0,
    ) -> None:
        """Take up lines as one component."""
        stretches = tuple(Stretch(line.paragraph, line.start, line.end) for line in lines)
        text = " ".join(line.text for line in lines)
        self.components.append(
            Component(part, stretches, text, sureness, level, ordinal, label, annex, signature)
        )

    def has(self, part: Part) -> bool:
        """Tell whether a component of that kind was found."""
        return any(one.part is part for one in self.components)
