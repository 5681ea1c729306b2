"""Which places the article names, where they are, and how each name is used."""

from __future__ import annotations

import msgspec

from dateline.gazetteer import Gazetteer
from dateline.grammar import Parse
from dateline.places.detect import Toponym, cover, find_toponyms
from dateline.places.lexicon import word_set
from dateline.places.resolve import resolve_spans
from dateline.records import Article, Entity, Place, PlaceKind

__all__ = ["find_places", "resolve_spans"]

_BODIES = ("organisation", "document")


def find_places(
    article: Article, parse: Parse, entities: tuple[Entity, ...], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """All toponyms in reading order, each resolved as far as the article allows."""
    toponyms = find_toponyms(article.text, parse, entities, gazetteer)
    spans = [(parse.tokens[one.first].start, parse.tokens[one.last].end) for one in toponyms]
    roles = cover(parse, entities)
    resolved = resolve_spans(article, spans, gazetteer)
    return tuple(
        msgspec.structs.replace(place, kind=_kind(parse, one, roles, place))
        for one, place in zip(toponyms, resolved, strict=True)
    )


def _kind(parse: Parse, toponym: Toponym, roles: dict[int, str], place: Place) -> PlaceKind:
    """A demonym, a part of a body's name, a government that speaks, or the place itself."""
    if place.kind is PlaceKind.DEMONYM:
        return place.kind
    beside = (toponym.first - 1, toponym.last + 1)
    inside = roles.get(toponym.last) in _BODIES and any(roles.get(i) in _BODIES for i in beside)
    if inside:
        return PlaceKind.EMBEDDED
    last = parse.tokens[toponym.last]
    speaks = last.dep == "nsubj" and parse.tokens[last.head].lemma in word_set("speech")
    return PlaceKind.ASSOCIATIVE if speaks else PlaceKind.LITERAL
