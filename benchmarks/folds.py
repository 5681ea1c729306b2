"""`python -m benchmarks.folds --gold DIR`: the places stage refitted in five folds, so that no text scores its own fit.

The models of places are fitted on the development parts; the figures of `benchmarks.quality` on these parts are of
the fitted models. Here detector and ranker are fitted on four fifths (LGL by newspaper, else by document) and score
the last one. Wants the extra `train`.
"""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from training.place_detector import examples, fit_detector
from training.places import GOLD, article_of, cases, fit_ranker, read_gold

from benchmarks.scorers.places import score_places
from dateline.actors import find_actors
from dateline.gazetteer import Gazetteer
from dateline.grammar import Parser
from dateline.places import find_places, resolve_spans
from dateline.records import Place, PlaceKind

FOLDS = 5
Row = dict[str, Any]


def fold_of(row: Row) -> int:
    """By newspaper in LGL, where the papers tell the towns; else by document."""
    key = row.get("domain") if row["source"].startswith("lgl") else None
    return int(hashlib.sha256((key or row["id"]).encode()).hexdigest(), 16) % FOLDS


def toponym(place: Place) -> Row:
    start, end = place.span.at
    return {"start": start, "end": end, "lat": place.lat, "lon": place.lon, "geonameid": place.geonames}


def predicted(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row], list[Row]]]:
    """For each document the toponyms found, and the gold's own spans resolved, by models that have not seen it."""
    parser, gazetteer = Parser(), Gazetteer.load()
    for fold in range(FOLDS):
        seen = [row for row in rows if fold_of(row) != fold]
        detector, ranker = fit_detector(examples(seen)), fit_ranker(cases(seen, gazetteer))
        with (
            mock.patch("dateline.places.detect.weights", lambda detector=detector: detector),
            mock.patch("dateline.places.resolve.ranker", lambda ranker=ranker: ranker),
        ):
            for row in (row for row in rows if fold_of(row) == fold):
                article, parse = article_of(row), parser.parse(row["text"])
                found = find_places(article, parse, find_actors(article, parse, gazetteer), gazetteer)
                spans = [(t["start"], t["end"]) for t in row["toponyms"]]
                given = resolve_spans(article, spans, gazetteer)
                kept = [toponym(place) for place in found if place.kind is not PlaceKind.EMBEDDED]
                yield row, kept, [toponym(place) for place in given]


def main() -> None:
    parser = ArgumentParser(prog="python -m benchmarks.folds", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, metavar="DIR")
    answers = list(predicted(read_gold(parser.parse_args().gold / "places")))
    for name in GOLD:
        part = [answer for answer in answers if answer[0]["source"].lower().replace("-", "").startswith(name)]
        gold = [row for row, _, _ in part]
        found = score_places(gold, {row["id"]: {"toponyms": places} for row, places, _ in part})
        given = score_places(gold, {row["id"]: {"toponyms": places} for row, _, places in part})
        print(f"{name}: {len(part)} documents, e2e_f1_161 {found['e2e_f1_161']:.3f}, acc_161 {given['acc_161']:.3f}")


if __name__ == "__main__":
    main()
