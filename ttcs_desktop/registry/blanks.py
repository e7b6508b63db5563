"""Named blanks in texts of data files, such as `{number}` (chỗ trống trong mẫu)."""

import re
from collections.abc import Collection

from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _

_BLANK = re.compile(r"\{([^{}]*)\}")


def refuse_unknown_blanks(text: str, known: Collection[str], where: str) -> None:
    """Refuse a text with a blank that nobody fills.

    Raises:
        DataError: names the blank, and those there are.
    """
    for blank in _BLANK.findall(text):
        if blank not in known:
            raise DataError(
                _("Mẫu có chỗ trống không hiểu được: “{blank}”.").format(blank=f"{{{blank}}}"),
                where=where,
                remedy=_("Các chỗ trống dùng được: {names}.").format(
                    names=", ".join(f"{{{name}}}" for name in sorted(known))
                ),
            )
