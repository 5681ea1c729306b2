"""The file of codings: whole or not there, and a run that was stopped goes on where it stopped."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from dateline import __version__
from dateline.errors import UsageError
from dateline.fingerprints import model_hashes
from dateline.records import CoderVersion, Provenance, Report
from dateline.rulebook import rules_hash


class _Head(msgspec.Struct):
    """What of a coding tells whether it is still good."""

    coder: CoderVersion
    report: Provenance


class Kept:
    """Codings on their way into `path`. They gather in `<path>.part`, which takes the name `path` at the end.

    What a stopped run left in `<path>.part` is taken over, as far as it is whole and this version of
    Dateline would write the same.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(path.name + ".part")

    def __enter__(self) -> Kept:
        if self.path.is_dir():
            raise UsageError(str(self.path), "is a folder", "name a file for the codings")
        try:
            self._file: BinaryIO = self.part.open("a+b")
        except OSError as error:
            raise UsageError(str(self.part), f"cannot be written: {error.strerror}", "name another file") from error
        self._done = Counter(self._whole_lines())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        if kind is None:
            self.part.replace(self.path)

    def holds(self, report: Report) -> bool:
        """Whether the stopped run coded this report; each coding stands for one report."""
        key = msgspec.json.encode(report.provenance)
        if self._done[key] == 0:
            return False
        self._done[key] -= 1
        return True

    def add(self, line: bytes) -> None:
        """Puts one coding at the end of the file, where a kill of the program cannot lose it."""
        self._file.write(line + b"\n")
        self._file.flush()

    def _whole_lines(self) -> Iterator[bytes]:
        """The reports of the codings that stay; the file is cut behind the last of them."""
        good = 0
        self._file.seek(0)
        for line in self._file:
            head = _read(line)
            if head is None:
                break
            good += len(line)
            yield msgspec.json.encode(head.report)
        self._file.truncate(good)
        self._file.seek(0, os.SEEK_END)


def _read(line: bytes) -> _Head | None:
    try:
        head = msgspec.json.decode(line, type=_Head) if line.endswith(b"\n") else None
    except msgspec.DecodeError:
        return None
    if head is None or head.coder.version != __version__ or head.coder.rules != rules_hash():
        return None
    hashes = model_hashes()
    return head if all(head.coder.models.get(name) == digest for name, digest in hashes.items()) else None
