"""What letters are written from: templates, limits, known recipients (mẫu thư, nơi nhận thư)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.model.mail import KnownRecipient, MailDesk, MailLimits, MailTemplate
from ttcs_desktop.registry.blanks import refuse_unknown_blanks
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown

BLANKS = frozenset({"recipient", "title", "number", "date", "numbered", "unit", "sender", "files"})
"""What a template may leave blank."""
_TABLES = ("limits", "template", "recipient")


def load_mail_desk(*folders: Path) -> MailDesk:
    """Read the files of the folders; a later folder lies over an earlier one.

    Recipients of a later folder are looked at first.

    Raises:
        DataError: a file is not TOML, a field is wrong, or a template has a blank that is unknown.
    """
    limits: dict[str, Any] = {}
    templates: dict[str, Any] = {}
    recipients: list[KnownRecipient] = []
    for path, values in data_files(folders):
        refuse_unknown(values, _TABLES, str(path))
        limits |= values.get("limits", {})
        templates = merged(templates, values.get("template", {}))
        recipients = [*_recipients(values, str(path)), *recipients]
    refuse_unknown(limits, field_names(MailLimits), "limits")
    return MailDesk(
        {name: _template(name, own) for name, own in templates.items()},
        to_record(limits, MailLimits, where="limits"),
        tuple(recipients),
    )


def _recipients(values: Mapping[str, Any], where: str) -> list[KnownRecipient]:
    listed = values.get("recipient", [])
    for number, table in enumerate(listed, start=1):
        refuse_unknown(table, field_names(KnownRecipient), f"{where}: recipient {number}")
    return to_record(listed, list[KnownRecipient], where=f"{where}: recipient")


def _template(name: str, table: Mapping[str, Any]) -> MailTemplate:
    where = f"template.{name}"
    refuse_unknown(table, field_names(MailTemplate) - {"id"}, where)
    template = to_record({**table, "id": name}, MailTemplate, where=where)
    refuse_unknown_blanks(template.subject + template.body, BLANKS, where)
    return template
