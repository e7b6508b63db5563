"""Whom a document goes to (Kính gửi, Kính trình; ô 9a, 9b)."""

from ttcs_desktop.model.document import Addressees, Direction
from ttcs_desktop.model.sheet import Line, Run
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.stops import without_end
from ttcs_desktop.rules.type_names import is_letter, is_submission

_LABEL, _SINGLE, _NAME, _LAST = (
    "addressee-label",
    "addressee-single",
    "addressee",
    "addressee-last",
)


def addressee_lines(scribe: Scribe) -> tuple[Line, ...]:
    """Write the addressees: a single one on the label's line, several each on a line of its own."""
    addressees, form = scribe.document.addressees, scribe.format.recipients
    if addressees is None or not addressees.names:
        return ()
    is_submitted = _is_submitted(scribe, addressees)
    box = scribe.boxes.submitted if is_submitted else scribe.boxes.addressed
    label = form.submitted_label if is_submitted else form.addressed_label
    names = [without_end(name) for name in addressees.names]
    source = addressees.line
    if len(names) == 1 and form.single_addressee_on_label_line:
        return (Line(box, _SINGLE, (Run(f"{label} "), _in_own_dress(scribe, names[0])), source),)
    ends = [form.separator] * (len(names) - 1) + [form.last_ends]
    styles = [_NAME] * (len(names) - 1) + [_LAST]
    return (
        Line(box, _LABEL, (Run(label),), source, keep_with_next=True),
        *(
            Line(box, style, (Run(f"{form.prefix}{name}{end}"),), source)
            for style, name, end in zip(styles, names, ends, strict=True)
        ),
    )


def _is_submitted(scribe: Scribe, addressees: Addressees) -> bool:
    """Tell whether a text is submitted (Kính trình): a tờ trình is, a letter never."""
    type_name = scribe.document.type_name
    is_typed_so = addressees.direction is Direction.SUBMITTED and not is_letter(type_name)
    return is_typed_so or is_submission(type_name)


def _in_own_dress(scribe: Scribe, name: str) -> Run:
    """Dress a name that stands on the label's line as names are, where the label differs."""
    label, own = scribe.format.styles[_SINGLE], scribe.format.styles[_NAME]
    return Run(
        name,
        bold=None if own.is_bold == label.is_bold else own.is_bold,
        italic=None if own.is_italic == label.is_italic else own.is_italic,
    )
