"""Who did what to whom."""

from __future__ import annotations

from dateline.events.reading import Reading
from dateline.records import Event

__all__ = ["Reading", "code_events"]


def code_events(reading: Reading) -> tuple[Event, ...]:
    return ()
