"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.gold import Json

Figures = dict[str, float]
Predictions = Mapping[str, Json]


@dataclass
class Tally:
    """Right, wrong and missed answers."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)

    def add(self, is_gold: bool, is_predicted: bool) -> None:
        """Counts one yes-or-no decision."""
        self.right += is_gold and is_predicted
        self.wrong += is_predicted and not is_gold
        self.missed += is_gold and not is_predicted


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


@dataclass
class Share:
    """Predictions that are right among all predictions, and gold that is found among all gold; the two may differ."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


Spanned = Sequence[Mapping[str, int]]


def align_spans(gold: Spanned, predicted: Spanned, exact: bool) -> list[tuple[int, int]]:
    """Pairs (gold, prediction), each used once: same spans first, then, unless `exact`, the longest overlap."""
    pairs = _same_spans(gold, predicted)
    return pairs if exact else pairs + _overlaps(gold, predicted, pairs)


def _same_spans(gold: Spanned, predicted: Spanned) -> list[tuple[int, int]]:
    where: dict[tuple[int, int], list[int]] = {}
    for j, span in enumerate(predicted):
        where.setdefault((span["start"], span["end"]), []).append(j)
    free = {key: iter(found) for key, found in where.items()}
    pairs = []
    for i, span in enumerate(gold):
        match = next(free.get((span["start"], span["end"]), iter(())), None)
        if match is not None:
            pairs.append((i, match))
    return pairs


def _overlaps(gold: Spanned, predicted: Spanned, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    used_gold, used = {i for i, _ in taken}, {j for _, j in taken}
    pairs = []
    for i in sorted(set(range(len(gold))) - used_gold, key=lambda k: gold[k]["start"]):
        best = longest_overlap(gold[i], predicted, used)
        if best is not None:
            pairs.append((i, best))
            used.add(best)
    return pairs


def longest_overlap(span: Mapping[str, int], predicted: Spanned, used: set[int]) -> int | None:
    """Index of the free prediction that shares most characters with `span`; the first of equals."""
    best: int | None = None
    longest = 0
    for j, other in enumerate(predicted):
        common = min(span["end"], other["end"]) - max(span["start"], other["start"])
        if j not in used and common > longest:
            best, longest = j, common
    return best
