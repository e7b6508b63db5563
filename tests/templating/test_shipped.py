"""The general templates render their examples to proper documents; the seed comes back whole.

Those of the groups of units are filled with what the registries know: see tests/services.
"""

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.templating.conftest import BODY, TOML
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.model.text import plain
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.services.completing import complete
from ttcs_desktop.services.source import draft_from
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

GENERAL = ("guidance", "annual-plan", "report")
EXAMPLES = sorted(
    path for name in GENERAL for path in (shipped_templates() / name).glob("example*.toml")
)
IDS = [f"{path.parent.name}/{path.stem}" for path in EXAMPLES]
Contexts = Callable[..., Context]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _render(path: Path, shipped: Catalogue, context: Contexts, format_id: str = "") -> Any:
    example = _read(path)
    around = context(example["unit"], example["date"], format_id)
    return shipped.get(path.parent.name).render(example["answers"], around)


def test_three_kinds_ship_for_party_and_state(shipped: Catalogue) -> None:
    infos = [shipped.get(name).info for name in GENERAL]
    assert [info.kind for info in infos] == ["guidance", "plan", "report"]
    for info in infos:
        assert {Regime.PARTY, Regime.STATE} <= set(info.regimes)


def test_each_template_has_an_example_of_each_regime(context: Contexts) -> None:
    for folder in {path.parent for path in EXAMPLES}:
        units = [_read(path)["unit"] for path in EXAMPLES if path.parent == folder]
        assert {context(unit).unit.regime for unit in units} == {Regime.PARTY, Regime.STATE}


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_leaves_nothing_open_and_reads_without_a_problem(
    path: Path, shipped: Catalogue, context: Contexts
) -> None:
    rendering = _render(path, shipped, context)
    assert rendering.missing == ()
    assert rendering.problems == ()
    document = parse(rendering.text)
    assert document.problems == ()
    assert document.type_name == shipped.get(path.parent.name).info.type_name
    assert document.subject
    assert document.blocks
    assert document.recipients.entries
    assert document.recipients.filing
    assert document.signatures[0].positions


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_is_laid_out_in_every_format_of_its_regime(
    path: Path,
    shipped: Catalogue,
    context: Contexts,
    formats: Mapping[str, Any],
    instruments: Any,
) -> None:
    example = _read(path)
    regime = context(example["unit"]).unit.regime
    for form in [one for one in formats.values() if one.regime is regime]:
        around = context(example["unit"], example["date"], form.id)
        text = shipped.get(path.parent.name).render(example["answers"], around).text
        draft = draft_from({"unit": example["unit"], "date": example["date"]}, text, where="")
        document = complete(parse(text), draft, around.unit, around.period, example["date"])
        sheet = arrange(document, around.format, instruments)
        errors = [one for one in sheet.problems if one.severity is Severity.ERROR]
        assert errors == []


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_examples_of_today_cite_nothing_that_has_ended(
    path: Path, shipped: Catalogue, context: Contexts, instruments: Any
) -> None:
    example = _read(path)
    if example["date"].year < 2026:
        return
    cited = re.findall(r"\[\[([\w-]+)\]\]", _render(path, shipped, context).text)
    for one in {instruments[id_] for id_ in cited}:
        assert one.valid_to is None or one.valid_to >= example["date"], one.id


@pytest.mark.parametrize("template_id", GENERAL)
@pytest.mark.parametrize("unit_id", ["btgtu", "dang-uy-22480", "ubnd-22480", "so-vhttdl"])
def test_an_empty_form_gives_a_draft_that_shows_what_it_lacks(
    template_id: str, unit_id: str, shipped: Catalogue, context: Contexts
) -> None:
    template = shipped.get(template_id)
    rendering = template.render({}, context(unit_id))
    fields = template.info.fields
    required = {one.id for one in fields if any(f.is_required for f in (one, *one.columns))}
    assert rendering.missing
    assert set(rendering.missing) <= required
    marks = rendering.text.count("[CẦN BỔ SUNG: ")
    assert marks >= len(rendering.missing)
    assert parse(rendering.text).problems == ()
    typed = re.sub(r"\[\[.+?\]\]", "", rendering.text)
    assert not re.search(r"20[12]\d", typed), "no year may be built into a template"


@pytest.mark.parametrize("template_id", GENERAL)
def test_every_field_is_labelled_in_both_languages(template_id: str, shipped: Catalogue) -> None:
    info = shipped.get(template_id).info
    assert info.title_en
    assert info.description_en
    for section in info.sections:
        assert section.title_en
    for field in _with_columns(info.fields):
        assert field.label
        assert field.label_en, field.id
        assert bool(field.help) == bool(field.help_en), field.id


def _with_columns(fields: tuple[Field, ...]) -> list[Field]:
    return [*fields, *(column for field in fields for column in field.columns)]


