"""Findings on a draft or on any .docx."""
