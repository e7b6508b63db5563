"""How each paper is printed: sides, copies, label sheet, envelope, certificate (cách in)."""

import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.form.panel import FormPanel
from ttcs_desktop.ui.form.pickers import AmountPicker, Picker
from ttcs_desktop.ui.look import TIGHT
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.model.postage import PostagePaper
    from ttcs_desktop.model.template import Form
    from ttcs_desktop.services.going_out import GoingOut
    from ttcs_desktop.services.papers import PaperKind, PaperRequest
    from ttcs_desktop.services.posting import CopyCount

MOST_COPIES = 999
MOST_USED = 60


class PaperOptions(QWidget):
    """Asks what the paper that is chosen needs, and nothing else."""

    changed = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        from ttcs_desktop.services.papers import PaperKind

        self._office = office
        self._asking = Latest(office.background)
        self._out: GoingOut | None = None
        self._asked: Form | None = None
        self.kind = Picker(_kinds())
        self.is_two_sided = QCheckBox(_("Hai mặt, lề đối xứng khi thể thức cho phép"))
        self.counts: RowTable[CopyCount] = RowTable(
            _("Số bản theo nơi nhận"), _columns(), office.background, office.workbench.search_key
        )
        self.copies = AmountPicker(1, MOST_COPIES, 1, _("theo nơi nhận"))
        self.total = QLabel()
        self.labels, self.envelopes = Picker(()), Picker(())
        self.used = AmountPicker(1, MOST_USED, 1, _("tờ nhãn còn nguyên"))
        self.form = FormPanel(office.workbench)
        every = (*PaperKind,)
        document, copy = PaperKind.DOCUMENT, PaperKind.COPY
        self._for: dict[QWidget, tuple[PaperKind, ...]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._add(_("In gì"), self.kind, every)
        self._add(_("Tờ nhãn"), self.labels, (PaperKind.LABELS,))
        self._add(_("Số nhãn đã dùng của tờ đầu"), self.used, (PaperKind.LABELS,))
        self._add(_("Phong bì"), self.envelopes, (PaperKind.ENVELOPES,))
        self._add("", self.is_two_sided, (document, copy))
        self._add(_("Số bản"), self.copies, (document,))
        self._add("", self.total, (document,))
        self._add("", self.counts, (document,), stretch=1)
        self._add("", self.form, (copy,), stretch=1)
        self._column.addStretch()
        self._listen()
        self._follow()
        library = office.workbench.library
        office.background.run(lambda: library.postage, self._offer, office.messages.tell)

    def take(self, out: "GoingOut | None") -> None:
        """Take up another document: how many copies, and who usually copies it."""
        self._out = out
        self.counts.show_rows(())
        self.total.clear()
        if out is None:
            return
        papers, composition = self._office.workbench.dispatch.papers, out.composition
        self._office.background.run(
            lambda: papers.copies(composition), self._show_counts, lambda _error: None
        )
        self._asked = None
        today = datetime.datetime.now().astimezone().date()
        self._ask({"unit": composition.draft.unit, "date": today.isoformat()})

    def request(self) -> "PaperRequest":
        """Return what is to be printed.

        Raises:
            UserError: the copying body or its kind of copy is not chosen.
        """
        from ttcs_desktop.services.copy_forms import copy_request
        from ttcs_desktop.services.papers import PaperKind, PaperRequest

        kind = self.kind.value()
        is_copy = kind is PaperKind.COPY
        paper = self.labels.value() if kind is PaperKind.LABELS else self.envelopes.value()
        library = self._office.workbench.library
        return PaperRequest(
            kind,
            self.is_two_sided.isChecked(),
            paper or "",
            _amount(self.used),
            copy_request(library, self.form.answers()) if is_copy else None,
        )

    def number_of_copies(self) -> int:
        """Return how many copies are wanted: those of the recipients unless the clerk says."""
        from ttcs_desktop.services.papers import PaperKind

        if self.kind.value() is not PaperKind.DOCUMENT:
            return 1
        return _amount(self.copies) or max(1, sum(one.copies for one in self.counts.rows()))

    def _ask(self, answers: dict[str, Any]) -> None:
        """Ask about the copy what its body and kind still leave open."""
        out, library = self._out, self._office.workbench.library
        if out is None:
            return

        def work() -> "Form":
            from ttcs_desktop.services.copy_forms import copy_form

            return copy_form(library, out.composition, answers)

        def show(form: "Form") -> None:
            from ttcs_desktop.services.copy_forms import fitting_answers

            if form != self._asked:
                self._asked = form
                self.form.ask(form)
                self.form.show_answers(fitting_answers(form, self.form.answers() | answers))
                self.changed.emit()

        self._asking.submit(work, show, self._office.messages.tell)

    def _show_counts(self, counts: "tuple[CopyCount, ...]") -> None:
        self.counts.show_rows(counts)
        total = sum(one.copies for one in counts)
        self.total.setText(_("Nơi nhận cần {count} bản, kể cả bản lưu.").format(count=total))

    def _offer(self, paper: "PostagePaper") -> None:
        for picker, kinds in ((self.labels, paper.labels), (self.envelopes, paper.envelopes)):
            options = [(one.id, pick(one.title, one.title_en)) for one in kinds.values()]
            picker.offer(options, None)

    def _follow(self) -> None:
        for widget, kinds in self._for.items():
            widget.setVisible(self.kind.value() in kinds)

    def _add(
        self, words: str, widget: QWidget, kinds: "tuple[PaperKind, ...]", stretch: int = 0
    ) -> None:
        if words:
            label = QLabel(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            self._column.addWidget(label)
            self._for[label] = kinds
        self._column.addWidget(widget, stretch)
        self._for[widget] = kinds

    def _listen(self) -> None:
        self.total.setObjectName("quiet")
        self.total.setWordWrap(True)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.kind.chosen.connect(lambda _kind: self._follow())
        for picker in (self.kind, self.labels, self.envelopes, self.used):
            picker.chosen.connect(lambda _value: self.changed.emit())
        self.is_two_sided.toggled.connect(lambda _on: self.changed.emit())
        self.form.changed.connect(self._tell_of_copy)

    def _tell_of_copy(self) -> None:
        self._ask(self.form.answers())
        self.changed.emit()


def _amount(picker: AmountPicker) -> int:
    return 0 if picker.value() == picker.minimum() else round(picker.value())


def _kinds() -> "tuple[tuple[PaperKind, str], ...]":
    from ttcs_desktop.services.papers import PaperKind

    return (
        (PaperKind.DOCUMENT, _("Văn bản, bản chính")),
        (PaperKind.SLIP, _("Phiếu trình ký")),
        (PaperKind.LIST, _("Danh sách gửi, ký nhận")),
        (PaperKind.LABELS, _("Nhãn dán phong bì")),
        (PaperKind.ENVELOPES, _("Phong bì")),
        (PaperKind.COPY, _("Bản sao (sao y, sao lục, trích sao)")),
    )


def _columns() -> "tuple[Column[CopyCount], ...]":
    return (
        Column(_("Nơi nhận"), lambda one: one.recipient),
        Column(_("Số bản"), lambda one: str(one.copies), 9, is_number=True),
    )
