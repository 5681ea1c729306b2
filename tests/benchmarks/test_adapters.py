"""Adapters give raw offsets and the words of the gold sets."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.adapters.cases import days_of, value_of
from benchmarks.adapters.cleaning import body_of
from benchmarks.adapters.labels import relation_blocks
from benchmarks.adapters.spans import clean_offsets
from benchmarks.coding import Coded, published
from benchmarks.gold import GoldSet, Json
from benchmarks.peers import peers_of
from benchmarks.quality import Row, printed
from benchmarks.stages import STAGES, StageClock
from benchmarks.table import FIGURES, tables, with_text

from dateline import pipeline
from dateline.records import Article, Bound, Number, Span, Time, TimeType

SPAN = Span(at=(0, 1), raw=(0, 1), text="x")
ARTICLE = Article(text="Police on Sunday.", alignment=((0, 4, 6, 6), (7, 10, 2, 2), (9, 12, 8, 8)))


@pytest.mark.parametrize(
    ("name", "row", "day"),
    [
        ("news_own", {"dct": "2025-06-16", "date": "2001-01-01"}, "2025-06-16"),
        ("petrarch_suite", {"date": "19950101"}, "1995-01-01"),
        ("trnews", {"date": "9:55 AM ET"}, None),
        ("plover_gsr", {"date": "2000-01-01"}, None),
        ("lgl", {"date": None}, None),
    ],
)
def test_the_day_of_publication_is_read_as_the_set_gives_it(name: str, row: Json, day: str | None) -> None:
    assert published(GoldSet("x", name, (), Path()), row) == day


@pytest.mark.parametrize(
    ("raw", "at"), [((4, 10), (0, 6)), ((10, 12), (7, 9)), ((5, 14), (1, 11)), ((0, 3), None), ((30, 33), None)]
)
def test_raw_stretches_are_found_in_the_clean_text(raw: tuple[int, int], at: tuple[int, int] | None) -> None:
    assert clean_offsets(ARTICLE, *raw) == at


def test_the_body_has_neither_headline_nor_captions() -> None:
    text = "Headline\n\nFirst.\n\nA caption\n\nLast."
    start = text.index("A caption")
    caption = Span(at=(start, start + 9), raw=(0, 0), text="A caption")
    assert body_of(Article(text=text, body=10, captions=(caption,))) == "First.\n\nLast."


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-06-15", "2025-06-16", "2025-06-15"),
        ("2025-06-01", "2025-07-01", "2025-06-01/2025-06-30"),
        ("2025-06-15T20:00", "2025-06-15T23:30:00", "2025-06-15"),
        ("2024-01-01", None, "2024-01-01/.."),
        (None, None, "PXD"),
    ],
)
def test_days_are_first_and_last(start: str | None, end: str | None, days: str) -> None:
    assert days_of(Time(id="t1", span=SPAN, type=TimeType.DATE, value="PXD", start=start, end=end)) == days


def test_the_value_of_a_bound_is_its_given_end() -> None:
    assert value_of(Number(id="n1", span=SPAN, low=12, bound=Bound.AT_LEAST)) == 12
    assert value_of(Number(id="n1", span=SPAN, high=9, bound=Bound.AT_MOST)) == 9
    assert value_of(Number(id="n1", span=SPAN, low=24, high=99, exact=False)) is None


def test_given_actors_are_masked_in_the_words_of_a_relation() -> None:
    row = {"id": "1", "text": "Brevia accused Torm of spying.", "source": {"start": 0, "end": 6},
           "target": {"start": 15, "end": 19}}  # fmt: skip
    words = relation_blocks(Coded(row, None))[0]
    assert "accused <target>" in words
    assert not {"brevia", "torm"} & set(words)


def test_peers_are_fractions_but_for_counts() -> None:
    assert peers_of("statements", "polnear", "lost")[0].value == 22
    assert all(peer.value <= 1 for peer in peers_of("events", "plv", "macro_f1"))
    assert peers_of("events", "plv", "colour") == ()


def test_counts_are_printed_whole() -> None:
    assert (printed("lost", 2.0), printed("f1", 0.12345)) == ("2", "0.123")


def test_tables_stand_between_the_markers_and_replace_what_was_there() -> None:
    row = Row("dates", "news_own", "strict_f1", 0.9, ())
    begin, end = FIGURES
    page = with_text(f"A\n{begin}\nold\n{end}\nZ\n", tables([[row]]), FIGURES)
    assert "old" not in page
    assert page.startswith(f"A\n{begin}\n")
    assert page.endswith(f"{end}\nZ\n")
    assert "| news_own | `strict_f1` | **0.900** |  |  |" in page


def test_two_parts_stand_side_by_side() -> None:
    dev, held_out = (Row("dates", "news_own", "strict_f1", value, ()) for value in (0.9, 0.8))
    assert "**0.900** | **0.800**" in tables([[dev], [held_out]])


def test_the_stage_clock_puts_everything_back() -> None:
    before = vars(pipeline)["find_times"]
    with StageClock() as clock:
        assert vars(pipeline)["find_times"] is not before
    assert vars(pipeline)["find_times"] is before
    assert list(clock.shares()) == list(STAGES)
