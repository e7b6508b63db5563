"""The slip that goes with a document to be signed: what ships, the clerk's own over it."""

from pathlib import Path
from typing import Any

from ttcs_desktop.codec import to_record
from ttcs_desktop.model.hand_off import SlipTemplate
from ttcs_desktop.registry.blanks import refuse_unknown_blanks
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown

BLANKS = frozenset({"title", "number", "date", "signer", "signing", "recipients", "pages", "files"})


def load_slip(*folders: Path) -> SlipTemplate:
    """Read the slip (phiếu trình ký).

    Raises:
        DataError: a file is not TOML, a field is wrong, or a blank is unknown.
    """
    laid: dict[str, Any] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, field_names(SlipTemplate), str(path))
        laid |= values
    slip = to_record(laid, SlipTemplate, where="handoff")
    refuse_unknown_blanks(slip.subject + slip.submitted_to + slip.text, BLANKS, "handoff")
    return slip
