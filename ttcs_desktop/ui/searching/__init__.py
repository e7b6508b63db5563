"""Search over all documents, and the clerk's own phrases (tìm kiếm, câu mẫu)."""
