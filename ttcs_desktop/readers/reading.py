"""What was found in a file (kết quả đọc tệp)."""

from dataclasses import dataclass

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read.

    Attributes:
        draft: the draft that rides inside one of our own .docx files; None in any other file.
        text: the official text (văn bản nguồn) of the file.
        was_edited_outside: a .docx of ours was changed in another program.
        problems: what to look at again.
        suggested_encoding: the legacy encoding the text seems to be in (a value of
            `language.encodings.Encoding`); "" for none. The text is not converted.
    """

    draft: Draft | None
    text: str
    was_edited_outside: bool = False
    problems: tuple[Problem, ...] = ()
    suggested_encoding: str = ""
