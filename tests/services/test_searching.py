"""What is drafted or imported is found again; a secret document never is."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.places import user_data
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.exporting import export_docx, export_pdf
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.phrases import Phrases
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.services.searching import LostIndexError, Searching

PLAN = """KẾ HOẠCH
thực hiện công tác thông tin cơ sở năm 2027

Căn cứ [[ct-07-2016]], Ban Tuyên giáo xây dựng kế hoạch.

I. MỤC ĐÍCH

1. Nâng cao nhận thức
a) Tuyên truyền qua **hệ thống truyền thanh**;

| TT | Việc |
|---|---|
| 1 | Rà soát cụm loa |

Phụ lục

ĐỀ CƯƠNG

1. Bảng tin công cộng
"""
OPEN = Draft(text=PLAN, unit="btgtu", number="05", date=datetime.date(2026, 11, 24))
SECRET = dataclasses.replace(OPEN, marks=Marks(secrecy="Mật"))


def untold(_done: int, _of: int) -> None:
    """Hear of the progress, and go on."""


@pytest.fixture
def searching() -> Searching:
    return Searching(Library())


def write(draft: Draft, path: Path, export: Callable[..., None] = export_docx) -> Path:
    export(Composer(Library()).compose(draft), path)
    return path


def words_kept() -> bytes:
    return b"".join(path.read_bytes() for path in user_data().rglob("*") if path.is_file())


def test_a_draft_is_found_with_its_number_date_unit_and_place(
    searching: Searching, tmp_path: Path
) -> None:
    path = write(OPEN, tmp_path / "ke-hoach.docx")
    assert searching.take_in(OPEN, path) == ""
    (one,) = searching.search("he thong truyen thanh").found
    assert (one.document.title, one.document.number, one.document.date) == (
        "Kế hoạch thực hiện công tác thông tin cơ sở năm 2027",
        "05-KH/BTGTU",
        OPEN.date,
    )
    assert one.document.unit_name.startswith("Ban Tuyên giáo")
    assert (one.paragraph.place, one.paragraph.line) == ("I › 1 › a", 9)
    assert one.paragraph.words == "Tuyên truyền qua hệ thống truyền thanh;"
    assert one.paragraph.source == "Tuyên truyền qua **hệ thống truyền thanh**;"


@pytest.mark.parametrize(
    ("typed", "place", "line"),
    [
        ("rà soát cụm loa", "I › 1 › a", 13),
        ("bảng tin công cộng", "Phụ lục › 1", 19),
        ("07-CT/TW", "", 4),
        ('"thông tin cơ sở năm 2027"', "", 2),
    ],
)
def test_rows_annexes_citations_and_subjects_are_found_at_their_line(
    searching: Searching, tmp_path: Path, typed: str, place: str, line: int
) -> None:
    searching.take_in(OPEN, write(OPEN, tmp_path / "ke-hoach.docx"))
    (one,) = searching.search(typed).found
    assert (one.paragraph.place, one.paragraph.line) == (place, line)


def test_every_paragraph_of_a_shipped_template_is_found_at_the_line_it_stands_on(
    searching: Searching, tmp_path: Path
) -> None:
    draft = Renderer(Library()).render(Request("annual-plan")).composition.draft
    searching.take_in(draft, write(draft, tmp_path / "ke-hoach.docx"))
    lines = draft.text.splitlines()
    found = searching.search("thông tin cơ sở").found
    assert len(found) > 5
    for one in found:
        first = one.paragraph.words.split()[0]
        assert first in lines[one.paragraph.line - 1], (one.paragraph, lines)


def test_a_folder_is_read_once_and_what_changed_again(searching: Searching, tmp_path: Path) -> None:
    folder = tmp_path / "van-ban"
    write(OPEN, folder / "2027" / "ke-hoach.docx")
    write(OPEN, folder / "2027" / "ke-hoach.pdf", export_pdf)
    (folder / "ghi-chu.txt").write_text("Kế hoạch tuần: đọc báo Khánh Hòa", encoding="utf-8")
    (folder / "hong.docx").write_bytes(b"PK broken")
    (folder / "~$khoa.docx").write_bytes(b"lock")
    seen: list[tuple[int, int]] = []
    done = searching.take_in_folder(folder, lambda at, of: seen.append((at, of)))
    assert (done.taken, done.unread, seen) == (2, ("hong.docx",), [(0, 3), (1, 3), (2, 3)])
    assert searching.search("khanh hoà").count == 1
    (folder / "ghi-chu.txt").write_text("Chữ đã sửa", encoding="utf-8")
    (folder / "2027" / "ke-hoach.docx").unlink()
    (folder / "2027" / "ke-hoach.pdf").unlink()
    again = searching.refresh(untold)
    assert (again.taken, again.gone) == (1, 1)
    assert searching.search("khánh hòa").count == searching.search("truyền thanh").count == 0
    assert searching.search("chữ đã sửa").count == 1
    assert searching.refresh(untold).unchanged == 1


def test_a_pdf_is_found_by_its_words(searching: Searching, tmp_path: Path) -> None:
    write(OPEN, tmp_path / "van-ban" / "da-ky.pdf", export_pdf)
    searching.take_in_folder(tmp_path / "van-ban", untold)
    (one,) = searching.search('"hệ thống truyền thanh"').found
    assert one.document.path.endswith("da-ky.pdf")


def test_reading_stops_when_the_clerk_says_so(searching: Searching, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Chữ {name}", encoding="utf-8")

    def stop(done: int, _of: int) -> None:
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        searching.take_in_folder(tmp_path, stop)
    assert searching.search("chữ").count == 1


@pytest.mark.parametrize("typed_mark", [True, False], ids=["typed in the text", "beside it"])
def test_a_secret_document_is_never_taken_in_and_one_that_became_so_is_forgotten(
    searching: Searching, tmp_path: Path, *, typed_mark: bool
) -> None:
    secret = Draft(text=f"MẬT\n\n{PLAN}", unit="btgtu") if typed_mark else SECRET
    path = write(secret, tmp_path / "van-ban" / "mat.docx")
    assert searching.take_in_folder(path.parent, untold).secret == 1
    assert "MẬT" in searching.take_in(secret, path)
    assert "truyền thanh".encode() not in words_kept()
    searching.take_in(OPEN, path)
    assert searching.search("truyền thanh").count == 1
    searching.take_in(secret, path)
    assert searching.search("truyền thanh").count == 0
    for word in ("truyền thanh", "nhận thức", "thanh", "loa"):
        assert word.encode() not in words_kept(), word


def test_the_pdf_of_a_secret_document_is_not_taken_in(searching: Searching, tmp_path: Path) -> None:
    write(SECRET, tmp_path / "van-ban" / "mat.pdf", export_pdf)
    done = searching.take_in_folder(tmp_path / "van-ban", untold)
    assert (done.taken, done.secret) == (0, 1)


def test_a_damaged_index_is_told_and_made_again_from_the_files(
    searching: Searching, tmp_path: Path
) -> None:
    path = write(OPEN, tmp_path / "ke-hoach.docx")
    searching.take_in_folder(tmp_path, untold)
    index = user_data() / "search.sqlite3"
    for side in user_data().glob("search.sqlite3-*"):
        side.unlink()
    index.write_bytes(b"no database at all" * 500)
    with pytest.raises(LostIndexError, match="bị hỏng"):
        searching.search("truyền thanh")
    assert list(user_data().glob("search.damaged.*"))
    assert searching.refresh(untold).taken == 1
    (one,) = searching.search("truyền thanh").found
    assert one.document.path == str(path)


def test_tasks_of_a_plan_are_due_at_their_line(searching: Searching, tmp_path: Path) -> None:
    draft = Renderer(Library()).render(Request("annual-plan")).composition.draft
    due = [task for task in draft.tasks if task.due]
    assert due
    searching.take_in(draft, write(draft, tmp_path / "ke-hoach.docx"))
    days = [task.due for task in due if task.due]
    found = searching.due_tasks(draft.unit, min(days), max(days))
    assert {one.task.id for one in found} == {task.id for task in due}
    lines = draft.text.splitlines()
    for one in found:
        assert one.task.line
        assert one.task.wording.split()[0] in lines[one.task.line - 1]


def test_phrases_are_kept_found_changed_and_removed() -> None:
    phrases = Phrases()
    assert phrases.all() == ()
    kept = phrases.keep("Tổ chức  thực hiện\nnghiêm túc kế hoạch này.", "Tổ chức", "KH 05")
    phrases.keep("Trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh về Ban Tuyên giáo")
    assert kept.text == "Tổ chức thực hiện nghiêm túc kế hoạch này."
    assert [one.name for one in phrases.find("vuong mac")] == [
        "Trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản…"
    ]
    before = phrases.all()
    phrases.change(dataclasses.replace(kept, name="Kết"))
    phrases.remove(next(one.id for one in before if one.id != kept.id))
    assert [one.name for one in phrases.all()] == ["Kết"]
    phrases.put_back(before)
    assert phrases.all() == before
    with pytest.raises(UserError):
        phrases.keep("  ")


def test_phrases_that_cannot_be_read_are_set_aside() -> None:
    phrases = Phrases()
    phrases.file.parent.mkdir(parents=True, exist_ok=True)
    phrases.file.write_text("[{", encoding="utf-8")
    assert phrases.all() == ()
    phrases.keep("Chữ")
    assert (user_data() / "phrases.unreadable.json").read_text(encoding="utf-8") == "[{"
