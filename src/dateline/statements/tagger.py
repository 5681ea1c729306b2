"""The trained tagger: which words head a cue, and which words around a cue are its source and its content.

Two small linear-chain CRFs (python-crfsuite) in a row, made by `training/statements.py`: the first reads the
possible cues of a sentence, the second the words around one cue, as in semantic role labelling. So source and
content belong to their cue from the start and never have to be joined by distance.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import Any

import pycrfsuite

from dateline.statements.drafts import Draft, Page, Range, joined
from dateline.statements.features import PartFeatures, candidates, cue_features
from dateline.statements.lexicon import Lexicon

CUE_MODEL = "statements-cues.crfsuite"
PART_MODEL = "statements-parts.crfsuite"
THRESHOLD = 0.2
"""Probability from which a cue by rule is believed: F1 on a held-out sixth of the training part is flat around it."""
RULE = "en.tagger"


@cache
def model(name: str) -> Any:
    """The tagger of `models/<name>`, opened once a process."""
    tagger = pycrfsuite.Tagger()
    with as_file(files("dateline") / "models" / name) as path:
        tagger.open(str(path))
    return tagger


def cue_scores(page: Page, rules: Lexicon, drafts: dict[int, Draft]) -> dict[int, float]:
    """For each possible head of a cue the probability that it is one."""
    tagger = model(CUE_MODEL)
    found: dict[int, float] = {}
    for sentence in page.parse.sentences:
        heads = candidates(page, rules, drafts, sentence.first, sentence.last)
        if not heads:
            continue
        tagger.set([cue_features(page, rules, drafts, i) for i in heads])
        for n, i in enumerate(heads):
            found[i] = tagger.marginal("C", n)
    return found


class Parts:
    """Reads the source, the wording and the content of a cue off the words around it."""

    def __init__(self, page: Page, drafts: dict[int, Draft]) -> None:
        self._page = page
        self._features = PartFeatures(page, drafts)

    def of(self, cue: int, score: float) -> Draft | None:
        """The draft of the cue that token `cue` heads; None where the tagger finds no content."""
        labels = model(PART_MODEL).tag(self._features.of(cue))
        return _draft(self._page, cue, self._features.window(cue), labels, score)


def _draft(page: Page, cue: int, window: range, labels: list[str], score: float) -> Draft | None:
    runs = _runs(window, labels)
    content = [span for low, high in runs.get("X", []) if (span := page.trimmed(page.range_of(low, high)))]
    if not content:
        return None
    sources = [span for low, high in runs.get("S", []) if (span := page.trimmed(page.range_of(low, high)))]
    source = max(sources, key=lambda span: (span[1] - span[0], -span[0]), default=None)
    cues = runs.get("C", [])
    own = next(((low, high) for low, high in cues if low <= cue <= high), None)
    low, high = own or next(iter(cues), (cue, cue))
    return Draft(cue, page.range_of(low, high), source, joined(content), "says", RULE, score)


def _runs(window: range, labels: list[str]) -> dict[str, list[Range]]:
    """For each label its runs of tokens, first and last inclusive."""
    found: dict[str, list[Range]] = {}
    last = "O"
    for i, label in zip(window, labels, strict=True):
        if label != "O":
            runs = found.setdefault(label, [])
            if label == last:
                runs[-1] = (runs[-1][0], i)
            else:
                runs.append((i, i))
        last = label
    return found
