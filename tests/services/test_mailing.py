"""A letter for each line of Nơi nhận, to those who are meant by it."""

import dataclasses
import datetime
import os
from pathlib import Path

import pytest

from ttcs_desktop.delivery.mail.message import read_message
from ttcs_desktop.errors import DataError, SourceError
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.mail import Attachment, Mail, MailAccount, MailAddress
from ttcs_desktop.model.unit import Contact
from ttcs_desktop.places import user_data
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mailing import (
    Mailing,
    attached,
    files_of,
    open_in_mail_program,
    write_drafts,
)
from ttcs_desktop.services.registries import Registries
from ttcs_desktop.services.secrecy import SecretError

TEXT = """Số 05-KH/BTGTU

KẾ HOẠCH

thông tin cơ sở năm 2027

1. Mục đích.

Nơi nhận:
- Ban Tuyên giáo Trung ương (báo cáo);
- Thường trực Tỉnh uỷ (báo cáo);
- Các đảng uỷ trực thuộc Tỉnh uỷ;
- Sở Tư pháp;
- Lãnh đạo Ban và các phòng;
- Lưu Văn phòng.

TRƯỞNG BAN

Nguyễn Văn A
"""
DRAFT = Draft(text=TEXT, unit="btgtu", date=datetime.date(2026, 11, 24), number="05")
ACCOUNT = MailAccount("btg@khanhhoa.gov.vn", "Văn thư Ban Tuyên giáo Tỉnh uỷ")
FILES = (Attachment("Kế hoạch.docx", b"PK" * 600), Attachment("Kế hoạch.pdf", b"%PDF" * 300))


def with_contacts(library: Library, **emails: str) -> None:
    Registries(library).save(
        dataclasses.replace(
            library.units[unit.replace("_", "-")], contacts=(Contact("Văn thư", email),)
        )
        for unit, email in emails.items()
    )


@pytest.fixture
def library() -> Library:
    library = Library()
    with_contacts(
        library,
        tu="vptu@khanhhoa.gov.vn",
        so_tu_phap="stp@khanhhoa.gov.vn",
        dang_uy_22480="ncr@khanhhoa.gov.vn",
        dang_uy_22736="truongsa@khanhhoa.gov.vn",
    )
    return library


@pytest.fixture
def composition(library: Library) -> Composition:
    return Composer(library).compose(DRAFT)


@pytest.fixture
def mails(library: Library, composition: Composition) -> tuple[Mail, ...]:
    return Mailing(library, ACCOUNT).mails(composition, FILES)


def test_each_line_has_its_letter_and_the_filing_line_none(mails: tuple[Mail, ...]) -> None:
    assert [mail.recipient for mail in mails] == [
        "Ban Tuyên giáo Trung ương", "Thường trực Tỉnh uỷ", "Các đảng uỷ trực thuộc Tỉnh uỷ",
        "Sở Tư pháp", "Lãnh đạo Ban và các phòng",
    ]  # fmt: skip
    assert [[one.email for one in mail.to] for mail in mails] == [
        [],
        ["vptu@khanhhoa.gov.vn"],
        ["ncr@khanhhoa.gov.vn", "truongsa@khanhhoa.gov.vn"],
        ["stp@khanhhoa.gov.vn"],
        [],
    ]
    assert mails[3].to == (MailAddress("stp@khanhhoa.gov.vn", "Sở Tư pháp"),)
    assert {mail.sender for mail in mails} == {MailAddress(ACCOUNT.email, ACCOUNT.name)}


def test_who_has_no_address_is_told(mails: tuple[Mail, ...]) -> None:
    assert "Chưa có địa chỉ thư của “Ban Tuyên giáo Trung ương”" in mails[0].note
    assert mails[1].note == ""
    assert mails[2].note.startswith("Còn 67 đơn vị chưa có địa chỉ thư: ")
    assert "Đảng uỷ Quân sự tỉnh" in mails[2].note
    assert "Đảng uỷ xã Nam Cam Ranh" not in mails[2].note


