"""The .docx and its page twin: the same lines on the same pages, with LibreOffice as the judge."""

import io
import itertools
import math
import subprocess
import zipfile
from pathlib import Path

import pytest
from judges import SetLine, libreoffice_pdfs, set_lines
from writers.twin_samples import names, samples

from ttcs_desktop.writers.docx import write as write_docx
from ttcs_desktop.writers.pdf import write as write_pdf

pytestmark = pytest.mark.libreoffice

_NEAR = 1.0
"""How far a baseline or a left edge may be off, pt."""
_LOW_LINE = (
    '<w:p><w:pPr><w:spacing w:line="2" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
    "</w:p>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("twins")


@pytest.fixture(scope="module")
def twins(folder: Path) -> dict[str, Path]:
    """Write every sample both ways; LibreOffice prints all of the .docx in one start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TTCS_HOME", str(folder / "home"))
        made = samples()
    paths = {name: folder / f"{number:03}.docx" for number, name in enumerate(made)}
    for name, (sheet, form) in made.items():
        paths[name].write_bytes(write_docx(sheet, form))
        paths[name].with_suffix(".twin.pdf").write_bytes(write_pdf(sheet, form))
    libreoffice_pdfs(list(paths.values()), folder)
    return paths


@pytest.fixture(scope="module")
def second_opinions(twins: dict[str, Path], folder: Path) -> dict[str, Path]:
    """Let LibreOffice print again what it printed otherwise than the twin.

    In a text of more than 100 paragraphs it first guesses that 20 of them fill a page; where its
    guess falls between two titles, it may leave the first one alone at the foot of a page, against
    its own rule. A line of a tenth of a pt at the beginning moves the guess and nothing else.
    """
    otherwise = {name: path for name, path in twins.items() if not _agree(path)}
    moved = {name: folder / f"moved-{path.name}" for name, path in otherwise.items()}
    for name, path in otherwise.items():
        moved[name].write_bytes(_with_low_line(path.read_bytes()))
        twin = path.with_suffix(".twin.pdf").read_bytes()
        moved[name].with_suffix(".twin.pdf").write_bytes(twin)
    if moved:
        libreoffice_pdfs(list(moved.values()), folder)
    return moved


def _with_low_line(document: bytes) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                data = data.replace(b"</w:tbl>", b"</w:tbl>" + _LOW_LINE.encode(), 1)
            after.writestr(name, data)
    return buffer.getvalue()


def _agree(docx: Path) -> bool:
    printed, twin = _lines(docx)
    return [(line.page, line.text) for line in printed] == [(line.page, line.text) for line in twin]


def _lines(docx: Path) -> tuple[list[SetLine], list[SetLine]]:
    return set_lines(docx.with_suffix(".pdf")), set_lines(docx.with_suffix(".twin.pdf"))


@pytest.mark.parametrize("name", names())
def test_the_twin_breaks_lines_and_pages_where_the_docx_does(
    name: str, twins: dict[str, Path], second_opinions: dict[str, Path]
) -> None:
    printed, twin = _lines(second_opinions.get(name, twins[name]))
    assert len(printed) > 10
    if _strands_a_title(printed, twin):
        assert [line.text for line in _words(twin)] == [line.text for line in _words(printed)]
        return
    assert _as_text(twin) == _as_text(printed)
    for own, judged in zip(twin, printed, strict=True):
        assert own.baseline == pytest.approx(judged.baseline, abs=_NEAR), own
        if not math.isnan(own.left) and not math.isnan(judged.left):
            assert own.left == pytest.approx(judged.left, abs=_NEAR), own


def _as_text(lines: list[SetLine]) -> str:
    return "\n".join(f"{line.page}: {line.text}" for line in lines)


def _strands_a_title(printed: list[SetLine], twin: list[SetLine]) -> bool:
    """Tell whether LibreOffice leaves a title alone at the foot of a page, against its own rule.

    The twin moves it to what it leads in, as the .docx asks; all that follows is set anew.
    """
    pairs = list(zip(_words(printed), _words(twin), strict=False))
    for (own, ours), (below, _after) in itertools.pairwise(pairs):
        if own.page != ours.page:
            return own.text == ours.text and own.page + 1 == ours.page == below.page
    return False


def _words(lines: list[SetLine]) -> list[SetLine]:
    """Return lines without the numbers of pages."""
    return [line for line in lines if not line.text.isdecimal()]


def test_a_second_opinion_is_the_exception(
    twins: dict[str, Path], second_opinions: dict[str, Path]
) -> None:
    assert len(second_opinions) * 10 <= len(twins)


def test_a_stranded_title_is_the_exception(
    twins: dict[str, Path], second_opinions: dict[str, Path]
) -> None:
    judged = (_lines(second_opinions.get(name, path)) for name, path in twins.items())
    assert sum(_strands_a_title(*pair) for pair in judged) * 20 <= len(twins)


def test_the_judge_sets_the_same_letters(twins: dict[str, Path]) -> None:
    path = twins["seed party-2026"].with_suffix(".pdf")
    fonts = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True)
    families = {row.split()[0].partition("+")[2] for row in fonts.stdout.splitlines()[2:]}
    assert families
    assert all(family.startswith("LiberationSerif") for family in families)
