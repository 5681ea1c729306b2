"""Codes gold texts through the public API, each text once in a run."""

from __future__ import annotations

import gzip
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.gold import GoldSet, Json
from dateline.coder import Coder
from dateline.gazetteer import Gazetteer
from dateline.records import Coding

_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_PLAIN_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)$")


@dataclass
class Coded:
    """A gold row and its coding; `None` where the coder failed."""

    row: Json
    coding: Coding | None


@dataclass
class Bench:
    """One coder for the whole run, its codings by what was given, and the reports that failed."""

    limit: int | None = None
    coder: Coder = field(default_factory=Coder)
    gazetteer: Gazetteer = field(default_factory=Gazetteer.load)
    failures: list[str] = field(default_factory=list)
    _codings: dict[tuple[tuple[str, str], ...], Coding] = field(default_factory=dict)

    def code(self, name: str, **given: str | None) -> Coding | None:
        """The coding of one report; a failure is kept by `name` and gives `None`."""
        key = tuple(sorted((field, value) for field, value in given.items() if value is not None))
        if key not in self._codings:
            try:
                self._codings[key] = self.coder.code(**dict(key))
            except Exception as error:  # the benchmark counts what fails, whatever the reason
                self.failures.append(f"{name}: {type(error).__name__}: {error}")
                return None
        return self._codings[key]

    def code_set(self, gold: GoldSet) -> list[Coded]:
        """The codings of all rows of a set (of the first `limit`), with progress on stderr."""
        rows = self.rows(gold)
        return [
            Coded(row, self.code(f"{gold.name} {row['id']}", **report_of(gold, row)))
            for row in progress(rows, f"{gold.area} {gold.name}")
        ]

    def rows(self, gold: GoldSet) -> tuple[Json, ...]:
        return gold.rows[: self.limit]


def report_of(gold: GoldSet, row: Json) -> dict[str, str | None]:
    """What the coder is given of a gold row: raw text or markup, and the day of publication where it is known."""
    if "html" in row:
        page = str(row["html"])
        is_file = gold.name in ("aeb", "naeb")
        return {"html": read_page(gold.folder / page) if is_file else page}
    if "glued" in row:
        return {"text": row["glued"]}
    return {"text": row["text"], "published": published(gold, row)}


def read_page(path: Path) -> str:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")


def published(gold: GoldSet, row: Json) -> str | None:
    """The day of publication, ISO; `None` where the gold gives none or a filler."""
    if gold.name == "plover_gsr":
        return None
    day = str(row.get("dct") or row.get("date") or "")
    plain = _PLAIN_DAY.match(day)
    if plain:
        return "-".join(plain.groups())
    return day if _DAY.match(day) else None


def progress(rows: Iterable[Json], title: str) -> Iterator[Json]:
    """The rows, with a line on stderr every few seconds where stderr is a terminal, and one at the end."""
    start = shown = time.monotonic()
    count = 0
    for count, row in enumerate(rows, 1):
        yield row
        if sys.stderr.isatty() and time.monotonic() - shown > 2:
            shown = time.monotonic()
            print(f"\r{title}: {count}", end="", file=sys.stderr)
    print(f"\r{title}: {count} in {time.monotonic() - start:.0f} s", file=sys.stderr)
