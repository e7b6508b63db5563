"""The one place that builds the objects and hands them to each other."""

import sys
from pathlib import Path

from ttcs_desktop import i18n


def run_command_line() -> None:
    """Start `ttcs`; without a command it opens the window."""
    arguments = sys.argv[1:]
    language, arguments = _language(arguments)
    i18n.use(language)
    if not arguments:
        sys.exit(_open_window([]))
    from ttcs_desktop.cli import run

    sys.exit(run(arguments))


def run_window() -> None:
    """Start `ttcs-desktop`: the window, with the files named."""
    language, arguments = _language(sys.argv[1:])
    if language:
        i18n.use(language)
    sys.exit(_open_window([Path(name) for name in arguments]))


def _language(arguments: list[str]) -> tuple[str, list[str]]:
    """Take `--lang en` out of the arguments: it must be known before any sentence is said."""
    if "--lang" in arguments:
        at = arguments.index("--lang")
        return "".join(arguments[at + 1 : at + 2]), arguments[:at] + arguments[at + 2 :]
    joined = [word for word in arguments if word.startswith("--lang=")]
    rest = [word for word in arguments if not word.startswith("--lang=")]
    return (joined[-1].partition("=")[2] if joined else ""), rest


def _open_window(paths: list[Path]) -> int:
    from ttcs_desktop.services.settings import load_settings
    from ttcs_desktop.services.workbench import Workbench
    from ttcs_desktop.ui.application import run

    settings = load_settings()
    i18n.use(i18n.language() if i18n.language() != "vi" else settings.language)
    return run(Workbench(), paths)
