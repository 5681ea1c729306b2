"""The way back to the raw text: every aligned run is what stands there, and replaying the edits gives the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.laws.reports import HARD, examples, texts
from tests.laws.test_spans import FAST

from dateline.clean import clean
from dateline.intake import from_text
from dateline.records import Article, Report


def check_alignment(article: Article, raw: str) -> None:
    """Runs lie inside both texts, in order of `at`, and do not overlap; outside of them nothing comes from nowhere."""
    last = 0
    for at, raw_at, length, raw_length in article.alignment:
        assert last <= at
        assert 0 <= raw_at <= raw_at + raw_length <= len(raw)
        last = at + length
    assert last <= len(article.text)


def check_characters(article: Article, raw: str) -> None:
    """A run character by character differs from the raw text only where an edit or a blank is."""
    edited = [edit.raw for edit in article.edits]
    for at, raw_at, length, raw_length in article.alignment:
        touched = any(start < raw_at + raw_length and raw_at < end for start, end in edited)
        if length == raw_length and not touched:
            assert article.text[at : at + length] == raw[raw_at : raw_at + raw_length]


def replayed(article: Article, raw: str) -> str:
    """The raw text with every edit carried out."""
    pieces, last = [], 0
    for edit in article.edits:
        start, end = edit.raw
        assert start >= last, "edits overlap or are out of order"
        assert raw[start:end] == edit.before
        pieces += [raw[last:start], edit.after]
        last = end
    return "".join([*pieces, raw[last:]])


def check_plain(report: Report) -> None:
    article = clean(report)
    check_alignment(article, report.text)
    check_characters(article, report.text)
    assert replayed(article, report.text) == article.text


@pytest.mark.parametrize("text", HARD)
def test_hard_texts_can_be_replayed(text: str) -> None:
    check_plain(from_text(text))


def test_examples_lead_back_to_their_raw_text() -> None:
    for report in examples():
        if report.is_markup:
            check_alignment(clean(report), report.text)
        else:
            check_plain(report)


@FAST
@given(texts)
def test_chance_can_be_replayed(text: str) -> None:
    check_plain(from_text(text))
