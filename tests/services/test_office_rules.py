"""Rules of the checker as an office weighs them."""

from ttcs_desktop.checking.rules import RULES
from ttcs_desktop.model.check_settings import CheckSettings, Ignored, Weight
from ttcs_desktop.services.office_rules import OfficeRule, decided, office_rules

RULE = "spacing.before-mark"
WORDS = Ignored("size.component", "Phụ lục", "in khổ A3")


def of(settings: CheckSettings, rule: str) -> OfficeRule:
    return next(one for one in office_rules(settings) if one.id == rule)


def test_every_rule_is_listed_once_and_as_usual_where_nothing_was_decided() -> None:
    listed = office_rules(CheckSettings())
    assert [one.id for one in listed] == [rule.id for rule in RULES]
    assert all(one.weight is None and one.title for one in listed)


def test_what_was_decided_stands_first_with_its_reason() -> None:
    settings = CheckSettings({"spacing": Weight.NOTE}, (Ignored("capitals.sentence", "", "thơ"),))
    first = [one for one in office_rules(settings) if one.weight]
    assert office_rules(settings)[: len(first)] == tuple(first)
    assert of(settings, RULE).weight is Weight.NOTE
    assert (of(settings, "capitals.sentence").weight, of(settings, "capitals.sentence").reason) == (
        Weight.OFF,
        "thơ",
    )


def test_a_decision_takes_the_place_of_the_one_before_and_is_taken_back() -> None:
    settings = CheckSettings(ignored=(Ignored(RULE), WORDS))
    heavier = decided(settings, of(settings, RULE), Weight.ERROR)
    assert (heavier.weights, heavier.ignored) == ({RULE: Weight.ERROR}, (WORDS,))
    assert decided(heavier, of(heavier, RULE), None) == CheckSettings(ignored=(WORDS,))


def test_words_that_are_passed_over_are_listed_and_taken_back_alone() -> None:
    settings = CheckSettings({"size.component": Weight.NOTE}, (WORDS, Ignored("", "Vân Phong")))
    named, any_rule = office_rules(settings)[:2]
    assert (named.id, named.words, named.reason) == ("size.component", "Phụ lục", "in khổ A3")
    assert (any_rule.id, any_rule.words) == ("", "Vân Phong")
    left = decided(settings, any_rule, None)
    assert (left.weights, left.ignored) == (settings.weights, (WORDS,))
