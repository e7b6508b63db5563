"""Old encodings are recognised by what they say, and turned into Unicode."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.language.encodings import Encoding, detect, to_unicode

TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        strict=True,
    )
)
VNI_SINGLE = dict(zip("đơưíìỉĩịỵ", "ñôöíìæóòî", strict=True))
VNI_MARKS = {
    "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï",
    "\u0302": "â", "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å",
    "\u0302\u0303": "ã", "\u0302\u0323": "ä",
    "\u0306": "ê", "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú",
    "\u0306\u0303": "ü", "\u0306\u0323": "ë",
}  # fmt: skip


def in_tcvn3(text: str) -> str:
    return "".join(TCVN3.get(letter, letter) for letter in text)


def in_vni(text: str) -> str:
    return "".join(_vni(letter) for letter in text)


def _vni(letter: str) -> str:
    """Write a letter in VNI: the base letter, then its mark."""
    if letter in VNI_SINGLE:
        return VNI_SINGLE[letter]
    if letter.isupper() and (small := letter.lower()) in VNI_SINGLE:
        return VNI_SINGLE[small].upper()
    base, *marks = unicodedata.normalize("NFD", letter)
    horn = "\u031b" in marks
    marks = sorted(
        (mark for mark in marks if mark != "\u031b"), key=lambda mark: mark not in "\u0302\u0306"
    )
    base = VNI_SINGLE[{"o": "ơ", "u": "ư"}[base.lower()]] if horn else base
    mark = VNI_MARKS.get("".join(marks), "")
    return (base.upper() + mark.upper()) if letter.isupper() else base + mark


SENTENCES = [
    "nghị quyết của ban chấp hành đảng bộ tỉnh về nhiệm vụ năm tới",
    "tự do, hạnh phúc và độc lập của nhân dân",
    "tuyên truyền, phổ biến đường lối, chủ trương của đảng",
    "đẩy mạnh công tác thông tin cơ sở trong tình hình mới",
    "quỹ khuyến học, thuở ấy, ngoằn ngoèo, kỳ lạ, mỹ thuật, kỷ niệm",
    "những giải pháp nâng cao hiệu quả ở xã, phường, đặc khu",
]
LETTERS = sorted(TCVN3)


def test_vni_as_its_own_examples_write_it() -> None:
    assert in_vni("Tự do") == "Töï do"
    assert to_unicode("Nghò quyeát cuûa Ban Chaáp haønh Ñaûng boä", Encoding.VNI) == (
        "Nghị quyết của Ban Chấp hành Đảng bộ"
    )


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_of_tcvn3(letter: str) -> None:
    assert to_unicode(in_tcvn3(letter), Encoding.TCVN3) == letter


@pytest.mark.parametrize(
    "letter", [letter for letter in LETTERS if letter.islower()] + list("ẤỢĐÝỶỸ")
)
def test_every_letter_of_vni(letter: str) -> None:
    assert to_unicode(f"x{in_vni(letter)}", Encoding.VNI) == f"x{letter}"


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(
    ("encoding", "write"), [(Encoding.TCVN3, in_tcvn3), (Encoding.VNI, in_vni)]
)
def test_sentences_are_recognised_and_converted(
    text: str, encoding: Encoding, write: type[object]
) -> None:
    old = write(text)
    assert detect(old) is encoding
    assert to_unicode(old, encoding) == text  # type: ignore[arg-type]


def test_a_whole_document_is_recognised(seed_text: str) -> None:
    assert detect(in_tcvn3(seed_text)) is Encoding.TCVN3
    assert detect(in_vni(seed_text)) is Encoding.VNI
    assert to_unicode(in_vni(seed_text), Encoding.VNI) == seed_text


def test_tcvn3_capitals() -> None:
    """Fonts of capitals keep the codes of small letters; some tools write a capital first."""
    assert to_unicode("§¶ng ñy", Encoding.TCVN3) == "Đảng ủy"
    assert to_unicode("H¦íNG DÉN", Encoding.TCVN3) == "HƯỚNG DẪN"
    assert to_unicode("Aµ, EÐ vµ", Encoding.TCVN3) == "À, É và"


def test_tcvn3_in_the_private_area() -> None:
    old = "".join(chr(0xF000 + ord(sign)) for sign in in_tcvn3("đảng"))
    assert to_unicode(old.replace("\uf06e\uf067", "ng"), Encoding.TCVN3) == "đảng"


def test_utf8_read_as_latin_1() -> None:
    broken = "Đảng ủy xã đã tổ chức học tập".encode().decode("latin-1")
    assert detect(broken) is Encoding.MOJIBAKE
    assert to_unicode(broken, Encoding.MOJIBAKE) == "Đảng ủy xã đã tổ chức học tập"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "Plain English text, no marks at all.",
        "Đảng ủy",
        "Ủy ban nhân dân xã Vạn Ninh báo cáo kết quả.",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Über die Größe für Köln; déjà vu, garçon, naïve, señor mañana",
        "Ê-đê, Ra-glai, Krông Năng, Đắk Lắk, Pa-cô",
        "m², 95 %, 5 °C, ½, ©, ®, §",
        "Sở KH&ĐT <tỉnh>",
    ],
)
def test_proper_text_is_never_taken_for_old(text: str) -> None:
    assert detect(text) is None


def test_the_seed_is_proper_text(seed_text: str) -> None:
    assert detect(seed_text) is None
    assert detect(unicodedata.normalize("NFD", seed_text)) is None


@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), min_size=1, max_size=12))
def test_vietnamese_words_in_any_order_are_proper_text(words: list[str]) -> None:
    assert detect(" ".join(words)) is None
    assert detect(" ".join(words).upper()) is None


@given(st.text())
def test_no_text_is_too_odd_to_look_at(text: str) -> None:
    found = detect(text)
    if found:
        assert to_unicode(text, found)
