"""Finds and reads gold files. Folder names are fixed, file names are not; a set that is missing is no error."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]

AREAS = ("cleaning", "statements", "events", "places", "dates", "numbers", "incidents", "cases")
EVENT_SETS = ("indiapolice", "plover_gsr", "petrarch_suite", "plv", "case2021_task2", "muc4")
PAGE_FILES = {"pages.jsonl": ("aeb", "naeb"), "snippets.jsonl": ("snippets",), "glued.jsonl": ("glued",)}
_ENDING = re.compile(r"\.jsonl(\.gz)?$")
_PART = re.compile(r"[._-](dev|test|held_?out|eval)$")
_TRAINING = re.compile(r"_train$")


class GoldError(Exception):
    """A gold file that cannot be read: which file, which line."""


@dataclass(frozen=True)
class GoldSet:
    """One set to score: its rows as they stand in the files, in file order."""

    area: str
    name: str
    rows: tuple[Json, ...]
    folder: Path
    """Where the files lie; a row may name a page relative to it."""


def read_jsonl(path: Path) -> list[Json]:
    """The objects of a JSON lines file, which may be gzipped. Raises GoldError with file and line."""
    rows: list[Json] = []
    try:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for number, line in enumerate(raw.decode("utf-8").split("\n"), 1):
            if line.strip():
                rows.append(_object(line, path, number))
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error
    return rows


def _object(line: str, path: Path, number: int) -> Json:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise GoldError(f"{path}:{number}: not JSON ({error})") from error
    if not isinstance(row, dict) or "id" not in row:
        raise GoldError(f'{path}:{number}: not an object with an "id"')
    return row


def set_name(path: Path) -> str:
    """`polnear_dev.jsonl.gz` and `polnear_test.jsonl.gz` are both `polnear`."""
    return _PART.sub("", _ENDING.sub("", path.name))


def is_training(path: Path) -> bool:
    """Training parts are never scored."""
    return _TRAINING.search(_ENDING.sub("", path.name)) is not None


def gold_files(folder: Path) -> list[Path]:
    """The JSON lines files of a folder that are to be scored, by name."""
    files = sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.gz")])
    return [path for path in files if not is_training(path)]


def find_sets(root: Path, area: str) -> Iterator[GoldSet]:
    """The sets of an area under `root`, in a fixed order."""
    if area == "cases":
        yield from _case_sets(cases_folder(root))
    elif area == "events":
        for name in EVENT_SETS:
            rows = [row for path in gold_files(root / area / name) for row in read_jsonl(path)]
            if rows:
                yield GoldSet(area, name, tuple(rows), root / area / name)
    elif area == "cleaning":
        yield from _cleaning_sets(root / area)
    else:
        for path in gold_files(root / area):
            yield GoldSet(area, set_name(path), tuple(read_jsonl(path)), root / area)


def _cleaning_sets(folder: Path) -> Iterator[GoldSet]:
    for file, names in PAGE_FILES.items():
        if not (folder / file).exists():
            continue
        rows = read_jsonl(folder / file)
        for name in names:
            chosen = tuple(row for row in rows if file != "pages.jsonl" or row.get("set") == name)
            if chosen:
                yield GoldSet("cleaning", name, chosen, folder)


def cases_folder(root: Path) -> Path | None:
    """`root/cases`, else the folder of that name beside `root`."""
    return next((folder for folder in (root / "cases", root.parent / "cases") if any(folder.glob("*.jsonl"))), None)


def _case_sets(folder: Path | None) -> Iterator[GoldSet]:
    if folder is None:
        return
    rows = [row for path in gold_files(folder) for row in read_jsonl(path)]
    for area in sorted({str(row["area"]) for row in rows}):
        yield GoldSet("cases", area, tuple(row for row in rows if row["area"] == area), folder)


def left_alone(root: Path) -> list[str]:
    """What lies under `root` (and in its areas) that no benchmark reads, by name."""
    strange = [path.name for path in sorted(root.iterdir()) if path.name not in AREAS]
    known = {"events": EVENT_SETS, "cleaning": (*PAGE_FILES, "pages")}
    for area, names in known.items():
        if (root / area).is_dir():
            strange += [f"{area}/{path.name}" for path in sorted((root / area).iterdir()) if path.name not in names]
    return [name for name in strange if not name.rpartition("/")[2].lower().startswith("readme")]
