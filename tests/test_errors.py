from __future__ import annotations

import pickle

from dateline.errors import DatelineError, ReadingError, StageError, UsageError


def test_an_error_says_where_what_and_the_way_out_in_one_line() -> None:
    assert str(UsageError("--published", "foo is no date", "write it as 2025-06-16")) == (
        "--published: foo is no date (way out: write it as 2025-06-16)"
    )


def test_every_error_can_be_caught_as_one() -> None:
    for error in (UsageError("a", "b", "c"), ReadingError("a", "b", "c"), StageError("times", ValueError("b"))):
        assert isinstance(error, DatelineError)


def test_a_broken_stage_names_itself_and_keeps_the_first_cause_in_one_line() -> None:
    assert str(StageError("times", ValueError("no\nday"))) == (
        "times: ValueError: no day (way out: please tell us of it, with the report)"
    )


def test_an_error_survives_the_way_between_processes() -> None:
    assert str(pickle.loads(pickle.dumps(ReadingError("a", "b", "c")))) == "a: b (way out: c)"  # noqa: S301
