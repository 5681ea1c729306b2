"""Looks toponyms up: which places of the world carry a name.

The files in `gazetteers/` are made by `training/gazetteer.py`: a trie of folded names, for each name
the rows that carry it, and the rows themselves as a table that is mapped into memory, not read.
"""

from __future__ import annotations

import csv
import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, NamedTuple

import marisa_trie
import numpy as np

from dateline.errors import RuleError
from dateline.records import PlaceLevel

FOLDER = files("dateline") / "gazetteers"
LEVELS = tuple(PlaceLevel)
ROW = np.dtype([
    ("geonames", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("country", "<u2"), ("admin1", "<u2"),
    ("admin2", "<u2"), ("radius", "<u2"), ("level", "u1"), ("label", "<u4"), ("label_bytes", "u1"),
])  # fmt: skip
"""One place. `country`, `admin1` and `admin2` are row numbers plus one (0: none), `radius` is in km."""
MAIN, ALTERNATE, STRIPPED, SHORT, AFTER_COMMA = range(5)
"""How a name belongs to a place: its main name, another name, a name without its class word ("Lamar" for Lamar
County), an abbreviation, an abbreviation that only means the place after a comma ("Paris, TX")."""
_MOST = 60
"""Readings of one name that are looked at: the 60 largest places. More exist for names like San José."""


class Candidate(NamedTuple):
    """One place that a name can mean. `row` numbers it within this gazetteer."""

    row: int
    match: int
    name: str
    level: PlaceLevel
    geonames: int | None
    country: str | None
    admin1: int
    """Row of the first-order division; -1 without."""
    admin2: int
    lat: float | None
    lon: float | None
    radius_km: float
    population: int


def fold(name: str) -> str:
    """The name without case, accents and punctuation; hyphens count as blanks, "Saint" as "St"."""
    if name.isascii():
        bare = name.lower()
    else:
        apart = unicodedata.normalize("NFKD", name.casefold().translate(_UNACCENTED))
        bare = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    words = bare.translate(_PUNCTUATION).split()
    return " ".join("st" if word == "saint" else word for word in words)


_UNACCENTED = str.maketrans("ıøł", "iol")
_PUNCTUATION = {ord(c): None for c in ".'’‘`´ʻʼ\"“”"} | {ord(c): " " for c in "-–—,/_()&\xa0"}


class Gazetteer:
    """All names and places. Reading is lazy; one gazetteer serves a whole run."""

    def __init__(self, names: Any, offsets: Any, postings: Any, rows: Any, labels: bytes) -> None:
        self._names, self._offsets, self._postings, self._rows, self._labels = names, offsets, postings, rows, labels
        self._demonyms, self._demonym_rows = _demonyms()
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)
        self._readings = lru_cache(maxsize=20_000)(self._list)
        self.candidate = lru_cache(maxsize=50_000)(self._candidate)

    @classmethod
    def load(cls) -> Gazetteer:
        """The gazetteer that comes with Dateline. Raises RuleError where a file is missing or damaged."""
        with as_file(FOLDER) as folder:
            try:
                return cls(
                    marisa_trie.Trie().mmap(str(folder / "names.marisa")),
                    np.load(folder / "offsets.npy", mmap_mode="r"),
                    np.load(folder / "postings.npy", mmap_mode="r"),
                    np.load(folder / "places.npy", mmap_mode="r"),
                    (folder / "labels.txt").read_bytes(),
                )
            except (OSError, ValueError, RuntimeError) as error:
                raise RuleError("gazetteers/", str(error), "build it again: python training/gazetteer.py") from error

    def knows(self, name: str) -> bool:
        """Whether `name` is the name of a place, whatever its case and accents."""
        return fold(name) in self._names

    def knows_folded(self, folded: str) -> bool:
        """As `knows`, for a name that is folded already."""
        return folded in self._names

    def demonym(self, word: str) -> str | None:
        """ISO code of the country whose people or things are called `word` ("Turkish", "Kenyans"), else None."""
        return self._demonyms.get(fold(word))

    def demonym_place(self, word: str) -> tuple[Candidate, ...]:
        """The country or region that a demonym speaks of: "Chechens" gives Chechnya."""
        return tuple(self.candidate(row, match) for row, match in self.demonym_readings(word))

    def demonym_readings(self, word: str) -> tuple[tuple[int, int], ...]:
        """As `readings`, for a demonym."""
        name = self._demonym_rows.get(fold(word))
        return self.readings(name)[:1] if name else ()

    def _lookup(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name, the most important first (country, region, division, city by people)."""
        return tuple(self.candidate(row, match) for row, match in self.readings(name))

    def _list(self, name: str) -> tuple[tuple[int, int], ...]:
        index = self._names.get(fold(name))
        if index is None:
            return ()
        low, high = int(self._offsets[index]), int(self._offsets[index + 1])
        return tuple((p >> 3, p & 7) for p in self._postings[low : min(high, low + _MOST)].tolist())

    def _candidate(self, row: int, match: int = MAIN) -> Candidate:
        entry = self._rows[row]
        country = int(entry["country"]) - 1
        lat, lon = float(entry["lat"]), float(entry["lon"])
        has_point = not math.isnan(lat)
        return Candidate(
            row, match, self.label(row), LEVELS[entry["level"]], int(entry["geonames"]) or None,
            self.code(country), int(entry["admin1"]) - 1, int(entry["admin2"]) - 1,
            round(lat, 5) if has_point else None, round(lon, 5) if has_point else None,
            float(entry["radius"]), int(entry["population"]),
        )  # fmt: skip

    def readings(self, name: str) -> tuple[tuple[int, int], ...]:
        """(row, match) of all places of that name, in the order of `lookup`."""
        return self._readings(name)

    def rows(self, numbers: Sequence[int]) -> Any:
        """The table (`ROW`) of the given rows."""
        return self._rows[list(numbers)]

    def label(self, row: int) -> str:
        """The gazetteer's name of a row, without the code that countries and divisions carry behind a tab."""
        return self._raw_label(row).partition("\t")[0]

    def code(self, row: int) -> str | None:
        """ISO code of a country row, GeoNames code of a first-order division (`TX`), None for others."""
        return (self._raw_label(row).partition("\t")[2] or None) if row >= 0 else None

    def _raw_label(self, row: int) -> str:
        entry = self._rows[row]
        at = int(entry["label"])
        return self._labels[at : at + int(entry["label_bytes"])].decode()


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of our own tables (`gazetteers/<name>.tsv`)."""
    with as_file(FOLDER) as folder, Path(folder, f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _demonyms() -> tuple[dict[str, str], dict[str, str]]:
    countries: dict[str, str] = {}
    places: dict[str, str] = {}
    for row in read_table("countries"):
        for word in _forms(row["demonyms"]):
            countries.setdefault(word, row["code"])
            places.setdefault(word, "iso " + row["code"])
    for row in read_table("regions"):
        for word in _forms(row["demonyms"]):
            places.setdefault(word, row["name"])
            if row["country"]:
                countries.setdefault(word, row["country"])
    return countries, places


def _forms(demonyms: str) -> Iterable[str]:
    """The folded demonyms and their plurals."""
    for word in filter(None, demonyms.split("|")):
        folded = fold(word)
        yield folded
        if not folded.endswith(("s", "sh", "ch", "ese", "men")):
            yield folded + "s"
