"""The order of the stages. Stages know records, not each other; only this file knows their order."""

from __future__ import annotations

from dateline import __version__
from dateline.actors import find_actors
from dateline.clean import clean
from dateline.events import Reading, code_events
from dateline.gazetteer import Gazetteer
from dateline.grammar import Parser
from dateline.numbers import find_numbers
from dateline.places import find_places
from dateline.records import Article, CoderVersion, Coding, Provenance, Report, Warn
from dateline.rulebook import rules_hash
from dateline.statements import credit_numbers, find_statements
from dateline.times import find_times


def code_report(report: Report, parser: Parser, gazetteer: Gazetteer) -> Coding:
    """The coding of one report: every stage, one after the other."""
    return code_article(clean(report), report.provenance, parser, gazetteer)


def code_article(article: Article, provenance: Provenance, parser: Parser, gazetteer: Gazetteer) -> Coding:
    """The coding of an article that is clean already."""
    coder = CoderVersion(version=__version__, rules=rules_hash(), models={"parser": parser.version})
    if article.language not in (None, "en"):
        warning = Warn(
            code="no_rules", message=f"no rules for the language {article.language}: the article is cleaned, not coded"
        )
        return Coding(coder=coder, report=provenance, article=article, warnings=(warning,))
    parse = parser.parse(article.text)
    entities = find_actors(article, parse, gazetteer)
    places = find_places(article, parse, entities, gazetteer)
    times = find_times(article, parse)
    numbers = find_numbers(article, parse, times)
    statements = find_statements(article, parse, entities)
    numbers = credit_numbers(numbers, statements)
    events = code_events(Reading(article, parse, entities, places, times, numbers, statements))
    return Coding(
        coder=coder, report=provenance, article=article, entities=entities, places=places,
        times=times, numbers=numbers, statements=statements, events=events,
    )  # fmt: skip
