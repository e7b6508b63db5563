"""The registry's database: made, brought up, copied, refused, set aside."""

import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from ttcs_desktop.errors import DataError, UserError, WriteError
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.registry import migrations
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.location import locate
from ttcs_desktop.registry.own_fields import OwnField, keep, own_fields
from ttcs_desktop.registry.tables import Row

FIELD = OwnField(RecordKind.UNIT, "so-tu-phap", "group", 7, 5)


def database_in(folder: Path) -> Database:
    return Database(locate(folder))


def written(folder: Path) -> Path:
    database = database_in(folder)
    with database.writing() as session:
        keep(session, RecordKind.UNIT, "so-tu-phap", {"group": FIELD})
    database.close()
    assert database.location.file is not None
    return database.location.file


def make_older(file: Path, revision: str = "0000") -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()


def dumped(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def open_to_write(folder: Path) -> None:
    with database_in(folder).writing():
        pass


def look(folder: Path) -> None:
    own_fields(locate(folder), RecordKind.UNIT)


def test_nothing_is_made_until_something_is_written(tmp_path: Path) -> None:
    assert own_fields(locate(tmp_path), RecordKind.UNIT) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_is_read_with_and_without_sqlalchemy(tmp_path: Path) -> None:
    written(tmp_path)
    assert own_fields(locate(tmp_path), RecordKind.UNIT) == (FIELD,)
    with database_in(tmp_path).reading() as session:
        assert session.scalar(sa.text("SELECT value FROM own_field")) == "7"


def test_a_file_is_in_wal_mode_with_foreign_keys_and_waits(tmp_path: Path) -> None:
    with database_in(tmp_path).writing() as session:
        told = [
            session.scalar(sa.text(f"PRAGMA {name}"))
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        ]
    assert told == ["wal", 1, 30_000, 2]


def test_the_migrations_make_exactly_the_tables(tmp_path: Path) -> None:
    with database_in(tmp_path).reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Row.metadata) == []


def test_the_steps_are_read_from_their_folder() -> None:
    script = ScriptDirectory(str(migrations.FOLDER))
    assert script.get_current_head() == migrations.revisions()[-1]
    assert len(list(script.walk_revisions())) == len(migrations.revisions())


def test_the_environment_and_the_setting_say_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert locate(tmp_path).file == tmp_path / "registry.sqlite3"
    assert locate(tmp_path, "chung.sqlite3").file == tmp_path / "chung.sqlite3"
    assert locate(tmp_path, "postgresql://vt:bi-mat@may-chu/ttcs").file is None
    assert str(locate(tmp_path, "postgresql://vt:bi-mat@may-chu/ttcs")) == "may-chu/ttcs"
    monkeypatch.setenv("TTCS_REGISTRY", str(tmp_path / "khac.sqlite3"))
    assert locate(tmp_path, "chung.sqlite3").file == tmp_path / "khac.sqlite3"


def test_a_write_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    written(tmp_path)

    def fail() -> None:
        with database_in(tmp_path).writing() as session:
            keep(session, RecordKind.UNIT, "so-tu-phap", {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert own_fields(locate(tmp_path), RecordKind.UNIT) == (FIELD,)


def test_an_older_database_is_copied_and_brought_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path / "so")
    steps = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, steps)
    (steps / "versions" / "r9000_note.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9000'\ndown_revision = '{migrations.revisions()[-1]}'\n"
        "def upgrade():\n    op.add_column('own_field', sa.Column('note', sa.Text))\n",
        encoding="utf-8",
    )
    before = dumped(file)
    old = migrations.revisions()[-1]
    monkeypatch.setattr(migrations, "FOLDER", steps)
    assert own_fields(locate(file.parent), RecordKind.UNIT) == (FIELD,)
    with closing(sqlite3.connect(file)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(own_field)")]
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9000",)
    assert "note" in columns
    copies = [
        path
        for path in file.parent.iterdir()
        if re.fullmatch(rf"registry\.{old}\.\d{{8}}-\d{{6}}\.sqlite3", path.name)
    ]
    assert len(copies) == 1
    assert dumped(copies[0]) == before


def test_a_step_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path / "so")
    steps = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, steps)
    (steps / "versions" / "r9000_broken.py").write_text(
        "from alembic import op\n"
        f"revision = '9000'\ndown_revision = '{migrations.revisions()[-1]}'\n"
        "def upgrade():\n    op.drop_table('entry')\n    op.execute('NOT SQL')\n",
        encoding="utf-8",
    )
    before = dumped(file)
    with monkeypatch.context() as changed:
        changed.setattr(migrations, "FOLDER", steps)
        with pytest.raises(UserError):
            own_fields(locate(file.parent), RecordKind.UNIT)
    assert dumped(file) == before
    assert own_fields(locate(file.parent), RecordKind.UNIT) == (FIELD,)


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = written(tmp_path)
    make_older(file, "9999")
    before = file.read_bytes()
    with pytest.raises(DataError, match="phiên bản mới hơn"):
        own_fields(locate(tmp_path), RecordKind.UNIT)
    with pytest.raises(DataError, match="phiên bản mới hơn"):
        open_to_write(tmp_path)
    assert file.read_bytes() == before
    assert [path for path in tmp_path.iterdir() if path.suffix == ".sqlite3"] == [file]


