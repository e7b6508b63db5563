"""The mail program of the system, opened with a letter ready to be sent (chương trình thư).

Windows and macOS open a draft file (`.eml`); Simple MAPI is not used, it loses Vietnamese letters.
Linux hands text and files over with `xdg-email`, which knows more programs than open `.eml`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Mail

SECONDS = 60


def open_letter(mail: Mail, draft: Path, attachments: Sequence[Path]) -> None:
    """Open a letter in the mail program; `draft` is its file, `attachments` the files it carries.

    Raises:
        UserError: there is no mail program, or it does not start.
    """
    if sys.platform == "win32":
        _start(draft)
    elif sys.platform == "darwin":
        _run(["open", str(draft)], draft)
    else:
        _run(_command(mail, attachments), draft)


def _start(draft: Path) -> None:
    try:
        os.startfile(draft)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606
    except OSError as error:
        raise _no_program(draft, error.strerror or str(error)) from error


def _command(mail: Mail, attachments: Sequence[Path]) -> list[str]:
    files = [word for path in attachments for word in ("--attach", str(path.absolute()))]
    said = ["--utf8", "--subject", mail.subject, "--body", mail.body]
    return ["xdg-email", *said, *files, *(one.email for one in mail.to)]


def _run(command: list[str], draft: Path) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise _no_program(draft, _("thiếu {program}").format(program=command[0]))
    try:
        done = subprocess.run(  # noqa: S603  our own words; addresses are checked before
            [program, *command[1:]], capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _no_program(draft, str(error)) from error
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip() or str(done.returncode)
        raise _no_program(draft, told)


def _no_program(draft: Path, reason: str) -> UserError:
    return UserError(
        _("Không mở được chương trình thư của máy ({reason}).").format(reason=reason),
        remedy=_("Mở tệp thư nháp {draft} bằng chương trình thư, hoặc gửi qua hộp thư đi.").format(
            draft=draft
        ),
    )
