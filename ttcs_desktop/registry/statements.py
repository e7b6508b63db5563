"""Statements on the database that cost nothing to begin (câu lệnh trên sổ dữ liệu).

A file is written with `sqlite3` alone, so that what is kept while somebody types never waits for
SQLAlchemy; a server is reached through it.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttcs_desktop.registry import database_file, migrations
from ttcs_desktop.registry.location import Location

if TYPE_CHECKING:
    from ttcs_desktop.registry.database import Database

Rows = list[tuple[Any, ...]]
Run = Callable[..., Rows]
"""Carries out one statement with its values by name, and returns its rows."""

_PREPARE = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "BEGIN IMMEDIATE",
)
_SECONDS_TO_WAIT = 30


class Statements:
    """Reads and writes rows; `database` opens the database where it must be brought up first."""

    def __init__(self, location: Location, database: "Callable[[], Database]") -> None:
        self.location = location
        self._database = database

    def read(self, statement: str, **values: object) -> Rows:
        """Return the rows of a statement; none where there is no database yet.

        Raises:
            UserError: the database cannot be read, says why.
        """
        if not self.location.exists():
            return []
        file = self._brought_up()
        if file is not None:
            with database_file.looking(file) as connection:
                return connection.execute(statement, values).fetchall()
        import sqlalchemy as sa

        with self._database().reading() as session:
            return [tuple(row) for row in session.execute(sa.text(statement), values)]

    @contextmanager
    def writing(self) -> Iterator[Run]:
        """Yield what carries out statements; all is written at the end, or nothing.

        Raises:
            UserError: the database cannot be written, says why; it stands as before.
        """
        file = self._brought_up()
        if file is not None:
            with _writing_to(file) as run:
                yield run
            return
        import sqlalchemy as sa

        with self._database().writing() as session:

            def through(statement: str, **values: object) -> Rows:
                done: Any = session.execute(sa.text(statement), values)
                return [tuple(row) for row in done] if done.returns_rows else []

            yield through

    def prepare(self) -> None:
        """Make the database ready to be written, so that the first who writes need not wait.

        Raises:
            UserError: the database cannot be made, or read.
        """
        self._brought_up()

    def empty_log(self) -> None:
        """Leave nothing of what was deleted in the log beside a file."""
        if self.location.file is not None and self.location.file.exists():
            with closing(sqlite3.connect(self.location.file)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _brought_up(self) -> Path | None:
        """Return the database's file at the newest step, None for a server."""
        file = self.location.file
        if file is not None:
            revision = database_file.revision_of(file) if file.exists() else ""
            if revision != migrations.revisions()[-1]:
                self._database().close()
                with self._database().reading():
                    pass
        return file


@contextmanager
def _writing_to(file: Path) -> Iterator[Run]:
    try:
        with closing(
            sqlite3.connect(file, timeout=_SECONDS_TO_WAIT, isolation_level=None)
        ) as connection:
            for statement in _PREPARE:
                connection.execute(statement)
            yield lambda statement, **values: connection.execute(statement, values).fetchall()
            connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise database_file.told(error, file) from error
