"""Signatures: fields where they belong, signed by file and by token, looked at in plain words."""

import contextlib
import datetime
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judges import printed_lines
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from signing_keys import (
    NOW,
    PIN,
    YEAR,
    Issued,
    authority,
    make_token,
    picture,
    signer,
    token_module,
)

from ttcs_desktop.delivery.signatures.keys import KeyHolderError
from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.signature import Change, FileKey, TokenKey
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.signature_words import story, verdict
from ttcs_desktop.services.signing import Signing

BLUE, RED = picture(400, 160, (0, 0, 200)), picture(300, 300, (220, 0, 0), ring=True)
PASSWORD = "mật khẩu"  # noqa: S105
TEXT = """KẾ HOẠCH

thông tin cơ sở năm 2027

1. Mục đích.

Nơi nhận:
- Sở Tư pháp;
- Lưu Văn phòng.

{signatures}
"""
ONE = {
    "dang-uy-22480": "T/M BAN THƯỜNG VỤ\n\nBÍ THƯ\n\nNguyễn Văn An",
    "ubnd-22480": "TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH\n\nNguyễn Văn An",
}


@pytest.fixture(scope="session")
def office() -> dict[str, Issued]:
    root = authority("Cơ quan chứng thực A")
    return {
        "root": root,
        "An": signer(root, "Nguyễn Văn An"),
        "seal": signer(root, "Đảng uỷ xã Nam Cam Ranh", "Đảng uỷ xã Nam Cam Ranh"),
        "former": signer(root, "Trần Thị Bình", start=NOW - 2 * YEAR, end=NOW - YEAR),
    }


@pytest.fixture
def library(office: dict[str, Issued]) -> Library:
    library = Library()
    trust = library.own / "trust"
    trust.mkdir(parents=True)
    (trust / "root.pem").write_bytes(office["root"].pem())
    return library


@pytest.fixture
def key(office: dict[str, Issued], tmp_path: Path) -> Callable[[str], FileKey]:
    def key(name: str) -> FileKey:
        path = office[name].write_p12(tmp_path / f"{name}.p12", PASSWORD, office["root"])
        return FileKey(path, PASSWORD)

    return key


def composed(library: Library, unit: str = "dang-uy-22480", signatures: str = "") -> Composition:
    text = TEXT.format(signatures=signatures or ONE[unit])
    draft = Draft(text=text, unit=unit, date=datetime.date(2026, 11, 24), number="05")
    return Composer(library).compose(draft)


@pytest.fixture
def prepared(library: Library) -> bytes:
    return Signing(library).prepare(composed(library))


def widgets(pdf: bytes, path: Path) -> dict[str, tuple[float, float, float, float]]:
    """Return the fields of a PDF as another library finds them, pt from the top left corner."""
    path.write_bytes(pdf)
    page = PdfReader(path).pages[0]
    found = {}
    for annotation in page.get("/Annots", ()):
        field = annotation.get_object()
        assert isinstance(field, DictionaryObject)
        assert field["/FT"] == "/Sig"
        left, bottom, right, top = map(float, field["/Rect"])
        height = float(page.mediabox.height)
        found[str(field["/T"])] = (left, height - top, right, height - bottom)
    return found