@pytest.mark.parametrize("opens", [look, open_to_write])
def test_a_damaged_database_is_set_aside_and_never_overwritten(
    tmp_path: Path, opens: Callable[[Path], None]
) -> None:
    file = written(tmp_path)
    rubbish = b"khong phai so du lieu" * 500
    file.write_bytes(rubbish)
    with pytest.raises(DataError, match=r"bị hỏng.*registry\.damaged\.\d{8}-\d{6}"):
        opens(tmp_path)
    assert not file.exists()
    aside = [path for path in tmp_path.iterdir() if ".damaged." in path.name]
    assert [path.read_bytes() for path in aside if path.suffix == ".sqlite3"] == [rubbish]
    written(tmp_path)
    assert own_fields(locate(tmp_path), RecordKind.UNIT) == (FIELD,)


def test_two_damaged_databases_of_one_second_are_both_kept(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / "registry.sqlite3").write_bytes(b"%d" % number * 900)
        with pytest.raises(DataError):
            own_fields(locate(tmp_path), RecordKind.UNIT)
    assert len({path.read_bytes() for path in tmp_path.glob("*.damaged.*.sqlite3")}) == 3


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "registry.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE moz_places (id)")
    before = file.read_bytes()
    with pytest.raises(DataError, match="không phải sổ"):
        open_to_write(tmp_path)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with pytest.raises(WriteError, match="Không tạo được thư mục"):
        written(tmp_path / "tep" / "so")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_still_read(tmp_path: Path) -> None:
    written(tmp_path)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert own_fields(locate(tmp_path), RecordKind.UNIT) == (FIELD,)
        with pytest.raises(WriteError):
            written(tmp_path)
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_many_threads_open_a_new_database_at_once(tmp_path: Path) -> None:
    database = database_in(tmp_path)
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            with database.writing() as session:
                own = OwnField(RecordKind.UNIT, f"u{number}", "group", number)
                keep(session, RecordKind.UNIT, f"u{number}", {"group": own})
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(own_fields(locate(tmp_path), RecordKind.UNIT)) == 8


FIRST_WRITE = """
import sys
from pathlib import Path
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.location import locate
from ttcs_desktop.registry.own_fields import OwnField, keep
with Database(locate(Path(sys.argv[1]))).writing() as session:
    keep(session, RecordKind.UNIT, sys.argv[2],
         {"group": OwnField(RecordKind.UNIT, sys.argv[2], "group", 1)})
"""


def test_processes_that_make_the_database_together_do_not_trip(tmp_path: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", FIRST_WRITE, str(tmp_path), f"u{number}"])
        for number in range(3)
    ]
    assert [process.wait(timeout=60) for process in started] == [0, 0, 0]
    assert len(own_fields(locate(tmp_path), RecordKind.UNIT)) == 3


def test_reading_what_is_there_does_not_load_sqlalchemy(tmp_path: Path) -> None:
    written(tmp_path)
    script = (
        "import sys; from ttcs_desktop.services.library import Library\n"
        "library = Library()\n"
        "assert library.units['so-tu-phap'].group == 7\n"
        "assert library.instruments['ct-07-2016']\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'openpyxl') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "TTCS_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
