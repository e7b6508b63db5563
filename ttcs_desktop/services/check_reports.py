"""What a check found, as offices hand it on: an appraisal form, comments in a copy of the file."""

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.document import (
    Alignment,
    Block,
    Document,
    IssuingBody,
    Item,
    Level,
    Paragraph,
    PlaceAndDate,
    SignatureBlock,
    Table,
    TableCell,
)
from ttcs_desktop.model.finding import Finding, FindingPlace
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.model.text import Content, Span
from ttcs_desktop.model.unit import Habits
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.formats import with_habits
from ttcs_desktop.services.alike import few_of_each
from ttcs_desktop.services.checking import Checked
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.opening import bytes_of

_SEVERITIES = {
    Severity.ERROR: lambda: _("Lỗi"),
    Severity.WARNING: lambda: _("Cần xem"),
    Severity.NOTE: lambda: _("Gợi ý"),
}
_COLUMNS: tuple[tuple[Callable[[], str], Alignment], ...] = (
    (lambda: _("STT"), Alignment.CENTRE),
    (lambda: _("Vị trí"), Alignment.LEFT),
    (lambda: _("Nội dung"), Alignment.LEFT),
    (lambda: _("Yêu cầu"), Alignment.LEFT),
    (lambda: _("Căn cứ"), Alignment.LEFT),
    (lambda: _("Mức độ"), Alignment.CENTRE),
)
_AUTHOR = "TTCS Desktop"


def appraisal(checked: Checked, today: datetime.date) -> Sheet:
    """Return the appraisal form (phiếu thẩm định thể thức) of a checked file."""
    form = with_habits(checked.format, Habits(end_mark=""))
    return arrange(_document(checked, today), form, {})


def write_appraisal(checked: Checked, path: Path, today: datetime.date) -> None:
    """Write the appraisal form as .docx, or as PDF where the name says so.

    Raises:
        UserError: the name ends otherwise.
        WriteError: the file cannot be written; the old one is intact.
    """
    sheet = appraisal(checked, today)
    kind = path.suffix.lower()
    if kind == ".docx":
        from ttcs_desktop.writers.docx import write as write_docx

        write_atomically(path, write_docx(sheet, checked.format))
    elif kind == ".pdf":
        from ttcs_desktop.writers.pdf import write as write_pdf

        write_atomically(path, write_pdf(sheet, checked.format))
    else:
        raise UserError(
            _("Phiếu thẩm định chỉ ghi được thành .docx hoặc .pdf."),
            where=str(path),
            remedy=_("Đặt tên tệp có đuôi .docx hoặc .pdf."),
        )


def commented(data: bytes, checked: Checked, now: datetime.datetime) -> bytes:
    """Return a copy of a file with each finding as a comment of Word at its words.

    Raises:
        SourceError: the file may not be changed; says why.
    """
    from ttcs_desktop.readers.mending import Comment
    from ttcs_desktop.readers.mending import commented as with_comments

    comments = [
        Comment(
            tuple(_said(finding)),
            finding.place.part,
            finding.place.order,
            finding.place.start,
            finding.place.end,
        )
        for finding in checked.findings
    ]
    return with_comments(data, comments, author=_AUTHOR, date=now, where=str(checked.path))


def write_commented(checked: Checked, file: Path, path: Path) -> None:
    """Write a copy of a checked file with its findings as comments of Word.

    Raises:
        UserError: the copy would lie over the file, which may also not be changed; says which.
        WriteError: the copy cannot be written.
    """
    if path.resolve() == file.resolve():
        raise UserError(
            _("Không ghi đè lên tệp gốc."), where=str(path), remedy=_("Đặt tên khác cho bản sao.")
        )
    now = datetime.datetime.now(datetime.UTC)
    write_atomically(path, commented(bytes_of(file), checked, now))


def _said(finding: Finding) -> Iterator[str]:
    """Yield the lines of a comment."""
    severity = _SEVERITIES[finding.severity]()
    yield f"[{severity}] {finding.message}"
    if finding.asked:
        yield _("Yêu cầu: {asked}").format(asked=finding.asked)
    if finding.clause:
        yield _("Căn cứ: {clause}").format(clause=finding.clause)


