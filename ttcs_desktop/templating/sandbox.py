"""The sandboxed Jinja environment: compiles a template's text and runs it within bounds."""

import datetime
import operator
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any

import jinja2
from jinja2 import meta, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context, LoopContext, Macro, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ttcs_desktop.i18n import _
from ttcs_desktop.templating.context import NamedUnit
from ttcs_desktop.templating.filters import FILTERS
from ttcs_desktop.templating.grammar import (
    FUNCTIONS,
    TESTS,
    ForbiddenError,
    check,
    closest,
    exported,
    guarded,
    imported,
    line_of,
)
from ttcs_desktop.templating.printing import (
    MOST_TEXT,
    ExhaustedError,
    RefusedError,
    Run,
    joined,
    printed,
    running,
)
from ttcs_desktop.templating.values import SCALARS, Cited, Group, Missing, Row

LONGEST_RANGE = 10_000
LARGEST_NUMBER = 10**30
_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "in": lambda left, right: left in right,
    "notin": lambda left, right: left not in right,
}
_WITH_PARTS = (NamedUnit, Cited, Group, LoopContext)
_COMPARABLE = (*SCALARS, Decimal, datetime.date, NamedUnit, type(None))


class UnknownNameError(RefusedError):
    """A name or a part of a value that there is not."""


