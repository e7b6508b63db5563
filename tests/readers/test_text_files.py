"""Text files of any age read as the clerk typed them, or are named for what they are."""

import gzip
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.errors import SourceError
from ttcs_desktop.language.encodings import Encoding, to_unicode
from ttcs_desktop.readers.text import read

WORDS = "Thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII), từng bước.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_or_without_its_mark(encoding: str, seed_text: str) -> None:
    found = read(seed_text.encode(encoding), where="a.txt")
    assert found.text == unicodedata.normalize("NFC", seed_text)
    assert found.draft is None
    assert not found.problems
    assert not found.suggested_encoding


def test_letters_apart_from_their_marks_come_together() -> None:
    assert read(unicodedata.normalize("NFD", WORDS).encode(), where="").text == WORDS


def test_windows_1258_is_read(seed_text: str) -> None:
    found = read(_windows_1258(seed_text), where="")
    assert found.text == unicodedata.normalize("NFC", seed_text)
    assert [problem.rule for problem in found.problems] == ["readers.not-unicode"]
    assert "Windows-1258" in found.problems[0].message


OLD = (
    ("tcvn3", "Thùc hiÖn ChØ thÞ sè 07-CT/TW cña Ban BÝ th\u00ad, tõng b\u00adíc ®æi míi.\n"),
    ("vni", "Thöïc hieän Chæ thò soá 07-CT/TW cuûa Ban Bí thö, töøng böôùc ñoåi môùi.\n"),
)


@pytest.mark.parametrize(("encoding", "typed"), OLD)
def test_old_encodings_are_named_and_not_converted(encoding: str, typed: str) -> None:
    found = read(typed.encode("latin-1"), where="")
    assert found.text == typed
    assert found.suggested_encoding == encoding
    assert not found.problems
    assert to_unicode(found.text, Encoding(encoding)) == (
        "Thực hiện Chỉ thị số 07-CT/TW của Ban Bí thư, từng bước đổi mới.\n"
    )


def test_unicode_read_as_latin_letters_is_named() -> None:
    spoilt = WORDS.encode().decode("latin-1").encode()
    assert read(spoilt, where="").suggested_encoding == "mojibake"


def test_other_languages_are_read_as_what_they_look_like() -> None:
    assert read("Été à la forêt, déjà vu".encode("cp1252"), where="").text.startswith("Été à la")
    russian = "Привет мир, это просто русский текст для проверки"
    assert read(russian.encode("cp1251"), where="").text == russian


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_end_one_way(end: str) -> None:
    assert read(f"Một{end}Hai{end}".encode(), where="").text == "Một\nHai\n"


def test_nuls_and_the_old_end_of_file_are_dropped() -> None:
    assert read("Một\x00 hai\x1a".encode(), where="").text == "Một hai"
    assert read(b"", where="").text == ""


def test_a_file_cut_in_the_middle_of_a_letter_is_read_with_a_warning() -> None:
    found = read((WORDS * 5).encode()[:-4] + "ế".encode()[:2], where="")
    assert found.text.startswith(WORDS)
    assert [problem.rule for problem in found.problems] == ["readers.damaged-letters"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (bytes(range(256)) * 20, "nhị phân"),
        (b"\x00" * 1000, "nhị phân"),
        (gzip.compress(WORDS.encode() * 50), "nhị phân"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 9, "nhị phân"),
        (b"%PDF-1.4", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "đời cũ"),
        (b"PK\x03\x04" + b"\x00" * 30, "nhị phân"),
    ],
)
def test_what_is_no_text_is_refused_with_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, where="a.txt")
    assert told in caught.value.what
    assert caught.value.where == "a.txt"
    assert caught.value.remedy


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        found = read(data, where="")
    except SourceError:
        return
    assert "\x00" not in found.text
    assert "\r" not in found.text


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16", "cp1258"])
def test_ten_megabytes_are_read_at_once(encoding: str, seed_text: str) -> None:
    typed = {"latin-1": OLD[0][1].encode("latin-1"), "cp1258": _windows_1258(seed_text)}
    data = typed.get(encoding, seed_text.encode("utf-8"))
    data = data * (10_000_000 // len(data))
    if encoding == "utf-16":
        data = data.decode().encode("utf-16")
    began = time.process_time()
    assert len(read(data, where="").text) > 5_000_000
    assert time.process_time() - began < 3


def _windows_1258(text: str) -> bytes:
    """Return text as Windows-1258 keeps it: each tone after its letter, all else in one piece."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        own = "".join(part for part in parts if part not in tones)
        letters += [unicodedata.normalize("NFC", own), *(t for t in parts if t in tones)]
    return "".join(letters).encode("cp1258")
