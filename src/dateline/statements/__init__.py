"""Who said what.

The cue rules read the dependency parse (`frames`), quotations find their speaker (`quoted`), headlines and
embedded posts go by layout (`signed`). A small trained tagger finds cues outside the rules (`tagger`); the two are
merged into one draft for each cue (`merging`), and the attributes are read last (`attributes`).
"""

from __future__ import annotations

from dateline.grammar import Parse
from dateline.records import Article, Entity, Statement
from dateline.statements.credit import credit_numbers
from dateline.statements.drafts import Page
from dateline.statements.finishing import finished
from dateline.statements.lexicon import lexicon
from dateline.statements.merging import merged_drafts
from dateline.statements.rules import rule_drafts

__all__ = ["credit_numbers", "find_statements"]


def find_statements(article: Article, parse: Parse, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """All statements in reading order, by the start of their content."""
    page = Page(article.text, parse, article.body)
    rules = lexicon(article.language or "en")
    drafts = merged_drafts(page, rules, rule_drafts(page, rules))
    return finished(article, page, rules, drafts, entities)
