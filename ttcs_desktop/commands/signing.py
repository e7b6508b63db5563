"""`ttcs sign`, `ttcs verify`: digital signatures of PDF files (ký số, kiểm tra chữ ký)."""

from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.codec import to_plain
from ttcs_desktop.commands.printing import FINDINGS, ask_secret, print_json
from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import FileKey, TokenKey
from ttcs_desktop.services.library import Library


def add_signing(app: typer.Typer, library: Library) -> None:
    """Add the commands on signatures, in the language spoken now."""
    _add_sign(app, library)
    _add_verify(app, library)


def _add_sign(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Ký số vào ô ký của tệp PDF, bằng tệp .p12 hoặc thẻ ký."))
    def sign(
        file: Annotated[Path, typer.Argument(help=_("Tệp PDF có ô ký."))],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp PDF sẽ ghi."))],
        *,
        picture: Annotated[Path, typer.Option(help=_("Ảnh chữ ký hoặc dấu, PNG nền trong."))],
        field: Annotated[str, typer.Option(help=_("Tên ô ký."))] = "Nguoi-ky-1",
        p12: Annotated[Path | None, typer.Option(help=_("Tệp chứng thư số .p12, .pfx."))] = None,
        token: Annotated[Path | None, typer.Option(help=_("Thư viện PKCS#11 của thẻ ký."))] = None,
        certificate: Annotated[
            str, typer.Option(help=_("Tên chứng thư, khi thẻ có nhiều chứng thư."))
        ] = "",
        place: Annotated[str, typer.Option(help=_("Nơi ký."))] = "",
    ) -> None:
        from ttcs_desktop.services.files import write_atomically
        from ttcs_desktop.services.signing import Signing

        signing = Signing(library)
        pdf, ink = _bytes_of(file), _bytes_of(picture)
        signed = signing.sign(pdf, field, _key(p12, token, certificate), ink, place=place)
        write_atomically(output, signed)
        typer.echo(_("Đã ghi {path}").format(path=output))


def _add_verify(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Kiểm tra chữ ký số của tệp PDF, bằng lời thường."))
    def verify(
        file: Annotated[Path, typer.Argument(help=_("Tệp PDF."))],
        *,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> int:
        from ttcs_desktop.services.signature_words import story, verdict
        from ttcs_desktop.services.signing import Signing

        reports = Signing(library).verify(_bytes_of(file))
        if as_json:
            print_json({"verdict": verdict(reports), "signatures": to_plain(reports)})
        else:
            for report in reports:
                typer.echo(f"{report.field}: {' '.join(story(report))}")
            typer.echo(verdict(reports))
        return 0 if reports and all(one.is_good for one in reports) else FINDINGS


def _key(p12: Path | None, token: Path | None, certificate: str) -> FileKey | TokenKey:
    if p12 is not None and token is None:
        return FileKey(p12, ask_secret(_("Mật khẩu của {name}").format(name=p12.name)))
    if token is not None and p12 is None:
        return TokenKey(token, ask_secret(_("Mã PIN của thẻ ký")), certificate=certificate)
    raise UserError(
        _("Chưa rõ ký bằng gì."), remedy=_("Thêm --p12 tệp.p12 hoặc --token thư-viện.so.")
    )


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            _("Không mở được tệp ({reason}).").format(reason=error.strerror or error),
            where=str(path),
            remedy=_("Kiểm tra tên tệp và quyền đọc."),
        ) from error
