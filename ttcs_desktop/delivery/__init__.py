"""The outside world: printers, mail."""
