"""What a number counts, by the parse: its noun, its unit, and whether it is a name after all."""

from __future__ import annotations

from functools import cache

from dateline.grammar import Parse, Token
from dateline.grammar.scanner import Lexicon
from dateline.rulebook import load_rules

_UP = ("nummod", "quantmod", "compound", "amod", "nmod", "advmod", "npadvmod", "conj")
_STEPS = 4
_NOUN_PARTS = ("compound", "amod", "nmod")
_ENDINGS = ("ers", "ists", "ians", "ees", "men", "goers", "seekers", "people")
"""Plurals that name people far more often than things; the exceptions are in the rule table as no people."""


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {lexicon.id: frozenset(lexicon.words) for lexicon in load_rules("en/numbers_counted.toml", Lexicon, "class")}


def words_of(kind: str) -> frozenset[str]:
    """The words of one class of `rules/en/numbers_counted.toml`."""
    return _classes()[kind]


def counted_noun(parse: Parse, first: int, last: int) -> tuple[int, int] | None:
    """Token indices (inclusive) of the words for what tokens `first` to `last` (inclusive) count.

    The head of the number ("12 protesters"), or the noun after "of" ("dozens of officers").
    """
    for i in range(last, first - 1, -1):
        token = parse.tokens[i]
        if (after_of := _after_of(parse, i, last)) is not None:
            return _with_parts(parse, after_of, last)
        head = _climbed(parse, token, first, last)
        if head is not None:
            return _with_parts(parse, head, last)
    return None


def _climbed(parse: Parse, token: Token, first: int, last: int) -> int | None:
    for _ in range(_STEPS):
        if token.dep not in _UP or token.head == token.i:
            return None
        head = parse.tokens[token.head]
        if head.i > last and head.is_noun:
            return head.i
        token = head
    return None


def _after_of(parse: Parse, i: int, last: int) -> int | None:
    """The noun of "dozens of officers", "three of the men", for the number token `i`."""
    if last + 1 >= len(parse.tokens) or parse.tokens[last + 1].lower != "of":
        if parse.tokens[last].lower != "of":
            return None
        of = last
    else:
        of = last + 1
    noun = parse.child(of, "pobj")
    return noun if noun is not None and parse.tokens[noun].is_noun else None


def _with_parts(parse: Parse, noun: int, last: int) -> tuple[int, int]:
    """The noun with the nouns compounded to it: "police officers"."""
    first = noun
    while first - 1 > last and parse.tokens[first - 1].dep == "compound" and parse.tokens[first - 1].head <= noun:
        first -= 1
    return first, noun


def unit_of(parse: Parse, noun: int | None, number: int) -> str | None:
    """`people`, or `None` where the words do not say. `number` is the token of the number itself."""
    if noun is not None:
        return "people" if _names_people(parse.tokens[noun]) else None
    token = parse.tokens[number]
    for _ in range(_STEPS):
        head = parse.tokens[token.head]
        if head.is_verb and head.lemma in words_of("HARM") and not _is_by(token):
            return "people"
        if head.i == token.i or head.is_noun:
            break
        token = head
    return "people" if _speaks_of_people(parse, number) else None


def _is_by(token: Token) -> bool:
    return token.lower in ("by", "at", "with", "in", "on")


def _speaks_of_people(parse: Parse, number: int) -> bool:
    """True after "the toll", "the crowd" in the same sentence: "put the crowd at 15,000"."""
    sentence = parse.sentence_of(number)
    return any(parse.tokens[i].lower in words_of("TOLL") for i in range(max(sentence.first, number - 12), number))


def _names_people(noun: Token) -> bool:
    if noun.lemma.lower() in words_of("PEOPLE") or noun.lower in words_of("PEOPLE"):
        return True
    return noun.tag == "NNS" and noun.lower.endswith(_ENDINGS) and noun.lower not in words_of("THINGS")


def is_label(parse: Parse, first: int, last: int) -> bool:
    """True for a number that is a name: "Flight 1999", "Article 5", "Boeing 737", "Covid-19"."""
    if first == 0:
        return False
    token, before = parse.tokens[last], parse.tokens[first - 1]
    if before.sent != token.sent:
        return False
    if before.text in ("-", "/", "_") and first > 1:
        before = parse.tokens[first - 2]
        return before.is_proper and parse.tokens[first - 1].start == before.end
    if before.lower.rstrip(".") in words_of("LABEL") and (before.text[0].isupper() or before.tag == "NN"):
        is_below = token.dep in ("nummod", "appos", "npadvmod", "ROOT") and token.head <= before.i
        return is_below or before.text[0].isupper()
    return before.is_proper and token.dep in ("nummod", "appos") and token.head == before.i and not _is_age(parse, last)


def _is_age(parse: Parse, last: int) -> bool:
    return last + 1 < len(parse.tokens) and parse.tokens[last + 1].text == ","
