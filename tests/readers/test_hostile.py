"""Nothing that a file can hold brings the reader down, or keeps it busy for long."""

import random
import re
import resource
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.docx_made import (
    BOLD,
    BREAK,
    CENTRE,
    cell,
    docx,
    p,
    placed,
    r,
    row,
    ruled,
    text,
    unzipped,
    zipped,
)

from ttcs_desktop.errors import SourceError
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources
from ttcs_desktop.readers.docx import read
from ttcs_desktop.readers.package import MOST_TAGS
from ttcs_desktop.registry.formats import load_formats
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.writers.docx import write

MUTATIONS = 200
LONGEST = 5.0
"""Seconds of work."""
MOST_MEMORY = 600
"""MB that reading any file may add."""
SOURCE = Path(__file__).parents[1] / "seed-guidance.txt"


@cache
def whole() -> tuple[bytes, ...]:
    """Return files with all that a file may hold: ours, and one full of Word's own things."""
    form = load_formats(resources() / "formats")["party-2026"]
    seed = (
        SOURCE.read_text(encoding="utf-8")
        + "\n\n| a | b |\n| c || \n\nPhụ lục {ngang}\n\nx[^1]\n\n[^1]: y\n"
    )
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('ô')}</w:sdtContent></w:sdt>"
    box = f"<w:r><w:pict><w:txbxContent>{p('hộp')}</w:txbxContent></w:pict></w:r>"
    listed = p("việc", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    merged = row(cell("x", '<w:gridSpan w:val="2"/>'), cell("y", '<w:vMerge w:val="restart"/>'))
    body = (
        placed(row(cell(p("SỞ TƯ PHÁP") + p("Số: 15/KH-STP")), cell(p("KHẨN"))))
        + p(r("KẾ HOẠCH", BOLD), CENTRE)
        + p(field + control + box + BREAK + f"<w:ins>{r('thêm')}</w:ins>")
        + listed * 3
        + ruled(merged, row("a", "b", cell("", "<w:vMerge/>")))
        + p("", "<w:sectPr><w:pgSz/></w:sectPr>")
    )
    styles = '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"/>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return (
        write(arrange(parse(seed), form), form),
        docx(body, styles=styles, numbering=numbering),
    )


def read_or_refused(data: bytes) -> str | None:
    """Read a file in time, and return its text; None when it is refused."""
    began = time.process_time()
    try:
        found = read(data, where="").text
    except SourceError:
        found = None
    assert time.process_time() - began < LONGEST
    return found


def flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def part_lost(data: bytes, chance: random.Random) -> bytes:
    parts = unzipped(data)
    del parts[chance.choice(list(parts))]
    return zipped(parts)


def part_spoilt(data: bytes, chance: random.Random) -> bytes:
    parts = unzipped(data)
    name = chance.choice(list(parts))
    spoil = chance.choice((flipped, cut, lambda _part, _chance: b""))
    parts[name] = spoil(parts[name], chance)
    return zipped(parts)


def tags_moved(data: bytes, chance: random.Random) -> bytes:
    """Return a file that is well formed, but whose elements stand where they should not."""
    parts = unzipped(data)
    main = parts["word/document.xml"].decode()
    pieces = re.findall(r"<w:(?:p|r|tbl|tc|tr|sdt)[ >].*?</w:(?:p|r|tbl|tc|tr|sdt)>", main)
    for _ in range(5):
        main = main.replace(chance.choice(pieces), chance.choice(pieces), 1)
    parts["word/document.xml"] = main.encode()
    return zipped(parts)


def values_changed(data: bytes, chance: random.Random) -> bytes:
    parts = unzipped(data)
    wild = ("", "-1", "9" * 30, "x", "NaN", "inf", "1e400", "0", "%1%2%9", "a", "bullet")
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        if name in parts:
            parts[name] = re.sub(
                rb'(w:\w+=)"[^"]*"',
                lambda found: (
                    found[1] + f'"{chance.choice(wild)}"'.encode()
                    if chance.random() < 0.1
                    else found[0]
                ),
                parts[name],
            )
    return zipped(parts)


