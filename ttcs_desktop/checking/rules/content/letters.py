"""Letters as such: old encodings, loose marks, look-alikes, letters that nobody sees (mã chữ)."""

import re
from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case, LookedWords
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import words_fix
from ttcs_desktop.checking.prose import Prose, once, prose
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.i18n import _
from ttcs_desktop.language.encodings import Encoding, detect, to_unicode
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.model.component import Component, Stretch
from ttcs_desktop.model.finding import ChangeLook, Fix
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LOOSE = re.compile("[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b\u0340\u0341]")
_CYRILLIC = str.maketrans("аеорсухіАВЕКМНОРСТХУІ", "aeopcyxiABEKMHOPCTXYI")
_STROKED = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_ALIKE = re.compile("[ÐðƉɖаеорсухіАВЕКМНОРСТХУІ\uff01-\uff5e]")
_WORD = re.compile(r"\S+")
_VIETNAMESE = re.compile("[đĐơƠưƯăĂ\u1ea0-\u1ef9]")
"""Letters that no old encoding has."""


def old_encoding(case: Case) -> Iterator[Remark]:
    """Yield words that are written in TCVN3 or VNI, by their font or by their letters."""

    def told(found: tuple[Encoding, Component, LookedWords]) -> Remark:
        encoding, _component, words = found
        font = words.look.font
        return Remark(
            _("Chữ còn ở bảng mã cũ {name}; phải là Unicode.").format(name=_NAMES[encoding]),
            words.stretch,
            found=f"{_NAMES[encoding]}, {font}",
            asked=f"Unicode, {case.format.font}",
            fix=_in_unicode(case, words, encoding),
            words=words.text,
        )

    yield from gathered(
        ((one[0], one) for one in once(case, _old_words)),
        told,
    )


def loose_marks(case: Case) -> Iterator[Remark]:
    """Yield words whose marks are letters of their own (chữ tổ hợp): warn, they are no fault."""

    def differing() -> Iterator[tuple[Hashable, Stretch]]:
        for one in prose(case):
            if one.raw == one.text:
                continue
            for match in _WORD.finditer(one.raw):
                if nfc(match[0]) != match[0]:
                    start = one.stretch.start + match.start()
                    yield "loose", Stretch(one.stretch.paragraph, start, start + len(match[0]))

    def told(stretch: Stretch) -> Remark:
        return Remark(
            _("Chữ gõ kiểu tổ hợp (dấu rời chữ); nên dùng chữ dựng sẵn."),
            stretch,
            found=_("Unicode tổ hợp"),
            asked=_("Unicode dựng sẵn"),
            fix=words_fix(case, stretch, nfc(case.raw(stretch))),
        )

    yield from gathered(differing(), told)


def alike(case: Case) -> Iterator[Remark]:
    """Yield letters of another script that look like the right one."""
    for one in prose(case):
        if not _ALIKE.search(one.text) or is_old(case, one):
            continue
        for match in _WORD.finditer(one.text):
            if not _ALIKE.search(match[0]):
                continue
            right = _plain(match[0])
            if right != match[0]:
                stretch = one.found(match)
                yield Remark(
                    _("“{words}” có chữ cái giống chữ Việt nhưng mã khác.").format(words=match[0]),
                    stretch,
                    found=" ".join(f"U+{ord(letter):04X}" for letter in _ALIKE.findall(match[0])),
                    asked=right,
                    fix=words_fix(case, stretch, right),
                )


def unseen(case: Case) -> Iterator[Remark]:
    """Yield letters that nobody sees but every search trips over."""
    for one in prose(case):
        if not _UNSEEN.search(one.text) or is_old(case, one):
            continue
        for match in _WORD.finditer(one.text):
            if _UNSEEN.search(match[0]):
                right, stretch = _UNSEEN.sub("", match[0]), one.found(match)
                yield Remark(
                    _("“{words}” có ký tự ẩn.").format(words=right),
                    stretch,
                    found=" ".join(f"U+{ord(letter):04X}" for letter in _UNSEEN.findall(match[0])),
                    asked=right,
                    fix=words_fix(case, stretch, right),
                    words=right,
                )


