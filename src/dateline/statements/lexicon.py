"""The rules of the stage: which words show a statement, and how its parts stand around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from dateline.records import BackingValue, Polarity
from dateline.rulebook import Rule, load_rules

Shape = Literal["clause", "quotation", "infinitive", "object", "label", "preps", "gerund"]


class ActRule(Rule, frozen=True, kw_only=True):
    """One value of `Statement.act`."""

    meaning: str


class CueRule(Rule, frozen=True, kw_only=True):
    """Verbs or nouns that show a statement, and where its content stands (`rules/en/cues.toml`)."""

    lemmas: tuple[str, ...]
    takes: tuple[Shape, ...]
    act: str
    preps: tuple[str, ...] = ()
    polarity: Polarity = Polarity.ASSERTS
    needs_object: bool = False
    """Holds only with a person that it is laid on: "told him to go"."""
    needs_passive: bool = False
    needs_number: bool = False
    """Holds only where the content has a number: "put the toll at 14"."""


class PhraseRule(Rule, frozen=True, kw_only=True):
    """Words in a row that show a statement: "according to", "reportedly"."""

    words: tuple[tuple[str, ...], ...]
    source: Literal["behind", "none"]
    act: str


class BackingRule(Rule, frozen=True, kw_only=True):
    """Wording by which the report judges a statement."""

    pattern: str
    value: BackingValue
    where: Literal["cue", "next", "both"]


class MediumRule(Rule, frozen=True, kw_only=True):
    """Wording that names where a statement was made."""

    pattern: str


@dataclass(frozen=True)
class Lexicon:
    """All rules of the stage for one language."""

    acts: tuple[ActRule, ...]
    cues: tuple[CueRule, ...]
    nouns: tuple[CueRule, ...]
    phrases: tuple[PhraseRule, ...]
    backings: tuple[BackingRule, ...]
    media: tuple[MediumRule, ...]

    @cached_property
    def verbs(self) -> dict[str, tuple[CueRule, ...]]:
        """Cue rules by the lemma of their verb, in file order."""
        return _by_lemma(self.cues)

    @cached_property
    def noun_cues(self) -> dict[str, tuple[CueRule, ...]]:
        return _by_lemma(self.nouns)

    @cached_property
    def quoting(self) -> dict[str, CueRule]:
        """For each verb that can introduce a quotation its first such rule."""
        found: dict[str, CueRule] = {}
        for rule in self.cues:
            if "clause" in rule.takes or "quotation" in rule.takes:
                for lemma in rule.lemmas:
                    found.setdefault(lemma, rule)
        return found

    @cached_property
    def steady(self) -> frozenset[str]:
        """Ids of rules so narrow that they hold without the tagger's consent."""
        return frozenset(rule.id for rule in self.cues if rule.needs_number or rule.needs_passive)

    @cached_property
    def phrase_starts(self) -> dict[str, tuple[tuple[tuple[str, ...], PhraseRule], ...]]:
        """Phrases by their first word."""
        found: dict[str, list[tuple[tuple[str, ...], PhraseRule]]] = {}
        for rule in self.phrases:
            for words in rule.words:
                found.setdefault(words[0], []).append((words, rule))
        return {word: tuple(pairs) for word, pairs in found.items()}

    @cached_property
    def backing_patterns(self) -> tuple[tuple[re.Pattern[str], BackingRule], ...]:
        return tuple((re.compile(rule.pattern, re.IGNORECASE), rule) for rule in self.backings)

    @cached_property
    def medium_patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(rule.pattern) for rule in self.media)


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of `language`, loaded once a process."""
    return Lexicon(
        acts=load_rules(f"{language}/acts.toml", ActRule, "act"),
        cues=load_rules(f"{language}/cues.toml", CueRule, "cue"),
        nouns=load_rules(f"{language}/phrases.toml", CueRule, "noun"),
        phrases=load_rules(f"{language}/phrases.toml", PhraseRule, "phrase"),
        backings=load_rules(f"{language}/backing.toml", BackingRule, "backing"),
        media=load_rules(f"{language}/media.toml", MediumRule, "medium"),
    )


def _by_lemma(rules: tuple[CueRule, ...]) -> dict[str, tuple[CueRule, ...]]:
    found: dict[str, list[CueRule]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            found.setdefault(lemma, []).append(rule)
    return {lemma: tuple(given) for lemma, given in found.items()}
