"""What is wrong with a template, told to who wrote it: file, line, remedy (lỗi của mẫu)."""

import difflib
import re
import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError

from ttcs_desktop.errors import TemplateError
from ttcs_desktop.i18n import _
from ttcs_desktop.templating.grammar import ForbiddenError
from ttcs_desktop.templating.printing import ExhaustedError, RefusedError

BODY = "body.txt.j2"
_TAG = re.compile(r"\{%[-+]?\s*(?P<word>\w+)(?P<rest>[^%]*)")
_BLOCKS = ("for", "if", "macro", "call", "filter")
_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(?P<word>\w+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '(?P<word>\w+)'")
_TOO_DEEP = (RecursionError, MemoryError, SyntaxError)
_TEMPLATE_ERRORS = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class Source:
    """The files of one template, to say where a fault is."""

    id: str
    read: Callable[[str], str]
    """Returns the text of a file by the name that Jinja knows it by."""

    def place(self, file: str, line: int = 0) -> str:
        """Name a file of the template, and a line of it."""
        if line:
            return _("Mẫu “{id}”, tệp {file}, dòng {line}").format(id=self.id, file=file, line=line)
        return _("Mẫu “{id}”, tệp {file}").format(id=self.id, file=file)

    def fault(self, file: str, line: int, what: str, remedy: str = "") -> TemplateError:
        """Return a fault at a line of a file; line 0 for the whole of it."""
        return TemplateError(
            what, where=self.place(file, line), remedy=remedy, file=file, line=line
        )

    def fault_of(self, error: Exception, file: str = BODY) -> TemplateError:
        """Return what an error of Jinja, of a guard or of Python means for the template."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return self._syntax_fault(error)
        if isinstance(error, ForbiddenError):
            return self.fault(error.file or file, error.line, error.what, error.remedy)
        file, line = _place_in_template(error.__traceback__, file)
        if isinstance(error, RefusedError):
            return self.fault(file, line, error.what, error.remedy)
        if isinstance(error, _TOO_DEEP):
            exhausted = ExhaustedError()
            return self.fault(file, line, exhausted.what, exhausted.remedy)
        if isinstance(error, SecurityError):
            return self.fault(file, line, _("Mẫu động tới phần trong của chương trình; từ chối."))
        if isinstance(error, _TEMPLATE_ERRORS):
            return self.fault(
                file,
                line,
                _("Không tính được dòng này: {reason}.").format(reason=_first_line(error)),
                _("Xem lại tên, bộ lọc và tham số của macro ở dòng này."),
            )
        raise error

    def _syntax_fault(self, error: jinja2.TemplateSyntaxError) -> TemplateError:
        file, message = error.name or BODY, error.message or ""
        if found := _UNCLOSED.search(message):
            word = found["word"]
            line = _opening(self.read(file), word) or error.lineno
            return self.fault(
                file,
                line,
                _("Khối “{word}” mở ở đây mà chưa đóng.").format(word=word),
                _("Thêm {example} vào cuối khối.").format(example=f"{{% end{word} %}}"),
            )
        if found := _UNKNOWN_TAG.search(message):
            return self.fault(file, error.lineno, *_unknown_tag(found["word"]))
        return self.fault(
            file,
            error.lineno,
            _("Dòng này sai cú pháp: {reason}.").format(reason=_first_line(error)),
            _("Xem lại các dấu {{ }}, {% %}, dấu ngoặc và dấu nháy."),
        )


def _unknown_tag(word: str) -> tuple[str, str]:
    if word.startswith("end") or word in ("else", "elif"):
        return (
            _("“{word}” không có khối nào đang mở ở đây.").format(word=word),
            _("Bỏ dòng này, hoặc mở khối ở phía trên."),
        )
    return (
        _("Không có lệnh “{word}” trong mẫu.").format(word=word),
        _("Các lệnh dùng được: if, for, set, macro, call, from … import."),
    )


def _opening(source: str, word: str) -> int:
    """Return the line of the last block of a kind that is opened and never closed; 0 for none."""
    opened: list[tuple[str, int]] = []
    for tag in _TAG.finditer(source):
        name = tag["word"]
        if name in _BLOCKS or (name == "set" and "=" not in tag["rest"]):
            opened.append((name, source.count("\n", 0, tag.start()) + 1))
        elif name.startswith("end") and opened and opened[-1][0] == name.removeprefix("end"):
            opened.pop()
    return next((line for name, line in reversed(opened) if name == word), 0)


def _place_in_template(trace: TracebackType | None, file: str) -> tuple[str, int]:
    """Return the innermost line of a template that an error came through."""
    line = 0
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, jinja2.Template):
            file = template.name or file
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return file, line


def _first_line(error: Exception) -> str:
    text = str(getattr(error, "message", None) or error).strip()
    return text.splitlines()[0].rstrip(".")[:200] if text else type(error).__name__


def read_text(path: Path, source: Source, longest: int) -> str:
    """Read a text file of a template.

    Raises:
        TemplateError: it cannot be read, is not UTF-8 or is far too long.
    """
    try:
        if path.stat().st_size > longest:
            raise source.fault(
                path.name,
                0,
                _("Tệp dài quá."),
                _("Một mẫu văn bản không dài như vậy; chia nhỏ ra."),
            )
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise source.fault(
            path.name,
            0,
            _("Không đọc được tệp ({reason}).").format(reason=error.strerror or error),
            _("Mỗi mẫu cần ba tệp: template.toml, body.txt.j2 và example.toml."),
        ) from error
    except UnicodeDecodeError as error:
        raise source.fault(
            path.name, 0, _("Tệp không phải là văn bản UTF-8."), _("Lưu lại tệp với bảng mã UTF-8.")
        ) from error


def read_tables(source: Source, file: str, text: str) -> dict[str, Any]:
    """Read TOML.

    Raises:
        TemplateError: it is not TOML; says the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise source.fault(
            file,
            int(found[1]) if found else 0,
            _("Tệp không đúng cú pháp TOML: {reason}.").format(reason=error),
            _("Sửa dòng được nêu; chữ phải nằm trong dấu nháy."),
        ) from error


def unknown_name(name: str, known: Collection[str]) -> tuple[str, str]:
    """Say that a name is not one of those that a file may hold, and which was probably meant."""
    close = difflib.get_close_matches(name, known, n=1)
    return (
        _("Không hiểu khai báo “{name}”.").format(name=name),
        _("Có phải là “{guess}”?").format(guess=close[0])
        if close
        else _("Các khai báo dùng được: {names}.").format(names=", ".join(known)),
    )
