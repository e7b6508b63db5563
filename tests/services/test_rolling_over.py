"""A new term, a merger, a split, a new name, a new signer: shown first, then done."""

import dataclasses
import datetime
from pathlib import Path

import pytest

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Person, Regime, Unit, UnitPeriod
from ttcs_desktop.rules.units import period_on, signing_on
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import NumberBook, Outgoing
from ttcs_desktop.services.registries import Registries
from ttcs_desktop.services.rolling_over import Plan, RollOver

DAY = datetime.date
NEW_YEAR = DAY(2027, 1, 1)


@pytest.fixture
def roll_over() -> RollOver:
    return RollOver(Library())


def plan_of(roll_over: RollOver) -> Plan:
    return roll_over.rename("so-y-te", NEW_YEAR, {"name": "Sở Y tế và Dân số", "symbol": "SYTDS"})


def test_a_plan_is_only_shown_until_it_is_applied(roll_over: RollOver) -> None:
    plan = plan_of(roll_over)
    assert plan.title == "Sở Y tế và Dân số từ ngày 01/01/2027"
    assert {(one.label, one.after) for one in plan.differences} >= {
        ("Đến ngày (quãng đầu)", "31/12/2026"),
        ("Tên đầy đủ (từ 01/01/2027)", "Sở Y tế và Dân số"),
    }
    assert not roll_over.library.location.exists()
    assert roll_over.apply(plan) == plan.differences
    unit = Library().units["so-y-te"]
    assert period_on(unit, DAY(2026, 12, 31)).name == "Sở Y tế"
    after = period_on(unit, NEW_YEAR)
    assert (after.name, after.symbol, after.filing) == ("Sở Y tế và Dân số", "SYTDS", "VT")


def test_a_plan_that_no_longer_fits_is_not_applied(roll_over: RollOver) -> None:
    plan = plan_of(roll_over)
    unit = roll_over.library.units["so-y-te"]
    Registries(Library()).save([dataclasses.replace(unit, group=9)])
    with pytest.raises(UserError, match="đã thay đổi từ lúc xem"):
        roll_over.apply(plan)
    assert len(Library().units["so-y-te"].periods) == 1


def test_a_new_term_restarts_party_numbers_of_the_committee_and_its_boards(
    roll_over: RollOver,
) -> None:
    book = NumberBook(roll_over.library)
    outgoing = Outgoing("btgtu", "Kế hoạch", DAY(2030, 9, 30))
    for _time in range(3):
        book.issue(outgoing)
    book.reserve(outgoing)
    plan = roll_over.new_term("tu", DAY(2030, 10, 1), "nhiệm kỳ 2030 - 2035")
    assert [unit.id for unit in plan.units] == ["tu", "btgtu", "vptu", "bao-kh"]
    assert plan.restarts == (
        "Tỉnh uỷ Khánh Hoà: mọi loại văn bản đánh số từ 01.",
        "Ban Tuyên giáo Tỉnh uỷ: Kế hoạch kết thúc, đánh số lại từ 01.",
        "Văn phòng Tỉnh uỷ: mọi loại văn bản đánh số từ 01.",
        "Báo Khánh Hoà: mọi loại văn bản đánh số từ 01.",
    )
    assert plan.notes == (
        "Ban Tuyên giáo Tỉnh uỷ còn 1 số đang giữ trong sổ cũ: ban hành hoặc huỷ trước.",
    )
    before = book.entries()
    roll_over.apply(plan)
    book = NumberBook(Library())
    assert book.entries() == before
    assert book.next_number(outgoing) == "05-KH/BTGTU"
    later = dataclasses.replace(outgoing, date=DAY(2030, 10, 1))
    assert book.issue(later).number_and_symbol == "01-KH/BTGTU"
    with pytest.raises(UserError, match="đã có nhiệm kỳ từ ngày 01/10/2030"):
        RollOver(Library()).new_term("tu", DAY(2030, 1, 1), "nhiệm kỳ khác")


def test_a_term_does_not_restart_state_numbers(roll_over: RollOver) -> None:
    plan = roll_over.new_term("ubnd-22480", DAY(2031, 6, 1), "nhiệm kỳ 2031 - 2036")
    assert plan.restarts == ()
    assert plan.notes == (
        "Ủy ban nhân dân xã Nam Cam Ranh: số văn bản theo năm, không đánh lại theo nhiệm kỳ.",
    )


def test_committees_under_a_committee_have_terms_of_their_own(roll_over: RollOver) -> None:
    assert roll_over.bodies_with("tu") == ("btgtu", "vptu", "bao-kh")
    assert roll_over.bodies_with("dang-uy-22480") == (
        "ban-xay-dung-dang-22480", "van-phong-dang-uy-22480",
    )  # fmt: skip


def test_a_new_signer_follows_the_one_before(roll_over: RollOver) -> None:
    head = Person("Nguyễn Văn A", "Trưởng ban", valid_from=DAY(2025, 3, 1))
    roll_over.apply(roll_over.new_signer("btgtu", head))
    heir = Person("Trần Thị B", "Trưởng ban", valid_from=NEW_YEAR)
    plan = roll_over.new_signer("btgtu", heir)
    assert plan.notes == ("Nguyễn Văn A cũng giữ chức vụ “Trưởng ban” từ ngày 01/01/2027.",)
    plan = roll_over.new_signer("btgtu", heir, replaces="Nguyễn Văn A")
    assert plan.notes == ()
    roll_over.apply(plan)
    unit = Library().units["btgtu"]
    names = [
        signing_on(unit, day)[0].name for day in (DAY(2017, 9, 5), DAY(2026, 12, 31), NEW_YEAR)
    ]
    assert names == ["", "Nguyễn Văn A", "Trần Thị B"]
    assert signing_on(unit, NEW_YEAR)[0].lines == ("TRƯỞNG BAN",)
    with pytest.raises(UserError, match="không có người ký tên “Ai đó”"):
        roll_over.new_signer("btgtu", heir, replaces="Ai đó")
    with pytest.raises(UserError, match="Chưa có ngày bắt đầu ký"):
        roll_over.new_signer("btgtu", Person("Không ngày"))


