"""What keeps "May said", "Flight 1999" and "the Sunday Times" from being times."""

from __future__ import annotations

from functools import cache

from dateline.grammar import Parse, Token
from dateline.grammar.scanner import Word
from dateline.rulebook import Rule, load_rules


class Doubt(Rule, frozen=True, kw_only=True):
    """Words that name a time only after one of `before` or before one of `after`."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class YearRule(Rule, frozen=True, kw_only=True):
    """What may stand before a bare year; the units that make a figure a quantity."""

    before: tuple[str, ...]
    determiners: tuple[str, ...]


class NameRule(Rule, frozen=True, kw_only=True):
    """Words that make a name of a weekday: `before` it, or `after` it."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def _doubts() -> dict[str, Doubt]:
    doubts = load_rules("en/times_doubts.toml", Doubt, "doubt")
    return {word: doubt for doubt in doubts for word in doubt.words}


@cache
def _years() -> YearRule:
    return load_rules("en/times_doubts.toml", YearRule, "year")[0]


@cache
def _names() -> NameRule:
    return load_rules("en/times_doubts.toml", NameRule, "name")[0]


_SURE = ("in", "since", "until", "during", "by", "throughout")
"""Prepositions after which a month's name is a month, whatever follows."""
_YEARLY = ("YEAR", "INT", "LAST", "NEXT", "THIS", "SAME")
_CAPITALS = ("MONTH", "WEEKDAY", "WEEKDAYS", "HOLIDAY")


def passes(words: list[Word], i: int, parse: Parse) -> bool:
    """True if word `i` may keep its class, by its capitals, its neighbours and its tag."""
    word = words[i]
    if word.kind in _CAPITALS and not word.text[0].isupper():
        return False
    if word.kind in ("ZONE", "ERA") and word.text.islower() and "." not in word.text:
        return False
    if word.kind == "SEASON" and (_is_downfall(words, i) or not _is_noun_or_free(parse, word)):
        return False
    if word.kind in ("SEASON", "MONTH", "WEEKDAY") and _is_part_of_name(words, i, parse):
        return False
    doubt = _doubts().get(word.lower)
    return doubt is None or _has_neighbour(doubt, words, i, parse)


def _has_neighbour(doubt: Doubt, words: list[Word], i: int, parse: Parse) -> bool:
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if after and (after.kind in doubt.after or after.lower in doubt.after):
        return True
    is_sure = before is not None and (before.lower in _SURE or before.kind in ("MOD", "LAST"))
    if after and not is_sure and words[i].kind == "MONTH" and _is_verb(parse, after):
        return False
    return before is not None and (before.kind in doubt.before or before.lower in doubt.before)


def _is_part_of_name(words: list[Word], i: int, parse: Parse) -> bool:
    """A month, weekday or season next to a capital that makes a name of it."""
    names = _names()
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if after and after.text[0].isupper() and after.lower in names.after:
        return True
    if before and before.text[0].isupper() and before.lower in names.before:
        return True
    token = _token(parse, words[i])
    if token is None or not token.text[0].isupper() or words[i].kind == "WEEKDAY":
        return False
    follows_capital = before is not None and not before.kind and _tag(parse, before) == "NNP" and before.text != "."
    if words[i].kind == "SEASON":
        return follows_capital
    if before is not None and (before.kind in ("DAYNUM", "ORDD", "MOD") or before.lower in _SURE):
        return False
    head = parse.tokens[token.head]
    precedes_name = token.dep == "compound" and head.tag == "NNP" and head.i == token.i + 1 and head.text.isalpha()
    return (precedes_name or follows_capital) and (after is None or after.kind not in ("DAYNUM", "YEAR", "ORDD"))


def is_year(words: list[Word], i: int, parse: Parse) -> bool:
    """True if the four figures of word `i` stand where a year does."""
    rule = _years()
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if after and after.kind in ("ERA", "MONTH"):
        return True
    if after and after.kind in ("HYPHEN", "DASH") and i + 2 < len(words) and words[i + 2].kind == "YEAR":
        return True
    if before is not None and before.text in (".", "!", "?", "”", '"') and after is not None:
        return _tag(parse, after)[:2] in ("VB", "MD", "RB")
    counts = after is not None and _tag(parse, after) in ("NNS", "NNPS")
    if counts or (after is not None and after.lower in ("%", "percent", "per", "million", "billion", "km", "miles")):
        return counts and before is not None and before.lower in rule.determiners and 1900 <= int(words[i].text) < 2050
    if before is None or before.text[0] == "\n":
        return 1700 <= int(words[i].text) < 2050
    return before.kind in rule.before or before.lower in rule.before or before.lower in rule.determiners


def _is_downfall(words: list[Word], i: int) -> bool:
    """ "The fall of Kabul", against "the fall of 1775" and "the fall of that year"."""
    after = words[i + 1 : i + 3]
    return words[i].lower == "fall" and len(after) == 2 and after[0].lower == "of" and after[1].kind not in _YEARLY


def _is_noun_or_free(parse: Parse, word: Word) -> bool:
    return _tag(parse, word)[:2] in ("NN", "")


def _is_verb(parse: Parse, word: Word) -> bool:
    return _tag(parse, word)[:2] in ("VB", "MD")


def _tag(parse: Parse, word: Word) -> str:
    token = _token(parse, word)
    return token.tag if token else ""


def _token(parse: Parse, word: Word) -> Token | None:
    i = parse.token_at(word.start)
    return None if i is None else parse.tokens[i]
