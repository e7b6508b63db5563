"""All of an office's own goes into one file, and comes back from it, or nothing happens."""

import dataclasses
import datetime
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ttcs_desktop.codec import to_json
from ttcs_desktop.errors import SourceError, UserError, WriteError
from ttcs_desktop.places import user_data
from ttcs_desktop.services import backing_up, restoring
from ttcs_desktop.services.backing_up import KIND, MAKE, back_up, without_password
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.packages import MANIFEST, Manifest, part_of_bytes
from ttcs_desktop.services.registering import NumberBook, Outgoing
from ttcs_desktop.services.restoring import go_back, look_at_backup, restore
from ttcs_desktop.services.settings import Settings, load_settings, save_settings

DAY = datetime.date(2026, 11, 20)


@pytest.fixture
def library() -> Iterator[Library]:
    """Return an office that has worked for a while."""
    library = Library()
    save_settings(Settings(unit="btgtu", folder="/drafts"))
    own_file("templates/own-plan/template.toml", b'title = "x"\n')
    own_file("checking.toml", b"")
    own_file("ttcs.log", b"errors")
    own_file("autosave/one.json", b"{}")
    own_file("fonts/times.ttf", b"font")
    NumberBook(library).issue(Outgoing("btgtu", "kế hoạch", DAY, "về tuyên truyền"))
    yield library
    library.database.close()