WAYS = (flipped, cut, part_lost, part_spoilt, tags_moved, values_changed)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_file_spoilt_in_any_way_is_read_or_refused(way: Callable[..., bytes]) -> None:
    chance = random.Random(way.__name__)  # noqa: S311  the same every time
    texts = [
        read_or_refused(way(data, chance))
        for data in whole()
        for _ in range(MUTATIONS // len(WAYS) // len(whole()) + 1)
    ]
    assert way is cut or any(found is not None for found in texts)
    for found in texts:
        parse(found or "")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert read_or_refused(data) is None
    assert read_or_refused(b"PK\x03\x04" + data) is None


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=8))
def test_any_words_are_read_and_parsed(words: list[str]) -> None:
    body = "".join(p(r(own)) for own in words)
    try:
        typed = text(body)
    except SourceError:
        return
    parse(typed)


def numbered(words: str, count: int) -> str:
    """Return many paragraphs, each with a number of its own so that they do not pack well."""
    chance = random.Random(5)  # noqa: S311
    return "".join(p(f"{words} {chance.randrange(10**9)}") for _ in range(count))


MOST = MOST_TAGS // 9
"""Paragraphs that one file may hold."""
HUGE = {
    "paragraphs": lambda: numbered("Thực hiện Chỉ thị số 07-CT/TW", MOST),
    "points": lambda: numbered("a) việc", MOST),
    "titles": lambda: numbered("PHÓ CHỦ TỊCH", MOST),
    "annexes": lambda: p("Phụ lục I") * MOST,
    "recipients": lambda: p("Nơi nhận:") * MOST,
    "runs": lambda: p(r("ab") * (MOST // 2)),
    "dresses": lambda: p((r("ab", BOLD) + r("c ")) * (MOST // 4)),
    "breaks": lambda: p((r("V/v ab") + BREAK) * (MOST // 3)),
    "page ends": lambda: p((r("ab") + '<w:r><w:br w:type="page"/></w:r>') * (MOST // 4)),
    "open fields": lambda: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * (MOST // 2)),
    "tables": lambda: ruled(row("a")) * (MOST // 3),
    "tables without lines": lambda: placed(row("TRƯỞNG BAN", "b")) * (MOST // 6),
    "rows": lambda: ruled(row("a", "b") * (MOST // 6)),
    "cells": lambda: ruled(row(*["x"] * (MOST // 3))),
    "wide cells": lambda: ruled(row(cell("x", '<w:gridSpan w:val="999999999"/>') * 999) * 9),
    "stars": lambda: p("*" * 1_000_000),
    "brackets": lambda: p("[[" * 500_000),
    "spaces": lambda: p("a" + " " * 3_000_000 + "b"),
    "one word": lambda: p("a" * 5_000_000),
    "deep tables": lambda: "<w:tbl><w:tr><w:tc>" * 80 + p("x") + "</w:tc></w:tr></w:tbl>" * 80,
    "deep controls": lambda: "<w:sdt><w:sdtContent>" * 120 + "</w:sdtContent></w:sdt>" * 120,
    "deep changes": lambda: p("<w:ins>" * 240 + r("x") + "</w:ins>" * 240),
    "10 000 deep tables": lambda: (
        "<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000
    ),
}


REFUSED = {"10 000 deep tables"}


@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_file_is_read_in_time_and_in_bounds(kind: str) -> None:
    data = docx(HUGE[kind]())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read_or_refused(data)
    assert (found is None) == (kind in REFUSED)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < MOST_MEMORY * 1024


def test_a_document_of_forty_pages_is_read_at_once() -> None:
    long = "Tuyên truyền sâu rộng, nâng cao nhận thức của các cấp ủy đảng, chính quyền. " * 5
    items = [p(r(f"{n}. Việc ", BOLD) + r(long)) for n in range(400)]
    data = docx(placed(row(cell(p("SỞ TƯ PHÁP")), cell(p("KHẨN")))) + "".join(items))
    read(data, where="")
    times = []
    for _ in range(3):
        began = time.process_time()
        read(data, where="")
        times.append(time.process_time() - began)
    assert min(times) < 0.3
