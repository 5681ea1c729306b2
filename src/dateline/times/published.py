"""The day of publication where the report was written."""

from __future__ import annotations

from datetime import date, datetime

from dateline.records import Article


def local_day(article: Article) -> date | None:
    """The day of `Article.published`, in its own zone; `None` where it is unknown or no date."""
    if article.published is None:
        return None
    try:
        return datetime.fromisoformat(article.published).date()
    except ValueError:
        pass
    try:
        return date.fromisoformat(article.published[:10])
    except ValueError:
        return None
