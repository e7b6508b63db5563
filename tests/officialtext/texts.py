"""Texts to read: realistic lines, odd ones, and anything at all."""

import dataclasses
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "TỈNH ỦY KHÁNH HÒA",
    "**BAN TUYÊN GIÁO**",
    "SỞ TƯ PHÁP -",
    "Số 31-HD/BTGTU",
    "Số: 12/UBND-VX",
    "Số:      /KH-UBND",
    "Số 5",
    "Khánh Hòa, ngày 05 tháng 9 năm 2016",
    "Khánh Hòa, ngày    tháng 9 năm 2026",
    "MẬT",
    "KHẨN",
    "LƯU HÀNH NỘI BỘ",
    "Dự thảo lần 2",
    "UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "HƯỚNG DẪN",
    "KẾ HOẠCH THỰC HIỆN CHỈ THỊ",
    "QUYẾT ĐỊNH",
    "CÔNG VĂN",
    "CỦA BAN THƯỜNG VỤ TỈNH ỦY",
    "V/v triển khai thực hiện",
    "Về việc triển khai",
    "**tuyên truyền thực hiện",
    "trong tình hình mới**",
    "**về công tác thông tin cơ sở**",
    "về công tác thông tin",
    "-----",
    "*",
    "Kính gửi: Sở Tư pháp",
    "Kính gửi:",
    "Kính trình: Ban Thường vụ;",
    "GIÁM ĐỐC SỞ TƯ PHÁP",
    "Căn cứ Luật Báo chí;",
    "Căn cứ Luật Báo chí.",
    "*Căn cứ Luật Xuất bản;*",
    "Theo đề nghị của Chánh Văn phòng.",
    "Thực hiện Kế hoạch số 5, Sở Tư pháp hướng dẫn như sau:",
    "QUYẾT ĐỊNH:",
    "Phần thứ nhất",
    "PHẦN I. QUY ĐỊNH CHUNG",
    "Chương I",
    "Chương II - Tổ chức",
    "Mục 1",
    "Tiểu mục 2: Tên",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi",
    "Điều 2.",
    "**Điều 3. Hiệu lực**",
    "I. MỤC ĐÍCH",
    "II- YÊU CẦU",
    "V. I. Lê-nin",
    "I- A. Bình",
    "1. Một;",
    "2- Hai",
    "**3. Ba**",
    "1.1. Bốn",
    "1.1.1 Năm",
    "a) Sáu;",
    "đ) Bảy",
    "- Tám [[ct-07-2016]]",
    "- \\Căn cứ Luật Y;",
    "+ Chín *nghiêng **đậm nghiêng***",
    "• Mười",
    "thường chữ nhỏ và dài ra",
    "Một đoạn văn **đậm *cả hai* ** và *nghiêng*.",
    "*Nghiêng[^1] hết*",
    "*nghiêng[^1] * chữ[^a]*đậm*[^1].",
    "[^1]: Chú thích *một*",
    "[^a]: Chú thích [^1] hai",
    "-> Giữa dòng <-",
    "-> GIỮA DÒNG <-",
    "-> <-",
    "| TT | Nội dung | Ghi chú |",
    "|:-:|---|--:|",
    "| 1 | a || ",
    "| ^ | ^ | b \\| c |",
    "| -- | :-: | ^",
    "||",
    "=== ngắt trang ===",
    "\\- không phải gạch",
    "\\ **đậm** mà thường",
    "\\\\",
    "\\",
    "./.",
    "kết thúc./.",
    "(Gửi kèm Chỉ thị 07).",
    "(nếu có)",
    "(\\đã ký)",
    "Nơi nhận:",
    "Nơi nhận: - Như trên;",
    "- Ban Tuyên giáo, T26, } (báo cáo)",
    "- Sở Tư pháp (phối hợp);",
    "- Sở Y } (xem)",
    "các huyện, thị ủy,",
    "- Lưu TGTU.",
    "- Lưu: VT, TH...",
    "T/M BAN THƯỜNG VỤ",
    "TM. ỦY BAN NHÂN DÂN",
    "XÃ VẠN NINH",
    "KT. CHỦ TỊCH",
    "TRƯỞNG BAN",
    "**TRƯỞNG BAN**",
    "kiêm",
    "PHÓ CHỦ TỊCH",
    "(đã ký)",
    "Hồ Văn Mừng",
    "NGUYỄN VĂN A",
    "- Như trên;\tPHÓ CHỦ TỊCH",
    "T/M SỞ TƯ PHÁP\tT/M BAN TUYÊN GIÁO",
    "Địa chỉ liên hệ: Số 01 đường Trần Phú",
    "Người soạn thảo: PL.(30)",
    "Không phổ biến trên phương tiện thông tin đại chúng",
    "Phụ lục",
    "PHỤ LỤC II {ngang}",
    "(Kèm theo Kế hoạch số 5)",
    "+++",
    "",
    "",
    "",
)
SIGNS = "*\\[]^|-+.:;,()}{=<>/ \t\n1IaAđĐXuộ“”ẞİ"

odd = st.text(st.sampled_from(SIGNS), max_size=12)
anything = st.text(max_size=12)
line = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(LINES),
    odd,
    anything,
    st.builds("{}{}".format, st.sampled_from(LINES), odd),
    st.builds("{}{}".format, odd, st.sampled_from(LINES)),
)
texts = st.lists(line, max_size=14).map("\n".join) | st.lists(line, max_size=6).map("\n\n".join)
values = st.one_of(
    st.sampled_from(LINES),
    st.lists(st.sampled_from(LINES) | odd, min_size=1, max_size=3).map(" ".join),
    st.text(st.sampled_from(SIGNS), max_size=20),
    st.text(max_size=30),
)


def without_places(record: T) -> T:
    """Return a tree that does not know where it came from: lines 0, no problems."""
    if isinstance(record, tuple):
        return tuple(without_places(item) for item in record)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(record) or isinstance(record, type):
        return record
    changes = {
        field.name: 0
        if field.name in {"line", "subject_line"}
        else ()
        if field.name == "problems"
        else without_places(getattr(record, field.name))
        for field in dataclasses.fields(record)
    }
    return dataclasses.replace(record, **changes)
