"""Many reports: which files hold them, worker processes that code them, the file that keeps the codings."""

from __future__ import annotations

from dateline.batch.running import Outcome, code_into, counted, told
from dateline.batch.sources import Sources, find_sources
from dateline.batch.workers import Coded, code_all

__all__ = ["Coded", "Outcome", "Sources", "code_all", "code_into", "counted", "find_sources", "told"]
