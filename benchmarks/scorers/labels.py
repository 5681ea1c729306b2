"""Label scorers: sentences and documents of IndiaPoliceEvents, one label a text elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, Tally, mean

INDIA = ("KILL", "ARREST", "FAIL", "FORCE", "ANY_ACTION")


def score_india(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Macro F1 over the five labels, by sentence and by document.

    A prediction is `{"sents": [{"sid", "labels"}], "labels"?}`; without `labels` the document has
    the union over its sentences.
    """
    sentences = {label: Tally() for label in INDIA}
    documents = {label: Tally() for label in INDIA}
    for row in gold:
        prediction = predictions.get(row["id"], {})
        found = {sent["sid"]: set(sent.get("labels", ())) for sent in prediction.get("sents", ())}
        union = set(prediction["labels"]) if "labels" in prediction else set().union(set(), *found.values())
        for label in INDIA:
            for sent in row["sents"]:
                sentences[label].add(label in sent.get("labels", ()), label in found.get(sent["sid"], ()))
            documents[label].add(label in row["labels"], label in union)
    return {
        "sentence_macro_f1": mean(tally.f1 for tally in sentences.values()),
        "document_macro_f1": mean(tally.f1 for tally in documents.values()),
    }


def score_relation(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Macro F1 over the roots of PLV. A prediction is `{"root"}`."""
    per_label = _by_label(gold, predictions, "root")
    return {"macro_f1": mean(tally.f1 for tally in per_label.values())}


def score_snippets(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """F1 over the labels of CASE 2021, weighted by how often each stands in the gold. A prediction is `{"label"}`."""
    tallies = list(_by_label(gold, predictions, "label").values())
    support = sum(tally.right + tally.missed for tally in tallies)
    weighted = sum(tally.f1 * (tally.right + tally.missed) for tally in tallies)
    return {"weighted_f1": weighted / support if support else 0.0}


def _by_label(gold: Sequence[Json], predictions: Predictions, field: str) -> dict[str, Tally]:
    tallies = {label: Tally() for label in sorted({row[field] for row in gold})}
    for row in gold:
        guess = predictions.get(row["id"], {}).get(field)
        for label, tally in tallies.items():
            tally.add(row[field] == label, guess == label)
    return tallies
