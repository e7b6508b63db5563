"""The recipients (Nơi nhận; ô 9) and the filing line (dòng lưu)."""

import re
from functools import lru_cache

from ttcs_desktop.i18n import _
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import Recipient
from ttcs_desktop.model.format import RecipientsForm
from ttcs_desktop.model.sheet import Cell, Line, Run
from ttcs_desktop.rules.marks import drafter_mark
from ttcs_desktop.rules.measure import face_of, width
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.stops import without_end

_LABEL, _ENTRY = "recipients-label", "recipient"


def recipients_cell(scribe: Scribe) -> Cell:
    """Write the recipients with the filing line last, and the drafter's mark; () without any."""
    entries = _entries(scribe)
    filing = _filing(scribe)
    if not entries and not filing:
        return drafter_mark(scribe)
    return (
        _label(scribe),
        *_entry_lines(scribe, entries, is_last=not filing),
        *_filing_line(scribe, filing),
        *drafter_mark(scribe),
    )


def _label(scribe: Scribe) -> Line:
    """Write the label; where it is underlined, the colon is not (Hướng dẫn 05-HD/VPTW, I.9.2.1)."""
    label, source = scribe.format.recipients.label, scribe.document.recipients.line
    box = scribe.boxes.recipients
    if scribe.format.styles[_LABEL].is_underlined and label.endswith(":"):
        return Line(box, _LABEL, (Run(label[:-1]), Run(":", underline=False)), source)
    return Line(box, _LABEL, (Run(label),), source)


def _entries(scribe: Scribe) -> tuple[Recipient, ...]:
    """Return the entries; a document with addressees names them first as "Như trên"."""
    entries, first = (
        scribe.document.recipients.entries,
        scribe.format.recipients.first_when_addressed,
    )
    if not scribe.document.addressees or not first:
        return entries
    if entries and _folded(entries[0].name).startswith(_folded(first)):
        return entries
    return (Recipient(first), *entries)


def _entry_lines(scribe: Scribe, entries: tuple[Recipient, ...], *, is_last: bool) -> list[Line]:
    form, box = scribe.format.recipients, scribe.boxes.recipients
    ends = [form.separator] * len(entries)
    if is_last and ends:
        ends[-1] = form.last_ends
    has_brace = _has_brace(scribe, entries)
    lines = []
    for entry, end in zip(entries, ends, strict=True):
        name = form.prefix + without_end(entry.name)
        if not entry.purpose:
            words = name + end
        elif has_brace:
            words = f"{name}{end}\t{_braced(entry.purpose)}"
        else:
            words = f"{name} ({entry.purpose}){end}"
        lines.append(Line(box, _ENTRY, (Run(words),), entry.line))
    return lines


def _has_brace(scribe: Scribe, entries: tuple[Recipient, ...]) -> bool:
    """Tell whether purposes stand after braces at a tab stop: the format has one, and all fits."""
    stops = scribe.format.styles[_ENTRY].tab_stops
    if not stops:
        return False
    form, face = scribe.format.recipients, face_of(scribe.format, _ENTRY)
    room = scribe.format.signature.left_width
    return all(
        width(form.prefix + entry.name + form.separator, face) < stops[-1]
        and stops[-1] + width(_braced(entry.purpose), face) <= room
        for entry in entries
        if entry.purpose
    )


def _braced(purpose: str) -> str:
    return f"}} ({purpose})"


def _filing(scribe: Scribe) -> str:
    recipients, form = scribe.document.recipients, scribe.format.recipients
    if not recipients.filing and not recipients.entries and not scribe.document.addressees:
        return ""
    return without_end(recipients.filing) or form.filing_default


def _filing_line(scribe: Scribe, filing: str) -> tuple[Line, ...]:
    if not filing:
        return ()
    form, source = scribe.format.recipients, scribe.document.recipients.line
    words = _filed(scribe, filing)
    if form.filing_regex and not _compiled(form.filing_regex).fullmatch(words):
        in_office = _filed(scribe, _in_office(filing, form))
        if _compiled(form.filing_regex).fullmatch(in_office):
            words = in_office
        else:
            scribe.warn(
                "recipients.filing",
                _("Dòng lưu “{words}” chưa đúng thể thức.").format(words=words),
                line=source,
                hint=_("Ghi nơi lưu theo mẫu của thể thức, ví dụ: {example}.").format(
                    example=form.filing_template.format(filing=form.filing_default)
                ),
            )
    return (Line(scribe.boxes.recipients, _ENTRY, (Run(words),), source),)


def _in_office(filing: str, form: RecipientsForm) -> str:
    """Return where a text is filed with the office first: "VT, TH" is "Văn phòng, TH"."""
    places = [place.strip() for place in filing.lstrip(": ").split(",")]
    others = [place for place in places if place not in form.filing_replaces]
    return ", ".join([form.filing_default, *others])


def _filed(scribe: Scribe, filing: str) -> str:
    form = scribe.format.recipients
    return form.prefix + form.filing_template.format(filing=filing) + form.last_ends


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _folded(text: str) -> str:
    return fold(text).casefold()
