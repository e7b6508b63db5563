"""The style part: the format's styles that a sheet uses, and what they need (kiểu chữ)."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from ttcs_desktop.model.document import LEVELS
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import TextStyle
from ttcs_desktop.model.metrics import AFTER_TABLE, CELL_SIDE, TABLE_LINE
from ttcs_desktop.writers.docx.names import WORD, eighths, twips, twips_of_points

RULE = "rule"
FOOTNOTE = "footnote"
PAGE_NUMBER = "page-number"
AFTER_TABLE_STYLE = "after-table"
FOOT_RULE = "foot-rule"
GRID_STYLE = "grid"
FOOTNOTE_MARK = "footnote-mark"
RULE_THICKNESS = 0.75
"""pt"""
EXTRA = frozenset({AFTER_TABLE_STYLE, FOOT_RULE, GRID_STYLE, FOOTNOTE_MARK})
"""Styles that Word's way of doing things needs, not the format's."""

ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_BODY = "body"
_LANGUAGE = "vi-VN"


@lru_cache(maxsize=32)
def styles_part(format: FormatProfile, used: frozenset[str]) -> bytes:  # noqa: A002
    """Return the style part for the styles that are used; the same ones give the same bytes."""
    names = [name for name in format.styles if name in used]
    outline = _outline(format, names)
    return _part(
        format.font,
        format.size(_BODY),
        format.line_mode,
        tuple((name, format.styles[name], format.size(name), outline.get(name)) for name in names),
        tuple(sorted(EXTRA.intersection(used))),
        space_after(format.styles[RULE]),
    )


def _outline(format: FormatProfile, used: Collection[str]) -> Mapping[str, int]:  # noqa: A002
    """Return the outline level of each title style, counted among those that are used."""
    forms = [format.levels[level] for level in LEVELS if level in format.levels]
    titles = dict.fromkeys(form.title_style for form in forms if form.title_style in used)
    return {name: depth for depth, name in enumerate(titles)}


def _part(
    font: str,
    size: float,
    line_mode: str,
    styles: tuple[tuple[str, TextStyle, float, int | None], ...],
    extra: tuple[str, ...],
    below_rule: float,
) -> bytes:
    fonts = f"<w:rFonts {' '.join(f'w:{script}={quoteattr(font)}' for script in _SCRIPTS)}/>"
    own = "".join(
        _style(name, style, points, line_mode, fonts, outline)
        for name, style, points, outline in styles
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{WORD}">'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(size)}"
        f'<w:lang w:val="{_LANGUAGE}" w:eastAsia="{_LANGUAGE}" w:bidi="{_LANGUAGE}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"</w:style>{own}{''.join(_extra(name, below_rule) for name in extra)}</w:styles>"
    ).encode()


_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")


def _style(
    name: str, style: TextStyle, size: float, line_mode: str, fonts: str, outline: int | None
) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId={quoteattr(name)}>'
        f'<w:name w:val={quoteattr(style.title)}/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph(name, style, line_mode, outline)}</w:pPr>"
        f"<w:rPr>{fonts}{_dress(style)}{_size(size)}{_marks(style)}</w:rPr></w:style>"
    )


def _paragraph(name: str, style: TextStyle, line_mode: str, outline: int | None) -> str:
    """Return the paragraph properties of a style, in the order of the schema."""
    tabs = "".join(f'<w:tab w:val="left" w:pos="{twips(stop)}"/>' for stop in style.tab_stops)
    return "".join(
        (
            "<w:keepNext/>" if style.keep_with_next else "",
            f"<w:pBdr>{rule_border(RULE_THICKNESS)}</w:pBdr>" if name == RULE else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            _spacing(style, line_mode),
            _indents(style),
            f'<w:jc w:val="{ALIGNMENTS[style.align]}"/>',
            "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>',
        )
    )


def rule_border(thickness: float) -> str:
    """Return the border that draws a rule, below the line of its paragraph."""
    return f'<w:bottom w:val="single" w:sz="{eighths(thickness)}" w:space="0" w:color="000000"/>'


def _spacing(style: TextStyle, line_mode: str) -> str:
    line, line_rule = 240, "auto"
    if style.line and line_mode == "exactly":
        line, line_rule = twips_of_points(style.line.default), "exact"
    elif style.line:
        line = round(240 * style.line.default)
    before, after = twips_of_points(style.space_before), twips_of_points(space_after(style))
    return (
        f'<w:spacing w:before="{before}" w:after="{after}"'
        f' w:line="{line}" w:lineRule="{line_rule}"/>'
    )


def space_after(style: TextStyle) -> float:
    """Return the space below a paragraph of a style, pt."""
    return style.space_after.default if style.space_after else 0.0


def _indents(style: TextStyle) -> str:
    first = style.first_line_indent.default if style.first_line_indent else 0.0
    left = twips(style.left_indent)
    turn = twips(style.left_indent + first - style.hanging) - left
    if not left and not turn:
        return ""
    way = f'w:firstLine="{turn}"' if turn >= 0 else f'w:hanging="{-turn}"'
    return f'<w:ind w:left="{left}" w:right="0" {way}/>'


def _size(points: float) -> str:
    halves = round(points * 2)
    return f'<w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/>'


def _dress(style: TextStyle) -> str:
    return "".join(
        (
            "<w:b/><w:bCs/>" if style.is_bold else "",
            "<w:i/><w:iCs/>" if style.is_italic else "",
            f'<w:color w:val="{style.colour}"/>' if style.colour != "000000" else "",
        )
    )


def _marks(style: TextStyle) -> str:
    frame = f'<w:bdr w:val="single" w:sz="6" w:space="0" w:color="{style.colour}"/>'
    return "".join(
        (
            '<w:u w:val="single"/>' if style.is_underlined else "",
            frame if style.is_framed else "",
        )
    )


def _extra(name: str, below_rule: float) -> str:
    if name != FOOT_RULE:
        return _EXTRA_STYLES[name]
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{FOOT_RULE}">'
        '<w:name w:val="TTCS Đường kẻ cuối trang"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
        f'<w:spacing w:after="{twips_of_points(below_rule)}"'
        f' w:line="{twips_of_points(RULE_THICKNESS)}" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{_size(AFTER_TABLE)}</w:rPr></w:style>"
    )


_EXTRA_STYLES = {
    AFTER_TABLE_STYLE: (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{AFTER_TABLE_STYLE}">'
        '<w:name w:val="TTCS Sau bảng"/><w:basedOn w:val="Normal"/><w:pPr>'
        f'<w:spacing w:line="{twips_of_points(AFTER_TABLE)}" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{_size(AFTER_TABLE)}</w:rPr></w:style>"
    ),
    FOOTNOTE_MARK: (
        f'<w:style w:type="character" w:styleId="{FOOTNOTE_MARK}">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style>"
    ),
    GRID_STYLE: (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{GRID_STYLE}">'
        '<w:name w:val="TTCS Bảng kẻ"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="{eighths(TABLE_LINE)}" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{twips(CELL_SIDE)}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{twips(CELL_SIDE)}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    ),
}
