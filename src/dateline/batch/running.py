"""One run over many reports, with its count: found = coded + failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.batch.keeping import Kept
from dateline.batch.workers import Coded, code_all
from dateline.records import Failure, Report

Reports = Iterable[Report | Failure]
Results = Iterator[Coded | Failure]


@dataclass
class Outcome:
    """The count of a run, kept while it goes on."""

    coded: int = 0
    failed: int = 0
    unread: int = 0
    """Of the failed: those that could not even be read."""
    taken_over: int = 0
    """Of the coded: those that an earlier, stopped run had coded."""

    @property
    def found(self) -> int:
        return self.coded + self.failed

    def status(self) -> int:
        """Exit status: 0 all coded, 1 some failed, 2 nothing that was named can be read."""
        if not self.failed:
            return 0
        return 2 if self.unread == self.found else 1

    def summary(self) -> str:
        """One line that adds up."""
        before = f" ({self.taken_over} of them by the run before)" if self.taken_over else ""
        reports = "report" if self.found == 1 else "reports"
        return f"{self.found} {reports} found = {self.coded} coded{before} + {self.failed} failed"


def told(failure: Failure) -> str:
    """A failure in one line that begins with the report and ends with the way out."""
    message = " ".join(failure.message.split())
    return message if message.startswith(failure.report) else f"{failure.report}: {message}"


def counted(results: Results, outcome: Outcome) -> Results:
    """The results, each counted before it is handed on."""
    for result in results:
        if isinstance(result, Failure):
            outcome.failed += 1
            outcome.unread += result.stage == "intake"
        else:
            outcome.coded += 1
        yield result


def code_into(reports: Reports, target: Path | Callable[[bytes], None], jobs: int, outcome: Outcome) -> Results:
    """Codes the reports into a file, or line by line into a function; hands each result on once it is written."""
    if not isinstance(target, Path):
        yield from _written(counted(code_all(reports, jobs), outcome), lambda line: target(line + b"\n"))
        return
    with Kept(target) as kept:
        missing = (report for report in reports if not _is_kept(report, kept, outcome))
        yield from _written(counted(code_all(missing, jobs), outcome), kept.add)


def _is_kept(report: Report | Failure, kept: Kept, outcome: Outcome) -> bool:
    is_kept = isinstance(report, Report) and kept.holds(report)
    outcome.coded += is_kept
    outcome.taken_over += is_kept
    return is_kept


def _written(results: Results, write: Callable[[bytes], None]) -> Results:
    for result in results:
        if isinstance(result, Coded):
            write(result.line)
        yield result
