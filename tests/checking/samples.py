# ruff: noqa: E501  a paragraph a line
"""Small documents of every kind, whole and right, in which one fault at a time is planted."""

import datetime
from functools import cache

from checking.documents import completed, golden_docx, library, source_of, written

from ttcs_desktop.officialtext.parse import parse

LONG = (
    "Tuyên truyền sâu rộng, nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về vị trí, vai trò"
    " của công tác thông tin cơ sở; phát huy hệ thống truyền thanh ở xã, phường, đặc khu."
)
PARTY_TEXT = f"""
HƯỚNG DẪN

**tuyên truyền công tác thông tin cơ sở năm 2026**

Thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư về đẩy mạnh công tác thông tin cơ sở, Ban Tuyên giáo Tỉnh uỷ hướng dẫn như sau (kèm theo Phụ lục 1 và Phụ lục 2):

I- MỤC ĐÍCH, YÊU CẦU

1. {LONG}

2. Nội dung tuyên truyền phải ngắn gọn, dễ hiểu, sát với từng địa bàn; lồng ghép với việc thực hiện nhiệm vụ chính trị của địa phương, cơ quan, đơn vị.

II- NỘI DUNG

1. Nội dung tuyên truyền

a) Kết quả thực hiện nghị quyết đại hội đảng bộ các cấp;

b) Gương người tốt, việc tốt;

c) Việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.

2. Hình thức tuyên truyền

- Trên hệ thống truyền thanh cơ sở.

- Tại hội nghị, sinh hoạt chi bộ.

III- TỔ CHỨC THỰC HIỆN

1. Các đảng uỷ trực thuộc Tỉnh uỷ cụ thể hoá hướng dẫn này, báo cáo kết quả về Ban Tuyên giáo Tỉnh uỷ trước ngày 15/12/2026 để tổng hợp, báo cáo Thường trực Tỉnh uỷ.

2. Ban Tuyên giáo Tỉnh uỷ theo dõi, đôn đốc, kiểm tra việc thực hiện hướng dẫn này; sơ kết, tổng kết, kịp thời biểu dương những nơi làm tốt, nhắc nhở những nơi làm chưa tốt.

TRƯỞNG BAN

Nơi nhận:
- Thường trực Tỉnh uỷ;
- Các đảng uỷ trực thuộc Tỉnh uỷ;
- Lãnh đạo Ban;
- Lưu Văn phòng Ban.

Nguyễn Văn Bình

Phụ lục 1

**DANH MỤC TÀI LIỆU TUYÊN TRUYỀN**

1. Tài liệu hỏi đáp về công tác thông tin cơ sở, phát đến từng chi bộ.

2. Tập gấp về gương người tốt, việc tốt.

Phụ lục 2

**LỊCH PHÁT THANH**

1. Buổi sáng phát từ 5 giờ 30 đến 6 giờ.

2. Buổi chiều phát từ 17 giờ đến 17 giờ 30.
"""
STATE_TEXT = f"""
KẾ HOẠCH

**thực hiện công tác thông tin cơ sở năm 2026**

Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ;
Căn cứ Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh;
Theo đề nghị của Chánh Văn phòng.

I. MỤC ĐÍCH, YÊU CẦU

1. {LONG}

2. Việc tổ chức thực hiện phải thiết thực, tiết kiệm, đúng tiến độ; phân công rõ trách nhiệm, rõ thời gian và gắn với nhiệm vụ của từng cơ quan, đơn vị, địa phương.

II. NỘI DUNG

1. Nội dung thông tin

a) Chủ trương của Đảng, chính sách, pháp luật của Nhà nước;

b) Kế hoạch phát triển kinh tế - xã hội của địa phương;

c) Kỹ năng phòng, chống thiên tai, dịch bệnh.

2. Hình thức thông tin

- Phát thanh trên đài truyền thanh cấp xã.

- Niêm yết tại trụ sở, nhà văn hóa.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội chủ trì, phối hợp với các đơn vị thực hiện Kế hoạch này (chi tiết tại Phụ lục I, Phụ lục II); tổng hợp, báo cáo Ủy ban nhân dân xã trước ngày 15/12/2026.

2. Các thôn trưởng thông báo rộng rãi để Nhân dân biết và tham gia giám sát việc thực hiện Kế hoạch, kịp thời phản ánh khó khăn, vướng mắc về Ủy ban nhân dân xã để giải quyết.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nơi nhận:
- Ủy ban nhân dân tỉnh;
- Thường trực Đảng ủy;
- Các thôn;
- Lưu: VT, VHXH.

Nguyễn Văn Bình

Phụ lục I

**PHÂN CÔNG NHIỆM VỤ**

1. Phòng Văn hóa - Xã hội biên tập nội dung phát thanh hằng tuần.

2. Văn phòng bố trí kinh phí.

Phụ lục II

**TIẾN ĐỘ THỰC HIỆN**

1. Quý I hoàn thành việc sửa chữa các cụm loa.

2. Quý II tổ chức tập huấn.
"""
PARTY_FACTS = {
    "parent": "TỈNH UỶ KHÁNH HOÀ",
    "issuers": ["BAN TUYÊN GIÁO"],
    "symbol": "BTGTU",
    "name": "Ban Tuyên giáo Tỉnh uỷ",
    "place": "Khánh Hoà",
    "number": "31",
    "date": datetime.date(2026, 10, 5),
}
STATE_FACTS = {
    "parent": "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
    "issuers": ["ỦY BAN NHÂN DÂN XÃ VẠN NINH"],
    "symbol": "UBND",
    "name": "Ủy ban nhân dân xã Vạn Ninh",
    "place": "Vạn Ninh",
    "number": "15",
    "date": datetime.date(2026, 2, 5),
}
LETTER = source_of("letter-state").replace("d) Khó khăn", "c) Khó khăn")


@cache
def party() -> bytes:
    """Return a guidance of a Party body with two annexes."""
    return written(completed(parse(PARTY_TEXT), PARTY_FACTS), library().formats["party-2026"])


@cache
def state() -> bytes:
    """Return a plan of a commune with legal bases and two annexes."""
    return written(completed(parse(STATE_TEXT), STATE_FACTS), library().formats["state-2020"])


@cache
def party_letter() -> bytes:
    facts = PARTY_FACTS | {
        "signer": {"lines": ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], "name": "Nguyễn Văn A"}
    }
    text = LETTER.replace("- Lưu: VT, TTBCXB.", "- Lưu Văn phòng Ban.")
    return written(completed(parse(text), facts), library().formats["party-2026"])


@cache
def state_letter() -> bytes:
    facts = STATE_FACTS | {
        "field": "VX",
        "signer": {
            "lines": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "name": "Nguyễn Văn A",
        },
    }
    return written(completed(parse(LETTER), facts), library().formats["state-2020"])


@cache
def decision() -> bytes:
    """Return a decision of a department, with articles."""
    facts = STATE_FACTS | {
        "issuers": ["SỞ TƯ PHÁP"],
        "symbol": "STP",
        "name": "Sở Tư pháp",
        "place": "Khánh Hòa",
        "enacting_authority": "Giám đốc Sở Tư pháp",
        "signer": {"lines": ["GIÁM ĐỐC"], "name": "Nguyễn Văn A"},
    }
    text = source_of("decision-state")
    return written(completed(parse(text), facts), library().formats["state-2020"])


@cache
def long() -> bytes:
    """Return a guidance of several pages."""
    return golden_docx("seed-party-2026")


SAMPLES = {
    "long": long,
    "party": party,
    "state": state,
    "party-letter": party_letter,
    "state-letter": state_letter,
    "decision": decision,
}
