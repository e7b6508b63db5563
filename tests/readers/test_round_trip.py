"""What we write, and what other programs make of our words, reads back as the same document."""

import dataclasses
import datetime
import re
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from judges import SOFFICE, libreoffice_resave
from readers.docx_made import without_draft

from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import (
    Document,
    DocumentNumber,
    IssuingBody,
    Marks,
    PlaceAndDate,
)
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.sheet import Columns, Element, Line, Rule, Run, Sheet
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources
from ttcs_desktop.readers.docx import read
from ttcs_desktop.registry.formats import load_formats
from ttcs_desktop.registry.instruments import load_instruments
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.writers.docx import write

TESTS = Path(__file__).parents[1]
FORMATS = load_formats(resources() / "formats")
INSTRUMENTS = load_instruments(resources() / "instruments")
SOURCES = ("seed", "letter-state", "decision-state", "joint-party")
REGIMES = ("party-2018", "party-2026", "state-2020")
ANNEXES = """

Phụ lục I {ngang}

**DANH MỤC NHIỆM VỤ**

| TT | Nhiệm vụ || Thời gian |
| ^ | Nội dung | Đơn vị | ^ |
|:-:|---|---|-:|
| 1 | Tuyên truyền **sâu** rộng | Ban Tuyên giáo | Quý I |
| 2 | Kiểm tra *hằng năm* || Quý II |
| ^ | Báo cáo; a \\| b | Sở Tư pháp | Quý III |

Phụ lục II

**BIỂU MẪU**

1. Nội dung thứ nhất[^a].

=== ngắt trang ===

-> Dòng ở giữa trang <-

Điều 2. Trách nhiệm

a) Một \\*việc\\*.

[^a]: Ghi chú *chân* trang.
"""
ISSUERS = {
    "joint-party": ("BAN TUYÊN GIÁO TỈNH UỶ KHÁNH HOÀ", "SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH"),
}


def source(case: str) -> str:
    path = TESTS / "golden" / "sheets" / case / "source.txt"
    if case == "seed":
        return (TESTS / "seed-guidance.txt").read_text(encoding="utf-8") + ANNEXES
    return path.read_text(encoding="utf-8")


@cache
def original(case: str) -> Document:
    """Return a document complete with its letterhead, its citations in words."""
    words = re.sub(r"\[\[[\w-]+\]\]", "Nghị định số 49/2024/NĐ-CP", source(case))
    read = parse(words)
    return dataclasses.replace(
        read,
        issuer=IssuingBody("TỈNH ỦY KHÁNH HÒA", ISSUERS.get(case, ("BAN TUYÊN GIÁO",)), "BTGTU"),
        number=DocumentNumber("15"),
        place_and_date=PlaceAndDate("Khánh Hòa", datetime.date(2026, 10, 5)),
        marks=Marks(urgency="KHẨN", drafter="ABC-268") if case == "letter-state" else Marks(),
    )


def file_of(case: str, regime: str) -> bytes:
    form = FORMATS[regime]
    return write(arrange(original(case), form, INSTRUMENTS), form, Draft(text=source(case)))


def read_back(data: bytes) -> Document:
    found = read(without_draft(data), where="")
    assert found.draft is None
    assert not found.problems
    return parse(found.text)


def plain(record: Any) -> Any:
    """Return a record without lines of the source, which differ, and problems."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        kept = (f.name for f in dataclasses.fields(record) if f.name not in _PLACES)
        return type(record).__name__, {name: plain(getattr(record, name)) for name in kept}
    return tuple(map(plain, record)) if isinstance(record, tuple) else record


_PLACES = {"line", "subject_line", "source", "problems"}


def printed(sheet: Sheet) -> list[Any]:
    """Return the elements of each section; how runs are cut does not count."""
    return [[plain(_whole(element)) for element in part.elements] for part in sheet.sections]


def _whole(element: Element) -> Any:
    if isinstance(element, Line):
        return dataclasses.replace(element, runs=tuple(_joined(element.runs)))
    if isinstance(element, Rule):
        return element
    if isinstance(element, Columns):
        rows = tuple(tuple(tuple(map(_whole, cell)) for cell in row) for row in element.rows)
        return dataclasses.replace(element, rows=rows)
    return dataclasses.replace(element, header=_cells(element.header), rows=_cells(element.rows))


def _cells(rows: Any) -> Any:
    return tuple(
        tuple(dataclasses.replace(c, lines=tuple(map(_whole, c.lines))) for c in row)
        for row in rows
    )


def _joined(runs: Any) -> Iterator[Any]:
    for dress, group in groupby(runs, lambda r: (r.bold, r.italic) if isinstance(r, Run) else r):
        if isinstance(dress, tuple):
            yield Run("".join(run.text for run in group), *dress)
        else:
            yield from group


def same_pages(one: Document, other: Document, regime: str) -> None:
    """Assert that two documents are printed alike in a format."""
    form = FORMATS[regime]
    first, second = (printed(arrange(d, form, INSTRUMENTS)) for d in (one, other))
    assert first == second


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("case", SOURCES)
def test_a_file_of_ours_without_its_draft_is_the_same_document(case: str, regime: str) -> None:
    before, after = original(case), read_back(file_of(case, regime))
    for name in ("type_name", "addressees", "bases", "blocks", "closing_notes", "annexes"):
        assert plain(getattr(after, name)) == plain(getattr(before, name)), name
    assert plain(after.recipients.entries) == plain(before.recipients.entries)
    assert [s.name for s in after.signatures] == [s.name for s in before.signatures]
    assert _titles(after) == _titles(before)
    assert after.place_and_date.date == datetime.date(2026, 10, 5)
    assert after.number.serial == "15"
    assert after.marks == before.marks
    assert not after.problems
    same_pages(before, after, regime)


def _titles(document: Document) -> list[list[str]]:
    """Return the signers' titles in one spelling, for each regime has its own (uỷ, ủy)."""
    return [list(map(fold, block.positions)) for block in document.signatures]


