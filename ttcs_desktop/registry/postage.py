"""Label sheets and envelopes: what ships, the clerk's own over it (tờ nhãn, phong bì)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.postage import Area, Envelope, LabelSheet, PostagePaper
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown

_TABLES = ("label", "envelope")

P = TypeVar("P", LabelSheet, Envelope)


def load_postage(*folders: Path) -> PostagePaper:
    """Read the files of the folders; a later folder lies over an earlier one.

    Raises:
        DataError: a file is not TOML, a field is wrong, or labels reach over the edge of the paper.
    """
    laid: dict[str, Any] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, _TABLES, str(path))
        laid = merged(laid, values)
    return PostagePaper(
        _papers(laid.get("label", {}), LabelSheet, "label"),
        _papers(laid.get("envelope", {}), Envelope, "envelope"),
    )


def _papers(tables: Mapping[str, Any], record: type[P], kind: str) -> dict[str, P]:
    return {name: _paper(name, table, record, f"{kind}.{name}") for name, table in tables.items()}


def _paper(name: str, table: Mapping[str, Any], record: type[P], where: str) -> P:
    refuse_unknown(table, field_names(record) - {"id"}, where)
    paper = to_record({**table, "id": name}, record, where=where)
    if isinstance(paper, LabelSheet):
        width, height, areas = paper.paper_width, paper.paper_height, paper.places
    else:
        width, height, areas = paper.width, paper.height, (paper.sender, paper.address)
    if not areas or not all(_is_on(area, width, height) for area in areas):
        raise DataError(
            _("Chỗ ghi vượt ra ngoài mép giấy."),
            where=where,
            remedy=_("Xem lại cỡ giấy, lề và cỡ nhãn, tính bằng mm."),
        )
    return paper


def _is_on(area: Area, width: float, height: float) -> bool:
    right, bottom = area.left + area.width, area.top + area.height
    return min(area.left, area.top) >= 0 and right <= width and bottom <= height
