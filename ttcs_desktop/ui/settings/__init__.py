"""The screen of the clerk's own choices (cài đặt)."""
