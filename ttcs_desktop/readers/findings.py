"""What a clerk should know about a file that was read (lưu ý khi đọc tệp)."""

from collections.abc import Iterator

from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.readers.words import Seen


def findings(seen: Seen, *, is_revised: bool) -> Iterator[Problem]:
    """Yield a note for each kind of thing that was changed or left out on the way."""
    if seen.old_fonts:
        yield _note(
            "readers.old-font",
            _("Đã chuyển sang Unicode các chữ gõ bằng phông cũ: {fonts}.").format(
                fonts=", ".join(sorted(seen.old_fonts))
            ),
            _("Đọc soát lại các đoạn này."),
        )
    if is_revised:
        yield _note(
            "readers.tracked-changes",
            _("Tệp còn dấu vết sửa đổi; đã đọc như mọi sửa đổi được chấp nhận."),
            _("Nếu có sửa đổi chưa thống nhất, xử lý trong Word rồi mở lại."),
        )
    if seen.pictures:
        yield _note(
            "readers.picture",
            _("Tệp có {count} hình ảnh; chương trình chỉ đọc chữ.").format(count=seen.pictures),
            _("Nếu cần hình ảnh, chèn lại vào tệp .docx sau khi xuất."),
        )
    if seen.unknown_symbols:
        yield _note(
            "readers.unknown-symbol",
            _("Có {count} ký hiệu không có trong phông thường, ghi tạm là □.").format(
                count=seen.unknown_symbols
            ),
            _("Tìm □ trong văn bản và gõ lại."),
        )
    if seen.outside_parts:
        yield _note(
            "readers.outside-part",
            _("Tệp nhúng nội dung của tệp khác; phần đó không đọc được."),
            _("Mở bằng Word, lưu lại rồi mở lại tệp ở đây."),
        )


def broken_draft() -> Problem:
    """Return the note on a draft inside the file that cannot be read."""
    return Problem(
        Severity.WARNING,
        "readers.broken-draft",
        _("Bản nháp đi kèm trong tệp bị hỏng; đã đọc phần chữ của văn bản."),
        hint=_("Chọn lại đơn vị, thể thức và kiểm tra nội dung."),
    )


def _note(rule: str, message: str, hint: str) -> Problem:
    return Problem(Severity.NOTE, rule, message, hint=hint)
