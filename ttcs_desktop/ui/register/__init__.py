"""The screen of the numbers given to outgoing documents (sổ văn bản đi)."""
