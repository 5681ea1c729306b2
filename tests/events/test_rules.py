"""Every trigger, modality cue and word of result fires in its `yes` examples and stays silent in its `no` examples."""

from __future__ import annotations

import pytest
from tests.support import parsed, plain_article

from dateline.codebook import load_codebook
from dateline.events import Reading, code_events
from dateline.events.lexicon import Trigger, lexicon
from dateline.records import Event


def events_of(text: str) -> tuple[Event, ...]:
    return code_events(Reading(plain_article(text), parsed(text)))


@pytest.mark.parametrize("rule", lexicon().triggers, ids=lambda rule: rule.id)
def test_a_trigger_keeps_to_its_examples(rule: Trigger) -> None:
    for text in rule.yes:
        assert rule.type in {event.type for event in events_of(text)}, text
    for text in rule.no:
        assert rule.id not in {event.rule for event in events_of(text)}, text


def test_every_type_has_its_codes_or_none() -> None:
    types = load_codebook().types
    assert len(types) == len({entry.id for entry in types}) >= 95


def test_every_trigger_is_of_a_type_of_the_codebook() -> None:
    assert {rule.type for rule in lexicon().triggers} <= {entry.id for entry in load_codebook().types}
