"""Noun phrases and capitalised names, read from the parse. Offsets count in `Article.text`, ranges in tokens."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.grammar.parse import Parse, Sentence, Token

_LEFT = frozenset({"det", "predet", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "case", "neg"})
"""Labels of what may stand before the head in its noun phrase."""
_PREPOSITIONS = frozenset(
    ["of", "for", "from", "in", "at", "with", "near", "behind", "against", "to", "between", "under"]
)
"""Those that carry on a noun phrase. "On" hardly ever does in news: it starts a date."""
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "des",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "ten",
    ]
)
_JOINTS = _PARTICLES | {"of", "for", "and", "&", "-", "the"}
_LONGEST = 16
"""Tokens of one name. "Office of the United Nations High Commissioner for Human Rights" has 11."""
_OPENERS = frozenset({"“", '"', "``", "‘", "«", "„", "'", "(", "[", "—", "–", "-", "…", "...", ":", "•", "*"})


def noun_phrase_tokens(parse: Parse, i: int, *, apposition: bool = False) -> range:
    """Token indices of the noun phrase of head `i`: modifiers and "of …" phrases, without relative clauses.

    With `apposition` also what stands in apposition behind it: "Drost, head of the union".
    """
    low, high = _left_edge(parse, i), _right_edge(parse, i)
    if apposition:
        high = _apposed_edge(parse, i, high)
    return range(low, high + 1)


def noun_phrase(parse: Parse, i: int, *, apposition: bool = False) -> tuple[int, int]:
    """Character offsets of the noun phrase of head `i`; see `noun_phrase_tokens`."""
    tokens = noun_phrase_tokens(parse, i, apposition=apposition)
    return parse.tokens[tokens[0]].start, parse.tokens[tokens[-1]].end


def head_in(parse: Parse, start: int, end: int) -> int | None:
    """The highest token of the stretch: the first whose head lies outside, else the last. None for no token."""
    within = parse.tokens_in(start, end)
    outside = (i for i in within if parse.tokens[i].head not in within or parse.tokens[i].head == i)
    return next(outside, within[-1] if within else None)


def is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def _left_edge(parse: Parse, i: int) -> int:
    low = i
    for child in reversed([c for c in parse.children[i] if c < i]):
        token = parse.tokens[child]
        if token.dep == "punct" and token.text == "-" and child == low - 1:
            low = child
            continue
        is_clause = token.is_verb and parse.edges[child][0] != child
        if token.dep not in _LEFT or is_clause or parse.edges[child][1] != low - 1:
            break
        low = parse.edges[child][0]
    colons = (j for j in range(i - 1, low, -1) if parse.tokens[j].tag == ":")
    return next(colons, low - 1) + 1


def _right_edge(parse: Parse, i: int) -> int:
    """Follows "head of the union of …" along prepositions that stand directly behind; a loop, as chains may be long."""
    high = node = i
    while True:
        objects = [c for c in parse.children[node] if c == high + 1 and _carries_on(parse, c)]
        noun = parse.child(objects[0], "pobj") if objects else None
        if noun is None or noun < objects[0] or parse.tokens[noun].is_verb or _left_edge(parse, noun) != objects[0] + 1:
            return high
        high = node = noun


def _carries_on(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return token.dep == "prep" and token.lower in _PREPOSITIONS and parse.child(i, "pobj") is not None


def _apposed_edge(parse: Parse, i: int, high: int) -> int:
    for child in parse.children[i]:
        if child > high and parse.tokens[child].dep == "appos":
            high = max(high, _right_edge(parse, child))
    return high


# --- names ---------------------------------------------------------------------------------------


class NameRun(msgspec.Struct, frozen=True, gc=False):
    """A maximal run of capitalised words: tokens `first` to `last` (inclusive), titles and places included."""

    first: int
    last: int


class NameCues(msgspec.Struct, frozen=True):
    """Lower-case words that tell where names begin and end; see `NameFinder`."""

    breaks: frozenset[str]
    heads: frozenset[str]
    given: frozenset[str]


class NameFinder:
    """Finds the names of one article by tags and capitals; what is a name is learned from running text.

    `breaks` are words that belong to no name though capitalised (weekdays, months), but for
    those that are in `given` too and stand next to a name: "Jan Kline", "Theresa May".
    `heads` are words that make a body's name, lower case: only they are joined by "of" and "and".
    """

    def __init__(self, parse: Parse, loud: frozenset[int], cues: NameCues) -> None:
        self._parse, self._cues, self._heads = parse, cues, cues.heads
        self._loud = loud
        self._titled = frozenset(s.i for s in parse.sentences if s.paragraph not in loud and _is_title_case(parse, s))
        self._inner = frozenset(self._inner_names())

    def _inner_names(self) -> Iterator[str]:
        for token in self._parse.tokens:
            if is_capital(token) and token.sent not in self._titled and self._is_inside(token):
                yield token.lower

    def _is_inside(self, token: Token) -> bool:
        """Inside a sentence of running text, where only names have capitals."""
        sentence = self._parse.sentence_of(token.i)
        if sentence.paragraph in self._loud or token.i == sentence.first:
            return False
        before = self._parse.tokens[token.i - 1]
        return before.text not in _OPENERS and before.text not in (".", "!", "?")

    def runs(self) -> Iterator[NameRun]:
        """All name runs in reading order."""
        tokens = self._parse.tokens
        i = 0
        while i < len(tokens):
            if not self._is_part(tokens[i]):
                i += 1
                continue
            last = self._end_of_run(i)
            yield NameRun(i, last)
            i = last + 1

    def _end_of_run(self, first: int) -> int:
        last = first
        limit = min(self._parse.sentence_of(first).last, first + _LONGEST)
        while last + 1 < limit:
            step = self._next_part(first, last, limit)
            if step is None:
                break
            last = step
        return last

    def _next_part(self, first: int, last: int, limit: int) -> int | None:
        tokens = self._parse.tokens
        if self._is_part(tokens[last + 1]):
            return last + 1
        j = last + 1
        while j < min(limit, last + 4) and tokens[j].lower in _JOINTS and not self._is_part(tokens[j]):
            j += 1
        if j in (last + 1, limit) or not self._is_part(tokens[j]):
            return None
        return j if self._joins(first, last, j) else None

    def _joins(self, first: int, last: int, j: int) -> bool:
        tokens = self._parse.tokens
        joints = [token.lower for token in tokens[last + 1 : j]]
        if joints == ["-"]:
            return tokens[last].end == tokens[last + 1].start and tokens[last + 1].end == tokens[j].start
        if all(joint in _PARTICLES for joint in joints):
            return True
        if joints[0] in ("of", "for"):
            return self._names_body(first, last) and all(joint in ("of", "for", "the") for joint in joints)
        if joints in (["and"], ["&"]):
            return self._is_one_body(first, last, j)
        return False

    def _names_body(self, first: int, last: int) -> bool:
        return self._parse.tokens[last].lower in self._heads

    def _is_one_body(self, first: int, last: int, j: int) -> bool:
        """ "Customs and Border Protection", "Department of Health and Human Services"; not "Rome and the Senate"."""
        tokens, heads = self._parse.tokens, self._heads
        end = j
        limit = min(self._parse.sentence_of(j).last, j + _LONGEST)
        while end + 1 < limit and self._is_part(tokens[end + 1]):
            end += 1
        if tokens[last].lower in heads:
            return False
        if tokens[last].dep in ("compound", "nmod", "amod") and last < tokens[last].head <= end:
            return True
        opened = {token.lower for token in tokens[first:last]}
        return end > j and (tokens[end].lower in heads or ("of" in opened and not opened.isdisjoint(heads)))

    def _is_part(self, token: Token) -> bool:
        if not is_capital(token) or token.tag in ("PRP", "PRP$"):
            return False
        if token.lower in self._cues.breaks and not self._is_given_name(token):
            return False
        if token.sent in self._titled:
            return token.lower in self._inner or (token.is_proper and len(token.text) > 1 and token.text.isupper())
        if self._parse.sentence_of(token.i).paragraph in self._loud:
            return token.is_proper
        return self._is_named_in_text(token)

    def _is_named_in_text(self, token: Token) -> bool:
        """A capital inside a sentence is a name; at its head the tag decides, or the rest of the text."""
        if self._is_inside(token):
            return token.is_proper or token.tag not in ("DT", "IN", "CC", "WP", "WRB", "MD", "TO", "UH")
        if token.is_proper or (token.lower in self._inner and token.is_noun) or _is_acronym(token):
            return True
        return token.is_noun and self._opens_name(token)

    def _opens_name(self, token: Token) -> bool:
        """The first word of a name that opens a sentence: "Border Aid"."""
        if token.dep != "compound" or token.i + 1 >= len(self._parse.tokens):
            return False
        after = self._parse.tokens[token.i + 1]
        return after.sent == token.sent and after.is_proper and is_capital(after)


    def _is_given_name(self, token: Token) -> bool:
        """A month's word inside a name: before a capitalised word or behind a given name, far from any figure."""
        if token.lower not in self._cues.given:
            return False
        tokens = self._parse.tokens
        before, after = tokens[max(token.i - 1, 0)], tokens[min(token.i + 1, len(tokens) - 1)]
        if token.is_proper and after.sent == token.sent and after.is_proper and is_capital(after):
            return after.lower not in self._cues.breaks
        return before.i < token.i and is_capital(before) and before.lower in self._cues.given


def _is_acronym(token: Token) -> bool:
    return 1 < len(token.text) <= 6 and token.text.isupper() and token.text.isalpha()


def _is_title_case(parse: Parse, sentence: Sentence) -> bool:
    """A headline In Capitals Like This: no full stop, nearly all its longer words capitalised, not all names."""
    if parse.tokens[sentence.last - 1].text in (".", "”", '"'):
        return False
    words = [t for t in parse.tokens[sentence.first : sentence.last] if len(t.text) > 3 and t.text.isalpha()]
    capitals = sum(map(is_capital, words))
    return len(words) >= 4 and capitals >= 0.85 * len(words) and any(not t.is_proper for t in words)
