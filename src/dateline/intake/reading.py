"""Files and standard input -> reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from dateline.errors import ReadingError
from dateline.intake import html, jsonl, text
from dateline.intake.decode import decode
from dateline.intake.source import Source, source_hash
from dateline.records import Failure, Given, Report

LARGEST = 64 * 1024 * 1024
"""Bytes of one report; no news report is near it, and the parse of one would not fit into memory."""
_STREAMED = (".jsonl", ".ndjson")


class _Reader(Protocol):
    """The module of one format."""

    def sniff(self, source: Source) -> bool: ...

    def read(self, source: Source) -> Iterator[Report | Failure]: ...


_READERS: tuple[_Reader, ...] = (jsonl, html, text)
"""Asked in this order; plain text takes what is left."""


def read_reports(source: Path | bytes, name: str | None = None, given: Given = Given()) -> Iterator[Report | Failure]:
    """The reports of a file, or of the bytes of standard input, in their order.

    The format is told by the content. What cannot be read is a Failure that says what is wrong and what to do.
    `given` is what the command line says about a report that does not say it itself.
    """
    if isinstance(source, Path):
        name = name or str(source)
        if source.suffix.lower() in _STREAMED and source.is_file():
            yield from _streamed(source, name)
            return
    name = name or "standard input"
    try:
        opened = _opened(source, name, given)
    except ReadingError as error:
        yield Failure(report=name, stage="intake", message=str(error))
        return
    reader = next(reader for reader in _READERS if reader.sniff(opened))
    yield from reader.read(opened)


def _streamed(path: Path, name: str) -> Iterator[Report | Failure]:
    """The reports of a JSON Lines file, line by line, so that its size does not matter."""
    empty = True
    try:
        with path.open("rb") as lines:
            for found in jsonl.read_lines(lines, name):
                empty = False
                yield found
    except OSError as error:
        yield Failure(report=name, stage="intake", message=str(_unreadable(name, error)))
        return
    if empty:
        yield Failure(report=name, stage="intake", message=str(_empty(name)))


def _opened(source: Path | bytes, name: str, given: Given) -> Source:
    content = source if isinstance(source, bytes) else _bytes_of(source, name)
    if len(content) > LARGEST:
        raise _too_large(name)
    if not content.strip():
        raise _empty(name)
    return Source(name, _some_characters(decode(content, name), name), source_hash(content), given)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise ReadingError(name, "is a folder", "name the files in it")
        if path.stat().st_size > LARGEST:
            raise _too_large(name)
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error) from error


def _some_characters(characters: str, name: str) -> str:
    if not characters.strip("\ufeff \t\r\n"):
        raise _empty(name)
    return characters


def _too_large(name: str) -> ReadingError:
    return ReadingError(name, f"is larger than {LARGEST // 1024 // 1024} MiB", "split it into one file for each report")


def _empty(name: str) -> ReadingError:
    return ReadingError(name, "is empty", "give a file with the text of a report")


def _unreadable(name: str, error: OSError) -> ReadingError:
    return ReadingError(name, f"cannot be read: {error.strerror}", "check the name and the rights of the file")
