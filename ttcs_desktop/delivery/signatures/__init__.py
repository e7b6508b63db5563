"""Digital signatures in PDF: fields prepared, signed by file or token, verified (chữ ký số)."""
