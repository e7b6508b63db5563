"""The zip that holds the parts of a .docx, put together without the time of day.

`zipfile` serves any archive and takes longer to put so few small parts together than to press them.
Here what many documents begin with stays as it was packed once.
"""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

_ENTRY = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_PLAIN = 0
_TIME, _DAY = 0, 1 << 5 | 1
"""1 January 1980, the earliest that a zip knows; the same document must give the same bytes."""


class Archive(NamedTuple):
    """A zip as it grows: its entries, the list of them that stands at its end, how many."""

    entries: bytes = b""
    listed: bytes = b""
    parts: int = 0


def with_parts(archive: Archive, parts: Mapping[str, bytes], level: int) -> Archive:
    """Return an archive with further parts, in this order, pressed as hard as `level` says."""
    entries, listed = [archive.entries], [archive.listed]
    offset = len(archive.entries)
    for name, content in parts.items():
        press = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        pressed = press.compress(content) + press.flush()
        path = name.encode("ascii")
        known = (
            _PLAIN,
            zlib.DEFLATED,
            _TIME,
            _DAY,
            zlib.crc32(content),
            len(pressed),
            len(content),
            len(path),
        )
        entry = (_ENTRY.pack(b"PK\3\4", _VERSION, *known, 0), path, pressed)
        entries += entry
        listed += (_LISTED.pack(b"PK\1\2", _VERSION, _VERSION, *known, 0, 0, 0, 0, 0, offset), path)
        offset += sum(map(len, entry))
    return Archive(b"".join(entries), b"".join(listed), archive.parts + len(parts))


def closed(archive: Archive) -> bytes:
    """Return an archive as a whole file."""
    count, size, start = archive.parts, len(archive.listed), len(archive.entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)
    return b"".join((archive.entries, archive.listed, end))
