"""What was found, for other programs (kết quả kiểm tra dạng JSON, SARIF)."""
