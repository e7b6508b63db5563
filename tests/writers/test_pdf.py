"""The page twin as a file: archive, tags, words that copy out, whatever the words are."""

import concurrent.futures
import dataclasses
import io
import subprocess
import unicodedata
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judges import page_count, set_lines
from pypdf.generic import DictionaryObject
from writers.docx_samples import (
    ALL_MARKS,
    FORMATS,
    PARTY,
    SEED_TEXT,
    STATE,
    everything,
    line,
    sheet,
    sheet_of,
    sheet_words,
)

from ttcs_desktop.model.document import Alignment
from ttcs_desktop.model.sheet import Columns, FootnoteMark, Grid, GridCell, Line, Run, Sheet
from ttcs_desktop.writers.pdf import preview, write

SEED = sheet_of("seed", "party-2026")


def _reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def _copied(pdf: bytes, folder: Path) -> str:
    """Return what a reader copies out of the pages, in the order of the file."""
    path = folder / "copied.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _without_page_numbers(text: str) -> str:
    pages = text.split("\f")
    return "".join(
        page.partition("\n")[2] if page.partition("\n")[0].strip().isdigit() else page
        for page in pages
    )


def _letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", FORMATS)
def test_words_copy_out_in_order_with_correct_vietnamese(name: str, tmp_path: Path) -> None:
    whole = sheet_of("seed", name)
    copied = _copied(write(whole, FORMATS[name]), tmp_path)
    assert copied == unicodedata.normalize("NFC", copied)
    assert _letters(_without_page_numbers(copied)) == _letters("".join(sheet_words(whole)))


def test_an_archive_says_that_it_is_pdf_a_2b() -> None:
    reader = _reader(write(SEED, PARTY, is_archival=True))
    metadata = reader.xmp_metadata
    assert metadata is not None
    raw = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in raw
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in raw
    assert metadata.dc_title == {"x-default": SEED.title}
    root = reader.trailer["/Root"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert "/Encrypt" not in reader.trailer
    assert "/ID" in reader.trailer


@pytest.mark.parametrize("is_archival", [False, True])
def test_a_file_is_tagged_and_says_its_language_and_title(*, is_archival: bool) -> None:
    reader = _reader(write(SEED, PARTY, is_archival=is_archival))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"].startswith("vi")
    assert reader.metadata is not None
    assert reader.metadata.title == SEED.title
    assert reader.metadata.author == SEED.author


def test_every_font_is_embedded_with_its_letters() -> None:
    for page in _reader(write(everything(STATE), STATE, is_archival=True)).pages:
        resources = page["/Resources"].get_object()
        for font in resources.get("/Font", DictionaryObject()).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in inner["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font.get_object()


def test_the_same_sheet_gives_the_same_bytes_whatever_was_set_before() -> None:
    first = write(SEED, PARTY), write(SEED, PARTY, is_archival=True)
    preview(everything(STATE), STATE)
    assert (write(SEED, PARTY), write(SEED, PARTY, is_archival=True)) == first


def test_many_threads_get_what_one_gets() -> None:
    wanted = {name: write(sheet_of("seed", name), FORMATS[name]) for name in FORMATS}
    names = list(FORMATS) * 4
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda name: write(sheet_of("seed", name), FORMATS[name]), names))
    assert made == [wanted[name] for name in names]


@pytest.mark.parametrize(
    "words",
    [
        "#let x = 1; #panic() $x^2$ [trong] {ngoài} \\ _a_ *b* `c` <d> @e ~ // f /* g */",
        "Sở KH&ĐT <tỉnh> \"trích\" 'dẫn' & 5 * 3",
        "{{ 1 }} [[a]] - x | y",
        "a" * 3000,
        "một\n\n\nhai",
        "\tmột\thai\t",
        "chữ khác: 漢字 العربية \u05d0\u05b0\xbb( \U0001f600 \u200b\u2060\ufeff\u2028\ud800",
        "dấu\x00điều\x07khiển\x1b",
        " ",
        "…" * 500,
        "1/2/3/4/5/" * 200,
    ],
)
def test_hostile_words_do_no_harm(words: str, tmp_path: Path) -> None:
    form = dataclasses.replace(SEED, title=words, author=words, keywords=words)
    lines = (line("body", "Trước."), line("body", words), line("type-name", words))
    table = Columns((80.0, 85.0), (((line("recipient", words),), (line("authority", words),)),))
    section = dataclasses.replace(form.sections[0], elements=(*lines, table, line("body", "Sau.")))
    pdf = write(dataclasses.replace(form, sections=(section,)), PARTY, is_archival=True)
    copied = _letters(_without_page_numbers(_copied(pdf, tmp_path)))
    assert copied.startswith("Trước.")
    assert copied.endswith("Sau.")
    for word in words.split():
        if word.isascii() and word.isprintable():
            part = word[:20]
            assert copied.count(part) >= 4 * len(word) // 100 + 4 * (len(word) < 100)


def test_letters_without_a_shape_are_seen_to_be_missing(tmp_path: Path) -> None:
    whole = sheet(line("body", "chữ 漢 và gạch\u2011nối, \u00adngắt\u200b mềm\x07"))
    copied = _copied(write(whole, PARTY, is_archival=True), tmp_path)
    assert copied.strip() == "chữ □ và gạch‐nối, ngắt mềm"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6), st.sampled_from(["body", "subject", "dash"]))
def test_any_words_can_be_set(texts: list[str], style: str) -> None:
    whole = sheet(line("body", "Đầu."), *(line(style, text) for text in texts if text))
    assert _reader(write(whole, STATE)).pages


