"""HTML -> Article."""

from __future__ import annotations

from dataclasses import replace

from dateline.clean.characters import mend_encoding, plain_characters
from dateline.clean.draft import Base, Draft
from dateline.clean.furniture import remove_furniture
from dateline.clean.glue import repair_glue
from dateline.clean.language import find_language
from dateline.clean.lines import paragraphs
from dateline.clean.markup.choice import story_blocks
from dateline.clean.markup.edges import space_edges
from dateline.clean.markup.metadata import read_metadata
from dateline.clean.markup.stream import Stream
from dateline.clean.markup.walk import walk
from dateline.clean.plain import article_of
from dateline.records import Article, Report


def clean_page(report: Report) -> Article:
    """The clean article of an HTML page or fragment."""
    markup, given = report.text, report.provenance.given
    page = walk(markup)
    metadata = read_metadata(markup, page, given)
    stream = Stream(markup)
    headline = metadata.title_at
    if headline is not None:
        for start, end in headline:
            stream.raw(start, end)
        stream.paragraph()
    body = stream.length
    for block in story_blocks(markup, page, metadata):
        stream.block(block)
    stream.end()
    draft = _cleaned(Draft(Base(stream.text, stream.runs)), stream.edges)
    language = find_language(draft.text, given.language or metadata.facts.language)
    if language in (None, "en"):
        draft = repair_glue(draft)
    title_end = draft.text.find("\n\n") if headline is not None and body else None
    facts = replace(metadata.facts, language=language)
    return article_of(draft, facts, title_end if title_end is None or title_end >= 0 else len(draft.text))


def _cleaned(draft: Draft, edges: list[int]) -> Draft:
    draft = space_edges(draft, edges)
    draft = paragraphs(plain_characters(mend_encoding(draft)))
    return remove_furniture(draft)
