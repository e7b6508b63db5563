"""The registry's database, opened: SQLite by default, PostgreSQL for an office that shares one.

Importing this costs what SQLAlchemy costs; who only wants to know whether there is anything to read
asks `registry.location` and `registry.own_fields` first.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from ttcs_desktop.errors import DataError, UserError, WriteError
from ttcs_desktop.i18n import _
from ttcs_desktop.registry import database_file, migrations
from ttcs_desktop.registry.location import Location

MILLISECONDS_TO_WAIT = 30_000
"""How long a writer waits for another one to finish."""
_ATTEMPTS = 20
_MIGRATION_LOCK = 7_706_031


class Database:
    """The registry's database; opened, and brought to the newest step, when it is first used."""

    def __init__(self, location: Location) -> None:
        self.location = location
        self._engine: sa.Engine | None = None
        self._opening = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees one moment of the database; nobody has to wait for it.

        Raises:
            UserError: the database cannot be read, says why.
        """
        with self._session(self._opened()) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Yield a session that writes alone; all is written at its end, or nothing.

        Raises:
            UserError: the database cannot be written, says why; it stands as before.
        """
        writer = self._opened().execution_options(is_writing=True)
        with self._session(writer) as session:
            yield session
            session.commit()

    def close(self) -> None:
        """Let go of the file or the server; the next use opens it again."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    @contextmanager
    def _session(self, engine: sa.Engine) -> Iterator[Session]:
        try:
            with Session(engine, expire_on_commit=False) as session:
                yield session
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise self._told(error) from error

    def _opened(self) -> sa.Engine:
        with self._opening:
            if self._engine is None:
                try:
                    self._engine = self._open()
                except SQLAlchemyError as error:
                    raise self._told(error) from error
            return self._engine

    def _open(self) -> sa.Engine:
        file = self.location.file
        if file is None:
            engine = _server(self.location.url)
            _bring_up(engine)
            return engine
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(
                _("Không tạo được thư mục để sổ dữ liệu ({reason}).").format(reason=error.strerror),
                where=str(file.parent),
                remedy=_("Chọn nơi khác để sổ trong phần thiết đặt."),
            ) from error
        revision = database_file.revision_of(file) if file.exists() else ""
        newest = migrations.revisions()[-1]
        if revision and revision != newest:
            database_file.copy_beside(file, revision)
        engine = _file_engine(str(file))
        if revision != newest:
            _bring_up(engine)
        return engine

    def _told(self, error: SQLAlchemyError) -> UserError:
        cause = error.orig if isinstance(error, DBAPIError) else None
        if self.location.file is not None and cause is not None:
            return database_file.told(cause, self.location.file)
        return DataError(
            _("Không dùng được sổ dữ liệu chung ({reason}).").format(reason=cause or error),
            where=str(self.location),
            remedy=_("Kiểm tra mạng nội bộ và địa chỉ máy chủ trong phần thiết đặt."),
        )


def _file_engine(path: str) -> sa.Engine:
    engine = sa.create_engine(sa.URL.create("sqlite", database=path))
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401  a raw sqlite3 connection
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {MILLISECONDS_TO_WAIT}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    _write_ahead(connection)


def _write_ahead(connection: Any) -> None:  # noqa: ANN401  a raw sqlite3 connection
    """Turn on the write-ahead log; a file that another process makes just now is asked again."""
    import sqlite3
    import time

    for attempt in range(_ATTEMPTS):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.05)
        else:
            return


def _begin(connection: sa.Connection) -> None:
    """Start a transaction; a writer takes its turn at once, so that none reads what is stale."""
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _server(url: str) -> sa.Engine:
    try:
        address = sa.make_url(url)
        if address.get_backend_name() != "postgresql":
            raise _unusable(address.get_backend_name())
        return sa.create_engine(
            address.set(drivername="postgresql+pg8000"),
            pool_pre_ping=True,
            connect_args={"timeout": MILLISECONDS_TO_WAIT // 1000},
        )
    except sa.exc.ArgumentError as error:
        raise _unusable(url.partition(":")[0]) from error


def _unusable(kind: str) -> DataError:
    return DataError(
        _("Không dùng được loại sổ dữ liệu “{kind}”.").format(kind=kind),
        remedy=_("Ghi đường dẫn một tệp, hoặc địa chỉ dạng postgresql://tên@máy-chủ/ttcs."),
    )


def _bring_up(engine: sa.Engine) -> None:
    """Carry out the steps that the database still lacks, in one transaction."""
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext

    writer = engine.execution_options(is_writing=True)
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
        current = MigrationContext.configure(connection).get_current_revision()
        database_file.refuse_newer(current or "", engine.url.database or "")
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(migrations.FOLDER).replace("%", "%%"))
        command.upgrade(config, "head")
