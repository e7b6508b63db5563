"""What ships and what the clerk added: units, instruments, formats."""
