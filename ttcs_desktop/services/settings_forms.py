"""The clerk's choices and mailbox as forms (biểu mẫu thiết đặt)."""

import dataclasses
from typing import Any

from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import MailAccount, Security
from ttcs_desktop.model.template import Field, FieldType, Form, FormSection
from ttcs_desktop.services.settings import Settings

_PARTS = {"type": "KH", "number": "15", "unit": "BTGTU", "date": "2026-11-24", "subject": ""}
"""What a pattern of names knows, with an example."""
_NAMES = " ".join(f"{{{name}}}" for name in _PARTS)


def general_form() -> Form:
    """Return what is asked of the clerk's own office."""
    return Form(
        (
            Field("unit", _("Đơn vị của tôi"), FieldType.UNIT, is_required=False),
            Field(
                "folder", _("Thư mục lưu văn bản"), is_required=False,
                help=_("Để trống thì dùng thư mục Tài liệu của máy."),
            ),
            Field(
                "name_pattern", _("Mẫu tên tệp"),
                help=_("Dùng được: {parts}.").format(parts=_NAMES),
            ),
        ),
    )  # fmt: skip


def general_answers(settings: Settings) -> dict[str, Any]:
    """Return what the form holds for these settings."""
    return {name: getattr(settings, name) for name in ("unit", "folder", "name_pattern")}


def settings_of(answers: dict[str, Any], before: Settings) -> Settings:
    """Return the settings that a form gives.

    Raises:
        DataError: the pattern of names cannot be understood.
    """
    pattern = str(answers.get("name_pattern") or Settings().name_pattern)
    try:
        pattern.format(**_PARTS)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise DataError(
            _("Không hiểu mẫu tên tệp “{pattern}”.").format(pattern=pattern),
            remedy=_("Ví dụ: {example}.").format(example=Settings().name_pattern),
        ) from error
    return dataclasses.replace(
        before,
        unit=str(answers.get("unit") or ""),
        folder=str(answers.get("folder") or ""),
        name_pattern=pattern,
    )


def mail_form() -> Form:
    """Return what is asked of the mailbox that letters are sent from."""
    return Form(
        (
            Field("email", _("Địa chỉ hộp thư"), is_required=False, section="mail"),
            Field("name", _("Tên người gửi"), is_required=False, section="mail"),
            Field("host", _("Máy chủ gửi thư (SMTP)"), is_required=False, section="server"),
            Field("port", _("Cổng"), FieldType.NUMBER, section="server", minimum=1, maximum=65535),
            Field(
                "security", _("Bảo mật"), FieldType.CHOICE, section="server",
                choices=tuple(str(one) for one in Security),
            ),
            Field("user", _("Tên đăng nhập"), is_required=False, section="server"),
            Field(
                "is_password_kept", _("Giữ mật khẩu trong kho của máy"), FieldType.FLAG,
                section="server", is_required=False,
            ),
        ),
        (FormSection("mail", _("Hộp thư gửi")), FormSection("server", _("Máy chủ"))),
    )  # fmt: skip


def mail_answers(account: MailAccount) -> dict[str, Any]:
    """Return what the form holds for a mailbox."""
    return dataclasses.asdict(account) | {"security": str(account.security)}


def account_of(answers: dict[str, Any], before: MailAccount) -> MailAccount:
    """Return the mailbox that a form gives."""
    return dataclasses.replace(
        before,
        email=str(answers.get("email") or "").strip(),
        name=str(answers.get("name") or "").strip(),
        host=str(answers.get("host") or "").strip(),
        port=int(answers.get("port") or before.port),
        security=Security(answers.get("security") or before.security),
        user=str(answers.get("user") or "").strip(),
        is_password_kept=bool(answers.get("is_password_kept")),
    )
