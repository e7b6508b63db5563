"""What the office decides about the rules of the checker, and hands on (quy tắc ở cơ quan)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.model.check_settings import Weight
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.editor.problem_list import severity_words
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.office_rules import OfficeRule

FILE = "thiet-lap-kiem-tra.toml"
WORDS_HIGH = 64
"""Pixels of the box for the office's own words."""


class OfficeRules(QWidget):
    """Every rule with its weight in this office, the office's own words, and the file of both."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Tìm quy tắc"))
        self.search.setAccessibleName(_("Tìm quy tắc"))
        self.table: RowTable[OfficeRule] = RowTable(
            _("Quy tắc kiểm tra"), _columns(), office.background, office.workbench.search_key
        )
        self.weight = QComboBox()
        self.weight.setAccessibleName(_("Mức ở cơ quan"))
        for weight, words in _weights().items():
            self.weight.addItem(words, weight)
        self.again_button = _button(_("&Kiểm tra lại như thường"), lambda: self._decide(None))
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(_("Từ và tên riêng viết đúng ở cơ quan, mỗi dòng một từ"))
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(WORDS_HIGH)
        self.keep_button = _button(_("&Lưu từ điển"), self._keep_words)
        self.take_button = _button(_("&Nhận thiết lập từ tệp…"), self.take)
        self.hand_on_button = _button(_("Ghi thiết lập &ra tệp…"), self.hand_on)
        self._lay_out()
        self.search.textChanged.connect(self.table.search)
        self.table.picked.connect(self._follow)
        self.weight.activated.connect(lambda _at: self._decide(self.weight.currentData()))
        self._follow(None)
        self.refresh()

    def refresh(self) -> None:
        """Show what the office decided as it stands now."""
        checks = self._office.workbench.checks
        self._office.background.run(
            lambda: (checks.office_rules(), checks.lexicon()),
            lambda found: self._show(*found),
            self._office.messages.tell,
        )

    def take(self) -> None:
        """Take over the settings of another office."""
        path = self.asker.open(_("Nhận thiết lập kiểm tra"), _("Thiết lập (*.toml *.json)"))
        if path is not None:
            told = _("Đã nhận thiết lập kiểm tra từ {name}.").format(name=path.name)
            self._change(lambda: self._office.workbench.checks.take_settings(path), told)

    def hand_on(self) -> None:
        """Write the office's settings for another office."""
        kinds = _("Thiết lập (*.toml *.json)")
        path = self.asker.save(_("Ghi thiết lập kiểm tra"), FILE, kinds)
        if path is not None:
            told = _("Đã ghi {name} vào thư mục {folder}.")
            told = told.format(name=path.name, folder=path.parent)
            self._change(lambda: self._office.workbench.checks.hand_on_settings(path), told)

    def _decide(self, weight: "Weight | None") -> None:
        rule = self.table.current()
        if rule is not None and weight is not rule.weight:
            self._change(lambda: self._office.workbench.checks.decide(rule, weight), "")

    def _keep_words(self) -> None:
        words = self.words.toPlainText().split("\n")
        told = _("Đã lưu từ điển của cơ quan.")
        self._change(lambda: self._office.workbench.checks.keep_lexicon(words), told)

    def _change(self, act: Callable[[], None], told: str) -> None:
        def well(_none: None) -> None:
            if told:
                self._office.messages.say(Message(told, topic="written"))
            self.refresh()

        self._office.background.run(act, well, self._office.messages.tell)

    def _show(self, rules: "tuple[OfficeRule, ...]", lexicon: tuple[str, ...]) -> None:
        self.table.show_rows(rules, lambda one: (one.id, one.words))
        self.words.setPlainText("\n".join(lexicon))
        self._follow(self.table.current())

    def _follow(self, rule: "OfficeRule | None") -> None:
        self.weight.setEnabled(rule is not None and not rule.words)
        self.again_button.setEnabled(rule is not None and rule.weight is not None)
        self.weight.setCurrentIndex(list(_weights()).index(rule.weight if rule else None))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        label = QLabel(_("&Mức ở cơ quan:"))
        label.setBuddy(self.weight)
        for widget in (label, self.weight, self.again_button):
            row.addWidget(widget)
        row.addStretch()
        words = QLabel(self.words.accessibleName())
        words.setObjectName("quiet")
        words.setBuddy(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(words)
        column.addWidget(self.words)
        column.addLayout(Flow((self.keep_button, self.take_button, self.hand_on_button)))


def _columns() -> "tuple[Column[OfficeRule], ...]":
    usual, own = severity_words(), _weights()
    return (
        Column(_("Quy tắc"), _title),
        Column(_("Mức thường"), lambda one: usual[one.usual], 14),
        Column(_("Mức ở cơ quan"), lambda one: own[one.weight] if one.weight else "", 18),
        Column(_("Mã"), lambda one: one.id, 24),
    )


def _title(rule: "OfficeRule") -> str:
    """Return what a rule asks, the words that it passes over, and why the office wants it so."""
    title = rule.title or rule.id or _("Mọi quy tắc")
    if rule.words:
        title = _("{rule}: bỏ qua “{words}”").format(rule=title, words=rule.words)
    return f"{title} ({rule.reason})" if rule.reason else title


def _weights() -> "dict[Weight | None, str]":
    """Return the weights to choose from, in words."""
    return {
        None: _("Như thường"),
        Weight.ERROR: _("Lỗi"),
        Weight.WARNING: _("Cần xem"),
        Weight.NOTE: _("Ghi chú"),
        Weight.OFF: _("Không kiểm tra"),
    }


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _on=False: act())
    return button
