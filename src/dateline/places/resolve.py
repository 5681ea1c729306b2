"""Resolves toponyms: which place of the gazetteer each of them means in this article.

Three rounds of a linear ranker (weights in `models/places.json`, fitted by `training/places.py`): the name alone,
then with the votes of the other toponyms, then with their votes after the second round. One sense a name, unless
a mention has a qualifier of its own ("Paris, Texas").
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from dateline.gazetteer import Gazetteer, fold
from dateline.places.readings import readings_of
from dateline.places.votes import FEATURES, Block, Toponym
from dateline.records import Article, Place, PlaceKind, PlaceLevel, RunnerUp

BLOCK = 32
"""Distinct names that are resolved together. More would let the cost of the distances grow."""
_AFTER_COMMA = re.compile(r"^\s?,\s{0,2}$|^ \($|^,? in $")
_THIN = 0.34
"""Below this share for the best reading the area that holds most readings is given instead of a point."""
_HELD = 0.75
"""Share of the readings that such an area must hold."""


@dataclass(frozen=True)
class Ranker:
    """Weights of the three rounds, in the order of `FEATURES`."""

    name: Any
    first: Any
    second: Any


@cache
def ranker() -> Ranker:
    model = json.loads((files("dateline") / "models" / "places.json").read_text(encoding="utf-8"))["ranker"]
    rounds = (np.array([model[name].get(feature, 0.0) for feature in FEATURES]) for name in ("name", "first", "second"))
    return Ranker(*rounds)


def resolve_spans(article: Article, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """One place for each span of `article.text`, in reading order; without ids where nothing is known."""
    ordered = sorted(spans)
    places: list[Place] = []
    for group in blocks(article, ordered, gazetteer):
        places += _resolve_block(article, group, gazetteer, len(places))
    return tuple(places)


@dataclass(frozen=True)
class MentionBlock:
    """Some successive mentions: their spans, the toponym of each (None: no reading), the toponyms."""

    spans: list[tuple[int, int]]
    toponym: list[int | None]
    toponyms: list[Toponym]


def blocks(article: Article, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[MentionBlock]:
    """The mentions in blocks of at most `BLOCK` names and qualified names."""
    found: list[MentionBlock] = []
    text, home = article.text, _homes(article)
    at = 0
    while at < len(spans):
        block = MentionBlock([], [], [])
        numbers: dict[tuple[str, str], int] = {}
        while at < len(spans) and len(block.toponyms) < BLOCK:
            _add_mention(block, numbers, (text, home), (at, spans), gazetteer)
            at += 1
        found.append(block)
    return found


def _homes(article: Article) -> frozenset[str]:
    """The folded names of the dateline and of the publisher's words."""
    names = [article.dateline.place] if article.dateline and article.dateline.place else []
    words = (article.publisher or "").split()
    names += [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)]
    parts = [part for name in names for part in (name, name.partition(",")[0])]
    return frozenset(map(fold, parts))


def _add_mention(
    block: MentionBlock, numbers: dict[tuple[str, str], int], context: tuple[str, frozenset[str]],
    place: tuple[int, Sequence[tuple[int, int]]], gazetteer: Gazetteer,
) -> None:  # fmt: skip
    (text, home), (at, spans) = context, place
    start, end = spans[at]
    before = at > 0 and start - spans[at - 1][1] < 6 and _AFTER_COMMA.match(text[spans[at - 1][1] : start])
    follows = start > 1 and text[start - 2 : start] in (", ", " (")
    after = at + 1 < len(spans) and spans[at + 1][0] - end < 6 and _AFTER_COMMA.match(text[end : spans[at + 1][0]])
    name = fold(text[start:end])
    readings = readings_of(text[start:end], bool(follows), gazetteer)
    block.spans.append((start, end))
    if not readings:
        block.toponym.append(None)
        return
    qualifier = fold(text[slice(*spans[at + 1])]) if after else ""
    qualified = block.toponym[-1] if before and block.toponym else None
    key = (name, qualifier)
    index = numbers.get(key)
    if index is None:
        index = numbers[key] = len(block.toponyms)
        block.toponyms.append(Toponym(name, readings, None, None, 0, name in home))
    block.toponym.append(index)
    block.toponyms[index] = replace(block.toponyms[index], mentions=block.toponyms[index].mentions + 1)
    if qualified is not None and qualified != index and block.toponyms[qualified].qualifier is None:
        block.toponyms[qualified] = replace(block.toponyms[qualified], qualifier=index)


