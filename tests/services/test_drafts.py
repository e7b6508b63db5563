"""The registry knows the clerk's drafts: where each stands, and how it was before."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.kept import DraftState
from ttcs_desktop.places import user_data
from ttcs_desktop.services.drafts import Drafts
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.secrecy import SecretError

PLAN = "KẾ HOẠCH\nthực hiện công tác thông tin cơ sở năm 2027\n\nI. MỤC ĐÍCH"


@pytest.fixture
def drafts() -> Drafts:
    return Drafts(Library())


def test_a_draft_is_listed_by_its_title_and_opened_again(drafts: Drafts) -> None:
    kept = drafts.keep(Draft(text=PLAN, unit="btgtu", template="annual-plan"))
    (card,) = drafts.recent()
    assert card.id == kept
    assert card.title == "Kế hoạch thực hiện công tác thông tin cơ sở năm 2027"
    assert (card.kind, card.state, card.has_more) == ("plan", DraftState.DRAFT, False)
    assert drafts.open(kept).draft.text == PLAN


def test_the_draft_of_a_file_stays_one_however_often_it_is_kept(
    drafts: Drafts, tmp_path: Path
) -> None:
    file = tmp_path / "kế hoạch.docx"
    first = drafts.keep(Draft(text="một"), file)
    assert drafts.keep(Draft(text="hai"), file) == first
    assert drafts.of_file(file) == first
    assert [card.title for card in drafts.recent()] == ["hai"]


def test_what_waits_for_number_and_signature_is_told_apart(drafts: Drafts) -> None:
    ids = [drafts.keep(Draft(text=f"Bản {number}")) for number in range(4)]
    drafts.mark(ids[1], DraftState.WAITING_FOR_NUMBER)
    drafts.mark(ids[2], DraftState.WAITING_FOR_SIGNATURE)
    drafts.mark(ids[3], DraftState.ISSUED)
    assert [card.id for card in drafts.waiting_for_number()] == [ids[1]]
    assert [card.id for card in drafts.waiting_for_signature()] == [ids[2]]
    drafts.keep(Draft(text="Bản 1, sửa"), draft_id=ids[1])
    assert [card.title for card in drafts.waiting_for_number()] == ["Bản 1, sửa"]


def test_nothing_of_a_secret_document_is_kept_nor_stays_in_the_file(drafts: Drafts) -> None:
    kept = drafts.keep(Draft(text="Chuyện ZZZBIMAT nội bộ"))
    with pytest.raises(SecretError):
        drafts.keep(Draft(text="Chuyện ZZZBIMAT nội bộ", marks=Marks(secrecy="MẬT")), draft_id=kept)
    assert drafts.recent() == ()
    with pytest.raises(UnknownError):
        drafts.open(kept)
    for file in user_data().glob("registry.sqlite3*"):
        assert b"ZZZBIMAT" not in file.read_bytes(), file


def test_a_registry_that_is_not_there_lists_nothing_and_is_not_made(drafts: Drafts) -> None:
    assert drafts.recent() == ()
    assert drafts.count() == 0
    assert not (user_data() / "registry.sqlite3").exists()


@pytest.fixture
def full(drafts: Drafts) -> Drafts:
    """Return a registry with 20,000 drafts in it, each as long as a short plan."""
    drafts.keep(Draft(text="đầu tiên"))
    content = '{"text":"%s"}' % ("chữ " * 1000)
    with sqlite3.connect(user_data() / "registry.sqlite3") as connection:
        (keeper,) = connection.execute("SELECT keeper FROM draft").fetchone()
        states = ("issued",) * 97 + ("draft", "waiting-number", "waiting-signature")
        connection.executemany(
            "INSERT INTO draft (keeper, unit, template, kind, title, state, path, changed_at,"
            " session, content) VALUES (?, 'btgtu', '', '', ?, ?, ?, ?, '', ?)",
            (
                (keeper, f"Bản {at}", states[at % 100], f"/{at}.docx",
                 f"2026-{1 + at % 12:02}-{1 + at % 28:02}T00:00:00.{at:06}Z", content)
                for at in range(20_000)
            ),
        )  # fmt: skip
    return drafts


def test_twenty_thousand_drafts_are_listed_without_a_wait(full: Drafts) -> None:
    assert full.count() == 20_001
    begun = time.perf_counter()
    assert len(full.recent(50, 0)) == 50
    assert len(full.recent(50, 10_000)) == 50
    assert len(full.waiting_for_number()) == 200
    assert len(full.waiting_for_signature()) == 200
    assert time.perf_counter() - begun < 0.25


def test_lists_are_read_off_an_index(full: Drafts) -> None:
    with sqlite3.connect(user_data() / "registry.sqlite3") as connection:
        for clause in ("state <> 'discarded'", "state IN ('waiting-number')"):
            plan = connection.execute(
                "EXPLAIN QUERY PLAN SELECT id, title FROM draft WHERE keeper = 'x'"  # noqa: S608
                f" AND {clause} ORDER BY changed_at DESC LIMIT 50"
            ).fetchall()
            told = " ".join(row[3] for row in plan)
            assert "USING INDEX ix_draft_keeper" in told
            assert "TEMP B-TREE" not in told


def test_keeping_a_draft_where_a_registry_stands_does_not_load_sqlalchemy(drafts: Drafts) -> None:
    drafts.keep(Draft(text="một"))
    script = (
        "import sys; from ttcs_desktop.services.drafts import Drafts\n"
        "from ttcs_desktop.services.library import Library\n"
        "from ttcs_desktop.model.draft import Draft\n"
        "drafts = Drafts(Library()); drafts.keep(Draft(text='hai'))\n"
        "assert len(drafts.recent()) == 2\n"
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
