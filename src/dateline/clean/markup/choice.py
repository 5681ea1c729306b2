"""From the blocks that trafilatura keeps to the blocks of the story."""

from __future__ import annotations

import re

from dateline.clean.furniture import furniture_kind
from dateline.clean.markup.body import chosen_blocks
from dateline.clean.markup.metadata import Metadata
from dateline.clean.markup.stream import shown
from dateline.clean.markup.walk import Block, Page

_OUTSIDE = frozenset(("nav", "aside", "footer", "figcaption", "address"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def story_blocks(markup: str, page: Page, metadata: Metadata) -> list[Block]:
    """The blocks of the body, in the order of the page."""
    chosen = chosen_blocks(markup, page)
    texts = [" ".join(shown(markup, block).split()) for block in page.blocks]
    if not any(chosen):
        chosen = _fallback(page, texts)
    title = _key(metadata.facts.title or "")
    kept = [
        number
        for number, block in enumerate(page.blocks)
        if chosen[number] and texts[number] and not _is_outside(block, texts[number], title)
    ]
    return [page.blocks[number] for number in _without_ends(page, texts, kept)]


def _fallback(page: Page, texts: list[str]) -> list[bool]:
    """Without trafilatura: what stands in the article or main element, else everything outside the margins."""
    for region in ("article", "main"):
        inside = [region in block.regions for block in page.blocks]
        if any(inside):
            return inside
    return [not block.regions & {"nav", "aside", "footer", "header"} for block in page.blocks]


def _is_outside(block: Block, text: str, title: str) -> bool:
    """Whether a chosen block is no story after all: caption, margin, the headline once more."""
    if block.regions & _OUTSIDE:
        return True
    if block.tag in _HEADINGS and title and _key(text) == title:
        return True
    if "h1" in block.regions:
        return True
    return block.has_image and furniture_kind(text) == "furniture.caption"


def _without_ends(page: Page, texts: list[str], kept: list[int]) -> list[int]:
    """Without headings at the end, which head what was not kept."""
    while kept and page.blocks[kept[-1]].tag in _HEADINGS:
        kept = kept[:-1]
    return kept


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words.casefold())
