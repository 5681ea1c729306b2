"""All that is known about an article before its events are coded."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.grammar import Parse
from dateline.records import Article, Entity, Number, Place, Statement, Time


@dataclass(frozen=True, slots=True)
class Reading:
    """The article, its parse and the records of the earlier stages."""

    article: Article
    parse: Parse
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    numbers: tuple[Number, ...] = ()
    statements: tuple[Statement, ...] = ()
