"""Labels of whole sentences and snippets, out of the records of their events, by a thin fitted layer.

What the layer sees: the events that the coder found (type, who does it, how certain), cue flags, words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.adapters.words import cue_flags, damped, word_features, words_of
from benchmarks.coding import Coded
from benchmarks.gold import Json
from benchmarks.linear import Array, Blocks, DocumentThresholds, Fitted, text_key
from dateline.records import Actor, Coding, Event, Role, Span

_POLICE = ("COP", "MIL", "SPY")
_CONTEXT = 2
"""Sentences before that are read along: two took macro F1 from 61.6 to 67.4 together with the cues."""


# --- IndiaPoliceEvents ---------------------------------------------------------------------------


def india_blocks(coded: Coded) -> list[Blocks]:
    """The features of each sentence of the document, in reading order."""
    text, sents = coded.row["text"], coded.row["sents"]
    plain = [text[sent["start"] : sent["end"]] for sent in sents]
    words = [words_of(sentence) for sentence in plain]
    records = [_sentence_records(coded.coding, sent["start"], sent["end"]) for sent in sents]
    cues = [cue_flags(sentence) for sentence in plain]
    return [
        (
            word_features(words[i]),
            {f"{k} {name}": 1.0 for k, j in _before(i) for name in dict.fromkeys(words[j])},
            dict.fromkeys(records[i], 1.0),
            {**cues[i], **{f"{k} {name}": 0.5 for k, j in _before(i) for name in (*cues[j], *records[j])}},
        )
        for i in range(len(sents))
    ]


def _before(i: int) -> Iterator[tuple[int, int]]:
    return ((i - j, j) for j in range(max(0, i - _CONTEXT), i))


def _sentence_records(coding: Coding | None, start: int, end: int) -> list[str]:
    """What the coder says of the events whose trigger lies between two raw offsets."""
    if coding is None:
        return []
    names: list[str] = []
    for event in coding.events:
        if start <= event.trigger.raw[0] < end:
            names += _event_names(coding, event)
    return list(dict.fromkeys(names))


def _event_names(coding: Coding, event: Event) -> list[str]:
    root = event.type.split("/")[0]
    doers = _sectors(coding, event, Role.DOER)
    who = "police" if any(sector in _POLICE for sector in doers) else "other" if doers else "nobody"
    counts = [f"count {number.of}" for number in event.numbers]
    sure = event.modality.value
    return [
        f"type {event.type}", f"root {root}", f"doer {who}", f"modality {sure}", f"{event.type} {who}",
        f"{event.type} {who} {sure}", f"{root} {who} {sure}", *counts, *(f"{count} {who}" for count in counts),
    ]  # fmt: skip


def _sectors(coding: Coding, event: Event, role: Role) -> list[str]:
    """Sectors of the actors in a role; an implied doer of an arrest counts as police, as its type says."""
    sectors = {entity.id: entity.sector or "?" for entity in coding.entities}
    found = [sectors.get(actor.entity or "", "?") for actor in event.actors if actor.role is role]
    implied = any(actor.implied for actor in event.actors if actor.role is role)
    return [*found, "COP"] if implied else found


def india_labels(coded: Coded, fitted: Fitted, documents: DocumentThresholds) -> Json:
    """The labels of the sentences and, from the best-scored sentences, of the document."""
    text = coded.row["text"]
    scores = [fitted.scores(blocks, text) for blocks in india_blocks(coded)]
    sents = [
        {"sid": sent["sid"], "labels": labels}
        for sent, row in zip(coded.row["sents"], scores, strict=True)
        if (labels := [label for label, score in zip(fitted.labels, row, strict=True) if score >= 0])
    ]
    best = document_scores(scores) - documents.of(fitted.fold_of.get(text_key(text)))
    labels = [label for label, score in zip(fitted.labels, best, strict=True) if score >= 0]
    return {"id": coded.row["id"], "sents": sents, "labels": labels}


def document_scores(scores: Sequence[Array]) -> Array:
    """For each label the score of the document's best sentence."""
    return np.asarray(np.max(np.stack(scores), axis=0), dtype=np.float32)


# --- PLV: the root between two given actors -----------------------------------------------------


def relation_blocks(coded: Coded) -> Blocks:
    """Words before, between and behind the given actors, and the events that have them as doer and target."""
    row = coded.row
    places = sorted((row[side]["start"], row[side]["end"], side) for side in ("source", "target") if side in row)
    masked, parts, at = [], [], 0
    for start, end, side in places:
        piece = words_of(row["text"][at:start]) if start >= at else []
        masked += [*piece, f"<{side}>"]
        parts.append(piece)
        at = max(at, end)
    parts.append(words_of(row["text"][at:]))
    masked += parts[-1]
    order = "".join(side[0] for _, _, side in places)
    placed = {f"{order} {n} {name}" for n, part in enumerate(parts) for name in word_features(part)}
    records = damped(f"event {name}" for name in _relation_records(coded))
    return word_features(masked) | records, dict.fromkeys(sorted(placed), 1.0)


def _relation_records(coded: Coded) -> Iterator[str]:
    if coded.coding is None:
        return
    for event in coded.coding.events:
        fit = "".join(
            letter
            for letter, side, role in (("s", "source", Role.DOER), ("t", "target", Role.TARGET))
            if side in coded.row and any(a.role is role and _touches(a, coded.row[side]) for a in event.actors)
        )
        for name in (event.type, event.type.split("/")[0], f"{event.type} {event.modality.value}"):
            yield name
            yield f"{fit} {name}"


def _touches(actor: Actor, given: Json) -> bool:
    return actor.span is not None and _overlaps(actor.span, given["start"], given["end"])


def _overlaps(span: Span, start: int, end: int) -> bool:
    return span.raw[0] < end and start < span.raw[1]


# --- CASE 2021: one ACLED label a snippet ----------------------------------------------------------


def snippet_blocks(coded: Coded) -> Blocks:
    """Words of the snippet and its events, in one group: apart, few events outweighed all words (0.63, not 0.69)."""
    names: list[str] = []
    if coded.coding is not None:
        for event in coded.coding.events:
            names += _event_names(coded.coding, event)
    return (word_features(words_of(coded.row["text"])) | damped(f"event {name}" for name in names),)


def root_of(coded: Coded, fitted: Fitted) -> Json:
    """The root of a PLV sentence."""
    return {"id": coded.row["id"], "root": fitted.best(relation_blocks(coded), coded.row["text"])}


def label_of(coded: Coded, fitted: Fitted) -> Json:
    """The label of a CASE 2021 snippet."""
    return {"id": coded.row["id"], "label": fitted.best(snippet_blocks(coded), coded.row["text"])}
