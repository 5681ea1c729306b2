"""Finds toponyms: which capitalised words that the gazetteer knows name a place here.

Candidates are the longest stretches of name words that the gazetteer knows. A logistic model (weights in
`models/places.json`, fitted by `training/places.py`) decides from single words and tags around each of them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from dateline.gazetteer import AFTER_COMMA, Gazetteer, fold
from dateline.grammar import Parse, Token
from dateline.places.lexicon import first_names, word_set
from dateline.records import Entity, EntityType

LONGEST = 5
"""Tokens of one toponym: "Trinidad and Tobago" has three, "Papua New Guinea" too; five is ample."""
THRESHOLD = 0.5
_NAME_TAGS = ("NNP", "NNPS")
_LIKELY_TAGS = (*_NAME_TAGS, "JJ", "NNS", "NN", "FW")


class Toponym(msgspec.Struct, frozen=True, gc=False):
    """A stretch of tokens `first` to `last` (inclusive) that the gazetteer knows."""

    first: int
    last: int
    is_demonym: bool


@cache
def weights() -> dict[str, float]:
    model = json.loads((files("dateline") / "models" / "places.json").read_text(encoding="utf-8"))
    found: dict[str, float] = model["detector"]
    return found


def candidates(text: str, parse: Parse, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """The longest known stretches, in reading order, none overlapping."""
    i = 0
    while i < len(parse.tokens):
        found = _known(text, parse, i, gazetteer) if _may_open(parse.tokens[i]) else None
        if found:
            yield found
        i = found.last + 1 if found else i + 1


def _may_open(token: Token) -> bool:
    return token.text[0].isupper() and token.tag in _LIKELY_TAGS


def _known(text: str, parse: Parse, first: int, gazetteer: Gazetteer) -> Toponym | None:
    tokens = parse.tokens
    limit = min(parse.sentence_of(first).last, first + LONGEST)
    for last in range(limit - 1, first - 1, -1):
        if not tokens[last].text[0].isupper():
            continue
        name = text[tokens[first].start : tokens[last].end]
        if gazetteer.knows_folded(fold(name)):
            return Toponym(first, last, bool(gazetteer.demonym(name)))
        if first == last and gazetteer.demonym(name):
            return Toponym(first, last, True)
    return None


def features(text: str, parse: Parse, toponym: Toponym, roles: dict[int, str], gazetteer: Gazetteer) -> list[str]:
    """The names of all features that hold for a candidate. `roles`: type of the entity that covers each token."""
    tokens = parse.tokens
    first, last = tokens[toponym.first], tokens[toponym.last]
    sentence = parse.sentence_of(toponym.first)
    before = tokens[toponym.first - 1] if toponym.first > sentence.first else None
    after = tokens[toponym.last + 1] if toponym.last + 1 < sentence.last else None
    name = text[first.start : last.end]
    found = [
        "bias", f"words={toponym.last - toponym.first + 1}", f"tag={first.tag}", f"dep={last.dep}",
        f"demonym={toponym.is_demonym}", f"entity={roles.get(toponym.last, 'none')}",
        f"entity-first={roles.get(toponym.first, 'none')}", f"shape={_shape(name)}",
    ]  # fmt: skip
    found += _around("before", before, first) + _around("after", after, last)
    found += _standing(name, before, gazetteer)
    if before is not None and toponym.first - 2 >= sentence.first:
        found.append(f"before2={tokens[toponym.first - 2].lower}")
    if after is not None and toponym.last + 2 < sentence.last:
        found.append(f"after2={tokens[toponym.last + 2].lower}")
    head = tokens[last.head]
    found.append(f"head={head.lower}" if head.i != last.i else "head=root")
    return found


def _around(side: str, token: Token | None, edge: Token) -> list[str]:
    if token is None:
        return [f"{side}=edge", f"{side} edge tag={edge.tag}"]
    found = [f"{side}={token.lower}", f"{side} tag={token.tag}"]
    found += [f"{side} in {name}" for name in _LISTS if token.lower in word_set(name)]
    if side == "after" and token.lemma in word_set("speech"):
        found.append("after speech")
    if token.text[0].isupper() and token.tag in _NAME_TAGS:
        found.append(f"{side} name")
        if side == "after" and edge.lower in first_names():
            found.append("first name before name")
    return found


_LISTS = ("titles", "organisation_heads", "facilities", "locative", "directions")


def _standing(name: str, before: Token | None, gazetteer: Gazetteer) -> list[str]:
    """What the gazetteer knows of the name: level and size of its first reading, how the name belongs to it."""
    readings = gazetteer.readings(name)
    if not readings:
        return ["unlisted"]
    best = gazetteer.candidate(*readings[0])
    follows = before is not None and before.text == ","
    size = int(math.log10(best.population + 1)) if best.population else 0
    return [
        f"level={best.level}", f"match={best.match}", f"people={size}", f"level={best.level} people={size}",
        f"after comma={best.match == AFTER_COMMA} {follows}", f"readings={min(len(readings), 10) // 3}",
    ]  # fmt: skip


def _shape(name: str) -> str:
    return "caps" if name.isupper() else "title" if name.istitle() else "mixed"


def cover(parse: Parse, entities: tuple[Entity, ...]) -> dict[int, str]:
    """For each token the type of the entity whose mention it is part of; persons and bodies win over places."""
    covered: dict[int, str] = {}
    for entity in sorted(entities, key=lambda entity: entity.type is EntityType.PLACE):
        for mention in entity.mentions:
            for i in parse.tokens_in(mention.start, mention.end):
                covered.setdefault(i, str(entity.type))
    return covered


def probability(names: list[str]) -> float:
    model = weights()
    return 1 / (1 + math.exp(-max(min(sum(model.get(name, 0.0) for name in names), 30.0), -30.0)))


def find_toponyms(text: str, parse: Parse, entities: tuple[Entity, ...], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The candidates that name places, in reading order."""
    roles = cover(parse, entities)
    return tuple(one for one in candidates(text, parse, gazetteer) if _is_place(text, parse, one, roles, gazetteer))


def _is_place(text: str, parse: Parse, toponym: Toponym, roles: dict[int, str], gazetteer: Gazetteer) -> bool:
    role = roles.get(toponym.last)
    if role == EntityType.PLACE:
        return True
    names = features(text, parse, toponym, roles, gazetteer)
    if role == EntityType.PERSON and "first name before name" in names:
        return False
    return probability(names) >= THRESHOLD
