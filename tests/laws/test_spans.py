"""Every span says what stands there, every reference leads somewhere: on examples, hard texts and chance."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from tests.laws.reports import HARD, coded, coder, examples, texts

from dateline.records import Coding, Span

FAST = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def spans(record: object) -> Iterator[Span]:
    """All spans of a record, however deep."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, msgspec.Struct):
        for name in record.__struct_fields__:
            yield from spans(getattr(record, name))
    elif isinstance(record, tuple):
        for part in record:
            yield from spans(part)


def check(coding: Coding, raw: str) -> None:
    check_spans(coding, raw)
    check_references(coding)
    check_order(coding)


def check_spans(coding: Coding, raw: str) -> None:
    text = coding.article.text
    for span in spans(coding):
        assert 0 <= span.start < span.end <= len(text), span
        assert span.text == text[span.start : span.end]
        assert 0 <= span.raw[0] <= span.raw[1] <= len(raw), span
        assert span == coding.article.span(span.start, span.end)


def check_references(coding: Coding) -> None:
    ids = {
        name: [record.id for record in getattr(coding, name)]
        for name in ("entities", "places", "times", "numbers", "statements", "events")
    }
    every = [one for found in ids.values() for one in found]
    assert len(every) == len(set(every))
    for s in coding.statements:
        assert {s.speaker, s.addressee} <= {None, *ids["entities"]}, s
        assert s.via in {None, *ids["entities"], *ids["statements"]}, s
    for n in coding.numbers:
        assert n.source in {None, *ids["entities"], *ids["statements"]}, n
        assert n.part_of in {None, *ids["numbers"]}, n
    for t in coding.times:
        assert t.anchor in {None, "published", *ids["times"]}, t
    for v in coding.events:
        assert v.place in {None, *ids["places"]}, v
        assert v.time in {None, *ids["times"]}, v
        assert v.statement in {None, *ids["statements"]}, v
        assert {actor.entity for actor in v.actors} <= {None, *ids["entities"]}, v
        assert {figure.number for figure in v.numbers} <= set(ids["numbers"]), v
        assert v.trigger == v.triggers[0]


def check_order(coding: Coding) -> None:
    for records in (coding.places, coding.times, coding.numbers):
        starts = [record.span.start for record in records]
        assert starts == sorted(starts)
    for name, letter in (("places", "p"), ("times", "t"), ("numbers", "n"), ("statements", "s"), ("events", "v")):
        found = [record.id for record in getattr(coding, name)]
        assert found == [f"{letter}{n}" for n in range(1, len(found) + 1)], name


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_keep_the_laws(text: str) -> None:
    check(coded(text), text)


def test_examples_keep_the_laws() -> None:
    for report in examples():
        check(coder().code_report(report), report.text)


@FAST
@given(texts)
def test_chance_keeps_the_laws(text: str) -> None:
    check(coded(text), text)
