"""Scorers of coded events: PLOVER records with their actors, CAMEO roots of the PETRARCH suite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, Tally

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, order=True)
class _Candidate:
    """A gold and a predicted event of one root; ordered so that the best pair comes first."""

    actors_wrong: int
    mode_wrong: bool
    gold: int
    predicted: int


def score_plover(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """F1 of the event name, and of the name with both actors.

    A prediction is `{"events": [{"event", "mode", "source": [ACTOR], "target": [ACTOR]}]}` with ACTOR
    `{"start", "end", "text", "code"}`. Two actors match when their spans overlap, their texts end in the
    same word, or (where one has neither) their codes are equal. Each event pairs once.
    """
    root, both = Tally(), Tally()
    for row in gold:
        events = predictions.get(row["id"], {}).get("events", ())
        chosen = _pair(row["events"], events)
        for tally, right in ((root, len(chosen)), (both, sum(not pair.actors_wrong for pair in chosen))):
            tally.right += right
            tally.wrong += len(events) - right
            tally.missed += len(row["events"]) - right
    return {"root_f1": root.f1, "root_both_f1": both.f1}


def _pair(gold: Sequence[Json], predicted: Sequence[Json]) -> list[_Candidate]:
    candidates = [
        _Candidate(_actors_wrong(a, b), not _same_mode(a, b), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(predicted)
        if a["event"] == b.get("event")
    ]
    used_gold: set[int] = set()
    used: set[int] = set()
    chosen = []
    for candidate in sorted(candidates):
        if candidate.gold not in used_gold and candidate.predicted not in used:
            used_gold.add(candidate.gold)
            used.add(candidate.predicted)
            chosen.append(candidate)
    return chosen


def _actors_wrong(gold: Json, predicted: Json) -> int:
    return sum(not _same_actors(gold.get(side, ()), predicted.get(side, ())) for side in ("source", "target"))


def _same_mode(gold: Json, predicted: Json) -> bool:
    return bool(gold.get("mode")) and set(gold["mode"]) == set(predicted.get("mode") or ())


def _same_actors(gold: Sequence[Json], predicted: Sequence[Json]) -> bool:
    """Every gold actor is found and no predicted actor is left over."""
    left = list(predicted)
    for actor in gold:
        match = next((other for other in left if _same_actor(actor, other)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _same_actor(a: Json, b: Json) -> bool:
    placed = a.get("start") is not None and b.get("start") is not None
    if placed and a["start"] < b["end"] and b["start"] < a["end"]:
        return True
    if a.get("text") and b.get("text"):
        return _last_word(a["text"]) == _last_word(b["text"])
    return bool(a.get("code")) and a.get("code") == b.get("code")


def _last_word(text: str) -> str:
    words = _WORD.findall(text.lower())
    return words[-1] if words else ""


def score_cameo(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """F1 of the CAMEO roots (first two digits). A prediction is `{"events": [{"code"}]}`."""
    tally = Tally()
    for row in gold:
        wanted = Counter(event["code"][:2] for event in row["events"])
        found = Counter(event["code"][:2] for event in predictions.get(row["id"], {}).get("events", ()))
        right = sum((wanted & found).values())
        tally.right += right
        tally.wrong += sum(found.values()) - right
        tally.missed += sum(wanted.values()) - right
    return {"root_code_f1": tally.f1}
