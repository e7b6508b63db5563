"""Letters on their way out: as files, through the system's mail program, through a mail server."""
