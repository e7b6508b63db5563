"""A template, ready to be filled (mẫu văn bản)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2

from ttcs_desktop.errors import TemplateError
from ttcs_desktop.i18n import _, pick
from ttcs_desktop.language.tones import OLD
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.templating.answers import values_of
from ttcs_desktop.templating.context import Context, Surroundings, surroundings_of
from ttcs_desktop.templating.examples import example_files, read_example, trial_surroundings
from ttcs_desktop.templating.faults import BODY, Source, read_text
from ttcs_desktop.templating.form import GIVEN, LONGEST, read_info
from ttcs_desktop.templating.grammar import MACROS, closest
from ttcs_desktop.templating.printing import Run
from ttcs_desktop.templating.sandbox import Sandbox, run
from ttcs_desktop.templating.values import Missing


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a template made of its answers.

    `missing` are the ids of required fields that were left empty and stand in the text as
    `[CẦN BỔ SUNG: …]`, in the order of the text.
    """

    text: str
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read, checked and tried with its examples."""

    info: TemplateInfo
    body: Callable[[str], jinja2.Template]
    """The compiled text, in a spelling."""
    source: Source
    body_source: Source
    """The files of the template that the text comes from: itself, or what it extends."""
    examples: tuple[Path, ...]
    """Files; the first is the one that stands for the template."""

    def render(self, answers: Mapping[str, Any], context: Context) -> Rendering:
        """Fill the template (điền mẫu).

        Raises:
            TemplateError: an answer does not fit its field, or the template itself is wrong.
        """
        run_ = Run(surroundings_of(context))
        text = self._filled(answers, run_)
        problems = (
            *self._regime_problems(context),
            *self._unknown_answers(answers),
            *(_missing(label, text) for label in run_.missing.values()),
        )
        return Rendering(text, tuple(run_.missing), problems)

    def example(self) -> dict[str, Any]:
        """Return the first example: unit, date and the like, and `answers`.

        Raises:
            TemplateError: the file cannot be read any more.
        """
        return read_example(self.examples[0], self.source)

    def try_examples(self) -> None:
        """Fill the template with each of its examples, for each regime that it is for.

        Raises:
            TemplateError: the template is wrong, or an example does not fit it.
        """
        for path in self.examples:
            example = read_example(path, self.source)
            self._check_example(path, example["answers"])
            for surroundings in trial_surroundings(example, self.info.regimes):
                self._try(path, example["answers"], surroundings)

    def _try(self, path: Path, answers: Mapping[str, Any], surroundings: Surroundings) -> None:
        try:
            values_of(self.info.fields, answers, surroundings)
        except TemplateError as error:
            what = f"{error.where}: {error.what}"
            raise self.source.fault(path.name, 0, what, error.remedy) from error
        self._filled(answers, Run(surroundings))

    def _filled(self, answers: Mapping[str, Any], run_: Run) -> str:
        around = run_.surroundings
        values = values_of(self.info.fields, answers, around)
        values |= {"unit": around.unit, "date": around.date, "regime": around.unit.regime}
        try:
            return _tidy(run(self.body(around.spelling), values, run_))
        except TemplateError:
            raise
        except Exception as error:
            raise self.body_source.fault_of(error) from error

    def _check_example(self, path: Path, answers: Mapping[str, Any]) -> None:
        for name in self._without_field(answers):
            raise self.source.fault(
                path.name,
                0,
                _("Biểu mẫu không có ô “{name}”.").format(name=name),
                closest(name, [field.id for field in self.info.fields]),
            )

    def _without_field(self, answers: Mapping[str, Any]) -> list[str]:
        known = {field.id for field in self.info.fields}
        return [name for name in answers if name not in known]

    def _unknown_answers(self, answers: Mapping[str, Any]) -> list[Problem]:
        known = [field.id for field in self.info.fields]
        return [
            Problem(
                Severity.NOTE,
                "templating.unknown-answer",
                _("Mẫu này không có ô “{name}” nên câu trả lời không được dùng.").format(name=name),
                hint=closest(name, known),
            )
            for name in self._without_field(answers)
        ]

    def _regime_problems(self, context: Context) -> list[Problem]:
        if context.unit.regime in self.info.regimes:
            return []
        title = pick(self.info.title, self.info.title_en)
        return [
            Problem(
                Severity.WARNING,
                "templating.other-regime",
                _("Mẫu “{title}” không soạn riêng cho hệ của {unit}.").format(
                    title=title, unit=context.period.name
                ),
                hint=_("Xem lại lời văn, hoặc chọn mẫu khác."),
            )
        ]


def load(lineage: Sequence[Path], macros: tuple[Path, ...]) -> Template:
    """Read, check and try a template; macros are looked for in these folders in turn.

    `lineage` are the folders of the templates it extends, the furthest first, and its own. The
    text is the nearest one.

    Raises:
        TemplateError: anything about it is wrong; names file, line and remedy.
    """
    folder = lineage[-1]
    home = next((one for one in reversed(lineage) if (one / BODY).is_file()), folder)
    source = Source(folder.name, partial(_read_named, home, macros))
    body_source = Source(home.name, source.read)
    info = read_info(lineage, macros, source)
    _check_defaults(info, source)
    text = read_text(home / BODY, body_source, LONGEST)
    names = {*GIVEN, *(field.id for field in info.fields)}

    @cache
    def body(spelling: str) -> jinja2.Template:
        return Sandbox(source.read, GIVEN, spelling).ready(text, BODY, names)

    try:
        body(OLD)
    except TemplateError:
        raise
    except Exception as error:
        raise body_source.fault_of(error) from error
    template = Template(info, body, source, body_source, example_files(folder))
    template.try_examples()
    return template


def _check_defaults(info: TemplateInfo, source: Source) -> None:
    """Try the form with nothing but its defaults."""
    for surroundings in trial_surroundings({}, info.regimes[:1]):
        try:
            values_of(info.fields, {}, surroundings)
        except TemplateError as error:
            what = f"{error.where}: {error.what}"
            raise source.fault("template.toml", 0, what, error.remedy) from error


def _read_named(folder: Path, macros: tuple[Path, ...], name: str) -> str:
    """Return the text of the body, or of a file of macros, by the name that Jinja knows it by."""
    source = Source(folder.name, str)
    if not name.startswith(MACROS):
        return read_text(folder / BODY, source, LONGEST)
    file = name.removeprefix(MACROS)
    for home in macros:
        path = home / file
        if path.parent == home and path.is_file():
            return read_text(path, source, LONGEST)
    raise jinja2.TemplateNotFound(name)


def _tidy(text: str) -> str:
    """Return a text without the blank lines and line ends that choices leave behind."""
    lines = [""]
    for line in map(str.rstrip, text.split("\n")):
        if line or lines[-1]:
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"


def _missing(label: str, text: str) -> Problem:
    mark = Missing("", label).mark
    at = text.find(mark)
    return Problem(
        Severity.ERROR,
        "templating.missing",
        _("Chưa điền ô “{label}”.").format(label=label),
        line=text.count("\n", 0, at) + 1 if at >= 0 else 0,
        hint=_("Điền vào biểu mẫu, hoặc thay dấu {mark} trong văn bản.").format(mark=mark),
    )
