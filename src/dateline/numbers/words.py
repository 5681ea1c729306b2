"""Words of quantities: figures by their shape, doubtful words by what stands around."""

from __future__ import annotations

from functools import cache

from dateline.grammar import Parse, Token
from dateline.grammar.numerals import figure_value
from dateline.grammar.scanner import Word, Words, load_words

_AFTER_ONE = ("no", "the", "this", "that", "any", "every", "some", "each", "which", "another", "only", "a", "day")
_CODE_LENGTH = 3


@cache
def _words() -> Words:
    return load_words("en/numbers_words.toml", "en/numerals.toml")


def number_words(text: str, parse: Parse) -> list[Word]:
    """The words of the text, each with the class that it has where it stands."""
    words = [_figure(word) if word.text[0].isdigit() else word for word in _words().cut(text)]
    for i, word in enumerate(words):
        if word.kind and not _passes(words, i, parse):
            words[i] = word._replace(kind="", text=word.text)
    return words


def _figure(word: Word) -> Word:
    text = word.text
    if text[-2:] in ("st", "nd", "rd", "th"):
        return word._replace(kind="ORDINAL", value=int(text[:-2]))
    value = figure_value(text)
    return word if value is None else word._replace(kind="FIGURE", value=value)


def _passes(words: list[Word], i: int, parse: Parse) -> bool:
    word = words[i]
    before = words[i - 1] if i else None
    if word.kind == "ABBREVIATION":
        is_tied = before is not None and before.kind == "FIGURE" and before.end == word.start
        return is_tied and _is_million(words, i, parse)
    if word.kind == "MEASURE" and len(word.text) <= 2:
        return before is not None and before.kind == "FIGURE"
    if word.kind == "CURRENCY":
        return _is_currency(words, i)
    if word.lower == "one":
        return _is_counting_one(words, i, parse)
    if word.lower in ("second", "scores", "tens", "won", "try"):
        return _tag(parse, word) in (("JJ",) if word.lower == "second" else ("NNS", "NN"))
    return True


def _is_million(words: list[Word], i: int, parse: Parse) -> bool:
    """ "2m people" and "$2m" are millions, "2m high" is metres."""
    if words[i].lower != "m" or (i > 1 and words[i - 2].kind in ("CURRENCY", "HYPHEN", "DASH")):
        return True
    after = words[i + 1] if i + 1 < len(words) else None
    return after is not None and (after.kind == "MONEY" or _tag(parse, after) in ("NNS", "NNP", "NNPS"))


def _is_currency(words: list[Word], i: int) -> bool:
    word = words[i]
    near = [words[j].kind for j in (i - 1, i + 1) if 0 <= j < len(words)]
    if "FIGURE" not in near or " " in word.text:
        return False
    return not word.text.isalpha() or word.text.isupper() or word.lower == "rs"


def _is_counting_one(words: list[Word], i: int, parse: Parse) -> bool:
    """ "One person", "one was killed", "one in five"; not "no one", "the one", "one another"."""
    before = words[i - 1].lower if i else ""
    after = words[i + 1].lower if i + 1 < len(words) else ""
    return before not in _AFTER_ONE and after not in ("another", "day") and _tag(parse, words[i]) == "CD"


def token_of(parse: Parse, word: Word) -> Token | None:
    i = parse.token_at(word.start)
    return None if i is None else parse.tokens[i]


def _tag(parse: Parse, word: Word) -> str:
    token = token_of(parse, word)
    return token.tag if token else ""
