"""Noun phrases and names as the parse shows them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import parsed

from dateline.grammar import Parse
from dateline.grammar.casing import shouted
from dateline.grammar.names import NameCues, NameFinder, head_in, noun_phrase, noun_phrase_tokens

CUES = NameCues(
    breaks=frozenset({"sunday", "jan", "may"}),
    heads=frozenset({"enforcement", "ministry", "council", "secretary"}),
    given=frozenset({"jan", "may", "theresa"}),
)


def token(parse: Parse, word: str) -> int:
    return next(t.i for t in parse.tokens if t.text == word)


def phrase(text: str, word: str, *, apposition: bool = False) -> str:
    parse = parsed(text)
    start, end = noun_phrase(parse, token(parse, word), apposition=apposition)
    return text[start:end]


def names(text: str) -> list[str]:
    parse = parsed(text)
    runs = NameFinder(parse, shouted(text, parse.paragraphs), CUES).runs()
    return [text[parse.tokens[run.first].start : parse.tokens[run.last].end] for run in runs]


def test_a_relative_clause_is_no_part_of_the_noun_phrase() -> None:
    assert phrase("A dock worker who saw the fire called the police.", "worker") == "A dock worker"


def test_of_phrases_are() -> None:
    assert phrase("The head of the ferry crews' union left.", "head") == "The head of the ferry crews' union"


def test_apposition_is_taken_only_on_request() -> None:
    text = "Pavel Drost, head of the union, left."
    assert phrase(text, "Drost") == "Pavel Drost"
    assert phrase(text, "Drost", apposition=True) == "Pavel Drost, head of the union"


def test_coordinated_phrases_stay_apart() -> None:
    assert phrase("The mayor and two soldiers left.", "mayor") == "The mayor"
    assert phrase("The mayor and two soldiers left.", "soldiers") == "two soldiers"


def test_the_head_of_a_stretch_hangs_outside_it() -> None:
    text = "The head of the union left."
    parse = parsed(text)
    assert head_in(parse, 0, 21) == token(parse, "head")
    assert head_in(parse, 5, 5) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agents of Immigration and Customs Enforcement met Anna Rose.", ["Immigration and Customs Enforcement", "Anna Rose"]),
        ("He met Ludwig van der Brock and Ana Ruiz in Rome.", ["Ludwig van der Brock", "Ana Ruiz", "Rome"]),
        ("She left the Ministry of Defence on Sunday.", ["Ministry of Defence"]),
        ("The vote went to Alexandria Ocasio-Cortez.", ["Alexandria Ocasio-Cortez"]),
        ("They met Jan Kline in May.", ["Jan Kline"]),
        ("They met Theresa May on Sunday.", ["Theresa May"]),
    ],
)  # fmt: skip
def test_names_are_maximal(text: str, expected: list[str]) -> None:
    assert [name for name in names(text) if name not in ("Agents", "They", "He", "She", "The")] == expected


def test_title_case_headlines_take_their_names_from_the_body() -> None:
    text = "Angry Crowds March Against Rose Plan In Aldan\n\nThe crowds in Aldan said that Anna Rose had lied."
    assert names(text)[:2] == ["Rose", "Aldan"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["The", "Aldan", "Council", "of", "and", "police", "-", ",", "said", "(", ")", "X."]), max_size=30))
def test_phrases_hold_their_head_and_runs_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    parse = parsed(text)
    assert all(t.i in noun_phrase_tokens(parse, t.i, apposition=True) for t in parse.tokens)
    runs = list(NameFinder(parse, shouted(text, parse.paragraphs), CUES).runs())
    assert all(before.last < after.first for before, after in pairwise(runs))
