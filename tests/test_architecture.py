"""The house keeps its floors, its files their size and its sentences their translation."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ttcs_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_floors_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_are_small(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert source.count("\n") <= 320
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 60, node.name


def test_no_vague_rooms() -> None:
    vague = {"utils", "util", "helper", "helpers", "manager", "base", "common", "misc"}
    assert not [path for path in MODULES if path.stem in vague]


def test_every_sentence_has_its_english() -> None:
    said = {
        message
        for _file, _line, message, _comments, _context in extract_from_dir(
            str(PACKAGE), method_map=[("**.py", "python")], keywords={"_": None}
        )
        if isinstance(message, str)
    }
    with (ROOT / "resources/locale/en/LC_MESSAGES/ttcs.po").open("rb") as file:
        catalogue = {message.id: message.string for message in read_po(file) if message.id}
    assert sorted(said - {text for text, english in catalogue.items() if english}) == []
    assert sorted(str(text) for text in set(catalogue) - said) == []
