"""What events did to people: "three were killed in the blast" belongs to the blast."""

from __future__ import annotations

from dateline.events.lexicon import Lexicon
from dateline.events.mentions import Mention
from dateline.events.syntax import is_passive, objects, subjects
from dateline.grammar import Parse

_HARMFUL = ("ASSAULT", "ACCIDENT", "DISASTER")
_WEAK = ("ASSAULT/kill", "ASSAULT")
"""Types that say no more than that somebody was hurt: they join the event that says how."""
_CLIMB = 4
_REACH = 40
"""Tokens between a toll and the event it counts, where the parse does not tie them."""


def join_results(parse: Parse, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Gives every result to the event that caused it; mentions that only told the result are merged into it."""
    by_head = {i: mention for mention in mentions for i in mention.tokens}
    merged: set[int] = set()
    for token in parse.tokens:
        kind = "V" if token.is_verb else "N" if token.is_noun else "J" if token.tag == "JJ" else ""
        result = lexicon.results.get(f"{token.lemma.lower()}/{kind}") if kind else None
        if result is None:
            continue
        own = by_head.get(token.i)
        sufferers = _sufferers(parse, token.i)
        cause = _cause(parse, token.i, by_head, lexicon)
        if result.of in ("killed", "injured") and cause is not None and own is not None and _joins(own, cause, token.i):
            _take_over(cause, own)
            merged.add(id(own))
        taker = cause if cause is not None and (own is None or id(own) in merged) else own
        if taker is not None:
            _credit(taker, result.of, sufferers, result.of in ("killed", "injured"))
    return [mention for mention in mentions if id(mention) not in merged]


def _joins(own: Mention, cause: Mention, head: int) -> bool:
    return own is not cause and own.head == head and own.type in _WEAK and cause.type.partition("/")[0] in _HARMFUL


def _take_over(cause: Mention, own: Mention) -> None:
    if own.targets and not set(own.targets) & set(cause.tokens):
        cause.targets = cause.targets or own.targets
    cause.doers = cause.doers or tuple(i for i in own.doers if i not in cause.tokens)


def _credit(mention: Mention, of: str, sufferers: tuple[int, ...], is_harm: bool) -> None:
    root = mention.type.partition("/")[0]
    if is_harm and root not in (*_HARMFUL, "PROTEST", "COERCE"):
        return
    for i in sufferers:
        if i not in mention.tokens and i not in mention.doers:
            mention.counts.append((of, i))
            if root in _HARMFUL and i not in mention.victims and i not in mention.targets and is_harm:
                mention.victims += (i,)


def _sufferers(parse: Parse, i: int) -> tuple[int, ...]:
    token = parse.tokens[i]
    if token.is_verb:
        if is_passive(parse, i):
            return subjects(parse, i)
        own = objects(parse, i)
        return own or (subjects(parse, i) if parse.child(i, "nsubj") is not None else ())
    if token.is_noun:
        inner = next((parse.child(c, "pobj") for c in parse.children[i] if parse.tokens[c].lower == "of"), None)
        return (i,) if inner is None else (inner, i)
    subject = parse.child(i, "nsubj")
    if subject is not None:
        return (subject,)
    return tuple(c for c in parse.children[token.head] if parse.tokens[c].dep in ("nsubj", "dobj")) or (token.head,)


def _cause(parse: Parse, i: int, by_head: dict[int, Mention], lexicon: Lexicon) -> Mention | None:
    """The harmful event that the parse ties to the result at `i`."""
    for j in (*_below(parse, i), *_above(parse, i)):
        mention = by_head.get(j)
        if (
            mention is not None
            and mention.head != i
            and mention.type.partition("/")[0] in _HARMFUL
            and i not in mention.tokens
        ):
            return mention
    return None if parse.tokens[i].is_verb and i in by_head else _nearest(parse, i, by_head)


def _below(parse: Parse, i: int) -> list[int]:
    found: list[int] = []
    for c in parse.children[i]:
        child = parse.tokens[c]
        if child.dep in ("nsubj", "nsubjpass", "advcl"):
            found.append(c)
        elif child.dep in ("prep", "agent", "mark"):
            inner = parse.child(c, "pobj", "pcomp")
            if inner is not None and child.lower in ("in", "by", "during", "when", "from", "after", "as", "with", "to"):
                found += [inner, *(d for d in parse.children[inner] if parse.tokens[d].dep in ("compound", "conj"))]
        elif child.dep == "conj" and child.is_verb:
            found.append(c)
    return found


def _above(parse: Parse, i: int) -> list[int]:
    found: list[int] = []
    for _ in range(_CLIMB):
        token = parse.tokens[i]
        if token.head == i or token.dep == "ccomp":
            break
        i = token.head
        found.append(i)
        found += [c for c in parse.children[i] if parse.tokens[c].dep in ("nsubj", "dobj", "nsubjpass")]
    return found


def _nearest(parse: Parse, i: int, by_head: dict[int, Mention]) -> Mention | None:
    """The last harmful event in reach before the result, else the next one in its sentence."""
    sentence = parse.sentence_of(i)
    for j in range(i - 1, max(i - _REACH, -1), -1):
        mention = by_head.get(j)
        if mention is not None and mention.type.partition("/")[0] in _HARMFUL:
            return mention
    for j in range(i + 1, sentence.last):
        mention = by_head.get(j)
        if mention is not None and mention.type.partition("/")[0] in _HARMFUL:
            return mention
    return None
