"""What is not done with a secret document (văn bản mật), and the sentence that says so.

A document is secret by its mark alone (Luật Bảo vệ bí mật nhà nước; Nghị định 30/2020/NĐ-CP, Phụ
lục I, III.2a; Hướng dẫn 05-HD/VPTW, II.2); which mark it is makes no difference here.
"""

from enum import StrEnum

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper
from ttcs_desktop.model.document import Marks


class Trace(StrEnum):
    """What could carry a document, or tell of it, outside the file that the clerk keeps."""

    MAIL = "mail"
    RECENT = "recent"
    THUMBNAIL = "thumbnail"
    BACKUP = "backup"
    EXCHANGE = "exchange"
    SEARCH = "search"


def is_secret(marks: Marks) -> bool:
    """Tell whether a document bears a mark of secrecy (dấu chỉ độ mật)."""
    return bool(marks.secrecy.strip())


def refusal(marks: Marks, trace: Trace) -> str:
    """Return the sentence that says why a trace is not left; "" where nothing forbids it."""
    if not is_secret(marks):
        return ""
    return _sentence(trace).format(mark=upper(marks.secrecy.strip()))


def _sentence(trace: Trace) -> str:
    sentences = {
        Trace.MAIL: _(
            "Văn bản đóng dấu {mark} nên không soạn thư điện tử; gửi theo đường tài liệu mật."
        ),
        Trace.RECENT: _("Văn bản đóng dấu {mark} nên không ghi vào danh sách tệp gần đây."),
        Trace.THUMBNAIL: _("Văn bản đóng dấu {mark} nên không lưu ảnh trang thu nhỏ."),
        Trace.BACKUP: _(
            "Văn bản đóng dấu {mark} nên không tự lưu bản sao; hãy tự lưu vào nơi được phép giữ."
        ),
        Trace.EXCHANGE: _(
            "Văn bản đóng dấu {mark} nên không vào gói trao đổi; gửi theo đường tài liệu mật."
        ),
        Trace.SEARCH: _("Văn bản đóng dấu {mark} nên không đưa vào kho tìm kiếm, kho mẫu câu."),
    }
    return sentences[trace]
