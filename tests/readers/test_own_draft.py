"""The draft that rides inside a .docx of ours comes back, whatever was done to the file."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from judges import libreoffice_resave
from readers.docx_made import unzipped, without_draft, zipped

from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import DRAFT_NAMESPACE, Draft
from ttcs_desktop.model.unit import Habits
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources
from ttcs_desktop.readers.docx import read
from ttcs_desktop.registry.formats import load_formats
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.writers.docx import write

TEXT = """KẾ HOẠCH

**tuyên truyền năm 2026**

I. MỤC ĐÍCH

1. Nội dung thứ nhất *in nghiêng*.

| TT | Việc |
|:-:|---|
| 1 | Một |

Nơi nhận:
- Tỉnh ủy (báo cáo);
- Lưu: VT.
"""
DRAFT = Draft(
    text=TEXT,
    template="annual-plan",
    answers={"year": 2026, "tasks": ["a", "b"]},
    unit="btgtu",
    format="party-2026",
    date=datetime.date(2026, 10, 5),
    number="15",
    habits=Habits(spelling="old"),
    marks=Marks(urgency="KHẨN", contact="Số 01 đường Trần Phú"),
    made_by="TTCS Desktop 0.1",
)
Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def ours() -> bytes:
    form = load_formats(resources() / "formats")["party-2026"]
    return write(arrange(parse(TEXT), form), form, DRAFT)


def draft_part(parts: dict[str, bytes]) -> str:
    return next(
        name
        for name, part in parts.items()
        if f'xmlns="{DRAFT_NAMESPACE}"'.encode() in part or f'"{DRAFT_NAMESPACE}">'.encode() in part
        if name.endswith("item1.xml")
    )


def with_part(data: bytes, name: str, change: Change) -> bytes:
    parts = unzipped(data)
    changed = change(parts[name])
    assert changed != parts[name]
    return zipped({**parts, name: changed})


def in_body(data: bytes, old: str, new: str) -> bytes:
    return with_part(data, "word/document.xml", lambda d: d.replace(old.encode(), new.encode()))


def in_draft(data: bytes, change: Change) -> bytes:
    return with_part(data, draft_part(unzipped(data)), change)


def test_the_draft_comes_back_as_it_went_in(ours: bytes) -> None:
    found = read(ours, where="")
    assert found.draft == DRAFT
    assert found.text == TEXT
    assert not found.was_edited_outside
    assert not found.problems


def test_the_draft_is_found_whatever_its_part_is_called(ours: bytes) -> None:
    parts = unzipped(ours)
    parts["customXml/item77.xml"] = parts.pop(draft_part(parts))
    assert read(zipped(parts), where="").draft == DRAFT


def test_dress_and_spaces_may_change_without_a_word_changing(ours: bytes) -> None:
    assert not read(in_body(ours, "<w:pPr>", "<w:pPr><w:keepLines/>"), where="").was_edited_outside


def test_an_edit_elsewhere_gives_the_changed_text_and_keeps_what_else_is_known(
    ours: bytes,
) -> None:
    found = read(in_body(ours, "Nội dung thứ nhất", "Nội dung đã sửa"), where="")
    assert found.was_edited_outside
    assert "1. Nội dung đã sửa *in nghiêng*." in found.text
    assert found.draft is not None
    assert found.draft.text == found.text
    assert found.draft.is_edited
    kept = ("template", "answers", "unit", "format", "date", "number", "habits", "marks")
    assert all(getattr(found.draft, name) == getattr(DRAFT, name) for name in kept)


def test_a_word_moved_to_another_paragraph_is_an_edit(ours: bytes) -> None:
    cut = in_body(ours, "Nội dung thứ nhất", "Nội dung</w:t></w:r></w:p><w:p><w:r><w:t>thứ nhất")
    assert read(cut, where="").was_edited_outside


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(b"{", b"[", 1),
        lambda part: re.sub(rb'"text":"[^"]*"', b'"text":5', part),
        lambda part: part[: len(part) // 2],
        lambda part: part.replace(b">{", b">" + b"[" * 100_000, 1),
        lambda part: re.sub(rb">\{.*\}<", b"><", part, flags=re.DOTALL),
        lambda part: b"<!DOCTYPE a>" + part,
        lambda part: re.sub(rb'"date":"[^"]*"', b'"date":"2026-02-31"', part),
    ],
)
def test_a_draft_that_was_tampered_with_is_told_and_left_aside(ours: bytes, change: Change) -> None:
    found = read(in_draft(ours, change), where="")
    assert found.draft is None
    assert not found.was_edited_outside
    assert [problem.rule for problem in found.problems] == ["readers.broken-draft"]
    assert parse(found.text).type_name == "kế hoạch"


def test_a_changed_fingerprint_is_an_edit(ours: bytes) -> None:
    other = in_draft(ours, lambda part: re.sub(rb'fingerprint="[^"]*"', b'fingerprint="0"', part))
    assert read(other, where="").was_edited_outside


def test_without_its_draft_the_file_is_read_as_anyones(ours: bytes) -> None:
    found = read(without_draft(ours), where="")
    assert found.draft is None
    assert "1. Nội dung thứ nhất *in nghiêng*." in found.text
    assert not found.problems


@pytest.mark.libreoffice
def test_the_draft_survives_libreoffice(ours: bytes, tmp_path: Path) -> None:
    source, saved = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    saved.mkdir()
    document = source / "ke-hoach.docx"
    document.write_bytes(ours)
    found = read(libreoffice_resave(document, saved).read_bytes(), where="")
    assert found.draft == DRAFT
    assert not found.was_edited_outside
