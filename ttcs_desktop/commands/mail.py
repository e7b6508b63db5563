"""`ttcs mail` and `ttcs outbox`: letters as drafts, and those that wait to be sent (gửi thư)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.codec import to_plain
from ttcs_desktop.commands.printing import FINDINGS, ask_secret, print_json, print_rows
from ttcs_desktop.commands.sources import DateOption, FormatOption, Source, UnitOption, composed
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Attachment, Letter, LetterState, Mail, MailAccount
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library

Files = Annotated[list[Path] | None, typer.Option("--attach", help=_("Tệp kèm theo."))]
PlainNames = Annotated[bool, typer.Option("--plain-names", help=_("Tên tệp kèm không dấu."))]
LetterId = Annotated[int, typer.Argument(metavar="ID", help=_("Mã thư trong hộp thư đi."))]
AsJson = Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))]


def mail_commands(library: Library) -> typer.Typer:
    """Return the commands on letters, in the language spoken now."""
    mail = typer.Typer(help=_("Thư điện tử."), no_args_is_help=True, rich_markup_mode=None)

    @mail.command("draft", help=_("Ghi thư nháp .eml cho từng nơi nhận; không gửi gì."))
    def draft(
        source: Source,
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Thư mục ghi."))],
        *,
        attach: Files = None,
        plain_names: PlainNames = False,
        unit: UnitOption = "",
        format_id: FormatOption = "",
        date: DateOption = "",
    ) -> int:
        from ttcs_desktop.services.mailing import write_drafts

        composition = composed(library, source, unit, format_id, date)
        mails = _mails(library, composition, attach, plain_names=plain_names)
        for path in write_drafts(mails, output):
            typer.echo(_("Đã ghi {path}").format(path=path))
        return _print_notes(mails)

    return mail


def outbox_commands(library: Library) -> typer.Typer:
    """Return the commands on the outbox, in the language spoken now."""
    outbox = typer.Typer(
        help=_("Hộp thư đi: chờ đồng ý, chờ mạng, đã gửi."),
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    _add_list(outbox, library)
    _add_put(outbox, library)
    _add_approve(outbox, library)
    _add_withdraw(outbox, library)
    _add_settle(outbox, library)
    _add_send(outbox, library)
    return outbox


def _add_list(outbox: typer.Typer, library: Library) -> None:
    @outbox.command("list", help=_("Các thư, và thư nào đã đi đâu."))
    def list_letters(*, as_json: AsJson = False) -> None:
        from ttcs_desktop.services.outbox import Outbox

        _print_letters(Outbox(library).letters(), as_json=as_json)


def _add_put(outbox: typer.Typer, library: Library) -> None:
    @outbox.command("put", help=_("Đưa thư của một văn bản vào hộp thư đi; chờ đồng ý."))
    def put(
        source: Source,
        *,
        attach: Files = None,
        plain_names: PlainNames = False,
        unit: UnitOption = "",
        format_id: FormatOption = "",
        date: DateOption = "",
        as_json: AsJson = False,
    ) -> int:
        from ttcs_desktop.services.outbox import Outbox

        composition = composed(library, source, unit, format_id, date)
        mails = _mails(library, composition, attach, plain_names=plain_names)
        addressed = [mail for mail in mails if mail.to]
        _print_letters(Outbox(library).put_in(addressed, source), as_json=as_json)
        return _print_notes(mails)


def _add_approve(outbox: typer.Typer, library: Library) -> None:
    @outbox.command("approve", help=_("Đồng ý gửi; từ đây thư mới được gửi."))
    def approve(
        letters: Annotated[list[int], typer.Argument(metavar="ID...", help=_("Mã các thư."))],
        *,
        by: Annotated[str, typer.Option(help=_("Người đồng ý."))],
    ) -> None:
        from ttcs_desktop.services.outbox import Outbox

        box = Outbox(library)
        _print_letters([box.approve(one, by) for one in letters], as_json=False)


def _add_withdraw(outbox: typer.Typer, library: Library) -> None:
    @outbox.command("withdraw", help=_("Rút lại thư chưa gửi."))
    def withdraw(letter: LetterId) -> None:
        from ttcs_desktop.services.outbox import Outbox

        _print_letters([Outbox(library).withdraw(letter)], as_json=False)


def _add_settle(outbox: typer.Typer, library: Library) -> None:
    @outbox.command("settle", help=_("Ghi kết quả của thư có thể đã gửi."))
    def settle(
        letter: LetterId,
        *,
        has_gone: Annotated[
            bool, typer.Option("--gone/--not-gone", help=_("Nơi nhận đã nhận được hay chưa."))
        ],
    ) -> None:
        from ttcs_desktop.services.outbox import Outbox

        _print_letters([Outbox(library).settle(letter, has_gone=has_gone)], as_json=False)


def _add_send(outbox: typer.Typer, library: Library) -> None:
    @outbox.command("send", help=_("Gửi các thư đã đồng ý."))
    def send(*, as_json: AsJson = False) -> int:
        from ttcs_desktop.services.outbox import Outbox

        done = Outbox(library).send_due(_ask_password)
        _print_letters(done.letters, as_json=as_json)
        if done.stopped:
            typer.echo(done.stopped, err=True)
        is_well = all(letter.state is LetterState.SENT for letter in done.letters)
        return 0 if is_well and not done.stopped else FINDINGS


def _mails(
    library: Library, composition: Composition, files: list[Path] | None, *, plain_names: bool
) -> tuple[Mail, ...]:
    from ttcs_desktop.services.mailing import Mailing, attached

    attachments = attached(files) if files else _own_files(composition)
    return Mailing(library).mails(composition, attachments, with_plain_names=plain_names)


def _own_files(composition: Composition) -> tuple[Attachment, ...]:
    from ttcs_desktop.services.mailing import files_of, refuse_secret
    from ttcs_desktop.services.naming import suggested_name
    from ttcs_desktop.services.settings import load_settings

    refuse_secret(composition)
    return files_of(composition, suggested_name(composition, load_settings().name_pattern))


def _ask_password(account: MailAccount) -> str | None:
    return ask_secret(_("Mật khẩu hộp thư {user}").format(user=account.user)) or None


def _print_letters(letters: Iterable[Letter], *, as_json: bool) -> None:
    from ttcs_desktop.services.outbox_words import letter_story, letter_word

    listed = tuple(letters)
    if as_json:
        print_json(to_plain(listed))
        return
    rows = [
        {
            "id": letter.id,
            "recipient": letter.recipient,
            "subject": letter.subject,
            "state": letter_word(letter.state),
            "story": letter_story(letter),
        }
        for letter in listed
    ]
    headings = (_("Mã"), _("Nơi nhận"), _("Tiêu đề"), _("Tình trạng"), _("Diễn biến"))
    print_rows(headings, rows, as_json=False)


def _print_notes(mails: Iterable[Mail]) -> int:
    notes = [f"{mail.recipient}: {mail.note}" for mail in mails if mail.note]
    for note in notes:
        typer.echo(note, err=True)
    return FINDINGS if notes else 0
