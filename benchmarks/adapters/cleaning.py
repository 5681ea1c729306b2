"""The clean article in the formats of the cleaning sets."""

from __future__ import annotations

from benchmarks.coding import Coded
from benchmarks.gold import Json
from dateline.records import Article


def page(coded: Coded) -> Json:
    """Body without headline and captions, with title, day and authors."""
    if coded.coding is None:
        return {"id": coded.row["id"], "text": ""}
    article = coded.coding.article
    return {
        "id": coded.row["id"],
        "text": body_of(article),
        "title": article.title,
        "date": (article.published or "")[:10] or None,
        "author": list(article.byline),
    }


def body_of(article: Article) -> str:
    """The body without captions and correction notes: the gold counts neither as body."""
    marked = [*article.captions, *([article.correction] if article.correction else [])]
    pieces, at = [], article.body
    for span in sorted(marked, key=lambda one: one.at):
        if span.start >= at:
            pieces.append(article.text[at : span.start])
            at = span.end
    pieces.append(article.text[at:])
    paragraphs = "\n\n".join(pieces).split("\n\n")
    return "\n\n".join(part.strip("\n") for part in paragraphs if part.strip())


def repaired(coded: Coded) -> Json:
    """A sentence with its lost spaces put back."""
    if coded.coding is None:
        return {"id": coded.row["id"], "text": coded.row["glued"]}
    return {"id": coded.row["id"], "text": coded.coding.article.text}
