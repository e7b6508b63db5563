"""The screen of units, instruments, indicators and templates (màn hình danh mục)."""