def test_a_blank_sheet_is_a_blank_page(tmp_path: Path) -> None:
    for blank in (Sheet("", "", "", ()), sheet(), sheet(line("body"))):
        assert page_count(_saved(write(blank, PARTY), tmp_path)) == 1
        assert preview(blank, PARTY).pdf


def _saved(pdf: bytes, folder: Path) -> Path:
    path = folder / "saved.pdf"
    path.write_bytes(pdf)
    return path


def test_what_is_higher_than_a_page_goes_on_over_the_next(tmp_path: Path) -> None:
    names = tuple(line("recipient", f"- Nơi nhận thứ {number};") for number in range(150))
    long = "Nội dung dài. " * 600
    cells = ((GridCell((line("table-cell", long),)), GridCell((line("table-cell", "x"),))),)
    table = Grid((80.0, 85.0), (Alignment.LEFT, Alignment.LEFT), (), cells)
    whole = sheet(table, Columns((80.0, 85.0), ((names, (line("authority", "TM."),)),)))
    copied = _letters(_copied(write(whole, PARTY), tmp_path))
    assert copied.count("Nộidungdài.") == 600
    assert copied.count("Nơinhậnthứ") == 150


def test_a_footnote_stands_on_the_page_of_its_mark(tmp_path: Path) -> None:
    elements = []
    for number in range(1, 61):
        note = FootnoteMark(
            number, (Run(f"chúthích{number}. " + "Nội dung của nó. " * (number % 9)),)
        )
        words = "Nội dung tuyên truyền. " * (number % 7)
        style = "roman-title" if number % 5 == 0 else "dash"
        runs = (f"nơi{number}.", note, f" {words}")
        elements.append(line(style, *runs, keep_with_next=style == "roman-title"))
    found = set_lines(_saved(write(sheet(*elements), STATE), tmp_path))
    for number in range(1, 61):
        marks = {own.page for own in found if f"nơi{number}." in own.text}
        notes = {own.page for own in found if f"chúthích{number}." in own.text}
        assert len(marks) == 1
        assert notes == marks, number


def test_page_numbers_start_on_page_2_of_each_section(tmp_path: Path) -> None:
    text = tuple(line("body", "Nội dung tuyên truyền. " * 20) for _ in range(20))
    one = sheet(*text)
    whole = dataclasses.replace(one, sections=one.sections * 2)
    found = set_lines(_saved(write(whole, PARTY), tmp_path))
    tops = {}
    for own in found:
        tops.setdefault(own.page, own.text)
    pages = max(tops)
    assert pages >= 6
    half = pages // 2
    wanted = [str(number) if number > 1 else "" for number in range(1, half + 1)] * 2
    assert [text if text.isdigit() else "" for text in tops.values()] == wanted


def test_a_preview_shows_the_same_pages_and_where_each_line_stands(tmp_path: Path) -> None:
    whole = everything(PARTY)
    shown = preview(whole, PARTY)
    pages = set_lines(_saved(shown.pdf, tmp_path))
    assert pages == set_lines(_saved(write(whole, PARTY), tmp_path))
    assert len(shown.pdf) < 2 * len(write(whole, PARTY))
    sources = {own.source for own in whole.sections[0].elements if getattr(own, "source", 0)}
    assert sources <= {place.line for place in shown.places}
    typed = SEED_TEXT.splitlines()
    by_line = {place.line: place for place in shown.places}
    for number in (number for number in sources if typed[number - 1].startswith("- ")):
        place, words = by_line[number], _letters(typed[number - 1].replace("*", ""))[:25]
        own = next(own for own in pages if own.text.startswith(words))
        assert own.page == place.page
        assert place.y == pytest.approx(own.baseline, abs=20.0)


def test_a_preview_says_where_marks_and_signature_come_from() -> None:
    shown = preview(sheet_of("letter-state", "state-2020", ALL_MARKS), STATE)
    assert len({place.line for place in shown.places}) > 8
    assert all(place.page >= 1 and place.x > 0 and place.y > 0 for place in shown.places)


def test_memory_stays_bounded_over_many_previews() -> None:
    whole = everything(STATE)
    before = 0
    for number in range(60):
        preview(dataclasses.replace(whole, keywords=str(number)), STATE)
        if number == 15:
            before = _resident()
    assert _resident() - before < 20


def _resident() -> float:
    """Return the memory that this process holds now, MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def test_what_the_typesetter_remembers_changes_no_page() -> None:
    """A letter more here and there, as a clerk types, then texts enough to forget the first."""
    form = FORMATS["party-2026"]
    typed = [sheet_of("seed", "party-2026")]
    for at in range(0, 60, 4):
        typed.append(_with_letter(typed[-1], at))
    seen = [preview(one, form) for one in typed]
    for _ in range(12):
        preview(sheet(line("body", "x")), form)
    for one, shown in zip(typed, seen, strict=True):
        assert preview(one, form) == shown
        assert len(_reader(shown.pdf).pages) == len(_reader(write(one, form)).pages)


def _with_letter(before: Sheet, at: int) -> Sheet:
    """Return a sheet with a letter more in one of its lines."""
    section = before.sections[0]
    lines = [at_ for at_, one in enumerate(section.elements) if isinstance(one, Line) and one.runs]
    place = lines[at % len(lines)]
    changed = section.elements[place]
    assert isinstance(changed, Line)
    run = changed.runs[0]
    assert isinstance(run, Run)
    longer = dataclasses.replace(run, text=f"{run.text[:3]}ữ{run.text[3:]}")
    elements = list(section.elements)
    elements[place] = dataclasses.replace(changed, runs=(longer, *changed.runs[1:]))
    first = dataclasses.replace(section, elements=tuple(elements))
    return dataclasses.replace(before, sections=(first, *before.sections[1:]))
