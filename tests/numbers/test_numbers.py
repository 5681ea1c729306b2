"""Numbers: each rule in its examples, bounds on own sentences, what they count, laws on random text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import parsed, plain_article

from dateline.grammar.scanner import Lexicon
from dateline.numbers import find_numbers
from dateline.numbers.reading import NumberRule, rules
from dateline.numbers.words import number_words
from dateline.records import Bound, Number
from dateline.rulebook import load_rules
from dateline.times import find_times

PHRASES = list(csv.DictReader(Path(__file__).with_name("phrases.tsv").open(encoding="utf-8"), delimiter="\t"))


def numbers_of(text: str) -> tuple[Number, ...]:
    article, parse = plain_article(text), parsed(text)
    return find_numbers(article, parse, find_times(article, parse))


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_a_rule_fires_in_its_examples_only(rule: NumberRule) -> None:
    def fired(text: str) -> set[str]:
        senses = {number.unit if number.unit in ("ordinal", "share") else "amount" for number in numbers_of(text)}
        return senses & ({rule.sense} if rule.sense in ("ordinal", "share") else {"amount"})

    for text in rule.yes:
        assert fired(text), text


@pytest.mark.parametrize("words", load_rules("en/numbers_words.toml", Lexicon, "class"), ids=lambda words: words.id)
def test_a_class_of_words_fires_in_its_examples_only(words: Lexicon) -> None:
    def kinds(text: str) -> set[str]:
        return {word.kind for word in number_words(text, parsed(text))}

    for text in words.yes:
        assert words.id in kinds(text), text
    for text in words.no:
        assert words.id not in kinds(text), text


def bound(written: str) -> float | None:
    return None if written == "-" else float(written)


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["text"])
def test_a_phrase_has_its_bounds(row: dict[str, str]) -> None:
    found = [(n.span.text, n.low, n.high, n.currency or "") for n in numbers_of(row["sentence"])]
    assert (row["text"], bound(row["low"]), bound(row["high"]), row["currency"]) in found


def test_a_part_is_not_added_to_its_whole() -> None:
    killed, wounded, children = numbers_of("The blast killed three and wounded 14, two of them children.")
    assert (killed.part_of, wounded.part_of) == (None, None)
    assert children.part_of == wounded.id


def test_an_older_figure_is_superseded() -> None:
    new, old = numbers_of("The death toll rose to 41 from 38.")
    assert (new.superseded, old.superseded) == (False, True)


def test_what_a_number_counts_is_in_the_text() -> None:
    (number,) = numbers_of("Some 2,000 demonstrators reached the square.")
    assert number.of is not None
    assert number.of.text == "demonstrators"
    assert (number.unit, number.exact) == ("people", False)


def test_at_least_is_a_bound() -> None:
    (number,) = numbers_of("At least 12 people died.")
    assert (number.bound, number.low, number.high) == (Bound.AT_LEAST, 12, None)


@given(
    st.lists(
        st.sampled_from(["at", "least", "12", "000", "two", "hundred", "-", "to", "$", "million", "of", "them", "s"])
    )
)
@settings(max_examples=60, deadline=None)
def test_random_words_give_exact_spans_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = numbers_of(text)
    assert all(text[number.span.start : number.span.end] == number.span.text for number in found)
    assert [number.id for number in found] == [f"n{n}" for n in range(1, len(found) + 1)]
