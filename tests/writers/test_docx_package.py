"""The package of a .docx: lean, the same every time, and its draft inside."""

import dataclasses
import hashlib
import io
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from writers.docx_samples import (
    DATE,
    DRAFT,
    FORMATS,
    PARTY,
    STATE,
    everything,
    find,
    line,
    paragraphs,
    parts,
    sheet,
    sheet_of,
    tree,
)

from ttcs_desktop.codec import from_json
from ttcs_desktop.model.draft import (
    DRAFT_NAMESPACE,
    FORMAT_PROPERTY,
    FORMAT_VERSION_PROPERTY,
    Draft,
)
from ttcs_desktop.model.sheet import FootnoteMark, Run
from ttcs_desktop.officialtext.fingerprint import fingerprint
from ttcs_desktop.writers.docx import write

ROOT = Path(__file__).parents[2]
_HASHES = f"""
import hashlib, sys
sys.path.insert(0, {str(ROOT / "tests")!r})
from writers.docx_samples import DRAFT, PARTY, STATE, everything
from ttcs_desktop.writers.docx import write
for form in (PARTY, STATE):
    print(hashlib.sha256(write(everything(form), form, DRAFT)).hexdigest())
"""


def _draft(document: bytes) -> etree._Element:
    return tree(document, "customXml/item1.xml")


@pytest.mark.parametrize("format_id", sorted(FORMATS))
def test_the_seed_weighs_at_most_20_kb(format_id: str) -> None:
    form = FORMATS[format_id]
    assert len(write(sheet_of("seed", format_id), form, DRAFT)) <= 20_000


def test_the_same_input_gives_the_same_bytes() -> None:
    for form in (PARTY, STATE):
        assert write(everything(form), form, DRAFT) == write(everything(form), form, DRAFT)


def test_every_process_gives_the_same_bytes() -> None:
    here = [
        hashlib.sha256(write(everything(form), form, DRAFT)).hexdigest() for form in (PARTY, STATE)
    ]
    for seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", _HASHES],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Ho_Chi_Minh"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        assert there == here


def test_threads_do_not_disturb_each_other() -> None:
    forms = [PARTY, STATE] * 10
    alone = [write(everything(form), form, DRAFT) for form in forms[:2]]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda form: write(everything(form), form, DRAFT), forms))
    assert found == alone * 10


def test_one_documents_parts_never_reach_another() -> None:
    noted = sheet(line("body", "Một", FootnoteMark(1, (Run("Chú thích."),))))
    first = write(noted, PARTY, DRAFT)
    write(sheet(line("dash", "- Hai.")), STATE)
    assert write(noted, PARTY, DRAFT) == first


def test_the_package_is_lean() -> None:
    names = set(parts(write(sheet_of("seed", "party-2026"), PARTY, DRAFT)))
    assert names == {
        "[Content_Types].xml",
        "_rels/.rels",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/header1.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }


