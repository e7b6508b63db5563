"""The real pages, live beside the text (trang văn bản)."""
