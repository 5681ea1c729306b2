"""Every trigger, modality cue and word of result fires in its `yes` examples and stays silent in its `no` examples."""

from __future__ import annotations

import pytest
from tests.support import parsed, plain_article

from dateline.codebook import load_codebook
from dateline.events import Reading, code_events
from dateline.events.lexicon import Result, Trigger, WordClass, lexicon
from dateline.events.modality import Cue, Support
from dateline.records import Event
from dateline.rulebook import Rule, load_rules


def events_of(text: str) -> tuple[Event, ...]:
    return code_events(Reading(plain_article(text), parsed(text)))


@pytest.mark.parametrize("rule", lexicon().triggers, ids=lambda rule: rule.id)
def test_a_trigger_keeps_to_its_examples(rule: Trigger) -> None:
    for text in rule.yes:
        assert rule.type in {event.type for event in events_of(text)}, text
    for text in rule.no:
        assert rule.id not in {event.rule for event in events_of(text)}, text


@pytest.mark.parametrize("cue", load_rules("en/modality.toml", Cue, "cue"), ids=lambda cue: cue.id)
def test_a_cue_of_modality_keeps_to_its_examples(cue: Cue) -> None:
    for text in cue.yes:
        assert cue.value in {event.modality for event in events_of(text)}, text
    for text in cue.no:
        assert cue.value not in {event.modality for event in events_of(text)}, text


def lemmas(text: str) -> set[str]:
    return {token.lemma.lower() for token in parsed(text).tokens} | {token.lower for token in parsed(text).tokens}


WORDS: list[tuple[Rule, set[str]]] = [
    *((rule, set(rule.words)) for rule in load_rules("en/event_classes.toml", WordClass, "class")),
    *(
        (rule, {*rule.verbs, *rule.nouns, *rule.adjectives})
        for rule in load_rules("en/event_results.toml", Result, "result")
    ),
    *((rule, set(rule.verbs)) for rule in load_rules("en/modality.toml", Support, "support")),
]


@pytest.mark.parametrize(("rule", "words"), WORDS, ids=[rule.id for rule, _ in WORDS])
def test_a_list_of_words_keeps_to_its_examples(rule: Rule, words: set[str]) -> None:
    assert all(lemmas(text) & words for text in rule.yes)
    assert not any(lemmas(text) & words for text in rule.no)


def test_every_type_has_its_codes_or_none() -> None:
    types = load_codebook().types
    assert len(types) == len({entry.id for entry in types}) >= 95


def test_every_trigger_is_of_a_type_of_the_codebook() -> None:
    assert {rule.type for rule in lexicon().triggers} <= {entry.id for entry in load_codebook().types}
