"""What stops the work, told to a clerk.

    UserError             a sentence for the clerk: what, where, and what to do next
    ├── SourceError       a text or a .docx cannot be read
    ├── TemplateError     a template is wrong, or its form is not filled rightly
    ├── DataError         a shipped or user data file is wrong (formats, units, instruments)
    ├── UnknownError      an id names nothing: unit, template, format, instrument
    └── WriteError        a file cannot be written; the old file is intact

Everything else that is raised is our own bug. Findings on content are not errors: they are
`model.problem.Problem` values.
"""


class UserError(Exception):
    """A problem told to the clerk as it stands.

    Attributes:
        what: one sentence that says what is wrong, in the interface language.
        where: the place (file, line, field), or "" when there is none.
        remedy: what to do next, or "".
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        """Return the whole message on one line."""
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class SourceError(UserError):
    """A source text or .docx cannot be read."""


class TemplateError(UserError):
    """A template is wrong, or cannot be filled with what was given.

    Attributes:
        file: the file of the template that is wrong, "" when an answer is.
        line: the line of that file, from 1; 0 for the whole of it.
    """

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "", file: str = "", line: int = 0
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.file = file
        self.line = line


class DataError(UserError):
    """A data file that ships with the product, or one of the clerk's, is wrong."""


class UnknownError(UserError):
    """An id names nothing that we know."""


class WriteError(UserError):
    """A file cannot be written; whatever stood there before is intact."""
