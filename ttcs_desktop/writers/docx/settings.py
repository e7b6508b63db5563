"""The settings of a .docx."""

from functools import cache

from ttcs_desktop.writers.docx.footnotes import SEPARATORS
from ttcs_desktop.writers.docx.names import WORD

_COMPATIBILITY = 14
"""From 15 on, Word and LibreOffice squeeze the spaces of a justified line to get one more word in,
each in its own way; up to 14 a line holds the words that fit, in every program the same.
"""


@cache
def settings_part(*, is_two_sided: bool, has_footnotes: bool) -> bytes:
    """Return the settings part."""
    marks = "".join(f'<w:footnote w:id="{number}"/>' for number in SEPARATORS)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:settings xmlns:w="{WORD}">'
        f"{'<w:mirrorMargins/>' if is_two_sided else ''}"
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"{f'<w:footnotePr>{marks}</w:footnotePr>' if has_footnotes else ''}"
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        f' w:uri="http://schemas.microsoft.com/office/word" w:val="{_COMPATIBILITY}"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    ).encode()
