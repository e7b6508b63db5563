"""Documents as clerks make them in Word, right but nothing like ours: tabs, text boxes, shapes.

Everything is formatted directly over Word's own template, whose font and size are others.
"""

import io
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu, Mm, Pt

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
LONG = (
    "Việc tổ chức thực hiện phải thiết thực, tiết kiệm, đúng tiến độ; phân công rõ trách nhiệm, rõ"
    " thời gian và gắn với nhiệm vụ của từng cơ quan, đơn vị, địa phương trong toàn tỉnh năm 2026."
)
MOTTO_LENGTH, ISSUER_LENGTH, SUBJECT_LENGTH = 60.5, 30.0, 40.0
LEFT = (
    ("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", 13, False),
    ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 13, True),
)
RIGHT = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True),
    ("Độc lập - Tự do - Hạnh phúc", 14, True),
)
NUMBER, DATE = "Số: 15/KH-SVHTTDL", "Khánh Hòa, ngày 05 tháng 02 năm 2026"
Draw = Callable[[Any, float], None]


class Foreign:
    """A State plan being made in Word."""

    def __init__(self, *, draw: Draw | None = None) -> None:
        self.document = docx.Document()
        self.draw = draw or border
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        self.page_number(section)

    def data(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def page_number(self, section: Any) -> None:
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("t", "2"), ("end", "")):
            run = paragraph.add_run()
            dress(run, 14)
            if kind == "t":
                run.text = text
            elif text:
                code = OxmlElement("w:instrText")
                code.text = f" {text} "
                run._r.append(code)
            else:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)

    # --- letterheads

    def in_table(self) -> None:
        """Write the letterhead in a table without lines."""
        table = self.document.add_table(rows=2, cols=2)
        for row, cells in enumerate(
            ((LEFT, RIGHT), (((NUMBER, 13, False),), ((DATE, 14, False),)))
        ):
            for column, lines in enumerate(cells):
                cell = table.cell(row, column)
                for index, (text, size, bold) in enumerate(lines):
                    paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                    self.words(paragraph, text, size, bold=bold, italic=text == DATE)
                if row == 0:
                    self.draw(cell.paragraphs[-1], ISSUER_LENGTH if column == 0 else MOTTO_LENGTH)

    def by_tabs(self) -> None:
        """Write the letterhead with tabs, the lines as shapes that hang on its paragraphs."""
        rows = (*zip(LEFT, RIGHT, strict=True), ((NUMBER, 13, False), (DATE, 14, False)))
        for index, (left, right) in enumerate(rows):
            paragraph = self.document.add_paragraph()
            flat(paragraph)
            for text, size, bold in (left, right):
                if text == right[0]:
                    dress(paragraph.add_run("\t"), 13)
                dress(paragraph.add_run(text), size, bold=bold, italic=text == DATE)
            if index == 1:
                shape(paragraph, ISSUER_LENGTH, drop=6.0, left=20.0)
                shape(paragraph, MOTTO_LENGTH, drop=6.0, left=90.0)

    def in_boxes(self) -> None:
        """Write the letterhead in two text boxes anchored in one paragraph."""
        anchor = self.document.add_paragraph()
        flat(anchor)
        for lines, length in (
            ((*LEFT, (NUMBER, 13, False)), ISSUER_LENGTH),
            ((*RIGHT, (DATE, 14, False)), MOTTO_LENGTH),
        ):
            paragraphs = []
            for text, size, bold in lines:
                paragraph = self.document.add_paragraph()
                self.words(paragraph, text, size, bold=bold, italic=text == DATE)
                paragraphs.append(paragraph)
            border(paragraphs[1], length, room=75.0)
            inside = [
                paragraphs[0]._p,
                paragraphs[1]._p,
                paragraphs[1]._p.getnext(),
                paragraphs[2]._p,
            ]
            text_box(anchor, inside)

    # --- the rest

    def title(self) -> None:
        self.words(self.document.add_paragraph(), "KẾ HOẠCH", 14, bold=True)
        subject = self.document.add_paragraph()
        self.words(subject, "Thực hiện công tác thông tin cơ sở năm 2026", 14, bold=True)
        self.draw(subject, SUBJECT_LENGTH)

    def text(self, text: str, *, bold: bool = False) -> Any:
        paragraph = self.document.add_paragraph()
        body(paragraph)
        dress(paragraph.add_run(text), 14, bold=bold)
        return paragraph

    def rest(self) -> None:
        self.text("I. MỤC ĐÍCH, YÊU CẦU", bold=True)
        self.text(f"1. {LONG}")
        self.text(f"2. {LONG}")
        self.text("II. TỔ CHỨC THỰC HIỆN", bold=True)
        self.text(f"{LONG[:-1]}./.")
        table = self.document.add_table(rows=1, cols=2)
        for index, text in enumerate(("Nơi nhận:", "- Các xã, phường;", "- Lưu: VT, VH.")):
            paragraph = (
                table.cell(0, 0).paragraphs[0] if index == 0 else table.cell(0, 0).add_paragraph()
            )
            flat(paragraph)
            dress(paragraph.add_run(text), 11 if index else 12, bold=not index, italic=not index)
        signer = table.cell(0, 1)
        for index, text in enumerate(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Nguyễn Văn Bình")):
            paragraph = signer.paragraphs[0] if index == 0 else signer.add_paragraph()
            self.words(paragraph, text, 14, bold=True)

    def words(self, paragraph: Any, text: str, size: float, **looks: bool) -> None:
        flat(paragraph)
        paragraph.alignment = ALIGN.CENTER
        dress(paragraph.add_run(text), size, **looks)


def state_plan(layout: str = "in_table", draw: Draw | None = None) -> Foreign:
    """Return a right State plan with its letterhead in one of the layouts."""
    made = Foreign(draw=draw)
    getattr(made, layout)()
    made.title()
    made.rest()
    return made


class ForeignParty(Foreign):
    """A Party guidance being made in Word, its letterhead in one row of a table."""

    def head(self, columns: int = 2) -> None:
        table = self.document.add_table(rows=1, cols=columns)
        left, right = table.cell(0, 0), table.cell(0, columns - 1)
        for index, text in enumerate(
            ("TỈNH ỦY KHÁNH HÒA", "BAN TUYÊN GIÁO", "*", "Số 31-HD/BTGTU")
        ):
            paragraph = left.paragraphs[0] if index == 0 else left.add_paragraph()
            self.words(paragraph, text, 14, bold=index == 1)
        self.words(right.paragraphs[0], "ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True)
        date = right.add_paragraph()
        self.words(date, "Khánh Hòa, ngày 05 tháng 10 năm 2026", 14, italic=True)
        shape(right.paragraphs[0], 73.0, drop=6.2)

    def titles(self, *, in_one_paragraph: bool = False) -> None:
        lines = (
            ("HƯỚNG DẪN", 16),
            ("tuyên truyền công tác thông tin cơ sở năm 2026", 14),
            ("-----", 14),
        )
        paragraph = None
        for text, size in lines:
            if paragraph is None or not in_one_paragraph:
                paragraph = self.document.add_paragraph()
                self.words(paragraph, text, size, bold=text != "-----")
            else:
                paragraph.add_run().add_break()
                dress(paragraph.add_run(text), size, bold=text != "-----")

    def rest(self) -> None:
        self.text("I- MỤC ĐÍCH, YÊU CẦU", bold=True)
        self.text(f"1.\t{LONG}")
        self.text(f"2.\t{LONG}")
        self.text("II- TỔ CHỨC THỰC HIỆN", bold=True)
        self.text(LONG)
        table = self.document.add_table(rows=1, cols=2)
        recipients, signer = table.cell(0, 0), table.cell(0, 1)
        lines = ("Nơi nhận:", "- Thường trực Tỉnh ủy;", "- Các đảng ủy;", "- Lưu Văn phòng Ban.")
        for index, text in enumerate(lines):
            paragraph = recipients.paragraphs[0] if index == 0 else recipients.add_paragraph()
            flat(paragraph)
            run = paragraph.add_run(text)
            dress(run, 12 if index else 14)
            run.font.underline = not index
        for index, text in enumerate(
            ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "", "", "Nguyễn Văn Bình")
        ):
            paragraph = signer.paragraphs[0] if index == 0 else signer.add_paragraph()
            self.words(paragraph, text, 14, bold=index != 1)


def party_guidance(columns: int = 2, *, in_one_paragraph: bool = False) -> ForeignParty:
    """Return a right Party guidance."""
    made = ForeignParty()
    made.head(columns)
    made.titles(in_one_paragraph=in_one_paragraph)
    made.rest()
    return made


def with_foot_by_tabs() -> Foreign:
    """Return a right State plan whose recipients and signature are set side by side with tabs."""
    made = _without_foot()
    for left, right in (
        ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Các xã, phường;", "CHỦ TỊCH"),
        ("- Báo Khánh Hòa;", ""), ("- Lưu: VT, VH.", ""), ("", "Nguyễn Văn Bình"),
    ):  # fmt: skip
        paragraph = made.document.add_paragraph()
        flat(paragraph)
        is_label = left.startswith("Nơi")
        if left:
            dress(paragraph.add_run(left), 12 if is_label else 11, bold=is_label, italic=is_label)
        if right:
            dress(paragraph.add_run("\t\t\t"), 14)
            dress(paragraph.add_run(right), 14, bold=True)
    return made


def with_foot_line_by_line() -> Foreign:
    """Return a right State plan whose signature and recipients stand one under the other."""
    made = _without_foot()
    for text in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Nguyễn Văn Bình"):
        made.words(made.document.add_paragraph(), text, 14, bold=True)
    for index, text in enumerate(("Nơi nhận:", "- Các xã, phường;", "- Lưu: VT, VH.")):
        paragraph = made.document.add_paragraph()
        flat(paragraph)
        dress(paragraph.add_run(text), 11 if index else 12, bold=not index, italic=not index)
    return made


def state_letter() -> Foreign:
    """Return a right State letter, all of its letterhead in one row of a table."""
    made = Foreign()
    table = made.document.add_table(rows=1, cols=2)
    left = (
        ("UBND TỈNH KHÁNH HÒA", 13, False),
        ("SỞ TƯ PHÁP", 13, True),
        ("Số: 15/STP-VP", 13, False),
    )
    columns = (
        (*left, ("V/v báo cáo công tác thông tin cơ sở", 12, False)),
        (*RIGHT, (DATE, 14, False)),
    )
    for column, lines in enumerate(columns):
        cell = table.cell(0, column)
        for index, (text, size, bold) in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            made.words(paragraph, text, size, bold=bold, italic=text == DATE)
        border(cell.paragraphs[1], MOTTO_LENGTH if column else 12.0)
    made.words(made.document.add_paragraph(), "Kính gửi: Ủy ban nhân dân các xã, phường.", 14)
    made.text(LONG)
    made.text(f"{LONG[:-1]}./.")
    table = made.document.add_table(rows=1, cols=2)
    for index, text in enumerate(("Nơi nhận:", "- Như trên;", "- Lưu: VT, P.TH (03b).")):
        cell = table.cell(0, 0)
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        flat(paragraph)
        dress(paragraph.add_run(text), 11 if index else 12, bold=not index, italic=not index)
    for index, text in enumerate(("GIÁM ĐỐC", "", "", "Nguyễn Văn Bình")):
        cell = table.cell(0, 1)
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        made.words(paragraph, text, 14, bold=True)
    return made


def _without_foot() -> Foreign:
    made = Foreign()
    made.in_table()
    made.title()
    made.text(f"1. {LONG}")
    made.text(f"{LONG[:-1]}./.")
    return made


def dress(run: Any, size: float, *, bold: bool = False, italic: bool = False) -> None:
    run.font.name = "Times New Roman"
    run.font.size = Pt(size)
    run.font.bold, run.font.italic = bold, italic


def flat(paragraph: Any) -> None:
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = 1.0


def body(paragraph: Any) -> None:
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(0), Pt(6)
    form.first_line_indent = Mm(12.7)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)
    paragraph.alignment = ALIGN.JUSTIFY


