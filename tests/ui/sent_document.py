"""An issued plan on its way out, and the units that it goes to."""

import dataclasses
from pathlib import Path

from sound_plan import sound_plan

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Contact
from ttcs_desktop.services.workbench import Workbench

NAME = "KH-05-DU-2026-11-24"
DRAFT = sound_plan("Thường trực Tỉnh uỷ (báo cáo)", "Sở Tư pháp", "Ban Tuyên giáo Tỉnh uỷ")


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
