"""Modality on own sentences: the share that is right stays above what was measured."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import parsed, plain_article

from dateline.events import Reading, code_events
from dateline.records import Event, Modality
from dateline.times import find_times

SENTENCES = list(csv.DictReader(Path(__file__).with_name("modality.tsv").open(encoding="utf-8"), delimiter="\t"))
FLOOR = 0.90


def events_of(text: str) -> tuple[Event, ...]:
    article, parse = plain_article(text), parsed(text)
    return code_events(Reading(article, parse, times=find_times(article, parse)))


def said(row: dict[str, str]) -> str:
    found = [event for event in events_of(row["sentence"]) if any(row["trigger"] in t.text for t in event.triggers)]
    found.sort(key=lambda event: event.trigger.text != row["trigger"])
    return found[0].modality.value if found else "no event"


def test_the_modality_of_own_sentences_is_read() -> None:
    confused = Counter((row["modality"], said(row)) for row in SENTENCES)
    right = sum(count for (wanted, got), count in confused.items() if wanted == got)
    wrong = [f"{wanted} read as {got}: {count}" for (wanted, got), count in sorted(confused.items()) if wanted != got]
    assert right / len(SENTENCES) >= FLOOR, "\n".join(wrong)


def test_all_fifteen_values_stand_in_the_set() -> None:
    assert {row["modality"] for row in SENTENCES} == set(Modality)


@pytest.mark.parametrize(
    "text",
    [
        "Rovers attacked from the first whistle and shot twice against the post before the goalkeeper was beaten.",
        "The mayor came under fire over the stadium plan.",
        "Shares rallied on Monday.",
        "The clock stopped on 5 March.",
    ],
)
def test_sport_and_figures_of_speech_are_no_events(text: str) -> None:
    assert not [event.type for event in events_of(text) if event.type.startswith(("ASSAULT", "PROTEST"))]


def test_a_name_with_no_in_it_is_not_a_negation() -> None:
    (event,) = (e for e in events_of('The "No Kings" protests broke out on Sunday.') if e.type.startswith("PROTEST"))
    assert event.modality is Modality.HAPPENED


@given(
    st.lists(
        st.sampled_from(
            ["Police", "arrested", "two", "men", "not", "by", "the", "army", ",", "was", "killed", "'s", "strike"]
        )
    )
)
@settings(max_examples=60, deadline=None)
def test_random_words_give_exact_triggers_and_actors(words: list[str]) -> None:
    text = " ".join(words)
    for event in events_of(text):
        spans = [*event.triggers, *(actor.span for actor in event.actors if actor.span)]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert event.trigger == event.triggers[0]


def test_two_words_of_sport_in_a_long_report_silence_nothing() -> None:
    text = "The defender of the old town spoke. " + "Police arrested two men in Lille. " * 100 + "A tournament was put off."
    assert any(event.type == "COERCE/arrest" for event in events_of(text))
