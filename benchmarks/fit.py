"""`python -m benchmarks.fit --gold DIR`: fits the thin layers of the event benchmarks, once, and keeps them.

Never run on held-out parts: the layers are used unchanged on every folder that `benchmarks.quality` scores.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.adapters.labels import (
    document_scores,
    india_blocks,
    india_labels,
    label_of,
    relation_blocks,
    root_of,
    snippet_blocks,
)
from benchmarks.coding import Bench, Coded
from benchmarks.fitting import FOLDS, Example, Recipe, best_thresholds, fit, fold_of
from benchmarks.gold import GoldSet, find_sets
from benchmarks.linear import Blocks, DocumentThresholds, Fitted
from benchmarks.scorers.labels import INDIA, score_india, score_relation, score_snippets

INDIA_RECIPE = Recipe(labels=INDIA, is_multi=True, rarest=3, cost=4.0)
PLV_RECIPE = Recipe(rarest=2, cost=1.0)
CASE_RECIPE = Recipe(rarest=3, cost=0.3)
"""Costs (three or four tried) and CASE's rarest features (two) are the best by cross-validation on the same part."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits the three layers and prints their cross-validated figures."""
    parser = ArgumentParser(prog="python -m benchmarks.fit", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--only", choices=("indiapolice", "plv", "case2021_task2"))
    options = parser.parse_args(arguments)
    bench = Bench()
    for gold in find_sets(options.gold, "events"):
        if options.only in (None, gold.name):
            _fit_set(bench, gold)


def _fit_set(bench: Bench, gold: GoldSet) -> None:
    if gold.name == "indiapolice":
        _fit_india(bench.code_set(gold))
    elif gold.name == "plv":
        coded = bench.code_set(gold)
        fitted = _fit_one(coded, [relation_blocks(one) for one in coded], "root", PLV_RECIPE)
        fitted.save("plv")
        _show(score_relation(gold.rows, {one.row["id"]: root_of(one, fitted) for one in coded}))
    elif gold.name == "case2021_task2":
        coded = bench.code_set(gold)
        fitted = _fit_one(coded, [snippet_blocks(one) for one in coded], "label", CASE_RECIPE)
        fitted.save("case2021_task2")
        _show(score_snippets(gold.rows, {one.row["id"]: label_of(one, fitted) for one in coded}))


def _fit_one(coded: list[Coded], blocks: list[Blocks], field: str, recipe: Recipe) -> Fitted:
    labels = tuple(sorted({str(one.row[field]) for one in coded}))
    examples = [
        Example(one.row["text"], block, frozenset({str(one.row[field])}))
        for one, block in zip(coded, blocks, strict=True)
    ]
    return fit(examples, replace(recipe, labels=labels))


def _fit_india(coded: list[Coded]) -> None:
    examples: list[Example] = []
    blocks = [india_blocks(one) for one in coded]
    for one, rows in zip(coded, blocks, strict=True):
        for sent, row in zip(one.row["sents"], rows, strict=True):
            examples.append(Example(one.row["text"], row, frozenset(sent.get("labels", ()))))
    sentences = fit(examples, INDIA_RECIPE)
    sentences.save("indiapolice")
    documents = _document_thresholds(coded, blocks, sentences)
    documents.save("indiapolice_documents")
    predictions = {one.row["id"]: india_labels(one, sentences, documents) for one in coded}
    _show(score_india([one.row for one in coded], predictions))


def _document_thresholds(coded: list[Coded], blocks: list[list[Blocks]], fitted: Fitted) -> DocumentThresholds:
    scores = np.stack(
        [
            document_scores([fitted.scores(row, one.row["text"]) for row in rows])
            for one, rows in zip(coded, blocks, strict=True)
        ]
    )
    gold = np.array([[label in one.row["labels"] for label in fitted.labels] for one in coded])
    folds = np.array([fold_of(one.row["text"]) for one in coded])
    parts = [tuple(best_thresholds(scores[folds != fold], gold[folds != fold])) for fold in range(FOLDS)]
    return DocumentThresholds(tuple(best_thresholds(scores, gold)), tuple(parts))


def _show(figures: dict[str, float]) -> None:
    for measure, value in figures.items():
        print(f"cross-validated {measure} {value:.3f}")


if __name__ == "__main__":
    main()
