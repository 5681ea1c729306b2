"""Who did what to whom, and whether it happened."""

from dateline.events.coding import code_events
from dateline.events.reading import Reading

__all__ = ["Reading", "code_events"]
