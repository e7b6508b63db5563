"""How instruments are cited in running text (viện dẫn): in full first, then by type and number.

Templates are those of `CitationForm`; words between `*` are set in italics.
"""

import datetime
import re
from functools import lru_cache

from ttcs_desktop.language.dates import long_date, short_date
from ttcs_desktop.model.document import PlaceAndDate
from ttcs_desktop.model.format import CitationForm
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.text import Content, Span
from ttcs_desktop.rules.capitals import lower_start

_CHUNK = re.compile(r"([^{}]*)\{(\w+)\}([^{}\s,;]*)")
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_DOING = (
    "ban hành", "quy định", "phê duyệt", "hướng dẫn", "sửa đổi", "bãi bỏ", "thành lập",
)  # fmt: skip
"""A title that starts with one of these says itself what its issuer does."""


def full(instrument: Instrument, form: CitationForm) -> Content:
    """Return the first mention of an instrument: type, number, date, issuer and title."""
    is_law = not instrument.symbol and instrument.type_name.lower() in _LAWS
    return _filled(form.law if is_law else form.full, instrument, form.date)


def short(instrument: Instrument, form: CitationForm) -> Content:
    """Return a later mention: the short name it goes by, or type and number."""
    if instrument.short_name:
        return (Span(instrument.short_name),)
    if not instrument.symbol:
        return full(instrument, form)
    return _filled(form.short, instrument, form.date)


def is_known_to_have_ended(instrument: Instrument, written: PlaceAndDate) -> bool:
    """Tell whether an instrument had ended when a document was written."""
    return instrument.valid_to is not None and instrument.valid_to < _earliest(written)


def is_known_to_come_later(instrument: Instrument, written: PlaceAndDate) -> bool:
    """Tell whether an instrument is younger than the document that cites it."""
    return (
        instrument.date is not None and written.date is not None and instrument.date > written.date
    )


def _earliest(written: PlaceAndDate) -> datetime.date:
    """Return the earliest day on which a document can have been written."""
    if written.date:
        return written.date
    return datetime.date(written.year or datetime.MINYEAR, written.month or 1, 1)


@lru_cache(maxsize=1024)
def _filled(template: str, instrument: Instrument, date_form: str) -> Content:
    values = _values(instrument, date_form)
    text = ""
    for lead, field, tail in _CHUNK.findall(template):
        if value := values[field]:
            text += _joined(lead, field, value) + tail
    return _dressed(text.strip())


def _values(instrument: Instrument, date_form: str) -> dict[str, str]:
    day = instrument.date
    dated = "" if day is None else (short_date if date_form == "short" else long_date)(day)
    type_name = instrument.type_name
    title = instrument.title
    if title.lower().startswith(f"{type_name.lower()} ") and not instrument.symbol:
        type_name = ""
    return {
        "type": type_name,
        "symbol": instrument.symbol,
        "date": dated,
        "issuer": instrument.issuer,
        "title": title,
        "year": str(day.year) if day else "",
    }


def _joined(lead: str, field: str, value: str) -> str:
    """Join the words that lead to a value with it, in the case that the lead asks for."""
    if field != "title":
        return lead + value
    says_what_it_does = value.lower().startswith(_DOING)
    if lead.rstrip("*").endswith("“"):
        return (lead.replace("về “", "về việc “") if says_what_it_does else lead) + value
    if not lead.strip():
        return lead + value
    if says_what_it_does or value.lower().startswith("về "):
        lead = lead.removesuffix("về ")
    return lead + lower_start(value)


def _dressed(text: str) -> Content:
    pieces = text.split("*")
    return tuple(Span(piece, italic=index % 2 == 1) for index, piece in enumerate(pieces) if piece)