def _document(checked: Checked, today: datetime.date) -> Document:
    return Document(
        type_name=_("phiếu thẩm định thể thức"),
        subject=_text(_("văn bản “{file}”").format(file=checked.path.name)),
        issuer=IssuingBody(
            _told(checked, Part.PARENT_BODY), (_told(checked, Part.ISSUING_BODY),), _symbol(checked)
        ),
        place_and_date=PlaceAndDate(_place(checked), today),
        blocks=tuple(_blocks(checked)),
        signatures=(SignatureBlock(positions=(_("NGƯỜI THẨM ĐỊNH"),)),),
    )


def _blocks(checked: Checked) -> Iterator[Block]:
    counts = {severity: checked.count(severity) for severity in Severity}
    yield _clause("1", _("Văn bản được thẩm định"))
    for line in _facts(checked):
        yield Item(Level.DASH, "", _text(line))
    yield _clause("2", _("Kết quả"))
    yield Paragraph(
        _text(
            _("{errors} lỗi, {warnings} điểm cần xem, {notes} gợi ý. {verdict}").format(
                errors=counts[Severity.ERROR],
                warnings=counts[Severity.WARNING],
                notes=counts[Severity.NOTE],
                verdict=_verdict(checked),
            )
        )
    )
    if checked.findings:
        shown = few_of_each(checked.findings, lambda one: one.rule)
        yield _clause("3", _("Các điểm cụ thể"))
        yield Table(
            tuple(alignment for _title, alignment in _COLUMNS),
            (tuple(TableCell(_text(title())) for title, _alignment in _COLUMNS),),
            tuple(
                _row(number, one, len(like)) for number, (one, like) in enumerate(shown, start=1)
            ),
        )
    yield _clause("4" if checked.findings else "3", _("Ý kiến của người thẩm định"))
    yield Paragraph(_text("." * 100))


def _facts(checked: Checked) -> Iterator[str]:
    for part, label in (
        (Part.NUMBER, _("{text};")),
        (Part.TYPE_NAME, _("Tên loại: {text};")),
        (Part.SUBJECT, _("Trích yếu: {text};")),
    ):
        if text := _told(checked, part):
            yield label.format(text=text)
    if checked.is_dated:
        yield _("Ngày văn bản: {day};").format(day=short_date(checked.date))
    yield _("Thể thức đối chiếu: {format}.").format(format=checked.format.title)


def _verdict(checked: Checked) -> str:
    if checked.count(Severity.ERROR):
        return _("Văn bản chưa đúng thể thức, đề nghị sửa trước khi trình ký.")
    if checked.count(Severity.WARNING):
        return _("Đề nghị xem lại các điểm nêu dưới đây trước khi trình ký.")
    return _("Văn bản đúng thể thức.")


def _row(number: int, finding: Finding, alike: int) -> tuple[TableCell, ...]:
    more = _("Còn {count} điểm như vậy.").format(count=alike) if alike else ""
    cells = (
        str(number),
        told_place(finding.place) or _("cả văn bản"),
        f"{finding.message} {more}".strip(),
        finding.asked,
        finding.clause,
        _SEVERITIES[finding.severity](),
    )
    return tuple(TableCell(_text(cell)) for cell in cells)


def told_place(place: FindingPlace) -> str:
    """Return where something is: "trang 1, đoạn 5"."""
    parts = []
    if place.page:
        parts.append(_("trang {page}").format(page=place.page))
    if place.paragraph:
        parts.append(_("đoạn {paragraph}").format(paragraph=place.paragraph))
    return ", ".join(parts)


def _clause(ordinal: str, title: str) -> Item:
    return Item(Level.CLAUSE, ordinal, (Span(title, bold=True),))


def _text(text: str) -> Content:
    return (Span(text),) if text else ()


def _told(checked: Checked, part: Part) -> str:
    return next((one.text for one in checked.components if one.part is part), "")


def _symbol(checked: Checked) -> str:
    """Return the abbreviation of the body, the last part of a number and symbol."""
    found = re.search(r"[/-]([A-ZĐ][\w.]*)\s*$", _told(checked, Part.NUMBER))
    return found[1] if found else ""


def _place(checked: Checked) -> str:
    return _told(checked, Part.PLACE_DATE).partition(",")[0].strip()
