"""A template that would do harm is refused at once, with one sentence."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.templating.conftest import BODY
from ttcs_desktop.errors import TemplateError
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

REACHING_OUT = (
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ subject['__cl' ~ 'ass__'] }}",
    "{{ unit.__init__.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ subject.format(1) }}",
    "{{ '{0.__class__}'.format(subject) }}",
    "{{ '%s' % subject }}",
    "{{ subject.encode('utf-8') }}",
    "{{ date.today() }}",
    "{{ unit._cells }}",
    "{{ lipsum(1000) }}",
    "{{ cycler.__init__ }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ {'a': 1} }}",
    "{{ subject | attr('__class__') }}",
    "{{ subject | safe }}",
    "{{ subject | map('upper') }}",
    "{{ subject | tojson }}",
    "{% include '/etc/passwd' %}",
    "{% include 'body.txt.j2' %}",
    "{% import '_macros/closing.txt.j2' as m %}",
    "{% from '../../../etc/passwd' import x %}",
    "{% from '_macros/../../etc/passwd' import x %}",
    "{% from '_macros//etc/passwd' import x %}",
    "{% from subject import x %}",
    "{% extends 'body.txt.j2' %}",
    "{% block a %}{% endblock %}",
    "{% autoescape false %}{{ subject }}{% endautoescape %}",
    "{% do subject %}",
    "{{ varargs }}{{ kwargs }}",
    "{{ printed }}",
    "{{ caller() }}",
    "{{ range }}",
)
ENDLESS = (
    "{{ 'a' * 10**9 }}",
    "{{ 'a' * 1000000000 }}",
    "{{ [1] * 1000000000 }}",
    "{{ 10**9 }}",
    "{{ 9 * 999999999999999999999999999999999 }}",
    "{% for i in range(1000000000) %}x{% endfor %}",
    "{% for i in range(10000) %}{% for j in range(10000) %}{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}" * 3 + "x" + "{% endfor %}" * 3,
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(x) %}{{ f(x ~ x) }}{% endmacro %}{{ f('ab') }}",
    "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
    "{% set x = 'aaaaaaaaaa' %}" + "{% set x = [x, x] | join %}" * 40 + "{{ x }}",
    "{% set x = 'aaaaaaaaaa' %}" + "{% set x = [x, x] | listed %}" * 40 + "{{ x }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x == [x] }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x | join }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x | upper }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ [x] | by('a') | length }}",
    "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x | default('a') }}",
    "{% for x in range(100) recursive %}{{ loop([1]) }}{% endfor %}",
    "{{ " + "(" * 20000 + "1" + ")" * 20000 + " }}",
    "{{ " + "-" * 20000 + "1 }}",
    "{% for x in [1] %}" * 60 + "{% endfor %}" * 60,
    "{{ 9" + "9" * 10000 + " }}",
    "{% macro f(x) %}" + "a" * 5000 + "{% endmacro %}"
    "{% for i in range(9000) %}{{ f(i) }}{% endfor %}",
)


@pytest.mark.parametrize("body", REACHING_OUT)
def test_a_template_cannot_reach_out_of_its_values(
    body: str, own: Callable[..., Catalogue]
) -> None:
    with pytest.raises(TemplateError) as told:
        own(BODY + body).get("mau-thu")
    _is_one_sentence(told.value)


@pytest.mark.parametrize("body", ENDLESS, ids=lambda body: body[:60])
def test_a_template_cannot_run_or_write_without_end(
    body: str, own: Callable[..., Catalogue]
) -> None:
    begun = time.monotonic()
    with pytest.raises(TemplateError) as told:
        own(BODY + body).get("mau-thu")
    assert time.monotonic() - begun < 8
    _is_one_sentence(told.value)


def _is_one_sentence(error: TemplateError) -> None:
    assert error.where.startswith("Mẫu “mau-thu”, tệp ")
    assert error.what.endswith((".", "?"))
    for told in (error.what, error.remedy):
        assert "\n" not in told
        assert "Traceback" not in told
        assert " object at 0x" not in told
        assert len(told) < 400


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a|a)*b",
        "(.*)*",
        "a?" * 30 + "a" * 30,
        r"(a)\1",
        "[",
        "a" * 500,
        ".*.*.*.*=",
        "(?P<x>a)(?P=x)",
    ],
)
def test_a_pattern_that_could_run_for_hours_is_refused(
    pattern: str, own: Callable[..., Catalogue]
) -> None:
    toml = f"""
title = "x"
kind = "report"
type_name = "báo cáo"
regimes = ["party"]
[fields.subject]
label = "Trích yếu"
pattern = '{pattern}'
"""
    with pytest.raises(TemplateError) as told:
        own(BODY.replace("{{ note }}", ""), toml=toml).get("mau-thu")
    assert "template.toml, dòng" in told.value.where


@pytest.mark.parametrize(
    "pattern", [r"\d{4}", "[A-Z]+-\\d+", "(?:Số )?\\d{1,3}/[A-ZĐ]+", r"[^\W\d_]+( [^\W\d_]+)?"]
)
def test_a_plain_pattern_is_taken(pattern: str) -> None:
    from ttcs_desktop.templating.patterns import is_simple

    assert is_simple(pattern)


def test_an_answer_of_ten_megabytes_is_told_in_one_sentence(
    own: Callable[..., Catalogue], context: Callable[..., Context]
) -> None:
    template = own().get("mau-thu")
    with pytest.raises(TemplateError) as told:
        template.render({"subject": "a " * 5_000_000}, context())
    assert told.value.where == "Ô “Trích yếu”"
    assert told.value.what == "Nội dung dài quá: 10.000.000 chữ cái, tối đa 20.000."


def test_a_million_rows_are_told_in_one_sentence(
    own: Callable[..., Catalogue], context: Callable[..., Context]
) -> None:
    rows: list[Any] = [{"what": "a"}] * 1_000_000
    with pytest.raises(TemplateError, match=r"Danh sách dài quá: 1\.000\.000 dòng"):
        own().get("mau-thu").render({"subject": "x", "rows": rows}, context())


def test_a_text_of_many_megabytes_is_not_built(
    own: Callable[..., Catalogue], context: Callable[..., Context]
) -> None:
    body = BODY + "{% for row in rows %}{{ row.what }}\n\n{% endfor %}"
    rows = [{"what": "x" * 20_000}] * 500
    with pytest.raises(TemplateError, match="quá dài"):
        own(body).get("mau-thu").render({"subject": "x", "rows": rows}, context())


def test_macros_of_the_clerk_do_not_reach_the_shipped_templates(
    own: Callable[..., Catalogue], context: Callable[..., Context]
) -> None:
    catalogue = own(
        macros={"closing.txt.j2": "{% macro closing(a, b, c, d, e) %}HỎNG{% endmacro %}"}
    )
    assert "HỎNG" not in catalogue.get("report").render({}, context()).text
