from __future__ import annotations

import pytest

from dateline.errors import RuleError
from dateline.rulebook import Rule, parse_rules, rules_hash

GOOD = '[[cue]]\nid = "a"\nyes = ["He vowed."]\nno = ["The vow."]\n'


def failing(source: str) -> str:
    with pytest.raises(RuleError) as caught:
        parse_rules(source, "rules/en/cues.toml", Rule, "cue")
    return str(caught.value)


def test_a_rule_comes_with_its_examples() -> None:
    (rule,) = parse_rules(GOOD, "rules/en/cues.toml", Rule, "cue")
    assert (rule.id, rule.yes, rule.no) == ("a", ("He vowed.",), ("The vow.",))


def test_a_rule_without_a_counterexample_does_not_load() -> None:
    assert failing(GOOD.replace('["The vow."]', "[]")) == (
        'rules/en/cues.toml:1: a has no `no` example (way out: add no = ["a sentence"] to the rule)'
    )


def test_an_unknown_field_is_named_with_its_line() -> None:
    assert failing("\n" + GOOD + "colour = 1\n").startswith("rules/en/cues.toml:2: Object contains unknown field `colour`")


def test_an_id_that_stands_twice_is_refused() -> None:
    assert failing(GOOD + GOOD).startswith("rules/en/cues.toml:5: the id a stands twice")


def test_broken_toml_is_a_rule_error() -> None:
    assert failing("[[cue]\n").startswith("rules/en/cues.toml: ")


def test_the_hash_of_the_rules_is_one_sha256() -> None:
    assert len(rules_hash()) == 64
