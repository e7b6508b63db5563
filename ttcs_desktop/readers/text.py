"""Read a text file of any age (tệp văn bản thuần): Unicode, Windows-1258, the old fonts' codes."""

import codecs
import re
from dataclasses import dataclass

from ttcs_desktop.i18n import _
from ttcs_desktop.language.encodings import detect
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.readers import file_kinds
from ttcs_desktop.readers.reading import Reading

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; those of UTF-32 begin like those of UTF-16, so they come first."""
_LOOKED_AT = 200_000
_NULS_OF_UTF16, _NULS_OF_BYTES = 0.4, 0.01
"""How many of every second byte are NUL in UTF-16 without a mark, at least and at most."""
_FEW_CONTROLS, _MOST_CONTROLS = 2, 0.01
_MOST_DAMAGED = 0.05
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DAMAGED = "\ufffd"
_LETTER_WITH_TONE = re.compile("[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][\u0300\u0301\u0303\u0309\u0323]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_FOREIGN = ["cp1252", "cp1251", "gb18030", "big5", "shift_jis", "euc_kr"]
"""What a file that is neither Unicode nor Vietnamese may be in."""
_END_OF_FILE = "\x1a"
"""Some programs of the DOS years end a text with it."""
_WINDOWS_LETTERS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


@dataclass(frozen=True, slots=True)
class _Decoded:
    text: str
    problem: Problem | None = None


def read(data: bytes, *, where: str) -> Reading:
    """Read a text file; text in an old encoding stays as it is, with the encoding named.

    Raises:
        SourceError: the file is no text.
    """
    decoded = None if file_kinds.is_binary(data) else _decoded(data)
    if decoded is None or _is_junk(decoded.text):
        raise file_kinds.not_a_text(data, where=where)
    text = nfc(_cleaned(decoded.text))
    encoding = detect(text[:_LOOKED_AT])
    return Reading(
        None,
        text,
        problems=(decoded.problem,) if decoded.problem else (),
        suggested_encoding=encoding.value if encoding else "",
    )


def _decoded(data: bytes) -> _Decoded | None:
    encoding, start = _by_mark(data)
    if encoding:
        return _in_unicode(data[start:], encoding)
    if encoding := _utf16_without_mark(data):
        return _in_unicode(data, encoding)
    try:
        return _Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        damaged = _in_unicode(data, "utf-8")
        return damaged if _is_almost_whole(damaged.text) else _in_one_byte(data)


def _by_mark(data: bytes) -> tuple[str, int]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return "", 0


def _utf16_without_mark(data: bytes) -> str:
    """Return which UTF-16 has its NULs where this file has them; "" for neither."""
    start = data[:_LOOKED_AT]
    half = len(start) // 2
    if not half or b"\x00" not in start:
        return ""
    first, second = start[::2].count(0) / half, start[1::2].count(0) / half
    if second >= _NULS_OF_UTF16 and first <= _NULS_OF_BYTES:
        return "utf-16-le"
    return "utf-16-be" if first >= _NULS_OF_UTF16 and second <= _NULS_OF_BYTES else ""


def _in_unicode(data: bytes, encoding: str) -> _Decoded:
    text = data.decode(encoding, "replace")
    count = text.count(_DAMAGED) if _DAMAGED in text else 0
    return _Decoded(text, _damaged(count) if count else None)


def _is_almost_whole(text: str) -> bool:
    """Tell whether few letters of a text are damaged, so that it is UTF-8 all the same."""
    damaged = text.count(_DAMAGED)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return damaged < beyond_ascii * _MOST_DAMAGED


def _in_one_byte(data: bytes) -> _Decoded | None:
    """Read bytes as letters: of an old font, of Windows-1258, or of what they look like most."""
    start = data[:_LOOKED_AT]
    if _is_junk(start.decode("latin-1")):
        return None
    if detect(_western(start)) is not None:
        return _Decoded(_western(data))
    vietnamese = start.decode("cp1258", "replace")
    tones = len(_TONE.findall(vietnamese))
    if tones and tones == len(_LETTER_WITH_TONE.findall(vietnamese)):
        return _Decoded(data.decode("cp1258", "replace"), _not_unicode("Windows-1258"))
    return _guessed(data) or _Decoded(_western(data), _not_unicode("Windows-1252"))


def _western(data: bytes) -> str:
    """Return bytes as Western letters, in which the codes of the old fonts were kept."""
    return data.decode("latin-1").translate(_WINDOWS_LETTERS)


def _guessed(data: bytes) -> _Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_LOOKED_AT], cp_isolation=_FOREIGN).best()
    if best is None:
        return None
    return _Decoded(data.decode(best.encoding, "replace"), _not_unicode(best.encoding))


def _is_junk(text: str) -> bool:
    """Tell whether a text holds more control characters than any text does."""
    start = text[:_LOOKED_AT]
    return len(_CONTROLS.findall(start)) > max(_FEW_CONTROLS, len(start) * _MOST_CONTROLS)


def _cleaned(text: str) -> str:
    """Return text without NULs and marks, its lines ended one way."""
    text = text.rstrip(_END_OF_FILE).replace("\x00", "").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _damaged(count: int) -> Problem:
    return Problem(
        Severity.WARNING,
        "readers.damaged-letters",
        _("Có {count} ký tự hỏng trong tệp, hiện là {sign}.").format(count=count, sign=_DAMAGED),
        hint=_("Tìm dấu {sign} và gõ lại, hoặc chép lại tệp từ nơi gửi.").format(sign=_DAMAGED),
    )


def _not_unicode(encoding: str) -> Problem:
    return Problem(
        Severity.NOTE,
        "readers.not-unicode",
        _("Tệp không phải Unicode; đã đọc theo bảng mã {encoding}.").format(encoding=encoding),
        hint=_("Đọc soát lại các chữ có dấu."),
    )
