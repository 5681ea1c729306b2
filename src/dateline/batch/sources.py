"""Names on the command line -> files, in an order that is the same everywhere."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.errors import UsageError
from dateline.intake import read_reports
from dateline.records import Failure, Given, Report

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
"""What is taken out of a folder. A file that is named itself may be called anything."""
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True)
class Sources:
    """Files, and the bytes of standard input, in the order they were named; folders in order of their names."""

    found: tuple[Path | bytes, ...]
    left: int = 0
    """Files of the folders that are of no known kind."""

    def count(self) -> int:
        """About how many reports there are: for a progress bar."""
        return sum(_lines(source) if isinstance(source, Path) else 1 for source in self.found)

    def reports(self, given: Given = Given()) -> Iterator[Report | Failure]:
        """All reports, one after the other. `given` stands in for what a report does not say itself."""
        for source in self.found:
            for report in read_reports(source, given=given):
                yield report if isinstance(report, Failure) else _completed(report, given)


def find_sources(names: Sequence[str], standard_input: bytes | None = None) -> Sources:
    """The files that `names` mean: files, folders, patterns, and `-` for the bytes of standard input.

    Raises UsageError for a name that means nothing, and for a folder without reports.
    """
    found: list[Path | bytes] = []
    left = 0
    for name in names:
        if name == "-":
            found.append(standard_input or b"")
            continue
        for path in _matches(name):
            files = _files(path)
            kept = [file for file in files if not path.is_dir() or file.suffix.lower() in SUFFIXES]
            if not kept:
                raise UsageError(str(path), "is a folder without reports", f"put files of {_kinds()} into it")
            found += kept
            left += len(files) - len(kept)
    return Sources(tuple(found), left)


def _matches(name: str) -> list[Path]:
    if Path(name).exists():
        return [Path(name)]
    found = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []
    if not found:
        what = "matches no file" if glob.has_magic(name) else "no such file or folder"
        raise UsageError(name, what, "check the name")
    return [Path(match) for match in found]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = (file for file in path.rglob("*") if not any(p.startswith(".") for p in file.relative_to(path).parts))
    return sorted((file for file in inside if file.is_file()), key=str)


def _kinds() -> str:
    return ", ".join(SUFFIXES[:-1]) + f" or {SUFFIXES[-1]}"


def _lines(path: Path) -> int:
    if path.suffix.lower() not in _LINES or not path.is_file():
        return 1
    with path.open("rb") as lines:
        return sum(not line.isspace() for line in lines)


def _completed(report: Report, given: Given) -> Report:
    """The report with what was given for all, where it brought nothing of its own; a title belongs to one report."""
    own = report.provenance.given
    missing = {
        name: getattr(given, name)
        for name in ("published", "url", "publisher", "language")
        if getattr(own, name) is None and getattr(given, name) is not None
    }
    if not missing:
        return report
    provenance = msgspec.structs.replace(report.provenance, given=msgspec.structs.replace(own, **missing))
    return msgspec.structs.replace(report, provenance=provenance)
