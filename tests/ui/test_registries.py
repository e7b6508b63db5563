"""Units, instruments, templates and roll-overs in the window: found, edited, gone back on."""

import dataclasses
import datetime
import shutil
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from ui.hands import Until, press, type_into
from ui.test_opening import drop, files

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Contact, Person, Unit
from ttcs_desktop.places import shipped_templates, user_templates
from ttcs_desktop.services.instrument_list import Validity
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.roll_over_forms import Change
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.application import Desktop
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.registries.card import EMPTY, FORM, ORIGINAL, REVIEW
from ttcs_desktop.ui.registries.directory import Directory
from ttcs_desktop.ui.registries.instruments import Instruments
from ttcs_desktop.ui.registries.lists import DueList, Listing
from ttcs_desktop.ui.registries.roll_over import DETAILS, KIND, PLAN, WHOM, RollOverSteps
from ttcs_desktop.ui.registries.screen import RegistriesScreen
from ttcs_desktop.ui.registries.template_maker import LABEL, WORDS
from ttcs_desktop.ui.registries.templates import FILES, MAKER, Templates
from ttcs_desktop.ui.registries.tools import PREVIEW, WORK
from ttcs_desktop.ui.registries.units import Units

OFFICE = "btgtu"


@pytest.fixture
def workbench() -> Workbench:
    """Return the real services with what ships; the clerk's own folder is empty."""
    return Workbench(Library())


@pytest.fixture
def screen(window: MainWindow) -> RegistriesScreen:
    window.go("registries")
    shown = window.screen_of("registries")
    assert isinstance(shown, RegistriesScreen)
    return shown


def tab(screen: RegistriesScreen, number: int) -> object:
    screen.tabs.setCurrentIndex(number)
    return screen.tabs.tab(number)


@pytest.fixture
def units(screen: RegistriesScreen, until: Until) -> Units:
    shown = tab(screen, 0)
    assert isinstance(shown, Units)
    until(lambda: shown.tree.model_.tree)
    return shown


@pytest.fixture
def instruments(screen: RegistriesScreen, until: Until) -> Instruments:
    shown = tab(screen, 1)
    assert isinstance(shown, Instruments)
    until(shown.table.rows)
    return shown


@pytest.fixture
def templates(screen: RegistriesScreen, until: Until) -> Templates:
    shown = tab(screen, 4)
    assert isinstance(shown, Templates)
    until(shown.table.rows)
    return shown


@pytest.fixture
def steps(screen: RegistriesScreen) -> RollOverSteps:
    shown = tab(screen, 5)
    assert isinstance(shown, RollOverSteps)
    return shown


def open_unit(units: Units, unit_id: str, until: Until) -> None:
    units.pick(unit_id)
    until(lambda: f"Mã: {unit_id}" in units.card._detail.text())
    assert units.card.stack.currentIndex() == FORM


def line_of(units: Units, field: str) -> QLineEdit:
    line = units.card.panel.input(field).inner
    assert isinstance(line, QLineEdit)
    return line


def unit_of(workbench: Workbench, unit_id: str = OFFICE) -> Unit:
    return workbench.library.unit(unit_id)


def test_the_tree_shows_who_stands_over_whom_today(units: Units) -> None:
    tree = units.tree.model_.tree
    assert tree is not None
    office = tree.nodes[tree.place(OFFICE)]
    assert office.name == "Ban Tuyên giáo Tỉnh uỷ"
    assert tree.nodes[office.parent].id == "tu"
    assert tree.place("hu-huyen-uy-van-ninh") == -1


def test_an_older_day_shows_the_names_of_that_day(units: Units, until: Until) -> None:
    units.date.set_date(datetime.date(2024, 5, 1))
    units.date.chosen.emit()

    def old() -> bool:
        tree = units.tree.model_.tree
        return tree is not None and tree.place("hu-huyen-uy-van-ninh") > 0

    until(old)
    tree = units.tree.model_.tree
    assert tree is not None
    assert tree.nodes[tree.place(OFFICE)].name == "Ban Tuyên giáo Tỉnh ủy"
    assert tree.place("dang-uy-22480") == -1


def test_a_unit_is_found_without_marks_under_those_over_it(units: Units, until: Until) -> None:
    type_into(units.wanted, "phuong nha trang")

    def found() -> int:
        tree = units.tree.model_.tree
        return tree is not None and 0 < len(tree.found) < 60

    until(found)
    names = {units.tree.model_.node(index).name for index in _unfolded(units)}  # type: ignore[union-attr]
    assert {"Tỉnh uỷ Khánh Hoà", "Đảng uỷ phường Nha Trang"} <= names
    assert "Ban Tuyên giáo Tỉnh uỷ" not in names


