"""Templates by id: the clerk's own over the shipped, read once, read again when changed."""

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.templating.conftest import BODY, TOML
from ttcs_desktop.errors import TemplateError, UnknownError
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.templating import catalogue as room
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

Own = Callable[..., Catalogue]
SHIPPED = Catalogue(shipped_templates()).ids()


def test_the_ids_are_those_of_both_folders(own: Own) -> None:
    assert {"annual-plan", "guidance", "report"} <= set(SHIPPED)
    assert own().ids() == tuple(sorted((*SHIPPED, "mau-thu")))


def test_folders_that_are_no_templates_are_passed_over(tmp_path: Path) -> None:
    for name in ("_macros", ".git", "trong"):
        (tmp_path / name).mkdir()
    (tmp_path / "tep.txt").write_text("x")
    assert Catalogue(tmp_path, tmp_path / "khong-co").ids() == ()


def test_a_template_of_the_clerk_lies_over_the_shipped_one(
    own: Own, context: Callable[..., Context]
) -> None:
    catalogue = own(name="report", toml=TOML)
    assert catalogue.ids() == SHIPPED
    assert [one.title for one in catalogue.all() if one.id == "report"] == ["Mẫu thử"]
    assert "Nội dung" in catalogue.get("report").render({"subject": "a"}, context()).text


def test_a_template_of_the_clerk_may_use_the_shipped_macros_and_its_own(
    own: Own, context: Callable[..., Context]
) -> None:
    body = (
        "{% from '_macros/words.txt.j2' import money_in_full %}"
        "{% from '_macros/rieng.txt.j2' import chao %}"
        "{{ chao() }} {{ money_in_full(5000) }} {{ subject }}"
    )
    macros = {"rieng.txt.j2": "{% macro chao() %}{{ unit.name }}:{% endmacro %}"}
    text = own(body, macros=macros).get("mau-thu").render({"subject": "a"}, context()).text
    assert text == "Ban Tuyên giáo Tỉnh uỷ: 5.000 đồng (năm nghìn đồng) a\n"