def test_what_is_read_back_is_read_back_the_same_ever_after() -> None:
    first = read(without_draft(file_of("seed", "party-2026")), where="").text
    form = FORMATS["party-2026"]
    again = write(arrange(parse(first), form, INSTRUMENTS), form)
    assert read(again, where="").text == first


@pytest.mark.libreoffice
@pytest.mark.parametrize("regime", ["party-2026", "state-2020"])
def test_a_file_of_ours_saved_by_libreoffice_is_the_same_document(
    regime: str, tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    file = tmp_path / "seed.docx"
    file.write_bytes(without_draft(file_of("seed", regime)))
    same_pages(original("seed"), read_back(libreoffice_resave(file, saved).read_bytes()), regime)


LISTS = """<h1>KẾ HOẠCH</h1>
<p><b>tuyên truyền năm 2026</b></p>
<p>Thực hiện Chỉ thị 07, Sở xây dựng kế hoạch như sau:</p>
<ol type="I"><li>MỤC ĐÍCH<ol><li>Một việc.<ul><li>chi tiết;</li><li>thêm.</li></ul></li>
<li>Hai việc.</li></ol></li><li>NỘI DUNG</li></ol>
<table border="1"><thead><tr><th rowspan="2">TT</th><th colspan="2">Kết quả</th></tr>
<tr><th>Số</th><th>Tỷ lệ</th></tr></thead>
<tbody><tr><td>1</td><td align="right">5</td><td align="right">50%</td></tr></tbody></table>
<p>Hết.</p>"""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what LibreOffice makes of the seed and of lists and tables, typed elsewhere."""
    folder = tmp_path_factory.mktemp("foreign")
    seed = (TESTS / "seed-guidance.txt").read_text(encoding="utf-8")
    pages = {"seed": _html(seed), "lists": LISTS}
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(f"<meta charset=utf-8>{page}", encoding="utf-8")
    assert SOFFICE
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                SOFFICE,
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--infilter=HTML (StarWriter)",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(folder),
                *(str(folder / f"{name}.html") for name in pages),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return {name: (folder / f"{name}.docx").read_bytes() for name in pages}


def _html(official: str) -> str:
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", official, flags=re.DOTALL)
    text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text, flags=re.DOTALL)
    parts = re.split(r"\n\n+", text.strip())
    return "".join(f"<p>{part}</p>" for part in parts).replace("\n", "<br>")


@pytest.mark.libreoffice
def test_the_seed_typed_in_another_program_is_the_same_document(
    foreign: dict[str, bytes], seed_text: str
) -> None:
    found = read(foreign["seed"], where="")
    before, after = parse(seed_text), parse(found.text)
    assert not found.problems
    for name in (
        "type_name",
        "subject",
        "blocks",
        "closing_notes",
        "recipients",
        "signatures",
    ):
        assert plain(getattr(after, name)) == plain(getattr(before, name)), name


@pytest.mark.libreoffice
def test_lists_and_tables_of_another_program_are_ours(foreign: dict[str, bytes]) -> None:
    assert read(foreign["lists"], where="").text == (
        "KẾ HOẠCH\n\n**tuyên truyền năm 2026**\n\n"
        "Thực hiện Chỉ thị 07, Sở xây dựng kế hoạch như sau:\n\n"
        "I. MỤC ĐÍCH\n\n1. Một việc.\n\n- chi tiết;\n\n- thêm.\n\n2. Hai việc.\n\nII. NỘI DUNG\n\n"
        "| TT | Kết quả ||\n| ^ | Số | Tỷ lệ |\n|---|-:|-:|\n| 1 | 5 | 50% |\n\nHết.\n"
    )
