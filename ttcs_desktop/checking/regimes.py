"""Whose rules of form a file seems to follow (hệ thể thức), by what stands in it."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence

from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.officialtext.number import read_number, read_place_and_date
from ttcs_desktop.officialtext.words import key

_FRONT = re.compile(r"ủy ban (?:mttq|mặt trận tổ quốc)|ban (?:công tác|ct) mặt trận")
_FRONT_NUMBER = re.compile(r"-MTTQ|-MTTW")
_PARTY_BODY = re.compile(
    r"(?:tỉnh|thành|đảng|huyện|quận|thị) ủy\b|đảng bộ|chi bộ|ban chấp hành trung ương"
)
_PARTY_AUTHORITY = re.compile(r"[TK]/[TML]\s")
_STATE_BODY = re.compile(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|sở|bộ|chi cục|cục|tổng cục)\b"
)
_TITLE, _BODY, _NUMBER, _SIGN, _SEPARATOR = 5, 6, 3, 2, 1


def regime_of(components: Sequence[Component]) -> Regime | None:
    """Return the regime that most of a file speaks for; None when nothing does."""
    votes: Counter[Regime] = Counter()
    for component in components:
        _vote(component, votes)
    if not votes:
        return None
    if votes[Regime.FRONT]:
        votes[Regime.FRONT] += votes[Regime.STATE]
    best, count = votes.most_common(1)[0]
    return best if count else None


def date_of(components: Sequence[Component]) -> datetime.date | None:
    """Return the date that a file bears; None when it is blank or impossible."""
    for component in components:
        if component.part is Part.PLACE_DATE:
            read = read_place_and_date(component.text)
            return read.date if read else None
    return None


def _vote(component: Component, votes: Counter[Regime]) -> None:
    part, text = component.part, component.text
    if part is Part.PARTY_TITLE:
        votes[Regime.PARTY] += _TITLE
    elif part is Part.YOUTH_TITLE:
        votes[Regime.YOUTH] += 2 * _TITLE
    elif part is Part.NATIONAL_NAME:
        votes[Regime.STATE] += _TITLE
    elif part is Part.MOTTO:
        votes[Regime.STATE] += _SEPARATOR
    elif part in (Part.ISSUING_BODY, Part.PARENT_BODY, Part.OTHER_TITLE):
        _vote_body(key(text), votes)
    elif part is Part.NUMBER:
        _vote_number(text, votes)
    elif part is Part.AUTHORITY:
        votes[Regime.PARTY if _PARTY_AUTHORITY.match(text) else Regime.STATE] += _SIGN
    elif part is Part.BODY_SEPARATOR and text == "*":
        votes[Regime.PARTY] += _SEPARATOR


def _vote_body(folded: str, votes: Counter[Regime]) -> None:
    if _FRONT.search(folded):
        votes[Regime.FRONT] += _BODY
    elif _PARTY_BODY.search(folded):
        votes[Regime.PARTY] += _BODY
    elif _STATE_BODY.match(folded):
        votes[Regime.STATE] += _BODY


def _vote_number(text: str, votes: Counter[Regime]) -> None:
    if _FRONT_NUMBER.search(text):
        votes[Regime.FRONT] += _NUMBER
        return
    read = read_number(text)
    if read and read.symbol:
        votes[Regime.PARTY if read.is_party_order else Regime.STATE] += _NUMBER