def beliefs(block: Block, weights: Ranker) -> Any:
    """The share of each reading after the last round."""
    belief = block.shares(block.fixed() @ weights.name[: block.fixed().shape[1]])
    belief = block.shares(block.features(belief) @ weights.first)
    return block.shares(block.features(belief) @ weights.second)


def _resolve_block(article: Article, mentions: MentionBlock, gazetteer: Gazetteer, count: int) -> list[Place]:
    block = Block(mentions.toponyms, gazetteer) if mentions.toponyms else None
    belief = beliefs(block, ranker()) if block else ()
    places = []
    for number, ((start, end), index) in enumerate(zip(mentions.spans, mentions.toponym, strict=True), count + 1):
        span = article.span(start, end)
        place = Place(id=f"p{number}", span=span, name=span.text, score=0.0)
        if index is not None and block is not None:
            low, high = int(block.starts[index]), int(block.starts[index + 1])
            place = _filled(place, mentions.toponyms[index], belief[low:high], gazetteer)
        places.append(place)
    return places


def _filled(place: Place, toponym: Toponym, shares: Any, gazetteer: Gazetteer) -> Place:
    order = np.argsort(-shares, kind="stable")
    best = gazetteer.candidate(*toponym.readings[int(order[0])])
    score = round(float(shares[order[0]]), 3)
    kind = (
        PlaceKind.DEMONYM
        if gazetteer.demonym_readings(place.span.text) and not _is_name(place, gazetteer)
        else place.kind
    )
    runner_up = None
    if len(order) > 1:
        second = gazetteer.candidate(*toponym.readings[int(order[1])])
        runner_up = RunnerUp(
            name=second.name, geonames=second.geonames, country=second.country, score=round(float(shares[order[1]]), 3)
        )
    found = _Found(
        best.name, best.geonames, best.country, best.admin1, best.level, (best.lat, best.lon), best.radius_km
    )
    if score < _THIN and runner_up:
        found = _area(toponym, shares, gazetteer) or found
    return Place(
        id=place.id, span=place.span, name=found.name, geonames=found.geonames, country=found.country,
        admin1=gazetteer.label(found.admin1) if found.admin1 >= 0 else None, admin1_code=gazetteer.code(found.admin1),
        level=found.level, lat=found.point[0], lon=found.point[1],
        radius_km=found.radius_km if found.point[0] is not None else None,
        kind=kind, score=score, runner_up=runner_up,
    )  # fmt: skip


@dataclass(frozen=True)
class _Found:
    name: str
    geonames: int | None
    country: str | None
    admin1: int
    level: PlaceLevel
    point: tuple[float | None, float | None]
    radius_km: float


def _is_name(place: Place, gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.readings(place.span.text))


def _area(toponym: Toponym, shares: Any, gazetteer: Gazetteer) -> _Found | None:
    """The division or country that holds most of the readings, as the place of a toponym that stays open."""
    held: dict[int, float] = {}
    for reading, share in zip(toponym.readings, shares, strict=True):
        candidate = gazetteer.candidate(*reading)
        if candidate.admin1 >= 0:
            held[candidate.admin1] = held.get(candidate.admin1, 0.0) + float(share)
    area, share = max(held.items(), key=lambda pair: pair[1], default=(-1, 0.0))
    if share < _HELD:
        return None
    division = gazetteer.candidate(area)
    return _Found(
        gazetteer.candidate(*toponym.readings[0]).name, None, division.country, area, division.level,
        (division.lat, division.lon), division.radius_km,
    )  # fmt: skip
