"""A workbench that answers at once, with pages drawn by Qt."""

import dataclasses
import textwrap
from pathlib import Path
from types import SimpleNamespace

from ttcs_desktop.errors import UserError, WriteError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.template import Field, FieldType, FormSection, TemplateInfo
from ttcs_desktop.model.unit import Regime

T = FieldType
FIELDS = (
    Field("subject", "Trích yếu", T.TEXT, section="head", help="Viết thường chữ đầu."),
    Field("opening", "Mở đầu", T.PARAGRAPHS, section="head"),
    Field("due", "Thời hạn", T.DATE, section="head", is_required=False),
    Field("count", "Số lớp tập huấn", T.NUMBER, section="work", minimum=1, maximum=100),
    Field("money", "Kinh phí", T.MONEY, section="work", is_required=False),
    Field("way", "Hình thức", T.CHOICE, section="work", choices=("Trực tiếp", "Trực tuyến")),
    Field("is_urgent", "Có phụ lục", T.FLAG, section="work"),
    Field("lead", "Đơn vị chủ trì", T.UNIT, section="work"),
    Field("basis", "Căn cứ", T.INSTRUMENT, section="work"),
    Field("places", "Nơi nhận", T.LIST, section="work"),
    Field(
        "tasks",
        "Nhiệm vụ",
        T.RECORDS,
        section="work",
        columns=(Field("what", "Việc"), Field("figure", "Số", T.NUMBER)),
    ),
)
SECTIONS = (FormSection("head", "Mở đầu"), FormSection("work", "Tổ chức thực hiện"))
TEMPLATES = tuple(
    TemplateInfo(
        kind, title, kind, title.lower(), (Regime.PARTY,), sections=SECTIONS, fields=FIELDS
    )
    for kind, title in (("guidance", "Hướng dẫn"), ("plan", "Kế hoạch"), ("report", "Báo cáo"))
)
UNITS = (
    SimpleNamespace(id="btgtu", name="Ban Tuyên giáo và Dân vận Tỉnh ủy", regime=Regime.PARTY),
    SimpleNamespace(id="so-tu-phap", name="Sở Tư pháp", regime=Regime.STATE),
    SimpleNamespace(id="mttq-tinh", name="Ủy ban MTTQ Việt Nam tỉnh", regime=Regime.FRONT),
)
INSTRUMENTS = (
    SimpleNamespace(
        id="ct-07-2016", type_name="Chỉ thị", symbol="07-CT/TW", title="thông tin cơ sở"
    ),
)
FORMAT = SimpleNamespace(
    id="party-2026",
    title="Hướng dẫn 05-HD/VPTW",
    marks=SimpleNamespace(urgency=("Khẩn", "Hỏa tốc"), circulation=()),
    size_sets=(SimpleNamespace(id="13-14-14", title="13/14/14"),),
    page=SimpleNamespace(two_sided_allowed=True, is_two_sided=False),
)
COLUMNS, ROWS, LEADING = 84, 44, 16.0


@dataclasses.dataclass(frozen=True)
class Place:
    line: int
    page: int
    x: float
    y: float


