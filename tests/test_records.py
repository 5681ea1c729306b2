from __future__ import annotations

import msgspec
import pytest

from dateline.records import Article, Coding, Span


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Span(at=(0, 1), raw=(0, 1), text="a").text = "b"  # type: ignore[misc]


def test_a_span_leads_back_through_an_inserted_space() -> None:
    article = Article(text="Trump on", alignment=((0, 0, 5, 5), (6, 5, 2, 2)))
    span = article.span(0, 8)
    assert (span.text, span.raw) == ("Trump on", (0, 7))


def test_a_run_of_unequal_lengths_is_one_block() -> None:
    article = Article(text="a’b", alignment=((0, 0, 1, 1), (1, 1, 1, 3), (2, 4, 1, 1)))
    assert article.span(1, 2).raw == (1, 4)


def test_characters_without_a_run_take_the_place_behind_what_precedes_them() -> None:
    article = Article(text="a\n\nb", alignment=((0, 10, 1, 1), (3, 20, 1, 1)))
    assert article.span(1, 3).raw == (11, 11)


def test_a_span_over_runs_out_of_order_covers_them_all() -> None:
    article = Article(text="ab", alignment=((0, 10, 1, 1), (1, 3, 1, 1)))
    assert article.span(0, 2).raw == (3, 11)


def test_json_and_back_gives_the_same_article() -> None:
    article = Article(text="ab", alignment=((0, 0, 2, 2),), published="2025-06-16")
    assert msgspec.json.decode(msgspec.json.encode(article), type=Article) == article


def test_the_fields_of_a_coding_are_those_of_the_manual() -> None:
    assert Coding.__struct_fields__ == (
        "schema", "coder", "report", "article", "entities", "places", "times", "numbers", "statements", "events",
        "warnings",
    )  # fmt: skip
