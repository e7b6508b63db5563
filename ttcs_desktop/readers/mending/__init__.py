"""Change a .docx that anyone wrote, and nothing in it but what was asked."""

from ttcs_desktop.readers.mending.comments import Comment, commented
from ttcs_desktop.readers.mending.mend import mended

__all__ = ["Comment", "commented", "mended"]
