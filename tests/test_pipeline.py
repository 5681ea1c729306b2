from __future__ import annotations

import pytest

from dateline import pipeline
from dateline.coder import Coder
from dateline.errors import ReadingError, UsageError
from dateline.intake import from_text
from dateline.records import Article, Failure, Given


def test_a_report_goes_all_the_way() -> None:
    coding = Coder().code(text="Police said the march was peaceful.")
    assert coding.article.text == "Police said the march was peaceful."


def test_a_report_in_a_language_without_rules_is_cleaned_and_says_so() -> None:
    coding = Coder().code(text="Die Polizei nahm am Sonntag zwölf Menschen fest, sagte das Ministerium.", language="de")
    assert [warning.code for warning in coding.warnings] == ["no_rules"]
    assert coding.statements == ()


def test_an_article_over_the_bound_is_a_clear_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LONGEST", 20)
    with pytest.raises(ReadingError, match="more than the bound of 20"):
        Coder().code(text="Police said that the march was peaceful.")


def test_a_stage_that_breaks_is_a_failure_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(article: Article, parse: object) -> None:
        raise ValueError("no such day")

    monkeypatch.setattr(pipeline, "find_times", breaks)
    failure = Coder().attempt(from_text("Police said so.", Given(), "a.txt"))
    assert failure == Failure(
        report="a.txt", stage="times",
        message="times: ValueError: no such day (way out: please tell us of it, with the report)",
    )  # fmt: skip


def test_wrong_calls_say_the_way_out() -> None:
    with pytest.raises(UsageError, match="wants either text or html"):
        Coder().code()
    with pytest.raises(UsageError, match="does not know colour"):
        Coder().code(text="Police said so.", colour="red")
    with pytest.raises(UsageError, match="holds half a character at 4"):
        Coder().code(text="Poli\ud800ce said so.")
