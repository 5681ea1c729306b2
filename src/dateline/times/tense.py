"""Whether what a time belongs to has happened or is to come, by its governing verb."""

from __future__ import annotations

from dateline.grammar import Parse, Token
from dateline.grammar.scanner import load_words

_WORDS = load_words("en/times_tense.toml").single
_HIGHEST = 12
"""Steps up the tree before giving up: a governing verb is nearer in any sentence a person writes."""

PAST, AHEAD, PRESENT = "past", "ahead", "present"


def tense_at(parse: Parse, start: int) -> str | None:
    """`past`, `ahead` or `present` for the words at offset `start`; `None` without a verb.

    Source of the method: the governing verb's Penn tag and its auxiliaries; "to march", "will march"
    and "planned for" point ahead, a present tense by itself is `present`.
    """
    i = parse.token_at(start)
    if i is None:
        return None
    for _ in range(_HIGHEST):
        token = parse.tokens[i]
        if _word_class(token) == "PLANNED" and token.tag != "NN":
            return AHEAD
        if token.is_verb or token.tag == "MD":
            return _of_verb(parse, token)
        if token.head == i:
            return None
        i = token.head
    return None


def is_of_noun(parse: Parse, start: int) -> bool:
    """True for the month of "the killings of November": it hangs on a noun by "of" or "for"."""
    i = parse.token_at(start)
    if i is None:
        return False
    prep = parse.tokens[parse.tokens[i].head]
    return prep.lower in ("of", "for") and parse.tokens[prep.head].is_noun


def _of_verb(parse: Parse, verb: Token) -> str:
    auxiliaries = [parse.tokens[c] for c in parse.children[verb.i] if parse.tokens[c].dep in ("aux", "auxpass")]
    perfect = any(aux.lemma == "have" for aux in auxiliaries)
    if any(_word_class(aux) == "AHEAD" for aux in auxiliaries):
        return PAST if perfect else AHEAD
    if verb.tag == "VBD" or perfect or any(aux.tag == "VBD" for aux in auxiliaries):
        return PAST
    if verb.tag == "VBG" and any(aux.tag in ("VBZ", "VBP") for aux in auxiliaries):
        return AHEAD
    if verb.tag == "VBN" and not auxiliaries:
        return PAST
    if verb.tag in ("VBG", "VB") and verb.head != verb.i and not auxiliaries:
        return _above(parse, verb)
    return PRESENT


def _above(parse: Parse, verb: Token) -> str:
    for _ in range(_HIGHEST):
        head = parse.tokens[verb.head]
        if head.i == verb.i:
            break
        if head.is_verb and head.tag not in ("VBG", "VB"):
            return _of_verb(parse, head)
        verb = head
    return PRESENT


def _word_class(token: Token) -> str:
    return _WORDS.get(token.lower, ("", 0))[0]
