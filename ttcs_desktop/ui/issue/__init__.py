"""Issuing what is being written (ban hành)."""
