"""An issued plan on its way out, and the units that it goes to."""

import dataclasses
import datetime
from pathlib import Path

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Contact
from ttcs_desktop.services.workbench import Workbench

NAME = "KH-05-DU-2026-11-24"
DAY = datetime.date(2026, 11, 24)
TEXT = """KẾ HOẠCH

thông tin cơ sở năm 2027

Thực hiện Kế hoạch số 12-KH/TU, ngày 05/9/2026 của Tỉnh uỷ, Đảng uỷ xây dựng kế hoạch như sau:

I. MỤC ĐÍCH

1. Đưa thông tin về cơ sở.

Nơi nhận:
- Thường trực Tỉnh uỷ (báo cáo);
- Sở Tư pháp;
- Ban Tuyên giáo Tỉnh uỷ;
- Lưu Văn phòng Đảng uỷ.

T/M BAN THƯỜNG VỤ

BÍ THƯ

Nguyễn Văn An
"""
DRAFT = Draft(text=TEXT, unit="dang-uy-22480", date=DAY, number="05")


def give_addresses(workbench: Workbench) -> None:
    """Give two of the recipients a mailbox each."""
    units, boxes = workbench.library.units, {"so-tu-phap": "stp", "btgtu": "btg"}
    workbench.registries.save(
        dataclasses.replace(units[one], contacts=(Contact("Văn thư", f"{box}@khanhhoa.gov.vn"),))
        for one, box in boxes.items()
    )


def issued_file(workbench: Workbench, folder: Path, draft: Draft = DRAFT) -> Path:
    """Write the plan as it was issued, .docx and PDF."""
    path = folder / f"{NAME}.docx"
    workbench.export_docx(draft, path)
    workbench.export_pdf(draft, path.with_suffix(".pdf"))
    return path
