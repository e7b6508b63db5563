"""Units and instruments as the clerk keeps them: over what ships, never lost to an update."""

import csv
import dataclasses
import datetime
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ttcs_desktop.errors import DataError, SourceError, UnknownError
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Contact, Habits, Person, Regime, Term, Unit, UnitPeriod
from ttcs_desktop.places import resources
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries

DAY = datetime.date


@pytest.fixture
def registries() -> Registries:
    return Registries(Library())


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """What ships, in a folder that a test may change as an update would."""
    folder = tmp_path / "shipped"
    for name in ("units", "instruments"):
        shutil.copytree(resources() / name, folder / name)
    return folder


def department(registries: Registries) -> Unit:
    return registries.library.units["so-tu-phap"]


def with_filing(unit: Unit, filing: str) -> Unit:
    return dataclasses.replace(
        unit, periods=(*unit.periods[:-1], dataclasses.replace(unit.periods[-1], filing=filing))
    )


FULL = Person("Trần Thị B", "Phó Giám đốc", (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),), DAY(2025, 7, 1))


def test_what_the_clerk_saves_is_there_at_the_next_start(registries: Registries) -> None:
    wanted = dataclasses.replace(
        with_filing(department(registries), "VT, PBGDPL"),
        people=(FULL,),
        contacts=(Contact("Văn thư", "vanthu@stp.vi-du.vn", "0258.3", "gửi bản .docx"),),
        groups=("khối nội chính",),
        terms=(Term("nhiệm kỳ 2025 - 2030", DAY(2025, 10, 1)),),
        number_series="type",
    )
    told = registries.save([wanted])
    assert {one.label for one in told} == {
        "Lưu (quãng đầu)", "Người ký", "Liên hệ", "Nhóm khác", "Nhiệm kỳ", "Dãy số",
    }  # fmt: skip
    assert registries.library.units["so-tu-phap"] == wanted
    assert Library().units["so-tu-phap"] == wanted
    assert Library().units["so-y-te"] == registries.library.units["so-y-te"]


def test_comparing_writes_nothing(registries: Registries) -> None:
    (told,) = registries.compare([with_filing(department(registries), "VT, TH")])
    assert (told.before, told.after, told.is_new) == ("VT", "VT, TH", False)
    assert not registries.library.location.exists()
    assert registries.compare([department(registries)]) == ()
    assert registries.save([department(registries)]) == ()


def test_a_new_unit_is_made_changed_and_taken_back(registries: Registries) -> None:
    period = UnitPeriod("Phòng Văn hóa - Xã hội", ("PHÒNG VĂN HÓA - XÃ HỘI",), "PVHXH", "Cam Lâm")
    new = Unit("phong-vhxh-22453", "phong", Regime.STATE, (period,), "xa", superior="ubnd-22453")
    told = registries.save([new])
    assert all(one.is_new for one in told)
    assert Library().units["phong-vhxh-22453"] == new
    assert [unit.id for unit in Library().units.select("kind:phong")] == ["phong-vhxh-22453"]
    registries.restore(RecordKind.UNIT, "phong-vhxh-22453")
    assert "phong-vhxh-22453" not in registries.library.units


def test_one_field_or_all_can_go_back_to_what_ships(registries: Registries) -> None:
    before = department(registries)
    registries.save([dataclasses.replace(with_filing(before, "VT, X"), group=7)])
    assert {(one.field, one.before, one.after) for one in registries.own(RecordKind.UNIT)} == {
        ("group", "5", "7"), ("periods[].filing", "VT", "VT, X"),
    }  # fmt: skip
    registries.restore(RecordKind.UNIT, "so-tu-phap", "group")
    assert department(registries) == with_filing(before, "VT, X")
    registries.restore(RecordKind.UNIT, "so-tu-phap")
    assert department(registries) == before
    assert registries.own(RecordKind.UNIT) == ()


def test_periods_are_added_moved_and_taken_out(registries: Registries) -> None:
    board = registries.library.units["btgtu"]
    first, second, third = board.periods
    moved = dataclasses.replace(third, valid_from=DAY(2026, 8, 1), habits=Habits(end_mark=""))
    added = dataclasses.replace(third, valid_from=DAY(2027, 1, 1), symbol="BTG", valid_to=None)
    wanted = dataclasses.replace(
        board,
        periods=(
            first,
            dataclasses.replace(second, valid_to=DAY(2026, 7, 31)),
            dataclasses.replace(moved, valid_to=None),
            added,
        ),
    )
    registries.save([wanted])
    assert Library().units["btgtu"] == wanted
    fields = {one.field for one in registries.own(RecordKind.UNIT, "btgtu")}
    assert "periods[2026-08-27].valid_from" in fields
    assert "periods[2026-08-27].name" not in fields
    shorter = dataclasses.replace(wanted, periods=wanted.periods[1:])
    registries.save([shorter])
    assert Library().units["btgtu"] == shorter