def test_the_zip_knows_nothing_of_the_clock() -> None:
    document = write(everything(STATE), STATE, DRAFT)
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {own.date_time for own in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(package.namelist()) == len(set(package.namelist()))


def test_properties_tell_title_author_and_the_documents_own_date() -> None:
    whole = sheet_of("seed", "party-2026")
    own = docx.Document(io.BytesIO(write(whole, PARTY, DRAFT))).core_properties
    assert (own.title, own.author) == (whole.title, whole.author)
    assert own.language == "vi-VN"
    assert own.created.date() == DATE
    undated = dataclasses.replace(DRAFT, date=None)
    assert b"created" not in parts(write(whole, PARTY, undated))["docProps/core.xml"]


def test_properties_tell_the_format() -> None:
    custom = tree(write(sheet(line("body", "x")), STATE), "docProps/custom.xml")
    told = {str(own.get("name")): "".join(own.itertext()) for own in custom}
    assert told == {FORMAT_PROPERTY: "state-2020", FORMAT_VERSION_PROPERTY: STATE.version}


def test_the_draft_rides_inside() -> None:
    document = write(sheet_of("seed", "party-2026"), PARTY, DRAFT)
    item = _draft(document)
    assert item.tag == f"{{{DRAFT_NAMESPACE}}}draft"
    assert item.get("version") == "1"
    assert from_json(item.text or "", Draft, where="") == DRAFT
    relations = etree.fromstring(parts(document)["word/_rels/document.xml.rels"])
    assert "../customXml/item1.xml" in [own.get("Target") for own in relations]


def test_a_document_without_a_draft_has_no_room_for_one() -> None:
    names = parts(write(sheet_of("seed", "party-2026"), PARTY))
    assert not [name for name in names if name.startswith("customXml")]


@pytest.mark.parametrize("form", [PARTY, STATE], ids=["party", "state"])
def test_the_fingerprint_is_that_of_the_words_in_the_file(form: object) -> None:
    document = write(everything(form), form, DRAFT)  # type: ignore[arg-type]
    assert _draft(document).get("fingerprint") == fingerprint(paragraphs(document))


def test_a_changed_word_changes_the_fingerprint() -> None:
    said = paragraphs(write(sheet_of("seed", "party-2026"), PARTY))
    where = next(index for index, text in enumerate(said) if "tuyên truyền" in text)
    changed = [*said[:where], said[where].replace("tuyên", "truyền", 1), *said[where + 1 :]]
    assert fingerprint(changed) != fingerprint(said)
    assert fingerprint(said[:-2]) != fingerprint(said)
    assert fingerprint(["a b", "c"]) != fingerprint(["a", "b c"])


def test_how_words_are_spaced_does_not_change_the_fingerprint() -> None:
    said = ["Số      -HD/BTGTU", "Một\u00a0hai \u00ad ba"]
    assert fingerprint(["", " Số -HD/BTGTU ", " ", "Một hai  ba"]) == fingerprint(said)


def test_what_xml_cannot_hold_never_reaches_it() -> None:
    bad = "a\x00b\x0bc\x1bd\ud800e\ufffef\x85g & <h> ]]> ký"
    whole = dataclasses.replace(
        sheet(
            line("body", bad, FootnoteMark(1, (Run(bad),))),
            first_head=(line("circulation", bad),),
            last_foot=(line("no-media", bad),),
        ),
        title=bad,
        author=bad,
        keywords=bad,
    )
    draft = Draft(text=bad, answers={"a\udfff": [bad, {"b": bad}]}, unit="\ud83d")
    document = write(whole, PARTY, draft)
    for name in parts(document):
        tree(document, name)
    clean = "abcdefg & <h> ]]> ký"
    assert [text for text in paragraphs(document) if text] == [clean, clean]
    assert docx.Document(io.BytesIO(document)).core_properties.title == clean
    kept = from_json(_draft(document).text or "", Draft, where="")
    assert kept.text == bad.replace("\ud800", "")
    assert kept.answers == {"a": [kept.text, {"b": kept.text}]}


@given(st.lists(st.text(), max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_words_arrive_as_they_are(texts: list[str]) -> None:
    document = write(
        sheet(*(line("body", text) for text in texts)), PARTY, Draft(text="".join(texts))
    )
    found = [
        "".join(
            {"t": own.text or "", "br": "\n", "tab": "\t"}[str(own.tag).rpartition("}")[2]]
            for own in find(paragraph, "w:r/*")
        )
        for paragraph in find(tree(document), "//w:body/w:p")
    ]
    control = dict.fromkeys(
        [*range(9), 11, 12, 13, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF]
    )
    surrogates = dict.fromkeys(range(0xD800, 0xE000))
    wanted = [text.translate(control | surrogates) for text in texts]
    assert [text for text in found if text] == [text for text in wanted if text]
    assert _draft(document).get("fingerprint") == fingerprint(paragraphs(document))


def test_a_value_with_markup_is_only_words() -> None:
    document = write(sheet(line("body", "Sở KH&ĐT <tỉnh> </w:t></w:r> 5 * 3 {{ 1 }}")), PARTY)
    assert paragraphs(document)[0] == "Sở KH&ĐT <tỉnh> </w:t></w:r> 5 * 3 {{ 1 }}"


def test_python_docx_reads_every_word() -> None:
    document = docx.Document(io.BytesIO(write(sheet_of("seed", "party-2026"), PARTY, DRAFT)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert any("ĐẢNG CỘNG SẢN VIỆT NAM" in cell.text for cell in document.tables[0].rows[0].cells)
    assert any(text.startswith("III- TỔ CHỨC THỰC HIỆN") for text in texts)
    assert len(document.tables) == 2
