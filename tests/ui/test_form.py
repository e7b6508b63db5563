"""The form: every kind of field is shown, answered and told of as a JSON value."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot
from ui.hands import type_into, write

from ttcs_desktop.i18n import use
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.panes import NARROWEST
from ttcs_desktop.ui.form.checks import fault, read_number, show_number
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.form.panel import FormPanel
from ttcs_desktop.ui.form.records import RecordsInput

ANSWERS = {
    "subject": "công tác thông tin cơ sở",
    "opening": "Thực hiện [[ct-07-2016]]\n\n- một\n- hai",
    "due": "2026-12-31",
    "classes": 12,
    "money": 125_000_000,
    "way": "trực tuyến",
    "is_open": True,
    "lead": "so-tu-phap",
    "basis": "ct-07-2016",
    "places": ["Nha Trang", "Cam Ranh"],
    "contact": "0258 3822 222",
    "tasks": [
        {"id": "n1", "what": "Tập huấn", "figure": 3},
        {"id": "n2", "what": "Sửa loa"},
    ],
}


@pytest.fixture
def form(qtbot: QtBot, workbench: Workbench) -> FormPanel:
    form = FormPanel(workbench)
    qtbot.addWidget(form)
    form.ask(next(info for info in workbench.templates() if info.id == "trial-plan"))
    form.show()
    return form


def test_every_answer_comes_back_as_it_was_shown(form: FormPanel) -> None:
    form.show_answers(ANSWERS)
    assert form.answers() == ANSWERS
    assert form.faults() == {}


def test_answers_of_a_newer_template_are_kept(form: FormPanel) -> None:
    form.show_answers({"subject": "a", "later": "b"})
    assert form.answers() == {"subject": "a", "later": "b", "is_open": False}


def test_showing_tells_nothing_and_typing_tells_once(qtbot: QtBot, form: FormPanel) -> None:
    told: list[dict[str, Any]] = []
    form.changed.connect(lambda: told.append(form.answers()))
    form.show_answers(ANSWERS)
    assert told == []
    line = form.input("subject").inner
    assert isinstance(line, QLineEdit)
    type_into(line, "xã")
    assert [one["subject"] for one in told] == ["x", "xã"]


def test_choice_flag_list_and_paragraphs_are_answered(qtbot: QtBot, form: FormPanel) -> None:
    choice, flag = form.input("way").inner, form.input("is_open").inner
    assert isinstance(choice, QComboBox)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.mouseClick(flag, Qt.MouseButton.LeftButton, pos=flag.rect().center())
    for name in ("places", "opening"):
        lines = form.input(name).inner
        assert isinstance(lines, QPlainTextEdit)
        write(lines, "một")
        lines.insertPlainText("\n\n")
        write(lines, "hai")
    answers = form.answers()
    assert answers["way"] == "trực tiếp"
    assert answers["places"] == ["một", "hai"]
    assert answers["opening"] == "một\n\nhai"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_form_is_wider_than_its_pane(qtbot: QtBot, dressed: object, language: str) -> None:
    use(language)
    workbench = Workbench()
    for info in workbench.templates():
        form = FormPanel(workbench)
        qtbot.addWidget(form)
        form.ask(info)
        form.resize(NARROWEST, 600)
        form.show()
        for records in form.findChildren(RecordsInput):
            records.findChild(QToolButton).click()
        assert form.horizontalScrollBar().maximum() == 0, info.id


def test_rows_are_added_filled_moved_and_removed(qtbot: QtBot, form: FormPanel) -> None:
    form.show_answers(ANSWERS)
    records = form.input("tasks")
    rows = records.inner
    assert isinstance(rows, QListWidget)
    buttons = {one.accessibleName(): one for one in records.findChildren(QToolButton)}
    assert [rows.item(at).text() for at in range(2)] == ["1. Tập huấn – 3", "2. Sửa loa"]
    rows.setCurrentRow(1)
    buttons["Thêm dòng"].click()
    what, figure = records.findChildren(QLineEdit)
    type_into(what, "Kiểm tra")
    type_into(figure, "1.250")
    assert form.answers()["tasks"] == [*ANSWERS["tasks"], {"what": "Kiểm tra", "figure": 1250}]
    buttons["Đưa dòng lên"].click()
    assert [row["what"] for row in form.answers()["tasks"]] == ["Tập huấn", "Kiểm tra", "Sửa loa"]
    assert form.answers()["tasks"][2]["id"] == "n2"
    assert rows.currentRow() == 1
    rows.setCurrentRow(0)
    type_into(what, "Tập huấn lại")
    assert form.answers()["tasks"][0] == {"id": "n1", "what": "Tập huấn lại", "figure": 3}
    buttons["Bỏ dòng"].click()
    assert [row["what"] for row in form.answers()["tasks"]] == ["Kiểm tra", "Sửa loa"]


def test_an_empty_row_does_not_count(form: FormPanel) -> None:
    records = form.input("tasks")
    buttons = {one.accessibleName(): one for one in records.findChildren(QToolButton)}
    assert not buttons["Bỏ dòng"].isEnabled()
    buttons["Thêm dòng"].click()
    assert "tasks" not in form.answers()


def test_english_labels_are_shown_where_there_are_some(qtbot: QtBot, workbench: Workbench) -> None:
    use("en")
    form = FormPanel(workbench)
    qtbot.addWidget(form)
    form.ask(workbench.templates()[1])
    words = {label.text() for label in form.findChildren(QLabel)}
    assert {"Opening", "Subject", "Thời hạn (optional)"} <= words


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.250.000", 1_250_000),
        ("12,5", 12.5),
        ("2027", 2027),
        (" 7 ", 7),
        ("bảy", "bảy"),
    ],
)
def test_numbers_are_read_as_clerks_type_them(typed: str, number: object) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1_250_000, "1.250.000"), (12.5, "12,5"), (2027, "2027"), (None, ""), ("bảy", "bảy")],
)
def test_numbers_are_shown_as_clerks_read_them(number: object, shown: str) -> None:
    assert show_number(number) == shown


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (Field("a", "A", FieldType.NUMBER, minimum=1), 0, "Số này phải từ 1 trở lên."),
        (Field("a", "A", FieldType.MONEY), "nhiều", "Ô này cần một số, ví dụ 1.250."),
        (Field("a", "A", pattern="[0-9]+", pattern_help="Chỉ số."), "x1", "Chỉ số."),
        (Field("a", "A", pattern="[0-9]+"), "x1", "Chưa đúng dạng của ô này."),
        (Field("a", "A", pattern="[0-9]+"), "12", ""),
        (Field("a", "A", FieldType.NUMBER, minimum=1), None, ""),
        (
            Field("a", "A", FieldType.RECORDS, columns=(Field("b", "Bê", FieldType.NUMBER),)),
            [{"b": 1}, {"b": "x"}],
            "Dòng 2, cột “Bê”: Ô này cần một số, ví dụ 1.250.",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(field: Field, value: object, told: str) -> None:
    assert fault(field, value) == told


def test_a_date_is_typed_or_picked(qtbot: QtBot, dressed: object) -> None:
    box = DateBox()
    qtbot.addWidget(box)
    box.show()
    told: list[datetime.date | None] = []
    box.chosen.connect(lambda: told.append(box.date()))
    type_into(box, "5/9/2026")
    assert box.date() == datetime.date(2026, 9, 5)
    assert not box.property("isWrong")
    type_into(box, "31/2/2026")
    assert box.date() is None
    assert box.property("isWrong")
    box.set_date(datetime.date(2026, 9, 5))
    assert box.text() == "05/9/2026"
    box.actions()[0].trigger()
    calendar = box.calendar()
    assert calendar is not None
    assert calendar.selectedDate().toPython() == datetime.date(2026, 9, 5)
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert box.date() == datetime.date(2026, 9, 6)
    assert told[-1] == datetime.date(2026, 9, 6)
