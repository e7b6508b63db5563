"""Which instruments a text means by what was typed, and what is wrong with it (nhận ra viện dẫn).

Party numbers restart with each term and State numbers each year, so a symbol alone may mean
several instruments: 07-CT/TW is one of 2016 and one of 2026. The date tells them apart; without
one, the issuer, then the document's own date.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import PlaceAndDate
from ttcs_desktop.model.format import CitationForm
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.typed_citations import TypedCitation, typed_citations
from ttcs_desktop.rules.citations import full
from ttcs_desktop.rules.validity import validity_problem

_PARTED = re.compile(r"[-/.]")
_NUMBER = re.compile(r"0*(\d+)(\w*)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text names an instrument.

    `candidates` are the instruments that it may mean: one when it is clear, none when we know of
    none, several when the clerk has to say which. `problem` is what is wrong with it, if anything.
    """

    typed: TypedCitation
    candidates: tuple[Instrument, ...]
    problem: Problem | None = None


@dataclass(frozen=True)
class KnownInstruments:
    """Instruments by what clerks type of them."""

    instruments: Mapping[str, Instrument]
    by_symbol: dict[tuple[str, ...], list[Instrument]] = field(init=False)
    by_number: dict[tuple[str, str], list[Instrument]] = field(init=False)

    def __post_init__(self) -> None:
        by_symbol: dict[tuple[str, ...], list[Instrument]] = {}
        by_number: dict[tuple[str, str], list[Instrument]] = {}
        for one in self.instruments.values():
            if one.symbol:
                parts = _parts(one.symbol)
                by_symbol.setdefault(parts, []).append(one)
                by_number.setdefault((_word(one.type_name), parts[0]), []).append(one)
        object.__setattr__(self, "by_symbol", by_symbol)
        object.__setattr__(self, "by_number", by_number)

    def candidates(
        self, typed: TypedCitation, written: PlaceAndDate | None = None
    ) -> tuple[Instrument, ...]:
        """Return the instruments that a typed citation may mean, the likeliest alone if clear."""
        if typed.symbol:
            found = self.by_symbol.get(_parts(typed.symbol), [])
        else:
            found = self.by_number.get((_word(typed.type_name), _number(typed.serial)), [])
        return tuple(_narrowed(found, typed, written))


def mentions(
    text: str,
    known: KnownInstruments,
    form: CitationForm,
    written: PlaceAndDate | None = None,
) -> tuple[Mention, ...]:
    """Return the instruments that a text names by number, each with what is wrong with it.

    A bare "Chỉ thị 07" means the instrument that was named in full before it; one that fits
    nothing we know is no mention at all.
    """
    written = written or PlaceAndDate()
    found: list[Mention] = []
    named: dict[tuple[str, str], Instrument] = {}
    for typed in typed_citations(text):
        short_key = (_word(typed.type_name), _number(typed.serial))
        candidates = known.candidates(typed, written)
        if not typed.symbol:
            if short_key in named:
                found.append(Mention(typed, (named[short_key],)))
                continue
            if not candidates:
                continue
        if len(candidates) == 1 and typed.type_name:
            named[short_key] = candidates[0]
        problem = _problem(typed, candidates, known, form, written)
        found.append(Mention(typed, candidates, problem))
    return tuple(found)


def mention_problems(found: Iterable[Mention]) -> tuple[Problem, ...]:
    """Return what is wrong with mentions, each thing once, at its first place."""
    seen: dict[tuple[str, str], Problem] = {}
    for mention in found:
        if mention.problem:
            seen.setdefault((mention.problem.rule, mention.problem.message), mention.problem)
    return tuple(seen.values())


def _narrowed(
    found: Iterable[Instrument], typed: TypedCitation, written: PlaceAndDate | None
) -> list[Instrument]:
    """Leave out, one after the other, what the date, the type and the issuer speak against."""
    left = list(found)
    tests = (
        lambda one: typed.date is None or one.date is None or one.date == typed.date,
        lambda one: not typed.year or one.date is None or one.date.year == typed.year,
        lambda one: not typed.type_name or _word(one.type_name) == _word(typed.type_name),
        lambda one: _may_be_issuer(one, typed.issuer),
        lambda one: written is None or one.date is None or not _is_later(one, written),
    )
    for test in tests:
        if len(left) > 1:
            left = [one for one in left if test(one)] or left
    return left


