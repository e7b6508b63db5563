"""What templates do with values: dates, numbers, lists, numbering in the words of documents."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import pytest

DAY = "BÁO CÁO\n\n**{{ subject }}**\n\n>"
TOML = """
title = "x"
kind = "report"
type_name = "báo cáo"
regimes = ["party", "state"]
[fields.subject]
label = "Trích yếu"
[fields.day]
label = "Ngày"
type = "date"
[fields.n]
label = "Số"
type = "number"
[fields.names]
label = "Tên"
type = "list"
[fields.own]
label = "Đoạn"
type = "paragraphs"
[fields.rows]
label = "Dòng"
type = "records"
[fields.rows.columns.group]
label = "Nhóm"
[fields.rows.columns.n]
label = "Số"
type = "number"
required = false
"""
ANSWERS: Mapping[str, Any] = {
    "subject": "kết quả",
    "day": datetime.date(2016, 9, 5),
    "n": 1250000,
    "names": ["xã A", "xã B & C", "xã D"],
    "own": "- Một;\n\n- Hai **đậm**.",
    "rows": [{"group": "A", "n": 1}, {"group": "A"}, {"group": "B", "n": 2.5}],
}
EXAMPLE = """
[answers]
subject = "a"
day = 2016-09-05
n = 3
names = ["a", "b"]
own = "x"
[[answers.rows]]
group = "A"
"""


@pytest.fixture
def shown(text_of: Callable[..., str]) -> Callable[..., str]:
    def show(expression: str, unit: str = "btgtu", **answers: Any) -> str:
        body = f"BÁO CÁO\n\n**{{{{ subject }}}}**\n\n>{expression}<\n"
        text = text_of(body, {**ANSWERS, **answers}, toml=TOML, example=EXAMPLE, unit=unit)
        return text.split(">", 1)[1].rsplit("<", 1)[0]

    return show


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("{{ day }}", "05/9/2016"),
        ("{{ day | short_date }}", "05/9/2016"),
        ("{{ day | long_date }}", "ngày 05 tháng 9 năm 2016"),
        ("{{ day.year }}", "2016"),
        ("{{ n | number }}", "1.250.000"),
        ("{{ 12.5 | number }}", "12,5"),
        ("{{ n | money }}", "1.250.000 đồng"),
        ("{{ 125000000 | money_words }}", "một trăm hai mươi lăm triệu đồng"),
        ("{{ 1001 | words }}", "một nghìn không trăm linh một"),
        ("{{ 5 | count }} {{ 10 | count }} {{ 0 | count }}", "05 10 0"),
        ("{{ 18 | share(19) }}", "94,7%"),
        ("{{ 50 | share(100) }}", "50%"),
        ("{{ 50 | share(0) }}", ""),
        ("{{ names | listed }}", "xã A, xã B & C và xã D"),
        ("{{ names | join('; ') }}", "xã A; xã B & C; xã D"),
        ("{{ ['một'] | listed }}", "một"),
        ("{{ [] | listed }}", ""),
        ("{{ own | lines | join('; ') }}", "- Một; - Hai **đậm**"),
        ("{{ names | length }} {{ names | first }} {{ names | last }}", "3 xã A xã D"),
        ("{% for g in rows | by('group') %}{{ g.name }}{{ g.rows | length }}{% endfor %}", "A2B1"),
        ("{{ rows | sum('n') }}", "3,5"),
        ("{{ 4 | roman_figure }} {{ 9 | roman_figure }} {{ 14 | roman_figure }}", "IV IX XIV"),
        ("{{ 5 | point }}x", "đ) x"),
        ("{{ subject | upper }} {{ subject | upper_first }}", "KẾT QUẢ Kết quả"),
        ("{{ 'A;' | without_end }}", "A"),
        ("{{ 'A' | sentence }} {{ 'B.' | sentence }} {{ '“C.”' | sentence }}", "A. B. “C.”"),
        ("{{ '' | default('không') }}", "không"),
        ("{{ own | cell }}", "- Một; - Hai **đậm**."),
        ("{{ 7 // 2 }} {{ 7 % 2 }} {{ 1 + 2 * 3 }}", "3 1 7"),
        ("{{ 'a' if n > 5 else 'b' }}{{ 'c' if n < 5 }}", "a"),
        ("{{ 'có' if 'xã A' in names else 'không' }}", "có"),
        ("{% if 1 < n <= 1250000 %}đúng{% endif %}", "đúng"),
        ("{% for x in range(3) %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba"),
        ("{% set x %}**{{ subject }}**{% endset %}{{ x }}", "**kết quả**"),
        ("{{ '**' ~ subject ~ '**' }}", "**kết quả**"),
    ],
)
def test_a_filter_prints_as_documents_do(
    expression: str, expected: str, shown: Callable[..., str]
) -> None:
    assert shown(expression) == expected


def test_a_date_in_a_sentence_follows_the_regime(shown: Callable[..., str]) -> None:
    assert shown("{{ day | date }}", "btgtu") == "ngày 05/9/2016"
    assert shown("{{ day | date }}", "ubnd-22480") == "ngày 05 tháng 9 năm 2016"


def test_numbering_follows_the_format_and_the_unit(shown: Callable[..., str]) -> None:
    marks = "{{ 2 | roman }}{{ 3 | clause }}"
    assert shown(marks, "btgtu") == "II- 3. "
    assert shown(marks, "ubnd-22480") == "II. 3. "


@pytest.mark.parametrize("sign", ["&", "<b>", "'", '"', "&amp;"])
@pytest.mark.parametrize(
    "expression",
    [
        "{{ names | join(', ') }}",
        "{{ names | listed }}",
        "{{ names | first }}",
        "{{ names | first | upper }}",
        "{{ names | first ~ subject }}",
        "{{ (names | first) + subject }}",
        "{{ names | first | sentence }}",
        "{{ names | first | cell }}",
        "{{ names | first | default('x') }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(names | first) }}",
        "{% macro m(x) %}{{ x ~ caller() }}{% endmacro %}{% call m(names | first) %}!{% endcall %}",
        "{% set x = names | first %}{{ x }}",
        "{% set x %}{{ names | first }}{% endset %}{{ x | lower_first }}",
        "{{ names | first if n else '' }}",
        "{{ own | lines | first }}",
    ],
)
def test_no_way_of_printing_escapes_for_html(
    expression: str, sign: str, shown: Callable[..., str]
) -> None:
    value = f"A {sign} B"
    text = shown(expression, names=[value], own=value)
    assert value.upper() in text.upper()
    assert text.upper().count(sign.upper()) == 1


def test_words_typed_in_a_template_are_its_own_text(shown: Callable[..., str]) -> None:
    assert shown("{{ '- **a** | b [[c]]' }}") == "- **a** | b [[c]]"


def test_official_text_joined_with_a_value_escapes_only_the_value(
    shown: Callable[..., str],
) -> None:
    assert shown("{{ own ~ subject }}", own="**a**", subject="**b**") == r"**a**\*\*b\*\*"


def test_blank_lines_that_choices_leave_are_taken_away(shown: Callable[..., str]) -> None:
    body = "a\n\n{% if n %}\n\n\n\n{% endif %}\n\n{% if not n %}\nx\n{% endif %}\n\n\nb   \nc"
    assert shown(body) == "a\n\nb\nc"
