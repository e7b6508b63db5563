"""Templates made of documents: the document comes back word for word, other answers fill it."""

import dataclasses
import datetime
from pathlib import Path

import pytest

from ttcs_desktop.errors import TemplateError, UserError
from ttcs_desktop.language.tones import NEW, in_spelling
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gap import GapKind
from ttcs_desktop.model.template import FieldType
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.officialtext.printing import official_text
from ttcs_desktop.places import user_templates
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.services.template_making import TemplateMaking
from ttcs_desktop.services.template_text import Blank

LETTER = """KẾ HOẠCH

**tuyên truyền tháng cao điểm năm 2026**

Thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư, Ban Tuyên giáo Tỉnh uỷ xây dựng \
Kế hoạch tuyên truyền năm 2026 như sau:

I. MỤC TIÊU

Nâng cao chất lượng thông tin cơ sở.

II. NHIỆM VỤ

1. Tổ chức 12 buổi trước ngày 15/11/2026, tổng kết ngày 20 tháng 12 năm 2026.

2. Kinh phí 125.000.000 đồng; năm 2027 tiếp tục thực hiện.

PHÓ TRƯỞNG BAN

Nơi nhận:

- Thường trực Tỉnh uỷ (báo cáo);
- Lưu: TGTU.

Nguyễn Văn A
"""


@pytest.fixture
def making() -> TemplateMaking:
    return TemplateMaking(Library())


def draft(text: str = LETTER) -> Draft:
    return Draft(text=text, unit="btgtu", date=datetime.date(2026, 9, 10))


def same(one: str, other: str) -> bool:
    printed = [in_spelling(official_text(parse(text)), NEW) for text in (one, other)]
    return printed[0] == printed[1]


def refilled(making: TemplateMaking, template_id: str) -> str:
    return Renderer(making.library).render(Request(template_id)).composition.draft.text


def gap_words(blanks: tuple[Blank, ...], kind: GapKind) -> list[str]:
    return [blank.gap.words for blank in blanks if blank.gap.kind is kind]


def test_what_changes_in_a_document_is_found_and_citations_stay(making: TemplateMaking) -> None:
    blanks = making.propose(draft(), "").blanks
    assert gap_words(blanks, GapKind.UNIT) == ["Ban Tuyên giáo Tỉnh uỷ"]
    assert gap_words(blanks, GapKind.YEAR) == ["2026", "2027"]
    assert gap_words(blanks, GapKind.DATE) == ["15/11/2026", "ngày 20 tháng 12 năm 2026"]
    assert gap_words(blanks, GapKind.MONEY) == ["125.000.000 đồng"]
    assert gap_words(blanks, GapKind.SIGNER) == ["Nguyễn Văn A"]
    assert gap_words(blanks, GapKind.SECTION)[0] == "Nâng cao chất lượng thông tin cơ sở."


def test_a_template_asks_for_what_changes_and_fills_other_answers(making: TemplateMaking) -> None:
    proposal = making.propose(draft(), "")
    info = making.make(proposal, "Kế hoạch tháng cao điểm", proposal.blanks)
    types = {field.label: field.type for field in info.fields}
    assert info.id == "ke-hoach-thang-cao-diem"
    assert types["Năm"] is FieldType.NUMBER
    assert types["12 buổi trước ngày"] is FieldType.DATE
    assert types["Kinh phí"] is FieldType.MONEY
    ids = {field.label: field.id for field in info.fields}
    answers = {
        ids["Năm"]: 2030,
        ids["12 buổi trước ngày"]: "2030-10-01",
        ids["Kinh phí"]: 90_000_000,
    }
    written = Drafter(making.library).start(
        info.id, "so-vhttdl", datetime.date(2030, 1, 5), answers
    )
    assert "Sở Văn hóa, Thể thao và Du lịch xây dựng Kế hoạch" in written.text
    assert "tuyên truyền tháng cao điểm năm 2030" in written.text
    assert "trước ngày 01/10/2030" in written.text
    assert "90.000.000 đồng; năm 2031 tiếp tục" in written.text


@pytest.mark.parametrize("every", [False, True], ids=["proposed", "sections too"])
@pytest.mark.parametrize(
    "template_id", ["guidance", "annual-plan", "report-commune", "reminder", "plan-press"]
)
def test_every_kind_of_document_comes_back_word_for_word(
    making: TemplateMaking, template_id: str, *, every: bool
) -> None:
    written = Renderer(making.library).render(Request(template_id)).composition.draft
    proposal = making.propose(written, "")
    blanks = [
        dataclasses.replace(blank, is_chosen=blank.is_chosen or every) for blank in proposal.blanks
    ]
    info = making.make(proposal, proposal.title, blanks)
    assert len(info.fields) > 0
    assert same(refilled(making, info.id), written.text)


def test_words_that_look_like_a_template_stay_words(making: TemplateMaking) -> None:
    text = LETTER.replace("Nâng cao", "Gõ {{ tên }} hay {% if %} và {# ghi chú #}: nâng cao")
    proposal = making.propose(draft(text), "")
    info = making.make(proposal, "Chữ lạ", proposal.blanks)
    assert same(refilled(making, info.id), text)


def test_the_clerk_points_at_words_that_change(making: TemplateMaking) -> None:
    proposal = making.propose(draft(), "")
    own = making.blank(proposal, "12 buổi", "Số buổi")
    info = making.make(proposal, "Số buổi", (own,))
    field = next(field for field in info.fields if field.label == "Số buổi")
    filled = Drafter(making.library).start(info.id, "btgtu", None, {field.id: "30 buổi"})
    assert "Tổ chức 30 buổi trước" in filled.text
    with pytest.raises(UserError, match="99 buổi"):
        making.blank(proposal, "99 buổi")


def test_gaps_that_are_not_chosen_stay_as_they_are(making: TemplateMaking) -> None:
    proposal = making.propose(draft(), "")
    none = [dataclasses.replace(blank, is_chosen=False) for blank in proposal.blanks]
    info = making.make(proposal, "Không có chỗ trống", none)
    body = (info.folder / "body.txt.j2").read_text(encoding="utf-8")
    assert "125.000.000 đồng; năm 2027" in body


def test_two_templates_of_one_title_get_ids_of_their_own(making: TemplateMaking) -> None:
    proposal = making.propose(draft(), "")
    ids = [making.make(proposal, "Kế hoạch", proposal.blanks).id for _time in range(2)]
    assert ids == ["ke-hoach", "ke-hoach-2"]


def test_a_text_without_unit_takes_the_office_of_the_clerk(making: TemplateMaking) -> None:
    bare = dataclasses.replace(draft(), unit="")
    assert making.propose(bare, "btgtu").draft.unit == "btgtu"
    with pytest.raises(UserError, match="đơn vị ban hành"):
        making.propose(bare, "")


def test_nothing_is_made_of_nothing(making: TemplateMaking) -> None:
    with pytest.raises(UserError, match="chưa có chữ"):
        making.propose(draft(" \n"), "")
    proposal = making.propose(draft(), "")
    with pytest.raises(UserError, match="chưa có tên"):
        making.make(proposal, "  ", proposal.blanks)


def test_a_template_that_cannot_be_written_leaves_nothing_behind(
    making: TemplateMaking, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_renderer: Renderer, _request: Request) -> None:
        raise TemplateError("hỏng", where="body.txt.j2")

    proposal = making.propose(draft(), "")
    monkeypatch.setattr(Renderer, "render", refuse)
    with pytest.raises(UserError):
        making.make(proposal, "Hỏng", proposal.blanks)
    assert not list(Path(user_templates()).glob("hong*"))