def stray_marks(case: Case) -> Iterator[Remark]:
    """Yield marks that belong to no letter (dấu thanh lạc)."""
    for one in prose(case):
        for match in _LOOSE.finditer(one.text):
            yield Remark(
                _("Dấu thanh đứng lạc, không thuộc chữ nào."),
                one.at(max(0, match.start() - 1), match.end()),
                found=f"U+{ord(match[0]):04X}",
                asked=_("gõ lại chữ này"),
            )


def is_old(case: Case, one: Prose) -> bool:
    """Tell whether a paragraph holds words in an old encoding: nothing else is said of them."""
    return one.stretch.paragraph in once(case, _old_paragraphs)


def _old_paragraphs(case: Case) -> frozenset[int]:
    return frozenset(words.stretch.paragraph for _e, _c, words in once(case, _old_words))


def _old_words(case: Case) -> tuple[tuple[Encoding, Component, LookedWords], ...]:
    found = []
    for component in case.components:
        for words in case.words(component):
            encoding = _of_font(words.look.font, words.text) or _of_letters(words.text)
            if encoding:
                found.append((encoding, component, words))
    return tuple(found)


def _of_font(font: str, text: str) -> Encoding | None:
    if text.isascii():
        return None
    name = font.casefold()
    if name.startswith(".vn"):
        encoding = Encoding.TCVN3
    elif name.startswith("vni"):
        encoding = Encoding.VNI
    else:
        return None
    return encoding if to_unicode(text, encoding) != nfc(text) else None


def _of_letters(text: str) -> Encoding | None:
    return None if text.isascii() or _VIETNAMESE.search(text) else detect(text)


def _in_unicode(case: Case, words: LookedWords, encoding: Encoding) -> Fix | None:
    right = to_unicode(words.text, encoding)
    if words.look.font.casefold().startswith(".vn") and words.look.font.endswith("H"):
        right = right.upper()
    fix = words_fix(case, words.stretch, right)
    if fix is None:
        return None
    spot = case.appearance.paragraphs[words.stretch.paragraph].spot
    look = ChangeLook(
        spot.part, spot.order, words.stretch.start, words.stretch.end, {"font": case.format.font}
    )
    return Fix((*fix.changes, look), fix.before, fix.after)


def _plain(word: str) -> str:
    plain = "".join(
        chr(ord(letter) - 0xFEE0) if "\uff01" <= letter <= "\uff5e" else letter for letter in word
    ).translate(_STROKED)
    is_foreign = all(letter.translate(_CYRILLIC) != letter for letter in plain if letter.isalpha())
    return plain if is_foreign and len(plain) > 1 else plain.translate(_CYRILLIC)


def _font_clause(form: FormatProfile) -> str:
    return form.styles["body"].source


_NAMES = {Encoding.TCVN3: "TCVN3 (ABC)", Encoding.VNI: "VNI", Encoding.MOJIBAKE: "UTF-8 đọc sai"}

RULES = (
    Rule(
        "language.old-encoding", Severity.ERROR, lambda: _("Bảng mã Unicode"), _font_clause,
        old_encoding,
    ),
    Rule(
        "language.loose-marks", Severity.WARNING, lambda: _("Chữ dựng sẵn"), no_clause, loose_marks
    ),
    Rule("language.look-alike", Severity.ERROR, lambda: _("Chữ cái đúng mã"), no_clause, alike),
    Rule("language.unseen", Severity.WARNING, lambda: _("Không có ký tự ẩn"), no_clause, unseen),
    Rule(
        "language.stray-mark", Severity.WARNING, lambda: _("Không có dấu thanh lạc"), no_clause,
        stray_marks,
    ),
)  # fmt: skip