def own_file(name: str, data: bytes) -> Path:
    path = user_data() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names_in(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return set(archive.namelist())


def state() -> dict[str, bytes]:
    """Return what stands in the own folder, but for what restoring kept."""
    return {
        path.relative_to(user_data()).as_posix(): path.read_bytes()
        for path in user_data().rglob("*")
        if path.is_file() and "kept" not in path.parts and not path.name.endswith(("-wal", "-shm"))
    }


def subjects(library: Library) -> list[str]:
    return [entry.registered.subject for entry in NumberBook(library).entries(unit="btgtu")]


def test_a_backup_holds_settings_folders_and_register_and_nothing_that_passes(
    library: Library, tmp_path: Path
) -> None:
    made = back_up(library, tmp_path / "usb" / "a.ttcs-backup.zip")
    assert names_in(made.path) == {
        "manifest.json",
        "registry.sqlite3",
        "own/settings.toml",
        "own/checking.toml",
        "own/templates/own-plan/template.toml",
    }
    assert made.files == 4
    assert list(made.path.parent.iterdir()) == [made.path]
    look = look_at_backup(made.path)
    assert (look.files, look.has_database) == (4, True)


def test_what_was_kept_comes_back_and_restoring_can_be_undone(
    library: Library, tmp_path: Path
) -> None:
    made = back_up(library, tmp_path / "a.ttcs-backup.zip")
    save_settings(Settings(unit="so-tu-phap"))
    own_file("formats/own.toml", b"")
    NumberBook(library).issue(Outgoing("btgtu", "kế hoạch", DAY, "việc thứ hai"))
    (user_data() / "checking.toml").unlink()
    later = state()
    restored = restore(library, made.path)
    assert load_settings().unit == "btgtu"
    assert not (user_data() / "formats").exists()
    assert (user_data() / "checking.toml").exists()
    assert subjects(library) == ["về tuyên truyền"]
    back = go_back(library, restored.kept)
    assert sorted(subjects(library)) == ["việc thứ hai", "về tuyên truyền"]
    assert {**state(), "registry.sqlite3": b""} == {**later, "registry.sqlite3": b""}
    go_back(library, back.kept)
    assert load_settings().unit == "btgtu"
    assert subjects(library) == ["về tuyên truyền"]


def test_a_new_machine_takes_a_backup_and_can_go_back_to_nothing(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(library, tmp_path / "a.ttcs-backup.zip")
    monkeypatch.setenv("TTCS_HOME", str(tmp_path / "new"))
    other = Library()
    restored = restore(other, made.path)
    assert subjects(other) == ["về tuyên truyền"]
    assert other.unit("btgtu").id == "btgtu"
    go_back(other, restored.kept)
    assert not (tmp_path / "new" / "registry.sqlite3").exists()
    assert not (tmp_path / "new" / "settings.toml").exists()


def test_secret_documents_and_their_lines_stay_out(library: Library, tmp_path: Path) -> None:
    own_file("templates/own-plan/mau.txt", "MẬT\n\nKẾ HOẠCH\n\nviệc kín\n".encode())
    plain = own_file("templates/own-plan/ghi-chu.txt", b"KE HOACH\n\nviec thuong\n")
    assert plain.exists()
    made = back_up(library, tmp_path / "a.ttcs-backup.zip")
    assert "own/templates/own-plan/mau.txt" not in names_in(made.path)
    assert "own/templates/own-plan/ghi-chu.txt" in names_in(made.path)
    assert any("văn bản mật" in one for one in made.left_out)


def test_the_lines_of_a_secret_series_keep_their_numbers_alone(
    library: Library, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(library.location.file or "")) as connection, connection:
        connection.execute("UPDATE series SET is_secret = 1")
    made = back_up(library, tmp_path / "a.ttcs-backup.zip")
    with zipfile.ZipFile(made.path) as archive:
        data = archive.read("registry.sqlite3")
        archive.extract("registry.sqlite3", tmp_path)
    assert "về tuyên truyền".encode() not in data
    with closing(sqlite3.connect(tmp_path / "registry.sqlite3")) as connection:
        assert connection.execute("SELECT number, subject FROM entry").fetchall() == [(1, "")]


def test_no_password_goes_into_a_backup(library: Library, tmp_path: Path) -> None:
    address = "postgresql://vt:bi-mat@may-chu/ttcs"
    save_settings(dataclasses.replace(load_settings(), registry=address))
    made = back_up(Library(), tmp_path / "a.ttcs-backup.zip")
    with zipfile.ZipFile(made.path) as archive:
        text = archive.read("own/settings.toml").decode()
    assert "bi-mat" not in text
    assert "postgresql://vt@may-chu/ttcs" in text
    assert any("máy chủ" in one for one in made.left_out)
    assert without_password("D:/so/registry.sqlite3") == "D:/so/registry.sqlite3"
    restore(library, made.path)
    assert load_settings().registry == address


def broken(made: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    data = made.read_bytes()
    with zipfile.ZipFile(made) as archive:
        middle = archive.getinfo("own/settings.toml").header_offset + 60
    for name, bad in {
        "truncated": data[: len(data) // 2],
        "empty": b"",
        "no package": b"not a zip at all",
        "a flipped byte": data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :],
    }.items():
        path = tmp_path / f"{name}.zip"
        path.write_bytes(bad)
        yield name, path


def test_damaged_backups_are_told_in_a_sentence_and_change_nothing(
    library: Library, tmp_path: Path
) -> None:
    made = back_up(library, tmp_path / "a.ttcs-backup.zip").path
    before = state()
    for name, path in broken(made, tmp_path):
        with pytest.raises(SourceError) as told:
            restore(library, path)
        assert told.value.what.endswith("."), name
        assert state() == before, name
    assert not list(user_data().glob(".ttcs-*"))
    assert not (user_data() / "kept").exists()


def forged(path: Path, files: dict[str, bytes], **manifest: object) -> Path:
    parts = tuple(part_of_bytes(name, data) for name, data in files.items())
    now = datetime.datetime.now(datetime.UTC)
    told = dataclasses.replace(Manifest(KIND, MAKE, "9", now, parts, {}), **manifest)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, to_json(told))
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return path


@pytest.mark.parametrize(
    "name",
    [
        "own/../../evil.toml",
        "../evil.toml",
        "/etc/evil.toml",
        "own/C:/evil.toml",
        "own\\..\\evil.toml",
        "own/kept/x",
        "own/exchange-key/key.pem",
        "evil.toml",
        "own/a/../b.toml",
        "own/bad\nname.toml",
    ],
)
def test_names_that_lead_elsewhere_are_refused(library: Library, tmp_path: Path, name: str) -> None:
    before = state()
    with pytest.raises(SourceError):
        restore(library, forged(tmp_path / "x.zip", {name: b"x"}))
    assert state() == before
    assert not list(tmp_path.glob("evil*"))


def test_newer_backups_and_registers_are_refused_with_the_way_out(
    library: Library, tmp_path: Path
) -> None:
    for changed in ({"make": 2}, {"about": {"revision": "9999"}}):
        path = forged(tmp_path / "x.zip", {"own/checking.toml": b""}, **changed)
        with pytest.raises(UserError, match="mới hơn") as told:
            look_at_backup(path)
        assert "Cập nhật" in told.value.remedy
    with pytest.raises(SourceError, match="không phải"):
        look_at_backup(forged(tmp_path / "x.zip", {}, kind="ttcs-exchange"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("own/settings.toml", b"language = "),
        ("own/units/wrong.toml", b'[unit.x]\nname = "thieu"\n'),
        ("own/formats/wrong.toml", b"colour = 1\n"),
        ("registry.sqlite3", b"no database"),
    ],
)
def test_a_sound_package_of_unreadable_data_is_refused(
    library: Library, tmp_path: Path, name: str, data: bytes
) -> None:
    before = state()
    with pytest.raises(SourceError):
        restore(library, forged(tmp_path / "x.zip", {name: data}))
    assert state() == before
    assert subjects(library) == ["về tuyên truyền"]


def test_a_move_that_fails_half_way_is_taken_back(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(library, tmp_path / "a.ttcs-backup.zip").path
    before, move = state(), restoring.shutil.move
    calls: list[Path] = []

    def fails(source: Path, target: Path) -> object:
        calls.append(source)
        if len(calls) == 4:
            raise OSError(28, "full")
        return move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(restoring.shutil, "move", fails)
        with pytest.raises(WriteError, match="đầy"):
            restore(library, made)
    assert len(calls) > 4
    assert state().keys() == before.keys()
    assert subjects(library) == ["về tuyên truyền"]


def test_a_full_disk_and_a_locked_folder_leave_nothing(
    library: Library, small_disk: Path, locked_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = small_disk / "a.ttcs-backup.zip"
    old.write_bytes(b"yesterday's")
    own_file("templates/own-plan/picture.bin", b"".join(map(bytes, [range(256)] * 400)))
    monkeypatch.setattr(backing_up.zipfile, "ZIP_DEFLATED", zipfile.ZIP_STORED)
    with pytest.raises(WriteError, match="đầy"):
        back_up(library, old)
    assert old.read_bytes() == b"yesterday's"
    assert list(small_disk.iterdir()) == [old]
    with pytest.raises(WriteError, match="chỉ cho đọc"):
        back_up(library, locked_folder / "a.ttcs-backup.zip")


def test_a_restore_that_finds_no_room_changes_nothing(
    library: Library, tmp_path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_file("templates/own-plan/picture.bin", bytes(200_000))
    made = back_up(library, tmp_path / "a.ttcs-backup.zip").path
    monkeypatch.setenv("TTCS_HOME", str(small_disk))
    save_settings(Settings(unit="so-tu-phap"))
    with pytest.raises(WriteError, match="đầy"):
        restore(Library(), made)
    assert [path.name for path in small_disk.iterdir()] == ["settings.toml"]
    assert load_settings().unit == "so-tu-phap"
