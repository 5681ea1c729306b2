"""Fits the detector of the places stage: which names that the gazetteer knows are toponyms here.

A logistic regression over the features of `dateline.places.detect`, one weight for each feature name seen in at
least five candidates. Rows of gold that are no toponym of ours to find (unknown to the gazetteer) are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from dateline.actors import find_actors
from dateline.gazetteer import Gazetteer
from dateline.grammar import Parser
from dateline.places.detect import candidates, cover, features
from dateline.records import Article

LEAST = 5
"""Candidates in which a feature must be seen. Keeps names that stand in one article out of the model."""
_PENALTY = 0.3

Example = tuple[list[str], bool, str]
"""Feature names, whether it is a toponym, document."""


def examples(rows: Sequence[dict[str, Any]]) -> list[Example]:
    """One example for each candidate of the gold texts."""
    parser, gazetteer = Parser(), Gazetteer.load()
    found: list[Example] = []
    for row in rows:
        text = row["text"]
        article = Article(text=text, language="en", alignment=((0, 0, len(text), len(text)),))
        parse = parser.parse(text)
        roles = cover(parse, find_actors(article, parse, gazetteer))
        gold = {(t["start"], t["end"]) for t in row["toponyms"]}
        for one in candidates(text, parse, gazetteer):
            span = (parse.tokens[one.first].start, parse.tokens[one.last].end)
            found.append((features(text, parse, one, roles, gazetteer), span in gold, row["id"]))
    return found


def fit_detector(found: Sequence[Example]) -> dict[str, float]:
    """The weights by feature name; the cross-validated figures by document go to the terminal."""
    counts = Counter(name for names, _, _ in found for name in set(names))
    kept = sorted(name for name, count in counts.items() if count >= LEAST)
    vectors = CountVectorizer(analyzer=lambda names: names, vocabulary=kept, binary=True)
    matrix = vectors.transform([names for names, _, _ in found])
    labels = np.array([label for _, label, _ in found])
    model = LogisticRegression(C=_PENALTY, max_iter=500, fit_intercept=False, solver="liblinear", random_state=0)
    groups = [document for _, _, document in found]
    guess = cross_val_predict(model, matrix, labels, groups=groups, cv=GroupKFold(5))
    right = int((guess & labels).sum())
    print(f"detector, 5 folds by document: P {right / guess.sum():.3f} R of candidates {right / labels.sum():.3f}")
    model.fit(matrix, labels)
    return {name: round(float(w), 3) for name, w in zip(kept, model.coef_[0], strict=True) if abs(w) >= 0.02}
