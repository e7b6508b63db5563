"""What other checkers fall into: each trap by its name. Those of layout: test_foreign_layouts."""

import pytest
from checking.documents import check, told
from checking.samples import SAMPLES
from checking.test_content import said

from ttcs_desktop.model.problem import Severity


@pytest.mark.parametrize("name", ["party", "state"])
def test_an_address_of_mail_is_left_alone_by_the_rules_of_spacing(name: str) -> None:
    assert said(name, "Gửi về a.b@c.vn hoặc van.phong@xa.khanhhoa.gov.vn trước ngày 15.") == []


@pytest.mark.parametrize("name", ["party", "state"])
@pytest.mark.parametrize("word", ["Toàn", "toàn", "hoàn", "thuyết", "quý", "khoản"])
def test_toan_is_left_alone_by_the_rule_of_tone_marks(name: str, word: str) -> None:
    assert said(name, f"Việc {word} được làm rõ.") == []


@pytest.mark.parametrize("name", ["party", "state"])
def test_a_right_file_of_party_and_state_has_not_one_false_error(name: str) -> None:
    found = check(SAMPLES[name]()).findings
    assert [told(one) for one in found if one.severity is Severity.ERROR] == []
