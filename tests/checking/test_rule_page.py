"""The page of the user guide with all rules says what the checker does."""

from pathlib import Path

import pytest
from checking.documents import library

from ttcs_desktop.services.rule_page import rule_page

PAGE = Path(__file__).parents[2] / "docs" / "quy-tac-kiem-tra.md"


def test_the_page_of_rules_is_up_to_date(request: pytest.FixtureRequest) -> None:
    page = rule_page(library())
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8")
    assert page == PAGE.read_text(encoding="utf-8"), "run pytest with --update-golden"
