"""One template for many units: whole files, resumed runs, a summary."""

import datetime
from pathlib import Path

import pytest
from judges import audit

from ttcs_desktop.errors import TemplateError, UnknownError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.services.batching import Batch, summary
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file

DAY = datetime.date(2026, 12, 15)
ANSWERS = {"year": 2027}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def test_every_party_committee_gets_its_own_plan(tmp_path: Path, library: Library) -> None:
    batch = Batch(library)
    units, prepare = batch.from_template("annual-plan", "group:1", ANSWERS, DAY)
    made = tuple(batch.write(units, prepare, tmp_path))
    assert len(made) == len(units) >= 65
    assert all(one.path is not None and one.path.exists() for one in made)
    assert len({one.path for one in made}) == len(made)
    read = [open_file(one.path).draft.unit for one in made[:5] if one.path]
    assert read == [unit.id for unit in units[:5]]
    assert made[0].path is not None
    assert audit(made[0].path) == []
    assert summary(made)["made"] == len(units)


def test_units_of_one_symbol_all_bear_their_id_in_the_file_name(
    tmp_path: Path, library: Library
) -> None:
    batch = Batch(library)
    units, prepare = batch.from_template("annual-plan", "group:1", ANSWERS, DAY)
    communes = [unit for unit in units if unit.periods[-1].symbol == "ĐU"][:3]
    made = tuple(batch.write(tuple(communes), prepare, tmp_path))
    names = [one.path.stem for one in made if one.path]
    assert [name.endswith(unit.id) for name, unit in zip(names, communes, strict=True)] == [
        True
    ] * 3
    alone = next(batch.write((communes[0],), prepare, tmp_path / "một"))
    assert alone.path is not None
    assert not alone.path.stem.endswith(communes[0].id)


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path, library: Library) -> None:
    batch = Batch(library)
    units, prepare = batch.from_template("annual-plan", "group:1", ANSWERS, DAY)
    first = batch.write(units[:4], prepare, tmp_path, has_pdf=True)
    done = [next(first), next(first)]
    first.close()
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".docx", ".pdf", ".pdf"]
    stamps = {one.path: one.path.stat().st_mtime_ns for one in done if one.path}
    made = tuple(batch.write(units[:4], prepare, tmp_path, has_pdf=True, is_resumed=True))
    assert summary(made) | {"to_look_at": 0} == {
        "made": 2,
        "was_there": 2,
        "to_look_at": 0,
        "failed": 0,
    }
    assert all(path.stat().st_mtime_ns == stamp for path, stamp in stamps.items())


def test_a_unit_whose_draft_fails_is_told_and_the_others_are_made(
    tmp_path: Path, library: Library
) -> None:
    batch = Batch(library)
    units, prepare = batch.from_template("annual-plan", "group:1", ANSWERS, DAY)

    def fails_once(unit: Unit) -> Draft:
        if unit.id == units[1].id:
            raise TemplateError("Ô “Năm” chưa đúng.")
        return prepare(unit)

    made = tuple(batch.write(units[:3], fails_once, tmp_path))
    assert [one.fault for one in made] == ["", "Ô “Năm” chưa đúng.", ""]
    assert summary(made)["failed"] == 1
    assert len(list(tmp_path.iterdir())) == 2


def test_an_unknown_selector_or_template_stops_before_anything_is_written(
    library: Library,
) -> None:
    batch = Batch(library)
    with pytest.raises(UnknownError):
        batch.from_template("annual-plan", "group:77", ANSWERS, DAY)
    with pytest.raises(UnknownError):
        batch.from_template("annual", "group:1", ANSWERS, DAY)
