"""Each kind of fault in a clerk's own template is told with file, line and remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.templating.conftest import BODY, EXAMPLE, TOML
from ttcs_desktop.errors import TemplateError
from ttcs_desktop.i18n import use
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

Own = Callable[..., Catalogue]
HEAD = "BÁO CÁO\n\n**{{ subject }}**\n\n"


def _fault(own: Own, *arguments: str, **files: object) -> TemplateError:
    with pytest.raises(TemplateError) as told:
        own(*arguments, **files).get("mau-thu")
    return told.value


@pytest.mark.parametrize(
    ("body", "line", "what", "remedy"),
    [
        (
            "{{ subjct }}",
            5,
            "Không có tên “subjct” trong biểu mẫu của mẫu này.",
            "Có phải là “subject”?",
        ),
        (
            "{{ hoan_toan_khac }}",
            5,
            "Không có tên “hoan_toan_khac” trong biểu mẫu của mẫu này.",
            "Các tên dùng được: date, note, regime, rows, subject, unit.",
        ),
        (
            "{% for row in rows %}\n{{ row.wat }}\n{% endfor %}",
            6,
            "Không có tên “wat”.",
            "Có phải là “what”?",
        ),
        ("{{ unit.nam }}", 5, "Không có tên “nam”.", "Có phải là “name”?"),
        (
            "{% for row in rows %}\n- {{ row.what }}\n\nhết\n",
            5,
            "Khối “for” mở ở đây mà chưa đóng.",
            "Thêm {% endfor %} vào cuối khối.",
        ),
        (
            "{% if note %}\n{% for row in rows %}\n{% endfor %}\nhết\n",
            5,
            "Khối “if” mở ở đây mà chưa đóng.",
            "Thêm {% endif %} vào cuối khối.",
        ),
        (
            "x\n{% endfor %}",
            6,
            "“endfor” không có khối nào đang mở ở đây.",
            "Bỏ dòng này, hoặc mở khối ở phía trên.",
        ),
        (
            "{% whle x %}",
            5,
            "Không có lệnh “whle” trong mẫu.",
            "Các lệnh dùng được: if, for, set, macro, call, from … import.",
        ),
        ("{{ note | uper }}", 5, "Không có bộ lọc “uper”.", "Có phải là “upper”?"),
        (
            "{% if note is even %}x{% endif %}",
            5,
            "Không có phép thử “even”.",
            "Các tên dùng được: defined, none, undefined.",
        ),
        (
            "{% from '_macros/closng.txt.j2' import closing %}",
            5,
            "Không có tệp macro “_macros/closng.txt.j2”.",
            "Xem lại tên tệp trong thư mục _macros.",
        ),
        (
            "{% from '_macros/closing.txt.j2' import closin %}",
            5,
            "Tệp _macros/closing.txt.j2 không có macro “closin”.",
            "Có phải là “closing”?",
        ),
        (
            "{{ note | long_date }}",
            5,
            "Bộ lọc này cần một ngày.",
            "Dùng với ô kiểu date.",
        ),
        (
            "{{ rows }}",
            5,
            "Giá trị này không phải là chữ, số hay ngày nên không in ra được.",
            "Với danh sách, dùng {{ … | listed }}; với bảng, lặp từng dòng bằng for.",
        ),
        ("{{ note + 1 }}", 5, "Phép tính + chỉ dùng với số.", "Nối chữ bằng dấu ~."),
    ],
)
def test_a_fault_of_the_body_is_told(
    body: str, line: int, what: str, remedy: str, own: Own
) -> None:
    fault = _fault(own, HEAD + body)
    assert fault.where == f"Mẫu “mau-thu”, tệp body.txt.j2, dòng {line}"
    assert fault.what == what
    assert fault.remedy == remedy


@pytest.mark.parametrize(
    ("body", "line"),
    [("{{ subject", 5), ("x\n{{ subject | }}", 6), ("{% if %}", 5), ("{{ 'a }}", 5), ("{# mở", 5)],
)
def test_a_fault_of_syntax_names_its_line(body: str, line: int, own: Own) -> None:
    fault = _fault(own, HEAD + body)
    assert fault.where == f"Mẫu “mau-thu”, tệp body.txt.j2, dòng {line}"
    assert fault.what.startswith("Dòng này sai cú pháp: ")
    assert fault.remedy == "Xem lại các dấu {{ }}, {% %}, dấu ngoặc và dấu nháy."


def test_a_fault_in_a_macro_names_the_file_of_the_macro(own: Own) -> None:
    body = HEAD + "{% from '_macros/rieng.txt.j2' import hong %}\n{{ hong(note) }}"
    macros = {"rieng.txt.j2": "{% macro hong(x) %}\n\n{{ x.khong_co }}{% endmacro %}"}
    fault = _fault(own, body, macros=macros)
    assert fault.where == "Mẫu “mau-thu”, tệp _macros/rieng.txt.j2, dòng 3"


def test_an_unknown_name_in_a_macro_is_told_without_calling_it(own: Own) -> None:
    body = (
        HEAD
        + "{% from '_macros/rieng.txt.j2' import hong %}{% if not note %}{{ hong() }}{% endif %}"
    )
    macros = {"rieng.txt.j2": "{% macro hong() %}{{ subject }}{% endmacro %}"}
    fault = _fault(own, body, macros=macros)
    assert fault.where == "Mẫu “mau-thu”, tệp _macros/rieng.txt.j2, dòng 1"
    assert "subject" in fault.what


@pytest.mark.parametrize("call", ["{{ hai(1, 2, 3) }}", "{{ hai(c=1) }}"])
def test_a_macro_called_wrongly_is_told_at_the_call(call: str, own: Own) -> None:
    body = HEAD + "{% macro hai(a, b) %}{{ a }}{% endmacro %}\n" + call
    fault = _fault(own, body)
    assert fault.where == "Mẫu “mau-thu”, tệp body.txt.j2, dòng 6"
    assert fault.what.startswith("Không tính được dòng này: ")


@pytest.mark.parametrize(
    ("old", "new", "where", "what", "remedy"),
    [
        (
            'label = "Ghi chú"',
            'label = "Ghi chú"\nrequird = false',
            "template.toml, dòng 10",
            "Không hiểu khai báo “requird”.",
            "Có phải là “required”?",
        ),
        (
            "title =",
            "titel =",
            "template.toml",
            "Không hiểu khai báo “titel”.",
            "Có phải là “title”?",
        ),
        (
            'regimes = ["party", "state"]',
            'regimes = ["party", "state"]\nshares = ["closng"]',
            "template.toml",
            "Không có tệp ô dùng chung “closng”.",
            "Các tệp có trong _macros: closing.",
        ),
        (
            "[fields.note]",
            "[fields.unit]",
            "template.toml, dòng 10",
            "Không đặt tên ô là “unit” được.",
            "",
        ),
        (
            "[fields.note]",
            "[fields.Ghi-chu]",
            "template.toml, dòng 10",
            "Không đặt tên ô là “Ghi-chu” được.",
            "",
        ),
        (
            'label = "Ghi chú"',
            'label = "Ghi chú"\nsection = "dau"',
            "template.toml, dòng 10",
            "Không hiểu khai báo “dau”.",
            "",
        ),
        (
            'label = "Ghi chú"',
            'label = "Ghi chú"\ntype = "choice"',
            "template.toml, dòng 10",
            "Ô kiểu choice cần có choices.",
            'choices = ["…", "…"]',
        ),
        (
            'label = "Ghi chú"',
            'label = "Ghi chú"\ntype = "records"',
            "template.toml, dòng 10",
            "Ô kiểu records cần có columns, và chỉ kiểu ấy mới có.",
            "Thêm các bảng [fields.note.columns.TÊN].",
        ),
        (
            "[fields.rows.columns.what]",
            "[fields.rows.columns.id]",
            "template.toml, dòng 19",
            "Mọi dòng đã có sẵn mã id.",
            "Đặt tên khác cho cột này.",
        ),
        (
            'label = "Ghi chú"',
            'label = "Ghi chú"\ntype = "number"\ndefault = "nhiều"',
            "template.toml",
            "Ô “Ghi chú”: “nhiều” không phải là số.",
            "Gõ số như 1.250 hoặc 12,5.",
        ),
    ],
)
def test_a_fault_of_the_form_is_told(
    old: str, new: str, where: str, what: str, remedy: str, own: Own
) -> None:
    assert old in TOML
    fault = _fault(own, toml=TOML.replace(old, new, 1))
    assert fault.where == f"Mẫu “mau-thu”, tệp {where}"
    assert fault.what == what
    if remedy:
        assert fault.remedy == remedy
    assert fault.remedy


def test_a_form_that_is_not_toml_names_the_line(own: Own) -> None:
    fault = _fault(own, toml=TOML.replace('title = "Mẫu thử"', "title = Mẫu thử"))
    assert fault.where == "Mẫu “mau-thu”, tệp template.toml, dòng 2"
    assert fault.what.startswith("Tệp không đúng cú pháp TOML: ")


def test_a_form_without_a_title_names_what_is_missing(own: Own) -> None:
    fault = _fault(own, toml=TOML.replace('title = "Mẫu thử"', ""))
    assert "title" in fault.what


def test_a_field_of_an_unknown_type_names_the_field(own: Own) -> None:
    fault = _fault(own, toml=TOML.replace('type = "number"', 'type = "so"'))
    assert fault.where == "Mẫu “mau-thu”, tệp template.toml, dòng 22"
    assert "so" in fault.what


def test_an_example_with_an_unknown_answer_is_told(own: Own) -> None:
    fault = _fault(own, example=EXAMPLE.replace("note", "nte"))
    assert fault.where == "Mẫu “mau-thu”, tệp example.toml"
    assert fault.what == "Biểu mẫu không có ô “nte”."
    assert fault.remedy == "Có phải là “note”?"


def test_an_example_with_a_wrong_answer_names_the_field(own: Own) -> None:
    fault = _fault(own, example=EXAMPLE.replace("figure = 1", 'figure = "nhiều"'))
    assert fault.where == "Mẫu “mau-thu”, tệp example.toml"
    assert fault.what == "Ô “Các việc”, dòng 1, cột “Số”: “nhiều” không phải là số."


def test_an_example_that_says_what_nobody_reads_is_told(own: Own) -> None:
    fault = _fault(own, example='unti = "btgtu"\n' + EXAMPLE)
    assert fault.what == "Không hiểu khai báo “unti”."
    assert fault.remedy == "Có phải là “unit”?"


def test_a_template_without_an_example_is_told(own: Own) -> None:
    fault = _fault(own, example=None)
    assert fault.where == "Mẫu “mau-thu”, tệp example.toml"
    assert fault.remedy == "Mỗi mẫu cần ba tệp: template.toml, body.txt.j2 và example.toml."


def test_a_template_without_a_body_is_told(own: Own, tmp_path: Path) -> None:
    catalogue = own()
    (tmp_path / "templates" / "mau-thu" / "body.txt.j2").unlink()
    with pytest.raises(TemplateError, match="Không đọc được tệp"):
        catalogue.get("mau-thu")


def test_a_body_in_an_old_encoding_is_told(own: Own, tmp_path: Path) -> None:
    catalogue = own()
    (tmp_path / "templates" / "mau-thu" / "body.txt.j2").write_bytes("Đảng uỷ".encode("utf-16"))
    with pytest.raises(TemplateError, match="Tệp không phải là văn bản UTF-8") as told:
        catalogue.get("mau-thu")
    assert told.value.remedy == "Lưu lại tệp với bảng mã UTF-8."


def test_a_body_of_many_megabytes_is_told(own: Own) -> None:
    assert _fault(own, BODY + "x" * 2_000_000).what == "Tệp dài quá."


def test_only_one_regime_failing_is_found_too(own: Own) -> None:
    """The example is tried for every regime that the template is for."""
    body = HEAD + "{% if regime == 'state' %}{{ unit.ten }}{% endif %}"
    assert _fault(own, body).what == "Không có tên “ten”."


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault(
    own: Own, context: Callable[..., Context]
) -> None:
    catalogue = own("\ufeff" + BODY.replace("\n", "\r\n"), toml="\ufeff" + TOML, example=EXAMPLE)
    text = catalogue.get("mau-thu").render({"subject": "x"}, context()).text
    assert text.startswith("BÁO CÁO\n\n**x**\n")


def test_faults_are_told_in_english_too(own: Own) -> None:
    use("en")
    try:
        fault = _fault(own, HEAD + "{{ subjct }}")
        assert "subjct" in fault.what
        assert "body.txt.j2" in fault.where
    finally:
        use("vi")
