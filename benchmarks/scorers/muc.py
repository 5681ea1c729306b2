"""Scorer of MUC-3/4: who did what to whom, one pooled template a document, matched by heads.

A filler is right when the head of one of its strings is the head of one string of a gold filler of that role.
Further fillers for one gold filler count neither way; optional fillers count when found and are not missed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, Tally, mean

ROLES = {
    "perp_ind": ("perp_ind",), "perp_org": ("perp_org",), "target": ("phys_tgt",),
    "victim": ("hum_name", "hum_desc"), "weapon": ("instrument",),
}  # fmt: skip

_RULES = tomllib.loads((Path(__file__).parent / "muc_heads.toml").read_text(encoding="utf-8"))
_CUT = frozenset(_RULES["cut"])
_DETERMINERS = frozenset(_RULES["determiners"])
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*")


def head(filler: str) -> str:
    """The last word before the first comma, preposition or relative pronoun, lower case."""
    plain = _BRACKETS.sub(" ", filler.lower()).strip(" ,").split(",")[0]
    words = _WORD.findall(plain)
    while words and words[0] in _DETERMINERS:
        words.pop(0)
    cut = next((i for i, word in enumerate(words) if i and word in _CUT), len(words))
    return words[cut - 1] if words else plain.strip()


@dataclass
class _Filler:
    """One thing of the key: the heads it goes by."""

    heads: set[str]
    optional: bool


def gold_fillers(row: Json, role: str) -> list[_Filler]:
    """The fillers of a role over all templates; those that share a head are one."""
    merged: list[_Filler] = []
    for template in row["templates"]:
        for slot in ROLES[role]:
            for entry in template.get(slot, ()):
                heads = {head(name) for name in (*entry["alts"], *entry.get("ref", ()))}
                filler = _Filler(heads, bool(entry.get("opt")) or bool(template.get("optional")))
                same = [other for other in merged if other.heads & filler.heads]
                merged = [other for other in merged if other not in same]
                merged.append(_joined([*same, filler]))
    return merged


def _joined(fillers: list[_Filler]) -> _Filler:
    return _Filler(set().union(*(one.heads for one in fillers)), all(one.optional for one in fillers))


def gold_types(row: Json) -> set[str]:
    """The incident types that the key asks for."""
    typed = [template for template in row["templates"] if template.get("type") and not template.get("optional")]
    return {_first_type(template["type"]) for template in typed}


def _first_type(printed: str) -> str:
    return printed.split(" / ")[0].strip("? ")


def score_muc(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Macro F1 over the five roles, F1 of the incident types.

    A prediction is `{"roles": {role: [name or list of names of one thing]}, "types": [..]}`.
    """
    roles = {role: Tally() for role in ROLES}
    types = Tally()
    for row in gold:
        prediction = predictions.get(row["id"], {})
        for role, tally in roles.items():
            _count_role(gold_fillers(row, role), (prediction.get("roles") or {}).get(role, ()), tally)
        _count_types(row, set(prediction.get("types") or ()), types)
    return {"roles_macro_f1": mean(tally.f1 for tally in roles.values()), "types_f1": types.f1}


def _count_role(gold: list[_Filler], predicted: Iterable[str | list[str]], tally: Tally) -> None:
    found: set[int] = set()
    for heads in _different(predicted):
        hits = [i for i, filler in enumerate(gold) if filler.heads & heads]
        fresh = [i for i in hits if i not in found]
        tally.wrong += not hits
        if fresh:
            found.add(fresh[0])
            tally.right += 1
    tally.missed += sum(not filler.optional for i, filler in enumerate(gold) if i not in found)


def _different(predicted: Iterable[str | list[str]]) -> list[set[str]]:
    kept: list[set[str]] = []
    for filler in predicted:
        heads = {head(name) for name in ([filler] if isinstance(filler, str) else filler)}
        if heads not in kept:
            kept.append(heads)
    return kept


def _count_types(row: Json, predicted: set[str], tally: Tally) -> None:
    needed = gold_types(row)
    allowed = {part.strip("? ") for t in row["templates"] if t.get("type") for part in t["type"].split(" / ")}
    tally.right += len(needed & predicted)
    tally.wrong += len(predicted - allowed)
    tally.missed += len(needed - predicted)
