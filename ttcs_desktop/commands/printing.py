"""What commands print: tables and facts for people, JSON for scripts."""

import datetime
import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Difference
from ttcs_desktop.model.problem import Problem

FINDINGS = 1
"""Exit code: done, and there is something to look at."""


def date_of(text: str) -> datetime.date:
    """Read a date of an option.

    Raises:
        UserError: it is none.
    """
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UserError(
            _("Ngày “{text}” không đúng.").format(text=text),
            remedy=_("Viết theo kiểu 2026-05-27."),
        ) from None


def ask_secret(words: str) -> str:
    """Ask for a password or PIN without showing it; a script gives it on a line of its input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given: str = typer.prompt(words, hide_input=True, default="", show_default=False, err=True)
    return given


def today() -> datetime.date:
    """Return the day it is here."""
    return datetime.datetime.now().astimezone().date()


def print_json(value: object) -> None:
    """Print a value as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_rows(
    headings: tuple[str, ...], rows: Iterable[Mapping[str, object]], *, as_json: bool
) -> None:
    """Print rows as a table with headings, or as JSON."""
    listed = list(rows)
    if as_json:
        print_json(listed)
        return
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in listed:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    Console(soft_wrap=not sys.stdout.isatty()).print(table, markup=False)


def print_facts(facts: Mapping[str, Any], *, as_json: bool) -> None:
    """Print facts, one a line, or as JSON."""
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        shown = (
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        )
        typer.echo(f"{name}: {shown}")


def print_problems(problems: Iterable[Problem]) -> None:
    """Print findings to standard error, one a line."""
    for problem in problems:
        sys.stderr.write(told(problem) + "\n")


def told(problem: Problem) -> str:
    """Return a finding as one line."""
    place = _("dòng {line}: ").format(line=problem.line) if problem.line else ""
    return f"[{problem.severity}] {place}{problem.message} {problem.hint}".rstrip()


def print_differences(differences: Iterable[Difference]) -> None:
    """Print what would change, one field a line."""
    for one in differences:
        before = " / ".join(one.before.splitlines())
        after = " / ".join(one.after.splitlines())
        change = f"{before} → {after}" if before else after
        typer.echo(f"{'+' if one.is_new else '~'} {one.id} · {one.label}: {change}")
