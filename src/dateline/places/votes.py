"""How well each reading of a toponym fits the others of its article: the features of the ranker.

Everything is counted over one block of toponyms (`resolve.BLOCK`), so the cost grows with the article, not
with its square. `belief` is how probable each reading is so far; a toponym does not vote for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.gazetteer import LEVELS, Gazetteer
from dateline.places.readings import Reading
from dateline.records import PlaceLevel

Array = Any
_NEAR_KM = 50.0
"""A neighbour at this distance counts a third of one at the same spot."""
_COUNTRY, _ADMIN1, _ADMIN2, _CITY = (
    LEVELS.index(level) for level in (PlaceLevel.COUNTRY, PlaceLevel.ADMIN1, PlaceLevel.ADMIN2, PlaceLevel.CITY)
)
FEATURES = (
    *(f"level {level}" for level in LEVELS), *(f"match {n}" for n in range(5)),
    "people", "people of largest", "first", "rank", "city people",
    "inside qualifier", "outside qualifier", "inside qualifier elsewhere", "holds the qualified",
    "division", "country", "division share", "country share", "near", "near share",
    "county named", "division named", "country named", "holds others", "holds share", "city division", "city country",
    "home near", "home division",
)  # fmt: skip


@dataclass(frozen=True)
class Toponym:
    """All mentions of one name with one qualifier ("Paris" / "Paris, Texas") within a block."""

    name: str
    readings: tuple[Reading, ...]
    qualifier: int | None
    """Index of the toponym that stands behind the comma."""
    qualifies: int | None
    """Index of the toponym that this one stands behind."""
    mentions: int = 1
    is_home: bool = False
    """The place of the dateline, or named by the publisher."""


class Block:
    """The readings of some toponyms as columns; `group[i]` is the toponym that reading `i` belongs to."""

    def __init__(self, toponyms: list[Toponym], gazetteer: Gazetteer) -> None:
        self.toponyms = toponyms
        self.sizes = [len(toponym.readings) for toponym in toponyms]
        self.starts = np.concatenate(([0], np.cumsum(self.sizes))).astype(int)
        self.group = np.repeat(np.arange(len(toponyms)), self.sizes)
        pairs = [reading for toponym in toponyms for reading in toponym.readings]
        self.row = np.array([row for row, _ in pairs], dtype=np.int64)
        self.match = np.array([match for _, match in pairs], dtype=np.int64)
        table = gazetteer.rows(self.row.tolist())
        self.level = table["level"].astype(np.int64)
        self.country = table["country"].astype(np.int64) - 1
        self.admin1 = table["admin1"].astype(np.int64) - 1
        self.admin2 = table["admin2"].astype(np.int64) - 1
        self.admin2[self.level == _ADMIN2] = self.row[self.level == _ADMIN2]
        self.lat, self.lon = table["lat"].astype(float), table["lon"].astype(float)
        self.people = np.log10(table["population"].astype(float) + 1)
        self.weight = np.array([1 + 0.3 * min(t.mentions - 1, 4) for t in toponyms])[self.group]
        self.rank = np.arange(len(pairs)) - self.starts[self.group]
        self._near = self._nearness()
        self._static = self._fixed_features()

    def shares(self, scores: Array) -> Array:
        """Softmax of the scores within each toponym."""
        top = np.maximum.reduceat(scores, self.starts[:-1])[self.group]
        odds = np.exp(scores - top)
        return odds / np.add.reduceat(odds, self.starts[:-1])[self.group]

    def fixed(self) -> Array:
        """The columns that need no votes: the first ones of `FEATURES`."""
        return self._static

    def features(self, belief: Array) -> Array:
        """One row a reading, the columns of `FEATURES`."""
        return np.concatenate((self._static, self._votes(belief)), axis=1)

    def _fixed_features(self) -> Array:
        size = len(self.row)
        levels = np.zeros((size, len(LEVELS)))
        levels[np.arange(size), self.level] = 1
        matches = np.zeros((size, 5))
        matches[np.arange(size), self.match] = 1
        largest = np.maximum.reduceat(self.people, self.starts[:-1])[self.group] if size else self.people
        is_city = self.level == _CITY
        columns = (
            self.people, self.people - largest, self.rank == 0, np.log1p(self.rank), self.people * is_city,
            *self._qualifiers(),
        )  # fmt: skip
        return np.concatenate((levels, matches, np.column_stack(columns)), axis=1)

    def _qualifiers(self) -> tuple[Array, ...]:
        inside, outside, elsewhere, holds = (np.zeros(len(self.row)) for _ in range(4))
        by_name: dict[str, list[int]] = {}
        for index, toponym in enumerate(self.toponyms):
            by_name.setdefault(toponym.name, []).append(index)
            if toponym.qualifier is not None:
                own, other = self._slice(index), self._slice(toponym.qualifier)
                is_in = self._inside(own, self.row[other])
                if is_in.any():
                    inside[own], outside[own] = is_in, ~is_in
                    parents = {int(p) for column in (self.country, self.admin1, self.admin2) for p in column[own]}
                    holds[other] = [int(row) in parents for row in self.row[other]]
        for indices in by_name.values():
            if len(indices) > 1:
                for index in indices:
                    own = self._slice(index)
                    named = [inside[self._slice(i)] for i in indices if i != index]
                    elsewhere[own] = np.max(
                        [n for n in named if len(n) == len(inside[own])] or [0 * inside[own]], axis=0
                    )
        return inside, outside, elsewhere, holds

    def _slice(self, index: int) -> slice:
        return slice(int(self.starts[index]), int(self.starts[index + 1]))

    def _inside(self, own: slice, rows: Array) -> Array:
        """Which readings lie in one of the divisions or countries `rows`, and are not themselves these."""
        chain = np.isin(self.country[own], rows) | np.isin(self.admin1[own], rows) | np.isin(self.admin2[own], rows)
        return chain & ~np.isin(self.row[own], rows)

    def _nearness(self) -> tuple[Array, Array]:
        """(sources, matrix): for each reading how near it is to each of the five largest readings of others."""
        sources = np.flatnonzero((self.rank < 8) & (self.level >= _ADMIN2) & ~np.isnan(self.lat))
        lat, lon = np.radians(np.nan_to_num(self.lat)), np.radians(np.nan_to_num(self.lon))
        north = lat[:, None] - lat[sources]
        east = (lon[:, None] - lon[sources]) * np.cos((lat[:, None] + lat[sources]) / 2)
        near = np.exp(-6371 / _NEAR_KM * np.hypot(north, east))
        near[self.group[:, None] == self.group[sources]] = 0
        same = np.array(list(self._name_numbers()))
        near[same[self.group][:, None] == same[self.group[sources]]] = 0
        near[np.isnan(self.lat)] = 0
        return sources, near

    def _name_numbers(self) -> list[int]:
        numbers: dict[str, int] = {}
        return [numbers.setdefault(toponym.name, len(numbers)) for toponym in self.toponyms]

    def _votes(self, belief: Array) -> Array:
        mass = belief * self.weight
        below = (self.level >= _ADMIN1) & (self.admin1 >= 0)
        division = self._counted(self.admin1, mass * (below & (self.level > _ADMIN1)))
        country = self._counted(self.country, mass * (self.level != _COUNTRY))
        sources, matrix = self._near
        near = matrix @ mass[sources]
        named = [self._named(column, mass) for column in (self.admin2, self.admin1, self.country)]
        named = [
            n * (column != self.row) for n, column in zip(named, (self.admin2, self.admin1, self.country), strict=True)
        ]
        holds = self._held(mass)
        is_city = self.level == _CITY
        total = max(float(mass.sum()), 1e-9)
        home = np.array([t.is_home for t in self.toponyms])[self.group] * mass
        columns = (
            np.log1p(division) * below, np.log1p(country), division * below / total, country / total,
            np.log1p(near), near / total, *map(np.log1p, named), np.log1p(holds), holds / total,
            np.log1p(division) * is_city, np.log1p(country) * is_city,
            np.log1p(matrix @ home[sources]), np.log1p(self._counted(self.admin1, home * below)) * below,
        )  # fmt: skip
        return np.column_stack(columns)

    def _counted(self, column: Array, mass: Array) -> Array:
        """For each reading the mass of the other toponyms that share its value in `column`."""
        keys, place = np.unique(column, return_inverse=True)
        total = np.bincount(place, mass, len(keys))
        own = np.zeros((len(self.toponyms), len(keys))) if len(self.toponyms) * len(keys) < 1_000_000 else None
        if own is None:
            return np.zeros(len(column))
        np.add.at(own, (self.group, place), mass)
        return np.where(column >= 0, total[place] - own[self.group, place], 0)

    def _named(self, column: Array, mass: Array) -> Array:
        """For each reading the mass with which other toponyms name the row in `column`."""
        keys, place = np.unique(self.row, return_inverse=True)
        total = np.bincount(place, mass, len(keys))
        at = np.searchsorted(keys, column).clip(0, max(len(keys) - 1, 0))
        return np.where(keys[at] == column, total[at], 0)

    def _held(self, mass: Array) -> Array:
        """For each country, division or county the mass of other readings inside it."""
        held = np.zeros(len(self.row))
        for level, column in ((_COUNTRY, self.country), (_ADMIN1, self.admin1), (_ADMIN2, self.admin2)):
            inside = mass * (column != self.row)
            keys, place = np.unique(column, return_inverse=True)
            total = np.bincount(place, inside, len(keys))
            at = np.searchsorted(keys, self.row).clip(0, len(keys) - 1)
            held += np.where((self.level == level) & (keys[at] == self.row), total[at], 0)
        return held
