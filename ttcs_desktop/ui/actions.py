"""Every command of the window, as data (lệnh)."""

from dataclasses import dataclass

from ttcs_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `&` in its text marks the letter that reaches it by keyboard."""

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu; None between two commands draws a line."""

    id: str
    title: str
    commands: tuple[Command | None, ...]


TOOLBAR: tuple[str, ...] = (
    "save-docx",
    "export-pdf",
    "print",
    "",
    "undo",
    "redo",
    "",
    "bold",
    "italic",
    "page-break",
    "footnote",
    "table",
    "citation",
    "",
    "find",
    "",
    "side",
)
"""Commands on the editor's tool bar; "" draws a line."""
WITH_WORDS = frozenset({"save-docx", "export-pdf", "print"})
"""Those of them that show their name beside the icon."""


def menus() -> tuple[Menu, ...]:
    """Return the menu bar, in the language spoken now."""
    return (_file(), _edit(), _insert(), _view(), _help())


def _file() -> Menu:
    return Menu(
        "file",
        _("&Tệp"),
        (
            Command("new", _("&Văn bản mới…"), "Ctrl+N", "new", _("Chọn mẫu, đơn vị và ngày")),
            Command("open", _("&Mở…"), "Ctrl+O", "open", _("Mở tệp .docx hoặc tệp văn bản")),
            None,
            Command("save-docx", _("&Lưu .docx"), "Ctrl+S", "export-docx", _("Lưu tệp .docx")),
            Command("save-as", _("Lưu .docx thành tệp &khác…"), "Ctrl+Shift+S", "save"),
            Command("export-pdf", _("Xuất &PDF…"), "Ctrl+E", "export-pdf", _("Ghi bản PDF")),
            Command("export-archive", _("Xuất PDF lưu t&rữ (PDF/A)…"), "Ctrl+Shift+E"),
            Command("save-text", _("Lưu văn bản &nguồn…"), "", "", _("Tệp .txt, mở lại được")),
            Command("export-calendar", _("&Xuất lịch hạn…"), "", "", _("Tệp .ics")),
            Command("make-template", _("&Tạo mẫu từ văn bản này…"), "", "", _("Chọn chỗ thay đổi")),
            None,
            Command("print", _("&In…"), "Ctrl+P", "print", _("In bằng hộp thoại của hệ thống")),
            Command("issue", _("&Ban hành…"), "Ctrl+5", "register", _("Số, ngày, bản chính thức")),
            Command("send", _("&Gửi và ký…"), "Ctrl+6", "send", _("Trình ký, thư, ký số, in")),
            None,
            Command("quit", _("T&hoát"), "Ctrl+Q"),
        ),
    )


def _edit() -> Menu:
    return Menu(
        "edit",
        _("&Sửa"),
        (
            Command("undo", _("&Hoàn tác"), "Ctrl+Z", "undo"),
            Command("redo", _("&Làm lại"), "Ctrl+Shift+Z", "redo"),
            None,
            Command("bold", _("Chữ đậ&m"), "Ctrl+B", "bold"),
            Command("italic", _("Chữ &nghiêng"), "Ctrl+I", "italic"),
            Command("deeper", _("Hạ một &cấp"), "Ctrl+M", "", _("Phím Tab ở đoạn có số")),
            Command("higher", _("Đư&a lên một cấp"), "Ctrl+Shift+M", "", _("Phím Shift+Tab")),
            None,
            Command("paste-raw", _("&Dán nguyên văn"), "Ctrl+Shift+V", "", _("Không làm sạch")),
            Command("complete", _("Gợ&i ý từ ngữ"), "Ctrl+.", "", _("Tên, viện dẫn, mẫu câu")),
            None,
            Command("find", _("&Tìm và thay…"), "Ctrl+F", "find"),
            Command("search-all", _("Tìm trong mọi &văn bản…"), "Ctrl+Shift+F"),
            Command("find-next", _("Tìm tiế&p"), "F3"),
            Command("find-previous", _("Tìm n&gược"), "Shift+F3"),
            None,
            Command("keep-phrase", _("Giữ làm câ&u mẫu"), "", "", _("Đoạn đang chọn")),
            Command("take-from-template", _("Lấy lại th&eo mẫu"), "", "", _("Hoàn tác được")),
        ),
    )


def _insert() -> Menu:
    return Menu(
        "insert",
        _("&Chèn"),
        (
            Command("page-break", _("N&gắt trang"), "Ctrl+Return", "page-break"),
            Command("footnote", _("&Chú thích cuối trang"), "Ctrl+Alt+F", "footnote"),
            Command("go-footnote", _("Đến c&hú thích, quay lại"), "Ctrl+Alt+G"),
            Command("citation", _("&Viện dẫn văn bản…"), "Ctrl+K", "cite"),
            None,
            Command("table", _("&Bảng"), "Ctrl+Alt+T", "table"),
            Command("table-row", _("Thêm &dòng bảng"), "Ctrl+Alt+Down"),
            Command("table-column", _("Thêm cộ&t bảng"), "Ctrl+Alt+Right"),
            Command("table-drop-row", _("&Xoá dòng bảng"), "Ctrl+Alt+Shift+Down"),
            Command("table-drop-column", _("Xoá cột bả&ng"), "Ctrl+Alt+Shift+Right"),
        ),
    )


def _view() -> Menu:
    return Menu(
        "view",
        _("&Xem"),
        (
            Command("go-form", _("&Biểu mẫu"), "Ctrl+1"),
            Command("go-outline", _("&Dàn ý"), "Ctrl+2"),
            Command("go-style", _("&Thể thức"), "Ctrl+3"),
            Command("go-text", _("&Văn bản"), "Ctrl+4"),
            Command("go-problems", _("Điểm cần &rà soát"), "F8"),
            None,
            Command("side", _("Ẩn, &hiện ngăn trái"), "F9", "side"),
            Command("pages", _("Ẩn, hiện trang &in"), "Shift+F9"),
            None,
            Command("zoom-in", _("&Phóng to trang"), "Ctrl++", "zoom-in"),
            Command("zoom-out", _("Thu &nhỏ trang"), "Ctrl+-", "zoom-out"),
            Command("zoom-width", _("Vừa bề n&gang"), "Ctrl+0"),
            Command("show-on-page", _("&Chỉ dòng đang viết trên trang"), "F7"),
        ),
    )


def _help() -> Menu:
    return Menu(
        "help",
        _("Trợ &giúp"),
        (
            Command("settings", _("&Cài đặt"), "Ctrl+,", "settings"),
            Command("shortcuts", _("&Phím tắt"), "F1"),
            Command("about", _("&Giới thiệu")),
        ),
    )
