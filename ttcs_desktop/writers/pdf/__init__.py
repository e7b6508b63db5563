"""The page twin (bản PDF): the sheet set by Typst for screen, printer and archive."""

from ttcs_desktop.writers.pdf.postage import write_postage
from ttcs_desktop.writers.pdf.write import (
    Place,
    Preview,
    SignatureRoom,
    preview,
    signature_rooms,
    write,
)

__all__ = [
    "Place",
    "Preview",
    "SignatureRoom",
    "preview",
    "signature_rooms",
    "write",
    "write_postage",
]
