"""The clerk's own phrases: paragraphs kept under a name (câu mẫu của đơn vị)."""

import dataclasses
import uuid
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import DataError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.searching import holds, wanted
from ttcs_desktop.model.found import Phrase
from ttcs_desktop.places import user_data
from ttcs_desktop.services.files import free_path, write_atomically

LONGEST_NAME = 60


@dataclass(frozen=True)
class Phrases:
    """Phrases in a small file of the clerk's own; a file that cannot be read is set aside."""

    file: Path = dataclasses.field(default_factory=lambda: user_data() / "phrases.json")

    def all(self) -> tuple[Phrase, ...]:
        """Return the phrases in the order of their names."""
        if not self.file.exists():
            return ()
        try:
            kept = from_json(self.file.read_bytes(), tuple[Phrase, ...], where=str(self.file))
        except (DataError, OSError):
            self.file.replace(free_path(self.file.with_name("phrases.unreadable.json")))
            return ()
        return tuple(sorted(kept, key=lambda one: one.name.casefold()))

    def find(self, typed: str) -> tuple[Phrase, ...]:
        """Return the phrases whose name or words hold what was typed; all for nothing."""
        sought = wanted(typed)
        return tuple(one for one in self.all() if holds(f"{one.name} {one.text}", sought))

    def keep(self, text: str, name: str = "", source: str = "") -> Phrase:
        """Keep a paragraph; without a name it bears its first words.

        Raises:
            UserError: there are no words, or the clerk's own folder cannot be written.
        """
        words = " ".join(text.split())
        if not words:
            raise UserError(
                _("Chưa có chữ nào để giữ làm câu mẫu."), remedy=_("Chọn một đoạn văn rồi làm lại.")
            )
        phrase = Phrase(uuid.uuid4().hex, name.strip() or _first_words(words), words, source)
        self.put_back((*self.all(), phrase))
        return phrase

    def change(self, phrase: Phrase) -> None:
        """Write another name or text of a phrase.

        Raises:
            WriteError: the clerk's own folder cannot be written.
        """
        self.put_back(tuple(phrase if one.id == phrase.id else one for one in self.all()))

    def remove(self, phrase_id: str) -> None:
        """Take a phrase away.

        Raises:
            WriteError: the clerk's own folder cannot be written.
        """
        self.put_back(tuple(one for one in self.all() if one.id != phrase_id))

    def put_back(self, phrases: tuple[Phrase, ...]) -> None:
        """Write all phrases as they were at some time.

        Raises:
            WriteError: the clerk's own folder cannot be written.
        """
        write_atomically(self.file, to_json(phrases))


def _first_words(words: str) -> str:
    if len(words) <= LONGEST_NAME:
        return words
    return words[:LONGEST_NAME].rsplit(" ", 1)[0] + "…"
