"""Instruments that a text names (viện dẫn): known, in force, cited as its regime does."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.mending import words_fix
from ttcs_desktop.checking.prose import Prose, once, prose
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import long_date
from ttcs_desktop.model.component import Part, Stretch
from ttcs_desktop.model.document import PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.rules.mentions import KnownInstruments, Mention, mentions

_SYMBOL = re.compile(r"\d[\w.]*(?:[-/&][\w.]+)+")
_PARTY_SYMBOL = re.compile(r"\d+\w?-")
_COMMA = re.compile(r"(?P<comma>,?)(?P<room>\s+)ngày\s")
_SHORT_DATE = re.compile(r"ngày\s+(\d{1,2}/\d{1,2}/\d{4})")
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_WITH_COMMA = re.compile(r",\s*ngày")
_NAMED = re.compile(r"^[-–\s]*(?:Căn cứ|Thực hiện)\s")


@dataclass(frozen=True, slots=True)
class Cited:
    """A mention with the line it stands in; `start` counts in that line."""

    mention: Mention
    line: Prose
    start: int

    @property
    def text(self) -> str:
        """The words of the mention."""
        return self.mention.typed.text

    @property
    def stretch(self) -> Stretch:
        """Where its type, number and symbol stand."""
        symbol = _SYMBOL.search(self.text)
        length = symbol.end() if symbol else len(self.text.rstrip())
        return self.line.at(self.start, min(self.start + length, len(self.line.text)))


def cited(case: Case) -> tuple[Cited, ...]:
    """Return every instrument that the text names, outside quotations, in reading order."""
    return once(case, _cited)


def _cited(case: Case) -> tuple[Cited, ...]:
    lines = [one for one in prose(case) if one.component.part is not Part.ANNEX_REFERENCE]
    starts, position = [], 0
    for one in lines:
        starts.append(position)
        position += len(one.unquoted) + 1
    text = "\n".join(one.unquoted for one in lines)
    known = KnownInstruments(case.instruments)
    found = mentions(text, known, case.format.citation, PlaceAndDate(date=case.date))
    placed, clear = [], set[str]()
    for mention in found:
        if len(mention.candidates) == 1:
            clear.add(mention.typed.symbol)
        index = bisect_right(starts, mention.typed.start) - 1
        told = _without_problem(mention) if _is_named_before(mention, clear) else mention
        placed.append(Cited(told, lines[index], mention.typed.start - starts[index]))
    return tuple(placed)


def _is_named_before(mention: Mention, clear: set[str]) -> bool:
    """Tell whether a symbol of several instruments was named with its date before."""
    return len(mention.candidates) > 1 and mention.typed.symbol in clear


def _without_problem(mention: Mention) -> Mention:
    return replace(mention, problem=None)


def _problems(rule: str) -> Callable[[Case], Iterator[Remark]]:
    """Return the check that tells the problems of one rule of `rules.mentions`, each once."""

    def check(case: Case) -> Iterator[Remark]:
        seen: set[str] = set()
        for one in cited(case):
            problem = one.mention.problem
            if problem is None or problem.rule != rule or problem.message in seen:
                continue
            seen.add(problem.message)
            yield Remark(
                problem.message,
                one.stretch,
                found=" ".join(one.text.split()),
                asked=problem.hint,
                severity=problem.severity,
                words=" ".join(one.text.split()),
            )

    return check


def comma(case: Case) -> Iterator[Remark]:
    """Yield citations with a comma before the date where the regime has none, or the reverse."""
    wants = bool(_WITH_COMMA.search(case.format.citation.full.replace("{date}", "ngày")))
    wants = wants or ", ngày" in case.format.citation.full
    for one in cited(case):
        symbol = _SYMBOL.search(one.text)
        if symbol is None or one.mention.typed.date is None:
            continue
        match = _COMMA.match(one.text, symbol.end())
        if match is None or bool(match["comma"]) == wants:
            continue
        start = one.start + match.start()
        stretch = one.line.at(start, start + len(match["comma"]) + len(match["room"]))
        shown = " ".join(one.text[: match.end()].split())
        asked = _("có dấu phẩy trước “ngày”") if wants else _("không có dấu phẩy trước “ngày”")
        yield Remark(
            _("Lời viện dẫn: {asked}.").format(asked=asked),
            stretch,
            found=shown,
            asked=f"{symbol[0]}{', ' if wants else ' '}ngày",
            verified=case.format.citation.verified,
            severity=None if _is_of_own_regime(case.format, symbol[0]) else Severity.NOTE,
            words=shown,
            fix=words_fix(case, stretch, ", " if wants else " "),
        )


def _is_of_own_regime(form: FormatProfile, symbol: str) -> bool:
    """Tell whether a paper is of the regime that cites it; others keep their own grammar."""
    return bool(_PARTY_SYMBOL.match(symbol)) == (form.regime is Regime.PARTY)


def written_date(case: Case) -> Iterator[Remark]:
    """Yield the first citation whose date is in figures where the regime writes it out."""
    if case.format.citation.date != "long":
        return
    for one in cited(case):
        match = _SHORT_DATE.search(one.text)
        date = one.mention.typed.date
        if match and date and one.line.component.part is Part.BASIS:
            start = one.start + match.start(1)
            yield Remark(
                _("Ngày trong lời viện dẫn nên viết bằng chữ “tháng”, “năm”."),
                one.line.at(start, start + len(match[1])),
                found=match[1],
                asked=long_date(date),
            )


def incomplete(case: Case) -> Iterator[Remark]:
    """Yield legal bases that name an instrument without its date (căn cứ ghi chưa đủ)."""
    for one in cited(case):
        typed = one.mention.typed
        is_basis = one.line.component.part is Part.BASIS and _NAMED.match(one.line.text)
        if not is_basis or typed.date or typed.year or not typed.symbol or typed.is_blank:
            continue
        if typed.type_name in _LAWS or typed.issuer:
            continue
        if _seen_before(case, one):
            continue
        yield Remark(
            _("Căn cứ ghi lần đầu phải đủ tên loại, số, ngày, cơ quan ban hành, trích yếu."),
            one.stretch,
            found=" ".join(one.text.split()),
            asked=_("thêm ngày ban hành"),
        )


def _seen_before(case: Case, asked: Cited) -> bool:
    for one in cited(case):
        if one is asked:
            return False
        if one.mention.typed.symbol == asked.mention.typed.symbol:
            return True
    return False


def _clause(form: FormatProfile) -> str:
    return form.citation.source


def _problem_rule(name: str, severity: Severity, title: Callable[[], str]) -> Rule:
    rule = f"citations.{name}"
    return Rule(rule, severity, title, _clause, _problems(rule))


RULES = (
    _problem_rule("blank-number", Severity.ERROR, lambda: _("Văn bản viện dẫn có đủ số")),
    _problem_rule("not-listed", Severity.NOTE, lambda: _("Văn bản viện dẫn có trong danh mục")),
    _problem_rule("ambiguous", Severity.WARNING, lambda: _("Viện dẫn rõ một văn bản")),
    _problem_rule("other-date", Severity.WARNING, lambda: _("Ngày của văn bản viện dẫn")),
    _problem_rule("symbol-order", Severity.WARNING, lambda: _("Số, ký hiệu đúng hệ của văn bản")),
    _problem_rule("ended", Severity.WARNING, lambda: _("Văn bản viện dẫn còn hiệu lực")),
    _problem_rule("period-over", Severity.WARNING, lambda: _("Giai đoạn của văn bản viện dẫn")),
    _problem_rule("later", Severity.WARNING, lambda: _("Văn bản viện dẫn có trước văn bản này")),
    Rule("citations.comma", Severity.WARNING, lambda: _("Dấu phẩy trước ngày"), _clause, comma),
    Rule(
        "citations.written-date", Severity.NOTE, lambda: _("Cách ghi ngày khi viện dẫn"), _clause,
        written_date,
    ),
    Rule(
        "citations.incomplete", Severity.WARNING, lambda: _("Căn cứ ghi đầy đủ lần đầu"), _clause,
        incomplete,
    ),
)  # fmt: skip