def test_instruments_are_kept_the_same_way(registries: Registries) -> None:
    directive = dataclasses.replace(
        registries.library.instruments["ct-07-2016"], valid_to=DAY(2026, 12, 31)
    )
    registries.save([directive])
    assert Library().instruments["ct-07-2016"] == directive
    assert Library().instruments["ct-07-2026"].valid_to is None


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_update_flows_round_the_clerks_fields_and_is_told_under_them(shipped: Path) -> None:
    registries = Registries(Library(shipped=shipped))
    registries.save([with_filing(department(registries), "VT, PBGDPL")])
    assert registries.outdated() == ()
    replaced(
        shipped / "units" / "provincial.toml",
        'letterhead_issuer = "SỞ TƯ PHÁP"\nsymbol = "STP"',
        'letterhead_issuer = "SỞ TƯ PHÁP MỚI"\nsymbol = "STP"\nfiling = "VT, VP"',
    )
    updated = Registries(Library(shipped=shipped))
    period = department(updated).periods[0]
    assert (period.filing, period.letterhead_issuer) == ("VT, PBGDPL", ("SỞ TƯ PHÁP MỚI",))
    (outdated,) = updated.outdated()
    assert (outdated.own, outdated.then, outdated.now) == ("VT, PBGDPL", "VT", "VT, VP")
    updated.stay_with_own(outdated)
    assert updated.outdated() == ()
    assert department(updated).periods[0].filing == "VT, PBGDPL"
    updated.restore(RecordKind.UNIT, "so-tu-phap", outdated.field)
    assert department(updated).periods[0].filing == "VT, VP"


