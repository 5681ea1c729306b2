"""Plain text -> Article."""

from __future__ import annotations

import msgspec

from dateline.clean.characters import mend_encoding, plain_characters
from dateline.clean.dates import iso_date
from dateline.clean.draft import Draft, plain_base
from dateline.clean.facts import Facts
from dateline.clean.front import correction_at, headline_end, read_dateline, read_front
from dateline.clean.furniture import remove_furniture
from dateline.clean.glue import repair_glue
from dateline.clean.language import find_language
from dateline.clean.lines import paragraphs
from dateline.records import Article, PublishedFrom, Report


def clean_plain(report: Report) -> Article:
    """The clean article of a plain text."""
    draft = paragraphs(plain_characters(mend_encoding(Draft(plain_base(report.text)))))
    given = report.provenance.given
    language = find_language(draft.text, given.language)
    front = read_front(draft.text)
    draft = remove_furniture(draft)
    if language in (None, "en"):
        draft = repair_glue(draft)
    end = headline_end(draft.text, given.title)
    published = iso_date(given.published)
    facts = Facts(
        title=given.title or (draft.text[:end] if end is not None else None),
        byline=given.byline or front.byline,
        publisher=given.publisher,
        published=published or front.published,
        published_from=_published_from(published, front.published),
        language=language,
        url=given.url,
    )
    return article_of(draft, facts, end)


def _published_from(given: str | None, written: str | None) -> PublishedFrom | None:
    if given:
        return PublishedFrom.GIVEN
    return PublishedFrom.TEXT if written else None


def article_of(draft: Draft, facts: Facts, headline: int | None) -> Article:
    """The article that a finished draft makes; `headline` is where the headline ends in its text."""
    text = draft.text
    body = 0 if headline is None else min(headline + 2, len(text))
    article = Article(
        title=facts.title, byline=facts.byline, publisher=facts.publisher, dateline=read_dateline(text, body),
        published=facts.published, published_from=facts.published_from, language=facts.language, url=facts.url,
        text=text, body=body, alignment=draft.alignment(), edits=draft.edits(),
    )  # fmt: skip
    notice = correction_at(text, body)
    return msgspec.structs.replace(article, correction=article.span(*notice)) if notice else article