def openssl_accepts(pdf: bytes, root: Issued, folder: Path) -> list[str]:
    """Let OpenSSL verify every signature over the bytes that it says it covers."""
    names = []
    (folder / "root.pem").write_bytes(root.pem())
    for number, found in enumerate(
        re.finditer(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]", pdf)
    ):
        start, length, again, rest = map(int, found.groups())
        covered = pdf[start : start + length] + pdf[again : again + rest]
        contents = bytes.fromhex(pdf[length + 1 : again - 1].decode())
        size = int.from_bytes(contents[2:4]) + 4
        (folder / "cms").write_bytes(contents[:size])
        (folder / "data").write_bytes(covered)
        certificate = folder / f"signer{number}.pem"
        subprocess.run(
            ["openssl", "cms", "-verify", "-inform", "DER", "-in", folder / "cms", "-content",
             folder / "data", "-binary", "-CAfile", folder / "root.pem", "-purpose", "any",
             "-signer", certificate, "-out", os.devnull],
            check=True, capture_output=True,
        )  # fmt: skip
        told = subprocess.run(
            ["openssl", "x509", "-in", certificate, "-noout", "-subject", "-nameopt",
             "utf8,sep_multiline"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        names.append(re.findall(r"CN=(.*)", told.stdout)[0])
    return names


@pytest.mark.parametrize("unit", ONE)
def test_the_field_stands_between_title_and_name_and_the_seal_over_its_left_third(
    library: Library, unit: str, tmp_path: Path
) -> None:
    pdf = Signing(library).prepare(composed(library, unit))
    fields = widgets(pdf, tmp_path / "a.pdf")
    lines = {line.text: line for line in printed_lines(tmp_path / "a.pdf")}
    title = lines["BÍ THƯ" if unit.startswith("dang") else "CHỦ TỊCH"]
    name = lines["Nguyễn Văn An"]
    left, top, right, bottom = fields["Nguoi-ky-1"]
    assert title.bottom <= top < bottom <= name.top
    assert abs((left + right) / 2 - (name.left + name.right) / 2) < 1
    seal_left, seal_top, seal_right, seal_bottom = fields["Co-quan-1"]
    assert abs((seal_right - left) - (right - left) / 3) < 1
    assert abs((seal_right - seal_left) - 36 / 25.4 * 72) < 2
    assert abs((seal_top + seal_bottom) - (top + bottom)) < 2
    assert seal_left > 0


def test_each_signer_of_a_joint_document_has_a_field(library: Library, tmp_path: Path) -> None:
    joint = "TRƯỞNG BAN\n\nNguyễn Văn An\n\nGIÁM ĐỐC SỞ TƯ PHÁP\n\nTrần Thị Bình"
    pdf = Signing(library).prepare(composed(library, "btgtu", joint))
    fields = widgets(pdf, tmp_path / "a.pdf")
    lines = {line.text: line for line in printed_lines(tmp_path / "a.pdf")}
    assert len(fields) == 4
    for number, name in ((1, "Trần Thị Bình"), (2, "Nguyễn Văn An")):
        left, _top, right, bottom = fields[f"Nguoi-ky-{number}"]
        assert abs((left + right) / 2 - (lines[name].left + lines[name].right) / 2) < 1
        assert bottom <= lines[name].top


def test_a_document_without_room_to_sign_is_told(library: Library) -> None:
    signed = "T/M BAN THƯỜNG VỤ\n\nBÍ THƯ\n\n(đã ký)\n\nNguyễn Văn An"
    with pytest.raises(UserError, match="không có chỗ ký"):
        Signing(library).prepare(composed(library, signatures=signed))


def test_preparing_adds_to_the_pdf_and_changes_nothing_in_it(library: Library) -> None:
    from ttcs_desktop.writers.pdf import write

    composition = composed(library)
    prepared = Signing(library).prepare(composition)
    assert prepared.startswith(write(composition.sheet, composition.format))
    with pytest.raises(UserError, match="đã có ô ký"):
        Signing(library).with_line_field(Signing(library).with_line_field(prepared))


def test_signatures_in_order_leave_the_earlier_ones_whole(
    library: Library,
    prepared: bytes,
    key: Callable[[str], FileKey],
    office: dict[str, Issued],
    tmp_path: Path,
) -> None:
    signing = Signing(library)
    first = signing.sign(prepared, "Nguoi-ky-1", key("An"), BLUE, place="Nam Cam Ranh")
    second = signing.sign(first, "Co-quan-1", key("seal"), RED)
    third = signing.sign_line(
        signing.with_line_field(second), key("seal"), ("SAO Y", "ĐẢNG UỶ XÃ NAM CAM RANH")
    )
    assert first.startswith(prepared)
    assert second.startswith(first)
    assert third.startswith(second)
    reports = signing.verify(third)
    assert [one.field for one in reports] == ["Nguoi-ky-1", "Co-quan-1", "Dong-ky"]
    assert [one.change for one in reports] == [Change.SIGNED_ON, Change.SIGNED_ON, Change.NONE]
    assert all(one.is_good for one in reports)
    assert verdict(reports) == "Chữ ký hợp lệ, tệp còn nguyên như khi ký."
    seal = "Đảng uỷ xã Nam Cam Ranh"
    assert openssl_accepts(third, office["root"], tmp_path) == ["Nguyễn Văn An", seal, seal]


def test_the_report_says_who_when_whole_and_trusted(
    library: Library, prepared: bytes, key: Callable[[str], FileKey]
) -> None:
    signing = Signing(library)
    (report,) = signing.verify(signing.sign(prepared, "Nguoi-ky-1", key("An"), BLUE))
    who, when, state, trust = story(report)
    assert who == "Người ký: Nguyễn Văn An, Ban Tuyên giáo Tỉnh uỷ."
    assert re.fullmatch(r"Ký lúc \d\d:\d\d:\d\d \d\d/\d\d/\d{4} theo đồng hồ máy người ký\.", when)
    assert state == "Nội dung nguyên vẹn từ khi ký."
    assert trust == "Chứng thư số do “Cơ quan chứng thực A” cấp, được tin cậy trên máy này."
    assert report.signed_at is not None
    assert abs(report.signed_at - datetime.datetime.now(datetime.UTC)).seconds < 60


def test_the_pictures_show_where_the_fields_are_and_stay_see_through(
    library: Library, prepared: bytes, key: Callable[[str], FileKey], tmp_path: Path
) -> None:
    signing = Signing(library)
    signed = signing.sign(prepared, "Nguoi-ky-1", key("An"), BLUE)
    signed = signing.sign(signed, "Co-quan-1", key("seal"), RED)
    (tmp_path / "a.pdf").write_bytes(signed)
    subprocess.run(
        ["pdftoppm", "-r", "72", "-singlefile", tmp_path / "a.pdf", tmp_path / "a"], check=True
    )
    image = (tmp_path / "a.ppm").read_bytes()
    head = re.match(rb"P6\s(\d+) (\d+)\s255\s", image)
    assert head
    width, pixels = int(head[1]), image[head.end() :]

    def inked(box: tuple[float, float, float, float], colour: str) -> int:
        left, top, right, bottom = map(round, box)
        count = 0
        for y in range(top, bottom):
            for x in range(left, right):
                red, green, blue = pixels[3 * (y * width + x) : 3 * (y * width + x) + 3]
                is_blue, is_red = blue > 150 > max(red, green), red > 150 > max(green, blue)
                count += is_blue if colour == "blue" else is_red
        return count

    fields = widgets(signed, tmp_path / "b.pdf")
    page = (0.0, 0.0, float(width), len(pixels) / 3 / width)
    assert inked(fields["Nguoi-ky-1"], "blue") == inked(page, "blue") > 100
    assert inked(fields["Co-quan-1"], "red") == inked(page, "red") > 100
    left_third = (*fields["Nguoi-ky-1"][:2], fields["Co-quan-1"][2], fields["Nguoi-ky-1"][3])
    assert inked(left_third, "blue") > 20


def test_the_line_of_a_copy_says_kind_body_and_moment(
    library: Library, prepared: bytes, key: Callable[[str], FileKey], tmp_path: Path
) -> None:
    moment = datetime.datetime(
        2026, 11, 24, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7))
    )
    signing = Signing(library, lambda: moment)
    copy = signing.sign_line(signing.with_line_field(prepared), key("seal"), ("SAO Y", "UBND XÃ"))
    (tmp_path / "a.pdf").write_bytes(copy)
    lines = printed_lines(tmp_path / "a.pdf")[:3]
    assert [line.text for line in lines] == ["SAO Y", "UBND XÃ", "2026-11-24T09:30:00+07:00"]
    assert all(line.top < 20 / 25.4 * 72 and line.left > 595 / 2 for line in lines)


