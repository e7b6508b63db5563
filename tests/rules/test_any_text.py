"""Whatever is typed, it is laid out: nothing crashes, no word of the body is lost."""

import gc
import itertools
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.writers.text import write

SIGNS = "*.,;:}-“”()"
PIECES = st.lists(
    st.sampled_from(
        [
            "QUYẾT ĐỊNH",
            "**về công tác**",
            "Kính gửi: Sở Tư pháp",
            "Căn cứ Luật Báo chí;",
            "Chương I",
            "Điều 1. Phạm vi",
            "I. MỤC ĐÍCH",
            "1- Một",
            "1.1. Hai",
            "a) Ba;",
            "đ) Bốn",
            "- Năm [[ct-x]]",
            "+ Sáu *nghiêng*",
            "Bảy...",
            "| A | B |",
            "|---|--:|",
            "| 1 | 2 |",
            "Nơi nhận:",
            "- Lưu VT.",
            "T/M BAN THƯỜNG VỤ",
            "PHÓ BÍ THƯ",
            "(đã ký)",
            "Phụ lục I",
            "./.",
            "",
        ]
    )
    | st.text(max_size=30),
    max_size=25,
)


@pytest.mark.parametrize("id_", ["party-2026", "state-2020"])
@given(pieces=PIECES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_laid_out_and_written(
    formats: dict[str, FormatProfile], id_: str, pieces: list[str]
) -> None:
    document = parse("\n".join(pieces))
    sheet = arrange(document, formats[id_])
    assert sheet == arrange(document, formats[id_])
    assert write(sheet, formats[id_])


@pytest.mark.parametrize("id_", ["party-2018", "party-2026", "state-2020", "front-2025"])
def test_the_seed_keeps_every_word(
    formats: dict[str, FormatProfile],
    seed_text: str,
    texts: Callable[..., list[str]],
    id_: str,
) -> None:
    sheet: Sheet = arrange(parse(seed_text), formats[id_])
    found = set(" ".join(texts(sheet)).replace(";", ",").split())
    lost = [word for word in seed_text.split() if word.strip(SIGNS) not in _bare(found)]
    assert [word for word in lost if word.strip(SIGNS + "0123456789I")] == []


def _bare(words: set[str]) -> set[str]:
    return {word.strip(SIGNS) for word in words}


def test_laying_out_the_seed_keeps_up_with_typing(
    formats: dict[str, FormatProfile], seed_text: str
) -> None:
    document = parse(seed_text)
    arrange(document, formats["party-2018"])
    took = []
    for _turn in range(10):
        start = time.process_time()
        arrange(document, formats["party-2018"])
        took.append(time.process_time() - start)
    assert min(took) < 0.003


def test_as_many_findings_as_paragraphs_are_noted_in_linear_time(
    formats: dict[str, FormatProfile],
) -> None:
    numbers = itertools.count()

    def seconds(count: int) -> float:
        """Time paragraphs that were never seen before."""
        cited = itertools.islice(numbers, count)
        document = parse("".join(f"Xem [[khong-co-{number}]].\n\n" for number in cited))
        gc.disable()
        try:
            start = time.process_time()
            assert len(arrange(document, formats["party-2026"]).problems) >= count
            return time.process_time() - start
        finally:
            gc.enable()

    short = min(seconds(500) for _ in range(3))
    assert min(seconds(6_000) for _ in range(2)) < max(60 * short, 0.15)