class FakeWorkbench:
    """Takes the part of `services.workbench.Workbench` as far as the window needs it."""

    def __init__(self) -> None:
        from ttcs_desktop.services.recovery import Autosave

        self.kept = Autosave()

    def templates(self):
        return TEMPLATES

    def units(self, query=""):
        return tuple(one for one in UNITS if self.search_key(query) in self.search_key(one.name))

    def formats(self):
        return (FORMAT,)

    def instruments(self, query=""):
        return tuple(one for one in INSTRUMENTS if query.lower() in one.title)

    def new_draft(self, template_id, unit_id, date):
        answers = {"subject": "công tác thông tin cơ sở"}
        return self.fill(Draft("", template=template_id, unit=unit_id, date=date), answers)

    def blank_draft(self, unit_id, date):
        return Draft("", unit=unit_id, date=date)

    def fill(self, draft, answers):
        title = next(one.title for one in TEMPLATES if one.id == draft.template).upper()
        told = [f"{key}: {value}" for key, value in sorted(answers.items()) if key != "subject"]
        body = "\n".join(told)
        text = f"{title}\n\n{answers.get('subject', '[CẦN BỔ SUNG: Trích yếu]')}\n\nI. MỤC ĐÍCH\n\n{body}\n"
        return dataclasses.replace(draft, text=text, answers=dict(answers), is_edited=False)

    def compose(self, draft):
        title = " ".join(draft.text.split()[:6])
        return SimpleNamespace(draft=draft, format=FORMAT, sheet=SimpleNamespace(title=title))

    def preview(self, draft):
        problems = tuple(
            Problem(Severity.WARNING, "fake.missing", "Còn chỗ trống.", number, "Điền vào mẫu.")
            for number, line in enumerate(draft.text.splitlines(), 1)
            if "CẦN BỔ SUNG" in line
        )
        return SimpleNamespace(**draw(draft.text), problems=problems)

    def sections(self, draft):
        heads = [
            (number, line)
            for number, line in enumerate(draft.text.splitlines(), 1)
            if line[:2] in {"I.", "II"}
        ]
        return tuple(
            SimpleNamespace(title=line, level=5, first_line=number, last_line=number)
            for number, line in heads
        )

    def open(self, path):
        text = Path(path).read_text(encoding="utf-8")
        return SimpleNamespace(
            draft=Draft(text),
            path=path,
            problems=(),
            was_edited_outside=False,
            suggested_encoding="tcvn3" if "­" in text else "",
            is_ours=False,
        )

    def convert_encoding(self, draft, encoding):
        return dataclasses.replace(draft, text=f"đã chuyển từ {encoding}")

    def export_docx(self, draft, path):
        self._write(path, draft.text.encode())

    def export_pdf(self, draft, path, *, is_archival=False):
        self._write(path, draw(draft.text)["pdf"])

    def export_text(self, draft, path):
        self._write(path, draft.text.encode())

    def _write(self, path, data):
        try:
            Path(path).write_bytes(data)
        except OSError as error:
            raise WriteError(
                "Không ghi được tệp.", where=str(path), remedy="Chọn thư mục khác."
            ) from error

    def suggested_name(self, draft):
        return "HD-BTGTU"

    def autosave(self, draft, path=None):
        self.kept.save(draft, path)

    def recoverable(self):
        return self.kept.recoverable()

    def discard_autosave(self, recovered=None):
        self.kept.discard(recovered)

    def recent(self):
        from ttcs_desktop.services.recent import recent_files

        return recent_files()

    def remember(self, path, title):
        from ttcs_desktop.services.recent import remember

        remember(path, title)

    def settings(self):
        from ttcs_desktop.services.settings import load_settings

        return load_settings()

    def save_settings(self, settings):
        from ttcs_desktop.services.settings import save_settings

        save_settings(settings)

    def search_key(self, text):
        from ttcs_desktop.language.letters import without_marks

        return without_marks(text).casefold()

    def close(self):
        self.kept.close()


def refuse(*_args):
    raise UserError("Không soạn được.", where="dòng 3", remedy="Sửa dòng này.")


def draw(text):
    """Draw every line of a text, wrapped, and say where each begins."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
    from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    font = QFont("Liberation Serif")
    font.setPixelSize(12)
    painter.setFont(font)
    places, row = [], 0
    for number, line in enumerate(text.splitlines(), 1):
        for index, piece in enumerate(textwrap.wrap(line, COLUMNS) or [""]):
            if row and row % ROWS == 0:
                writer.newPage()
            y = 57 + (row % ROWS) * LEADING
            if index == 0 and line:
                places.append(Place(number, row // ROWS + 1, 85.0, y))
            painter.drawText(85, int(y + 12), piece)
            row += 1
    painter.end()
    buffer.close()
    return {"pdf": bytes(buffer.data()), "places": tuple(places)}