def test_every_field_belongs_to_a_section(shipped: Catalogue) -> None:
    for info in (shipped.get(name).info for name in GENERAL):
        assert {field.section for field in info.fields} == {one.id for one in info.sections}
        assert any(field.type is FieldType.RECORDS for field in info.fields)


def test_the_form_ends_with_signature_and_recipients(shipped: Catalogue) -> None:
    for info in (shipped.get(name).info for name in GENERAL):
        assert info.sections[-1].id == "closing"
        assert info.sections[0].id == "opening"
        assert [one.id for one in info.fields][-5:] == [
            "signing",
            "signer",
            "is_signed",
            "recipients",
            "filing",
        ]


def _words(text: str) -> list[str]:
    return text.replace("*", "").replace("}", "").split()


def test_the_guidance_gives_the_seed_word_for_word(
    shipped: Catalogue, context: Contexts, seed_text: str
) -> None:
    """Up to the recipients every sign is the same; there the end marks are the format's."""
    path = shipped_templates() / "guidance" / "example.toml"
    ours = _render(path, shipped, context).text
    (our_body, our_end), (seed_body, seed_end) = (
        text.split("Nơi nhận:") for text in (ours, seed_text)
    )
    assert _words(our_body) == _words(seed_body)
    assert re.findall(r"\w+", our_end) == re.findall(r"\w+", seed_end)


def test_the_guidance_makes_the_document_that_the_seed_is(
    shipped: Catalogue, context: Contexts, seed_text: str
) -> None:
    path = shipped_templates() / "guidance" / "example.toml"
    ours, seed = parse(_render(path, shipped, context).text), parse(seed_text)

    def bare(document: Any) -> list[Any]:
        kept = [document.subject, *document.blocks, *document.closing_notes]
        return [re.sub(r", line=\d+", "", repr(one)) for one in kept]

    assert bare(ours) == bare(seed)
    assert [(one.name, one.purpose) for one in ours.recipients.entries] == [
        (one.name, one.purpose) for one in seed.recipients.entries
    ]
    assert ours.recipients.filing == seed.recipients.filing
    assert ours.signatures[0].positions == seed.signatures[0].positions
    assert ours.signatures[0].is_signed
    assert ours.signatures[0].name == seed.signatures[0].name


def test_defaults_in_tables_are_spelt_as_the_unit_spells(
    own: Callable[..., Catalogue], context: Contexts
) -> None:
    toml = TOML.replace(
        "required = false\n\n[fields.rows.columns.what]",
        'required = false\ndefault = [{ what = "cấp ủy" }]\n\n[fields.rows.columns.what]',
    )
    template = own(BODY + "{% for row in rows %}{{ row.what }}{% endfor %}\n", toml=toml)
    filled = template.get("mau-thu").render
    assert "cấp uỷ" in filled({}, context("btgtu")).text
    assert "cấp ủy" in filled({"rows": [{"what": "cấp ủy"}]}, context("ubnd-22480")).text
    assert "cấp ủy A" in filled({"rows": [{"what": "cấp ủy A"}]}, context("btgtu")).text


def test_a_state_plan_has_bases_money_and_the_table_of_tasks(
    shipped: Catalogue, context: Contexts
) -> None:
    path = shipped_templates() / "annual-plan" / "example-state.toml"
    text = _render(path, shipped, context).text
    document = parse(text)
    assert len(document.bases) == 3
    heads = re.findall(r"^[IVX]+\. (.+)$", text, re.MULTILINE)
    assert heads == [
        "MỤC ĐÍCH, YÊU CẦU",
        "NỘI DUNG, NHIỆM VỤ",
        "KINH PHÍ THỰC HIỆN",
        "TỔ CHỨC THỰC HIỆN",
    ]
    assert "125.000.000 đồng (một trăm hai mươi lăm triệu đồng)" in text
    assert document.annexes[0].is_landscape
    heads = [plain(cell.content) for cell in document.annexes[0].blocks[0].header[0]]
    assert heads == [
        "STT",
        "Nội dung",
        "Chủ trì",
        "Phối hợp",
        "Thời gian",
        "Sản phẩm",
        "Kinh phí (đồng)",
    ]
    assert len(re.findall(r"^\d\. .+\n\n\d\.1\. ", text, re.MULTILINE)) == 5


def test_a_party_plan_has_its_three_sections_and_label_lines(
    shipped: Catalogue, context: Contexts
) -> None:
    path = shipped_templates() / "annual-plan" / "example.toml"
    text = _render(path, shipped, context).text
    heads = re.findall(r"^[IVX]+- (.+)$", text, re.MULTILINE)
    assert heads == ["MỤC TIÊU", "NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM", "TỔ CHỨC THỰC HIỆN"]
    assert parse(text).bases == ()
    for label in ("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm"):
        assert f"- {label}: " in text
    assert "KINH PHÍ" not in text


