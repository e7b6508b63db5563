"""Figures (số liệu): in words as in figures, sums and shares that come out, marks as in Vietnam.

Nothing is ever changed: which of two figures is right only a person knows.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.prose import prose
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.i18n import _
from ttcs_desktop.language.numbers import grouped, in_words, parse_number
from ttcs_desktop.language.remembering import Finder
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.appearance import PrintedParagraph
from ttcs_desktop.model.component import Part, Stretch
from ttcs_desktop.model.problem import Severity

_IN_WORDS = Finder(
    r"(?P<figures>\d{1,3}(?:\.\d{3})+|\d{4,})\s*(?P<unit>đồng|đ|VND|VNĐ)\b[^()\d]{0,20}"
    r"\((?:Số tiền )?(?:[Vv]iết b|[Bb])ằng chữ\s*:\s*(?P<words>[^)]+)\)"
)
_SAME = (
    ("lẻ", "linh"), ("ngàn", "nghìn"), ("tỉ", "tỷ"), ("hai mươi bốn", "hai mươi tư"),
    ("mươi bốn", "mươi tư"), ("không nghìn ", ""), ("mươi một", "mươi mốt"),
)  # fmt: skip
_SHARE = Finder(
    r"(?<![\d/.,])(?P<part>\d{1,3}(?:\.\d{3})+|\d+)/(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?![\d/])"
    r"(?P<between>[^.;\d%]{0,60}?)(?P<share>\d{1,3}(?:,\d+)?)\s?%"
)
_ENGLISH = Finder(r"(?<![\d.,])\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?(?![\d,])")
_SPACED = Finder(
    r"(?<![\d.,/] )(?<![\d.,/])\d{1,3}(?:[ \u00a0]\d{3}){1,4}(?!\d| \d)(?=\s|[.,;:)]|$)"
)
_CURRENCY = Finder(r"(?<=\d)\s?VNĐ(?!\w)")
_TOTAL = re.compile(r"^(?:tổng(?: cộng| số)?|cộng)\s*:?$")
_NOT_DATES = re.compile(r"^(?:19|20)\d\d$")
_NEAREST = Fraction(6, 10)


def words(case: Case) -> Iterator[Remark]:
    """Yield amounts whose words say another number than their figures."""
    for one in prose(case):
        for match in _IN_WORDS.finditer(one.text):
            amount = int(match["figures"].replace(".", ""))
            told = _plain(match["words"])
            if told != _plain(in_words(amount)):
                yield Remark(
                    _("Số tiền bằng chữ không khớp {figures} đồng.").format(
                        figures=grouped(amount)
                    ),
                    one.found(match, "words"),
                    found=match["words"].strip(),
                    asked=f"{in_words(amount)} đồng",
                )


def shares(case: Case) -> Iterator[Remark]:
    """Yield shares that do not come out: 25/50 đơn vị, đạt 40%."""
    for one in prose(case):
        for match in _SHARE.finditer(one.unquoted):
            part, whole = (int(match[name].replace(".", "")) for name in ("part", "whole"))
            if not whole or _is_date(match):
                continue
            told = Fraction(match["share"].replace(",", "."))
            right = Fraction(part * 100, whole)
            if abs(told - right) > _NEAREST:
                asked = f"{float(round(right, 1)):g}".replace(".", ",")
                yield Remark(
                    _("{part}/{whole} là {asked}%, không phải {told}%.").format(
                        part=match["part"], whole=match["whole"], asked=asked, told=match["share"]
                    ),
                    one.found(match),
                    found=f"{match['share']}%",
                    asked=f"{asked}%",
                )


def sums(case: Case) -> Iterator[Remark]:
    """Yield totals of tables that are not the sum of what stands above them."""
    for rows in _tables(case):
        last = max(rows)
        label = next((text for text in _texts(rows[last]) if _TOTAL.match(text.casefold())), "")
        above = [rows[row] for row in sorted(rows) if row != last]
        if not label or len(above) < 2:
            continue
        for column, (index, paragraph) in rows[last].items():
            told = parse_number(paragraph.text)
            parts = [parse_number(row[column][1].text) for row in above if column in row]
            known = [part for part in parts if part is not None]
            if told is None or len(known) < 2 or None in parts[1:] or _is_counted(known):
                continue
            total = sum(map(Fraction, map(str, known)))
            if abs(total - Fraction(str(told))) > Fraction(1, 1000):
                shown = f"{float(total):g}" if total.denominator > 1 else grouped(int(total))
                yield Remark(
                    _("Dòng tổng ghi {told}, cộng các dòng trên là {total}.").format(
                        told=paragraph.text.strip(), total=shown.replace(".", ".")
                    ),
                    Stretch(index, 0, len(paragraph.text)),
                    found=paragraph.text.strip(),
                    asked=shown,
                )


def separators(case: Case) -> Iterator[Remark]:
    """Yield figures grouped otherwise than by dots: 1,250,000 or 1 250 000."""
    for one in prose(case):
        for match in (*_ENGLISH.finditer(one.unquoted), *_SPACED.finditer(one.unquoted)):
            bare = match[0].replace("\u00a0", " ")
            if bare.count(",") == 1 and "." not in bare:
                continue
            mark = "," if "," in bare else " "
            whole, _dot, decimals = bare.partition(".")
            asked = whole.replace(mark, ".") + (f",{decimals}" if decimals else "")
            yield Remark(
                _("Số “{found}” viết đúng là “{asked}”.").format(found=match[0], asked=asked),
                one.found(match),
                found=match[0],
                asked=asked,
                severity=None if "," in bare else Severity.NOTE,
            )


def currency(case: Case) -> Iterator[Remark]:
    """Yield VNĐ, which is neither the word nor the code of the currency."""
    for one in prose(case):
        for match in _CURRENCY.finditer(one.unquoted):
            yield Remark(
                _("“VNĐ” không phải ký hiệu tiền tệ; ghi “đồng” hoặc “VND”."),
                one.found(match),
                found="VNĐ",
                asked="đồng",
            )


def _plain(text: str) -> str:
    """Return number words as they are compared: one spelling, no "đồng", no "chẵn"."""
    plain = " ".join(fold(text).casefold().strip(" ./;,").split())
    for end in ("./", "chẵn", "đồng"):
        plain = plain.removesuffix(end).strip(" ./,")
    plain = plain.removesuffix("việt nam").removesuffix("đồng ").strip()
    for other, usual in _SAME:
        plain = re.sub(rf"(?<!\w){fold(other)}(?!\w)", fold(usual), plain)
    return " ".join(plain.replace(",", " ").split()).removesuffix(" đồng")


def _is_date(match: re.Match[str]) -> bool:
    return (
        bool(_NOT_DATES.match(match["whole"]))
        or int(match["part"].replace(".", "")) > int(match["whole"].replace(".", "")) * 10
    )


def _tables(case: Case) -> Iterator[dict[int, dict[int, tuple[int, PrintedParagraph]]]]:
    """Yield the rows of each ruled table: the paragraph of each column with its index."""
    tables: dict[int, dict[int, dict[int, tuple[int, PrintedParagraph]]]] = {}
    for component in case.all(Part.TABLE_TEXT):
        paragraph = case.paragraph(component)
        cell = paragraph.spot.cell
        if cell and not cell.is_header:
            row = tables.setdefault(cell.table, {}).setdefault(cell.row, {})
            row.setdefault(cell.column, (component.paragraph, paragraph))
    yield from tables.values()


def _texts(row: dict[int, tuple[int, PrintedParagraph]]) -> Iterator[str]:
    return (paragraph.text.strip() for _index, paragraph in row.values())


def _is_counted(column: list[int | float]) -> bool:
    """Tell whether a column only numbers its rows: 1, 2, 3."""
    return column == [first + column[0] for first in range(len(column))]


RULES = (
    Rule("figures.words", Severity.ERROR, lambda: _("Số tiền bằng chữ"), no_clause, words),
    Rule("figures.share", Severity.NOTE, lambda: _("Tỷ lệ phần trăm"), no_clause, shares),
    Rule("figures.sum", Severity.NOTE, lambda: _("Dòng tổng của bảng"), no_clause, sums),
    Rule(
        "figures.separator",
        Severity.WARNING,
        lambda: _("Dấu phân cách trong số"),
        no_clause,
        separators,
    ),
    Rule("figures.currency", Severity.NOTE, lambda: _("Ký hiệu tiền tệ"), no_clause, currency),
)
