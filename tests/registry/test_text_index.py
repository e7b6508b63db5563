"""Paragraphs are found by words; the file may be lost or damaged at any time."""

import datetime
import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttcs_desktop.language.searching import holds, wanted
from ttcs_desktop.model.found import SearchedDocument, SearchedParagraph, SearchedTask
from ttcs_desktop.registry.text_index import DamagedIndexError, TextIndex

DAY = datetime.date(2026, 11, 24)
LINES = (
    "Tuyên truyền Chỉ thị số 07-CT/TW về thông tin cơ sở",
    "Đảng uỷ xã chỉ đạo hệ thống truyền thanh",
    "Đáng chú ý, đội ngũ cán bộ còn mỏng",
    "Thống kê tin, bài đã phát",
)


@pytest.fixture
def index(tmp_path: Path) -> TextIndex:
    index = TextIndex(tmp_path / "search.sqlite3")
    index.put(document("a"), paragraphs(*LINES))
    return index


def document(name: str, **about: object) -> SearchedDocument:
    told = {"title": f"Kế hoạch {name}", "kind": "kế hoạch", "unit": "btgtu", "date": DAY, **about}
    return SearchedDocument(f"/van-ban/{name}.docx", "1", **told)  # type: ignore[arg-type]


def paragraphs(*lines: str) -> list[SearchedParagraph]:
    return [SearchedParagraph(at, "II › 3", words) for at, words in enumerate(lines, 1)]


def lines_with(index: TextIndex, typed: str) -> list[int]:
    return sorted(one.paragraph.line for one in index.search(typed).found)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("dang", [2, 3]), ("đảng", [2]), ("đáng", [3]), ("thong tin", [1, 4]), ("thông tin", [1]),
        ('"thong tin"', [1]), ('"thông tin cơ sở"', [1]), ('"thông tin co so"', [1]),
        ('"tin thông"', []), ("07-ct/tw", [1]), ("Đảng ủy", [2]), ("truy*", [1, 2]),
        ("truyền", [1, 2]), ("truye", []), ('"hệ thống truyen"', [2]), ("", []), ('"', []),
        ("AND OR NOT", []), ("words : x", []), ("thông tin xa lạ", []),
    ],
)  # fmt: skip
def test_paragraphs_are_found_by(index: TextIndex, typed: str, lines: list[int]) -> None:
    assert lines_with(index, typed) == lines


@settings(max_examples=60, deadline=None)
@given(st.text('aáàđeêuủyỷ t"*-:()^{}', max_size=25))
def test_the_index_finds_what_looking_at_every_paragraph_finds(
    tmp_path_factory: pytest.TempPathFactory, typed: str
) -> None:
    index = TextIndex(tmp_path_factory.getbasetemp() / "compared.sqlite3")
    lines = ("đề tủ đa", "uỷ ủy tà", "áy đây, tê", "tế-ủ (đá)", "a t y đ")
    if not index.path.exists():
        index.put(document("x"), paragraphs(*lines))
    sought = wanted(typed)
    wanted_lines = [at for at, line in enumerate(lines, 1) if sought and holds(line, sought)]
    assert lines_with(index, typed) == wanted_lines


def test_a_result_tells_its_document_and_place(index: TextIndex) -> None:
    (found,) = index.search("mỏng").found
    assert found.document == document("a")
    assert found.paragraph == SearchedParagraph(3, "II › 3", LINES[2])


def test_newer_documents_come_first_and_many_are_counted(index: TextIndex) -> None:
    for year in (2024, 2027, 2025):
        about = document(str(year), date=datetime.date(year, 1, 1))
        index.put(about, paragraphs("Thông tin cơ sở"))
    found = index.search("thông tin cơ sở", shown=3)
    years = [one.document.date.year for one in found.found if one.document.date]
    assert (years, found.count, found.is_more) == ([2027, 2026, 2025], 4, False)


def test_a_document_taken_in_again_takes_its_own_place(index: TextIndex) -> None:
    index.put(document("a"), paragraphs("Chữ khác"))
    assert lines_with(index, "đảng") == []
    assert lines_with(index, "khác") == [1]
    assert index.stamps() == {"/van-ban/a.docx": "1"}


def test_a_document_that_became_secret_leaves_no_word(index: TextIndex) -> None:
    index.drop("/van-ban/a.docx", is_secret=True)
    assert index.search("đảng").count == 0
    left = b"".join(path.read_bytes() for path in index.path.parent.iterdir())
    for word in ("chỉ đạo", "truyền", "thanh", "mỏng", "mong"):
        assert word.encode() not in left, word


def test_a_lost_file_is_no_error(index: TextIndex) -> None:
    for path in list(index.path.parent.iterdir()):
        path.unlink()
    assert index.search("đảng").count == 0
    index.put(document("a"), paragraphs(*LINES))
    assert lines_with(index, "đảng") == [2]


@pytest.mark.parametrize("at", [0, 5000])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(index: TextIndex, at: int) -> None:
    with sqlite3.connect(index.path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    broken = bytearray(index.path.read_bytes())
    broken[at : at + 9000] = b"\xff" * 9000
    index.path.write_bytes(broken)
    with pytest.raises(DamagedIndexError) as error:
        index.put(document("a"), paragraphs(*LINES))
    assert error.value.aside.read_bytes() == broken
    index.put(document("a"), paragraphs(*LINES))
    assert lines_with(index, "đảng") == [2]


def test_a_file_of_another_make_is_made_anew(index: TextIndex) -> None:
    with sqlite3.connect(index.path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    assert index.search("đảng").count == 0
    index.put(document("a"), paragraphs(*LINES))
    assert lines_with(index, "đảng") == [2]


def test_several_windows_take_documents_in_at_once(index: TextIndex) -> None:
    def put(number: int) -> None:
        for turn in range(5):
            index.put(document(f"{number}-{turn}"), paragraphs("Cùng lúc"))

    threads = [threading.Thread(target=put, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert index.search("cùng lúc").count == 20


def test_tasks_of_the_units_plans_that_are_due_and_not_done(index: TextIndex) -> None:
    def task(id_: str, days: int, *, is_done: bool = False) -> SearchedTask:
        due = DAY + datetime.timedelta(days)
        return SearchedTask(id_, f"Việc {id_}", 7, "Ban Tuyên giáo", due, is_done)

    index.put(
        document("cũ", date=DAY - datetime.timedelta(1)), (), [task("một", 1), task("dời", 1)]
    )
    index.put(document("mới"), (), [task("hai", 2), task("một", 3), task("dời", 90)])
    index.put(document("khác", unit="so-tu-phap"), (), [task("ba", 1)])
    done = SearchedTask("hai", "", is_done=True)
    ahead = DAY + datetime.timedelta(14)
    assert [(one.task.id, one.plan.title) for one in index.due_tasks("btgtu", DAY, ahead)] == [
        ("hai", "Kế hoạch mới"),
        ("một", "Kế hoạch mới"),
    ]
    index.put(document("báo cáo", kind="báo cáo"), (), [done])
    assert [one.task.id for one in index.due_tasks("btgtu", DAY, ahead)] == ["một"]
