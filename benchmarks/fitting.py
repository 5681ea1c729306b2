"""Fits the linear classifiers of the benchmarks (scikit-learn; the same input gives the same weights)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from benchmarks.linear import Array, Blocks, Fitted, Weights, hashed, normalised, text_key

FOLDS = 5


@dataclass(frozen=True)
class Example:
    """One text to learn from. Examples of one `document` stay in one fold."""

    document: str
    blocks: Blocks
    labels: frozenset[str]


@dataclass(frozen=True)
class Recipe:
    """How a classifier is fitted."""

    labels: tuple[str, ...] = ()
    is_multi: bool = False
    """Several labels a text, each with a threshold; else one label, the best."""
    rarest: int = 2
    """Features in fewer examples are left out."""
    cost: float = 1.0


def fit(examples: Sequence[Example], recipe: Recipe) -> Fitted:
    """The whole classifier and one for each fold; thresholds from the scores of texts a fold has not seen."""
    folds = np.array([fold_of(example.document) for example in examples])
    learned = [_learn([e for e, f in zip(examples, folds, strict=True) if f != fold], recipe) for fold in range(FOLDS)]
    unseen = np.stack(
        [learned[fold].scores(*hashed(example.blocks)) for example, fold in zip(examples, folds, strict=True)]
    )
    gold = np.array([[label in example.labels for label in recipe.labels] for example in examples])
    trained = [_with_thresholds(learned[k], unseen[folds != k], gold[folds != k], recipe) for k in range(FOLDS)]
    whole = _with_thresholds(_learn(examples, recipe), unseen, gold, recipe)
    keys = {text_key(example.document): int(fold) for example, fold in zip(examples, folds, strict=True)}
    return Fitted(recipe.labels, whole, tuple(trained), keys)


def fold_of(document: str) -> int:
    """The fold of a document, from its text alone."""
    return int(text_key(document), 16) % FOLDS


def _learn(examples: Sequence[Example], recipe: Recipe) -> Weights:
    vectors = [hashed(example.blocks) for example in examples]
    counts = Counter(key for vector, _ in vectors for key in vector)
    columns = np.array(sorted(key for key, count in counts.items() if count >= recipe.rarest), dtype=np.int64)
    idf = np.array([1.0 + np.log(len(examples) / counts[int(key)]) for key in columns], dtype=np.float32)
    matrix = _matrix(vectors, columns, idf)
    parts = [_one_label(matrix, np.array([label in e.labels for e in examples]), recipe) for label in recipe.labels]
    weights = np.stack([part[0] for part in parts], axis=1)
    bias = np.array([part[1] for part in parts], dtype=np.float32)
    return Weights(columns, idf, weights, bias, np.zeros(len(recipe.labels), dtype=np.float32))


def _matrix(
    vectors: Sequence[tuple[dict[int, float], dict[int, int]]], columns: npt.NDArray[np.int64], idf: Array
) -> csr_matrix:
    place = {int(key): number for number, key in enumerate(columns)}
    rows: list[Array] = []
    indices: list[int] = []
    ends = [0]
    for vector, group in vectors:
        known = [key for key in vector if key in place]
        found = [place[key] for key in known]
        values = np.array([vector[key] for key in known], dtype=np.float32) * idf[found]
        rows.append(normalised(values, np.array([group[key] for key in known], dtype=np.int64)))
        indices += found
        ends.append(len(indices))
    return csr_matrix((np.concatenate(rows), indices, ends), shape=(len(vectors), len(columns)))


def _one_label(matrix: csr_matrix, is_gold: npt.NDArray[np.bool_], recipe: Recipe) -> tuple[Array, float]:
    """Weights and bias of one label against the rest."""
    if is_gold.all() or not is_gold.any():
        return np.zeros(matrix.shape[1], dtype=np.float32), float(is_gold.any())
    if recipe.is_multi:
        model = LogisticRegression(C=recipe.cost, class_weight="balanced", solver="liblinear", random_state=0)
    else:
        model = LinearSVC(C=recipe.cost, class_weight="balanced", random_state=0)
    model.fit(matrix, is_gold)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _with_thresholds(weights: Weights, scores: Array, gold: npt.NDArray[np.bool_], recipe: Recipe) -> Weights:
    if not recipe.is_multi:
        return weights
    thresholds = np.array(best_thresholds(scores, gold), dtype=np.float32)
    return Weights(weights.columns, weights.idf, weights.matrix, weights.bias, thresholds)


def best_thresholds(scores: Array, gold: npt.NDArray[np.bool_]) -> list[float]:
    """For each label (column) the score from which on "yes" gives the best F1."""
    return [_best_threshold(scores[:, k], gold[:, k]) for k in range(scores.shape[1])]


def _best_threshold(scores: Array, is_gold: npt.NDArray[np.bool_]) -> float:
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(is_gold[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + max(int(is_gold.sum()), 1))
    return float(scores[order[int(np.argmax(f1))]])
