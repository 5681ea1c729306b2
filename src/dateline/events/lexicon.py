"""The triggers: words that tell of an event of one type, and the classes of words they ask for."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.codebook import load_codebook
from dateline.errors import RuleError
from dateline.rulebook import Rule, load_rules

NAME = "@name"
TRIGGER_FILES = (
    "protest", "arrest", "restrict", "attack", "force", "mobilize", "demand",
    "accuse", "diplomacy", "cooperate", "yield", "disaster",
)  # fmt: skip


class Trigger(Rule, frozen=True, kw_only=True):
    """One sense of one or several words.

    A name with `@` (`@person`) in the constraints is a class of `event_classes.toml`.
    """

    type: str
    verbs: tuple[str, ...] = ()
    """Lemmas."""
    nouns: tuple[str, ...] = ()
    """Lemmas; several words stand next to each other and end in the head: "hunger strike"."""
    phrases: tuple[str, ...] = ()
    """A verb's lemma and words that follow it, at most four words apart: "take into custody"."""
    object: tuple[str, ...] = ()
    """The verb's object must be one of these."""
    not_object: tuple[str, ...] = ()
    needs_object: bool = False
    subject: tuple[str, ...] = ()
    """The doer must be one of these, or not be named."""
    needs_subject: bool = False
    """The doer must be named."""
    not_subject: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """One of these must stand in the sentence."""
    not_near: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    """The noun must carry one of these as its modifier."""
    not_modifier: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    """Prepositions that bring the target: "on" in "fire on the crowd"."""
    of: str = "target"
    """Whom `of` brings after the noun: the target ("arrest of"), the doer ("march of"), none ("act of")."""
    content: bool = False
    """The act is a word about another act (to order, refuse, threaten); its target may be that act's doer."""
    instrument: bool = False
    """The noun names the instrument."""
    weight: float = 1.0


class WordClass(Rule, frozen=True, kw_only=True):
    """Lemmas that stand for one kind of thing. `id` is the name without its `@`."""

    words: tuple[str, ...]


class Result(Rule, frozen=True, kw_only=True):
    """Words for what an event did to people: killed, died, wounded, death toll."""

    of: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class Lexicon(msgspec.Struct, frozen=True):
    """All triggers by their first or only lemma, in file order."""

    triggers: tuple[Trigger, ...]
    verbs: dict[str, tuple[Trigger, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Trigger], ...]]
    nouns: dict[str, tuple[tuple[tuple[str, ...], Trigger], ...]]
    """By the lemma of the head, with the words before it."""
    classes: dict[str, frozenset[str]]
    results: dict[str, Result]
    """By lemma and class of word: `kill/V`, `death/N`, `dead/J`."""

    def is_one(self, lemma: str, wanted: tuple[str, ...], is_proper: bool = False) -> bool:
        """Whether a lower-case lemma is among `wanted`: words or classes (`@class`); `@name` is a proper noun."""
        for name in wanted:
            if name == NAME:
                if is_proper:
                    return True
            elif lemma in self.classes[name[1:]] if name[0] == "@" else lemma == name:
                return True
        return False


@cache
def lexicon() -> Lexicon:
    """The lexicon of `rules/en`. Raises RuleError for a trigger of an unknown type or class."""
    classes = {rule.id: frozenset(rule.words) for rule in load_rules("en/event_classes.toml", WordClass, "class")}
    triggers: list[Trigger] = []
    for name in TRIGGER_FILES:
        file = f"en/triggers/{name}.toml"
        for rule in load_rules(file, Trigger, "trigger"):
            _check(rule, f"rules/{file}", classes)
            triggers.append(rule)
    return _indexed(tuple(triggers), classes)


def _check(rule: Trigger, where: str, classes: dict[str, frozenset[str]]) -> None:
    if rule.type not in {entry.id for entry in load_codebook().types}:
        raise RuleError(
            where, f"{rule.id} has the unknown type {rule.type}", "take a type that `dateline types` prints"
        )
    wanted = (rule.object, rule.not_object, rule.subject, rule.not_subject, rule.near, rule.not_near,
              rule.modifier, rule.not_modifier)  # fmt: skip
    for name in (word[1:] for words in wanted for word in words if word.startswith("@")):
        if name not in classes and f"@{name}" != NAME:
            raise RuleError(where, f"{rule.id} asks for the unknown class @{name}", "add it to event_classes.toml")


def _indexed(triggers: tuple[Trigger, ...], classes: dict[str, frozenset[str]]) -> Lexicon:
    verbs: dict[str, list[Trigger]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
    for rule in triggers:
        for verb in rule.verbs:
            verbs.setdefault(verb, []).append(rule)
        for phrase in rule.phrases:
            first, *rest = phrase.split()
            phrases.setdefault(first, []).append((tuple(rest), rule))
        for noun in rule.nouns:
            *before, head = noun.split()
            nouns.setdefault(head, []).append((tuple(before), rule))
    results: dict[str, Result] = {}
    for result in load_rules("en/event_results.toml", Result, "result"):
        for kind, words in (("V", result.verbs), ("N", result.nouns), ("J", result.adjectives)):
            results.update({f"{word}/{kind}": result for word in words})
    return Lexicon(
        triggers,
        {word: tuple(rules) for word, rules in verbs.items()},
        {word: tuple(sorted(rules, key=lambda pair: -len(pair[0]))) for word, rules in phrases.items()},
        {word: tuple(sorted(rules, key=lambda pair: -len(pair[0]))) for word, rules in nouns.items()},
        classes,
        results,
    )
