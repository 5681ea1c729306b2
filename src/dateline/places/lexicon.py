"""The word lists of the place rules: `rules/en/places.toml`."""

from __future__ import annotations

from functools import cache

from dateline.rulebook import RULES, Rule, load_rules


class WordList(Rule, frozen=True, kw_only=True):
    """A closed list of words that tell places from other names. All lower case."""

    words: tuple[str, ...]


@cache
def word_lists() -> dict[str, WordList]:
    """All lists by the last part of their id."""
    rules = load_rules("en/places.toml", WordList, "words")
    return {rule.id.rpartition(".")[2]: rule for rule in rules}


@cache
def lexicon(name: str) -> tuple[str, ...]:
    """The words of the list `en.places.<name>`."""
    return word_lists()[name].words


@cache
def word_set(name: str) -> frozenset[str]:
    return frozenset(lexicon(name))


@cache
def first_names() -> frozenset[str]:
    """First names of persons, lower case: "Georgia Mills" is nobody's state."""
    lines = (RULES / "en/first_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition(" ")[0] for line in lines if line and not line.startswith("#"))
