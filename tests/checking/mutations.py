# ruff: noqa: E501  a fault a line
"""Faults of form, planted one at a time into documents that are right.

Each names the document, what a clerk did to it, and what must be reported: the rule and words of
the place. Nothing else may be reported.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from checking.editing import Edited, text_of
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt
from lxml import etree

MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
BODY_P, BODY_S = "1. Tuyên truyền sâu rộng", "2. Việc tổ chức thực hiện"


@dataclass(frozen=True)
class Mutation:
    name: str
    document: str
    change: Callable[[Edited], Any]
    rule: str
    words: str = ""


def _does(method: str, *arguments: Any, **looks: Any) -> Callable[[Edited], Any]:
    return lambda file: getattr(file, method)(*arguments, **looks)


def look(start: str, **looks: Any) -> Callable[[Edited], Any]:
    return _does("look", start, **looks)


def stand(start: str, **looks: Any) -> Callable[[Edited], Any]:
    return _does("stand", start, **looks)


def say(start: str, text: str) -> Callable[[Edited], Any]:
    return _does("say", start, text)


def swap(start: str, old: str, new: str) -> Callable[[Edited], Any]:
    return _does("swap", start, old, new)


def drop(start: str, nth: int = 0) -> Callable[[Edited], Any]:
    return _does("drop", start, nth)


def section(index: int = 0, **values: Any) -> Callable[[Edited], Any]:
    return _does("section", index, **values)


def both(*changes: Callable[[Edited], Any]) -> Callable[[Edited], Any]:
    def change(file: Edited) -> None:
        for one in changes:
            one(file)

    return change


def every_section(**values: Any) -> Callable[[Edited], Any]:
    def change(file: Edited) -> None:
        for index in range(len(file.sections())):
            file.section(index, **values)

    return change


def rule_under(start: str, **change: Any) -> Callable[[Edited], Any]:
    """Change the drawn line in the empty paragraph under one: its indents, its kind, or drop it."""

    def apply(file: Edited) -> None:
        paragraph = file.p(start).getnext()
        properties = paragraph.find(qn("w:pPr"))
        if change.get("drop"):
            paragraph.getparent().remove(paragraph)
            return
        if "dash" in change:
            borders = etree.SubElement(properties, qn("w:pBdr"))
            bottom = etree.SubElement(borders, qn("w:bottom"))
            for name, value in {"val": "dashed", "sz": "6", "space": "0"}.items():
                bottom.set(qn(f"w:{name}"), value)
            return
        indent = properties.find(qn("w:ind"))
        for side in ("left", "right"):
            indent.set(qn(f"w:{side}"), str(change["side"]))

    return apply


def in_headers(change: Callable[[Any], None]) -> Callable[[Edited], Any]:
    """Change every header that holds a page number."""

    def apply(file: Edited) -> None:
        for root in file.headers():
            if root.find(f".//{qn('w:fldSimple')}") is not None:
                change(root)

    return apply


def _number_paragraph(root: Any) -> Any:
    return next(one for one in root.iter(qn("w:p")) if one.find(qn("w:fldSimple")) is not None)


def _with_words(root: Any) -> None:
    run = OxmlElement("w:r")
    etree.SubElement(run, qn("w:t")).text = "Trang "
    _number_paragraph(root).find(qn("w:fldSimple")).addprevious(run)


def _left(root: Any) -> None:
    properties = _number_paragraph(root).get_or_add_pPr()
    etree.SubElement(properties, qn("w:jc")).set(qn("w:val"), "left")


def _small(root: Any) -> None:
    run = next(root.iter(qn("w:r")))
    properties = OxmlElement("w:rPr")
    etree.SubElement(properties, qn("w:sz")).set(qn("w:val"), "22")
    run.insert(0, properties)


def _typed(root: Any) -> None:
    field = next(root.iter(qn("w:fldSimple")))
    run = field.find(qn("w:r"))
    field.addprevious(copy.deepcopy(run))
    field.getparent().remove(field)


def _gone(root: Any) -> None:
    field = next(root.iter(qn("w:fldSimple")))
    field.getparent().remove(field)


def without_title_page(file: Edited) -> None:
    for properties in file.sections():
        element = properties.find(qn("w:titlePg"))
        if element is not None:
            properties.remove(element)


def in_the_foot(file: Edited) -> None:
    """Let the header with the page number be printed as a footer."""
    for properties in file.sections():
        for reference in properties.findall(qn("w:headerReference")):
            if reference.get(qn("w:type")) == "default":
                reference.tag = qn("w:footerReference")


def underlined_spaces(file: Edited) -> None:
    paragraph = file.p(MOTTO).getnext()
    paragraph.getparent().remove(paragraph)
    file.add(MOTTO, "________________________")


def swapped_columns(file: Edited) -> None:
    rows = list(file.body.iter(qn("w:tr")))[:2]
    for row in rows:
        cells = row.findall(qn("w:tc"))
        cells[1].addnext(cells[0])


def second_issuer_bold(file: Edited) -> None:
    file.look("ỦY BAN NHÂN DÂN TỈNH", bold=True)


def tab_indent(file: Edited) -> None:
    file.stand(BODY_S, first=0)
    first = file.p(BODY_S).find(qn("w:r"))
    first.insert(0, OxmlElement("w:tab"))


def annex_on_same_page(file: Edited) -> None:
    properties = file.sections()[1]
    kind = OxmlElement("w:type")
    kind.set(qn("w:val"), "continuous")
    properties.insert(0, kind)


def stranded_signature(file: Edited) -> None:
    """Note, as Word does, that the last page begins with the signature."""
    for paragraph in (file.p("Nơi nhận"), file.p("GIÁM ĐỐC", 1)):
        run = paragraph.find(qn("w:r"))
        run.insert(
            1 if run.find(qn("w:rPr")) is not None else 0, OxmlElement("w:lastRenderedPageBreak")
        )
        break


def starred(file: Edited) -> None:
    """Put a star where the line under the issuing body stands."""
    paragraph = file.p("ỦY BAN NHÂN DÂN XÃ").getnext()
    paragraph.getparent().remove(paragraph)
    file.add("ỦY BAN NHÂN DÂN XÃ", "*")


def lined(file: Edited) -> None:
    """Put a line where the star under a Party body stands."""
    line = copy.deepcopy(file.p(TITLE).getnext())
    star = file.p("*")
    star.addnext(line)
    star.getparent().remove(star)


def hyphens_for_line(file: Edited) -> None:
    subject = file.p("Thực hiện công tác")
    line = subject.getnext()
    line.getparent().remove(line)
    file.add("Thực hiện công tác", "-----")
    file.look("-----", bold=False)


def line_under_the_body_above(file: Edited) -> None:
    line = copy.deepcopy(file.p("ỦY BAN NHÂN DÂN XÃ").getnext())
    file.p("ỦY BAN NHÂN DÂN TỈNH").addnext(line)


def counted_from_five(file: Edited) -> None:
    properties = file.sections()[0]
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "5")
    properties.find(qn("w:pgMar")).addnext(numbers)


def mirrored(file: Edited) -> None:
    file.document.settings.element.insert(0, OxmlElement("w:mirrorMargins"))


def number_and_date_swapped(file: Edited) -> None:
    cells = list(file.body.iter(qn("w:tr")))[1].findall(qn("w:tc"))
    cells[1].addnext(cells[0])


def foot_swapped(file: Edited) -> None:
    cells = file.p("Nơi nhận").getparent().getparent().findall(qn("w:tc"))
    cells[1].addnext(cells[0])


def contact_in_first_foot(file: Edited) -> None:
    footer = file.document.sections[0].first_page_footer
    footer.is_linked_to_previous = False
    run = footer.paragraphs[0].add_run("Địa chỉ: 01 Trần Phú, Nha Trang; điện thoại 0258 0000000")
    run.font.name, run.font.size = "Times New Roman", Pt(10)


def chapters(first: str) -> Callable[[Edited], Any]:
    """Put a chapter with its name over the first title."""

    def apply(file: Edited) -> None:
        for text in (first, "NHỮNG QUY ĐỊNH CHUNG"):
            chapter = copy.deepcopy(file.p("KẾ HOẠCH"))
            next(chapter.iter(qn("w:t"))).text = text
            file.p("I. MỤC ĐÍCH").addprevious(chapter)

    return apply


MUTATIONS: tuple[Mutation, ...] = (
    # Paper and margins
    Mutation("A5 paper", "state", every_section(w=8391, h=11906), "page.size"),
    Mutation("Letter paper", "party", every_section(w=12240, h=15840), "page.size"),
    Mutation("left margin 2 cm", "state", section(0, left=1134), "page.margins"),
    Mutation("right margin 2 cm, Party", "party", section(0, right=1134), "page.margins"),
    Mutation("margins wrong only in section 2", "party", section(1, top=1701), "page.margins"),
    Mutation("bottom margin 3 cm in the last section", "state", section(2, bottom=1701), "page.margins"),
    Mutation("landscape without a table", "state", section(1, w=16838, h=11906, orient="landscape"), "page.landscape"),
    Mutation("mirrored margins in State", "state", mirrored, "page.mirrored"),
    # Letters
    Mutation("Arial in one paragraph", "state", look(BODY_S, font="Arial"), "font.name", "Việc tổ chức"),
    Mutation("Calibri in the title", "party", look(TITLE, font="Calibri"), "font.name", TITLE),
    Mutation("old font", "state", look("Nguyễn Văn Bình", font=".VnTime"), "font.name", "Nguyễn Văn Bình"),
    Mutation("blue words", "party", look(BODY_P, colour="0000FF"), "font.colour", "Tuyên truyền"),
    Mutation("body size 13 in Party", "party", look(BODY_P, size=13), "size.component", "Tuyên truyền"),
    Mutation("body size 12 in State", "state", look(BODY_S, size=12), "size.component", "Việc tổ chức"),
    Mutation("uneven body size", "state", look(BODY_S, size=13), "size.uneven", "Việc tổ chức"),
    Mutation("national name 14", "state", look(NATIONAL, size=14), "size.component", NATIONAL),
    Mutation("sizes of the head do not go together", "state", look("Vạn Ninh, ngày", size=13), "size.together", "Vạn Ninh, ngày"),
    Mutation("Party title 14", "party", look(TITLE, size=14), "size.component", TITLE),
    Mutation("type name 18", "party", look("HƯỚNG DẪN", size=18), "size.component", "HƯỚNG DẪN"),
    Mutation("recipients 14", "state", look("- Các thôn", size=14), "size.component", "- Các thôn;"),
    Mutation("words for recipients 13", "state", look("Nơi nhận", size=13), "size.component", "Nơi nhận:"),
    Mutation("signer name 12", "party", look("Nguyễn Văn Bình", size=12), "size.component", "Nguyễn Văn Bình"),
    Mutation("number 12", "state", look("Số: 15", size=12), "size.component", "Số: 15"),
    # Bold, italic, capitals
    Mutation("national name not bold", "state", look(NATIONAL, bold=False), "emphasis.bold", NATIONAL),
    Mutation("issuing body not bold", "party", look("BAN TUYÊN GIÁO", bold=False), "emphasis.bold", "BAN TUYÊN GIÁO"),
    Mutation("body above bold", "state", second_issuer_bold, "emphasis.bold", "ỦY BAN NHÂN DÂN TỈNH"),
    Mutation("number bold", "party", look("Số 31", bold=True), "emphasis.bold", "Số 31"),
    Mutation("date upright", "party", look("Khánh Hoà, ngày", italic=False), "emphasis.italic", "Khánh Hoà, ngày"),
    Mutation("type not bold", "state", look("KẾ HOẠCH", bold=False), "emphasis.bold", "KẾ HOẠCH"),
    Mutation("subject not bold", "state", look("Thực hiện công tác", bold=False), "emphasis.bold", "Thực hiện công tác"),
    Mutation("basis upright in State", "state", look("Căn cứ Nghị định", italic=False), "emphasis.italic", "Căn cứ Nghị định"),
    Mutation("Roman title not bold", "party", look("II- NỘI DUNG", bold=False), "emphasis.bold", "II- NỘI DUNG"),
    Mutation("signer name not bold", "state", look("Nguyễn Văn Bình", bold=False), "emphasis.bold", "Nguyễn Văn Bình"),
    Mutation("words for recipients upright", "state", look("Nơi nhận", italic=False), "emphasis.italic", "Nơi nhận:"),
    Mutation("words for recipients not underlined", "party", look("Nơi nhận", underline="none"), "emphasis.recipients-line", "Nơi nhận:"),
    Mutation("title under authority bold in Party", "party-letter", look("PHÓ TRƯỞNG BAN", bold=True), "emphasis.bold", "PHÓ TRƯỞNG BAN"),
    Mutation("title under authority light in State", "state-letter", look("PHÓ CHỦ TỊCH", bold=False), "emphasis.bold", "PHÓ CHỦ TỊCH"),
    Mutation("letter subject italic in State", "state-letter", look("V/v", italic=True), "emphasis.italic", "V/v"),
    Mutation("annex reference upright", "state", look("(Kèm theo", italic=False), "emphasis.italic", "(Kèm theo"),
    Mutation("issuing body in small letters", "state", say("ỦY BAN NHÂN DÂN XÃ", "Ủy ban nhân dân xã Vạn Ninh"), "case.upper", "Ủy ban nhân dân xã"),
    Mutation("type in small letters", "decision", say("QUYẾT ĐỊNH", "Quyết định"), "case.upper", "Quyết định"),
    Mutation("signer name in capitals", "state", say("Nguyễn Văn Bình", "NGUYỄN VĂN BÌNH"), "case.lower", "NGUYỄN VĂN BÌNH"),
    Mutation("subject in capitals", "state", say("Thực hiện công tác", "THỰC HIỆN CÔNG TÁC THÔNG TIN CƠ SỞ NĂM 2026"), "case.lower", "THỰC HIỆN CÔNG TÁC"),
    Mutation("subject begins small in State", "state", swap("Thực hiện công tác", "Thực", "thực"), "case.subject-start", "thực hiện công tác"),
    Mutation("subject begins with a capital in Party", "party", swap("tuyên truyền công tác", "tuyên", "Tuyên"), "case.subject-start", "Tuyên truyền công tác"),
    Mutation("Roman title in small letters in State", "state", say("II. NỘI DUNG", "II. Nội dung"), "case.upper", "II. Nội dung"),
    # How paragraphs stand
    Mutation("type at the left", "state", stand("KẾ HOẠCH", align="left"), "align.centre", "KẾ HOẠCH"),
    Mutation("motto at the left", "state", stand(MOTTO, align="left"), "align.centre", MOTTO),
    Mutation("signer name at the right", "party", stand("Nguyễn Văn Bình", align="right"), "align.centre", "Nguyễn Văn Bình"),
    Mutation("body not justified", "state", stand(BODY_S, align="left"), "align.justify", "Việc tổ chức"),
    Mutation("recipients centred", "party", stand("- Lãnh đạo Ban", align="center"), "align.left", "- Lãnh đạo Ban"),
    Mutation("no space between paragraphs", "party", stand("a) Kết quả", after=0), "spacing.paragraph", "a) Kết quả"),
    Mutation("space of 3 pt", "state", stand("a) Chủ trương", after=60), "spacing.paragraph", "a) Chủ trương"),
    Mutation("line spacing 1.5 in Party", "party", stand(BODY_P, line=360, rule="auto"), "spacing.line", "Tuyên truyền"),
    Mutation("line spacing exactly 16 pt in Party", "party", stand(BODY_P, line=320, rule="exact"), "spacing.line", "Tuyên truyền"),
    Mutation("line spacing double in State", "state", stand(BODY_S, line=480, rule="auto"), "spacing.line", "Việc tổ chức"),
    Mutation("line spacing exactly 14 pt in State", "state", stand(BODY_S, line=280, rule="exact"), "spacing.line", "Việc tổ chức"),
    Mutation("no first line indent", "state", stand(BODY_S, first=0), "indent.first-line", "Việc tổ chức"),
    Mutation("first line 2 cm", "party", stand(BODY_P, first=1134), "indent.first-line", "Tuyên truyền"),
    Mutation("whole paragraph indented", "state", stand(BODY_S, left=567, first=153), "indent.whole", "Việc tổ chức"),
    # Lines
    Mutation("line under the motto missing", "state", rule_under(MOTTO, drop=True), "line.title", MOTTO),
    Mutation("line under the motto too short", "state", rule_under(MOTTO, side=2000), "line.title", MOTTO),
    Mutation("line under the Party title too short", "party", rule_under(TITLE, side=1200), "line.title", TITLE),
    Mutation("line under the issuing body missing", "state", rule_under("ỦY BAN NHÂN DÂN XÃ", drop=True), "line.issuer", "ỦY BAN NHÂN DÂN XÃ"),
    Mutation("line under the issuing body too long", "state", rule_under("ỦY BAN NHÂN DÂN XÃ", side=200), "line.issuer", "ỦY BAN NHÂN DÂN XÃ"),
    Mutation("line under the subject missing", "state", rule_under("Thực hiện công tác", drop=True), "line.subject", "Thực hiện công tác"),
    Mutation("line under the subject too long", "state", rule_under("Thực hiện công tác", side=100), "line.subject", "Thực hiện công tác"),
    Mutation("dashed line under the motto", "state", rule_under(MOTTO, dash=True), "line.title", MOTTO),
    Mutation("four hyphens under the subject", "party", say("-----", "----"), "line.hyphens", "----"),
    Mutation("hyphens missing", "party", drop("-----"), "line.hyphens", "tuyên truyền công tác"),
    Mutation("motto underlined", "state", both(rule_under(MOTTO, drop=True), look(MOTTO, underline="single")), "line.underlined", MOTTO),
    Mutation("line made of underscores", "state", underlined_spaces, "line.hand-made", MOTTO),
    Mutation("line under the body above", "state", line_under_the_body_above, "line.extra", "ỦY BAN NHÂN DÂN TỈNH"),
    # Number
    Mutation("no unit in the symbol of a letter", "state-letter", swap("Số: 15", "UBND-VX", "UBND"), "number.field", "15/UBND"),
    Mutation("no colon", "state", swap("Số: 15", "Số: 15", "Số 15"), "number.colon", "Số 15/KH-UBND"),
    Mutation("colon in Party", "party", swap("Số 31", "Số 31", "Số: 31"), "number.colon", "Số: 31-HD/BTGTU"),
    Mutation("one digit", "state", swap("Số: 15", "15", "5"), "number.digits", "Số: 5/KH-UBND"),
    Mutation("one digit in Party", "party", swap("Số 31", "31", "3"), "number.digits", "Số 3-HD/BTGTU"),
    Mutation("spaces inside", "state", swap("Số: 15", "15/KH-UBND", "15/ KH - UBND"), "number.spaces", "15/ KH - UBND"),
    Mutation("Party order in State", "state", swap("Số: 15", "15/KH-UBND", "15-KH/UBND"), "regime.number", "15-KH/UBND"),
    Mutation("State order in Party", "party", swap("Số 31", "31-HD/BTGTU", "31/HD-BTGTU"), "regime.number", "31/HD-BTGTU"),
    Mutation("year in the symbol", "state", swap("Số: 15", "15/KH", "15/2026/KH"), "number.legal-act", "15/2026/KH-UBND"),
    Mutation("wrong type in the symbol", "state", swap("Số: 15", "KH", "BC"), "number.type", "15/BC-UBND"),
    Mutation("QĐi in 2026", "party", swap("Số 31", "HD", "QĐi"), "number.form", "31-QĐi/BTGTU"),
    Mutation("CV in a State letter", "state-letter", swap("Số: 15", "UBND-VX", "CV-UBND"), "number.letter", "15/CV-UBND"),
    Mutation("small letters in the symbol", "state", swap("Số: 15", "UBND", "ubnd"), "number.case", "15/KH-ubnd"),
    # Date
    Mutation("day without zero", "state", swap("Vạn Ninh, ngày", "ngày 05", "ngày 5"), "date.day", "ngày 5 tháng"),
    Mutation("month 2 without zero", "state", swap("Vạn Ninh, ngày", "tháng 02", "tháng 2"), "date.month", "tháng 2 năm"),
    Mutation("month with needless zero", "party", swap("Khánh Hoà, ngày", "tháng 10", "tháng 09"), "date.month", "tháng 09"),
    Mutation("no comma after the place", "state", swap("Vạn Ninh, ngày", "Ninh, ngày", "Ninh ngày"), "date.comma", "Vạn Ninh ngày"),
    Mutation("impossible day", "party", swap("Khánh Hoà, ngày", "ngày 05 tháng 10", "ngày 31 tháng 11"), "date.impossible", "31 tháng 11"),
    Mutation("room inside the date", "state", swap("Vạn Ninh, ngày", "tháng 02", "tháng  02"), "date.form", "Vạn Ninh"),
    Mutation("date in figures", "state", say("Vạn Ninh, ngày", "Vạn Ninh, ngày 05/02/2026"), "date.words", "05/02/2026"),
    # Mixed regimes
    Mutation("Party title in State", "state", both(rule_under(MOTTO, drop=True), drop(MOTTO), say(NATIONAL, TITLE)), "regime.title", TITLE),
    Mutation("national name in Party", "party", say(TITLE, NATIONAL), "regime.title", NATIONAL),
    Mutation("star in State", "state", starred, "regime.separator", "*"),
    Mutation("line for the star in Party", "party", lined, "regime.separator", "BAN TUYÊN GIÁO"),
    Mutation("three stars in Party", "party", say("*", "***"), "regime.separator", "***"),
    Mutation("hyphens in State", "state", hyphens_for_line, "regime.subject-line", "-----"),
    Mutation("V/v in a Party letter", "party-letter", swap("về việc", "về việc", "V/v"), "regime.letter-subject", "V/v"),
    Mutation("về việc in a State letter", "state-letter", swap("V/v", "V/v", "Về việc"), "regime.letter-subject", "Về việc"),
    Mutation("T/M in State", "state", swap("TM. ỦY BAN", "TM. ", "T/M "), "regime.authority", "T/M ỦY BAN"),
    Mutation("KT. in Party", "party-letter", swap("K/T TRƯỞNG", "K/T ", "KT. "), "regime.authority", "KT. TRƯỞNG BAN"),
    Mutation("filing as in the Party in State", "state", say("- Lưu: VT", "- Lưu Văn phòng."), "regime.filing", "- Lưu Văn phòng."),
    Mutation("filing as in the State in Party", "party", say("- Lưu Văn phòng", "- Lưu: VT, BTG."), "regime.filing", "- Lưu: VT, BTG."),
    Mutation("./. in Party", "party", swap("2. Ban Tuyên giáo Tỉnh uỷ theo", "chưa tốt.", "chưa tốt./."), "regime.end-mark", "chưa tốt./."),
    Mutation("Kính trình in a State letter", "state-letter", swap("Kính gửi", "Kính gửi", "Kính trình"), "regime.addressing", "Kính trình"),
    Mutation("Arabic annexes in State", "state", both(swap("Phụ lục I", "I", "1"), swap("Phụ lục II", "II", "2")), "regime.annex-number", "Phụ lục 1"),
    Mutation("Roman annex in Party", "party", both(swap("Phụ lục 1", "1", "I"), swap("Phụ lục 2", "2", "II")), "regime.annex-number", "Phụ lục I"),
    Mutation("contact line on page 1 in Party", "party", contact_in_first_foot, "regime.contact", "Địa chỉ"),
    # Signature
    Mutation("no dot after TM", "state", swap("TM. ỦY BAN", "TM. ", "TM "), "signature.form", "TM ỦY BAN"),
    Mutation("no space after TM.", "state", swap("TM. ỦY BAN", "TM. ", "TM."), "signature.form", "TM.ỦY BAN"),
    Mutation("degree before the name", "party", say("Nguyễn Văn Bình", "TS. Nguyễn Văn Bình"), "signature.rank", "TS. Nguyễn Văn Bình"),
    Mutation("degree before the name in State", "state", say("Nguyễn Văn Bình", "ThS. Nguyễn Văn Bình"), "signature.rank", "ThS. Nguyễn Văn Bình"),
    Mutation("deputy without KT.", "state-letter", drop("KT. CHỦ TỊCH"), "signature.deputy", "PHÓ CHỦ TỊCH"),
    Mutation("KT. for one who is no deputy", "state-letter", say("PHÓ CHỦ TỊCH", "CHỦ TỊCH"), "signature.for-head", "CHỦ TỊCH"),
    Mutation("on behalf of an office", "state", say("TM. ỦY BAN", "TM. PHÒNG VĂN HÓA"), "signature.on-behalf", "TM. PHÒNG VĂN HÓA"),
    Mutation("for a body, not its head", "party-letter", say("K/T TRƯỞNG BAN", "K/T BAN TUYÊN GIÁO"), "signature.for-whom", "K/T BAN TUYÊN GIÁO"),
    Mutation("body in the title", "state", say("CHỦ TỊCH", "CHỦ TỊCH UBND XÃ"), "signature.body-in-title", "CHỦ TỊCH UBND XÃ"),
    Mutation("name missing", "state", drop("Nguyễn Văn Bình"), "signature.name", "CHỦ TỊCH"),
    Mutation("title missing", "party", drop("TRƯỞNG BAN"), "signature.title", "Nguyễn Văn Bình"),
    # Recipients, addressees, bases
    Mutation("no colon after Nơi nhận", "state", swap("Nơi nhận", "Nơi nhận:", "Nơi nhận"), "recipients.label", "Nơi nhận"),
    Mutation("Nơi nhận in capitals", "party", swap("Nơi nhận", "Nơi nhận", "NƠI NHẬN"), "recipients.label", "NƠI NHẬN"),
    Mutation("recipients at the right", "state", foot_swapped, "recipients.place", "Nơi nhận:"),
    Mutation("no dash", "state", swap("- Các thôn", "- Các", "Các"), "recipients.dash", "Các thôn;"),
    Mutation("comma for semicolon", "party", swap("- Lãnh đạo Ban", "Ban;", "Ban,"), "recipients.end", "- Lãnh đạo Ban,"),
    Mutation("no mark at the end", "state", swap("- Các thôn", "thôn;", "thôn"), "recipients.end", "- Các thôn"),
    Mutation("no filing line", "state", drop("- Lưu: VT"), "recipients.filing", "- Các thôn;"),
    Mutation("filing line without full stop", "state", swap("- Lưu: VT", "VHXH.", "VHXH"), "recipients.filing", "- Lưu: VT, VHXH"),
    Mutation("filing line not last", "party", _does("add", "- Lưu Văn phòng", "- Các chi bộ;"), "recipients.filing-last", "- Lưu Văn phòng"),
    Mutation("no Như trên in a letter", "state-letter", drop("- Như trên"), "recipients.first", "- Ban Tuyên giáo"),
    Mutation("recipients missing", "decision", both(drop("Nơi nhận"), drop("- Như Điều"), drop("- Ủy ban nhân dân tỉnh"), drop("- Lưu: VT")), "structure.recipients"),
    Mutation("basis ends with a comma", "state", swap("Căn cứ Kế hoạch", "tỉnh;", "tỉnh,"), "bases.end", "tỉnh,"),
    Mutation("last basis ends with a semicolon", "state", swap("Theo đề nghị", "phòng.", "phòng;"), "bases.end", "Chánh Văn phòng;"),
    Mutation("dash before a basis in State", "state", swap("Căn cứ Nghị định", "Căn cứ", "- Căn cứ"), "bases.prefix", "- Căn cứ"),
    Mutation("addressee without semicolon", "state-letter", swap("- Ủy ban nhân dân các", "khu;", "khu"), "addressees.end", "đặc khu"),
    # Numbering of the body
    Mutation("gap in the points", "party", swap("c) Việc học", "c)", "d)"), "heading.order", "d) Việc học"),
    Mutation("number twice", "state", swap("2. Hình thức", "2.", "1."), "heading.order", "1. Hình thức"),
    Mutation("Roman number skipped", "state", swap("III. TỔ CHỨC", "III", "IV"), "heading.order", "IV. TỔ CHỨC"),
    Mutation("1- for 1.", "party", swap("2. Nội dung tuyên truyền phải", "2.", "2-"), "heading.mark", "2- Nội dung"),
    Mutation("a. for a)", "state", swap("b) Kế hoạch phát triển", "b)", "b."), "heading.mark", "b. Kế hoạch"),
    Mutation("I- in State", "state", swap("II. NỘI DUNG", "II.", "II-"), "heading.mark", "II- NỘI DUNG"),
    Mutation("a letter that is not Vietnamese", "party", swap("c) Việc học", "c)", "f)"), "heading.letter", "f) Việc học"),
    Mutation("chapter with an Arabic number", "state", chapters("Chương 1"), "heading.numerals", "Chương 1"),
    # Page number
    Mutation("pages counted from 5", "party", counted_from_five, "page-number.start"),
    Mutation("page number missing", "long", in_headers(_gone), "page-number.missing"),
    Mutation("page number typed", "party", in_headers(_typed), "page-number.typed", "2"),
    Mutation("page number at the left", "state", in_headers(_left), "page-number.align", "2"),
    Mutation("page number with words", "state", in_headers(_with_words), "page-number.form", "Trang"),
    Mutation("page number on page 1", "state", without_title_page, "page-number.first"),
    Mutation("page number at the foot", "party", in_the_foot, "page-number.place", "2"),
    Mutation("page number of size 11", "state", in_headers(_small), "size.component", "2"),
    Mutation("page number near the edge", "party", every_section(header=227), "page-number.distance"),
    # Annexes and the end
    Mutation("annex without reference", "state", drop("(Kèm theo"), "annex.reference", "Phụ lục I"),
    Mutation("reference with another number", "state", swap("(Kèm theo", "15/KH", "16/KH"), "annex.reference-number", "16/KH-UBND"),
    Mutation("annex that the text does not name", "party", swap("Thực hiện Chỉ thị", " (kèm theo Phụ lục 1 và Phụ lục 2)", ""), "annex.mentioned", "Phụ lục 1"),
    Mutation("annexes without numbers", "party", both(swap("Phụ lục 1", " 1", ""), swap("Phụ lục 2", " 2", "")), "annex.number", "Phụ lục"),
    Mutation("annex number twice", "state", swap("Phụ lục II", "II", "I"), "annex.number", "Phụ lục I"),
    Mutation("annex on the same page", "state", annex_on_same_page, "annex.page", "Phụ lục I"),
    Mutation("no ./.", "state", swap("2. Các thôn trưởng", "quyết./.", "quyết."), "ending.mark", "để giải quyết."),
    Mutation("no full stop in Party", "party", swap("2. Ban Tuyên giáo Tỉnh uỷ theo", "chưa tốt.", "chưa tốt"), "ending.mark", "chưa tốt"),
    Mutation("./. in the middle", "state", swap(BODY_S, "địa phương.", "địa phương./."), "ending.early", "địa phương./."),
    # What must be there
    Mutation("motto missing", "state", both(rule_under(MOTTO, drop=True), drop(MOTTO)), "structure.title", MOTTO),
    Mutation("en dash in the motto", "state", say(MOTTO, "Độc lập – Tự do – Hạnh phúc"), "structure.title-words", "Độc lập – Tự do"),
    Mutation("motto without spaces", "state", say(MOTTO, "Độc lập-Tự do-Hạnh phúc"), "structure.title-words", "Độc lập-Tự do"),
    Mutation("number missing", "party", drop("Số 31"), "structure.number"),
    Mutation("date missing", "state", drop("Vạn Ninh, ngày"), "structure.date"),
    Mutation("subject missing", "party", both(drop("tuyên truyền công tác"), drop("-----")), "structure.subject"),
    Mutation("letter without subject", "state-letter", drop("V/v"), "structure.letter-subject"),
    Mutation("issuing body missing", "party", both(drop("TỈNH UỶ"), drop("BAN TUYÊN GIÁO"), drop("*")), "structure.issuer"),
    Mutation("type missing", "party", drop("HƯỚNG DẪN"), "structure.type"),
    Mutation("signature missing", "decision", both(drop("GIÁM ĐỐC", 1), drop("Nguyễn Văn A")), "structure.signature"),
    Mutation("number at the right, date at the left", "state", number_and_date_swapped, "structure.place", "Số: 15"),
    Mutation("columns swapped", "state", swapped_columns, "structure.columns", NATIONAL),
    # Tricks
    Mutation("indent by a tab", "state", tab_indent, "trick.indent", "Việc tổ chức"),
    Mutation("centred with spaces", "party", both(stand("HƯỚNG DẪN", align="left"), swap("HƯỚNG DẪN", "HƯỚNG", "                    HƯỚNG")), "trick.centre", "HƯỚNG DẪN"),
    Mutation("squeezed letters", "party", look(BODY_P, spacing=-10), "trick.letters", "Tuyên truyền"),
    Mutation("scaled letters", "state", look(NATIONAL, scale=90), "trick.letters", NATIONAL),
    Mutation("room in the line", "state", swap(BODY_S, "tiết kiệm", "tiết          kiệm"), "trick.room", "tiết"),
    Mutation("blank line", "party", _does("blank", "a) Kết quả"), "trick.blank-lines", "các cấp;"),
    Mutation("signature alone on a page", "decision", stranded_signature, "signature.stranded", "GIÁM ĐỐC"),
)  # fmt: skip


__all__ = ["MUTATIONS", "Mutation", "text_of"]
