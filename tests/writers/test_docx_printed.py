"""The .docx before independent judges: openxml-audit, and LibreOffice with poppler."""

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from judges import (
    audit,
    libreoffice_pdfs,
    libreoffice_resave,
    page_count,
    printed_lines,
    words,
)
from writers.docx_samples import (
    ALL_MARKS,
    DRAFT,
    FORMATS,
    PARTY,
    STATE,
    everything,
    line,
    paragraphs,
    sheet,
    sheet_of,
    sheet_words,
    tree,
)

from ttcs_desktop.codec import from_json
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.sheet import Line, Rule, Sheet
from ttcs_desktop.officialtext.fingerprint import fingerprint
from ttcs_desktop.writers.docx import write

_MARGIN = 20.0 * 72 / 25.4
"""Upper margin, pt."""

pytestmark = pytest.mark.libreoffice

_KINDS: dict[str, tuple[str, Callable[[], Sheet]]] = {
    **{f"seed-{name}": (name, lambda name=name: sheet_of("seed", name)) for name in FORMATS},
    "everything-party": ("party-2026", lambda: everything(PARTY)),
    "everything-state": ("state-2020", lambda: everything(STATE)),
    "joint": ("party-2026", lambda: sheet_of("joint-party", "party-2026")),
    "letter": ("state-2020", lambda: sheet_of("letter-state", "state-2020", ALL_MARKS)),
    "decision": ("state-2020", lambda: sheet_of("decision-state", "state-2020")),
    "rules": (
        "party-2026",
        lambda: sheet(
            line("body", "Một."), Rule("", 65.0), line("body", "Hai."), Rule("", 0.0), _END
        ),
    ),
    **{
        f"lines-{count}": ("party-2026", lambda count=count: _signed(count))
        for count in range(16, 26)
    },
}
_END = line("body", "Hết.")


def _signed(count: int) -> Sheet:
    """Return a letterhead, a signature, and body lines of one line each between them."""
    head, *_, closing = sheet_of("seed", "party-2026", ALL_MARKS).sections[0].elements
    body = [line("body", f"Dòng {number}.") for number in range(1, count)]
    last = line("body", f"Dòng {count}.", keep_with_next=True)
    foot = sheet_of("seed", "party-2026", ALL_MARKS).sections[0].last_foot
    return sheet(head, *body, last, closing, last_foot=foot)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("docx")
    made = {}
    for name, (format_id, make) in _KINDS.items():
        made[name] = folder / f"{name}.docx"
        made[name].write_bytes(write(make(), FORMATS[format_id], DRAFT))
    return made


@pytest.fixture(scope="module")
def pdfs(files: dict[str, Path]) -> dict[str, Path]:
    folder = next(iter(files.values())).parent
    printed = libreoffice_pdfs(list(files.values()), folder)
    return dict(zip(files, printed, strict=True))


@pytest.mark.parametrize("kind", [name for name in _KINDS if not name.startswith("lines")])
def test_the_validator_finds_nothing(kind: str, files: dict[str, Path]) -> None:
    assert audit(files[kind]) == []


@pytest.mark.parametrize("format_id", sorted(FORMATS))
def test_the_pages_hold_every_word_of_the_seed_in_order(
    format_id: str, pdfs: dict[str, Path]
) -> None:
    printed = _squeezed(
        own.text for own in printed_lines(pdfs[f"seed-{format_id}"]) if own.bottom > _MARGIN
    )
    place, count = 0, 0
    for own in sheet_of("seed", format_id).sections[0].elements:
        wanted = _squeezed(sheet_words(sheet(own))) if isinstance(own, Line) else ""
        found = printed.find(wanted, place)
        assert found >= 0, wanted
        place = found + len(wanted)
        count += len(wanted)
    assert count > 5000


@pytest.mark.parametrize("kind", sorted(_KINDS))
def test_no_letter_is_lost_on_the_pages(kind: str, pdfs: dict[str, Path]) -> None:
    found = Counter(_squeezed(words(pdfs[kind])))
    wanted = Counter(_squeezed(sheet_words(_KINDS[kind][1]())))
    assert not wanted - found


def _squeezed(texts: Iterable[str]) -> str:
    """Return letters alone: poppler leaves out hyphens at the ends of lines."""
    return re.sub(r"[\s-]", "", "".join(texts))


@pytest.mark.parametrize("count", range(16, 26))
def test_the_signature_is_never_alone_and_no_page_is_blank(
    count: int, pdfs: dict[str, Path]
) -> None:
    pdf = pdfs[f"lines-{count}"]
    pages = page_count(pdf)
    last = " ".join(own.text for own in printed_lines(pdf) if own.page == pages)
    assert f"Dòng {count}." in last
    assert "Hồ Văn Mừng" in last
    assert "Không phổ biến trên phương tiện thông tin đại chúng" in last


def test_lines_at_the_foot_of_the_last_page_stand_above_the_edge(pdfs: dict[str, Path]) -> None:
    lines = printed_lines(pdfs["lines-20"])
    foot = next(own for own in lines if own.text.startswith("Không phổ biến"))
    assert 5.0 <= 297.0 - foot.bottom * 25.4 / 72 <= 10.5
    alone = [own for own in lines if own.top > (297.0 - 20.0) * 72 / 25.4 - 1]
    assert len({own.page for own in alone}) == 1


def test_pages_are_numbered_anew_in_each_annex(pdfs: dict[str, Path]) -> None:
    numbers = [
        int(own.text)
        for own in printed_lines(pdfs["everything-party"])
        if own.bottom < _MARGIN and own.text.isdigit()
    ]
    starts = [index for index, number in enumerate(numbers) if number == 2]
    assert len(starts) == 3
    for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True):
        assert numbers[start:end] == list(range(2, 2 + end - start))


def test_rules_are_drawn_as_long_as_they_say(pdfs: dict[str, Path]) -> None:
    exact, full = _drawn(pdfs["rules"])
    assert exact == pytest.approx(65.0, abs=0.1)
    assert full == pytest.approx(PARTY.text_width, abs=0.1)


def _drawn(pdf: Path) -> list[float]:
    """Return the lengths of the level lines on page 1, mm, from top to bottom."""
    svg = subprocess.run(
        ["pdftocairo", "-svg", "-f", "1", "-l", "1", str(pdf), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    strokes = re.findall(r'stroke-width[^>]* d="M ([\d.]+) ([\d.]+) L ([\d.]+) ([\d.]+) "', svg)
    lines = {
        (float(top), abs(float(right) - float(left)) * 25.4 / 72)
        for left, top, right, bottom in strokes
        if top == bottom
    }
    return [length for _, length in sorted(lines, reverse=True)]


@pytest.mark.parametrize("kind", ["everything-party", "everything-state"])
def test_draft_and_fingerprint_survive_a_colleagues_save(
    kind: str, files: dict[str, Path], tmp_path: Path
) -> None:
    saved = libreoffice_resave(files[kind], tmp_path).read_bytes()
    item = tree(saved, "customXml/item1.xml")
    assert from_json(item.text or "", Draft, where="") == DRAFT
    assert item.get("fingerprint") == fingerprint(paragraphs(saved))
