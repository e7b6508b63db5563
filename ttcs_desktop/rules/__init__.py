"""What the formats say, as pure functions: arrange, symbols, signing, citations."""
