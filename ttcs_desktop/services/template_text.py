"""The files of a template that is made of a document (tệp của mẫu)."""

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ttcs_desktop.language.dates import parse_date, short_date, spoken_date
from ttcs_desktop.language.numbers import grouped, parse_number
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gap import Gap, GapKind
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.officialtext.printed_ends import signature_parts
from ttcs_desktop.rules.gaps import places
from ttcs_desktop.rules.ids import free_id, id_words

_IMPORTED = '{% from "_macros/closing.txt.j2" import closing %}\n'
_CLOSING = "closing(signing, signer, is_signed, recipients, filing)"
"""The ending that templates share."""
_SECTION = "content"
_OPENERS = re.compile(r"\{(?=[{%#])")
_LONGEST_NAME = 30
_GIVEN = ("unit", "date", "regime")
_OF_CLOSING = ("signing", "signer", "is_signed", "recipients", "filing")


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap as the clerk wants it: what it is called in the form, and whether it is one at all."""

    gap: Gap
    label: str
    is_chosen: bool = True


@dataclass(frozen=True, slots=True)
class MadeTemplate:
    """The three files of a template: two tables and a text."""

    form: dict[str, Any]
    body: str
    example: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a gap is asked for and printed; without a type it is not asked for."""

    type: str
    value: Any
    printed: str
    key: str = ""
    """What tells its field from others of the type."""


def made_template(
    draft: Draft,
    document: Document,
    blanks: Iterable[Blank],
    title: str,
    regime: Regime,
    kind: str,
    *,
    ends: bool,
) -> MadeTemplate:
    """Return the files; with `ends` the form asks for signature and recipients as others do."""
    closing = _closing_answers(document) if ends else {}
    ending = (Blank(_ending(draft.text, document), ""),) if closing else ()
    fields, answers, body = _filled(draft.text, (*blanks, *ending))
    form: dict[str, Any] = {
        "title": title,
        "kind": kind,
        "type_name": document.type_name or "công văn",
        "regimes": [regime.value],
        "version": "1",
    }
    if closing:
        form |= {"shares": ["closing"]}
        body = f"{_IMPORTED}{body}"
    if fields:
        form |= {"sections": {_SECTION: {"title": "Nội dung", "title_en": "Content"}}}
        form |= {"fields": fields}
    return MadeTemplate(form, body, _example(draft, answers | closing))


def _example(draft: Draft, answers: dict[str, Any]) -> dict[str, Any]:
    beside = {"unit": draft.unit, "date": draft.date, "format": draft.format}
    return {name: value for name, value in beside.items() if value} | {"answers": answers}


def _filled(text: str, blanks: tuple[Blank, ...]) -> tuple[dict[str, Any], dict[str, Any], str]:
    """Return the fields, what they hold in the document, and the body with gaps in it."""
    fields: dict[str, Any] = {}
    answers: dict[str, Any] = {}
    names: dict[tuple[str, str], str] = {}
    labels = {blank.gap: blank.label for blank in blanks}
    ask = _Asking.about(blank.gap for blank in blanks)
    parts: list[str] = []
    at = 0
    for start, end, gap in places(text, labels):
        asked = ask.how(gap)
        key = (asked.type, asked.key)
        if asked.type and key not in names:
            names[key] = _name(labels[gap], gap.kind, answers)
            answers[names[key]] = asked.value
            fields[names[key]] = {"label": labels[gap], "type": asked.type, "section": _SECTION}
        printed = asked.printed.format(name=names.get(key, ""))
        parts += [_escaped(text[at:start]), f"{{{{ {printed} }}}}"]
        at = end
    return fields, answers, "".join([*parts, _escaped(text[at:])])


@dataclass(frozen=True, slots=True)
class _Asking:
    """How gaps are asked for; other years and periods in capitals follow from the first said."""

    year: int
    periods: dict[str, str]

    @classmethod
    def about(cls, gaps: Iterable[Gap]) -> "_Asking":
        known = tuple(gaps)
        years = (int(gap.words) for gap in known if gap.kind is GapKind.YEAR)
        periods = (gap.words for gap in known if gap.kind is GapKind.PERIOD)
        return cls(next(years, 0), {one.upper(): one for one in periods if not one.isupper()})

    def how(self, gap: Gap) -> _Asked:
        """Return how a gap is asked for, so that it prints the very words that it held."""
        words = gap.words
        if gap.kind is GapKind.UNIT:
            return _Asked("", "", "unit.name")
        if gap.kind is GapKind.ENDING:
            return _Asked("", "", _CLOSING)
        if gap.kind is GapKind.SECTION:
            return _Asked("paragraphs", words, "{name}", str(gap.start))
        if gap.kind is GapKind.YEAR:
            apart = int(words) - self.year
            sign = "+" if apart > 0 else "-"
            printed = f"{{name}} {sign} {abs(apart)}" if apart else "{name}"
            return _Asked("number", self.year, printed)
        if gap.kind is GapKind.PERIOD and words in self.periods:
            return _Asked("text", self.periods[words], "{name} | upper", self.periods[words])
        return _dated(words) or _paid(words) or _Asked("text", words, "{name}", words)


def _dated(words: str) -> _Asked | None:
    day = parse_date(words)
    forms = {short_date(day): "short_date", spoken_date(day): "long_date"} if day else {}
    return _Asked("date", day, f"{{name}} | {forms[words]}", str(day)) if words in forms else None


def _paid(words: str) -> _Asked | None:
    amount = parse_number(words.removesuffix("đồng").strip())
    if not isinstance(amount, int) or words != f"{grouped(amount)} đồng":
        return None
    return _Asked("money", amount, "{name} | money", words)


def _name(label: str, kind: GapKind, taken: Iterable[str]) -> str:
    """Return a name for a field that no other bears."""
    words = id_words(label.lstrip("0123456789. "))
    wanted = "_".join(words)[:_LONGEST_NAME].strip("_") or kind.value
    return free_id(wanted, {*taken, *_GIVEN, *_OF_CLOSING}, joint="_")


def _escaped(text: str) -> str:
    """Return text in which nothing is taken for a gap."""
    return _OPENERS.sub("{{ '{' }}", text)


def ending_line(document: Document) -> int:
    """Return the line on which the signature or the recipients begin, 0 when there are none."""
    ends = (document.recipients.line, *(block.line for block in document.signatures))
    return min((line for line in ends if line), default=0)


def _ending(text: str, document: Document) -> Gap:
    """Return the signature and the recipients as one gap."""
    lines = text.split("\n")
    first = ending_line(document) - 1
    last = document.annexes[0].line - 1 if document.annexes else len(lines)
    words = "\n".join(lines[first:last]).rstrip("\n")
    return Gap(GapKind.ENDING, words, start=sum(len(line) + 1 for line in lines[:first]))


def _closing_answers(document: Document) -> dict[str, Any]:
    """Return what the shared ending is filled with; nothing when the document ends otherwise."""
    if len(document.signatures) != 1 or not ending_line(document):
        return {}
    block, recipients = document.signatures[0], document.recipients
    bare = dataclasses.replace(block, name="", is_signed=False)
    answers = {
        "signing": [line for part in signature_parts((bare,)) for line in part.split("\n")],
        "signer": block.name,
        "is_signed": block.is_signed,
        "recipients": [
            f"{one.name} ({one.purpose})" if one.purpose else one.name for one in recipients.entries
        ],
        "filing": recipients.filing,
    }
    return {name: value for name, value in answers.items() if value}
