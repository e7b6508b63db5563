"""The tasks of a guidance: the seed's seven groups and their fourteen tasks."""

import dataclasses

import pytest

from ttcs_desktop.model.task import Assignment, TaskWords
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources
from ttcs_desktop.registry.groups import load_task_words
from ttcs_desktop.rules.tasks import (
    assignments,
    carried_over,
    group_of,
    key_of,
    label_of,
    merge,
    parts_of,
    split,
)


@pytest.fixture(scope="module")
def words() -> TaskWords:
    return load_task_words(resources() / "groups")


@pytest.fixture(scope="module")
def of_the_seed(seed_text: str, words: TaskWords) -> tuple[Assignment, ...]:
    return assignments(parse(seed_text), words)


def test_the_seed_assigns_fourteen_tasks_to_seven_groups(
    of_the_seed: tuple[Assignment, ...],
) -> None:
    assert [(one.ordinal, one.group, len(one.tasks)) for one in of_the_seed] == [
        ("1", 1, 2),
        ("2", 2, 4),
        ("3", 3, 2),
        ("4", 4, 1),
        ("5", 5, 1),
        ("6", 6, 1),
        ("7", 7, 3),
    ]


def test_tasks_keep_the_words_of_the_superior(of_the_seed: tuple[Assignment, ...]) -> None:
    task = of_the_seed[0].tasks[0]
    assert task.wording.startswith("Chỉ đạo tổ chức tuyên truyền, quán triệt và triển khai")
    assert "“*Đẩy mạnh công tác thông tin cơ sở trong tình hình mới*”" in task.wording
    assert task.wording.endswith("chính sách, pháp luật của Nhà nước.")
    assert task.source == "Hướng dẫn, mục III.1"
    assert of_the_seed[6].tasks[2].wording.endswith("trong sạch, vững mạnh.")


def test_ids_are_the_same_each_time_and_differ_from_each_other(
    seed_text: str, words: TaskWords, of_the_seed: tuple[Assignment, ...]
) -> None:
    again = assignments(parse(seed_text), words)
    ids = [task.id for one in of_the_seed for task in one.tasks]
    assert ids == [task.id for one in again for task in one.tasks]
    assert len(set(ids)) == 14


def test_a_numbered_guidance_names_its_tasks(words: TaskWords) -> None:
    text = (
        "TỈNH ỦY KHÁNH HÒA\nSố 31-HD/BTGTU\nKhánh Hòa, ngày 05 tháng 9 năm 2017\n\nHƯỚNG DẪN\n\n"
        "**về thông tin cơ sở**\n\nII- TỔ CHỨC THỰC HIỆN\n\n"
        "1. Các đảng ủy xã, phường, đặc khu: Chỉ đạo thực hiện [[ct-07-2016]] tại địa phương.\n\n"
        "2. Hội Chữ thập đỏ\n\n- Vận động hội viên tham gia các hoạt động tuyên truyền.\n"
    )
    guidance = parse(text)
    assert key_of(guidance) == "hd-31-btgtu-2017"
    first, second = assignments(guidance, words)
    assert (first.title, first.group) == ("Các đảng ủy xã, phường, đặc khu", 1)
    assert first.tasks[0].wording == "Chỉ đạo thực hiện [[ct-07-2016]] tại địa phương."
    assert first.tasks[0].citations == ("ct-07-2016",)
    assert first.tasks[0].id == "hd-31-btgtu-2017.1.1"
    assert (second.group, second.tasks[0].source) == (0, "Hướng dẫn, mục II.2")


def test_a_text_that_assigns_nothing_has_no_tasks(words: TaskWords) -> None:
    assert assignments(parse("BÁO CÁO\n\nI. KẾT QUẢ\n\n1. Đã tổ chức 12 hội nghị."), words) == ()


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Đề nghị các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy", 1),
        ("Ban tuyên giáo các huyện, thị, thành ủy", 7),
        ("Ban Xây dựng Đảng các xã, phường", 7),
        ("Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh", 2),
        ("Ủy ban nhân dân các xã, phường, đặc khu", 8),
        ("Sở Văn hóa, Thể thao và Du lịch", 4),
        ("Báo Khánh Hòa", 6),
        ("Báo cáo viên các cấp", 0),
        ("Sở Xây dựng", 0),
    ],
)
def test_groups_are_known_by_how_their_name_begins(
    title: str, group: int, words: TaskWords
) -> None:
    assert group_of(title, words) == group


def test_a_compound_task_is_split_and_merged_again(of_the_seed: tuple[Assignment, ...]) -> None:
    whole = of_the_seed[0].tasks[0]
    parts = parts_of(whole)
    assert [part.split()[0] for part in parts] == ["Chỉ", "Xây"]
    pieces = split(whole, parts)
    assert [piece.id for piece in pieces] == [f"{whole.id}a", f"{whole.id}b"]
    assert merge(pieces) == whole


def test_what_the_clerk_added_survives_a_new_reading(of_the_seed: tuple[Assignment, ...]) -> None:
    proposed = of_the_seed[0].tasks
    known = (dataclasses.replace(proposed[1], id="kept", lead="Ban Xây dựng Đảng"),)
    first, second = carried_over(known, proposed)
    assert (first.id, second.id) == (proposed[0].id, "kept")
    assert second.lead == "Ban Xây dựng Đảng"


def test_a_changed_wording_keeps_its_place_and_another_task_does_not(
    of_the_seed: tuple[Assignment, ...],
) -> None:
    task = dataclasses.replace(of_the_seed[3].tasks[0], product="triển lãm")
    changed = dataclasses.replace(
        task, product="", wording=task.wording.replace("Tăng cường", "Đẩy mạnh")
    )
    other = dataclasses.replace(task, product="", wording="Báo cáo kết quả trước ngày 15/6.")
    assert carried_over([task], [changed])[0].product == "triển lãm"
    assert carried_over([task], [other])[0].product == ""


def test_a_label_is_the_first_clause() -> None:
    assert label_of("Xây dựng kế hoạch thực hiện Chỉ thị 07 theo định kỳ, hằng năm.") == (
        "Xây dựng kế hoạch thực hiện Chỉ thị 07 theo định kỳ"
    )
    assert len(label_of("Tuyên truyền " * 40)) <= 81
