"""The order of the stages. Stages know records, not each other; only this file knows their order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dateline import __version__
from dateline.actors import find_actors
from dateline.clean import clean
from dateline.errors import DatelineError, ReadingError, StageError
from dateline.events import Reading, code_events
from dateline.fingerprints import model_hashes
from dateline.gazetteer import Gazetteer
from dateline.grammar import Parser
from dateline.numbers import find_numbers
from dateline.places import find_places
from dateline.records import Article, CoderVersion, Coding, Provenance, Report, Warn
from dateline.rulebook import rules_hash
from dateline.statements import credit_numbers, find_statements
from dateline.times import find_times

LONGEST = 3_000_000
"""Characters of a clean article, about 500,000 words: some minutes of work and 2 GiB of memory; ten times the longest
live blog that we know. A longer one is a failure, not a surprise for the machine."""


def code_report(report: Report, parser: Parser, gazetteer: Gazetteer) -> Coding:
    """The coding of one report: every stage, one after the other.

    Raises ReadingError for an article longer than `LONGEST`, StageError for a stage that broke.
    """
    with _stage("clean"):
        article = clean(report)
    return code_article(article, report.provenance, parser, gazetteer)


def code_article(article: Article, provenance: Provenance, parser: Parser, gazetteer: Gazetteer) -> Coding:
    """The coding of an article that is clean already. Raises as `code_report` does."""
    _check_length(article)
    coder = CoderVersion(
        version=__version__, rules=rules_hash(), models={"parser": parser.version, **model_hashes()}
    )  # fmt: skip
    if article.language not in (None, "en"):
        return Coding(coder=coder, report=provenance, article=article, warnings=(_no_rules(article.language),))
    with _stage("grammar"):
        parse = parser.parse(article.text)
    with _stage("actors"):
        entities = find_actors(article, parse, gazetteer)
    with _stage("places"):
        places = find_places(article, parse, entities, gazetteer)
    with _stage("times"):
        times = find_times(article, parse)
    with _stage("numbers"):
        numbers = find_numbers(article, parse, times)
    with _stage("statements"):
        statements = find_statements(article, parse, entities)
        numbers = credit_numbers(numbers, statements)
    with _stage("events"):
        events = code_events(Reading(article, parse, entities, places, times, numbers, statements))
    return Coding(
        coder=coder, report=provenance, article=article, entities=entities, places=places,
        times=times, numbers=numbers, statements=statements, events=events,
    )  # fmt: skip


@contextmanager
def _stage(name: str) -> Iterator[None]:
    """Gives an error that a stage did not raise on purpose the name of the stage."""
    try:
        yield
    except DatelineError:
        raise
    except Exception as error:
        raise StageError(name, error) from error


def _check_length(article: Article) -> None:
    if len(article.text) > LONGEST:
        what = f"has {len(article.text):,} characters of clean text, more than the bound of {LONGEST:,}"
        raise ReadingError("the article", what, "split it into one file for each report")


def _no_rules(language: str | None) -> Warn:
    message = f"no rules for the language {language}: the article is cleaned, not coded"
    return Warn(code="no_rules", message=message)
