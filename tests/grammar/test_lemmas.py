"""Lemmas by form and Penn tag."""

from __future__ import annotations

import pytest
from tests.support import parser


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("arrested", "VBN", "arrest"),
        ("fleeing", "VBG", "flee"),
        ("denies", "VBZ", "deny"),
        ("protesters", "NNS", "protester"),
        ("men", "NNS", "man"),
        ("authorities", "NNS", "authority"),
        ("larger", "JJR", "large"),
        ("n't", "RB", "not"),
        ("’s", "VBZ", "be"),
        ("wo", "MD", "will"),
        ("'d", "MD", "would"),
        ("'d", "VBD", "have"),
        ("Police", "NNS", "police"),
        ("Trump", "NNP", "Trump"),
        ("The", "DT", "the"),
    ],
)
def test_forms_lead_to_their_lemma(form: str, tag: str, lemma: str) -> None:
    assert parser().lemmas.of(form, tag) == lemma


def test_the_lexicon_knows_forms_but_no_names() -> None:
    knows = parser().lemmas.knows
    assert all(map(knows, ("peasant", "peasants", "arrested", "killing", "deployment")))
    assert not any(map(knows, ("bustillo", "fmln", "usulutan")))