def test_a_report_says_none_where_nothing_was_given_and_works_out_the_shares(
    shipped: Catalogue, context: Contexts
) -> None:
    path = shipped_templates() / "report" / "example-state.toml"
    text = _render(path, shipped, context).text
    assert re.search(r"Kết quả thực hiện nhiệm vụ theo kế hoạch\n\nKhông\.\n", text)
    assert re.search(r"KIẾN NGHỊ, ĐỀ XUẤT\n\nKhông\.\n", text)
    assert "| giờ | 655 | 720 | 742 | 103,1% | 113,3% |" in text
    assert "| người | 0 | 25 | 0 | 0% |  |" in text
    assert len(parse(text).addressees.names) == 2


@pytest.mark.parametrize(
    ("layout", "has_lines", "has_table"),
    [
        ("dòng dưới từng nhiệm vụ", True, False),
        ("bảng ở phụ lục", False, True),
        ("cả hai", True, True),
    ],
)
def test_a_plan_assigns_in_lines_or_in_a_table_with_its_total(
    layout: str, has_lines: bool, has_table: bool, shipped: Catalogue, context: Contexts
) -> None:
    row = {"group": "Tuyên truyền", "lead": "Phòng A", "timing": "Quý I", "product": "Hội nghị"}
    tasks = [
        row | {"wording": "Quán triệt đến các thôn", "budget": 1500000},
        row | {"wording": "Kiểm tra đài truyền thanh", "budget": 2500000},
    ]
    answers = {"year": 2027, "layout": layout, "tasks": tasks}
    text = shipped.get("annual-plan").render(answers, context("ubnd-22480")).text
    assert ("- Cơ quan chủ trì: Phòng A." in text) is has_lines
    assert ("- Kinh phí: 1.500.000 đồng." in text) is has_lines
    assert ("| **Tổng cộng** |||||| **4.000.000** |" in text) is has_table
    assert "dự kiến 4.000.000 đồng (bốn triệu đồng)" in text
    assert len(parse(text).annexes) == has_table
    assert parse(text).problems == ()


def test_a_report_gives_each_task_its_figures_and_draws_what_was_reached(
    shipped: Catalogue, context: Contexts
) -> None:
    path = shipped_templates() / "report" / "example.toml"
    answers = _read(path)["answers"] | {"has_chart": True}
    text = shipped.get("report").render(answers, context("dang-uy-22480")).text
    assert (
        "22/22 chi bộ. Buổi tuyên truyền trực tiếp: 26 buổi (đạt 54,2% kế hoạch, bằng 108,3% kỳ "
        "trước); Lượt người dự tuyên truyền trực tiếp: 1.840 lượt người (bằng 107,9% kỳ trước)."
    ) in text
    assert "| Thời lượng phát thanh | █████ | 50% |" in text
    assert "| Buổi tuyên truyền trực tiếp | █████▌ | 54,2% |" in text
    assert "Lượt người dự tuyên truyền trực tiếp | █" not in text
    assert "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026" in text


def test_a_short_report_leaves_out_what_weekly_reports_lack(
    shipped: Catalogue, context: Contexts
) -> None:
    path = shipped_templates() / "report" / "example.toml"
    answers = _read(path)["answers"] | {"length": "rút gọn", "results": [], "next_period": ""}
    answers["period"] = "tuần 45 năm 2026"
    text = shipped.get("report").render(answers, context("dang-uy-22480")).text
    heads = re.findall(r"^\d\. (.+)$", text, re.MULTILINE)
    assert heads[:4] == [
        "Công tác lãnh đạo, chỉ đạo",
        "Kết quả thực hiện nhiệm vụ theo kế hoạch",
        "Ưu điểm",
        "Hạn chế",
    ]
    assert "NHIỆM VỤ TUẦN 46 NĂM 2026" in text
    assert "Nguyên nhân" not in text


@pytest.mark.parametrize(("year", "count"), [(2017, 5), (2026, 8)])
def test_a_report_knows_the_types_of_its_time(
    year: int, count: int, shipped: Catalogue, context: Contexts
) -> None:
    text = shipped.get("report").render({}, context("so-tu-phap", datetime.date(year, 12, 1))).text
    assert len(re.findall(r"^[a-zđ]\) ", text.split("3. Nhân lực")[0], re.MULTILINE)) == count


def test_the_templates_own_words_are_spelt_as_the_unit_spells(
    shipped: Catalogue, context: Contexts
) -> None:
    template = shipped.get("guidance")
    new = template.render({}, context("btgtu")).text
    old = template.render({}, context("ubnd-22480")).text
    assert "cấp uỷ đảng" in new
    assert "Đa dạng hoá" in new
    assert "cấp ủy đảng" in old
    assert "Đa dạng hóa" in old


def test_what_a_clerk_typed_keeps_its_spelling(shipped: Catalogue, context: Contexts) -> None:
    text = shipped.get("guidance").render({"subject": "cấp ủy Hòa Bình"}, context("btgtu")).text
    assert "**cấp ủy Hòa Bình**" in text
