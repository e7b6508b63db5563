"""Faults of language and content, planted one at a time into documents that are right."""

import unicodedata
from collections.abc import Callable
from typing import Any

from checking.editing import Edited
from checking.mutations import Mutation, say, swap

P, S = "1. Tuyên truyền sâu rộng", "2. Việc tổ chức thực hiện"
ENDS = {P: "đặc khu.", S: "địa phương."}


def party(name: str, sentence: str, rule: str, words: str = "") -> Mutation:
    """Plant a sentence at the end of a paragraph of a Party guidance of 05/10/2026."""
    return Mutation(name, "party", _with(P, sentence), rule, words)


def state(name: str, sentence: str, rule: str, words: str = "") -> Mutation:
    """Plant a sentence at the end of a paragraph of a State plan of 05/02/2026."""
    return Mutation(name, "state", _with(S, sentence), rule, words)


def _with(start: str, sentence: str) -> Callable[[Edited], Any]:
    return swap(start, ENDS[start], f"{ENDS[start]} {sentence}")


def _old(text: str, font: str) -> Callable[[Edited], Any]:
    def change(file: Edited) -> None:
        file.say(S, text)
        file.look(text[:6], font=font)

    return change


def _decomposed(file: Edited) -> None:
    file.swap(S, "thiết thực", unicodedata.normalize("NFD", "thiết thực"))


ALLOWED = {"language.old-encoding": {"font.name"}}
"""What one fault breaks besides: words in an old encoding stand in an old font."""

