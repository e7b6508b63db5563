"""An instrument as a form and back (biểu mẫu văn bản viện dẫn)."""

import datetime
from collections.abc import Mapping
from typing import Any

from ttcs_desktop.codec import to_record, to_table
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.template import Field, FieldType, Form
from ttcs_desktop.registry.labels import label
from ttcs_desktop.services.unit_fields import field
from ttcs_desktop.services.unit_forms import refuse_gaps

_NEEDED = ("type_name", "title", "issuer")
_DATES = ("date", "valid_from", "valid_to")
_LONG = ("title", "citation")


def blank_instrument() -> Instrument:
    """Return an instrument about which nothing is known yet."""
    return Instrument("", "", "", "", "")


def form() -> Form:
    """Return the questions about an instrument."""
    return Form(
        (
            field("type_name", is_required=True),
            field("symbol"),
            field("title", FieldType.PARAGRAPHS, is_required=True),
            field("issuer", is_required=True),
            field("date", FieldType.DATE),
            field("short_name"),
            field("status"),
            field("valid_from", FieldType.DATE),
            field("valid_to", FieldType.DATE),
            Field("successor", label("successor_id"), FieldType.INSTRUMENT, is_required=False),
            field("citation", FieldType.PARAGRAPHS),
            field("source"),
        )
    )


def answers_of(instrument: Instrument) -> dict[str, Any]:
    """Return what the form shows of an instrument, as JSON types."""
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else value
        for name, value in to_table(instrument).items()
        if value and name != "id"
    }


def instrument_of(instrument: Instrument, answers: Mapping[str, Any]) -> Instrument:
    """Return an instrument as the answers want it.

    Raises:
        UserError: something is still missing.
    """
    refuse_gaps(answers, _NEEDED)
    empty = {name: None if name in _DATES else "" for name in to_table(instrument)}
    table = {**empty, **answers, "id": instrument.id}
    table |= {name: " ".join(str(table[name]).split()) for name in _LONG}
    return to_record(table, Instrument, where=instrument.id)
