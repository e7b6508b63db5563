"""What is printed of a document that goes out: each as PDF, with the lines where they were."""

import datetime
from pathlib import Path

import pytest
from judges import page_count, printed_lines, words
from services.test_posting import TEXT

from ttcs_desktop.errors import UnknownError, UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.copying import CopyRequest
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.papers import Paper, PaperKind, PaperRequest, Papers

DAY = datetime.date(2026, 11, 24)
MM = 72 / 25.4


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def composition(library: Library) -> Composition:
    text = TEXT.replace("1. Mục đích.", "\n\n".join(f"{at}. " + "Việc cần làm. " * 60
                                                  for at in range(1, 9)))  # fmt: skip
    return Composer(library).compose(Draft(text=text, unit="btgtu", date=DAY, number="05"))


def made(library: Library, composition: Composition, request: PaperRequest) -> Paper:
    return Papers(library).make(composition, request)


def written(folder: Path, paper: Paper) -> Path:
    path = folder / "giấy.pdf"
    path.write_bytes(paper.pdf)
    return path


def test_two_sided_print_mirrors_the_margins_and_moves_no_line(
    library: Library, composition: Composition, tmp_path: Path
) -> None:
    plain = printed_lines(
        written(tmp_path, made(library, composition, PaperRequest(PaperKind.DOCUMENT)))
    )
    paper = made(library, composition, PaperRequest(PaperKind.DOCUMENT, is_two_sided=True))
    mirrored = printed_lines(written(tmp_path, paper))
    assert paper.is_two_sided
    assert page_count(tmp_path / "giấy.pdf") > 2
    assert [one.text for one in mirrored] == [one.text for one in plain]
    for before, after in zip(plain, mirrored, strict=True):
        moved = 0.0 if before.page % 2 else -15 * MM
        assert after.left - before.left == pytest.approx(moved, abs=0.3), before
        assert (after.page, after.top) == (before.page, pytest.approx(before.top, abs=0.1))


def test_the_slip_counts_the_pages_of_the_document(
    library: Library, composition: Composition, tmp_path: Path
) -> None:
    document = written(tmp_path, made(library, composition, PaperRequest(PaperKind.DOCUMENT)))
    pages = page_count(document)
    slip = written(tmp_path, made(library, composition, PaperRequest(PaperKind.SLIP)))
    text = " ".join(words(slip))
    assert "PHIẾU TRÌNH KÝ" in text
    assert f"Số trang {pages} " in text


def test_a_copy_bears_its_certificate_below_the_text(
    library: Library, composition: Composition, tmp_path: Path
) -> None:
    request = CopyRequest("so-tu-phap", DAY, "true-copy", "7", ("GIÁM ĐỐC",), "Trần Thị Bình")
    paper = made(library, composition, PaperRequest(PaperKind.COPY, copy=request))
    text = " ".join(words(written(tmp_path, paper)))
    assert paper.title == "SAO Y: 05-KH/BTGTU"
    assert "SAO Y" in text
    assert "Số: 07/SY-STP" in text
    assert "Trần Thị Bình" in text


def test_the_list_and_the_envelopes_have_titles_of_their_own(
    library: Library, composition: Composition
) -> None:
    titles = [
        made(library, composition, PaperRequest(kind, paper=paper)).title
        for kind, paper in (
            (PaperKind.LIST, ""), (PaperKind.LABELS, "labels-3x7"), (PaperKind.ENVELOPES, "c5"),
        )
    ]  # fmt: skip
    assert titles == [
        "Danh sách gửi: 05-KH/BTGTU", "Nhãn gửi: 05-KH/BTGTU", "Phong bì: 05-KH/BTGTU",
    ]  # fmt: skip


def test_paper_that_nobody_knows_is_told_with_those_at_hand(
    library: Library, composition: Composition
) -> None:
    with pytest.raises(UnknownError, match="labels-2x7"):
        made(library, composition, PaperRequest(PaperKind.LABELS, paper="a5"))


def test_a_draft_without_number_is_not_copied(library: Library) -> None:
    draft = Composer(library).compose(Draft(text=TEXT, unit="btgtu", date=DAY))
    request = PaperRequest(PaperKind.COPY, copy=CopyRequest("btgtu", DAY))
    with pytest.raises(UserError, match="đã ban hành"):
        made(library, draft, request)
