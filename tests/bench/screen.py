"""A real X screen for what is measured in a window: the one at hand, or one that nobody sees."""

import json
import os
import shutil
import subprocess
import sys
from typing import Any

SCREEN = "-screen 0 1366x768x24"


def in_a_window(module: str, *arguments: str, env: dict[str, str] | None = None) -> dict[str, Any]:
    """Run a module of the bench on a screen, and return what it prints as JSON."""
    command = [sys.executable, "-m", module, *arguments]
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        assert shutil.which("xvfb-run"), "Xvfb is not installed: see .ci/system-packages"
        command = ["xvfb-run", "-a", "-s", SCREEN, *command]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | (env or {})
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
