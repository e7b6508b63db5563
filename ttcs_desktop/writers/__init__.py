"""From a sheet and its format to bytes: .docx, PDF, text."""
