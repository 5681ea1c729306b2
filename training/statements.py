"""Trains the tagger of the statements stage: `python -m training.statements --gold ../shared/gold/statements`.

Reads PolNeAR's training part (raw text with source, cue and content as character offsets) and writes the models
`statements-cues.crfsuite` and `statements-parts.crfsuite`. Deterministic: documents in file order, no random start.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycrfsuite

from dateline.grammar import Parse, Parser
from dateline.statements.drafts import Draft, Page
from dateline.statements.features import PartFeatures, candidates, cue_features
from dateline.statements.lexicon import lexicon
from dateline.statements.rules import rule_drafts
from dateline.statements.tagger import CUE_MODEL, PART_MODEL

MODELS = Path(__file__).parent.parent / "src" / "dateline" / "models"
CUE_SETTINGS = {"c1": 0.15, "c2": 0.05, "max_iterations": 120, "feature.minfreq": 4}
PART_SETTINGS = {"c1": 0.2, "c2": 0.05, "max_iterations": 110, "feature.minfreq": 5}

Document = tuple[str, Parse, list[dict[str, Any]]]


def read(gold: Path, part: str, limit: int | None) -> Iterator[Document]:
    """Text, parse and statements of each document of a part."""
    parser = Parser()
    with gzip.open(gold / f"polnear_{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            document = json.loads(line)
            yield document["text"], parser.parse(document["text"]), document["statements"]


def head_of(page: Page, cue: list[list[int]]) -> int | None:
    """The token that heads a cue: the first verb whose own head lies outside, or else the first such word."""
    inside = [i for start, end in cue for i in page.parse.tokens_in(start, end)]
    tops = [i for i in inside if page.tokens[i].head not in inside or page.tokens[i].head == i]
    return next((i for i in tops if page.tokens[i].is_verb), tops[0] if tops else None)


def train(documents: Iterator[Document], folder: Path) -> None:
    """Trains both models on the documents and writes them to `folder`."""
    rules = lexicon("en")
    cues, parts = pycrfsuite.Trainer(verbose=False), pycrfsuite.Trainer(verbose=False)
    cues.set_params(CUE_SETTINGS)
    parts.set_params(PART_SETTINGS)
    for text, parse, statements in documents:
        page = Page(text, parse)
        drafts = {draft.head: draft for draft in rule_drafts(page, rules)}
        heads = {head: gold for gold in statements if (head := head_of(page, gold["cue"])) is not None}
        for sentence in parse.sentences:
            some = candidates(page, rules, drafts, sentence.first, sentence.last)
            if some:
                features = [cue_features(page, rules, drafts, i) for i in some]
                cues.append(features, ["C" if i in heads else "O" for i in some])
        add_parts(page, drafts, heads, parts)
    cues.train(str(folder / CUE_MODEL))
    parts.train(str(folder / PART_MODEL))


def add_parts(page: Page, drafts: dict[int, Draft], heads: dict[int, dict[str, Any]], trainer: Any) -> None:
    """One sequence for each gold cue: the words around it with their part in the statement."""
    features = PartFeatures(page, drafts)
    for head, gold in sorted(heads.items()):
        window = features.window(head)
        labels = ["O"] * len(window)
        for label, role in (("X", "content"), ("S", "source"), ("C", "cue")):
            for start, end in gold[role]:
                for i in page.parse.tokens_in(start, end):
                    if i in window:
                        labels[i - window.start] = label
        if "X" in labels:
            trainer.append(features.of(head), labels)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gold", type=Path, required=True, help="folder of polnear_train.jsonl.gz")
    options.add_argument("--limit", type=int, help="documents to read, for a trial")
    options.add_argument("--out", type=Path, default=MODELS)
    given = options.parse_args()
    train(read(given.gold, "train", given.limit), given.out)


if __name__ == "__main__":
    main()
