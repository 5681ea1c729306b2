"""Numbers and the statements that give them."""

from __future__ import annotations

from dateline.records import Number
from dateline.statements import credit_numbers, find_statements
from tests.support import parsed, plain_article


def credited(text: str, *figures: str) -> list[str | None]:
    article = plain_article(text)
    spans = [article.span(text.index(figure), text.index(figure) + len(figure)) for figure in figures]
    numbers = tuple(Number(id=f"n{i + 1}", span=span) for i, span in enumerate(spans))
    statements = find_statements(article, parsed(text), ())
    sources = {s.id: s.source.text if s.source else None for s in statements}
    return [sources[n.source] if n.source else None for n in credit_numbers(numbers, statements)]


def test_each_side_keeps_its_own_count() -> None:
    text = "Organisers put the crowd at 2,000; police counted 45,000."
    assert credited(text, "2,000", "45,000") == ["Organisers", "police"]


def test_the_innermost_statement_gives_the_number() -> None:
    text = "The ministry said it had 300 beds, the Daily Herald reported."
    assert credited(text, "300") == ["The ministry"]


def test_a_number_outside_all_statements_has_no_source() -> None:
    assert credited("The 300 beds were empty.", "300") == [None]
