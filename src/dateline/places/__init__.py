"""Places."""

from __future__ import annotations

from dateline.gazetteer import Gazetteer
from dateline.grammar import Parse
from dateline.records import Article, Entity, Place


def find_places(
    article: Article, parse: Parse, entities: tuple[Entity, ...], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    return ()