def test_a_change_after_signing_is_told(
    library: Library, prepared: bytes, key: Callable[[str], FileKey]
) -> None:
    import io

    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    signing = Signing(library)
    signed = signing.sign(prepared, "Nguoi-ky-1", key("An"), BLUE)
    writer = IncrementalPdfFileWriter(io.BytesIO(signed), strict=False)
    words = generic.StreamObject(stream_data=b"BT ET 0 0 99 99 re f")
    writer.add_stream_to_page(0, writer.add_object(words), prepend=True)
    changed = io.BytesIO()
    writer.write(changed)
    (report,) = signing.verify(changed.getvalue())
    assert report.is_intact
    assert report.change is Change.FORBIDDEN
    assert story(report)[2] == "Tệp đã bị sửa sau chữ ký này."
    assert verdict([report]) == "Không dùng được: tệp đã bị sửa sau khi ký."
    at = signed.index(b"stream\n") + 20
    (report,) = signing.verify(signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :])
    assert not report.is_intact
    assert story(report)[2] == "Nội dung đã ký không còn nguyên vẹn."


def test_who_is_not_known_here_is_told_with_the_reason(
    library: Library, prepared: bytes, key: Callable[[str], FileKey]
) -> None:
    signing = Signing(library)
    signed = signing.sign(prepared, "Nguoi-ky-1", key("An"), BLUE)
    root = library.own / "trust" / "root.pem"
    root.unlink()
    (report,) = signing.verify(signed)
    assert "Chưa có chứng thư gốc nào" in story(report)[3]
    assert verdict([report]).startswith("Tệp còn nguyên như khi ký, nhưng chưa xác nhận")
    root.write_bytes(authority("Cơ quan khác").pem())
    (report,) = signing.verify(signed)
    assert "“Cơ quan chứng thực A” không dẫn đến chứng thư gốc" in story(report)[3]
    root.write_text("không phải chứng thư", encoding="utf-8")
    with pytest.raises(SourceError, match="không phải chứng thư số"):
        signing.verify(signed)