# --- lines


def border(paragraph: Any, length: float, room: float = 0.0) -> None:
    """Draw a line as the lower border of an empty paragraph."""
    room = room or (80.5 if paragraph._p.getparent().tag == qn("w:tc") else 165.0)
    side = round((room - length) / 2 / 25.4 * 1440)
    made = parse_xml(
        f"<w:p {NS}><w:pPr><w:pBdr><w:bottom w:val='single' w:sz='6' w:space='1' w:color='auto'/>"
        f"</w:pBdr><w:spacing w:after='0' w:line='240' w:lineRule='auto'/>"
        f"<w:ind w:left='{side}' w:right='{side}'/></w:pPr></w:p>"
    )
    paragraph._p.addnext(made)


def shape(paragraph: Any, length: float, drop: float = 6.5, left: float = 30.0) -> None:
    """Draw a line as a DrawingML shape anchored in the paragraph."""
    made = parse_xml(
        f"<w:r {NS}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wp:positionH relativeFrom='column'><wp:posOffset>{Mm(left)}</wp:posOffset>"
        "</wp:positionH>"
        f"<wp:positionV relativeFrom='paragraph'><wp:posOffset>{Mm(drop)}</wp:posOffset>"
        f"</wp:positionV><wp:extent cx='{Mm(length)}' cy='0'/><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x='0' y='0'/>"
        f"<a:ext cx='{Mm(length)}' cy='{Emu(0)}'/></a:xfrm>"
        "<a:prstGeom prst='straightConnector1'/><a:ln w='9525'><a:solidFill/></a:ln></wps:spPr>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(made)


def vml(paragraph: Any, length: float) -> None:
    """Draw a line as Word 97 - 2007 did."""
    points = length / 25.4 * 72
    made = parse_xml(
        f"<w:r {NS}><w:pict><v:line from='20pt,18pt' to='{20 + points:.2f}pt,18pt'"
        " style='position:absolute' strokeweight='.75pt'/></w:pict></w:r>"
    )
    paragraph._p.append(made)


def underscores(paragraph: Any, length: float) -> None:
    """Draw a line with underscores."""
    made = deepcopy(paragraph._p)
    paragraph._p.addnext(made)
    runs = made.findall(qn("w:r"))
    for run in runs[1:]:
        made.remove(run)
    size = 14
    runs[0].find(qn("w:t")).text = "_" * round(length / (size * 0.5 * 25.4 / 72))
    for look in runs[0].find(qn("w:rPr")).findall(qn("w:sz")):
        look.set(qn("w:val"), str(2 * size))


def text_box(anchor: Any, paragraphs: list[Any]) -> None:
    """Put paragraphs into a text box, in the two forms that Word writes."""
    made = parse_xml(
        f"<w:r {NS}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wp:extent cx='{Mm(80)}' cy='{Mm(30)}'/><a:graphic><a:graphicData><wps:wsp>"
        "<wps:txbx><w:txbxContent/></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    first, second = list(made.iter(qn("w:txbxContent")))
    for paragraph in paragraphs:
        second.append(deepcopy(paragraph))
        first.append(paragraph)
    anchor._p.append(made)
