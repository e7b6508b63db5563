"""The rules of the checker as a page of the user guide (danh mục quy tắc kiểm tra)."""

from collections.abc import Iterator

from ttcs_desktop.i18n import _
from ttcs_desktop.services.checking import rule_rows
from ttcs_desktop.services.library import Library

PAGE_FORMATS = ("party-2026", "state-2020")
"""Formats whose clauses the page shows; the others follow one of them."""


def rule_page(library: Library) -> str:
    """Return every rule with its weight and its clause in the Party's and the State's format."""
    by_format = {
        form: {row["id"]: row for row in rule_rows(library, form)} for form in PAGE_FORMATS
    }
    ids = dict.fromkeys(rule for rows in by_format.values() for rule in rows)
    rows = (_row(rule, by_format) for rule in ids)
    return "\n".join([*_head(len(ids)), *rows, ""])


def _head(count: int) -> Iterator[str]:
    yield "# " + _("Quy tắc kiểm tra thể thức")
    yield ""
    yield _("{count} quy tắc, lấy từ dữ liệu thể thức của phần mềm.").format(count=count)
    yield ""
    headings = (_("Mã"), _("Mức"), _("Quy tắc"), _("Đảng"), _("Nhà nước"))
    yield f"| {' | '.join(headings)} |"
    yield "| --- | --- | --- | --- | --- |"


def _row(rule: str, by_format: dict[str, dict[str, dict[str, str]]]) -> str:
    told = next(rows[rule] for rows in by_format.values() if rule in rows)
    weights = {"error": _("lỗi"), "warning": _("cần xem"), "note": _("gợi ý")}
    clauses = [
        (rows[rule]["clause"] or _("thông lệ")) if rule in rows else "-"
        for rows in by_format.values()
    ]
    cells = (f"`{rule}`", weights[told["severity"]], told["title"], *clauses)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
