"""Reads the numbers of an article."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache

from msgspec.structs import replace

from dateline.grammar import Parse
from dateline.grammar.scanner import Scanner, Word, choose
from dateline.numbers.amounts import Amount, read_amount
from dateline.numbers.counted import counted_noun, is_label, unit_of
from dateline.numbers.relations import is_part, is_part_of_next, is_superseded
from dateline.numbers.words import number_words
from dateline.records import Article, Number, Time
from dateline.rulebook import RULES, Rule, load_rules

_FILE = "en/numbers.toml"
_CORES = ("CARD", "SCALE", "FIGURE", "VAGUE", "SOME", "HALF", "ORD", "ORDINAL")


class NumberRule(Rule, frozen=True, kw_only=True):
    """A pattern over classes of words, and how its words are read."""

    pattern: str
    sense: str


@cache
def rules() -> dict[str, NumberRule]:
    """The rules by id, in file order."""
    return {rule.id: rule for rule in load_rules(_FILE, NumberRule, "number")}


@cache
def _scanner() -> Scanner:
    macros = tomllib.loads((RULES / _FILE).read_text(encoding="utf-8"))["macros"]
    return Scanner([(rule.id, rule.pattern) for rule in rules().values()], macros, _CORES)


def read_numbers(article: Article, parse: Parse, times: tuple[Time, ...]) -> tuple[Number, ...]:
    words = number_words(article.text, parse)
    taken = [time.span.at for time in times]
    numbers: list[Number] = []
    places: list[tuple[int, int]] = []
    for amount in _amounts(words, taken):
        tokens = _tokens(parse, words, amount)
        if tokens is None or is_label(parse, *tokens):
            continue
        number = _number(article, parse, words, amount, f"n{len(numbers) + 1}")
        if numbers:
            number, numbers[-1] = _related(parse, (numbers[-1], number), (places[-1], tokens))
        numbers.append(number)
        places.append(tokens)
    return tuple(numbers)


def _amounts(words: list[Word], taken: list[tuple[int, int]]) -> list[Amount]:
    """The amounts outside the times; a failed reading ("3-1") gives way to the next rule."""
    matches = [match for match in _scanner().all_matches(words) if not _overlaps(words, match.first, match.last, taken)]
    readings = [(match, read_amount(words, match.first, match.last, rules()[match.rule].sense)) for match in matches]
    kept = {match: amount for match, amount in readings if amount is not None}
    return [kept[match] for match in choose(list(kept))]


def _overlaps(words: list[Word], first: int, last: int, taken: list[tuple[int, int]]) -> bool:
    start, end = words[first].start, words[last - 1].end
    i = bisect_right(taken, (end, 0)) - 1
    return i >= 0 and taken[i][1] > start and taken[i][0] < end


def _tokens(parse: Parse, words: list[Word], amount: Amount) -> tuple[int, int] | None:
    """First and last token of the figure itself, without "at least"."""
    first = amount.first
    while words[first].kind == "BOUND" and first + 1 < amount.last:
        first += 1
    low, high = parse.token_at(words[first].start), parse.token_at(words[amount.last - 1].end - 1)
    return None if low is None or high is None else (low, high)


def _number(article: Article, parse: Parse, words: list[Word], amount: Amount, name: str) -> Number:
    first, last = _tokens(parse, words, amount) or (0, 0)
    has_unit = amount.unit not in (None, "share")
    noun = None if amount.unit in ("money", "ordinal") else counted_noun(parse, first, last)
    unit = amount.unit if has_unit or amount.unit == "share" else unit_of(parse, noun[1] if noun else None, last)
    of = article.span(parse.tokens[noun[0]].start, parse.tokens[noun[1]].end) if noun else None
    return Number(
        id=name, span=article.span(words[amount.first].start, words[amount.last - 1].end),
        low=amount.low, high=amount.high, exact=amount.exact, bound=amount.bound, unit=unit, currency=amount.currency,
        of=of, superseded=amount.unit != "ordinal" and is_superseded(parse, first, unit),
    )  # fmt: skip


def _related(
    parse: Parse, pair: tuple[Number, Number], places: tuple[tuple[int, int], tuple[int, int]]
) -> tuple[Number, Number]:
    """(the number, the one before it), one perhaps with `part_of`; both in one sentence."""
    before, number = pair
    (_, before_last), (first, last) = places
    is_near = parse.tokens[before_last].sent == parse.tokens[first].sent
    if not is_near or before.unit not in (None, "people") or number.unit not in (None, "people"):
        return number, before
    if is_part_of_next(parse, before_last, first):
        return number, replace(before, part_of=number.id, unit=before.unit or number.unit)
    if is_part(parse, first, last):
        whole = before.part_of or before.id
        return replace(number, part_of=whole, unit=number.unit or before.unit), before
    return number, before
