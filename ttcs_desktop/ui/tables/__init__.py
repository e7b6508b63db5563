"""Long lists of rows, and what would change in them (bảng)."""
