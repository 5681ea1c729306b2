"""Every rule fires in its `yes` examples and stays silent in its `no` examples."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from dateline.rulebook import Rule
from dateline.statements import find_statements
from dateline.statements.attributes import verdicts
from dateline.statements.drafts import Page
from dateline.statements.lexicon import ActRule, MediumRule, lexicon
from dateline.statements.rules import rule_drafts
from tests.support import parsed, plain_article

RULES = lexicon("en")


def fired(text: str) -> set[str]:
    page = Page(text, parsed(text))
    return {draft.rule for draft in rule_drafts(page, RULES)} | {rule.id for _, rule in verdicts(page, RULES)}


@pytest.mark.parametrize("rule", [*RULES.cues, *RULES.nouns, *RULES.phrases, *RULES.backings], ids=lambda rule: rule.id)
def test_a_rule_keeps_to_its_examples(rule: Rule) -> None:
    for text in rule.yes:
        assert rule.id in fired(text), text
    for text in rule.no:
        assert rule.id not in fired(text), text


@pytest.mark.parametrize("act", RULES.acts, ids=lambda act: act.id)
def test_an_act_keeps_to_its_examples(act: ActRule) -> None:
    def acts(text: str) -> set[str]:
        return {statement.act for statement in find_statements(plain_article(text), parsed(text), ())}

    for text in act.yes:
        assert act.id in acts(text), text
    for text in act.no:
        assert act.id not in acts(text), text


@pytest.mark.parametrize("rule", RULES.media, ids=lambda rule: rule.id)
def test_a_medium_keeps_to_its_examples(rule: MediumRule) -> None:
    for text in rule.yes:
        assert re.search(rule.pattern, text), text
    for text in rule.no:
        assert not re.search(rule.pattern, text), text


def test_every_act_that_a_rule_names_is_in_the_list() -> None:
    known = {act.id for act in RULES.acts}
    assert {rule.act for rule in chain(RULES.cues, RULES.nouns)} | {rule.act for rule in RULES.phrases} <= known