def test_a_certificate_that_somebody_made_for_himself_is_told(
    library: Library, prepared: bytes, tmp_path: Path
) -> None:
    own = authority("Nguyễn Văn An")
    key = FileKey(own.write_p12(tmp_path / "own.p12", PASSWORD), PASSWORD)
    signing = Signing(library)
    (report,) = signing.verify(signing.sign(prepared, "Nguoi-ky-1", key, BLUE))
    assert (report.is_trusted, story(report)[3]) == (
        False, "Chứng thư số do chính người ký tự lập.",
    )  # fmt: skip


def test_a_damaged_signature_is_told(
    library: Library, prepared: bytes, key: Callable[[str], FileKey]
) -> None:
    signed = Signing(library).sign(prepared, "Nguoi-ky-1", key("An"), BLUE)
    at = signed.index(b"/Contents <") + 11
    damaged = signed[: at + 10] + b"ffffffff" + signed[at + 18 :]
    with pytest.raises(SourceError) as told:
        Signing(library).verify(damaged)
    assert len(str(told.value)) < 400
    assert "\n" not in str(told.value)


def test_an_old_algorithm_is_told(
    library: Library,
    prepared: bytes,
    key: Callable[[str], FileKey],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ttcs_desktop.delivery.signatures.sign._DIGEST", "sha1")
    signing = Signing(library)
    (report,) = signing.verify(signing.sign(prepared, "Nguoi-ky-1", key("An"), BLUE))
    assert not report.is_trusted
    assert story(report)[3] == "Chữ ký dùng thuật toán SHA1, nay không còn an toàn."


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=30))
def test_no_damage_brings_the_verifier_down(
    library: Library, prepared: bytes, places: list[tuple[int, int]]
) -> None:
    damaged = bytearray(prepared)
    for place, value in places:
        damaged[place % len(damaged)] = value
    with contextlib.suppress(SourceError):
        Signing(library).verify(bytes(damaged))


