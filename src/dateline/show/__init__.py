"""A coding, shown to a person in a terminal."""

from __future__ import annotations

from dateline.show.page import show
from dateline.show.progress import progress
from dateline.show.visible import visible

__all__ = ["progress", "show", "visible"]
