"""Whose rules of form a text seems to follow, when nothing else tells (hệ thể thức)."""

import re

from ttcs_desktop.model.unit import Regime

_SIGNS: tuple[tuple[Regime, re.Pattern[str]], ...] = (
    (Regime.YOUTH, re.compile(r"^ĐOÀN TNCS HỒ CHÍ MINH|/TWĐTN|/TĐTN", re.MULTILINE)),
    (Regime.FRONT, re.compile(r"-MTTQ\b|-MTTW\b|^ỦY BAN MTTQ|^UỶ BAN MTTQ", re.MULTILINE)),
    (
        Regime.PARTY,
        re.compile(
            r"ĐẢNG CỘNG SẢN VIỆT NAM|^Số\s*\d*[a-z]?-[A-ZĐ]|\bT/M |\bK/T |\bT/L |/(?:TU|ĐU|TW)\b"
            r"|^(?:TRƯỞNG BAN|BÍ THƯ|PHÓ BÍ THƯ|TỔNG BIÊN TẬP)$",
            re.MULTILINE,
        ),
    ),
)


def guess_regime(text: str) -> Regime:
    """Tell the regime from words that only one of them uses; the State's when there are none."""
    for regime, sign in _SIGNS:
        if sign.search(text):
            return regime
    return Regime.STATE
