"""The words of all documents, in a database file of their own (chỉ mục tìm kiếm).

Never a source of truth: the file may be lost at any time, and is made again from the documents.
Plain `sqlite3` with FTS5. A paragraph is indexed twice, with its marks and without them, so that
marks are optional. The table of words holds no text: what is taken out of it is told again.
"""

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.language.searching import Wanted, compared, holds, wanted
from ttcs_desktop.model.found import (
    DueTask,
    Findings,
    Found,
    SearchedDocument,
    SearchedParagraph,
    SearchedTask,
)
from ttcs_desktop.registry.database_file import DAMAGED, set_aside, told

MAKE = 1
"""Of the tables; a file of another make is made anew."""
MOST_COUNTED = 2000
SHOWN = 200
_SECONDS_TO_WAIT = 10
_TABLES = """
CREATE TABLE document (id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL,
    title TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, date TEXT NOT NULL,
    unit TEXT NOT NULL, unit_name TEXT NOT NULL);
CREATE TABLE paragraph (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, line INTEGER NOT NULL,
    place TEXT NOT NULL, words TEXT NOT NULL, source TEXT NOT NULL);
CREATE INDEX paragraph_document ON paragraph (document);
CREATE TABLE task (document INTEGER NOT NULL, id TEXT NOT NULL, wording TEXT NOT NULL,
    line INTEGER NOT NULL, lead TEXT NOT NULL, due TEXT NOT NULL, is_done INTEGER NOT NULL);
CREATE INDEX task_document ON task (document);
CREATE INDEX task_due ON task (due);
CREATE INDEX task_id ON task (id);
CREATE VIRTUAL TABLE indexed USING fts5(marked, bare, content='', prefix='2 3',
    tokenize="unicode61 remove_diacritics 0");
"""
_DOCUMENT = "d.path, d.stamp, d.title, d.kind, d.number, d.date, d.unit, d.unit_name"

_DUE = f"""
SELECT t.id, t.wording, t.line, t.lead, t.due, {_DOCUMENT}
FROM task t JOIN document d ON d.id = t.document
WHERE t.due BETWEEN ? AND ? AND d.unit = ? AND d.kind = 'kế hoạch'
AND NOT EXISTS (SELECT 1 FROM task o JOIN document n ON n.id = o.document
    WHERE o.id = t.id AND n.unit = d.unit
    AND (o.is_done OR (n.kind = d.kind AND (n.date, n.id) > (d.date, d.id))))
ORDER BY t.due, t.document, t.line
"""  # noqa: S608  names of columns
"""Tasks of the newest plan that has them, but for those that a report says are done."""


@dataclass(frozen=True)
class TextIndex:
    """Finds paragraphs by words; safe to be used from several threads and windows."""

    path: Path

    def search(self, typed: str, shown: int = SHOWN) -> Findings:
        """Return the paragraphs that hold what was typed, of the newest documents first.

        Raises:
            DataError: the file is damaged and was set aside.
        """
        sought = wanted(typed)
        if not sought or not self.path.exists():
            return Findings()
        mixed = tuple(one for one in sought if len(one.words) > 1 and not one.is_bare)
        with self._open() as database:
            rows = _candidates(database, _expression(sought), mixed)
            found = list(islice(rows, MOST_COUNTED + 1))
            ids = sorted(found, key=lambda row: row[1], reverse=True)[: min(shown, MOST_COUNTED)]
            listed = tuple(_found(database, id_) for id_, _date in ids)
        return Findings(listed, min(len(found), MOST_COUNTED), len(found) > MOST_COUNTED)

    def put(
        self,
        document: SearchedDocument,
        paragraphs: Iterable[SearchedParagraph],
        tasks: Iterable[SearchedTask] = (),
    ) -> None:
        """Take a document in, in place of what was known of its file.

        Raises:
            UserError: the file cannot be written, or is damaged and was set aside.
        """
        with self._writing() as database:
            _forget(database, document.path)
            date = document.date.isoformat() if document.date else ""
            number = database.execute(
                "INSERT INTO document (path, stamp, title, kind, number, date, unit, unit_name)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (document.path, document.stamp, document.title, document.kind, document.number,
                 date, document.unit, document.unit_name),
            ).lastrowid  # fmt: skip
            for one in paragraphs:
                row = database.execute(
                    "INSERT INTO paragraph (document, line, place, words, source)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (number, one.line, one.place, one.words, one.source),
                ).lastrowid
                database.execute(
                    "INSERT INTO indexed (rowid, marked, bare) VALUES (?, ?, ?)",
                    (row, *_both(one.words)),
                )
            database.executemany(
                "INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (number, one.id, one.wording, one.line, one.lead,
                     one.due.isoformat() if one.due else "", one.is_done)
                    for one in tasks
                ),
            )  # fmt: skip

    def drop(self, path: str, *, is_secret: bool = False) -> None:
        """Forget a document; a secret one down to its last word in the file.

        Raises:
            UserError: the file cannot be written, or is damaged and was set aside.
        """
        if not self._knows(path):
            return
        with self._writing() as database:
            _forget(database, path)
            if is_secret:
                database.execute("INSERT INTO indexed (indexed) VALUES ('optimize')")
        if is_secret:
            with self._open() as database:
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def stamps(self) -> dict[str, str]:
        """Return the stamp of each document by its path."""
        if not self.path.exists():
            return {}
        with self._open() as database:
            return dict(database.execute("SELECT path, stamp FROM document"))

    def _knows(self, path: str) -> bool:
        if not self.path.exists():
            return False
        with self._open() as database:
            found = database.execute("SELECT 1 FROM document WHERE path = ?", (path,)).fetchone()
        return found is not None

    def due_tasks(
        self, unit: str, first: datetime.date, last: datetime.date
    ) -> tuple[DueTask, ...]:
        """Return the tasks of a unit's plans that are due between two days and not done."""
        if not self.path.exists():
            return ()
        with self._open() as database:
            rows = database.execute(_DUE, (first.isoformat(), last.isoformat(), unit)).fetchall()
        return tuple(map(_due, rows))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._open() as database, database:
            database.execute("BEGIN IMMEDIATE")
            yield database

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file, made anew when it is missing or of another make."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=_SECONDS_TO_WAIT)) as database:
                _make_ready(database)
                yield database
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in DAMAGED:
                raise DamagedIndexError(set_aside(self.path)) from error
            raise told(error, self.path) from error


