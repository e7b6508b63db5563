"""Processes that race: each says that it is ready, and all go at once."""

import os
import subprocess
import sys
from collections.abc import Mapping


def race(
    racer: str, *arguments: str, environment: Mapping[str, str] | None = None
) -> list[list[str]]:
    """Run a program twice at once; return the words that each said after it was let go.

    The program prints `ready`, and goes on when it is told a line.
    """
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", racer, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | (environment or {}),
        )
        for _racer in range(2)
    ]
    for one in racers:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in racers:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    said = [one.communicate(timeout=120)[0].split() for one in racers]
    assert [one.returncode for one in racers] == [0, 0]
    return said
