"""Visible signs in a draft of what is still to be confirmed (dấu xem lại).

What was carried over from an older document stands as `[XEM LẠI: …]` until the clerk corrects it or
takes the sign away; a document with a sign in it is not to be issued.
"""

import re
from collections.abc import Iterator

from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem, Severity

SIGN = re.compile(r"\[(?:XEM LẠI|CẦN BỔ SUNG):[^\[\]]*\]")
_REVIEW = re.compile(r"\[XEM LẠI:\s*([^\[\]]*)\]")
_BRACKETS = str.maketrans("[]", "()")


def review(words: str) -> str:
    """Return words with the sign that they are to be looked at again."""
    return f"[XEM LẠI: {words.translate(_BRACKETS).strip()}]"


def review_problems(text: str) -> Iterator[Problem]:
    """Yield an error for each sign, so that nothing is issued before all are confirmed."""
    for number, line in enumerate(text.split("\n") if _REVIEW.search(text) else (), start=1):
        for found in _REVIEW.finditer(line):
            yield Problem(
                Severity.ERROR,
                "review.unconfirmed",
                _("Lấy từ văn bản cũ, chưa xác nhận: “{words}”.").format(words=found[1].strip()),
                line=number,
                hint=_("Sửa lại, hoặc bỏ dấu [XEM LẠI: …] nếu vẫn đúng."),
            )
