"""Parse and print official text (văn bản nguồn): plain text as clerks type it."""
