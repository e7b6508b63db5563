"""File names made from what a document is (mẫu tên tệp)."""

import re

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.rules.secrecy import is_secret
from ttcs_desktop.services.composing import Composition

LONGEST = 80


def suggested_name(composition: Composition, pattern: str) -> str:
    """Return a file name without suffix, e.g. "HD-31-BTGTU-2026-05-27", safe on every system.

    The pattern knows `{type}`, `{number}`, `{unit}`, `{date}`, `{subject}`; the subject of a secret
    document is left out.
    """
    document = composition.document
    abbreviations = {kind.name.lower(): kind.abbreviation for kind in composition.format.types}
    name = pattern.format(
        type=abbreviations.get(document.type_name, "") or "VB",
        number=document.number.serial,
        unit=document.issuer.symbol,
        date=document.place_and_date.date or document.place_and_date.year or "",
        subject="" if is_secret(document.marks) else composition.sheet.title,
    )
    return safe_name(name)


def safe_name(name: str) -> str:
    """Return a name of plain letters, digits and hyphens that every system can keep."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", without_marks(name))
    return re.sub(r"-{2,}", "-", plain).strip("-.")[:LONGEST] or "van-ban"
