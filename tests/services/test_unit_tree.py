"""Units stand under their superiors on a date; what is sought keeps those over it."""

import dataclasses
import datetime

import pytest

from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries
from ttcs_desktop.services.unit_tree import UnitTree, unit_tree

DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def library() -> Library:
    return Library()


def line_up(tree: UnitTree, unit_id: str) -> list[str]:
    at, names = tree.place(unit_id), []
    while at >= 0:
        names.append(tree.nodes[at].name)
        at = tree.nodes[at].parent
    return names


def test_every_unit_of_the_day_stands_once_under_its_superior(library: Library) -> None:
    tree = unit_tree(library, DAY)
    there = [unit.id for unit in library.units.select("all", on=DAY)]
    ids = [node.id for node in tree.nodes if node.id]
    assert sorted(ids) == sorted(there)
    assert line_up(tree, "van-phong-dang-uy-22366") == [
        "Văn phòng Đảng uỷ phường Nha Trang",
        "Đảng uỷ phường Nha Trang",
        "Tỉnh uỷ Khánh Hoà",
        "Cấp tỉnh",
    ]
    for at, node in enumerate(tree.nodes):
        assert all(tree.nodes[child].parent == at for child in node.children)


def test_units_that_have_ended_are_there_when_asked_for(library: Library) -> None:
    tree = unit_tree(library, DAY, with_ended=True)
    node = tree.nodes[tree.place("hu-huyen-uy-van-ninh")]
    assert not node.is_there
    assert len([one for one in tree.nodes if one.id]) == len(library.units)


def test_what_is_found_keeps_those_over_it_and_nobody_else(library: Library) -> None:
    tree = unit_tree(library, DAY, find="so tu phap")
    assert [tree.nodes[at].id for at in tree.found] == ["so-tu-phap"]
    assert [node.id for node in tree.nodes] == ["", "ubnd-tinh", "so-tu-phap"]
    assert unit_tree(library, DAY, find="không có đơn vị này").nodes == ()


def test_units_that_stand_over_each_other_by_a_slip_are_still_shown(library: Library) -> None:
    above, below = library.unit("tu"), library.unit("btgtu")
    assert below.superior == "tu"
    Registries(library).save([dataclasses.replace(above, superior="btgtu")])
    tree = unit_tree(library, DAY)
    assert tree.place("tu") >= 0
    assert tree.place("btgtu") >= 0