CONTENT_MUTATIONS = (
    # letters
    Mutation(
        "TCVN3 in .VnTime",
        "state",
        _old("2. ViÖc tæ chøc thùc hiÖn ph¶i thiÕt thùc, tiÕt kiÖm.", ".VnTime"),
        "language.old-encoding",
    ),
    Mutation(
        "VNI in VNI-Times",
        "state",
        _old("2. Vieäc toå chöùc thöïc hieän phaûi thieát thöïc.", "VNI-Times"),
        "language.old-encoding",
    ),
    Mutation(
        "TCVN3 in the right font",
        "state",
        say(S, "2. ViÖc tæ chøc thùc hiÖn ph¶i thiÕt thùc, tiÕt kiÖm."),
        "language.old-encoding",
    ),
    Mutation("decomposed letters", "state", _decomposed, "language.loose-marks"),
    state("stroked eth for đ", "Các Ðoàn thể phối hợp.", "language.look-alike", "Ðoàn"),
    state("Cyrillic a", "Cơ quаn phối hợp.", "language.look-alike", "quаn"),
    state("full-width bracket", "Các thôn （khu） phối hợp.", "language.look-alike"),
    state("zero width space", "Các thôn phối\u200b hợp.", "language.unseen"),
    state("soft hyphen", "Các thôn phối hợp chặt\u00ad chẽ.", "language.unseen"),
    state("stray mark", "Các thôn phối hợp \u0301 chặt chẽ.", "language.stray-mark"),
    # spelling
    state("no Vietnamese syllable", "Các ngghành phối hợp.", "language.spelling", "ngghành"),
    state(
        "tone that no stopped syllable has",
        "Các thôn phối họp, chăm sòc cây xanh và tiệp cặn dân.",
        "language.spelling",
        "sòc",
    ),
    state("confused word", "Các thôn đã sát nhập phối hợp.", "language.confused", "sát nhập"),
    party("another confused word", "Bổ xung kinh phí.", "language.confused", "Bổ xung"),
    # room and marks
    state("double space", "Các thôn  phối hợp.", "spacing.double"),
    party("three spaces", "Các chi bộ   phối hợp.", "spacing.double"),
    state("space before comma", "Các thôn , các tổ phối hợp.", "spacing.before-mark"),
    state("space before full stop", "Các thôn phối hợp .", "spacing.before-mark"),
    party("space before semicolon", "Các chi bộ ; các tổ phối hợp.", "spacing.before-mark"),
    state("no space after comma", "Các thôn,các tổ phối hợp.", "spacing.after-mark"),
    state("no space after semicolon", "Các thôn;các tổ phối hợp.", "spacing.after-mark"),
    party("no space after colon", "Gồm:các chi bộ.", "spacing.after-mark"),
    state("no space after full stop", "Các thôn phối hợp.Các tổ báo cáo.", "spacing.after-mark"),
    state("room inside brackets", "Các thôn ( gồm tổ dân phố) phối hợp.", "spacing.brackets"),
    state("no room before brackets", "Các thôn(gồm tổ dân phố) phối hợp.", "spacing.brackets"),
    party(
        "room inside quotes",
        "Phong trào “ Người tốt” lan tỏa.".replace("tỏa", "toả"),
        "spacing.brackets",
    ),
    state("bracket left open", "Các thôn (gồm tổ dân phố phối hợp.", "spacing.unpaired", "("),
    state("bracket never opened", "Các thôn gồm tổ dân phố) phối hợp.", "spacing.unpaired", ")"),
    party("quote left open", "Phong trào “Người tốt, việc tốt lan rộng.", "spacing.unpaired"),
    state("straight quotes", 'Phong trào "Người tốt, việc tốt" lan rộng.', "spacing.quotes"),
    state("two commas", "Các thôn,, các tổ phối hợp.", "spacing.repeated-mark"),
    party("two full stops", "Các chi bộ phối hợp..", "spacing.repeated-mark"),
    state("comma and full stop", "Các thôn phối hợp,. Các tổ báo cáo.", "spacing.repeated-mark"),
    state("doubled word", "Kinh phí của của các thôn.", "spacing.doubled-word", "của của"),
    # tone marks
    party("old tone mark in a Party text", "Các chi ủy phối hợp.", "language.tone-marks", "ủy"),
    state("new tone mark in a State text", "Nhà văn hoá phối hợp.", "language.tone-marks", "hoá"),
    # capitals
    state("sentence with a small letter", "các thôn phối hợp.", "capitals.sentence"),
    Mutation(
        "paragraph with a small letter",
        "state",
        swap("- Phát thanh trên", "Phát", "phát"),
        "capitals.new-line",
    ),
    state(
        "Thủ đô in small letters",
        "Học tập kinh nghiệm của thủ đô Hà Nội.",
        "capitals.names",
        "thủ đô Hà Nội",
    ),
    state(
        "name of a ministry", "Theo hướng dẫn của Bộ tài chính.", "capitals.names", "Bộ tài chính"
    ),
    state("name of a department", "Phối hợp với Sở Khoa Học và Công Nghệ.", "capitals.names"),
    party(
        "name of a Party body", "Theo kết luận của Bộ chính trị.", "capitals.names", "Bộ chính trị"
    ),
    state("name of the Party", "Theo đường lối của Đảng cộng sản Việt Nam.", "capitals.names"),
    state("region", "Các tỉnh Đông nam bộ.", "capitals.names"),
    state("festival", "Vui tết Nguyên Đán.", "capitals.names"),
    state("event", "Kỷ niệm Cách Mạng Tháng Tám.", "capitals.names"),
    state(
        "article in small letters", "Thực hiện theo điều 5 của quy chế.", "capitals.words", "điều"
    ),
    state(
        "Khoản in capitals", "Thực hiện theo Khoản 2 Điều 5 của quy chế.", "capitals.words", "Khoản"
    ),
    state(
        "type with number in small letters",
        "Thực hiện theo nghị định số 49/2024/NĐ-CP.",
        "capitals.words",
        "nghị định",
    ),
    state("ward with a number", "Nhân dân phường 5 tham gia.", "capitals.words", "phường"),
    state(
        "weekday in small letters", "Phát thanh vào thứ hai hằng tuần.", "capitals.words", "thứ hai"
    ),
    state("year of the moon", "Mừng xuân năm Bính ngọ.", "capitals.words", "Bính ngọ"),
    state("transcribed name", "Đọc tác phẩm của Lê-Nin.", "capitals.words", "Lê-Nin"),
    # dates
    state("impossible date", "Hoàn thành trước ngày 31/4/2026.", "dates.impossible", "31/4/2026"),
    state("day without zero", "Hội nghị tổ chức ngày 5 tháng 3 năm 2026.", "dates.zeros"),
    state("month with zero too much", "Hội nghị tổ chức ngày 05 tháng 09 năm 2026.", "dates.zeros"),
    party("short date with zero too much", "Hội nghị tổ chức ngày 12/09/2026.", "dates.zeros"),
    Mutation(
        "deadline before the document",
        "state",
        swap("1. Phòng Văn hóa", "15/12/2026", "15/12/2025"),
        "dates.overdue",
        "15/12/2025",
    ),
    Mutation(
        "deadline of another year in a guidance",
        "party",
        swap("1. Các đảng uỷ trực thuộc", "15/12/2026", "15/12/2024"),
        "dates.overdue",
    ),
    state("wrong weekday", "Hội nghị tổ chức thứ Hai, ngày 17/3/2026.", "dates.weekday"),
    state("deadline on a Sunday", "Báo cáo trước ngày 15/3/2026.", "dates.weekend"),
    state(
        "span that ends before it begins",
        "Tổ chức từ ngày 20/5/2026 đến ngày 15/5/2026.",
        "dates.reversed",
    ),
    Mutation(
        "year of the subject",
        "state",
        swap("Thực hiện công tác thông tin cơ sở năm", "2026", "2024"),
        "dates.subject-year",
    ),
    # citations
    party("blank number", "Thực hiện Kế hoạch số    -KH/ĐU của Đảng uỷ.", "citations.blank-number"),
    party(
        "instrument nobody knows",
        "Thực hiện Kế hoạch số 999-KH/TU, ngày 03/4/2026 của Tỉnh uỷ.",
        "citations.not-listed",
    ),
    state(
        "ended instrument",
        "Thực hiện Quyết định số 52/2016/QĐ-TTg ngày 06 tháng 12 năm 2016 của Thủ tướng Chính phủ.",
        "citations.ended",
    ),
    party(
        "period over",
        "Thực hiện Chỉ thị số 05-CT/TU, ngày 23/12/2016 của Ban Thường vụ Tỉnh uỷ.",
        "citations.period-over",
    ),
    state(
        "instrument of another date",
        "Thực hiện Nghị định số 49/2024/NĐ-CP ngày 11 tháng 5 năm 2024 của Chính phủ.",
        "citations.other-date",
    ),
    state(
        "instrument younger than the document",
        "Thực hiện Chỉ thị số 07-CT/TW ngày 13 tháng 7 năm 2026 của Bộ Chính trị.",
        "citations.later",
    ),
    party(
        "order of another regime",
        "Thực hiện Hướng dẫn số 31/HD-BTGTW, ngày 20/4/2017 của Ban Tuyên giáo Trung ương.",
        "citations.symbol-order",
    ),
    party(
        "no comma before the date",
        "Thực hiện Hướng dẫn số 31-HD/BTGTW ngày 20/4/2017 của Ban Tuyên giáo Trung ương.",
        "citations.comma",
    ),
    Mutation(
        "comma in a State basis",
        "state",
        swap("Căn cứ Nghị định", "NĐ-CP ngày", "NĐ-CP, ngày"),
        "citations.comma",
    ),
    Mutation(
        "figures for a date in a basis",
        "state",
        swap("Căn cứ Nghị định", "10 tháng 5 năm 2024", "10/5/2024"),
        "citations.written-date",
    ),
    Mutation(
        "basis without a date",
        "state",
        swap("Căn cứ Nghị định", " ngày 10 tháng 5 năm 2024 của Chính phủ", ""),
        "citations.incomplete",
    ),
    # what the text says
    state(
        "other type left over",
        "Chương trình hành động này có hiệu lực từ ngày ký.",
        "content.type-word",
    ),
    party("other type in a guidance", "Các chi bộ thực hiện Kế hoạch này.", "content.type-word"),
    state("ended ministry", "Theo hướng dẫn của Bộ Thông tin và Truyền thông.", "content.old-name"),
    state("ended department", "Phối hợp với Sở Thông tin và Truyền thông.", "content.old-name"),
    state("district level", "Báo cáo Ủy ban nhân dân huyện.", "content.old-name"),
    party("district committee", "Các đồng chí ở Huyện uỷ Cam Lâm phối hợp.", "content.old-name"),
    state("old commune", "Nhân dân xã Suối Tân tham gia.", "content.old-name"),
    state(
        "abbreviation nobody explains",
        "Lập hồ sơ TTCĐ gửi về xã.",
        "abbreviations.unexplained",
        "TTCĐ",
    ),
    state(
        "abbreviation explained too late",
        "Lập hồ sơ TTCĐ. Truyền thanh cộng đồng (TTCĐ) phát hằng ngày.",
        "abbreviations.too-late",
        "TTCĐ",
    ),
    # figures
    state(
        "words against figures",
        "Kinh phí 15.500.000 đồng (Bằng chữ: Mười lăm triệu đồng).",
        "figures.words",
    ),
    state("share that does not come out", "Có 25/50 thôn tham gia, đạt 40%.", "figures.share"),
    state("English separators", "Kinh phí 1,250,000 đồng.", "figures.separator"),
    state("spaces for separators", "Kinh phí 1 250 000 đồng.", "figures.separator"),
    state("VNĐ", "Kinh phí 15.000.000 VNĐ.", "figures.currency"),
)
