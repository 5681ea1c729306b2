"""What is known about an article beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import PublishedFrom


@dataclass(frozen=True)
class Facts:
    """The metadata of an article, as the report or its page gives them; None where it does not."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    url: str | None = None
