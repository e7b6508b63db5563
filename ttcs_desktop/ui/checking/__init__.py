"""Files held against the official rules (kiểm tra thể thức)."""
