"""Parts of totals and figures that are no longer held."""

from __future__ import annotations

from dateline.grammar import Parse
from dateline.numbers.counted import words_of

_PART_BEFORE = ("including", "among", "incl", "include", "included")
_PART_AFTER = ("them", "whom", "those", "these", "which")
_WINDOW = 6


def is_part(parse: Parse, first: int, last: int) -> bool:
    """True for "two of them", "including 3 children", "among them two officers"."""
    after = [token.lower for token in parse.tokens[last + 1 : last + 4]]
    if after[:1] == ["of"] and (len(after) > 1 and after[1] in _PART_AFTER):
        return True
    sentence = parse.sentence_of(first).first
    before = [token.lower for token in parse.tokens[max(sentence, first - 3) : first]]
    return any(word in _PART_BEFORE for word in before)


def is_part_of_next(parse: Parse, last: int, following: int) -> bool:
    """True for "three of the 12 detainees": `following` is the first token of the next number."""
    between = [token.lower for token in parse.tokens[last + 1 : following]]
    return between in (["of"], ["of", "the"], ["of", "those"], ["of", "its"], ["of", "their"], ["out", "of"])


def is_superseded(parse: Parse, first: int, unit: str | None) -> bool:
    """True for "from 38" in "the toll rose to 41 from 38", and "an earlier figure of six"."""
    if unit not in (None, "people"):
        return False
    sentence = parse.sentence_of(first)
    before = parse.tokens[max(sentence.first, first - _WINDOW) : first]
    lowers = [token.lower for token in before]
    if not any(parse.tokens[i].lemma in words_of("COUNT") for i in range(sentence.first, sentence.last)):
        return False
    if lowers and lowers[-1] == "from":
        return True
    older = [i for i, word in enumerate(lowers) if word in words_of("OLDER") and word != "from"]
    return bool(older) and any(token.lemma in words_of("COUNT") or token.is_verb for token in before[older[-1] :])
