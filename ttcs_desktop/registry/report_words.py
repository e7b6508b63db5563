"""The words by which figures are found in foreign reports: shipped, the clerk's own over them."""

from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.model.report import ReportWords
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown


def load_report_words(*folders: Path) -> ReportWords:
    """Read the words.

    Raises:
        DataError: a file is not TOML, or a field is wrong.
    """
    laid: dict[str, Any] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, field_names(ReportWords), str(path))
        laid = merged(laid, values)
    return to_record(laid, ReportWords, where="reports")
