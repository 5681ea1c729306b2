"""Scorer of numbers with bounds: the share of gold numbers of which both bounds are right."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, longest_overlap

_TOLERANCE = 1e-3
"""A tenth of a per cent: a converted or rounded figure is still right."""


def score_numbers(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """A prediction is `{"numbers": [{"start", "end", "low", "high"}]}`; null is open, at most N is 0 or open to N."""
    wanted = right = 0
    for row in gold:
        predicted = predictions.get(row["id"], {}).get("numbers") or ()
        used: set[int] = set()
        for number in row["numbers"]:
            best = longest_overlap(number, predicted, used)
            used |= set() if best is None else {best}
            if number.get("optional") or number.get("content") is False:
                continue
            wanted += 1
            right += best is not None and _both(number, predicted[best])
    return {"both_bounds": right / wanted if wanted else 0.0}


def _both(gold: Json, predicted: Json) -> bool:
    zero_is_open = gold["modifier"] in ("at_most", "less_than")
    return _same(gold["low"], predicted.get("low"), zero_is_open) and _same(gold["high"], predicted.get("high"), False)


def _same(gold: float | None, predicted: float | None, zero_is_open: bool) -> bool:
    if zero_is_open:
        gold, predicted = gold or None, predicted or None
    if gold is None or predicted is None:
        return gold is predicted
    return abs(gold - predicted) <= _TOLERANCE * max(abs(gold), 1e-9)
