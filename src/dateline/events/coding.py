"""Puts the event records together: finds triggers, reads what is around them, merges, grounds."""

from __future__ import annotations

from dateline.codebook import load_codebook
from dateline.events.casualties import join_results
from dateline.events.grounding import Ground
from dateline.events.lexicon import lexicon
from dateline.events.mentions import Mention, find_mentions
from dateline.events.merging import merged
from dateline.events.modality import modality_of
from dateline.events.plover import plover_of
from dateline.events.reading import Reading
from dateline.events.roles import read_roles
from dateline.events.syntax import noun_phrase
from dateline.records import Actor, Event, Modality, Role, Span

_EMBEDDED = 0.75
"""Score of an act that the report does not state as fact, against 1 for one that it does."""


def code_events(reading: Reading) -> tuple[Event, ...]:
    """All events of the article in reading order of their first triggers."""
    parse, known = reading.parse, lexicon()
    mentions = find_mentions(parse, known)
    if not mentions:
        return ()
    for mention in mentions:
        read_roles(parse, mention, known)
        mention.verdict = modality_of(parse, mention.head)
    mentions = join_results(parse, mentions, known)
    ground = Ground(reading, known.classes["quantity"])
    heads = frozenset(i for mention in mentions for i in mention.tokens)
    events = [_event(reading, ground, mention, heads) for mention in mentions]
    return merged(events, reading)


def _event(reading: Reading, ground: Ground, mention: Mention, heads: frozenset[int]) -> Event:
    parse, article = reading.parse, reading.article
    first, last = mention.tokens[0], mention.tokens[-1]
    trigger = article.span(parse.tokens[first].start, parse.tokens[last].end)
    if last - first > len(mention.tokens) + 2:
        trigger = article.span(parse.tokens[mention.head].start, parse.tokens[mention.head].end)
    place = ground.place(mention, heads)
    time = ground.time(mention, heads)
    modality = _dated(mention, time.start if time else None, article.published)
    span = None if mention.instrument is None else _phrase_span(reading, ground, mention.instrument)
    return Event(
        id="v0", type=mention.type, plover=plover_of(mention, modality), triggers=(trigger,), trigger=trigger,
        actors=_actors(reading, ground, mention), place=place.id if place else None, time=time.id if time else None,
        numbers=ground.counted(mention), instrument=span, modality=modality, statement=ground.statement(trigger.start),
        rule=mention.rule.id, score=_score(mention, modality),
    )  # fmt: skip


def _dated(mention: Mention, start: str | None, published: str | None) -> Modality:
    """An act whose own date lies a year or more before the report is background."""
    if mention.verdict.value is not Modality.HAPPENED or start is None or published is None:
        return mention.verdict.value
    years = int(published[:4]) - int(start[:4]) if start[:4].isdigit() and published[:4].isdigit() else 0
    return Modality.HISTORICAL if years > 1 or (years == 1 and start[5:10] <= published[5:10]) else Modality.HAPPENED


def _phrase_span(reading: Reading, ground: Ground, i: int) -> Span:
    return reading.article.span(*noun_phrase(reading.parse, i, ground.quantity))


def _actors(reading: Reading, ground: Ground, mention: Mention) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for role, heads in ((Role.DOER, mention.doers), (Role.TARGET, mention.targets), (Role.VICTIM, mention.victims)):
        for i in heads:
            span = _phrase_span(reading, ground, i)
            if span.text and all(span != actor.span for actor in found):
                found.append(Actor(span=span, entity=_entity(reading, ground, i), role=role))
    if not mention.doers and load_codebook().type(mention.type).implied:
        found.insert(0, Actor(role=Role.DOER, implied=True))
    return tuple(found)


def _entity(reading: Reading, ground: Ground, i: int) -> str | None:
    if i in ground.entity_at:
        return ground.entity_at[i]
    start, end = noun_phrase(reading.parse, i, ground.quantity)
    return next(
        (ground.entity_at[j] for j in reversed(reading.parse.tokens_in(start, end)) if j in ground.entity_at), None
    )


def _score(mention: Mention, modality: Modality) -> float:
    stated = 1.0 if modality in (Modality.HAPPENED, Modality.ONGOING) else _EMBEDDED
    named = 1.0 if mention.doers or mention.targets else 0.85
    return round(min(0.95 * mention.rule.weight * stated * named, 1.0), 3)
