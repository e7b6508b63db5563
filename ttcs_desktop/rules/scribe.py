"""The hand that writes content out as runs, and remembers: what was cited, which footnotes stand.

One scribe serves one document from head to foot.
"""

from collections.abc import Iterable, Mapping

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import in_spelling
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.sheet import FootnoteMark, Line, Run
from ttcs_desktop.model.text import Citation, Content, Footnote, Span, plain
from ttcs_desktop.rules.citations import full, short
from ttcs_desktop.rules.validity import validity_problem


class Scribe:
    """Writes the words of one document under one format."""

    def __init__(
        self,
        document: Document,
        format: FormatProfile,  # noqa: A002
        instruments: Mapping[str, Instrument],
    ) -> None:
        self.document = document
        self.format = format
        self.boxes = format.boxes
        self.problems: dict[Problem, None] = {}
        """Each once, in the order in which they were found."""
        self._instruments = instruments
        self._cited: set[str] = set()
        self._footnotes = 0

    def line(
        self,
        box: str,
        style: str,
        content: Content | str,
        *,
        source: int = 0,
        keep: bool = False,
        stands_apart: bool = False,
    ) -> Line:
        """Write content as one line; upper case where the style asks for it.

        Citations in a line that stands apart, such as the subject, are in full and do not count
        as the first mention.
        """
        if isinstance(content, str):
            content = plain_content(content) if content else ()
        runs = self.styled(style, content, source, stands_apart=stands_apart)
        return Line(box, style, runs, source, keep)

    def fixed(self, text: str) -> str:
        """Spell words that the format itself prints as its regime does (uỷ or ủy)."""
        return in_spelling(text, self.format.spelling)

    def styled(
        self, style: str, content: Content, source: int, *, stands_apart: bool = False
    ) -> tuple[Run | FootnoteMark, ...]:
        """Write content as the runs of a style: in upper case where it asks for it."""
        runs = self.runs(content, source, stands_apart=stands_apart)
        if not self.format.styles[style].is_upper:
            return runs
        return tuple(in_upper(run) for run in runs)

    def runs(
        self, content: Content, source: int = 0, *, stands_apart: bool = False
    ) -> tuple[Run | FootnoteMark, ...]:
        """Write content as runs."""
        if len(content) == 1 and isinstance(content[0], Span):
            return (_run(content[0]),)
        written: list[Run | FootnoteMark] = []
        for item in content:
            if isinstance(item, Span):
                written.append(_run(item))
            elif isinstance(item, Citation):
                written.extend(self._mention(item, source, stands_apart=stands_apart))
            else:
                written.append(self._footnote(item, source))
        return tuple(written)

    def words(self, content: Content) -> str:
        """Write content as words alone, citations in full."""
        return "".join(
            self._cited_in_full(item) if isinstance(item, Citation) else plain((item,))
            for item in content
        )

    def report(
        self,
        severity: Severity,
        rule: str,
        message: str,
        *,
        line: int = 0,
        hint: str = "",
        source: str = "",
    ) -> None:
        """Note a finding."""
        self.note([Problem(severity, rule, message, line, hint, source)])

    def note(self, problems: Iterable[Problem]) -> None:
        """Note findings, each once."""
        self.problems.update(dict.fromkeys(problems))

    def warn(self, rule: str, message: str, *, line: int = 0, hint: str = "") -> None:
        """Note a finding to look at again."""
        self.report(Severity.WARNING, rule, message, line=line, hint=hint)

    def _footnote(self, footnote: Footnote, source: int) -> FootnoteMark:
        self._footnotes += 1
        number = self._footnotes
        runs = self.runs(footnote.content, source)
        return FootnoteMark(number, tuple(run for run in runs if isinstance(run, Run)))

    def _mention(self, citation: Citation, source: int, *, stands_apart: bool) -> list[Run]:
        instrument = self._instruments.get(citation.instrument)
        if instrument is None:
            return [self._unknown(citation, source)]
        self._look_at_dates(instrument, source)
        is_first = stands_apart or instrument.id not in self._cited
        if not stands_apart:
            self._cited.add(instrument.id)
        form = self.format.citation
        content = full(instrument, form) if is_first else short(instrument, form)
        return [
            Run(
                item.text,
                bold=citation.bold or None,
                italic=(item.italic or citation.italic) or None,
            )
            for item in content
            if isinstance(item, Span)
        ]

    def _unknown(self, citation: Citation, source: int) -> Run:
        self.report(
            Severity.ERROR,
            "citations.unknown",
            _("Không có văn bản nào mang mã “{id}”.").format(id=citation.instrument),
            line=source,
            hint=_("Chọn lại văn bản viện dẫn, hoặc gõ đầy đủ tên văn bản."),
        )
        return Run(_unknown_instrument(citation))

    def _look_at_dates(self, instrument: Instrument, source: int) -> None:
        problem = validity_problem(
            instrument,
            self.document.place_and_date,
            self.format.citation,
            self._instruments,
            source,
        )
        if problem:
            self.note([problem])

    def _cited_in_full(self, citation: Citation) -> str:
        instrument = self._instruments.get(citation.instrument)
        if instrument is None:
            return _unknown_instrument(citation)
        return plain(full(instrument, self.format.citation))


def _unknown_instrument(citation: Citation) -> str:
    return missing(f"văn bản {citation.instrument}")


def missing(what: str) -> str:
    """Return the visible sign of something that the clerk has still to give."""
    return f"[CẦN BỔ SUNG: {what}]"


def in_upper(run: Run | FootnoteMark) -> Run | FootnoteMark:
    """Return a run in upper case; a footnote mark stays."""
    if isinstance(run, FootnoteMark):
        return run
    return Run(upper(run.text), run.bold, run.italic, run.underline)


def _run(span: Span) -> Run:
    if span.bold or span.italic:
        return Run(span.text, span.bold or None, span.italic or None)
    return plain_run(span.text)


@remembered
def plain_run(text: str) -> Run:
    """Return words as a run that follows its style."""
    return Run(text)


@remembered
def plain_content(text: str) -> Content:
    """Return words as content that follows its style."""
    return (Span(text),)
