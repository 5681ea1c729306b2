"""The scorers: gold as prediction is all right, nothing is all wrong, and figures as they were first measured.

`synthetic.json` holds small gold rows and predictions in our own words, and the figures that the project's first,
separate scorers gave for them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from benchmarks.gold import Json
from benchmarks.scorers.cases import score_cases
from benchmarks.scorers.cleaning import score_glued, score_pages, score_snippets
from benchmarks.scorers.clusters import score_clusters
from benchmarks.scorers.coded_events import score_cameo, score_plover
from benchmarks.scorers.counts import Figures
from benchmarks.scorers.dates import score_dates
from benchmarks.scorers.labels import score_india, score_relation
from benchmarks.scorers.labels import score_snippets as score_labels
from benchmarks.scorers.muc import ROLES, gold_fillers, gold_types, score_muc
from benchmarks.scorers.numbers import score_numbers
from benchmarks.scorers.places import distance_km, score_places
from benchmarks.scorers.statements import score_statements

SYNTHETIC: dict[str, Any] = json.loads((Path(__file__).parent / "synthetic.json").read_text(encoding="utf-8"))


def score_places_strict(gold: list[Json], predictions: dict[str, Json]) -> Figures:
    return score_places(gold, predictions, id_ok=False)


SCORERS: dict[str, Callable[[list[Json], dict[str, Json]], Figures]] = {
    "pages": score_pages, "snippets": score_snippets, "glued": score_glued, "statements": score_statements,
    "india": score_india, "relation": score_relation, "labels": score_labels, "plover": score_plover,
    "cameo": score_cameo, "muc": score_muc, "places": score_places, "places by distance": score_places_strict,
    "dates": score_dates, "numbers": score_numbers,
}  # fmt: skip
COUNTS = ("lost", "hurt", "trap_hurt")


def as_prediction(name: str, row: Json) -> Json:
    """The gold row in the form of a prediction."""
    if name in ("snippets", "glued"):
        return {"id": row["id"], "text": row["gold"]}
    if name == "muc":
        roles = {role: [sorted(filler.heads) for filler in gold_fillers(row, role)] for role in ROLES}
        return {"id": row["id"], "roles": roles, "types": sorted(gold_types(row))}
    return row


@pytest.mark.parametrize("name", SCORERS)
def test_figures_are_those_of_the_first_scorers(name: str) -> None:
    part = SYNTHETIC[name]
    found = SCORERS[name](part["gold"], {row["id"]: row for row in part["predictions"]})
    assert found == pytest.approx(part["figures"], abs=1.01e-4)


@pytest.mark.parametrize("name", SCORERS)
def test_gold_as_prediction_is_all_right(name: str) -> None:
    gold = SYNTHETIC[name]["gold"]
    figures = SCORERS[name](gold, {row["id"]: as_prediction(name, row) for row in gold})
    assert figures == {measure: 0 if measure in COUNTS else pytest.approx(1) for measure in figures}


@pytest.mark.parametrize("name", [name for name in SCORERS if name != "glued"])
def test_an_empty_prediction_is_all_wrong(name: str) -> None:
    gold = SYNTHETIC[name]["gold"]
    figures = SCORERS[name](gold, {})
    assert figures == {measure: len(gold) if measure == "lost" else 0 for measure in figures}


def test_a_glued_sentence_left_alone_is_not_hurt() -> None:
    figures = score_glued(SYNTHETIC["glued"]["gold"], {})
    assert figures == {"p": 1.0, "r": 0.0, "hurt": 0.0, "trap_hurt": 0.0}


def test_clusters_are_scored_as_by_the_first_scorer() -> None:
    part = SYNTHETIC["clusters"]
    assert score_clusters(part["gold"], part["predictions"]) == pytest.approx(part["figures"])
    assert set(score_clusters(part["gold"], part["gold"]).values()) == {1.0}
    assert score_clusters(part["gold"], {})["pair_f1"] == 0


def test_cases_pass_the_same_checks_as_with_the_first_scorer() -> None:
    part = SYNTHETIC["cases"]
    results = score_cases(part["gold"], {row["id"]: row for row in part["predictions"]})
    assert {one.id: [bool(passed) for *_, passed in one.checks] for one in results} == part["figures"]


def test_a_case_without_an_answer_fails_every_check() -> None:
    assert [one.right for one in score_cases(SYNTHETIC["cases"]["gold"], {})] == [0, 0]


def test_an_expectation_that_no_scorer_knows_is_an_error() -> None:
    case = {"id": "1", "input": {}, "expect": {"colour": "red"}}
    with pytest.raises(ValueError, match="1: unknown expectation 'colour'"):
        score_cases([case], {"1": {}})


def test_half_the_equator_is_20015_kilometres() -> None:
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20015.1, abs=1)