class Unknown(StrictUndefined):
    """What a name stands for that nobody knows: any use of it is an error."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        known = _parts_of(self._undefined_obj)
        remedy = closest(name, known) if known else ""
        raise UnknownNameError(_("Không có tên “{name}”.").format(name=name), remedy)


def _parts_of(value: object) -> Collection[str]:
    """Return the names of what a value has parts of; () for a value without."""
    if isinstance(value, NamedUnit | Cited | Group):
        return tuple(value.__dataclass_fields__)
    return tuple(value) if isinstance(value, Row) else ()


class _AsPrinted(CodeGenerator):
    """Takes what `printed` returns as it is: it is official text already."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(str(finalize.src))

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja, cut down to the language of templates.

    `macros` reads a file of shared macros, which know the names `known`; the words of templates and
    macros are spelt as `spelling` says (uỷ or ủy).
    """

    code_generator_class = _AsPrinted
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self, macros: Callable[[str], str], known: Collection[str], spelling: str) -> None:
        super().__init__(
            autoescape=True,
            undefined=Unknown,
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
            auto_reload=False,
            loader=_Macros(macros, known),
        )
        self.filters = {**FILTERS, "joined": joined, "compared": compared, "tick": tick}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals = {"range": bounded_range}
        self.spelling = spelling

    def ready(self, source: str, name: str, known: Collection[str]) -> jinja2.Template:
        """Compile a template that may use these names.

        Raises:
            jinja2.TemplateSyntaxError: the text is not Jinja.
            ForbiddenError: it uses more than the language of templates, or an unknown name.
        """
        tree = self.parse(source, name, name)
        try:
            check(tree)
            self._check_names(tree, known)
            for line, file, macro in imported(tree):
                self._check_import(line, file, macro)
        except ForbiddenError as error:
            error.file = error.file or name
            raise
        code = self.compile(guarded(tree, self.spelling), name, name)
        return self.template_class.from_code(self, code, self.make_globals(None))

    def _check_names(self, tree: nodes.Template, known: Collection[str]) -> None:
        for name in sorted(meta.find_undeclared_variables(tree), key=lambda n: line_of(tree, n)):
            if name not in known and name not in FUNCTIONS:
                raise ForbiddenError(
                    line_of(tree, name),
                    _("Không có tên “{name}” trong biểu mẫu của mẫu này.").format(name=name),
                    closest(name, known),
                )

    def _check_import(self, line: int, file: str, macro: str) -> None:
        loader = self.loader
        if not isinstance(loader, _Macros):
            return
        try:
            offered = loader.offered(self, file)
        except jinja2.TemplateNotFound as error:
            raise ForbiddenError(
                line,
                _("Không có tệp macro “{file}”.").format(file=file),
                _("Xem lại tên tệp trong thư mục _macros."),
            ) from error
        if macro not in offered:
            raise ForbiddenError(
                line,
                _("Tệp {file} không có macro “{name}”.").format(file=file, name=macro),
                closest(macro, offered),
            )

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros, the one function, and what loops offer."""
        return (
            isinstance(obj, Macro)
            or obj is bounded_range
            or isinstance(getattr(obj, "__self__", None), LoopContext)
        )

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a cell of a row or a part of a value at once, anything else as Jinja does."""
        try:
            if isinstance(obj, Row):
                return obj[attribute]
            if isinstance(obj, _WITH_PARTS) and not attribute.startswith("_"):
                return getattr(obj, attribute)
        except (KeyError, AttributeError):
            pass
        part: object = super().getattr(obj, attribute)
        return part

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Show the parts of values; of anything else what Jinja holds to be harmless."""
        if isinstance(obj, _WITH_PARTS):
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Calculate with numbers of a size that documents have; text is joined with ~."""
        if isinstance(left, Missing) or isinstance(right, Missing):
            return left if isinstance(left, Missing) else right
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return joined(left, right)
        if not (_is_number(left) and _is_number(right)):
            raise RefusedError(
                _("Phép tính {sign} chỉ dùng với số.").format(sign=operator),
                _("Nối chữ bằng dấu ~."),
            )
        result: object = super().call_binop(context, operator, left, right)
        if not _is_number(result):
            raise RefusedError(_("Số quá lớn."))
        return result


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    return -LARGEST_NUMBER <= value <= LARGEST_NUMBER


def bounded_range(*limits: int) -> range:
    """Return numbers to repeat by, as many as a document can need."""
    numbers = range(*limits)
    if len(numbers) > LONGEST_RANGE:
        raise ExhaustedError
    return numbers


def tick(cost: int) -> None:
    """Count one turn of a loop or one call of a macro."""
    running.get().spend(cost)


def compared(sign: str, left: object, right: object) -> bool:
    """Compare words, numbers, dates; a missing value is like nothing else."""
    is_search = sign in ("in", "notin") and isinstance(right, tuple | list)
    if isinstance(left, Missing) or isinstance(right, Missing):
        return sign in ("ne", "notin")
    is_comparable = is_search or isinstance(right, _COMPARABLE)
    if not isinstance(left, _COMPARABLE) or not is_comparable:
        raise RefusedError(
            _("Chỉ so sánh được chữ, số, ngày với nhau."),
            _("Với danh sách, dùng bộ lọc length hoặc lặp từng mục."),
        )
    return bool(_SIGNS[sign](left, right))


class _Macros(BaseLoader):
    """Loads files of shared macros, compiled as templates are."""

    def __init__(self, read: Callable[[str], str], known: Collection[str]) -> None:
        self._read = read
        self._known = known
        self._offered: dict[str, frozenset[str]] = {}

    def offered(self, environment: Sandbox, name: str) -> frozenset[str]:
        """Return the macros of a file."""
        if name not in self._offered:
            tree = environment.parse(self._read(name), name, name)
            self._offered[name] = exported(tree)
        return self._offered[name]

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: Any = None,  # noqa: A002, ANN401  Jinja's own signature
    ) -> jinja2.Template:
        """Return a file of macros, ready."""
        assert isinstance(environment, Sandbox)  # noqa: S101
        return environment.ready(self._read(name), name, self._known)


def run(template: jinja2.Template, values: Mapping[str, object], run_: Run) -> str:
    """Return the text that a template makes of values.

    Raises:
        RefusedError: it does what no template may.
        Exception: whatever else is wrong in it, at the line of the template.
    """
    token = running.set(run_)
    try:
        pieces: list[str] = []
        size = 0
        for piece in template.root_render_func(template.new_context(dict(values))):
            size += len(piece)
            if size > MOST_TEXT:
                raise ExhaustedError
            pieces.append(piece)
    finally:
        running.reset(token)
    return "".join(pieces)
