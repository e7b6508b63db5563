"""What any .docx looks like on paper (thể thức thực tế), as Word resolves its formatting."""

from ttcs_desktop.readers.inspection.inspect import inspect

__all__ = ["inspect"]
