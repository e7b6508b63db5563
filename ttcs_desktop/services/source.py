"""A text file as a source: TOML front matter between +++ lines, then official text."""

import dataclasses
import datetime
import tomllib
from typing import Any

from ttcs_desktop.codec import to_plain, to_record
from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Habits
from ttcs_desktop.officialtext.frontmatter import split


@dataclasses.dataclass(frozen=True, slots=True)
class FrontMatter:
    """What may stand beside a text: all of it optional."""

    unit: str = ""
    format: str = ""
    date: datetime.date | None = None
    number: str = ""
    template: str = ""
    answers: dict[str, Any] = dataclasses.field(default_factory=dict)
    habits: Habits = Habits()
    marks: Marks = Marks()


def read_source(text: str, *, where: str) -> Draft:
    """Read a source text as a draft.

    Raises:
        SourceError: the front matter is not TOML or names what we do not know; says the line.
    """
    toml, body, _first = split(text)
    try:
        values = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(
            _("Phần khai báo giữa hai dòng +++ không đúng cú pháp: {reason}").format(reason=error),
            where=where,
            remedy=_('Sửa dòng được nêu, ví dụ: unit = "btgtu".'),
        ) from error
    return draft_from(values, body, where=where)


def draft_from(values: dict[str, Any], body: str, *, where: str) -> Draft:
    """Make a draft of a text and what is said beside it.

    Raises:
        SourceError: a name is not one of the front matter's.
        DataError: a value is of the wrong kind.
    """
    known = [field.name for field in dataclasses.fields(FrontMatter)]
    unknown = [name for name in values if name not in known]
    if unknown:
        raise SourceError(
            _("Không hiểu khai báo “{name}”.").format(name=unknown[0]),
            where=where,
            remedy=_("Các khai báo dùng được: {names}.").format(names=", ".join(known)),
        )
    beside = to_record(values, FrontMatter, where=where)
    return Draft(
        text=body,
        template=beside.template,
        answers=beside.answers,
        is_edited=bool(beside.template),
        unit=beside.unit,
        format=beside.format,
        date=beside.date,
        number=beside.number,
        habits=beside.habits,
        marks=beside.marks,
    )


def write_source(draft: Draft) -> str:
    """Return a draft as text with front matter; `read_source` gives the same draft back."""
    beside = FrontMatter(
        unit=draft.unit,
        format=draft.format,
        date=draft.date,
        number=draft.number,
        template=draft.template,
        answers=draft.answers,
        habits=draft.habits,
        marks=draft.marks,
    )
    blank = FrontMatter()
    told = {
        field.name: value
        for field in dataclasses.fields(FrontMatter)
        if (value := getattr(beside, field.name)) != getattr(blank, field.name)
    }
    if not told:
        return draft.text
    import tomli_w

    return f"+++\n{tomli_w.dumps(_without_none(to_plain(told)))}+++\n{draft.text}"


def _without_none(value: Any) -> Any:  # noqa: ANN401  TOML values of any kind
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_none(item) for item in value if item is not None]
    return value
