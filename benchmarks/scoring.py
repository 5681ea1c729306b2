"""For each set: codes it, adapts the records, scores them. One figure a measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.adapters import cleaning, events, labels, spans
from benchmarks.adapters.cases import answer, is_built
from benchmarks.coding import Bench, Coded
from benchmarks.gold import GoldSet, Json
from benchmarks.linear import load_fitted, load_thresholds, text_key
from benchmarks.scorers.cases import score_cases
from benchmarks.scorers.cleaning import score_glued, score_pages, score_snippets
from benchmarks.scorers.coded_events import score_cameo, score_plover
from benchmarks.scorers.counts import Figures
from benchmarks.scorers.dates import score_dates
from benchmarks.scorers.labels import score_india, score_relation
from benchmarks.scorers.labels import score_snippets as score_labels
from benchmarks.scorers.muc import score_muc
from benchmarks.scorers.numbers import score_numbers
from benchmarks.scorers.places import score_places
from benchmarks.scorers.statements import score_statements

COUNTS = ("lost", "hurt", "trap_hurt")
"""Measures that are counts; the others are fractions of 1."""
CROSS_VALIDATED = "cross-validated by document"


@dataclass(frozen=True)
class Figure:
    """One figure of Dateline. `note` says what a reader must know of it."""

    area: str
    set: str
    measure: str
    value: float
    note: str = ""


def score_set(bench: Bench, gold: GoldSet) -> list[Figure]:
    """The figures of a set; empty for what is not built."""
    if gold.area == "incidents":
        return []
    if gold.area in _AREA_SCORERS:
        return _AREA_SCORERS[gold.area](bench, gold)
    return _SET_SCORERS[gold.name](bench, gold)


def _figures(gold: GoldSet, figures: Figures, note: str = "") -> list[Figure]:
    return [Figure(gold.area, gold.name, measure, value, note) for measure, value in figures.items()]


def _by_id(predictions: Iterable[Json | None]) -> dict[str, Json]:
    return {prediction["id"]: prediction for prediction in predictions if prediction is not None}


Adapt = Callable[[Coded], Json | None]
Score = Callable[[Sequence[Json], dict[str, Json]], Figures]
ScoreSet = Callable[[Bench, GoldSet], list[Figure]]


def _plain(adapt: Adapt, score: Score) -> ScoreSet:
    """The scoring of a set that only needs its records adapted."""

    def score_one(bench: Bench, gold: GoldSet) -> list[Figure]:
        return _figures(gold, score(bench.rows(gold), _by_id(adapt(coded) for coded in bench.code_set(gold))))

    return score_one


# --- places: end to end, and on gold spans ---------------------------------------------------------


def _places(bench: Bench, gold: GoldSet) -> list[Figure]:
    coded = bench.code_set(gold)
    rows, predictions = bench.rows(gold), _by_id(spans.places(one) for one in coded)
    strict = score_places(rows, predictions, id_ok=False)["e2e_f1_161"]
    end_to_end = score_places(rows, predictions)["e2e_f1_161"]
    on_gold = score_places(rows, _by_id(spans.places_on_gold(one, bench.gazetteer) for one in coded))["acc_161"]
    return [
        Figure(gold.area, gold.name, "e2e_f1_161", end_to_end, f"{strict:.3f} by distance alone, without ids"),
        Figure(gold.area, gold.name, "acc_161", on_gold, "on gold spans"),
    ]


# --- labels by a fitted layer ------------------------------------------------------------------------


def _india(bench: Bench, gold: GoldSet) -> list[Figure]:
    fitted, documents = load_fitted("indiapolice"), load_thresholds("indiapolice_documents")
    predictions = _by_id(labels.india_labels(one, fitted, documents) for one in bench.code_set(gold))
    return _figures(gold, score_india(bench.rows(gold), predictions), _seen(bench, gold, "indiapolice"))


def _relation(bench: Bench, gold: GoldSet) -> list[Figure]:
    fitted = load_fitted("plv")
    predictions = _by_id(labels.root_of(one, fitted) for one in bench.code_set(gold))
    return _figures(gold, score_relation(bench.rows(gold), predictions), _seen(bench, gold, "plv"))


def _snippet_labels(bench: Bench, gold: GoldSet) -> list[Figure]:
    fitted = load_fitted("case2021_task2")
    predictions = _by_id(labels.label_of(one, fitted) for one in bench.code_set(gold))
    return _figures(gold, score_labels(bench.rows(gold), predictions), _seen(bench, gold, "case2021_task2"))


def _seen(bench: Bench, gold: GoldSet, name: str) -> str:
    """Whether the layer was fitted on these texts, so that each was scored by a fold that has not seen it."""
    known = load_fitted(name).fold_of
    return CROSS_VALIDATED if any(text_key(row["text"]) in known for row in bench.rows(gold)) else ""


# --- cases -------------------------------------------------------------------------------------------


def _cases(bench: Bench, gold: GoldSet) -> list[Figure]:
    built = [case for case in bench.rows(gold) if is_built(case)]
    if not built:
        return []
    results = score_cases(built, {case["id"]: answer(bench, case) for case in built})
    whole = sum(result.is_passed for result in results)
    right, checks = sum(result.right for result in results), sum(len(result.checks) for result in results)
    return [
        Figure(gold.area, gold.name, "cases", whole / len(results), f"{whole} of {len(results)}"),
        Figure(gold.area, gold.name, "checks", right / checks, f"{right} of {checks}"),
    ]


_AREA_SCORERS: dict[str, ScoreSet] = {
    "statements": _plain(spans.statements, score_statements),
    "places": _places,
    "dates": _plain(spans.dates, score_dates),
    "numbers": _plain(spans.numbers, score_numbers),
    "cases": _cases,
}
_SET_SCORERS: dict[str, ScoreSet] = {
    "aeb": _plain(cleaning.page, score_pages),
    "naeb": _plain(cleaning.page, score_pages),
    "snippets": _plain(cleaning.page, score_snippets),
    "glued": _plain(cleaning.repaired, score_glued),
    "indiapolice": _india,
    "plover_gsr": _plain(events.plover_events, score_plover),
    "petrarch_suite": _plain(events.cameo_events, score_cameo),
    "plv": _relation,
    "case2021_task2": _snippet_labels,
    "muc4": _plain(events.muc_template, score_muc),
}
