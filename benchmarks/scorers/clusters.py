"""Scorer of clusters: reports of one incident, or copies of one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from math import comb

from benchmarks.scorers.counts import Figures, harmonic


def score_clusters(gold: Mapping[str, Hashable], predicted: Mapping[str, Hashable]) -> Figures:
    """Pairwise F1 and precision, BCubed F1 (Bagga and Baldwin 1998), adjusted Rand index (Hubert and Arabie 1985).

    Both map a document to its cluster; a document without a prediction stands alone.
    """
    guess = {name: predicted.get(name, ("alone", name)) for name in gold}
    cells = Counter((gold[name], guess[name]) for name in gold)
    rows, columns = Counter(gold.values()), Counter(guess.values())
    together = sum(comb(n, 2) for n in cells.values())
    in_gold, in_guess = (sum(comb(n, 2) for n in counts.values()) for counts in (rows, columns))
    precision = together / in_guess if in_guess else 1.0
    recall = together / in_gold if in_gold else 1.0
    b_precision = sum(n * n / columns[b] for (_, b), n in cells.items()) / len(gold)
    b_recall = sum(n * n / rows[a] for (a, _), n in cells.items()) / len(gold)
    return {
        "pair_f1": harmonic(precision, recall),
        "pair_p": precision,
        "b3": harmonic(b_precision, b_recall),
        "ari": _adjusted_rand(together, in_gold, in_guess, comb(len(gold), 2)),
    }


def _adjusted_rand(together: int, in_gold: int, in_guess: int, pairs: int) -> float:
    expected = in_gold * in_guess / pairs if pairs else 0.0
    most = (in_gold + in_guess) / 2
    return (together - expected) / (most - expected) if most != expected else 1.0
