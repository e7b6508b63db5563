"""A pack for the signer, and the way back of what was signed."""

import dataclasses
import datetime
import email
import hashlib
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from judges import audit, page_count, words
from pypdf import PdfReader
from signing_keys import Issued, authority, picture, signer

from ttcs_desktop.delivery.mail.message import read_message
from ttcs_desktop.errors import DataError, SourceError, UserError, WriteError
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.hand_off import KnownBy
from ttcs_desktop.model.mail import MailAccount
from ttcs_desktop.model.signature import FileKey
from ttcs_desktop.model.unit import Contact
from ttcs_desktop.places import user_data
from ttcs_desktop.registry.hand_offs import HandOffs
from ttcs_desktop.services.coming_back import ComingBack
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.handing_off import HandingOff, Pack
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file
from ttcs_desktop.services.registering import NumberBook, Outgoing
from ttcs_desktop.services.registries import Registries
from ttcs_desktop.services.signing import Signing

TEXT = """KẾ HOẠCH

thông tin cơ sở năm 2027 | giai đoạn *đầu*

1. Mục đích.

Nơi nhận:
- Thường trực Tỉnh uỷ (báo cáo);
- Sở Tư pháp;
- Lưu Văn phòng Đảng uỷ.

T/M BAN THƯỜNG VỤ

BÍ THƯ

Nguyễn Văn An
"""
DRAFT = Draft(text=TEXT, unit="dang-uy-22480", date=datetime.date(2026, 11, 24), number="05")
PATTERN = "{type}-{number}-{unit}-{date}"
NAME = "KH-05-DU-2026-11-24"
ACCOUNT = MailAccount("du@khanhhoa.gov.vn", "Văn thư Đảng uỷ")


@pytest.fixture(scope="session")
def an() -> tuple[Issued, Issued]:
    root = authority("Cơ quan chứng thực A")
    return signer(root, "Nguyễn Văn An"), root


@pytest.fixture
def library() -> Library:
    library = Library()
    unit = library.units["so-tu-phap"]
    contacts = (Contact("Văn thư", "stp@khanhhoa.gov.vn"),)
    Registries(library).save([dataclasses.replace(unit, contacts=contacts)])
    return library


@pytest.fixture
def compose(library: Library) -> Callable[..., Composition]:
    def compose(**changes: object) -> Composition:
        return Composer(library).compose(dataclasses.replace(DRAFT, **changes))  # type: ignore[arg-type]

    return compose


@pytest.fixture
def pack(library: Library, compose: Callable[..., Composition], tmp_path: Path) -> Pack:
    made = HandingOff(library, ACCOUNT)
    return made.hand_off(compose(), tmp_path / "đi", PATTERN, document="ke-hoach.docx")


@pytest.fixture
def sign(
    library: Library, an: tuple[Issued, Issued], tmp_path: Path
) -> Callable[[Path, Path], Path]:
    """Sign a PDF as the other tool would, and write it where it is told."""
    key = FileKey(an[0].write_p12(tmp_path / "an.p12", "x", an[1]), "x")

    def sign(pdf: Path, to: Path) -> Path:
        ink = picture(60, 30, (0, 0, 200))
        to.write_bytes(Signing(library).sign(pdf.read_bytes(), "Nguoi-ky-1", key, ink))
        return to

    return sign


def test_one_folder_holds_all(pack: Pack, tmp_path: Path) -> None:
    assert pack.folder == tmp_path / "đi" / NAME
    assert sorted(str(one.relative_to(pack.folder)) for one in pack.files) == [
        f"{NAME}-phieu-trinh-ky.docx", f"{NAME}-phieu-trinh-ky.pdf", f"{NAME}.docx", f"{NAME}.pdf",
        "SHA256SUMS.txt", "thu/01-Thuong-truc-Tinh-uy.eml", "thu/02-So-Tu-phap.eml",
    ]  # fmt: skip
    assert all(one.is_file() for one in pack.files)
    assert [one.name for one in (tmp_path / "đi").iterdir()] == [NAME]
    assert "Thường trực Tỉnh uỷ" in pack.notes[0]


def test_the_checksums_are_those_of_the_files(pack: Pack) -> None:
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS.txt"],
        cwd=pack.folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert checked.stdout.count(": OK") == len(pack.files) - 1


