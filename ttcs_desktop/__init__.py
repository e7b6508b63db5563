"""TTCS Desktop: drafts guidances, plans and reports in the official Vietnamese format."""

__version__ = "0.1.0"
