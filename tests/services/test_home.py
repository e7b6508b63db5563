"""The documents worked on last, their pictures, and what is left of a secret one: nothing."""

import dataclasses
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.home import PictureState
from ttcs_desktop.places import user_cache, user_data
from ttcs_desktop.services.backing_up import back_up
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.exporting import export_docx
from ttcs_desktop.services.home import Home
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.thumbnails import Thumbnails

OPEN = Draft("KẾ HOẠCH\nDiễn tập khu vực phòng thủ\n\n1. Mục đích, yêu cầu\n", unit="ubnd-22480")
SECRET = dataclasses.replace(OPEN, marks=Marks(secrecy="Mật"))
PICTURE = b"\x89PNG small"


@pytest.fixture
def home() -> Home:
    return Home(Library())


def write(draft: Draft, path: Path) -> Path:
    export_docx(Composer(Library()).compose(draft), path)
    return path


def drawing(seen: list[Draft]) -> Callable[[Draft], bytes]:
    def draw(draft: Draft) -> bytes:
        seen.append(draft)
        return PICTURE

    return draw


def test_all_documents_are_listed_page_by_page_each_once(home: Home, tmp_path: Path) -> None:
    for number in range(25):
        path = tmp_path / f"{number}.docx"
        path.touch()
        if number % 2:
            home.drafts.keep(dataclasses.replace(OPEN, number=str(number)), path)
        if number > 20:
            home.remember(path, f"Kế hoạch {number}", OPEN)
    listed, offset, pages = [], 0, 0
    while True:
        page = home.recent(offset, 5)
        listed += [one.path for one in page.documents]
        pages += 1
        if page.next is None:
            break
        offset = page.next
    assert pages == 3
    assert len(listed) == len(set(listed)) == 12 + 2
    assert listed[0] == str(tmp_path / "24.docx")


def test_a_draft_that_no_file_holds_is_not_among_the_documents(home: Home) -> None:
    home.drafts.keep(OPEN)
    assert home.recent().documents == ()


def test_a_missing_file_stays_listed_and_has_no_picture(home: Home, tmp_path: Path) -> None:
    path = write(OPEN, tmp_path / "a.docx")
    home.remember(path, "Kế hoạch", OPEN)
    path.unlink()
    assert [one.title for one in home.recent().documents] == ["Kế hoạch"]
    assert home.picture(path, drawing([])).state is PictureState.MISSING


def test_a_picture_is_drawn_once_for_what_a_file_holds(home: Home, tmp_path: Path) -> None:
    path, seen = write(OPEN, tmp_path / "a.docx"), list[Draft]()
    first = home.picture(path, drawing(seen))
    assert (first.state, Path(first.file).read_bytes()) == (PictureState.DRAWN, PICTURE)
    assert home.picture(path, drawing(seen)) == first
    assert [one.text for one in seen] == [OPEN.text]
    write(dataclasses.replace(OPEN, number="7"), path)
    assert home.picture(path, drawing(seen)).file != first.file
    assert not Path(first.file).exists()
    assert len(seen) == 2


def test_pictures_are_bounded_in_number(tmp_path: Path) -> None:
    kept = Thumbnails(tmp_path / "cache", most=3)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Chữ {number}", encoding="utf-8")
        kept.picture(tmp_path / f"{number}.txt", lambda _draft: PICTURE)
    assert len(list(kept.folder.iterdir())) == 3


def test_what_cannot_be_read_or_drawn_has_no_picture(home: Home, tmp_path: Path) -> None:
    broken = tmp_path / "a.docx"
    broken.write_bytes(b"PK broken")
    assert home.picture(broken, drawing([])).state is PictureState.NONE
    text = tmp_path / "a.txt"
    text.write_text("Chữ", encoding="utf-8")
    assert home.picture(text, lambda _draft: b"").state is PictureState.NONE


def traces() -> str:
    kept = [path for path in user_data().rglob("*") if path.is_file()]
    return "\n".join(f"{path}: {path.read_bytes()!r}" for path in kept)


def said(words: str) -> bool:
    return any(form in traces() for form in (words, repr(words.encode())[2:-1]))


@pytest.mark.parametrize("marked_by", ["our window", "another program"])
def test_a_document_that_becomes_secret_leaves_no_trace_anywhere(
    home: Home, tmp_path: Path, marked_by: str
) -> None:
    path = write(OPEN, tmp_path / "dien-tap.docx")
    home.drafts.keep(OPEN, path)
    home.remember(path, "Kế hoạch Diễn tập", OPEN)
    home.picture(path, drawing([]))
    assert said("Diễn tập")
    assert list(user_cache().rglob("*.png"))
    write(SECRET, path)
    if marked_by == "our window":
        assert "MẬT" in home.remember(path, "Kế hoạch Diễn tập", SECRET)
        home.drafts.forget(0, path)  # as keeping it does
    assert home.picture(path, drawing([])).state is PictureState.CONFIDENTIAL
    assert home.recent().documents == ()
    assert home.searching.search("diễn tập").count == 0
    assert not list(user_cache().rglob("*.png"))
    for words in ("Diễn tập", "diễn tập", "phòng thủ", "dien-tap"):
        assert not said(words), words


def test_neither_index_nor_pictures_go_into_a_backup(home: Home, tmp_path: Path) -> None:
    path = write(OPEN, tmp_path / "a.docx")
    home.remember(path, "Kế hoạch", OPEN)
    home.picture(path, drawing([]))
    home.phrases.keep("Câu mẫu của đơn vị")
    made = back_up(home.library, tmp_path / "luu.zip")
    names = zipfile.ZipFile(made.path).namelist()
    assert not [name for name in names if "search.sqlite3" in name or "cache" in name]
    assert "own/phrases.json" in names
