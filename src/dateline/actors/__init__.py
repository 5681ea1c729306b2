"""Who is who in the article."""

from __future__ import annotations

from dateline.gazetteer import Gazetteer
from dateline.grammar import Parse
from dateline.records import Article, Entity


def find_actors(article: Article, parse: Parse, gazetteer: Gazetteer) -> tuple[Entity, ...]:
    return ()