def test_a_file_without_signatures_says_so(library: Library, prepared: bytes) -> None:
    assert Signing(library).verify(prepared) == ()
    assert verdict(()) == "Tệp không có chữ ký số."


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\3\4" * 50])
def test_what_is_no_pdf_is_told(library: Library, data: bytes) -> None:
    with pytest.raises(SourceError, match="Không đọc được tệp PDF"):
        Signing(library).verify(data)


def test_keys_and_fields_that_do_not_fit_are_told(
    library: Library, prepared: bytes, key: Callable[[str], FileKey], tmp_path: Path
) -> None:
    signing, good = Signing(library), key("An")
    with pytest.raises(KeyHolderError, match="Mật khẩu không đúng"):
        signing.sign(prepared, "Nguoi-ky-1", FileKey(good.path, "sai"), BLUE)
    with pytest.raises(KeyHolderError, match="chỉ có hiệu lực"):
        signing.sign(prepared, "Nguoi-ky-1", key("former"), BLUE)
    with pytest.raises(SourceError, match="Không đọc được tệp chứng thư"):
        signing.sign(prepared, "Nguoi-ky-1", FileKey(tmp_path / "không có.p12", ""), BLUE)
    with pytest.raises(SourceError, match="Ảnh chữ ký"):
        signing.sign(prepared, "Nguoi-ky-1", good, b"GIF89a")
    with pytest.raises(UserError, match="không có ô ký “Nguoi-ky-9”") as told:
        signing.sign(prepared, "Nguoi-ky-9", good, BLUE)
    assert "Nguoi-ky-1, Co-quan-1" in told.value.remedy
    signed = signing.sign(prepared, "Nguoi-ky-1", good, BLUE)
    with pytest.raises(UserError, match="còn trống"):
        signing.sign(signed, "Nguoi-ky-1", good, BLUE)


# Tokens: SoftHSM2 stands for them; it is loaded once, with every token in it.


@pytest.fixture(scope="session")
def tokens(office: dict[str, Issued], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    module = token_module()
    if module is None:
        pytest.skip("SoftHSM2 is not installed")
    folder = tmp_path_factory.mktemp("softhsm")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    for label in ("ky", "khong-khoa", "hai", "khac-ma", "trong"):
        make_token(folder, label)
    store(module, "ky", (office["An"], b"\1", b"\1"))
    store(module, "khong-khoa", (office["An"], b"\1", None))
    store(module, "hai", (office["An"], b"\1", b"\1"), (office["seal"], b"\2", b"\2"))
    store(module, "khac-ma", (office["An"], b"\1", b"\7"))
    yield module
    os.environ.pop("SOFTHSM2_CONF")
    if before is not None:
        os.environ["SOFTHSM2_CONF"] = before


def store(module: Path, label: str, *pairs: tuple[Issued, bytes, bytes | None]) -> None:
    """Put certificates and keys on a token, under ids that need not be the same."""
    import pkcs11
    from cryptography.hazmat.primitives.serialization import Encoding
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    token = pkcs11.lib(str(module)).get_token(token_label=label)
    with token.open(rw=True, user_pin=PIN) as session:
        for number, (issued, certificate_id, key_id) in enumerate(pairs):
            certificate = decode_x509_certificate(issued.certificate.public_bytes(Encoding.DER))
            session.create_object(
                certificate
                | {
                    pkcs11.Attribute.TOKEN: True,
                    pkcs11.Attribute.ID: certificate_id,
                    pkcs11.Attribute.LABEL: f"chung-thu-{number}",
                }
            )
            if key_id is not None:
                session.create_object(
                    decode_rsa_private_key(pkcs1(issued))
                    | {
                        pkcs11.Attribute.TOKEN: True,
                        pkcs11.Attribute.PRIVATE: True,
                        pkcs11.Attribute.ID: key_id,
                        pkcs11.Attribute.LABEL: f"khoa-{number}",
                    }
                )


def pkcs1(issued: Issued) -> bytes:
    from cryptography.hazmat.primitives import serialization

    return issued.key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )


