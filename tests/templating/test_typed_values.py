"""Whatever is typed into a form arrives in the document as typed."""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.templating.conftest import reads
from ttcs_desktop.errors import TemplateError
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.officialtext.lines import UNPRINTABLE
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

NASTY = (
    "Sở KH&ĐT <tỉnh>",
    "5 * 3",
    "- x",
    "[[a]]",
    "{{ 1 }}",
    "{% if x %}",
    "**đậm**",
    "a | b",
    "I. Mục",
    "1. Khoản",
    "Điều 1. Phạm vi",
    "\\ gạch chéo",
    "“dấu” 'nháy' \"kép\"",
    "[^1]",
    "=== ngắt trang ===",
    "Nơi nhận:",
    "PHỤ LỤC",
    "&amp; &lt;b&gt;",
)


def _example(path: Any) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


EXAMPLES = sorted(shipped_templates().glob("[!_]*/example*.toml"))
IDS = [f"{path.parent.name}/{path.stem}" for path in EXAMPLES]


def _typed_in(answers: dict[str, Any], field: Field, value: str) -> list[dict[str, Any]]:
    """Return the answers with a value typed into a text field, or into each text cell of it."""
    if field.type is FieldType.TEXT:
        return [answers | {field.id: value}]
    if field.type is FieldType.LIST:
        return [answers | {field.id: [value, "Nơi khác"]}]
    if field.type is not FieldType.RECORDS or not answers.get(field.id):
        return []
    rows = answers[field.id]
    return [
        answers | {field.id: [rows[0] | {column.id: value}, *rows[1:]]}
        for column in field.columns
        if column.type is FieldType.TEXT
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_what_is_typed_into_a_text_field_is_read_back_word_for_word(
    path: Any, shipped: Catalogue, context: Callable[..., Context]
) -> None:
    example = _example(path)
    template = shipped.get(path.parent.name)
    around = context(example["unit"], example["date"])
    for field in template.info.fields:
        if field.pattern:
            continue
        plain = reads(template.render(example["answers"], around).text)
        for value in NASTY:
            for answers in _typed_in(example["answers"], field, value):
                found = reads(template.render(answers, around).text)
                changed = [part for part in found if part not in plain]
                shown = {value, value.upper(), value.rstrip(":;,.")}
                is_unused = found == plain  # the regime does not print this field
                assert is_unused or any(one in part for part in changed for one in shown), (
                    field.id,
                    value,
                )


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize(
    "around",
    ["{v}", "Trước {v} sau", "- {v}", "1. {v}", "a) {v}", "| a | {v} |", "**{v}**", "x: {v}."],
)
def test_a_value_is_only_words_wherever_it_stands(
    value: str, around: str, text_of: Callable[..., str]
) -> None:
    body = "BÁO CÁO\n\n**{{ subject }}**\n\nĐoạn đầu.\n\n" + around.format(v="{{ note }}") + "\n"
    plain, filled = (reads(text_of(body, {"note": note})) for note in ("chữ thường", value))
    assert len(filled) == len(plain)
    assert [old.replace("chữ thường", value) for old in plain] == filled


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=st.text(st.characters(), min_size=1, max_size=40))
def test_any_value_is_read_back(value: str, any_text: Callable[[str], str]) -> None:
    shown = " ".join(nfc(UNPRINTABLE.sub("", value)).split())
    if shown:
        plain = reads(any_text("chữ thường"))
        assert reads(any_text(value)) == [part.replace("chữ thường", shown) for part in plain]


@pytest.fixture(scope="module")
def any_text(
    tmp_path_factory: pytest.TempPathFactory, context: Callable[..., Context]
) -> Callable[[str], str]:
    from tests.templating.conftest import EXAMPLE, TOML

    home = tmp_path_factory.mktemp("mau") / "mau-thu"
    home.mkdir()
    body = (
        "BÁO CÁO\n\n**{{ subject }}**\n\nĐoạn đầu.\n\n{{ note or 'trống' }}\n\n- {{ note }}, hết.\n"
    )
    for name, text in (("body.txt.j2", body), ("template.toml", TOML), ("example.toml", EXAMPLE)):
        (home / name).write_text(text, encoding="utf-8")
    template = Catalogue(home.parent).get("mau-thu")
    around = context()
    return lambda value: template.render({"subject": "kết quả", "note": value}, around).text


def test_the_clerks_own_paragraphs_keep_their_structure(
    shipped: Catalogue, context: Callable[..., Context]
) -> None:
    answers = {
        "subject": "x",
        "purposes": "- Một.\r\n\r\n- Hai **đậm** [[ct-07-2016]].\r\n\r\n| a | b |\r\n| 1 | 2 |",
    }
    text = shipped.get("guidance").render(answers, context()).text
    assert "- Một.\n\n- Hai **đậm** [[ct-07-2016]].\n\n| a | b |\n| 1 | 2 |\n" in text


@pytest.mark.parametrize("bad", ["a\x00b\x07c", "a\u200bb\ufeffc", "a\ud800b", "a\nb\r\nc\u2028d"])
def test_characters_that_no_page_shows_are_left_out(bad: str, text_of: Callable[..., str]) -> None:
    text = text_of("BÁO CÁO\n\n**{{ subject }}**\n\nĐoạn {{ note }}.\n", {"note": bad})
    text.encode("utf-8")
    assert text.isprintable() or set(filter(lambda c: not c.isprintable(), text)) == {"\n"}
    assert text.count("\n\n") == 2


@pytest.mark.parametrize("field", ["signer", "signing"])
@pytest.mark.parametrize("value", ["5 * 3", "[[a]]", "Sở KH&ĐT <tỉnh>", "{{ 1 }}"])
def test_the_signature_takes_only_names_and_titles(
    field: str, value: str, shipped: Catalogue, context: Callable[..., Context]
) -> None:
    answers: dict[str, Any] = {field: value if field == "signer" else [value]}
    with pytest.raises(TemplateError) as told:
        shipped.get("report").render(answers, context())
    assert told.value.where.startswith("Ô “")
    assert told.value.remedy


def test_recipients_keep_what_they_are_sent_for(
    shipped: Catalogue, context: Callable[..., Context]
) -> None:
    from ttcs_desktop.officialtext.parse import parse

    answers = {"recipients": ["Tỉnh uỷ (báo cáo)", "Sở KH&ĐT (cũ)", "Phòng A;"]}
    document = parse(shipped.get("report").render(answers, context()).text)
    assert [(one.name, one.purpose) for one in document.recipients.entries] == [
        ("Tỉnh uỷ", "báo cáo"),
        ("Sở KH&ĐT (cũ)", ""),
        ("Phòng A", ""),
    ]
