"""A plan of a commune's Party committee in which nothing is missing."""

import datetime

from ttcs_desktop.model.draft import Draft

DAY = datetime.date(2026, 11, 24)


def sound_plan(*recipients: str) -> Draft:
    """Return the plan with these lines of Nơi nhận."""
    lines = "\n".join(f"- {one};" for one in recipients)
    text = f"""KẾ HOẠCH

thông tin cơ sở năm 2027

Thực hiện Kế hoạch số 12-KH/TU, ngày 05/9/2026 của Tỉnh uỷ, Đảng uỷ xây dựng kế hoạch như sau:

I. MỤC ĐÍCH

1. Đưa thông tin về cơ sở.

Nơi nhận:
{lines}
- Lưu Văn phòng Đảng uỷ.

T/M BAN THƯỜNG VỤ

BÍ THƯ

Nguyễn Văn An
"""
    return Draft(text=text, unit="dang-uy-22480", date=DAY, number="05")
