"""Measures the CPU time of each stage, from outside: the names that `pipeline` calls are wrapped for the while."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from dateline import pipeline
from dateline.grammar import Parser

STAGES = ("clean", "grammar", "actors", "places", "times", "numbers", "statements", "events")
_CALLS = {
    "clean": ("clean",),
    "actors": ("find_actors",),
    "places": ("find_places",),
    "times": ("find_times",),
    "numbers": ("find_numbers",),
    "statements": ("find_statements", "credit_numbers"),
    "events": ("code_events",),
}


class StageClock:
    """Use with `with`: code inside, then ask `shares()`."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self._kept: list[tuple[object, str, Any]] = []

    def __enter__(self) -> StageClock:
        for stage, names in _CALLS.items():
            for name in names:
                self._wrap(pipeline, name, stage)
        self._wrap(Parser, "parse", "grammar")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for owner, name, original in self._kept:
            setattr(owner, name, original)

    def shares(self) -> dict[str, float]:
        """The share of each stage in the time of all."""
        whole = sum(self.seconds.values()) or 1.0
        return {stage: spent / whole for stage, spent in self.seconds.items()}

    def _wrap(self, owner: object, name: str, stage: str) -> None:
        original: Callable[..., Any] = getattr(owner, name)

        def timed(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return original(*given, **named)
            finally:
                self.seconds[stage] += time.process_time() - start

        self._kept.append((owner, name, original))
        setattr(owner, name, timed)
