"""Laws of cleaning, over random text and over random HTML around known text."""

from __future__ import annotations

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean import clean
from dateline.intake import from_html, from_text
from dateline.records import Article

_PIECES = st.sampled_from(
    ["Trumpon Sunday", "byDemocrats", "the march", "rss127 Dilihat", "Share", "\n", "\n\n", "\r\n", " ", "\u00a0", "\u00ad",
     "\ufeff", "cafÃ©", "â€œWe", "&amp;", "Read more: the port", '"', "(14 people)said", "Police said.", "\t", "inOhio", "x,y"]
)  # fmt: skip
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map("".join)


def _replayed(raw: str, article: Article) -> str:
    parts, last = [], 0
    for edit in article.edits:
        assert edit.raw[0] >= last, "edits overlap or are out of order"
        assert raw[edit.raw[0] : edit.raw[1]] == edit.before
        parts += [raw[last : edit.raw[0]], edit.after]
        last = edit.raw[1]
    return "".join([*parts, raw[last:]])


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_replaying_the_edits_on_plain_text_gives_the_article(raw: str) -> None:
    article = clean(from_text(raw))
    assert _replayed(raw, article) == article.text


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_runs_are_ordered_and_lie_inside_the_raw_text(raw: str) -> None:
    article = clean(from_text(raw))
    last = 0
    for at, start, length, raw_length in article.alignment:
        assert at >= last
        assert 0 <= start <= start + raw_length <= len(raw)
        last = at + length
    assert last <= len(article.text)


_WORDS = st.lists(
    st.sampled_from(["police", "the", "march", "Jörg", "&", "<", '"quoted"', "café", "14"]), min_size=3, max_size=12
)
_TAGS = st.sampled_from(["b", "span", "em", "a href='/x'", 'i class="y>z"'])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_WORDS, _TAGS), min_size=1, max_size=5))
def test_every_character_of_a_page_leads_back_to_its_markup(paragraphs: list[tuple[list[str], str]]) -> None:
    markup = "<html><body><article>"
    for words, tag in paragraphs:
        inner = [html.escape(word) for word in words]
        inner[1] = f"<{tag}>{inner[1]}</{tag.split()[0]}>"
        markup += "<p>" + " <!-- > -->".join(inner) + ".</p>"
    markup += "</article></body></html>"
    article = clean(from_html(markup))
    for at, start, length, raw_length in article.alignment:
        shown = html.unescape(markup[start : start + raw_length])
        assert shown.strip() == article.text[at : at + length].strip()


def test_every_kind_of_trouble_in_one_text_is_mended() -> None:
    raw = "\ufeffMayor opens the port\n\nrss12 Dilihat\n\nMayor Reylon Sunday opened the\u00a0port, amid growinganger. Reyl left.\n"
    article = clean(from_text(raw))
    assert article.title == "Mayor opens the port"
    assert article.text.endswith("Mayor Reyl on Sunday opened the port, amid growing anger. Reyl left.")
    assert {edit.why for edit in article.edits} >= {"invisible", "furniture.counter", "glue", "space"}