def test_the_docx_carries_its_draft_and_the_pdf_its_signature_fields(
    library: Library, pack: Pack
) -> None:
    assert open_file(pack.folder / f"{NAME}.docx").draft.text == TEXT
    pdf = (pack.folder / f"{NAME}.pdf").read_bytes()
    assert list(PdfReader(io.BytesIO(pdf)).get_fields() or ()) == ["Nguoi-ky-1", "Co-quan-1"]
    assert Signing(library).verify(pdf) == ()


def test_the_slip_is_a_document_of_its_own(pack: Pack) -> None:
    slip = pack.folder / f"{NAME}-phieu-trinh-ky.pdf"
    text = " ".join(words(slip))
    for said in (
        "PHIẾU TRÌNH KÝ", "Kính trình: Nguyễn Văn An", "05-KH/ĐU", "24/11/2026",
        "T/M BAN THƯỜNG VỤ, BÍ THƯ", "Thường trực Tỉnh uỷ; Sở Tư pháp", f"{NAME}.docx",
        "NGƯỜI TRÌNH", "thông tin cơ sở năm 2027 | giai đoạn đầu",
    ):  # fmt: skip
        assert said in text, said
    assert page_count(slip) == 1
    assert audit(slip.with_suffix(".docx")) == []


def test_the_letters_carry_both_files(pack: Pack) -> None:
    data = (pack.folder / "thu" / "02-So-Tu-phap.eml").read_bytes()
    letter = read_message(data)
    assert email.message_from_bytes(data)["X-Unsent"] == "1"
    assert [one.email for one in letter.to] == ["stp@khanhhoa.gov.vn"]
    assert [one.name for one in letter.attachments] == [f"{NAME}.docx", f"{NAME}.pdf"]
    assert letter.attachments[1].data == (pack.folder / f"{NAME}.pdf").read_bytes()


def test_a_pack_never_takes_the_place_of_another(
    library: Library, compose: Callable[..., Composition], pack: Pack
) -> None:
    again = HandingOff(library, ACCOUNT).hand_off(compose(), pack.folder.parent, PATTERN)
    assert again.folder.name == f"{NAME}-2"
    assert (again.folder / f"{NAME}.pdf").is_file()
    assert len(ComingBack(library, ACCOUNT).waiting()) == 2


def test_a_secret_document_has_no_letters_and_the_pack_says_so(
    library: Library, compose: Callable[..., Composition], tmp_path: Path
) -> None:
    secret = compose(marks=Marks(secrecy="MẬT"))
    pack = HandingOff(library, ACCOUNT).hand_off(secret, tmp_path, PATTERN)
    assert not (pack.folder / "thu").exists()
    assert any("không soạn thư" in note for note in pack.notes)


def test_nothing_is_left_when_the_folder_cannot_be_written(
    library: Library, compose: Callable[..., Composition], tmp_path: Path
) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(WriteError):
        HandingOff(library, ACCOUNT).hand_off(compose(), tmp_path / "tệp", PATTERN)
    assert [one.name for one in tmp_path.iterdir()] == ["tệp"]
    assert ComingBack(library, ACCOUNT).all() == ()


