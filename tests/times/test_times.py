"""Times: each rule in its examples, values on own sentences, laws on random text."""

from __future__ import annotations

import csv
import itertools
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import parsed, plain_article

from dateline.grammar.scanner import Lexicon
from dateline.records import Time
from dateline.rulebook import load_rules
from dateline.times import find_times
from dateline.times.context import Context
from dateline.times.grammar import SENSES, TimeRule, rules, scanner
from dateline.times.phrase import Phrase
from dateline.times.words import time_words

PHRASES = list(csv.DictReader(Path(__file__).with_name("phrases.tsv").open(encoding="utf-8"), delimiter="\t"))


def times_of(text: str, published: str | None = "2025-06-16") -> tuple[Time, ...]:
    return find_times(plain_article(text, published), parsed(text))


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_a_pattern_fires_in_its_examples_only(rule: TimeRule) -> None:
    def fired(text: str) -> set[str]:
        parse = parsed(text)
        words = time_words(text, parse)
        context = Context(parse, words, date(2025, 6, 16), False)
        matches = scanner().all_matches(words)
        read = (m for m in matches if SENSES[rules()[m.rule].sense](Phrase(words, m.first, m.last), context))
        return {match.rule for match in read}

    for text in rule.yes:
        assert rule.id in fired(text), text
    for text in rule.no:
        assert rule.id not in fired(text), text


@pytest.mark.parametrize("words", load_rules("en/times_words.toml", Lexicon, "class"), ids=lambda words: words.id)
def test_a_class_of_words_fires_in_its_examples_only(words: Lexicon) -> None:
    def kinds(text: str) -> set[str]:
        return {word.kind for word in time_words(text, parsed(text))}

    for text in words.yes:
        assert words.id in kinds(text), text
    for text in words.no:
        assert words.id not in kinds(text), text


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["sentence"][:50])
def test_a_phrase_has_its_value(row: dict[str, str]) -> None:
    found = times_of(row["sentence"], row["published"] or None)
    assert (row["text"], row["value"]) in [(time.span.text, time.value) for time in found]


@pytest.mark.parametrize(
    "text",
    [
        "The group may sue the council.", "May said she would resign.", "Theresa May left.", "They march every way.",
        "Add 1/2 cup of water.", "He writes for the Sunday Times.", "Flight 1999 was late.", "She won 12 districts.",
    ],
)  # fmt: skip
def test_words_that_look_like_times_are_none(text: str) -> None:
    assert not [time for time in times_of(text) if time.type == "DATE"]


def test_without_a_publication_date_nothing_is_guessed() -> None:
    (time,) = times_of("They met on Sunday.", None)
    assert (time.value, time.start, time.end) == ("XXXX-WXX-7", None, None)


def test_intervals_are_half_open() -> None:
    (time,) = times_of("They met on 3 June 2025.")
    assert (time.start, time.end) == ("2025-06-03", "2025-06-04")


def test_the_next_day_counts_from_the_day_before_it() -> None:
    first, second = times_of("On 3 June he was held; the next day he was free.")
    assert (first.value, second.value, second.anchor) == ("2025-06-03", "2025-06-04", first.id)


@given(
    st.lists(st.sampled_from(["on Sunday", "3", "June", "2025", "the", "last", "week", "ago", "-", "(", "1990s", "in"]))
)
@settings(max_examples=60, deadline=None)
def test_random_words_give_exact_spans_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = times_of(text)
    assert all(text[time.span.start : time.span.end] == time.span.text for time in found)
    assert [time.id for time in found] == [f"t{n}" for n in range(1, len(found) + 1)]
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
