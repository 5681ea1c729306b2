"""One mention of an actor, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.grammar import Parse
from dateline.records import EntityType


class Kind(StrEnum):
    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Token indices count in the article; `first` to `last` (inclusive) is the tight noun phrase of `head`."""

    head: int
    first: int
    last: int
    kind: Kind
    type: EntityType | None
    name: tuple[str, ...] = ()
    """Words of a name without titles."""
    lemma: str | None = None
    """Of a description, or of the office before a name: "mayor"."""
    role: str | None = None
    sector: str | None = None
    country: str | None = None
    is_plural: bool = False
    gender: str | None = None
    is_definite: bool = False
    is_counted: bool = False
    """"three protesters", "a protester": somebody new."""
    public: bool = False
    modifiers: frozenset[str] = frozenset()
    """Lower-case words that narrow a description down: "transport" minister."""


_TAKES_PART = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})


def takes_part(parse: Parse, i: int) -> bool:
    """Whether token `i` is the subject, object or owner of something; "in the city" is not."""
    return parse.tokens[i].dep in _TAKES_PART


def is_addressed(parse: Parse, i: int, verbs: frozenset[str]) -> bool:
    """Whether somebody orders, accuses, asks token `i`: things done to actors alone."""
    token = parse.tokens[i]
    return token.dep in ("dobj", "nsubjpass") and parse.tokens[token.head].lemma in verbs


def acts(parse: Parse, i: int, verbs: frozenset[str]) -> bool:
    """Whether token `i` is the subject of one of `verbs`, its "by" agent, or the one that a report goes by."""
    token = parse.tokens[i]
    for _ in range(3):
        if token.dep != "conj":
            break
        token = parse.tokens[token.head]
    head = parse.tokens[token.head]
    if token.dep == "nsubj":
        return head.lemma in verbs
    if token.dep != "pobj":
        return False
    if head.lower == "by":
        return head.dep == "agent"
    return head.lower == "to" and parse.tokens[head.head].lower == "according"