def test_subject_and_body_come_from_the_template_of_the_purpose(mails: tuple[Mail, ...]) -> None:
    assert {mail.subject for mail in mails} == {"Kế hoạch thông tin cơ sở năm 2027"}
    assert mails[1].body == (
        "Kính gửi: Thường trực Tỉnh uỷ,\n\n"
        "Ban Tuyên giáo Tỉnh uỷ kính gửi Kế hoạch thông tin cơ sở năm 2027 (số 05-KH/BTGTU, ngày "
        "24/11/2026) để báo cáo.\n\n"
        "Tệp kèm theo:\n- Kế hoạch.docx (1 KB)\n- Kế hoạch.pdf (1 KB)\n\n"
        "Trân trọng,\nVăn thư Ban Tuyên giáo Tỉnh uỷ\n"
    )
    assert "Đề nghị đơn vị xác nhận" in mails[3].body


def test_a_draft_without_number_or_date_leaves_no_empty_brackets(library: Library) -> None:
    draft = dataclasses.replace(DRAFT, number="", date=None, text=TEXT.replace("Số 05", "Số    "))
    mail = Mailing(library, ACCOUNT).mails(Composer(library).compose(draft), FILES)[3]
    assert "gửi Kế hoạch thông tin cơ sở năm 2027." in mail.body


def test_the_clerk_has_templates_and_recipients_of_his_own(
    library: Library, composition: Composition
) -> None:
    folder = user_data() / "mail"
    folder.mkdir(parents=True)
    (folder / "rieng.toml").write_text(
        """
        [template.send]
        subject = "[BTG] {number}"
        [[recipient]]
        names = ["Lãnh đạo ban và các phòng"]
        emails = ["lanh-dao@khanhhoa.gov.vn", "phong@khanhhoa.gov.vn"]
        """,
        encoding="utf-8",
    )
    mails = Mailing(library, ACCOUNT).mails(composition, FILES)
    assert mails[3].subject == "[BTG] 05-KH/BTGTU"
    assert mails[1].subject == "Kế hoạch thông tin cơ sở năm 2027"
    assert [one.email for one in mails[4].to] == [
        "lanh-dao@khanhhoa.gov.vn", "phong@khanhhoa.gov.vn",
    ]  # fmt: skip


