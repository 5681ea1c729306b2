"""What can go wrong, said so that a person can mend it: where, what, the way out."""

from __future__ import annotations


class DatelineError(Exception):
    """The base of every error that Dateline raises on purpose.

    `where` names the file, line, option or report; `what` says what is wrong there;
    `way_out` says what to do. `str()` gives all of it in one line.
    """

    def __init__(self, where: str, what: str, way_out: str) -> None:
        super().__init__(where, what, way_out)
        self.where = where
        self.what = what
        self.way_out = way_out

    def __str__(self) -> str:
        return f"{self.where}: {self.what} (way out: {self.way_out})"


class UsageError(DatelineError):
    """The command or the call was used wrongly: no such file, unknown date, unknown option value."""


class ReadingError(DatelineError):
    """A source cannot be read as a report: unreadable, empty, an image, too large."""


class RuleError(DatelineError):
    """A rule, codebook or gazetteer file is wrong; `where` is `file:line`."""


class StageError(DatelineError):
    """A stage broke on a report: a fault of Dateline, not of the report. `where` is the stage."""

    def __init__(self, stage: str, error: Exception) -> None:
        what = f"{type(error).__name__}: {error}".strip().rstrip(":")
        super().__init__(stage, " ".join(what.split())[:300], "please tell us of it, with the report")
