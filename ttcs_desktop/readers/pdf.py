"""What a PDF says of itself: title, keywords, the words of its first pages (thông tin tệp PDF)."""

import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass

PAGES_READ = 2
"""Number and symbol stand on the first page; a cover may stand before it."""
PAGES_SEARCHED = 300


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What is known of a PDF; a scan has no words."""

    title: str = ""
    keywords: str = ""
    words: str = ""
    pages: int = 0


def read_facts(data: bytes) -> PdfFacts:
    """Return what a PDF says of itself; nothing where it cannot be read."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        told: Mapping[str, object] = reader.metadata or {}
        words = " ".join(page.extract_text() for page in reader.pages[:PAGES_READ])
        return PdfFacts(
            str(told.get("/Title", "")), str(told.get("/Keywords", "")), words, len(reader.pages)
        )
    # The library raises whatever a damaged file leads it into.
    except Exception:
        return PdfFacts()


def read_words(data: bytes) -> str:
    """Return the words of a PDF, page below page; "" for a scan or what cannot be read."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        return "\n".join(page.extract_text() for page in reader.pages[:PAGES_SEARCHED])
    # The library raises whatever a damaged file leads it into.
    except Exception:
        return ""