def _unfolded(units: Units) -> list[object]:
    index, found = units.tree.model_.index(0, 0), []
    while index.isValid():
        found.append(index)
        index = units.tree.indexBelow(index)
    return found


def test_an_edit_is_shown_as_a_difference_before_it_is_written_and_can_be_undone(
    qtbot: QtBot, units: Units, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    open_unit(units, OFFICE, until)
    card = units.card
    assert not card.see.isEnabled()
    type_into(line_of(units, "filing"), "VT, BTG")
    assert card.see.isEnabled()
    qtbot.mouseClick(card.see, Qt.MouseButton.LeftButton)
    until(lambda: card.stack.currentIndex() == REVIEW)
    (difference,) = card.review.table.rows()
    assert (difference.label, difference.before, difference.after) == (
        "Lưu (từ 27/8/2026)",
        "TGTU",
        "VT, BTG",
    )
    assert unit_of(workbench).periods[-1].filing == "TGTU"
    qtbot.mouseClick(card.write, Qt.MouseButton.LeftButton)
    until(lambda: unit_of(workbench).periods[-1].filing == "VT, BTG")
    until(lambda: "1 chỗ thay đổi" in window.messages.text())
    until(lambda: card.stack.currentIndex() == FORM and line_of(units, "filing").text())
    assert line_of(units, "filing").text() == "VT, BTG"
    window.messages.act()
    until(lambda: unit_of(workbench).periods[-1].filing == "TGTU")
    until(lambda: line_of(units, "filing").text() == "TGTU")


def test_what_ships_comes_back_field_by_field(
    qtbot: QtBot, units: Units, workbench: Workbench, until: Until
) -> None:
    import dataclasses

    unit = unit_of(workbench)
    last = dataclasses.replace(unit.periods[-1], filing="VT", place="Nha Trang")
    workbench.registries.save([dataclasses.replace(unit, periods=(*unit.periods[:-1], last))])
    open_unit(units, OFFICE, until)
    qtbot.mouseClick(units.card.origin, Qt.MouseButton.LeftButton)
    until(lambda: units.card.stack.currentIndex() == ORIGINAL)
    shown = {one.label: (one.before, one.after) for one in units.card.original.table.rows()}
    assert shown["Lưu (từ 27/8/2026)"] == ("TGTU", "VT")
    units.card.original.table.pick(lambda one: "filing" in one.field)
    qtbot.mouseClick(units.card.restore_one, Qt.MouseButton.LeftButton)
    until(lambda: unit_of(workbench).periods[-1].filing == "TGTU")
    assert unit_of(workbench).periods[-1].place == "Nha Trang"


def test_edits_wait_when_the_clerk_turns_to_another_unit(
    units: Units, window: MainWindow, until: Until
) -> None:
    open_unit(units, OFFICE, until)
    type_into(line_of(units, "symbol"), "BTG")
    open_unit(units, "tu", until)
    assert "chưa lưu" in window.messages.text()
    assert not units.card.is_changed()
    window.messages.act()
    until(lambda: line_of(units, "symbol").text() == "BTG")
    assert units.card.is_changed()


def test_the_window_does_not_close_over_edits_unless_told_to(
    units: Units, window: MainWindow, until: Until
) -> None:
    open_unit(units, OFFICE, until)
    type_into(line_of(units, "symbol"), "BTG")
    assert not window.close()
    assert "chưa lưu" in window.messages.text()
    window.messages.act()
    assert not window.isVisible()


def test_a_gap_is_told_and_nothing_is_shown_as_a_change(
    units: Units, window: MainWindow, until: Until
) -> None:
    open_unit(units, OFFICE, until)
    line_of(units, "name").selectAll()
    press(line_of(units, "name"), Qt.Key.Key_Backspace)
    units.card.show_changes()
    until(window.messages.text)
    assert "Tên đầy đủ" in window.messages.text()
    assert units.card.stack.currentIndex() == FORM


def _place(units: Units, unit_id: str) -> int:
    tree = units.tree.model_.tree
    return tree.place(unit_id) if tree else -1


def test_a_new_unit_is_added_under_an_id_of_its_own_and_removed_again(
    qtbot: QtBot, units: Units, workbench: Workbench, until: Until
) -> None:
    qtbot.mouseClick(units.new_unit, Qt.MouseButton.LeftButton)
    panel = units.card.panel
    told = {"name": "Trung tâm Thử nghiệm", "symbol": "TTTN", "place": "Khánh Hoà", "kind": "thu"}
    for name, value in told.items():
        panel.input(name).show_value(value)
    panel.input("letterhead_issuer").show_value(["TRUNG TÂM THỬ NGHIỆM"])
    panel.input("superior").show_value("tu")
    panel.changed.emit()
    units.card.show_changes()
    until(lambda: units.card.stack.currentIndex() == REVIEW)
    units.card.save()
    until(lambda: "trung-tam-thu-nghiem" in workbench.library.units)
    until(lambda: "trung-tam-thu-nghiem" in units.card._detail.text())
    until(lambda: _place(units, "trung-tam-thu-nghiem") > 0)
    units.card.show_original()
    until(lambda: units.card.stack.currentIndex() == ORIGINAL)
    assert units.card.restore_all.text() == "Xoá khỏi danh mục"
    qtbot.mouseClick(units.card.restore_all, Qt.MouseButton.LeftButton)
    until(lambda: "trung-tam-thu-nghiem" not in workbench.library.units)
    until(lambda: units.card.stack.currentIndex() == EMPTY)


def test_a_new_period_begins_like_the_last_one(
    units: Units, workbench: Workbench, until: Until
) -> None:
    open_unit(units, OFFICE, until)
    units.since.set_date(datetime.date(2027, 1, 1))
    units.add_period()
    until(lambda: units.periods.count() == 4)
    type_into(line_of(units, "name"), "Ban Tuyên giáo và Văn hoá Tỉnh uỷ")
    units.card.show_changes()
    until(lambda: units.card.stack.currentIndex() == REVIEW)
    units.card.save()
    until(lambda: len(unit_of(workbench).periods) == 4)
    before, after = unit_of(workbench).periods[-2:]
    assert before.valid_to == datetime.date(2026, 12, 31)
    assert (after.name, after.symbol) == ("Ban Tuyên giáo và Văn hoá Tỉnh uỷ", "BTGTU")


def table(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Đơn vị"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


HEADS = ("Mã", "Từ ngày", "Lưu", "Nhóm")


def test_a_dropped_table_with_a_wrong_cell_names_the_cell_and_takes_nothing_in(
    units: Units, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    path = table(tmp_path / "don-vi.xlsx", HEADS, (OFFICE, "27/8/2026", "VT", "chín"))
    assert drop(units, files(path))
    until(units.preview.faults.rows)
    (fault,) = units.preview.faults.rows()
    assert "D2" in fault.message
    assert "chín" in fault.message
    assert units.stack.currentIndex() == PREVIEW
    assert not units.preview.take.isEnabled()
    assert unit_of(workbench).periods[-1].filing == "TGTU"


def test_a_sound_table_is_taken_in_after_its_differences_were_seen(
    qtbot: QtBot, units: Units, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    path = table(tmp_path / "don-vi.xlsx", HEADS, (OFFICE, "27/8/2026", "VT", 3))
    units.take_table(path)
    until(units.preview.differences.table.rows)
    labels = {one.label for one in units.preview.differences.table.rows()}
    assert labels == {"Lưu (từ 27/8/2026)", "Nhóm"}
    assert unit_of(workbench).group == 0
    qtbot.mouseClick(units.preview.take, Qt.MouseButton.LeftButton)
    until(lambda: unit_of(workbench).group == 3)
    until(lambda: units.stack.currentIndex() == WORK)


def test_a_file_that_is_no_table_is_told(
    units: Units, window: MainWindow, tmp_path: Path, until: Until
) -> None:
    path = tmp_path / "don-vi.xlsx"
    path.write_bytes(b"not a workbook")
    units.take_table(path)
    until(window.messages.text)
    assert units.stack.currentIndex() == WORK


def test_what_the_tree_shows_is_written_as_a_table_and_comes_back_the_same(
    units: Units, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    type_into(units.wanted, "phuong nha trang")
    until(lambda: units.tree.model_.tree and 0 < len(units.tree.model_.tree.found) < 60)
    path = tmp_path / "ra.xlsx"
    units.asker.save = lambda _title, _name, _kinds: path  # type: ignore[method-assign]
    units.export()
    until(path.exists)
    incoming = workbench.registries.read(path)
    tree = units.tree.model_.tree
    assert tree is not None
    assert {unit.id for unit in incoming.records} == {tree.nodes[at].id for at in tree.found}
    assert (incoming.differences, incoming.problems) == ((), ())


def test_an_instrument_is_found_by_a_typed_citation(instruments: Instruments, until: Until) -> None:
    everything = len(instruments.table.rows())
    type_into(instruments.wanted, "Chỉ thị số 07-CT/TW ngày 05/9/2016")
    until(lambda: len(instruments.table.rows()) < everything)
    assert [row.instrument.id for row in instruments.table.rows()] == ["ct-07-2016"]
    type_into(instruments.wanted, "thong tin co so")
    until(lambda: len(instruments.table.rows()) > 1)
    assert all(row.instrument.id for row in instruments.table.rows())


def test_validity_is_told_in_words_by_the_day(instruments: Instruments, until: Until) -> None:
    instruments.table.pick(lambda row: row.instrument.id == "qd-52-2016")
    row = next(one for one in instruments.table.rows() if one.validity is Validity.ENDED)
    model = instruments.table.model()
    at = instruments.table.rows().index(row)
    assert model.index(at, 0).data() == "hết hiệu lực"
    assert model.index(at, 4).data() == "Nghị định 49/2024/NĐ-CP"
    instruments.date.set_date(datetime.date(2018, 1, 1))
    instruments.date.chosen.emit()

    def earlier() -> Validity:
        same = (one for one in instruments.table.rows() if one.instrument == row.instrument)
        return next(same).validity

    until(lambda: earlier() is Validity.IN_FORCE)


def test_an_instrument_shows_how_each_regime_cites_it(
    instruments: Instruments, until: Until
) -> None:
    instruments.table.pick(lambda row: row.instrument.id == "ct-07-2016")
    until(lambda: "ngày 05 tháng 9 năm 2016" in instruments.cited.text())
    assert "ngày 05/9/2016 của Ban Bí thư" in instruments.cited.text()


def test_indicators_and_deadlines_are_listed(screen: RegistriesScreen, until: Until) -> None:
    indicators, deadlines = tab(screen, 2), tab(screen, 3)
    assert isinstance(indicators, Listing)
    assert isinstance(deadlines, DueList)
    until(lambda: indicators.table.rows() and deadlines.table.rows())
    type_into(indicators.wanted, "loa truyen thanh")
    until(lambda: 0 < len(indicators.table.rows()) < 20)
    deadlines.date.set_date(datetime.date(2026, 8, 12))
    deadlines.look()
    until(lambda: any(one.period_name == "tháng 8 năm 2026" for one in deadlines.table.rows()))
    days = [one.last_day for one in deadlines.table.rows()]
    assert days == sorted(days)


def test_a_template_shows_its_sample_pages(templates: Templates, until: Until) -> None:
    templates.table.pick(lambda one: one.id == "annual-plan")
    until(templates.pages.page_count)
    assert templates.text.isReadOnly()
    assert templates.text.toPlainText().startswith("{%")
    assert "Mẫu đúng" in templates.told.text()


def test_a_template_with_an_error_shows_its_line(until: Until, window: MainWindow) -> None:
    own = user_templates() / "annual-plan"
    shutil.copytree(shipped_templates() / "annual-plan", own)
    body = (own / "body.txt.j2").read_text(encoding="utf-8").splitlines()
    body.insert(4, "{% if lỗi %}")
    (own / "body.txt.j2").write_text("\n".join(body), encoding="utf-8")
    window.go("registries")
    screen = window.screen_of("registries")
    assert isinstance(screen, RegistriesScreen)
    templates = tab(screen, 4)
    assert isinstance(templates, Templates)
    until(templates.table.rows)
    templates.table.pick(lambda one: one.id == "annual-plan")
    until(templates.text.marked_line)
    assert templates.text.marked_line() == 5
    assert templates.text.toPlainText().splitlines()[4] == "{% if lỗi %}"
    assert "body.txt.j2, dòng 5" in templates.told.text()


def test_a_copied_template_is_edited_and_checked_when_written(
    qtbot: QtBot, templates: Templates, until: Until
) -> None:
    templates.table.pick(lambda one: one.id == "annual-plan")
    until(templates.pages.page_count)
    qtbot.mouseClick(templates.copy, Qt.MouseButton.LeftButton)
    until(lambda: not templates.text.isReadOnly() and templates.save.isEnabled())
    text = templates.text.toPlainText()
    templates.text.setPlainText("{{ khong_co }}\n" + text)
    assert templates.holds_edits()
    qtbot.mouseClick(templates.save, Qt.MouseButton.LeftButton)
    until(templates.text.marked_line)
    assert templates.text.marked_line() == 1
    templates.text.setPlainText(text)
    qtbot.mouseClick(templates.save, Qt.MouseButton.LeftButton)
    until(lambda: "Mẫu đúng" in templates.told.text())
    assert not templates.holds_edits()
    written = user_templates() / "annual-plan" / "body.txt.j2"
    assert written.read_text(encoding="utf-8") == text


def test_a_new_signer_is_planned_shown_and_signed_in(
    qtbot: QtBot, steps: RollOverSteps, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    qtbot.mouseClick(steps.cards[Change.NEW_SIGNER], Qt.MouseButton.LeftButton)
    assert steps.steps.currentIndex() == WHOM
    steps.go_on()
    until(window.messages.text)
    assert "ngày" in window.messages.text()
    steps.whom.input("unit").show_value(OFFICE)
    steps.whom.input("day").show_value("2026-12-01")
    qtbot.mouseClick(steps.on, Qt.MouseButton.LeftButton)
    until(lambda: steps.steps.currentIndex() == DETAILS)
    name = steps.details.input("name").inner
    assert isinstance(name, QLineEdit)
    type_into(name, "Nguyễn Văn A")
    steps.details.input("position").show_value("Phó Trưởng ban")
    ways = steps.details.input("authority").inner
    assert isinstance(ways, QPlainTextEdit)
    ways.setPlainText("K/T TRƯỞNG BAN | PHÓ TRƯỞNG BAN")
    qtbot.mouseClick(steps.on, Qt.MouseButton.LeftButton)
    until(lambda: steps.steps.currentIndex() == PLAN)
    assert "ký từ ngày 01/12/2026" in steps.title.text()
    (difference,) = steps.differences.table.rows()
    assert "Nguyễn Văn A" in difference.after
    assert unit_of(workbench).people == ()
    qtbot.mouseClick(steps.on, Qt.MouseButton.LeftButton)
    until(lambda: unit_of(workbench).people)
    (person,) = unit_of(workbench).people
    assert person.authority == (("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),)
    assert person.valid_from == datetime.date(2026, 12, 1)
    until(lambda: steps.steps.currentIndex() == KIND)


def test_a_merger_into_a_new_unit_is_shown_unit_by_unit(
    steps: RollOverSteps, window: MainWindow, until: Until
) -> None:
    steps.begin(Change.MERGE)
    merging = [{"unit": "dang-uy-22480"}, {"unit": "dang-uy-22546"}]
    steps.whom.input("units").show_value(merging)
    steps.whom.input("day").show_value("2027-01-01")
    steps.go_on()
    until(lambda: steps.steps.currentIndex() == DETAILS)
    steps.details.input("name").show_value("Đảng uỷ xã Hợp Nhất")
    steps.details.input("letterhead_issuer").show_value(["ĐẢNG UỶ XÃ HỢP NHẤT"])
    steps.details.input("symbol").show_value("ĐU")
    steps.go_on()
    until(lambda: "Địa danh" in window.messages.text())
    steps.details.input("place").show_value("Hợp Nhất")
    steps.go_on()
    until(lambda: steps.steps.currentIndex() == PLAN)
    changed = {one.id for one in steps.differences.table.rows()}
    assert {"dang-uy-22480", "dang-uy-22546", "dang-uy-xa-hop-nhat"} <= changed
    assert "đánh số từ 01" in steps.notes.text()
    steps.go_back()
    assert steps.steps.currentIndex() == DETAILS


def test_the_language_does_not_change_over_edits(
    desktop: Desktop, units: Units, window: MainWindow, until: Until
) -> None:
    open_unit(units, OFFICE, until)
    type_into(line_of(units, "symbol"), "BTG")
    desktop.speak("en")
    assert desktop.window is window
    assert "đổi ngôn ngữ" in window.messages.text()
    assert line_of(units, "symbol").text() == "BTG"


LETTER = """THÔNG BÁO

**lịch phát thanh năm 2026**

Ban Tuyên giáo Tỉnh uỷ thông báo lịch phát thanh từ ngày 05/10/2026 như sau:

1. Giờ phát

Phát 02 buổi mỗi ngày.

TRƯỞNG BAN

Nơi nhận:

- Lưu TGTU.

Nguyễn Văn A
"""


def test_a_template_is_made_of_a_document_and_fills_the_next_one(
    qtbot: QtBot, templates: Templates, workbench: Workbench, window: MainWindow, until: Until
) -> None:
    templates.make_of(Draft(text=LETTER, unit=OFFICE, date=datetime.date(2026, 9, 10)))
    maker = templates.maker
    until(lambda: maker.table.rowCount() > 0)
    assert templates.stack.currentIndex() == MAKER
    type_into(maker.title, "Thông báo lịch phát")
    cells = maker.table.model()
    said = [cells.index(row, WORDS).data() for row in range(cells.rowCount())]
    assert "05/10/2026" in said
    cells.setData(cells.index(said.index("05/10/2026"), LABEL), "Ngày bắt đầu")
    type_into(maker.words, "02 buổi")
    press(maker.words, Qt.Key.Key_Return)
    assert maker.table.rowCount() == len(said) + 1
    qtbot.mouseClick(maker.make, Qt.MouseButton.LeftButton)
    until(lambda: "thong-bao-lich-phat" in workbench.library.templates.ids())
    until(lambda: templates.stack.currentIndex() == FILES)
    until(lambda: templates.table.current() is not None)
    current = templates.table.current()
    assert current is not None
    assert current.id == "thong-bao-lich-phat"
    start = next(field for field in current.fields if field.label == "Ngày bắt đầu")
    answers = {start.id: "2027-01-02"}
    filled = workbench.drafter.start(current.id, "so-vhttdl", datetime.date(2027, 1, 1), answers)
    assert "Sở Văn hóa, Thể thao và Du lịch thông báo" in filled.text
    assert "02/01/2027" in filled.text
    assert "Đã tạo mẫu" in window.messages.text()


def test_what_is_being_written_becomes_a_template_by_its_command(
    window: MainWindow, until: Until
) -> None:
    window.take_up(Draft(text=LETTER, unit=OFFICE), None, None)
    window.commands.actions["make-template"].trigger()
    shown = window.screen_of("registries")
    assert isinstance(shown, RegistriesScreen)
    templates = shown.tabs.currentWidget().findChild(Templates)
    assert isinstance(templates, Templates)
    until(lambda: templates.maker.table.rowCount() > 0)
    assert templates.maker.title.text() == "Thông báo lịch phát thanh năm 2026"


def test_words_that_the_document_does_not_say_are_told(
    qtbot: QtBot, templates: Templates, window: MainWindow, until: Until
) -> None:
    templates.make_of(Draft(text=LETTER, unit=OFFICE, date=datetime.date(2026, 9, 10)))
    until(lambda: templates.maker.table.rowCount() > 0)
    type_into(templates.maker.words, "không có chữ này")
    qtbot.mouseClick(templates.maker.add, Qt.MouseButton.LeftButton)
    assert "không có chữ này" in window.messages.text()


def test_templates_are_found_without_marks(templates: Templates, until: Until) -> None:
    type_into(templates.wanted, "cong van don doc")
    until(lambda: len(templates.table.rows()) == 1)
    assert templates.table.rows()[0].id == "reminder"


def test_who_signs_and_is_written_to_leads_to_the_unit(
    screen: RegistriesScreen, workbench: Workbench, until: Until
) -> None:
    unit = dataclasses.replace(
        workbench.library.unit(OFFICE),
        people=(Person("Nguyễn Văn A", "Trưởng ban", (("TRƯỞNG BAN",),)),),
        contacts=(Contact("Văn thư", "vt@btg.example"),),
    )
    workbench.registries.save([unit])
    shown = tab(screen, 6)
    assert isinstance(shown, Directory)
    until(shown.table.rows)
    assert {row.name for row in shown.table.rows()} >= {"Nguyễn Văn A", "Văn thư"}
    shown.kind.setCurrentIndex(1)
    assert [row.name for row in shown.table.rows()] == ["Nguyễn Văn A"]
    type_into(shown.wanted, "nguyen van a")
    until(lambda: len(shown.table.rows()) == 1)
    shown.table.opened.emit(shown.table.rows()[0])
    opened = screen.tabs.tab(0)
    assert isinstance(opened, Units)
    until(lambda: f"Mã: {OFFICE}" in opened.card._detail.text())