def test_nothing_is_left_when_the_disk_is_full(
    library: Library,
    compose: Callable[..., Composition],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import errno

    count = 0

    def full(_descriptor: int) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    composition = compose()
    monkeypatch.setattr("ttcs_desktop.services.handing_off.os.fsync", full)
    with pytest.raises(WriteError, match="đầy"):
        HandingOff(library, ACCOUNT).hand_off(composition, tmp_path, PATTERN)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_when_it_cannot_be_noted(
    library: Library,
    compose: Callable[..., Composition],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_told: object) -> None:
        raise WriteError("Ổ đĩa đã đầy, chưa ghi được vào sổ dữ liệu.")

    monkeypatch.setattr(HandOffs, "add", fail)
    with pytest.raises(WriteError, match="sổ dữ liệu"):
        HandingOff(library, ACCOUNT).hand_off(compose(), tmp_path, PATTERN)
    assert list(tmp_path.iterdir()) == []


def test_the_clerk_has_a_slip_of_his_own(library: Library) -> None:
    folder = user_data() / "handoff"
    folder.mkdir(parents=True)
    (folder / "phieu.toml").write_text('subject = "{so}"\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"\{so\}"):
        _ = library.slip


def test_a_signed_pdf_is_known_by_its_bytes_filed_and_ticked(
    library: Library, pack: Pack, sign: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    signed = sign(pack.folder / f"{NAME}.pdf", tmp_path / "tải về (1).pdf")
    way_back = ComingBack(library, ACCOUNT)
    match = way_back.match(signed)
    assert (match.known_by, match.hand_off) == (KnownBy.CONTENT, pack.hand_off)
    returned = way_back.take_back(signed)
    filed = pack.folder / f"{NAME}-da-ky.pdf"
    assert filed.read_bytes() == signed.read_bytes()
    ticked = returned.hand_off
    assert ticked.is_back
    assert ticked.returned_file == str(filed)
    assert ticked.returned_sha256 == hashlib.sha256(signed.read_bytes()).hexdigest()
    assert ticked.known_by is KnownBy.CONTENT
    assert "chưa xác nhận được người ký" in ticked.verdict
    assert [one.signer for one in returned.reports] == ["Nguyễn Văn An"]
    assert (pack.folder / f"{NAME}.pdf").is_file()
    assert way_back.waiting() == ()
    assert way_back.all() == (ticked,)


def test_letters_are_written_anew_with_the_signed_file(
    library: Library, pack: Pack, sign: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    signed = sign(pack.folder / f"{NAME}.pdf", tmp_path / "a.pdf")
    letters = ComingBack(library, ACCOUNT).take_back(signed).letters
    assert [one.parent.name for one in letters] == ["thu-da-ky"] * 2
    letter = read_message(letters[1].read_bytes())
    assert [one.name for one in letter.attachments] == [f"{NAME}.docx", f"{NAME}-da-ky.pdf"]
    assert letter.attachments[1].data == signed.read_bytes()


def saved_anew(pdf: Path, to: Path, *, with_facts: bool) -> Path:
    """Save a PDF as another program would: other bytes, the same pages."""
    from pypdf import PdfWriter

    reader, writer = PdfReader(pdf), PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    if with_facts:
        writer.add_metadata(dict(reader.metadata or {}))
    writer.write(to)
    return to


@pytest.mark.parametrize(
    ("name", "with_facts", "known_by"),
    [
        ("scan0001.pdf", True, KnownBy.METADATA),
        ("scan0001.pdf", False, KnownBy.NUMBER),
    ],
)
def test_a_pdf_saved_anew_is_known_by_what_it_says(
    library: Library, pack: Pack, tmp_path: Path, name: str, *, with_facts: bool, known_by: KnownBy
) -> None:
    anew = saved_anew(pack.folder / f"{NAME}.pdf", tmp_path / name, with_facts=with_facts)
    returned = ComingBack(library, ACCOUNT).take_back(anew)
    assert returned.hand_off.known_by is known_by
    assert returned.hand_off.verdict == "Bản quét, không có chữ ký số."
    assert any("Đối chiếu bản quét" in note for note in returned.notes)


@pytest.mark.parametrize(
    "name", [f"{NAME}.signed.signed.jpg", f"{NAME} (1).PNG", "KH 05 DU 2026 11 24 đã ký.tif"]
)
def test_a_scan_is_known_by_its_name(
    library: Library, pack: Pack, tmp_path: Path, name: str
) -> None:
    scan = tmp_path / name
    scan.write_bytes(b"picture")
    returned = ComingBack(library, ACCOUNT).take_back(scan)
    assert returned.hand_off.known_by is KnownBy.NAME
    assert Path(returned.hand_off.returned_file).name == f"{NAME}-da-ky{scan.suffix.lower()}"


def test_a_number_that_only_ends_alike_is_another_document(
    library: Library, compose: Callable[..., Composition], pack: Pack, tmp_path: Path
) -> None:
    other = HandingOff(library, ACCOUNT).hand_off(compose(number="105"), tmp_path, PATTERN)
    anew = saved_anew(
        other.folder / f"{other.hand_off.name}.pdf", tmp_path / "x.pdf", with_facts=False
    )
    assert ComingBack(library, ACCOUNT).match(anew).hand_off == other.hand_off


def test_without_a_sign_the_clerk_chooses(library: Library, pack: Pack, tmp_path: Path) -> None:
    scan = tmp_path / "scan0001.jpg"
    scan.write_bytes(b"picture")
    way_back = ComingBack(library, ACCOUNT)
    with pytest.raises(UserError, match="Chưa rõ") as told:
        way_back.take_back(scan)
    assert "05-KH/ĐU" in told.value.remedy
    returned = way_back.take_back(scan, pack.hand_off)
    assert returned.hand_off.known_by is KnownBy.CLERK


def test_two_packs_of_one_document_leave_the_choice_to_the_clerk_unless_the_bytes_tell(
    library: Library,
    compose: Callable[..., Composition],
    pack: Pack,
    sign: Callable[[Path, Path], Path],
    tmp_path: Path,
) -> None:
    folder = tmp_path / "khác"
    changed = compose(text=TEXT.replace("Mục đích", "Yêu cầu"))
    other = HandingOff(library, ACCOUNT).hand_off(changed, folder, PATTERN)
    scan = tmp_path / f"{NAME}.jpg"
    scan.write_bytes(b"picture")
    way_back = ComingBack(library, ACCOUNT)
    assert len(way_back.match(scan).candidates) == 2
    with pytest.raises(UserError, match="Chưa rõ"):
        way_back.take_back(scan)
    signed = sign(other.folder / f"{NAME}.pdf", tmp_path / "a.pdf")
    assert way_back.take_back(signed).hand_off.id == other.hand_off.id
    assert way_back.take_back(scan).hand_off.id == pack.hand_off.id


def test_what_is_not_signed_or_was_changed_is_not_taken(
    library: Library, pack: Pack, sign: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    way_back, pdf = ComingBack(library, ACCOUNT), pack.folder / f"{NAME}.pdf"
    with pytest.raises(UserError, match="chưa có chữ ký nào"):
        way_back.take_back(pdf)
    signed = sign(pdf, tmp_path / "a.pdf")
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.read_bytes()), strict=False)
    drawn = generic.StreamObject(stream_data=b"0 0 99 99 re f")
    writer.add_stream_to_page(0, writer.add_object(drawn), prepend=True)
    with signed.open("wb") as file:
        writer.write(file)
    with pytest.raises(UserError, match="bị sửa sau khi ký"):
        way_back.take_back(signed)
    with pytest.raises(SourceError, match="Chỉ nhận tệp PDF"):
        way_back.take_back(pack.folder / f"{NAME}.docx")
    with pytest.raises(SourceError, match="Không mở được"):
        way_back.take_back(tmp_path / "không có.pdf")
    assert not (pack.folder / f"{NAME}-da-ky.pdf").exists()
    assert way_back.waiting() == (pack.hand_off,)


def test_a_second_signature_is_filed_beside_the_first(
    library: Library, pack: Pack, sign: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    way_back = ComingBack(library, ACCOUNT)
    first = sign(pack.folder / f"{NAME}.pdf", tmp_path / "a.pdf")
    way_back.take_back(first)
    again = way_back.take_back(first)
    assert Path(again.hand_off.returned_file).name == f"{NAME}-da-ky-2.pdf"


def test_a_signed_file_is_ticked_in_the_register(
    library: Library,
    compose: Callable[..., Composition],
    sign: Callable[[Path, Path], Path],
    tmp_path: Path,
) -> None:
    book, document = NumberBook(library), str(tmp_path / f"{NAME}.docx")
    day = datetime.date(2026, 11, 24)
    outgoing = Outgoing("dang-uy-22480", "kế hoạch", day, note="Gấp.", document=document)
    given = book.issue(outgoing, "5")
    packing = HandingOff(library, ACCOUNT)
    pack = packing.hand_off(compose(), tmp_path / "đi", PATTERN, document=document)
    signed = sign(pack.folder / f"{NAME}.pdf", tmp_path / "về.pdf")
    for _again in range(2):
        returned = ComingBack(library, ACCOUNT).take_back(signed)
        assert any("05-KH/ĐU" in note for note in returned.notes)
    (entry,) = book.entries()
    assert (entry.id, entry.state) == (given.id, given.state)
    today = datetime.datetime.now().astimezone().date()
    assert entry.registered.note == f"Gấp. Đã nhận bản ký ngày {short_date(today)}."