def test_a_blank_that_nobody_fills_is_told(library: Library) -> None:
    folder = user_data() / "mail"
    folder.mkdir(parents=True)
    (folder / "rieng.toml").write_text('[template.send]\nbody = "{so}"\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"\{so\}") as told:
        _ = library.mail_desk
    assert "{number}" in told.value.remedy


def test_a_commune_means_its_own_bodies_and_a_letter_its_addressees() -> None:
    library = Library()
    with_contacts(
        library, ubnd_22480="ubnd@x.vn", mttq_22480="mttq@x.vn", tu="tu@x.vn", ubnd_22546="no@x.vn"
    )
    text = """Kính gửi: Uỷ ban nhân dân xã

1. Nội dung.

Nơi nhận:
- Như trên;
- Tỉnh uỷ Khánh Hoà;
- Uỷ ban Mặt trận Tổ quốc Việt Nam xã;
- Lưu Văn phòng Đảng uỷ.
"""
    draft = Draft(text=text, unit="dang-uy-22480", date=datetime.date(2026, 11, 24))
    mails = Mailing(library, ACCOUNT).mails(Composer(library).compose(draft), FILES)
    assert [(mail.recipient, [one.email for one in mail.to]) for mail in mails][-3:] == [
        ("Uỷ ban nhân dân xã", ["ubnd@x.vn"]),
        ("Tỉnh uỷ Khánh Hoà", ["tu@x.vn"]),
        ("Uỷ ban Mặt trận Tổ quốc Việt Nam xã", ["mttq@x.vn"]),
    ]


@pytest.mark.parametrize(
    ("typed", "emails"),
    [
        ("vt@stp.vn; phong@stp.vn", ["vt@stp.vn", "phong@stp.vn"]),
        ("Văn thư <vt@stp.vn>", ["vt@stp.vn"]),
        ("văn-thư@stp.vn", []),
        ("chưa có", []),
    ],
)
def test_addresses_are_taken_as_clerks_type_them(
    library: Library, composition: Composition, typed: str, emails: list[str]
) -> None:
    with_contacts(library, so_tu_phap=typed)
    mail = Mailing(library, ACCOUNT).mails(composition, FILES)[3]
    assert [one.email for one in mail.to] == emails
    assert bool(mail.note) is not bool(emails)


def test_a_group_of_the_clerk_is_a_recipient(library: Library) -> None:
    unit = library.units["so-tu-phap"]
    Registries(library).save([dataclasses.replace(unit, groups=("Tổ công tác 07",))])
    draft = dataclasses.replace(DRAFT, text=TEXT.replace("- Sở Tư pháp;", "- Tổ công tác 07;"))
    mail = Mailing(library, ACCOUNT).mails(Composer(library).compose(draft), FILES)[3]
    assert [one.email for one in mail.to] == ["stp@khanhhoa.gov.vn"]


def test_large_files_are_zipped_and_too_large_ones_told(
    library: Library, composition: Composition
) -> None:
    mailing = Mailing(library, ACCOUNT)
    plain = Attachment("Phụ lục.docx", b"a" * 11_000_000)
    (file,), note = mailing.fitted((plain,))
    assert file.name == "Phụ lục.zip"
    assert len(file.data) < 100_000
    assert note == "Tệp kèm 11,0 MB nên đã nén còn 11 KB."
    dense = Attachment("Bản quét.pdf", os.urandom(21_000_000))
    (mail, *_others) = mailing.mails(composition, (dense,))
    assert mail.attachments[0].name == "Bản quét.zip"
    assert "nhiều hộp thư không nhận quá 20,0 MB" in mail.note


def test_names_without_marks_on_request(library: Library, composition: Composition) -> None:
    mails = Mailing(library, ACCOUNT).mails(composition, FILES, with_plain_names=True)
    assert [one.name for one in mails[0].attachments] == ["Ke-hoach.docx", "Ke-hoach.pdf"]


def test_drafts_are_written_and_read_back(
    library: Library, composition: Composition, tmp_path: Path
) -> None:
    mails = Mailing(library, ACCOUNT).mails(composition, files_of(composition, "Kế hoạch"))
    paths = write_drafts(mails, tmp_path)
    assert [path.name for path in paths][:2] == [
        "01-Ban-Tuyen-giao-Trung-uong.eml", "02-Thuong-truc-Tinh-uy.eml",
    ]  # fmt: skip
    back = read_message(paths[1].read_bytes())
    assert back == dataclasses.replace(mails[1], recipient="", body=mails[1].body.rstrip("\n"))
    assert [one.name for one in back.attachments] == ["Kế hoạch.docx", "Kế hoạch.pdf"]
    assert back.attachments[1].data.startswith(b"%PDF")


def test_files_on_disk_go_under_their_own_names(tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch năm 2027.pdf"
    path.write_bytes(b"%PDF")
    assert attached([path]) == (Attachment("Kế hoạch năm 2027.pdf", b"%PDF"),)
    with pytest.raises(SourceError, match="Không đọc được tệp kèm"):
        attached([tmp_path / "không có.pdf"])


@pytest.mark.parametrize("mark", ["Mật", "TỐI MẬT"])
def test_a_secret_document_has_no_letter(library: Library, tmp_path: Path, mark: str) -> None:
    secret = dataclasses.replace(DRAFT, marks=Marks(secrecy=mark))
    with pytest.raises(SecretError, match=f"{mark.upper()} nên không soạn thư"):
        Mailing(library, ACCOUNT).mails(Composer(library).compose(secret), FILES)


def test_the_mail_program_finds_the_files_it_is_given(
    mails: tuple[Mail, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[Mail, Path, list[Path]]] = []
    monkeypatch.setattr(
        "ttcs_desktop.delivery.mail.program.open_letter",
        lambda mail, draft, files: given.append((mail, draft, files)),
    )
    open_in_mail_program(mails[3], tmp_path)
    ((mail, draft, files),) = given
    assert mail == mails[3]
    assert draft.suffix == ".eml"
    assert [(path.name, path.read_bytes()) for path in files] == [
        (one.name, one.data) for one in FILES
    ]