def test_a_change_whose_period_no_longer_ships_is_told_and_harms_nothing(shipped: Path) -> None:
    registries = Registries(Library(shipped=shipped))
    board = registries.library.units["btgtu"]
    registries.save([with_filing(board, "TGTU, TH")])
    replaced(shipped / "units" / "provincial.toml", "valid_from = 2026-08-27\nname", "name")
    replaced(shipped / "units" / "provincial.toml", "valid_to = 2026-08-26\nname", "name")
    text = (shipped / "units" / "provincial.toml").read_text(encoding="utf-8")
    start = text.index('[[unit.btgtu.periods]]\nname = "Ban Tuyên giáo Tỉnh uỷ"')
    end = text.index("[unit.bdvtu]")
    (shipped / "units" / "provincial.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    units = Library(shipped=shipped).units
    assert len(units["btgtu"].periods) == 2
    assert [problem.rule for problem in units.problems] == ["registry.nothing-beneath"]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_is_exported_comes_back_without_a_difference(
    registries: Registries, tmp_path: Path, suffix: str
) -> None:
    chosen = registries.library.units.select("group:1,btgtu,kind:ubnd-cu,kind:so")
    files = registries.export(chosen, tmp_path / f"don-vi{suffix}")
    assert files == (tmp_path / f"don-vi{suffix}",)
    incoming = registries.read(files[0])
    assert len(incoming.records) == len(chosen)
    assert (incoming.differences, incoming.problems) == ((), ())
    table = tmp_path / f"van-ban{suffix}"
    registries.export(registries.library.instruments.values(), table)
    incoming = registries.read(table)
    assert (len(incoming.records), incoming.differences, incoming.problems) == (64, (), ())


def test_excel_opens_the_files(registries: Registries, tmp_path: Path) -> None:
    registries.save([dataclasses.replace(department(registries), people=(FULL,))])
    written = registries.export([department(registries)], tmp_path / "a.csv")
    assert [path.name for path in written] == ["a.csv", "a - Người ký.csv"]
    assert written[0].read_bytes().startswith(b"\xef\xbb\xbfM\xc3\xa3,")
    (people,) = csv.DictReader(io.StringIO(written[1].read_text(encoding="utf-8-sig")))
    assert people["Thẩm quyền ký"] == "KT. GIÁM ĐỐC | PHÓ GIÁM ĐỐC"
    assert people["Từ ngày"] == "01/07/2025"
    (book,) = registries.export([department(registries)], tmp_path / "a.xlsx")
    sheets = load_workbook(book)
    assert sheets.sheetnames == ["Đơn vị", "Người ký", "Liên hệ", "Nhiệm kỳ"]
    assert sheets["Người ký"]["E2"].value == datetime.datetime(2025, 7, 1)  # noqa: DTZ001
    with pytest.raises(DataError, match=r"\.xlsx"):
        registries.export([department(registries)], tmp_path / "a.ods")


def edited(path: Path, sheet: str, cells: dict[str, object]) -> Path:
    book = load_workbook(path)
    for address, value in cells.items():
        book[sheet][address] = value
    book.save(path)
    return path


def test_an_edited_table_is_shown_then_taken_in(registries: Registries, tmp_path: Path) -> None:
    (file,) = registries.export([department(registries)], tmp_path / "a.xlsx")
    edited(file, "Đơn vị", {"S2": "VT, TH", "F2": "nội chính\ntư pháp"})
    edited(
        file, "Người ký",
        {"A2": "so-tu-phap", "B2": "Lê Văn C", "C2": "Giám đốc", "D2": "GIÁM ĐỐC",
         "E2": DAY(2026, 1, 1)},
    )  # fmt: skip
    edited(file, "Liên hệ", {"A2": "so-tu-phap", "B2": "Văn thư", "C2": "vt@stp.vi-du.vn"})
    incoming = registries.read(file)
    assert incoming.is_sound
    assert {(one.label, one.after) for one in incoming.differences} == {
        ("Lưu (quãng đầu)", "VT, TH"),
        ("Nhóm khác", "nội chính\ntư pháp"),
        ("Người ký", "GIÁM ĐỐC; Lê Văn C; Giám đốc; 01/01/2026"),
        ("Liên hệ", "vt@stp.vi-du.vn; Văn thư"),
    }
    assert not registries.library.location.exists()
    assert registries.take_in(incoming) == incoming.differences
    unit = Library().units["so-tu-phap"]
    assert unit.people == (Person("Lê Văn C", "Giám đốc", (("GIÁM ĐỐC",),), DAY(2026, 1, 1)),)
    assert [one.id for one in Library().units.select("group:nội chính")] == ["so-tu-phap"]


def csv_file(folder: Path, text: str) -> Path:
    path = folder / "bang.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_a_new_unit_and_a_new_period_come_in_by_table(
    registries: Registries, tmp_path: Path
) -> None:
    file = csv_file(
        tmp_path,
        "Mã;Loại;Hệ thể thức;Từ ngày;Đến ngày;Tên đầy đủ;Cơ quan ban hành;Ký hiệu;Địa danh\n"
        "tt-vh;don-vi;nhà nước;1/7/2026;;Trung tâm Văn hóa;TRUNG TÂM VĂN HÓA;TTVH;Cam Lâm\n"
        "so-y-te;;;;31/12/2026;;;;\n",
    )
    incoming = registries.read(file)
    (lacking,) = incoming.problems
    assert lacking.message == (
        "Trang “bang”, dòng 3: thiếu Loại, Hệ thể thức, Tên đầy đủ, Cơ quan ban hành, Ký hiệu,"
        " Địa danh."
    )
    file = csv_file(
        tmp_path,
        "Mã\tTừ ngày\tĐến ngày\tTên đầy đủ\n"
        "so-y-te\t\t31/12/2026\tSở Y tế\n"
        "so-y-te\t01/01/2027\t\tSở Y tế và Dân số\n",
    )
    registries.take_in(registries.read(file))
    before, after = Library().units["so-y-te"].periods
    assert (before.name, before.valid_to) == ("Sở Y tế", DAY(2026, 12, 31))
    assert (after.name, after.valid_from, after.symbol) == (
        "Sở Y tế và Dân số", DAY(2027, 1, 1), "SYT",
    )  # fmt: skip


def test_wrong_cells_are_told_by_sheet_row_and_column(
    registries: Registries, tmp_path: Path
) -> None:
    (file,) = registries.export([department(registries)], tmp_path / "a.xlsx")
    edited(file, "Đơn vị", {"C2": "Hội", "E2": "năm", "H2": "hôm qua", "G2": "so-nao-do"})
    edited(file, "Người ký", {"A2": "so-la", "B2": "A"})
    edited(file, "Liên hệ", {"A2": "so-tu-phap", "B2": "Văn thư", "C2": "khong-phai-thu"})
    incoming = registries.read(file)
    told = "\n".join(problem.message for problem in incoming.problems)
    for place in (
        "Trang “Đơn vị”, ô C2 (cột Hệ thể thức): “Hội” không có trong các lựa chọn",
        "Trang “Đơn vị”, ô E2 (cột Nhóm): “năm” không phải số nguyên",
        "Trang “Đơn vị”, ô H2 (cột Từ ngày): “hôm qua” không phải ngày",
        "Trang “Đơn vị”, dòng 2: so-tu-phap: không có đơn vị “so-nao-do”",
        "Trang “Người ký”, dòng 2: Không có đơn vị “so-la”",
        "Trang “Liên hệ”, ô C2 (cột E-mail): “khong-phai-thu” không phải địa chỉ e-mail",
    ):
        assert place in told
    with pytest.raises(SourceError, match="còn 6 chỗ sai, chưa nhập gì"):
        registries.take_in(incoming)
    assert not registries.library.location.exists()


