"""The parts that name fonts: the font table, and a theme in which no other font can win."""

from functools import cache
from xml.sax.saxutils import quoteattr

from ttcs_desktop.writers.docx.names import WORD

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TWIN = "Liberation Serif"
"""As wide letter by letter, where the font itself is not there."""
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "000000",
    "lt2": "FFFFFF",
    **dict.fromkeys((f"accent{number}" for number in range(1, 7)), "000000"),
    "hlink": "000000",
    "folHlink": "000000",
}


@cache
def font_table_part(font: str) -> bytes:
    """Return the font table: the format's font, and what may stand in for it."""
    return (
        f'{_HEAD}<w:fonts xmlns:w="{WORD}"><w:font w:name={quoteattr(font)}>'
        f'<w:altName w:val="{_TWIN}"/><w:charset w:val="A3"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


@cache
def theme_part(font: str) -> bytes:
    """Return the least of a theme that Word takes; its fonts are the format's own."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items()
    )
    face = f'<a:latin typeface={quoteattr(font)}/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{_HEAD}<a:theme xmlns:a="{_DRAWING}" name="TTCS"><a:themeElements>'
        f'<a:clrScheme name="TTCS">{colours}</a:clrScheme>'
        f'<a:fontScheme name="TTCS"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="TTCS"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()
