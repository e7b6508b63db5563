"""`python -m ttcs_desktop` is the command line `ttcs`."""

from ttcs_desktop.bootstrap import run_command_line

run_command_line()
