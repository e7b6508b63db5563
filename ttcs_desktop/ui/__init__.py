"""The window (Qt): asks and shows, decides nothing."""