def _problem(
    typed: TypedCitation,
    candidates: tuple[Instrument, ...],
    known: KnownInstruments,
    form: CitationForm,
    written: PlaceAndDate,
) -> Problem | None:
    if typed.is_blank:
        return _found(
            Severity.ERROR,
            "citations.blank-number",
            _("“{text}”: chưa ghi số của văn bản viện dẫn.").format(text=_shortened(typed)),
            typed,
            _("Ghi đủ số, ký hiệu, hoặc bỏ phần viện dẫn."),
        )
    if not candidates:
        return _found(
            Severity.NOTE,
            "citations.not-listed",
            _("“{text}” chưa có trong danh mục văn bản.").format(text=_shortened(typed)),
            typed,
            _("Kiểm tra số, ký hiệu và hiệu lực; thêm vào danh mục nếu còn dùng."),
        )
    if len(candidates) > 1:
        return _found(
            Severity.WARNING,
            "citations.ambiguous",
            _("“{text}” có thể là {count} văn bản khác nhau.").format(
                text=_shortened(typed), count=len(candidates)
            ),
            typed,
            _("Ghi thêm ngày để rõ văn bản nào: {names}.").format(
                names="; ".join(plain(full(one, form)) for one in candidates)
            ),
        )
    return _problem_with(typed, candidates[0], known, form, written)


def _problem_with(
    typed: TypedCitation,
    meant: Instrument,
    known: KnownInstruments,
    form: CitationForm,
    written: PlaceAndDate,
) -> Problem | None:
    if typed.date and meant.date and typed.date != meant.date:
        return _found(
            Severity.WARNING,
            "citations.other-date",
            _("“{text}”: theo danh mục, văn bản này ban hành ngày {day}.").format(
                text=_shortened(typed), day=short_date(meant.date)
            ),
            typed,
            _("Sửa ngày, hoặc sửa số, ký hiệu."),
        )
    if typed.symbol and _plain_symbol(typed.symbol) != _plain_symbol(meant.symbol):
        return _found(
            Severity.WARNING,
            "citations.symbol-order",
            _("“{typed}” viết đúng là “{right}”.").format(typed=typed.symbol, right=meant.symbol),
            typed,
            _("Văn bản Đảng viết số-loại/cơ quan, văn bản nhà nước viết số/loại-cơ quan."),
        )
    return validity_problem(meant, written, form, known.instruments, typed.line)


def _found(severity: Severity, rule: str, message: str, typed: TypedCitation, hint: str) -> Problem:
    return Problem(severity, rule, message, typed.line, hint)


def _shortened(typed: TypedCitation) -> str:
    """Return the words up to the date: "Chỉ thị số 07-CT/TW"."""
    words = " ".join(typed.text.split())
    return re.split(r",?\s+(?:ngày|năm|của)\s", words, maxsplit=1)[0]


def _is_later(one: Instrument, written: PlaceAndDate) -> bool:
    if one.date is None:
        return False
    if written.date:
        return one.date > written.date
    return bool(written.year) and one.date.year > written.year


def _may_be_issuer(one: Instrument, typed: str) -> bool:
    known, asked = _word(one.issuer.partition("(")[0]), _word(typed)
    return not asked or not known or known.startswith(asked) or asked.startswith(known)


def _parts(symbol: str) -> tuple[str, ...]:
    number, *rest = (part for part in _PARTED.split(symbol) if part)
    return (_number(number), *(part.casefold() for part in rest))


def _plain_symbol(symbol: str) -> str:
    return _NUMBER.sub(lambda match: f"{match[1]}{match[2]}", symbol, count=1).casefold()


def _number(text: str) -> str:
    match = _NUMBER.fullmatch(text)
    return f"{match[1]}{match[2]}".casefold() if match else text.casefold()


def _word(text: str) -> str:
    return " ".join(fold(text).casefold().split())
