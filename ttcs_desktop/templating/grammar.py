"""What of Jinja's language a template may use, and the guards set into it (ngôn ngữ của mẫu).

A template is the text of an office, not a program: it prints, chooses and repeats. Whatever could
reach out of it, or grow without bound, is not part of the language.
"""

import difflib
from collections.abc import Collection, Iterable

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from ttcs_desktop.i18n import _
from ttcs_desktop.language.tones import in_spelling
from ttcs_desktop.templating.filters import FILTERS
from ttcs_desktop.templating.printing import STEP, RefusedError

MACROS = "_macros/"
TESTS = ("defined", "undefined", "none")
FUNCTIONS = ("range", "caller")
_LOOP, _CYCLE = "loop", "cycle"
_LANGUAGE: frozenset[type[nodes.Node]] = frozenset(
    {
        nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name,
        nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Call, nodes.Keyword,
        nodes.For, nodes.If, nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.CallBlock,
        nodes.FromImport, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare,
        nodes.Operand, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod,
        nodes.Neg, nodes.Pos, nodes.Concat, nodes.List, nodes.Tuple,
    }
)  # fmt: skip


class ForbiddenError(RefusedError):
    """A construct that is not part of the language, with its file and line."""

    def __init__(self, line: int, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.file = ""
        self.line = line


def check(tree: nodes.Template) -> None:
    """Refuse a template that uses more than the language of templates.

    Raises:
        ForbiddenError: names the construct and its line.
    """
    for node in _every(tree):
        if type(node) not in _LANGUAGE:
            raise ForbiddenError(
                node.lineno,
                _("Mẫu không được dùng cú pháp này ({name}).").format(name=type(node).__name__),
                _("Chỉ dùng in giá trị, if, for, set, macro và from … import từ _macros."),
            )
        _check(node)


def imported(tree: nodes.Template) -> list[tuple[int, str, str]]:
    """Return every name that a template imports: line, file, name."""
    return [
        (node.lineno, _file(node), name if isinstance(name, str) else name[0])
        for node in tree.find_all(nodes.FromImport)
        for name in node.names
    ]


def exported(tree: nodes.Template) -> frozenset[str]:
    """Return the macros that a file offers."""
    return frozenset(node.name for node in tree.body if isinstance(node, nodes.Macro))


def line_of(tree: nodes.Template, name: str) -> int:
    """Return the line on which a name is first used."""
    lines = [node.lineno for node in tree.find_all(nodes.Name) if node.name == name]
    return min(lines, default=1)


def closest(name: str, known: Collection[str]) -> str:
    """Return what to do about an unknown name: the one that was probably meant, or all of them."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        return _("Có phải là “{guess}”?").format(guess=close[0])
    return _("Các tên dùng được: {names}.").format(names=", ".join(sorted(known)))


def guarded(tree: nodes.Template, spelling: str) -> nodes.Template:
    """Set the guards into a checked template: every turn is counted, every join is escaped.

    The template's own words are spelt as asked: uỷ, hoà or ủy, hòa.
    """
    return _Guards(spelling).visit(tree)  # type: ignore[no-any-return]


def _every(node: nodes.Node) -> Iterable[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _every(child)


def _check(node: nodes.Node) -> None:
    if isinstance(node, nodes.Call):
        _check_call(node)
    elif isinstance(node, nodes.Getattr):
        _check_name(node, node.attr)
    elif isinstance(node, nodes.Name):
        _check_name(node, node.name)
    elif isinstance(node, nodes.Getitem):
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            _check_name(node, node.arg.value)
    elif isinstance(node, nodes.Filter):
        _check_known(node, node.name, FILTERS, _("Không có bộ lọc “{name}”."))
    elif isinstance(node, nodes.Test):
        _check_known(node, node.name, TESTS, _("Không có phép thử “{name}”."))
    elif isinstance(node, nodes.FromImport):
        _check_import(node)
    elif isinstance(node, nodes.For) and node.recursive:
        raise ForbiddenError(node.lineno, _("Không dùng được vòng lặp gọi lại chính nó."))


def _check_call(call: nodes.Call) -> None:
    """Allow calls of macros and of few functions, never of what a value can do."""
    called = call.node
    is_cycle = (
        isinstance(called, nodes.Getattr)
        and called.attr == _CYCLE
        and isinstance(called.node, nodes.Name)
        and called.node.name == _LOOP
    )
    if not isinstance(called, nodes.Name) and not is_cycle:
        raise ForbiddenError(
            call.lineno,
            _("Mẫu chỉ được gọi macro, không được gọi hàm của giá trị."),
            _("Dùng bộ lọc, ví dụ {example}.").format(example="{{ … | upper }}"),
        )
    if call.dyn_args or call.dyn_kwargs:
        raise ForbiddenError(call.lineno, _("Không dùng được dấu * trong lời gọi macro."))


def _check_name(node: nodes.Node, name: str) -> None:
    if name.startswith("_"):
        raise ForbiddenError(
            node.lineno,
            _("Không được dùng tên “{name}” trong mẫu.").format(name=name),
            _("Tên bắt đầu bằng dấu gạch dưới thuộc về phần trong của chương trình; bỏ đi."),
        )


def _check_known(node: nodes.Node, name: str, known: Collection[str], what: str) -> None:
    if name not in known:
        raise ForbiddenError(node.lineno, what.format(name=name), closest(name, known))


def _check_import(node: nodes.FromImport) -> None:
    file = _file(node)
    if not file.startswith(MACROS) or ".." in file or "\\" in file:
        raise ForbiddenError(
            node.lineno,
            _("Mẫu chỉ được lấy macro từ thư mục _macros."),
            _("Viết ví dụ: {example}").format(
                example='{% from "_macros/closing.txt.j2" import closing %}'
            ),
        )


def _file(node: nodes.FromImport) -> str:
    name = node.template.value if isinstance(node.template, nodes.Const) else ""
    return name if isinstance(name, str) else ""


class _Guards(NodeTransformer):
    """Rewrites what Jinja would do unbounded, or would escape for HTML."""

    def __init__(self, spelling: str) -> None:
        self._spelling = spelling

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.TemplateData:  # noqa: N802
        node.data = in_spelling(node.data, self._spelling)
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Expr:  # noqa: N802
        """Let words typed in the template be its own text, not a value to be escaped."""
        return nodes.MarkSafe(node, lineno=node.lineno) if isinstance(node.value, str) else node

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, _tick(node, node.body))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, _tick(node, node.body))
        return node

    def visit_FromImport(self, node: nodes.FromImport) -> nodes.FromImport:  # noqa: N802
        """Let macros see unit and date."""
        node.with_context = True
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _guard(node, "joined", node.nodes)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:  # noqa: N802
        """Print nothing where a choice has no other side."""
        self.generic_visit(node)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        left, compared = node.expr, []
        for operand in node.ops:
            sign = nodes.Const(operand.op, lineno=node.lineno)
            compared.append(_guard(node, "compared", [sign, left, operand.expr]))
            left = operand.expr
        result: nodes.Expr = compared[0]
        for further in compared[1:]:
            result = nodes.And(result, further, lineno=node.lineno)
        return result


def _tick(node: nodes.Node, body: list[nodes.Node]) -> nodes.ExprStmt:
    """Count one turn: what it prints by itself, and something for the turn."""
    texts = (data for part in body for data in _every(part) if isinstance(data, nodes.TemplateData))
    cost = STEP + sum(len(data.data) for data in texts)
    line = node.lineno
    return nodes.ExprStmt(_guard(node, "tick", [nodes.Const(cost, lineno=line)]), lineno=line)


def _guard(node: nodes.Node, name: str, arguments: list[nodes.Expr]) -> nodes.Filter:
    """Call a guard as a filter, which no template can name."""
    return nodes.Filter(arguments[0], name, arguments[1:], [], None, None, lineno=node.lineno)
