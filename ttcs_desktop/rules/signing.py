"""Who signs, and in whose place (quyền hạn, chức vụ, họ tên; ô 7a-7c)."""

import re

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper
from ttcs_desktop.model.document import AuthorityLine, SignatureBlock, SigningAuthority
from ttcs_desktop.model.format import SignatureForm
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.sheet import Cell, Line
from ttcs_desktop.officialtext.signatures import JOINER, SIGNED, authority_line
from ttcs_desktop.rules.measure import face_of
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.wrapping import broken

_DEPUTY = re.compile(r"PHÓ (?P<head>.+?)(?: THƯỜNG TRỰC| PHỤ TRÁCH)?")
_DEPUTY_MINISTER, _MINISTER = "THỨ TRƯỞNG", "BỘ TRƯỞNG"
RANK = re.compile(
    r"(?:GS|PGS|TSKH|TS|ThS|Th\.S|BS|DS|KS|CN|LS|NGND|NGƯT|NSND|NSƯT"
    r"|Giáo sư|Phó [Gg]iáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân|Luật sư"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uỷ|uý)|Anh hùng)(?:\.|\s|,)+\S"
)
_SIDE = 1.0
"""Room left free at each side of the column, mm."""


def block_from_lines(lines: tuple[str, ...], name: str = "") -> SignatureBlock:
    """Return the signature block that typed lines say: ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")."""
    authority: list[AuthorityLine] = []
    positions: list[str] = []
    for line in lines:
        typed = authority_line(line.strip())
        if typed and not positions:
            authority.append(typed)
        elif line.strip() and line.strip().lower() != JOINER:
            positions.append(line.strip())
    return SignatureBlock(tuple(authority), tuple(positions), name)


def signature_cell(scribe: Scribe, block: SignatureBlock, room: float) -> Cell:
    """Write one signature block, `room` mm wide: authority, titles, room to sign, name."""
    authority = _authority_of(block, scribe.format.signature)
    _report(scribe, block)
    source = block.line
    lines = [
        *(line for typed in authority for line in _authority_line(scribe, typed, room, source)),
        *_titles(scribe, block.positions, room, source, is_direct=not authority),
        _signature(scribe, block),
    ]
    if block.name:
        lines.append(scribe.line(scribe.boxes.name, "signer-name", block.name, source=source))
    return tuple(lines)


def _authority_of(block: SignatureBlock, form: SignatureForm) -> tuple[AuthorityLine, ...]:
    """Return the lines of authority that the regime writes for a signer.

    State: a deputy signs `KT.` the head, also under `TM.` (Nghị định 30/2020/NĐ-CP, Điều 13).
    Party: a deputy who signs T/M does so without K/T (Hướng dẫn 05-HD/VPTW, I.7).
    """
    kinds = {line.authority for line in block.authority}
    if not form.deputy_signs_for_head:
        is_collective = SigningAuthority.ON_BEHALF in kinds
        return tuple(
            line
            for line in block.authority
            if not (is_collective and line.authority is SigningAuthority.FOR)
        )
    head = _head_of(block.positions[-1]) if block.positions else ""
    if not head or SigningAuthority.FOR in kinds:
        return block.authority
    return (*block.authority, AuthorityLine(SigningAuthority.FOR, head))


def _head_of(position: str) -> str:
    """Return whose deputy a position is: "PHÓ CHỦ TỊCH" of "CHỦ TỊCH"; "" for no deputy."""
    title = upper(position.strip())
    if title == _DEPUTY_MINISTER:
        return _MINISTER
    match = _DEPUTY.fullmatch(title)
    return match["head"] if match else ""


def _authority_line(
    scribe: Scribe, typed: AuthorityLine, room: float, source: int
) -> tuple[Line, ...]:
    words = _words(scribe, typed, source) + upper(scribe.fixed(typed.of))
    return (_broken(scribe, "authority", words, room, source),)


def _words(scribe: Scribe, typed: AuthorityLine, source: int) -> str:
    """Return the words of an authority in the regime: "T/M " or "TM. "."""
    form = scribe.format.signature
    known = form.words.get(typed.authority.value)
    if known is not None:
        return known
    replacement = form.words.get(form.instead_of.get(typed.authority.value, ""), "")
    scribe.report(
        Severity.WARNING if replacement else Severity.ERROR,
        "signing.no-such-authority",
        _("Thể thức này không có cách đề ký đã gõ trước “{of}”.").format(of=typed.of),
        line=source,
        hint=_("Đã ghi “{words}”.").format(words=replacement.strip())
        if replacement
        else _("Chọn cách đề ký khác."),
        source=form.source,
    )
    return replacement


def _titles(
    scribe: Scribe, positions: tuple[str, ...], room: float, source: int, *, is_direct: bool
) -> list[Line]:
    style = "signer-title-direct" if is_direct else "signer-title"
    lines: list[Line] = []
    for position in positions:
        if lines:
            joiner = scribe.line(scribe.boxes.authority, "signer-joiner", JOINER, source=source)
            lines.append(joiner)
        lines.append(_broken(scribe, style, upper(scribe.fixed(position)), room, source))
    return lines


def _broken(scribe: Scribe, style: str, words: str, room: float, source: int) -> Line:
    fitted = broken(words, face_of(scribe.format, style), room - 2 * _SIDE)
    return scribe.line(scribe.boxes.authority, style, fitted, source=source)


def _signature(scribe: Scribe, block: SignatureBlock) -> Line:
    box, source = scribe.boxes.signature, block.line
    if block.is_signed:
        return scribe.line(box, "signed-note", SIGNED, source=source)
    return scribe.line(box, "signature-space", (), source=source)


def _report(scribe: Scribe, block: SignatureBlock) -> None:
    if RANK.match(block.name):
        scribe.warn(
            "signing.rank-before-name",
            _("Trước họ tên người ký không ghi học hàm, học vị, cấp bậc: “{name}”.").format(
                name=block.name
            ),
            line=block.line,
            hint=_("Chỉ ghi họ và tên."),
        )
