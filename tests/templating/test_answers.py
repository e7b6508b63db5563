"""Answers become values by the type of their field; wrong ones are told with the field's label."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from ttcs_desktop.errors import TemplateError
from ttcs_desktop.i18n import use
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

HEAD = """
title = "Mẫu thử"
kind = "report"
type_name = "báo cáo"
regimes = ["party", "state"]
[fields.subject]
label = "Trích yếu"
[fields.x]
label = "Ô thử"
label_en = "Test field"
required = false
"""
EXAMPLE = '[answers]\nsubject = "a"\n'
Own = Callable[..., Catalogue]
Contexts = Callable[..., Context]


@pytest.fixture
def printed(own: Own, context: Contexts) -> Callable[..., str]:
    """Fill a template with one field of a type, and return what it printed."""

    def fill(field: str, answer: Any, body: str = "{{ x }}", unit: str = "btgtu") -> str:
        catalogue = own(f"BÁO CÁO\n\n>{body}<\n", toml=HEAD + field, example=EXAMPLE)
        text = catalogue.get("mau-thu").render({"subject": "a", "x": answer}, context(unit)).text
        return text.split(">", 1)[1].rsplit("<", 1)[0]

    return fill


@pytest.mark.parametrize(
    ("field", "answer", "shown"),
    [
        ("", "chữ", "chữ"),
        ("", 2026, "2026"),
        ("", 12.5, "12,5"),
        ("", "", ""),
        ("", None, ""),
        ('type = "date"', "2026-09-05", "05/9/2026"),
        ('type = "date"', "5/9/2026", "05/9/2026"),
        ('type = "date"', datetime.date(2026, 1, 2), "02/01/2026"),
        ('type = "date"', datetime.datetime(2026, 1, 2, 10, tzinfo=datetime.UTC), "02/01/2026"),
        ('type = "number"', 1250, "1250"),
        ('type = "number"', "1.250", "1250"),
        ('type = "number"', "12,5", "12,5"),
        ('type = "number"', 0, "0"),
        ('type = "money"', "125.000.000 đồng", "125000000"),
        ('type = "money"', 125000000.0, "125000000"),
        ('type = "choice"\nchoices = ["một", "hai"]', "hai", "hai"),
        ('type = "unit"', "so-vhttdl", "Sở Văn hóa, Thể thao và Du lịch"),
        ('type = "instrument"', "ct-07-2016", "[[ct-07-2016]]"),
        ('type = "unit"', "", ""),
        ('type = "instrument"', None, ""),
        ('type = "paragraphs"', "- một\n- hai", "- một\n- hai"),
        ('type = "paragraphs"', ["một", "hai"], "một\nhai"),
    ],
)
def test_an_answer_prints_by_its_type(
    field: str, answer: Any, shown: str, printed: Callable[..., str]
) -> None:
    assert printed(field, answer) == shown


@pytest.mark.parametrize(
    ("field", "answer", "what", "remedy"),
    [
        ("", True, "Ô này cần chữ.", "Gõ lại nội dung bằng chữ."),
        ("", ["a"], "Ô này cần chữ.", "Gõ lại nội dung bằng chữ."),
        (
            "pattern = '\\d{2}'\npattern_help = \"Gõ hai chữ số.\"",
            "abc",
            "“abc” chưa đúng dạng.",
            "Gõ hai chữ số.",
        ),
        (
            'type = "date"',
            "31/02/2026",
            "“31/02/2026” không phải là ngày có trong lịch.",
            "Gõ ngày như 05/9/2026.",
        ),
        (
            'type = "date"',
            20260905,
            "“20260905” không phải là ngày có trong lịch.",
            "Gõ ngày như 05/9/2026.",
        ),
        (
            'type = "number"',
            "nhiều",
            "“nhiều” không phải là số.",
            "Gõ số như 1.250 hoặc 12,5.",
        ),
        ('type = "number"', float("nan"), "“nan” không phải là số.", "Gõ số như 1.250 hoặc 12,5."),
        ('type = "number"', True, "“True” không phải là số.", "Gõ số như 1.250 hoặc 12,5."),
        ('type = "number"\nmin = 10', 9, "Số 9 nhỏ quá.", "Gõ số từ 10 trở lên."),
        ('type = "number"\nmax = 1000', 1250, "Số 1.250 lớn quá.", "Gõ số không quá 1.000."),
        (
            'type = "money"',
            "12,5",
            "“12,5” không phải là số tiền tính bằng đồng.",
            "Gõ số nguyên như 125.000.000.",
        ),
        (
            'type = "choice"\nchoices = ["một", "hai"]',
            "ba",
            "Không có lựa chọn “ba”.",
            "Chọn một trong: một, hai.",
        ),
        (
            'type = "flag"',
            "có",
            "Ô này chỉ nhận có hoặc không.",
            "Đánh dấu hoặc bỏ dấu; trong tệp ghi true, false.",
        ),
        (
            'type = "unit"',
            "so-vhttd",
            "Không có đơn vị mang mã “so-vhttd”.",
            "Có phải: so-vhttdl, so-vhtt, so-tttt?",
        ),
        (
            'type = "instrument"',
            "ct-07-2061",
            "Không có văn bản mang mã “ct-07-2061” để viện dẫn.",
            "",
        ),
        ('type = "list"', 5, "Ô này cần một danh sách.", "Ghi mỗi mục một dòng."),
    ],
)
def test_a_wrong_answer_names_the_field_and_what_to_do(
    field: str, answer: Any, what: str, remedy: str, printed: Callable[..., str]
) -> None:
    with pytest.raises(TemplateError) as told:
        printed(field, answer, body="x")
    assert told.value.where == "Ô “Ô thử”"
    assert told.value.what == what
    assert told.value.remedy == remedy if remedy else told.value.remedy


def test_the_label_is_that_of_the_interface_but_the_mark_that_of_the_document(
    printed: Callable[..., str],
) -> None:
    use("en")
    try:
        with pytest.raises(TemplateError) as told:
            printed('type = "number"', "nhiều", body="x")
        assert "Test field" in told.value.where
    finally:
        use("vi")


def test_a_unit_is_named_as_on_the_day_of_the_document(own: Own, context: Contexts) -> None:
    template = own("BÁO CÁO\n\n{{ x.name }}\n", toml=HEAD + 'type = "unit"', example=EXAMPLE)
    names = [
        template.get("mau-thu")
        .render({"x": "btgtu"}, context("ubnd-tinh", datetime.date.fromisoformat(day)))
        .text.split("\n\n")[1]
        .strip()
        for day in ("2017-09-05", "2025-06-01", "2026-09-15")
    ]
    assert names == [
        "Ban Tuyên giáo Tỉnh ủy",
        "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
        "Ban Tuyên giáo Tỉnh uỷ",
    ]


def test_an_unanswered_field_has_its_default_and_an_emptied_one_has_not(
    own: Own, context: Contexts
) -> None:
    catalogue = own("BÁO CÁO\n\n>{{ x }}<", toml=HEAD + 'default = "sẵn"', example=EXAMPLE)
    template = catalogue.get("mau-thu")
    assert ">sẵn<" in template.render({}, context()).text
    assert "><" in template.render({"x": ""}, context()).text


def test_a_missing_answer_stands_in_the_text_and_blocks_issuing(
    own: Own, context: Contexts
) -> None:
    rendering = own("BÁO CÁO\n\n**{{ subject }}**\n").get("mau-thu").render({}, context())
    assert "**[CẦN BỔ SUNG: Trích yếu]**" in rendering.text
    assert rendering.missing == ("subject",)
    (problem,) = rendering.problems
    assert problem.severity is Severity.ERROR
    assert problem.rule == "templating.missing"
    assert problem.message == "Chưa điền ô “Trích yếu”."
    assert rendering.text.splitlines()[problem.line - 1] == "**[CẦN BỔ SUNG: Trích yếu]**"


def test_what_the_template_does_not_print_is_not_missing(own: Own, context: Contexts) -> None:
    body = "BÁO CÁO\n\n{% if regime == 'party' %}{{ subject }}{% endif %}\n"
    template = own(body).get("mau-thu")
    assert template.render({}, context("btgtu")).missing == ("subject",)
    assert template.render({}, context("ubnd-22480")).missing == ()


@pytest.mark.parametrize(
    "body",
    [
        "{{ subject | upper }}",
        "{{ subject ~ '!' }}",
        "{{ subject | sentence }}",
        "{{ subject | long_date }}",
        "{{ subject | number }}",
        "{{ [subject, 'a'] | listed }}",
        "{{ subject.name }}",
        "{{ subject + 1 }}",
        "{% if subject != 'x' %}{{ subject }}{% endif %}",
        "{% for line in subject | lines %}{{ line }}{% endfor %}",
    ],
)
def test_the_mark_of_a_missing_answer_comes_through(body: str, own: Own, context: Contexts) -> None:
    toml = HEAD.replace('label = "Trích yếu"', 'label = "Trích yếu"\ntype = "paragraphs"')
    catalogue = own("BÁO CÁO\n\n" + body, toml=toml, example="[answers]\n")
    rendering = catalogue.get("mau-thu").render({}, context())
    assert "CẦN BỔ SUNG: TRÍCH YẾU" in rendering.text.upper()
    assert rendering.missing == ("subject",)


def test_a_missing_table_shows_one_row_of_marks(own: Own, context: Contexts) -> None:
    body = "BÁO CÁO\n\n{% for row in rows %}- {{ row.what }}: {{ row.figure }}\n{% endfor %}"
    from tests.templating.conftest import TOML

    toml = TOML.replace('type = "records"\nrequired = false', 'type = "records"')
    rendering = own(body, toml=toml).get("mau-thu").render({"subject": "a"}, context())
    assert "- [CẦN BỔ SUNG: Việc]:" in rendering.text
    assert rendering.missing == ("rows",)


def test_a_wrong_cell_names_row_and_column(own: Own, context: Contexts) -> None:
    rows = [{"what": "a", "figure": 1}, {"what": "b", "figure": "nhiều"}]
    with pytest.raises(TemplateError) as told:
        own().get("mau-thu").render({"subject": "a", "rows": rows}, context())
    assert str(told.value) == (
        "Ô “Các việc”, dòng 2, cột “Số”: “nhiều” không phải là số. Gõ số như 1.250 hoặc 12,5."
    )


def test_a_row_without_columns_is_told(own: Own, context: Contexts) -> None:
    with pytest.raises(TemplateError) as told:
        own().get("mau-thu").render({"subject": "a", "rows": ["b"]}, context())
    assert told.value.where == "Ô “Các việc”, dòng 1"
    assert told.value.remedy == "Ghi mỗi dòng theo cột: what, figure."


def test_a_row_carries_its_lasting_id(own: Own, context: Contexts) -> None:
    body = "BÁO CÁO\n\n{% for row in rows %}{{ row.id }}={{ row.what }};{% endfor %}\n"
    rows = [{"id": "nv-1", "what": "a"}, {"what": "b"}]
    text = own(body).get("mau-thu").render({"subject": "x", "rows": rows}, context()).text
    assert "nv-1=a;=b;" in text


def test_an_answer_that_no_field_asks_for_is_noted(own: Own, context: Contexts) -> None:
    rendering = own().get("mau-thu").render({"subject": "a", "subjct": "b"}, context())
    (problem,) = rendering.problems
    assert problem.severity is Severity.NOTE
    assert problem.message == "Mẫu này không có ô “subjct” nên câu trả lời không được dùng."
    assert problem.hint == "Có phải là “subject”?"


def test_a_template_of_another_regime_is_filled_with_a_warning(
    shipped: Catalogue, context: Contexts
) -> None:
    rendering = shipped.get("report").render({}, context("mttq-tinh"))
    warned = [one for one in rendering.problems if one.rule == "templating.other-regime"]
    assert len(warned) == 1
    assert warned[0].severity is Severity.WARNING
