"""The figures of other programs (`peers.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec


class Peer(msgspec.Struct, frozen=True):
    """One figure of another program, on the same scale as ours."""

    name: str
    value: float
    source: str


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    area: str
    set: str
    measure: str
    source: str
    values: dict[str, float]


@cache
def _entries() -> dict[tuple[str, str, str], tuple[Peer, ...]]:
    rules = tomllib.loads((Path(__file__).parent / "peers.toml").read_text(encoding="utf-8"))
    entries = msgspec.convert(rules["peers"], list[_Entry])
    return {
        (entry.area, entry.set, entry.measure): tuple(
            Peer(name, value, entry.source) for name, value in entry.values.items()
        )
        for entry in entries
    }


def peers_of(area: str, name: str, measure: str) -> tuple[Peer, ...]:
    """What others reach on this measure of this set; empty where none was measured."""
    return _entries().get((area, name, measure), ())
