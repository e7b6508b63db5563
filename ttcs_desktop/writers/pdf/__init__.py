"""The page twin (bản PDF): the sheet typeset by Typst for the screen, the printer and the archive."""

from ttcs_desktop.writers.pdf.write import Place, Preview, preview, write

__all__ = ["Place", "Preview", "preview", "write"]
