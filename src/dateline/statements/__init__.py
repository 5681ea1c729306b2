"""Who said what."""

from __future__ import annotations

from dateline.grammar import Parse
from dateline.records import Article, Entity, Number, Statement


def find_statements(article: Article, parse: Parse, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    return ()


def credit_numbers(numbers: tuple[Number, ...], statements: tuple[Statement, ...]) -> tuple[Number, ...]:
    return numbers
