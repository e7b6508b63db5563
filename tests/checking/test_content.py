"""Traps of language and content, and rules that need more than a word to show."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from checking.documents import check, told
from checking.editing import Edited
from checking.samples import SAMPLES

from ttcs_desktop.checking.rules.content import CONTENT
from ttcs_desktop.language.syllables import is_syllable

P, S = "1. Tuyên truyền sâu rộng", "2. Việc tổ chức thực hiện"
IDS = frozenset(rule.id for rule in CONTENT)


def edited(name: str, change: Callable[[Edited], Any]) -> bytes:
    file = Edited(SAMPLES[name]())
    change(file)
    return file.data()


def said(name: str, sentence: str) -> list[str]:
    """Return what content rules find in a sentence that is added to a right document."""
    start, end = (P, "đặc khu.") if name == "party" else (S, "địa phương.")
    before = {told(one) for one in check(SAMPLES[name]()).findings}
    data = edited(name, lambda file: file.swap(start, end, f"{end} {sentence}"))
    found = (one for one in check(data).findings if one.rule in IDS)
    return [told(one) for one in found if told(one) not in before]


@pytest.mark.parametrize("name", ["party", "state"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Gửi về địa chỉ vanphong.ubnd@khanhhoa.gov.vn để tổng hợp.",
        "Gửi thư điện tử a.b@c.vn, a,b hoặc 058.3822xxx.".replace(", a,b", ""),
        "Xem tại https://khanhhoa.gov.vn/vi/tin,tuc?id=1 và www.chinhphu.vn.",
        "Tải tệp ke-hoach.2026.docx để điền.",
        "Kinh phí 1.250,5 triệu đồng, bằng 12,5% kế hoạch.",
        "Mua loa, máy tính, tủ, bàn, v.v. theo quy định.",
        "Các đồng chí ở TP.HCM và Tp. Nha Trang tham gia.",
        "Toàn thể cán bộ quý trọng, khoan dung, thuyết phục, hoàn thành tốt.",
        "Nhà số 5/12 đường 2/4, thửa đất 12/3.",
        "Phát thanh lúc 5 giờ 30, 17h00 hằng ngày.",
        "Tỷ lệ 1:500; diện tích 12,5 km² và 30 m2.",
        "Đồng chí Nguyễn Văn Hòa, Lê Thị Thuỷ và Trần Thúy phát biểu.",
        "Nội dung gồm: a) chủ trương; b) chính sách; c) pháp luật.",
        "Nhiệm kỳ 2025 - 2030 và giai đoạn 2026-2030.",
        "Ngày Quốc khánh 2-9 và ngày Quốc tế Lao động 1-5.",
        "Từ ngày 01/3 đến ngày 15/4/2026 phát động thi đua.",
        "Phong trào “toàn dân đoàn kết , xây dựng đời sống văn hóa”.".replace(" , ", " "),
        "Bà con dần dần, luôn luôn, xa xa thấy rõ.",
        "Bộ phận một cửa và bộ tài liệu được bố trí đủ.",
        "Khi đã bàn giao, việc này do xã lo.",
    ],
)
def test_what_is_right_is_left_alone(name: str, sentence: str) -> None:
    assert said(name, sentence) == []


@pytest.mark.parametrize("name", ["party", "state", "decision"])
def test_a_right_document_has_neither_error_nor_warning(name: str) -> None:
    found = [told(one) for one in check(SAMPLES[name]()).findings if one.severity != "note"]
    assert found == []


def test_an_old_name_in_a_quotation_or_in_the_name_of_an_old_paper_stays() -> None:
    quoted = "Cuộc thi “Sở Thông tin và Truyền thông với cơ sở” đã kết thúc."
    assert said("state", quoted) == []
    paper = (
        "Thực hiện Thông tư số 02/2023/TT-BTTTT ngày 21 tháng 3 năm 2023 của Bộ Thông tin và Truyền"
        " thông quy định chế độ báo cáo."
    )
    assert not any("content.old-name" in line for line in said("state", paper))
    assert not any("chỉ có đến" in line for line in said("state", paper))


def test_an_old_name_that_is_said_to_be_old_stays() -> None:
    assert said("state", "Tiếp nhận hồ sơ của Sở Thông tin và Truyền thông trước đây.") == []


def test_an_old_name_was_right_while_it_lasted() -> None:
    def change(file: Edited) -> None:
        file.swap(S, "địa phương.", "địa phương. Phối hợp với Sở Thông tin và Truyền thông.")

    then = datetime.date(2020, 5, 4)
    found = check(edited("state", change), "state-2020", then).findings
    old = [one.place.words for one in found if one.rule == "content.old-name"]
    assert "Sở Thông tin và Truyền thông" not in old


def test_a_split_commune_is_asked_about_and_never_replaced() -> None:
    def change(file: Edited) -> None:
        file.swap(S, "địa phương.", "địa phương. Nhân dân xã Suối Tân tham gia.")

    found = [
        one for one in check(edited("state", change)).findings if one.rule == "content.old-name"
    ]
    assert [one.fix for one in found] == [None]
    assert found[0].asked.endswith("?")
    assert found[0].asked.count("xã") >= 2


def test_a_symbol_of_two_instruments_is_asked_about() -> None:
    def change(file: Edited) -> None:
        file.swap("Thực hiện Chỉ thị", ", ngày 05/9/2016 của Ban Bí thư", "")

    found = {one.rule for one in check(edited("party", change)).findings}
    assert "citations.ambiguous" in found


def test_a_paper_of_another_regime_in_its_own_grammar_is_only_a_hint() -> None:
    party = "Thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư."
    assert [line.split()[0] for line in said("state", party) if "comma" in line] == ["note"]
    state = "Thực hiện Nghị định số 49/2024/NĐ-CP ngày 10/5/2024 của Chính phủ."
    assert [line.split()[0] for line in said("party", state) if "comma" in line] == ["note"]


def test_an_instrument_named_in_full_may_be_named_shortly_after() -> None:
    assert said("party", "Việc thực hiện Chỉ thị số 07-CT/TW được theo dõi thường xuyên.") == []


TABLE = """
| Xã | Số cụm loa |
| Vạn Ninh | 12 |
| Đại Lãnh | 15 |
| Tổng cộng | {total} |
"""


def table_findings(total: int) -> set[str]:
    from checking.documents import completed, library, written
    from checking.samples import STATE_FACTS, STATE_TEXT

    from ttcs_desktop.officialtext.parse import parse

    text = STATE_TEXT.replace(
        "2. Hình thức thông tin", TABLE.format(total=total) + "\n2. Hình thức thông tin"
    )
    data = written(completed(parse(text), STATE_FACTS), library().formats["state-2020"])
    return {one.rule for one in check(data).findings}


def test_a_total_that_is_not_the_sum_is_a_hint() -> None:
    assert "figures.sum" in table_findings(28)
    assert "figures.sum" not in table_findings(27)


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuya",
        "quyết",
        "giếng",
        "thuyền",
        "yếu",
        "ngoằn",
        "ngoèo",
        "rượu",
        "khuỷu",
        "uỷ",
        "hoà",
        "quý",
        "gìn",
        "giữ",
        "xoong",
        "kiểng",
        "nghĩ",
        "ghế",
        "kẻ",
        "ngủ",
        "cá",
        "quạt",
        "khoảng",
        "hươu",
        "oẳn",
        "quỳnh",
        "huếch",
    ],
)
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "nghành",
        "ngiên",
        "gế",
        "kành",
        "cỉ",
        "sòc",
        "triễnn",
        "hướnng",
        "tiệcp",
    ],
)
def test_what_can_be_no_syllable_is_told(word: str) -> None:
    assert not is_syllable(word)
