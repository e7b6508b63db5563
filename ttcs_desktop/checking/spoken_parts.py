"""The names of components in messages (tên thành phần thể thức)."""

from collections.abc import Callable

from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part

_NAMES: dict[Part, Callable[[], str]] = {
    Part.NATIONAL_NAME: lambda: _("Quốc hiệu"),
    Part.MOTTO: lambda: _("Tiêu ngữ"),
    Part.PARTY_TITLE: lambda: _("Tiêu đề"),
    Part.YOUTH_TITLE: lambda: _("Tiêu đề"),
    Part.OTHER_TITLE: lambda: _("Tiêu đề"),
    Part.PARENT_BODY: lambda: _("Tên cơ quan cấp trên"),
    Part.ISSUING_BODY: lambda: _("Tên cơ quan ban hành"),
    Part.BODY_SEPARATOR: lambda: _("Dấu dưới tên cơ quan"),
    Part.NUMBER: lambda: _("Số, ký hiệu"),
    Part.PLACE_DATE: lambda: _("Địa danh, ngày tháng"),
    Part.LETTER_SUBJECT: lambda: _("Trích yếu công văn"),
    Part.TYPE_NAME: lambda: _("Tên loại"),
    Part.AUTHOR_LINE: lambda: _("Tác giả trong trích yếu"),
    Part.SUBJECT: lambda: _("Trích yếu"),
    Part.SUBJECT_SEPARATOR: lambda: _("Dấu dưới trích yếu"),
    Part.ADDRESSEE_LABEL: lambda: _("Dòng Kính gửi"),
    Part.ADDRESSEE: lambda: _("Nơi được kính gửi"),
    Part.ENACTING_AUTHORITY: lambda: _("Thẩm quyền ban hành"),
    Part.BASIS: lambda: _("Căn cứ"),
    Part.ENACTING: lambda: _("Lời ban hành"),
    Part.DIVISION: lambda: _("Phần, chương, mục"),
    Part.DIVISION_TITLE: lambda: _("Tên phần, chương, mục"),
    Part.ITEM: lambda: _("Nội dung"),
    Part.ITEM_TITLE: lambda: _("Tiêu đề mục"),
    Part.TEXT: lambda: _("Nội dung"),
    Part.TABLE_TEXT: lambda: _("Bảng"),
    Part.CLOSING_NOTE: lambda: _("Ghi chú cuối văn bản"),
    Part.AUTHORITY: lambda: _("Quyền hạn ký"),
    Part.SIGNER_TITLE: lambda: _("Chức vụ người ký"),
    Part.SIGNER_JOINER: lambda: _("Chữ kiêm"),
    Part.SIGNED_NOTE: lambda: _("Dòng đã ký"),
    Part.SIGNER_NAME: lambda: _("Họ tên người ký"),
    Part.RECIPIENTS_LABEL: lambda: _("Chữ Nơi nhận"),
    Part.RECIPIENT: lambda: _("Danh sách nơi nhận"),
    Part.FILING: lambda: _("Dòng lưu"),
    Part.SECRECY: lambda: _("Độ mật"),
    Part.URGENCY: lambda: _("Mức độ khẩn"),
    Part.CIRCULATION: lambda: _("Phạm vi lưu hành"),
    Part.DRAFT_MARK: lambda: _("Dấu dự thảo"),
    Part.NO_MEDIA: lambda: _("Dòng Không phổ biến"),
    Part.DRAFTER_MARK: lambda: _("Ký hiệu người soạn thảo"),
    Part.CONTACT: lambda: _("Thông tin liên hệ"),
    Part.ANNEX_LABEL: lambda: _("Chữ Phụ lục"),
    Part.ANNEX_TITLE: lambda: _("Tên phụ lục"),
    Part.ANNEX_REFERENCE: lambda: _("Dòng kèm theo"),
    Part.PAGE_NUMBER: lambda: _("Số trang"),
    Part.FOOTNOTE: lambda: _("Chú thích"),
    Part.RULE: lambda: _("Đường kẻ"),
    Part.OTHER: lambda: _("Phần khác"),
}


def part_name(component: Component) -> str:
    """Return what a component is called."""
    return _NAMES[component.part]()
