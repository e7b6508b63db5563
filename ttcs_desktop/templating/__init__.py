"""Template catalogue, form fields, the sandboxed Jinja environment."""
