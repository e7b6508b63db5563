"""Who decides, on what bases, and the line that enacts (căn cứ, QUYẾT ĐỊNH:)."""

from collections.abc import Callable

from ttcs_desktop.model.text import Citation, Span, plain
from ttcs_desktop.officialtext.parse import parse

HEAD = "QUYẾT ĐỊNH\n\n**về việc này**\n\n"


def test_a_decision_with_authority_bases_and_enacting_line() -> None:
    document = parse(
        f"{HEAD}GIÁM ĐỐC SỞ TƯ PHÁP\n\n*Căn cứ Luật Báo chí;*\n*Căn cứ [[nd-49-2024]];*\n"
        "*Xét đề nghị của Chánh Văn phòng Sở.*\n\n**QUYẾT ĐỊNH:**\n\nĐiều 1. Ban hành."
    )
    assert document.enacting_authority == "GIÁM ĐỐC SỞ TƯ PHÁP"
    assert document.bases == (
        (Span("Căn cứ Luật Báo chí"),),
        (Span("Căn cứ "), Citation("nd-49-2024")),
        (Span("Xét đề nghị của Chánh Văn phòng Sở"),),
    )
    assert document.enacting == "QUYẾT ĐỊNH"
    assert len(document.blocks) == 1


def test_words_that_are_italic_by_themselves_stay_so() -> None:
    document = parse(f"{HEAD}Căn cứ *Luật* Báo chí;\nCăn cứ Luật Xuất bản.\n\nMở đầu:")
    assert document.bases[0] == (Span("Căn cứ "), Span("Luật", italic=True), Span(" Báo chí"))


def test_bases_of_a_plan_end_before_its_opening_sentence(
    outline: Callable[..., list[str]],
) -> None:
    document = parse(
        "KẾ HOẠCH\n\n**năm 2026**\n\nCăn cứ Luật A;\nCăn cứ Nghị định B;\n"
        "Thực hiện Kế hoạch số 5, Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH"
    )
    assert [plain(basis) for basis in document.bases] == ["Căn cứ Luật A", "Căn cứ Nghị định B"]
    assert outline(document)[0].startswith("paragraph: Thực hiện Kế hoạch số 5")


def test_bases_with_dashes() -> None:
    document = parse(f"{HEAD}- Căn cứ Luật A;\n- Theo đề nghị của phòng B.\n\nMở đầu:")
    assert [plain(basis) for basis in document.bases] == [
        "Căn cứ Luật A",
        "Theo đề nghị của phòng B",
    ]


def test_one_sentence_on_a_basis_is_an_ordinary_paragraph() -> None:
    document = parse(f"{HEAD}Căn cứ Luật A, Sở hướng dẫn như sau:\n\n1. Một.")
    assert document.bases == ()
    assert len(document.blocks) == 2


def test_a_basis_further_down_is_an_ordinary_paragraph() -> None:
    document = parse(f"{HEAD}Mở đầu.\n\nCăn cứ Luật A;\nCăn cứ Luật B.")
    assert document.bases == ()
    assert len(document.blocks) == 3