def test_overlapping_periods_and_unknown_columns_are_told(
    registries: Registries, tmp_path: Path
) -> None:
    file = csv_file(
        tmp_path, "Mã,Từ ngày,Tên đầy đủ,Cột lạ\nso-y-te,01/01/2027,Sở Y tế và Dân số,x\n"
    )
    severities = {problem.message: problem.severity for problem in registries.read(file).problems}
    assert severities == {
        "Trang “bang”, ô D1 (cột Cột lạ): Không có cột nào tên như vậy.": Severity.WARNING,
        "Trang “bang”, dòng 2: so-y-te: hai quãng thời gian chồng lên nhau; ghi “Đến ngày” cho"
        " “Sở Y tế”.": Severity.ERROR,
    }


def test_only_the_columns_that_are_there_change_anything(
    registries: Registries, tmp_path: Path
) -> None:
    file = csv_file(tmp_path, "ten don vi,MÃ,lưu\nbỏ qua,so-tu-phap,\"VT, 'X'\"\n")
    (told,) = registries.read(file).differences
    assert (told.field, told.after) == ("periods[].filing", "VT, 'X'")


def test_text_that_looks_like_a_formula_stays_text(registries: Registries, tmp_path: Path) -> None:
    dangerous = '=HYPERLINK("http://x")'
    registries.save([with_filing(department(registries), dangerous)])
    for name in ("a.xlsx", "a.csv"):
        (file, *_rest) = registries.export([department(registries)], tmp_path / name)
        assert registries.read(file).differences == ()
    assert "'=HYPERLINK" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert load_workbook(tmp_path / "a.xlsx")["Đơn vị"]["S2"].data_type == "s"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", b"khong phai zip", "không phải bảng tính"),
        ("a.csv", "Mã,Tên\n".encode("utf-16-le") + b"\xff", "không ghi bằng Unicode"),
        ("a.csv", b"", "không có dòng nào"),
        ("a.csv", b"A,B\n1,2\n", "không có các cột cần thiết"),
    ],
)
def test_files_that_are_no_tables_are_told(
    registries: Registries, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    try:
        said = " ".join(problem.message for problem in registries.read(path).problems)
    except SourceError as error:
        said = str(error)
    assert told in said
    with pytest.raises(SourceError):
        registries.read(tmp_path / "khong-co.xlsx")


def test_a_zip_bomb_is_refused(registries: Registries, tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    assert path.stat().st_size < 100_000
    with pytest.raises(SourceError, match="quá lớn"):
        registries.read(path)


def test_units_are_chosen_from_a_list_file(registries: Registries, tmp_path: Path) -> None:
    units = registries.library.units
    text = tmp_path / "ds.txt"
    text.write_text("# các sở\nso-tu-phap\nSở Y tế   # theo tên\n\ngroup:6\n", encoding="utf-8-sig")
    assert [unit.id for unit in units.select(f"@{text}")] == [
        "so-tu-phap", "so-y-te", "bao-kh", "ktv", "cong-ttdt",
    ]  # fmt: skip
    table = tmp_path / "ds.csv"
    table.write_text("STT;Mã đơn vị\n1;so-y-te\n2;so-tu-phap\n", encoding="utf-8-sig")
    assert [unit.id for unit in units.select(f"@{table}")] == ["so-tu-phap", "so-y-te"]
    table.write_text("so-y-te\nso-khong-co\n", encoding="utf-8")
    with pytest.raises(UnknownError, match=r"ds\.csv: 2: .*so-khong-co"):
        units.select(f"@{table}")
    with pytest.raises(SourceError, match="Không đọc được danh sách"):
        units.select("@khong-co.txt")
    with pytest.raises(UnknownError, match=r"là tên của nhiều đơn vị.*dang-uy-cu"):
        units.select("Đảng ủy xã Phước Hải,Đảng ủy xã Vĩnh Hải,Đảng uỷ xã Ninh Phước")
