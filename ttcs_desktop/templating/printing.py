"""How a value becomes text: escaped, counted, and never more than fits (in giá trị)."""

import datetime
import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from decimal import Decimal

from jinja2 import Undefined, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.officialtext.escape import escape
from ttcs_desktop.templating.context import NamedUnit, Surroundings
from ttcs_desktop.templating.values import Cited, Missing

MOST_WORK = 20_000_000
"""Letters that one rendering may write or copy, its loops counted."""
MOST_TEXT = 2_000_000
"""Letters of the text that comes out."""
LONGEST_RUN = 5.0
"""Seconds."""
STEP = 50
"""What one turn of a loop or one call of a macro costs at least, in letters."""

Number = int | float | Decimal


class RefusedError(Exception):
    """A template does what none may do; told by its sentence and what to do about it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class ExhaustedError(RefusedError):
    """A template runs without end or writes without end."""

    def __init__(self) -> None:
        super().__init__(
            _("Mẫu lặp quá nhiều hoặc tạo văn bản quá dài nên đã dừng lại."),
            _("Giảm số lần lặp, số dòng của bảng hoặc độ dài của các ô."),
        )


@dataclass(slots=True)
class Run:
    """One rendering as it goes: what it may still do, and what it found missing."""

    surroundings: Surroundings
    missing: dict[str, str] = field(default_factory=dict)
    """Labels by field id, in the order in which their marks were printed."""
    work_left: int = MOST_WORK
    ends_at: float = field(default_factory=lambda: time.monotonic() + LONGEST_RUN)

    def spend(self, amount: int) -> None:
        """Account for a turn of a loop or a call of a macro.

        Raises:
            ExhaustedError: it was too much, or took too long.
        """
        self.write(amount)
        if time.monotonic() > self.ends_at:
            raise ExhaustedError

    def write(self, amount: int) -> None:
        """Account for letters written or copied; what takes long does it in a loop or a macro.

        Raises:
            ExhaustedError: there were too many.
        """
        self.work_left -= amount
        if self.work_left < 0:
            raise ExhaustedError


running: ContextVar[Run] = ContextVar("running")
"""The rendering that this thread is busy with."""


@pass_eval_context
def printed(_context: EvalContext, value: object) -> Markup:
    """Return a value as official text: every `{{ … }}` ends here."""
    text = official(value)
    running.get().write(len(text))
    return text


def official(value: object) -> Markup:
    """Return a value as official text that creates no structure of its own.

    Raises:
        RefusedError: the value is a list, a row or anything else that is no word, or its name is
            unknown.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, Cited):
        return Markup(f"[[{value.id}]]" if value else "")  # noqa: S704  the id is a known one
    if isinstance(value, Missing):
        running.get().missing.setdefault(value.field, value.label)
        return _escaped(value.mark)
    return _escaped(_words(value))


@remembered
def _escaped(value: str) -> Markup:
    return Markup(escape(value))  # noqa: S704  escaped right here


def words(value: object) -> str:
    """Return a value as plain words, to be escaped when it is printed; official text stays it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Cited | Missing):
        return official(value)
    return _words(value)


def _words(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float | Decimal):
        return grouped(value)
    if isinstance(value, datetime.date):
        return short_date(value)
    if isinstance(value, NamedUnit):
        return value.name
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return str(value)
    raise RefusedError(
        _("Giá trị này không phải là chữ, số hay ngày nên không in ra được."),
        _("Với danh sách, dùng {example}; với bảng, lặp từng dòng bằng for.").format(
            example="{{ … | listed }}"
        ),
    )


def joined(*values: object) -> str:
    """Return values put together (`~`); official text among them keeps its structure."""
    texts = [words(value) for value in values]
    is_official = any(isinstance(text, Markup) for text in texts)
    total = "".join(map(official, texts) if is_official else texts)
    running.get().write(len(total))
    return Markup(total) if is_official else total  # noqa: S704  each of them is escaped
