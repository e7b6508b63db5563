"""A PostgreSQL server of our own on the loopback, where one is installed."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def _as_somebody(command: list[str]) -> list[str]:
    """The server refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Return the URL of a fresh server."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = Path(tempfile.mkdtemp(prefix="ttcs-pg-", dir="/tmp"))
    place.chmod(0o777)
    data = place / "data"
    subprocess.run(
        _as_somebody([str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "van_thu",
                      "-E", "UTF8", "--no-sync"]),
        check=True, capture_output=True, cwd="/",
    )  # fmt: skip
    server = subprocess.Popen(
        _as_somebody([str(programs / "postgres"), "-D", str(data), "-h", "127.0.0.1", "-p",
                      str(port), "-k", str(place), "-c", "fsync=off"]),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
    )  # fmt: skip
    try:
        _wait_for(port)
        yield f"postgresql://van_thu@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(place, ignore_errors=True)


def _wait_for(port: int) -> None:
    for _attempt in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            time.sleep(0.3)
            return
    pytest.fail("PostgreSQL did not start")
