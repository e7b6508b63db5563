"""A draft is issued once: number, files and line in the register, or none of them."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from services.test_issuing import DRAFT

from ttcs_desktop.errors import UserError, WriteError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.register import NumberState
from ttcs_desktop.services import issuance
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.issuance import Issuance, Wanted
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file
from ttcs_desktop.services.posting import Posting
from ttcs_desktop.services.registering import NumberBook

DAY = datetime.date(2026, 11, 24)
UNNUMBERED = dataclasses.replace(DRAFT, number="", date=None)


@pytest.fixture
def issuing() -> Issuance:
    return Issuance(Library())


def wanted(folder: Path, **facts: str) -> Wanted:
    return Wanted(DAY, folder, **facts)


def test_the_prospect_names_the_next_number_and_writes_nothing(
    issuing: Issuance, tmp_path: Path
) -> None:
    prospect = issuing.prospect(UNNUMBERED, wanted(tmp_path))
    assert prospect.number == "01-KH/ĐU"
    assert prospect.gate.may_issue, prospect.gate.points
    assert prospect.file_name == "KH-01-DU-2026-11-24"
    assert list(tmp_path.iterdir()) == []
    assert NumberBook(issuing.library).all_series() == ()


def test_a_draft_gets_its_number_its_files_and_its_line(issuing: Issuance, tmp_path: Path) -> None:
    issued = issuing.issue(UNNUMBERED, wanted(tmp_path))
    assert issued.entry.number_and_symbol == "01-KH/ĐU"
    assert issued.entry.state is NumberState.ISSUED
    said = issued.entry.registered
    assert (said.date, said.signer, said.document) == (DAY, "Nguyễn Văn An", str(issued.docx))
    assert "thông tin cơ sở năm 2027" in said.subject
    composition = Composer(issuing.library).compose(issued.draft)
    assert said.copies == sum(one.copies for one in Posting(issuing.library).copies(composition))
    assert said.copies > 1
    assert issued.pdf.read_bytes().startswith(b"%PDF")
    inside = open_file(issued.docx).draft
    assert (inside.number, inside.date) == ("01", DAY)
    assert issuing.issued_as(issued.docx) == issued.entry
    assert issuing.issued_as(tmp_path / "khac.docx") is None


def test_the_second_draft_takes_the_second_number_and_harms_no_file(
    issuing: Issuance, tmp_path: Path
) -> None:
    (tmp_path / "KH-01-DU-2026-11-24.docx").write_bytes(b"mine")
    first, second = (issuing.issue(UNNUMBERED, wanted(tmp_path)) for _number in range(2))
    assert first.docx.name == "KH-01-DU-2026-11-24-2.docx"
    assert (tmp_path / "KH-01-DU-2026-11-24.docx").read_bytes() == b"mine"
    assert second.entry.number_and_symbol == "02-KH/ĐU"


def test_a_number_of_ones_own_is_taken_and_a_taken_one_is_refused(
    issuing: Issuance, tmp_path: Path
) -> None:
    issued = issuing.issue(UNNUMBERED, wanted(tmp_path, number="264a"))
    assert issued.entry.number_and_symbol == "264a-KH/ĐU"
    assert issued.draft.number == "264a"
    with pytest.raises(UserError, match="264a"):
        issuing.issue(UNNUMBERED, wanted(tmp_path, number="264a"))
    assert len(NumberBook(issuing.library).entries()) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda draft: dataclasses.replace(draft, text=draft.text.replace("Nguyễn Văn An", "")),
        lambda draft: dataclasses.replace(
            draft, text=draft.text.replace("Đưa thông tin", "[CẦN BỔ SUNG: việc]")
        ),
        lambda draft: dataclasses.replace(draft, unit=""),
    ],
)
def test_what_does_not_pass_the_gate_takes_no_number(
    issuing: Issuance, tmp_path: Path, spoil: Callable[[Draft], Draft]
) -> None:
    with pytest.raises(UserError):
        issuing.issue(spoil(UNNUMBERED), wanted(tmp_path))
    assert NumberBook(issuing.library).entries() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_leaves_the_number_kept_for_the_next_try(
    issuing: Issuance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise WriteError("full")

    with monkeypatch.context() as broken:
        broken.setattr(issuance, "export_docx", fail)
        with pytest.raises(WriteError):
            issuing.issue(UNNUMBERED, wanted(tmp_path, key="bản-1"))
    book = NumberBook(issuing.library)
    assert [one.state for one in book.entries()] == [NumberState.RESERVED]
    assert list(tmp_path.iterdir()) == []
    assert issuing.issue(dataclasses.replace(UNNUMBERED), wanted(tmp_path)).draft.number == "02"
    issued = issuing.issue(UNNUMBERED, wanted(tmp_path, key="bản-1"))
    assert issued.draft.number == "01"
    assert [one.state for one in book.entries()] == [NumberState.ISSUED] * 2
