"""The fitted layers: a text that was learned from is scored by the fold that has not seen it."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.adapters.words import cue_flags, word_features, words_of
from benchmarks.linear import Fitted, Weights, hashed, load_fitted, load_thresholds, text_key
from benchmarks.scorers.labels import INDIA


def constant(value: float) -> Weights:
    nothing = np.zeros(0, dtype=np.float32)
    bias = np.array([value], dtype=np.float32)
    return Weights(nothing.astype(np.int64), nothing, np.zeros((0, 1), dtype=np.float32), bias, 0 * bias)


def test_a_text_that_was_learned_from_is_scored_by_its_own_fold() -> None:
    fitted = Fitted(("YES",), constant(1.0), (constant(2.0), constant(3.0)), {text_key("seen"): 1})
    assert float(fitted.scores(({},), "seen")[0]) == 3.0
    assert float(fitted.scores(({},), "unseen")[0]) == 1.0


@pytest.mark.parametrize("name", ["indiapolice", "plv", "case2021_task2"])
def test_the_kept_layers_load_without_pickle_and_score_any_text(name: str) -> None:
    fitted = load_fitted(name)
    scores = fitted.scores((word_features(words_of("Police arrested two men.")),), "Police arrested two men.")
    assert scores.shape == (len(fitted.labels),)
    assert np.isfinite(scores).all()
    assert len(fitted.folds) == 5


def test_document_thresholds_have_one_value_for_each_label() -> None:
    kept = load_thresholds("indiapolice_documents")
    assert [len(kept.of(fold)) for fold in (None, 0, 4)] == [len(INDIA)] * 3


def test_features_of_one_name_in_two_groups_are_two_features() -> None:
    vector, group = hashed(({"police": 1.0}, {"police": 2.0}))
    assert sorted(vector.values()) == [1.0, 2.0]
    assert sorted(group.values()) == [0, 1]


def test_words_are_lower_case_and_numbers_alike() -> None:
    assert words_of("Police DIDN'T arrest 14 men!") == ["police", "didn't", "arrest", "#", "men", "!"]


def test_cue_flags_start_at_the_start_of_a_word() -> None:
    assert {"police", "arrest", "police&arrest"} <= set(cue_flags("Police detained him."))
    assert "arrest" not in cue_flags("They were unarrested.")
