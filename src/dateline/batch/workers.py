"""Codes many reports, in this process or in several; the codings come in the order of the reports."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial

import msgspec

from dateline.coder import Coder, name_of
from dateline.records import Failure, Report

AHEAD = 4
"""Reports that wait for each worker: enough to keep it busy, few enough to hold in memory."""


class Coded(msgspec.Struct, frozen=True):
    """A coding as its JSON line, without the line end."""

    line: bytes


Work = Callable[[Report], Coded | Failure]
HandIn = Callable[[Report], "Future[Coded | Failure]"]
Waiting = deque[tuple[Report | Failure, "Future[Coded | Failure] | None"]]


def code_all(reports: Iterable[Report | Failure], jobs: int = 1, work: Work | None = None) -> Iterator[Coded | Failure]:
    """The coding of each report, in the order of `reports`; a failure takes the place of its report.

    The bytes are the same whatever the number of `jobs`. A worker process that dies costs only its report.
    `work` codes one report, in its process; `code_one` if it is not given.
    """
    work = work or code_one
    if jobs <= 1:
        for report in reports:
            yield report if isinstance(report, Failure) else work(report)
        return
    source = iter(reports)
    waiting: Waiting = deque()
    while True:
        try:
            with _pool(jobs) as pool:
                try:
                    yield from _in_order(source, waiting, partial(_hand_in, pool, work), jobs * AHEAD)
                finally:
                    pool.shutdown(wait=True, cancel_futures=True)
            return
        except BrokenProcessPool:
            yield from _one_by_one(waiting, work)


def code_one(report: Report) -> Coded | Failure:
    """The coding of one report by the coder of this process."""
    coding = _coder().attempt(report)
    if isinstance(coding, Failure):
        return coding
    try:
        return Coded(msgspec.json.encode(coding))
    except UnicodeEncodeError:
        message = "holds characters that no file can hold (way out: save the report as UTF-8)"
        return Failure(report=name_of(report.provenance), stage="output", message=message)


def _in_order(
    source: Iterator[Report | Failure], waiting: Waiting, hand_in: HandIn, most: int
) -> Iterator[Coded | Failure]:
    """A report is in `waiting` before it is handed in, and until its coding is there: a broken pool loses none."""
    for report in source:
        waiting.append((report, None))
        waiting[-1] = (report, None if isinstance(report, Failure) else hand_in(report))
        while len(waiting) >= most:
            yield _first(waiting)
    while waiting:
        yield _first(waiting)


def _first(waiting: Waiting) -> Coded | Failure:
    report, future = waiting[0]
    coded = future.result() if future is not None else report
    waiting.popleft()
    assert not isinstance(coded, Report)  # noqa: S101 - only failures wait without a future
    return coded


def _hand_in(pool: ProcessPoolExecutor, work: Work, report: Report) -> Future[Coded | Failure]:
    return pool.submit(work, report)


def _one_by_one(waiting: Waiting, work: Work) -> Iterator[Coded | Failure]:
    """The waiting reports, each in a process of its own: shows which of them kills its worker."""
    while waiting:
        report, _ = waiting.popleft()
        if isinstance(report, Failure):
            yield report
            continue
        try:
            with _pool(1) as pool:
                yield pool.submit(work, report).result()
        except BrokenProcessPool:
            message = "the worker process died, perhaps for want of memory (way out: split the report)"
            yield Failure(report=name_of(report.provenance), stage="worker", message=message)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """A worker leaves Ctrl-C to its parent, and loads its models before the first report."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _coder()


@cache
def _coder() -> Coder:
    return Coder()