def slot_of(library: Library, module: Path, label: str) -> int:
    return next(one.slot for one in Signing(library).tokens(module) if one.label == label)


def test_tokens_are_listed_with_what_can_be_seen_on_them(library: Library, tokens: Path) -> None:
    seen = {one.label: one.certificates for one in Signing(library).tokens(tokens)}
    assert seen["ky"] == ("Nguyễn Văn An",)
    assert sorted(seen["hai"]) == ["Nguyễn Văn An", "Đảng uỷ xã Nam Cam Ranh"]
    assert seen["trong"] == ()


@pytest.mark.parametrize("label", ["ky", "khac-ma"])
def test_a_token_signs_also_where_key_and_certificate_bear_different_ids(
    library: Library,
    prepared: bytes,
    tokens: Path,
    label: str,
    office: dict[str, Issued],
    tmp_path: Path,
) -> None:
    signing = Signing(library)
    key = TokenKey(tokens, PIN, slot_of(library, tokens, label))
    signed = signing.sign(prepared, "Nguoi-ky-1", key, BLUE)
    (report,) = signing.verify(signed)
    assert report.is_good
    assert openssl_accepts(signed, office["root"], tmp_path) == ["Nguyễn Văn An"]


def test_one_of_several_certificates_is_chosen_by_name(
    library: Library, prepared: bytes, tokens: Path
) -> None:
    signing, slot = Signing(library), slot_of(library, tokens, "hai")
    with pytest.raises(KeyHolderError, match="nhiều chứng thư số") as told:
        signing.sign(prepared, "Co-quan-1", TokenKey(tokens, PIN, slot), RED)
    assert "Nguyễn Văn An" in told.value.remedy
    assert "Đảng uỷ xã Nam Cam Ranh" in told.value.remedy
    key = TokenKey(tokens, PIN, slot, "Đảng uỷ xã Nam Cam Ranh")
    (report,) = signing.verify(signing.sign(prepared, "Co-quan-1", key, RED))
    assert report.signer == "Đảng uỷ xã Nam Cam Ranh"


@pytest.mark.parametrize(
    ("label", "pin", "told", "remedy"),
    [
        ("khong-khoa", PIN, "không thấy khoá đi kèm (NoSuchKey)", "Ban Cơ yếu Chính phủ"),
        ("ky", "999999", "Mã PIN của thẻ không đúng (PinIncorrect)", "sẽ khoá"),
        ("trong", PIN, "không có chứng thư số nào", "nạp chứng thư"),
    ],
)
def test_what_a_token_refuses_is_explained(
    library: Library, prepared: bytes, tokens: Path, label: str, pin: str, told: str, remedy: str
) -> None:
    key = TokenKey(tokens, pin, slot_of(library, tokens, label))
    with pytest.raises(KeyHolderError) as error:
        Signing(library).sign(prepared, "Nguoi-ky-1", key, BLUE)
    assert told in error.value.what
    assert remedy in error.value.remedy


def test_a_token_that_is_not_there_and_a_module_that_is_none_are_told(
    library: Library, prepared: bytes, tokens: Path, tmp_path: Path
) -> None:
    with pytest.raises(KeyHolderError, match="Không thấy thẻ"):
        Signing(library).sign(prepared, "Nguoi-ky-1", TokenKey(tokens, PIN, 424242), BLUE)
    (tmp_path / "module.so").write_bytes(b"not a library")
    with pytest.raises(KeyHolderError, match="Không nạp được chương trình của thẻ"):
        Signing(library).tokens(tmp_path / "module.so")
