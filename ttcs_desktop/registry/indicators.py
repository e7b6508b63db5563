"""Indicators by id: what ships, with the clerk's own laid over it (chỉ tiêu)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.indicator import Indicator, IndicatorKind
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown

FIELDS = field_names(Indicator) - {"id"}


def load_indicators(*folders: Path) -> Mapping[str, Indicator]:
    """Read every indicator file; a later folder lies over an earlier one, field by field.

    Raises:
        DataError: a file is not TOML, a field is wrong, or a ratio has not two known parts.
    """
    laid: dict[str, dict[str, Any]] = {}
    homes: dict[str, Path] = {}
    for path, values in data_files(folders):
        tables = to_record(values, dict[str, dict[str, Any]], where=str(path))
        homes.update(dict.fromkeys(tables, path))
        laid = merged(laid, tables)
    indicators = {
        key: _indicator(key, table, f"{homes[key]}: {key}") for key, table in laid.items()
    }
    for key, indicator in indicators.items():
        _look_at_parts(indicator, indicators, f"{homes[key]}: {key}")
    return indicators


def _indicator(indicator_id: str, table: Mapping[str, Any], where: str) -> Indicator:
    refuse_unknown(table, FIELDS, where)
    return to_record({"id": indicator_id, **table}, Indicator, where=where)


def _look_at_parts(indicator: Indicator, known: Mapping[str, Indicator], where: str) -> None:
    is_whole = len(indicator.parts) == 2 and all(part in known for part in indicator.parts)
    if indicator.kind is IndicatorKind.RATIO and not is_whole:
        raise DataError(
            _("Chỉ tiêu tỷ lệ phải có đúng hai phần: tử số và mẫu số."),
            where=where,
            remedy=_('Ghi parts = ["mã tử số", "mã mẫu số"], đều là mã chỉ tiêu đã có.'),
        )