class DamagedIndexError(Exception):
    """The file was damaged and is set aside; it is made again from the documents."""

    def __init__(self, aside: Path) -> None:
        self.aside = aside
        super().__init__(str(aside))


def _make_ready(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA secure_delete = ON")
    database.execute("PRAGMA synchronous = NORMAL")
    (make,) = database.execute("PRAGMA user_version").fetchone()
    if make == MAKE:
        return
    database.execute("PRAGMA journal_mode = WAL")
    with database:
        database.execute("BEGIN IMMEDIATE")
        if database.execute("PRAGMA user_version").fetchone()[0] == MAKE:
            return
        for name in ("indexed", "task", "paragraph", "document"):
            database.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES.split(";\n"):
            if statement.strip():
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {MAKE}")


def _both(words: str) -> tuple[str, str]:
    marked = compared(words)
    return marked, without_marks(marked)


def _forget(database: sqlite3.Connection, path: str) -> None:
    row = database.execute("SELECT id FROM document WHERE path = ?", (path,)).fetchone()
    if row is None:
        return
    for id_, words in database.execute("SELECT id, words FROM paragraph WHERE document = ?", row):
        database.execute(
            "INSERT INTO indexed (indexed, rowid, marked, bare) VALUES ('delete', ?, ?, ?)",
            (id_, *_both(words)),
        )
    for table in ("paragraph", "task"):
        database.execute(f"DELETE FROM {table} WHERE document = ?", row)  # noqa: S608  a name above
    database.execute("DELETE FROM document WHERE id = ?", row)


def _expression(sought: Sequence[Wanted]) -> str:
    """Return what is sought in the language of FTS5."""
    parts = []
    for one in sought:
        star = "*" if one.is_prefix else ""
        is_mixed = len(one.words) > 1 and not one.is_bare
        if one.is_bare or is_mixed:
            parts.append(f'bare : "{" ".join(one.bare)}"{star}')
        if not one.is_bare:
            last = len(one.words) - 1
            parts += [
                f'marked : "{word}"{star if at == last else ""}'
                for at, (word, bare) in enumerate(zip(one.words, one.bare, strict=True))
                if word != bare
            ]
    return " AND ".join(f"({part})" for part in parts)


def _candidates(
    database: sqlite3.Connection, expression: str, mixed: Sequence[Wanted]
) -> Iterator[tuple[int, str]]:
    """Return paragraphs and the dates of their documents; a phrase of both kinds is looked at."""
    rows = database.execute(
        "SELECT p.id, d.date, p.words FROM indexed JOIN paragraph p ON p.id = indexed.rowid "
        "JOIN document d ON d.id = p.document WHERE indexed MATCH ? ORDER BY indexed.rowid DESC",
        (expression,),
    )
    return ((id_, date) for id_, date, words in rows if not mixed or holds(words, mixed))


def _found(database: sqlite3.Connection, id_: int) -> Found:
    line, place, words, source, *document = database.execute(
        f"SELECT p.line, p.place, p.words, p.source, {_DOCUMENT} FROM paragraph p "  # noqa: S608
        "JOIN document d ON d.id = p.document WHERE p.id = ?",
        (id_,),
    ).fetchone()
    return Found(_document(document), SearchedParagraph(line, place, words, source))


def _document(row: Sequence[str]) -> SearchedDocument:
    path, stamp, title, kind, number, date, unit, unit_name = row
    day = datetime.date.fromisoformat(date) if date else None
    return SearchedDocument(path, stamp, title, kind, number, day, unit, unit_name)


def _due(row: Sequence[str]) -> DueTask:
    id_, wording, line, lead, due, *document = row
    day = datetime.date.fromisoformat(due)
    task = SearchedTask(id_, wording, int(line), lead, day)
    return DueTask(task, _document(document), day)
