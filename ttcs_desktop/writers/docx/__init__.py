"""The .docx itself (tệp văn bản): the format's styles, real Word structure, the draft inside."""

from ttcs_desktop.writers.docx.write import write

__all__ = ["write"]
