"""Scorer of temporal expressions, as TempEval-3 task A: the attribute figures are relaxed F1 × accuracy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, Share, align_spans


@dataclass
class _Counts:
    strict: Share = field(default_factory=Share)
    relaxed: Share = field(default_factory=Share)
    type_right: int = 0
    value_right: int = 0


def score_dates(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Micro over all documents. A prediction is `{"timexes": [{"start", "end", "type", "value"}]}`.

    A gold timex with `ignore` is optional. Values are compared letter by letter, in upper case.
    """
    counts = _Counts()
    for row in gold:
        _count(row["timexes"], predictions.get(row["id"], {}).get("timexes") or (), counts)
    found, relaxed = counts.relaxed.right, counts.relaxed.f1
    return {
        "strict_f1": counts.strict.f1,
        "relaxed_f1": relaxed,
        "type_f1": relaxed * counts.type_right / found if found else 0.0,
        "value_f1": relaxed * counts.value_right / found if found else 0.0,
    }


def _count(gold: Sequence[Json], predicted: Sequence[Json], counts: _Counts) -> None:
    for share, exact in ((counts.strict, True), (counts.relaxed, False)):
        pairs = align_spans(gold, predicted, exact)
        needed = [(i, j) for i, j in pairs if not gold[i].get("ignore")]
        share.right += len(needed)
        share.found += len(needed)
        share.predicted += len(predicted) - (len(pairs) - len(needed))
        share.gold += sum(not timex.get("ignore") for timex in gold)
        if not exact:
            counts.type_right += sum(_same(gold[i], predicted[j], "type") for i, j in needed)
            counts.value_right += sum(_same(gold[i], predicted[j], "value") for i, j in needed)


def _same(gold: Json, predicted: Json, field: str) -> bool:
    return str(gold[field]).strip().upper() == str(predicted.get(field) or "").strip().upper()
