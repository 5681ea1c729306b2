"""HTML pages: an own walk over the markup for offsets, trafilatura for the choice of the body."""

from __future__ import annotations

from dateline.clean.markup.page import clean_page

__all__ = ["clean_page"]
