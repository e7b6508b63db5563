"""A letter reads back word for word, whatever the names in it."""

import datetime
import email
import email.policy
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttcs_desktop.delivery.mail.attachments import plainly_named, zipped
from ttcs_desktop.delivery.mail.message import (
    dated,
    draft_file,
    is_address,
    new_message_id,
    read_message,
    sent_bytes,
)
from ttcs_desktop.model.mail import Attachment, Mail, MailAddress

NAME = "Kế hoạch thông tin cơ sở năm 2027 của Ban Tuyên giáo Tỉnh uỷ Khánh Hoà, bản ký số.pdf"
MAIL = Mail(
    to=(
        MailAddress("dang-uy@khanhhoa.gov.vn", "Đảng uỷ xã Nam Cam Ranh, tỉnh Khánh Hoà (văn thư)"),
        MailAddress("so@khanhhoa.gov.vn", 'Nguyen, "Van A"'),
        MailAddress("khac@khanhhoa.gov.vn"),
    ),
    subject="Kế hoạch số 05-KH/BTGTU, ngày 05/9/2026 của Ban Tuyên giáo Tỉnh uỷ Khánh Hoà về thông"
    " tin cơ sở năm 2027 trên địa bàn tỉnh",
    body="Kính gửi: Đảng uỷ xã,\n\n.Dòng bắt đầu bằng dấu chấm\nFrom đầu dòng",
    attachments=(Attachment(NAME, b"%PDF-1.7\r\n.\r\n"), Attachment("a.docx", b"PK\3\4")),
    sender=MailAddress("btg@khanhhoa.gov.vn", "Ban Tuyên giáo Tỉnh uỷ"),
)
WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=120
)
VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặ ,.;:()“”\"'-–&", max_size=200)


def test_a_draft_opens_ready_to_be_sent_and_says_what_was_meant() -> None:
    data = draft_file(MAIL)
    assert read_message(data) == MAIL
    assert data.count(b"X-Unsent: 1\r\n") == 1
    assert b"Message-ID" not in data


def test_every_line_can_pass_any_server() -> None:
    data = sent_bytes(MAIL, new_message_id("btg@khanhhoa.gov.vn"))
    assert data.isascii()
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 998


def test_another_reader_finds_the_same_subject_files_and_body() -> None:
    message = email.message_from_bytes(draft_file(MAIL), policy=email.policy.default)
    assert message["Subject"] == MAIL.subject
    files = list(message.iter_attachments())
    assert [part.get_filename() for part in files] == [NAME, "a.docx"]
    assert [part.get_content() for part in files] == [one.data for one in MAIL.attachments]
    assert files[0].get_content_type() == "application/pdf"
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == MAIL.body.splitlines()


def test_names_are_written_as_rfc_2231_asks() -> None:
    head = draft_file(MAIL).partition(b"%PDF")[0]
    assert b"filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch" in head
    assert b'filename="a.docx"' in draft_file(MAIL)


def test_plain_names_have_no_marks() -> None:
    (first, _second) = plainly_named(MAIL.attachments)
    assert first.name == (
        "Ke-hoach-thong-tin-co-so-nam-2027-cua-Ban-Tuyen-giao-Tinh-uy-Khanh-Hoa,-ban-ky-so.pdf"
    )
    assert first.data == MAIL.attachments[0].data


def test_a_zip_keeps_vietnamese_names_and_is_the_same_each_time() -> None:
    archive = zipped(MAIL.attachments, "Kế hoạch")
    assert archive.name == "Kế hoạch.zip"
    assert archive == zipped(MAIL.attachments, "Kế hoạch")
    with zipfile.ZipFile(io.BytesIO(archive.data)) as opened:
        assert opened.namelist() == [NAME, "a.docx"]
        assert opened.read(NAME) == MAIL.attachments[0].data


def test_nothing_typed_can_add_a_header() -> None:
    sly = Mail(
        to=(MailAddress("a@b.vn", "A\r\nBcc: x@y.vn"),),
        subject="Báo cáo\r\nBcc: x@y.vn",
        body="",
        attachments=(Attachment('a"\r\nX: 1.pdf', b""),),
    )
    data = draft_file(sly)
    message = email.message_from_bytes(data)
    assert message["Bcc"] is None
    assert message["X"] is None
    assert read_message(data).subject == "Báo cáo Bcc: x@y.vn"


@settings(deadline=None)
@given(subject=VIETNAMESE, name=WORDS, body=st.text(), file=WORDS, data=st.binary(max_size=300))
def test_any_words_read_back(subject: str, name: str, body: str, file: str, data: bytes) -> None:
    mail = Mail((MailAddress("a@b.vn", name),), subject, body, (Attachment(file + ".pdf", data),))
    back = read_message(draft_file(mail))
    assert back.subject == " ".join(subject.split())
    assert back.to[0].name == " ".join(name.split())
    assert back.attachments[0].data == data


def test_the_id_of_a_letter_tells_nothing_of_the_machine() -> None:
    import socket

    message_id = new_message_id("btg@khanhhoa.gov.vn")
    assert message_id.endswith("@khanhhoa.gov.vn>")
    assert socket.gethostname() not in message_id
    assert message_id != new_message_id("btg@khanhhoa.gov.vn")


def test_the_date_stands_at_the_head() -> None:
    moment = datetime.datetime(
        2026, 11, 24, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(0, 25200))
    )
    data = dated(sent_bytes(MAIL, "<1@b.vn>"), moment)
    assert email.message_from_bytes(data)["Date"] == "Tue, 24 Nov 2026 09:30:00 +0700"


@pytest.mark.parametrize(
    ("text", "is_sound"),
    [
        ("van-thu@khanhhoa.gov.vn", True),
        ("a.b+c@x-y.vn", True),
        ("văn-thư@khanhhoa.gov.vn", False),
        ("van thu@khanhhoa.gov.vn", False),
        ("van-thu@khanhhoa", False),
        ("van-thu", False),
        ("a@b.vn\n", False),
        ("a@b.vn>", False),
        ("a..b@c.vn", False),
        ("", False),
    ],
)
def test_addresses_are_sound_or_not(text: str, *, is_sound: bool) -> None:
    assert is_address(text) is is_sound