def test_a_draft_is_signed_by_whoever_is_in_office_on_its_date(roll_over: RollOver) -> None:
    deputy = Person(
        "Trần Thị B", "Phó Trưởng ban", (("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),), NEW_YEAR
    )
    roll_over.apply(roll_over.new_signer("btgtu", deputy))
    text = "KẾ HOẠCH\nthông tin cơ sở\n\nNội dung.\n"
    composer = Composer(Library(), lambda: DAY(2026, 11, 24))
    for day, name, lines in (
        (DAY(2026, 12, 1), "", ("TRƯỞNG BAN",)),
        (DAY(2027, 2, 1), "Trần Thị B", ("PHÓ TRƯỞNG BAN",)),
    ):
        document = composer.compose(Draft(text=text, unit="btgtu", date=day)).document
        assert document.signatures[0].name == name
        assert document.signatures[0].positions == lines


def new_commune() -> Unit:
    period = UnitPeriod(
        "Đảng uỷ xã Cam Lâm Mới", ("ĐẢNG UỶ XÃ CAM LÂM MỚI",), "ĐU", "Cam Lâm",
        "ĐẢNG BỘ TỈNH KHÁNH HOÀ", valid_from=NEW_YEAR,
    )  # fmt: skip
    return Unit("dang-uy-90001", "dang-uy", Regime.PARTY, (period,), "xa", 1, "tu")


def test_a_merger_ends_the_old_and_starts_the_new(roll_over: RollOver) -> None:
    olds = ("dang-uy-22453", "dang-uy-22435")
    NumberBook(roll_over.library).reserve(Outgoing(olds[0], "Kế hoạch", DAY(2026, 12, 1)))
    plan = roll_over.merge(olds, new_commune(), NEW_YEAR)
    assert plan.restarts == ("Đảng uỷ xã Cam Lâm Mới: đánh số từ 01.",)
    assert plan.notes == (
        "Đảng uỷ xã Cam Lâm còn 1 số đang giữ trong sổ cũ: ban hành hoặc huỷ trước.",
    )
    roll_over.apply(plan)
    units = Library().units
    for old in olds:
        assert units[old].periods[-1].valid_to == DAY(2026, 12, 31)
        assert units[old].successors == ("dang-uy-90001",)
        assert units[old].successor == "Đảng uỷ xã Cam Lâm Mới"
    assert units["dang-uy-90001"].former == ("Đảng uỷ xã Cam Lâm", "Đảng uỷ xã Cam Hiệp")
    assert units["ban-xay-dung-dang-22453"].superior == "dang-uy-90001"
    group = [unit.id for unit in units.select("group:1", on=NEW_YEAR)]
    assert "dang-uy-90001" in group
    assert not set(olds) & set(group)
    with pytest.raises(UserError, match="không hoạt động"):
        RollOver(Library()).merge(["dang-uy-22453"], "dang-uy-90001", DAY(2028, 1, 1))


def test_a_unit_that_takes_over_goes_on(roll_over: RollOver) -> None:
    plan = roll_over.merge(["so-y-te", "so-tu-phap"], "so-tu-phap", NEW_YEAR)
    assert plan.restarts == ()
    roll_over.apply(plan)
    units = Library().units
    assert units["so-tu-phap"].periods[-1].valid_to is None
    assert units["so-tu-phap"].former == ("Sở Y tế",)
    assert units["so-y-te"].successors == ("so-tu-phap",)


def test_a_split_names_all_heirs(roll_over: RollOver) -> None:
    plan = roll_over.split("dang-uy-22453", [new_commune(), "dang-uy-22708"], NEW_YEAR)
    assert [note.partition(":")[0] for note in plan.notes] == [
        "Ban Xây dựng Đảng, Đảng uỷ xã Cam Lâm", "Văn phòng Đảng uỷ xã Cam Lâm",
    ]  # fmt: skip
    roll_over.apply(plan)
    units = Library().units
    assert units["dang-uy-22453"].successors == ("dang-uy-90001", "dang-uy-22708")
    assert "Đảng uỷ xã Cam Lâm" in units["dang-uy-22708"].former


def test_old_documents_stay_as_they_were(roll_over: RollOver, tmp_path: Path) -> None:
    draft = Draft(text="KẾ HOẠCH\nthử\n\nNội dung.\n", unit="so-y-te", date=DAY(2026, 5, 5))
    before = Composer(Library()).compose(draft).sheet
    shipped = {path: path.read_bytes() for path in roll_over.library.shipped.rglob("*.toml")}
    roll_over.apply(plan_of(roll_over))
    assert Composer(Library()).compose(draft).sheet == before
    assert {path: path.read_bytes() for path in shipped} == shipped
    with pytest.raises(UserError, match="đã có quãng thời gian từ ngày 01/01/2027"):
        RollOver(Library()).rename("so-y-te", DAY(2026, 12, 1), {"name": "Sở khác"})