def test_what_comes_to_lie_over_a_template_is_found_though_that_one_was_ready(
    tmp_path: Path, context: Callable[..., Context]
) -> None:
    catalogue = Catalogue(shipped_templates(), tmp_path)
    assert catalogue.get("report").info.title != "Mẫu thử"
    shutil.copytree(shipped_templates() / "report", tmp_path / "report")
    (tmp_path / "report" / "template.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "report" / "body.txt.j2").write_text("BÁO CÁO\n\n{{ subject }}", encoding="utf-8")
    for example in (tmp_path / "report").glob("example*.toml"):
        example.write_text('[answers]\nsubject = "a"\n', encoding="utf-8")
    assert catalogue.get("report").info.title == "Mẫu thử"
    text = catalogue.get("report").render({"subject": "b"}, context()).text
    assert text == "BÁO CÁO\n\nb\n"
    shutil.rmtree(tmp_path / "report")
    assert catalogue.get("report").info.title != "Mẫu thử"


def test_a_text_of_its_own_that_a_template_gets_later_is_found(
    tmp_path: Path, context: Callable[..., Context]
) -> None:
    catalogue = Catalogue(shipped_templates(), tmp_path)
    home = tmp_path / "rieng"
    home.mkdir()
    (home / "template.toml").write_text('extends = "report"\ntitle = "Riêng"\n', encoding="utf-8")
    shutil.copy(shipped_templates() / "report" / "example.toml", home)
    answers = catalogue.get("rieng").example()["answers"]
    before = catalogue.get("rieng").render(answers, context()).text
    (home / "body.txt.j2").write_text("BÁO CÁO\n\n{{ subject }}", encoding="utf-8")
    assert catalogue.get("rieng").render(answers, context()).text != before


def test_an_unknown_template_names_the_closest(shipped: Catalogue) -> None:
    with pytest.raises(UnknownError, match="Không có mẫu “reprot”") as told:
        shipped.get("reprot")
    assert told.value.remedy == "Có phải là “report”?"


@pytest.mark.parametrize("wrong", ["../report", "_macros", "", "report/..", "/etc"])
def test_an_id_cannot_lead_out_of_the_folders(wrong: str, shipped: Catalogue) -> None:
    with pytest.raises(UnknownError):
        shipped.get(wrong)


def test_a_faulty_template_does_not_hide_the_others(own: Own) -> None:
    catalogue = own(toml="title = x\n")
    infos = {one.id: one for one in catalogue.all()}
    assert set(infos) == {*SHIPPED, "mau-thu"}
    assert infos["mau-thu"].title == "mau-thu (mẫu có lỗi)"
    assert "template.toml, dòng 1" in infos["mau-thu"].description
    assert catalogue.get("report")
    with pytest.raises(TemplateError):
        catalogue.get("mau-thu")


def test_a_template_is_checked_once_and_again_when_a_file_was_changed(
    own: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, context: Callable[..., Context]
) -> None:
    loaded: list[str] = []
    load = room.load
    monkeypatch.setattr(
        room,
        "load",
        lambda folders, macros: loaded.append(folders[-1].name) or load(folders, macros),
    )
    catalogue = own()
    first = catalogue.get("mau-thu")
    assert catalogue.get("mau-thu") is first
    assert loaded == ["mau-thu"]
    (tmp_path / "templates/mau-thu/body.txt.j2").write_text(BODY + "Thêm.\n", encoding="utf-8")
    again = catalogue.get("mau-thu")
    assert loaded == ["mau-thu"] * 2
    assert "Thêm." in again.render({"subject": "a"}, context()).text


def test_a_changed_macro_is_seen(own: Own, tmp_path: Path, context: Callable[..., Context]) -> None:
    body = "{% from '_macros/rieng.txt.j2' import chao %}{{ chao() }}"
    macro = "{{% macro chao() %}}{}{{% endmacro %}}"
    catalogue = own(body, macros={"rieng.txt.j2": macro.format("một")})
    assert catalogue.get("mau-thu").render({}, context()).text == "một\n"
    file = tmp_path / "templates/_macros/rieng.txt.j2"
    file.write_text(macro.format("hai"), encoding="utf-8")
    os.utime(file, (1, 1))
    assert catalogue.get("mau-thu").render({}, context()).text == "hai\n"


def test_a_template_mended_after_a_fault_works(own: Own, tmp_path: Path) -> None:
    catalogue = own(BODY + "{{ x }}")
    with pytest.raises(TemplateError):
        catalogue.get("mau-thu")
    (tmp_path / "templates/mau-thu/body.txt.j2").write_text(BODY, encoding="utf-8")
    assert catalogue.get("mau-thu").info.title == "Mẫu thử"


def test_listing_does_not_load_jinja_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "load", lambda *_: pytest.fail("listing compiled a template"))
    assert len(Catalogue(shipped_templates()).all()) == len(SHIPPED)


def test_two_threads_fill_at_once_without_mixing(
    shipped: Catalogue, context: Callable[..., Context]
) -> None:
    around = context()
    wrong: list[str] = []

    def fill(name: str) -> None:
        for _ in range(40):
            rendering = shipped.get("report").render({"subject": name}, around)
            if f"**{name} " not in rendering.text or "period" not in rendering.missing:
                wrong.append(name)

    threads = [threading.Thread(target=fill, args=(f"tên {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_warm_template_is_filled_in_milliseconds(
    shipped: Catalogue, context: Callable[..., Context]
) -> None:
    template, around = shipped.get("guidance"), context()
    answers = template.example()["answers"]
    times = []
    for _ in range(30):
        begun = time.process_time()
        template.render(answers, around)
        times.append(time.process_time() - begun)
    assert min(times) < 0.01
