"""A template that extends another says only what differs; defaults follow the document's date."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from ttcs_desktop.errors import TemplateError
from ttcs_desktop.model.template import Holding
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

Write = Callable[..., Catalogue]
Contexts = Callable[..., Context]
PARENT = """
title = "Mẫu gốc"
kind = "plan"
type_name = "kế hoạch"
regimes = ["party", "state"]

[sections.one]
title = "Phần một"

[fields.subject]
label = "Trích yếu"
section = "one"
default = "việc chung"

[[fields.subject.earlier]]
until = 2024-06-30
default = "việc trước 2024"

[[fields.subject.earlier]]
until = 2020-12-31
default = "việc trước 2020"

[fields.rows]
label = "Việc"
type = "records"
section = "one"

[fields.rows.columns.wording]
label = "Việc"
default = "làm"
"""
BODY = (
    "KẾ HOẠCH\n\n**{{ subject }}**\n\n{% for row in rows %}\n- {{ row.wording }};\n{% endfor %}\n"
)
CHILD = 'extends = "goc"\ntitle = "Mẫu con"\nregimes = ["state"]\n'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def made(*, shipped: bool = False, **templates: str) -> Catalogue:
        for name, toml in templates.items():
            home = tmp_path / name
            home.mkdir(exist_ok=True)
            (home / "template.toml").write_text(toml, encoding="utf-8")
            (home / "example.toml").write_text("[answers]\n", encoding="utf-8")
            if "extends" not in toml:
                (home / "body.txt.j2").write_text(BODY, encoding="utf-8")
        return Catalogue(*((shipped_templates(),) if shipped else ()), tmp_path)

    return made


def filled(catalogue: Catalogue, name: str, around: Context) -> str:
    return catalogue.get(name).render({"rows": [{}]}, around).text


def test_text_and_fields_come_from_what_is_extended(write: Write, context: Contexts) -> None:
    catalogue = write(goc=PARENT, con=CHILD)
    info = catalogue.get("con").info
    assert (info.id, info.title, info.kind, info.type_name) == (
        "con",
        "Mẫu con",
        "plan",
        "kế hoạch",
    )
    assert [one.value for one in info.regimes] == ["state"]
    assert [field.id for field in info.fields] == ["subject", "rows"]
    around = context("so-vhttdl")
    assert filled(catalogue, "con", around) == filled(catalogue, "goc", around)


def test_what_differs_is_laid_over_key_by_key_and_new_fields_follow(
    write: Write, context: Contexts
) -> None:
    own = (
        '[fields.subject]\nlabel = "Tên"\n\n[fields.rows.columns.wording]\ndefault = "đi"\n'
        '[fields.more]\nlabel = "Thêm"\nsection = "one"\nrequired = false\n'
    )
    catalogue = write(goc=PARENT, con=CHILD + own)
    fields = catalogue.get("con").info.fields
    assert [field.label for field in fields] == ["Tên", "Việc", "Thêm"]
    assert fields[0].default == "việc chung"
    assert "- đi;" in filled(catalogue, "con", context("so-vhttdl"))


def test_a_template_may_extend_one_that_extends_another(write: Write, context: Contexts) -> None:
    catalogue = write(goc=PARENT, con=CHILD, chau='extends = "con"\ntitle = "Mẫu cháu"\n')
    info = catalogue.get("chau").info
    assert (info.title, [one.value for one in info.regimes]) == ("Mẫu cháu", ["state"])
    assert "việc chung" in filled(catalogue, "chau", context("so-vhttdl"))


def test_a_template_of_the_clerk_may_extend_a_shipped_one(write: Write) -> None:
    toml = 'extends = "report"\ntitle = "Báo cáo của trường"\n[fields.subject]\ndefault = "a"\n'
    catalogue = write(shipped=True, truong=toml)
    ours, theirs = catalogue.get("truong").info, catalogue.get("report").info
    assert [one.id for one in ours.fields] == [one.id for one in theirs.fields]
    assert ours.sections == theirs.sections
    assert {one.title for one in catalogue.all()} >= {"Báo cáo của trường", theirs.title}


def test_a_change_of_what_is_extended_is_seen(
    write: Write, context: Contexts, tmp_path: Path
) -> None:
    catalogue = write(goc=PARENT, con=CHILD)
    around = context("so-vhttdl")
    filled(catalogue, "con", around)
    (tmp_path / "goc" / "template.toml").write_text(PARENT.replace("việc chung", "việc khác"))
    assert "việc khác" in filled(catalogue, "con", around)
    (tmp_path / "goc" / "body.txt.j2").write_text("KẾ HOẠCH\n\n**đổi {{ subject }}**\n")
    assert "đổi" in filled(catalogue, "con", around)


@pytest.mark.parametrize(
    ("day", "subject"),
    [
        (datetime.date(2017, 9, 5), "việc trước 2020"),
        (datetime.date(2020, 12, 31), "việc trước 2020"),
        (datetime.date(2021, 1, 1), "việc trước 2024"),
        (datetime.date(2024, 6, 30), "việc trước 2024"),
        (datetime.date(2024, 7, 1), "việc chung"),
    ],
)
def test_a_default_is_that_of_the_documents_date(
    day: datetime.date, subject: str, write: Write, context: Contexts
) -> None:
    text = filled(write(goc=PARENT), "goc", context("so-tu-phap", day))
    assert f"**{subject}**" in text


def test_a_default_of_ones_own_ends_the_earlier_ones_below(write: Write, context: Contexts) -> None:
    own = '[fields.subject]\ndefault = "việc riêng"\n'
    around = context("so-tu-phap", datetime.date(2017, 9, 5))
    assert "việc riêng" in filled(write(goc=PARENT, con=CHILD + own), "con", around)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (CHILD.replace("goc", "khong-co"), "Không có mẫu “khong-co” để kế thừa"),
        (CHILD.replace("goc", "con"), "kế thừa chính nó"),
        (CHILD + "[fields.subject]\nlabl = 'a'\n", "labl"),
        (CHILD + "[fields.subject]\ntype = 'chữ'\n", "chữ"),
        (CHILD + "[[fields.subject.earlier]]\nuntil = 2020-01-01\nvalue = 'a'\n", "value"),
        (CHILD + "[fields.subject]\nholds = 'tasks'\n", "wording"),
        (CHILD + "[fields.rows]\nholds = 'results'\n", "wording, state, result"),
        (CHILD + "[fields.rows]\nholds = 'period'\n", "phải là ô chữ"),
        (CHILD + "[fields.subject]\nholds = 'tasks'\nindicator = 'a'\n", "indicator"),
        (CHILD + "[fields.subject]\nholds = 'mọi thứ'\n", "mọi thứ"),
    ],
)
def test_a_wrong_heir_is_told_with_its_own_file(toml: str, told: str, write: Write) -> None:
    catalogue = write(goc=PARENT, con=toml)
    with pytest.raises(TemplateError) as error:
        catalogue.get("con")
    assert told in str(error.value)
    assert "Mẫu “con”, tệp template.toml" in error.value.where
    assert catalogue.get("goc")
    assert {one.title for one in catalogue.all()} == {"Mẫu gốc", "con (mẫu có lỗi)"}


def test_two_that_extend_each_other_are_both_told(write: Write) -> None:
    catalogue = write(a='extends = "b"\ntitle = "A"\n', b='extends = "a"\ntitle = "B"\n')
    for name in ("a", "b"):
        with pytest.raises(TemplateError, match="kế thừa chính nó"):
            catalogue.get(name)


def test_a_fault_in_the_text_names_the_template_that_the_text_is_of(
    write: Write, tmp_path: Path
) -> None:
    catalogue = write(goc=PARENT, con=CHILD)
    (tmp_path / "goc" / "body.txt.j2").write_text("KẾ HOẠCH\n\n{{ nothing }}\n")
    with pytest.raises(TemplateError) as error:
        catalogue.get("con")
    assert "Mẫu “goc”, tệp body.txt.j2, dòng 3" in error.value.where


def test_what_fields_hold_is_known(write: Write) -> None:
    own = '[fields.rows]\nholds = "tasks"\n[fields.subject]\nholds = "period"\n'
    fields = write(goc=PARENT, con=CHILD + own).get("con").info.fields
    assert [field.holds for field in fields] == [Holding.PERIOD, Holding.TASKS]


def test_the_indicators_of_a_row_are_known_to_the_text(write: Write, context: Contexts) -> None:
    catalogue = write(goc=PARENT)
    home = catalogue.get("goc").info.folder
    (home / "body.txt.j2").write_text(
        "KẾ HOẠCH\n\n**a**\n\n{% for row in rows %}{% if 'gio' in row.indicators %}\n"
        "{{ row.wording }}\n{% endif %}{% endfor %}\n"
    )
    rows = [{"wording": "có", "indicators": ["gio"]}, {"wording": "không"}]
    text = catalogue.get("goc").render({"rows": rows}, context()).text
    assert "có" in text
    assert "không" not in text
