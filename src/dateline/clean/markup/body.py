"""Which blocks of a page are the story: trafilatura's choice, found again in the blocks of our own walk."""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Iterator

import trafilatura
from lxml.etree import LxmlError, _Element
from lxml.html import HtmlElement
from trafilatura.settings import Document

from dateline.clean.markup.stream import shown, squeezed
from dateline.clean.markup.walk import Block, Page

_DEEPEST = 400
"""libxml2 gives up on deeper nesting; such a page is no news page."""
_MISSES = 300
"""Stretches that trafilatura changed and that cannot be found again; each costs a search through the page."""
_LEAVES = frozenset(("p", "head", "item", "cell", "quote", "code", "ab", "fw"))

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def chosen_blocks(markup: str, page: Page) -> list[bool]:
    """For each block of the page, whether trafilatura keeps most of it."""
    texts = [squeezed(shown(markup, block)) for block in page.blocks]
    kept = [0] * len(texts)
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    for start, end in _found("".join(texts), _stretches(markup, page)):
        index = bisect_right(starts, start) - 1
        while index < len(texts) and starts[index] < end:
            kept[index] += max(0, min(end, starts[index + 1]) - max(start, starts[index]))
            index += 1
    return [bool(text) and count * 2 >= len(text) for text, count in zip(texts, kept, strict=True)]


def _found(whole: str, stretches: Iterator[str]) -> Iterator[tuple[int, int]]:
    """Where each stretch stands in the page, read on from where the last one ended."""
    cursor, misses = 0, 0
    for stretch in stretches:
        reach = len(whole) if len(stretch) > 30 else cursor + 20_000
        start = whole.find(stretch, cursor, reach)
        if start < 0 and len(stretch) > 30 and misses < _MISSES:
            misses += 1
            start = whole.find(stretch, 0, cursor + len(stretch))
        if start >= 0:
            yield start, start + len(stretch)
            cursor = max(cursor, start + len(stretch)) if start >= cursor else cursor


def _stretches(markup: str, page: Page) -> Iterator[str]:
    """The texts of trafilatura's body, white space taken out, in order."""
    body = _extracted(markup, page)
    if body is None:
        return
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag not in _LEAVES:
            continue
        if element.tag in ("quote", "item", "cell") and any(child.tag in _LEAVES for child in element):
            direct = [element.text or "", *(child.tail or "" for child in element)]
            yield from filter(None, map(squeezed, direct))
            continue
        yield from _pieces(element)


def _pieces(element: _Element) -> Iterator[str]:
    """The element's text cut at its line breaks."""
    piece: list[str] = []
    for node in element.iter():
        if node.tag == "lb" and piece:
            yield from filter(None, [squeezed("".join(piece))])
            piece = []
        if node.text:
            piece.append(node.text)
        if node.tail and node is not element:
            piece.append(node.tail)
    yield from filter(None, [squeezed("".join(piece))])


def _extracted(markup: str, page: Page) -> HtmlElement | None:
    if page.depth > _DEEPEST or not page.blocks:
        return None
    try:
        document = trafilatura.bare_extraction(
            markup,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
            as_dict=False,
        )
    except (LxmlError, ValueError, AttributeError, RecursionError):
        return None
    return document.body if isinstance(document, Document) else None


def is_within(block: Block, words: tuple[str, ...]) -> bool:
    """Whether a class or id around the block has one of the words."""
    return any(word in hint for hint in block.hints for word in words)
