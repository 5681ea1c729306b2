"""Cleaning: furniture rules in their examples, lost spaces, characters, metadata, the way back from HTML."""

from __future__ import annotations

import html as markup
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.clean.furniture import LANGUAGES, Furniture, furniture_rules
from dateline.intake import from_html, from_text
from dateline.records import Article

STORY = "The council closed the bridge on Monday after engineers found cracks in two of its nine arches."
FURNITURE = [rule for language in LANGUAGES for rule in furniture_rules(language)]


def page(body: str, head: str = "") -> Article:
    filler = f"<p>{STORY}</p><p>It will open again in spring, and buses run by the old road until then.</p>"
    return clean(from_html(f"<html><head>{head}</head><body><article>{body}{filler}</article></body></html>"))


@pytest.mark.parametrize("rule", FURNITURE, ids=lambda rule: rule.id)
def test_a_furniture_rule_keeps_to_its_examples(rule: Furniture) -> None:
    matches = re.compile(rule.pattern, 0 if rule.cased else re.IGNORECASE).fullmatch
    assert all(matches(text) for text in rule.yes)
    assert not any(matches(text) for text in rule.no)


@pytest.mark.parametrize(
    ("raw", "clean_text"),
    [
        ("Anna Roth said it. President Anna Rothon Sunday told the court so.", "Anna Roth on Sunday told"),
        ("The towns are run byDemocrats and others.", "run by Democrats"),
        ("A number of\xa0public fires broke out.", "number of public"),
        ("The pla\xadque fell down.", "The plaque fell"),
        ("“We will winâ€\x9d, she said.", "win”, she"),
    ],
)
def test_what_got_lost_is_mended(raw: str, clean_text: str) -> None:
    article = clean(from_text(f"{raw}\n\n{STORY}"))
    assert clean_text in article.text
    assert article.edits


@pytest.mark.parametrize(
    "word", ["anti-ICE", "McDonald", "iPhone", "YouTube", "@marlowcity", "LeBron", "eBay", "www.example.org"]
)
def test_words_that_look_glued_stay(word: str) -> None:
    text = f"They spoke of {word} in the hall.\n\n{STORY}"
    assert word in clean(from_text(text)).text


def test_a_clean_text_is_left_alone() -> None:
    article = clean(from_text(f"{STORY}\n\n{STORY}"))
    assert (article.text, article.edits) == (f"{STORY}\n\n{STORY}", ())


def test_links_without_spaces_are_parted() -> None:
    article = page(
        '<h1>Ferry</h1><p>The mayor of<a href="/e">Port Ellis</a>said on Sunday that the ferry would run.</p>'
    )
    assert "The mayor of Port Ellis said on Sunday" in article.text


def test_markup_inside_a_word_is_no_space() -> None:
    assert (
        "in unbelievable order"
        in page("<p>They left in <b>un</b>believable order, said the pilot of the ship.</p>").text
    )


def test_captions_teasers_and_share_bars_are_no_body() -> None:
    article = page(
        "<h1>Bridge closed</h1><div class='share'><a href='#'>Share</a> <a href='#'>Tweet</a></div>"
        "<figure><img src='a.jpg'><figcaption>The bridge in 2019. Photo: Courier</figcaption></figure>"
        "<div class='related'><h3>Most read</h3><ul><li><a href='/x'>Mob storms hall</a></li></ul></div>"
    )
    for words in ("Share", "Photo: Courier", "Mob storms"):
        assert words not in article.text


def test_metadata_is_read_and_never_invented() -> None:
    head = (
        "<title>Bridge closed | The Courier</title><meta property='og:site_name' content='The Courier'>"
        "<meta property='article:published_time' content='2025-06-15T21:10:00+02:00'>"
    )
    article = page(
        '<h1>Bridge closed</h1><p class="byline">By <span class="author">Ana Reyes</span>, Senior Reporter</p>', head
    )
    assert (article.title, article.byline, article.publisher) == ("Bridge closed", ("Ana Reyes",), "The Courier")
    assert article.published is not None
    assert article.published.startswith("2025-06-15")
    assert article.text.startswith("Bridge closed\n\n")
    assert article.text[article.body :].startswith("The council")
    bare = page("<h1>Bridge closed</h1><footer>Copyright 2019</footer>")
    assert (bare.published, bare.published_from) == (None, None)


def test_a_dateline_is_read_and_stays_in_the_text() -> None:
    article = clean(from_text(f"PARIS, Texas (AP) — {STORY}"))
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("PARIS, Texas", "AP")
    assert article.text.startswith("PARIS, Texas (AP)")


def test_raw_spans_cover_entities_and_inline_markup() -> None:
    raw = "<p>Minister J&ouml;rg M&uuml;ller said: &quot;We <b>will</b> not &amp; cannot wait.&quot;</p>"
    article = clean(from_html(raw))
    start = article.text.index("We will")
    span = article.span(start, article.text.index("wait.") + 5)
    assert raw[slice(*span.raw)] == "We <b>will</b> not &amp; cannot wait."


WORDS = st.text(alphabet='abcdefgé&<>"ñ中', min_size=1, max_size=8)


@given(st.lists(st.lists(WORDS, min_size=8, max_size=20).map(" ".join), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_every_character_of_random_html_leads_back(paragraphs: list[str]) -> None:
    raw = (
        "<html><body><article>"
        + "".join(f"<p>{markup.escape(text)}</p>" for text in paragraphs)
        + "</article></body></html>"
    )
    article = clean(from_html(raw))
    for at, where, at_length, raw_length in article.alignment:
        assert 0 <= where <= where + raw_length <= len(raw)
        if at_length == raw_length and not any(
            edit.raw[0] < where + raw_length and where < edit.raw[1] for edit in article.edits
        ):
            kept, source = article.text[at : at + at_length], raw[where : where + raw_length]
            assert kept == source or kept.isspace()
