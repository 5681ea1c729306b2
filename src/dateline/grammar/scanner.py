"""Finds phrases by patterns over classes of words: the engine of the grammars for times and numbers.

Each word of a text becomes one symbol that stands for its class ("MONTH", "UNITS", "NUM"), and a
pattern is a regular expression over symbols, written as `the? DAY of? MONTH YEAR`. Upper case
names a class or a macro, lower case a word as it stands, quotation marks a punctuation mark;
`?`, `|`, round brackets and `{1,4}` work as usual. There is no unbounded repeat, so that matching
is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.errors import RuleError
from dateline.rulebook import Rule, load_rules

Value = str | int | float


class Word(NamedTuple):
    """One word, figure or mark. `kind` is its class, "" for none; `value` is the lexicon's."""

    text: str
    start: int
    end: int
    kind: str = ""
    value: Value = ""

    @property
    def lower(self) -> str:
        return self.text.lower()


class Lexicon(Rule, frozen=True, kw_only=True):
    """A class of words (its `id`) with the value of each; a word may be a phrase."""

    words: dict[str, Value]


class Match(NamedTuple):
    """Words `first` to `last` (half-open) that fit a pattern."""

    rule: str
    first: int
    last: int


_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?![\d,.]?\d)"
    r"|\d+(?:st|nd|rd|th|s)\b"
    r"|\d+(?:[.,:/]\d+)*"
    r"|[^\W\d_](?:\.[^\W\d_]\b)+\.?"
    r"|[^\W\d_]+\.?"
    r"|\n+|[^\w\s]|_+"
)
_ITEM = re.compile(r"[A-Z_]+|[a-z]+|'[^']+'|\{1,\d\}|[()|?]|\s+|(.)")
_FIRST_SYMBOL = 0xE000
_NONE = "\x00"


class Words:
    """Cuts a text into words and looks each up, the longest phrase first."""

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self.single: dict[str, tuple[str, Value]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, Value]]] = {}
        for lexicon in lexicons:
            for phrase, value in lexicon.words.items():
                parts = tuple(part.lower() for part in _split(phrase))
                if len(parts) == 1:
                    self.single[parts[0]] = (lexicon.id, value)
                else:
                    self._phrases.setdefault(parts[0], []).append((parts, lexicon.id, value))
        for known in self._phrases.values():
            known.sort(key=lambda phrase: -len(phrase[0]))

    def cut(self, text: str) -> list[Word]:
        """All words in reading order; a phrase of the lexicon is one word."""
        plain = list(self._plain(text))
        found: list[Word] = []
        i = 0
        while i < len(plain):
            word = plain[i]
            taken, phrase = self._phrase(plain, i, text) if word.lower in self._phrases else (1, None)
            found.append(phrase or word)
            i += taken
        return found

    def _plain(self, text: str) -> Iterator[Word]:
        single = self.single
        for match in _TOKEN.finditer(text):
            form, start = match.group(), match.start()
            entry = single.get(form.lower())
            if entry is None and form[-1] == "." and len(form) > 1:
                kind, value = single.get(form[:-1].lower(), ("", ""))
                yield Word(form[:-1], start, start + len(form) - 1, kind, value)
                yield Word(".", start + len(form) - 1, start + len(form))
            elif entry is None:
                yield Word(form, start, start + len(form))
            else:
                yield Word(form, start, start + len(form), entry[0], entry[1])

    def _phrase(self, plain: list[Word], i: int, text: str) -> tuple[int, Word | None]:
        for parts, kind, value in self._phrases[plain[i].lower]:
            words = plain[i : i + len(parts)]
            if tuple(word.lower.replace("’", "'") for word in words) == parts and _touch(words):
                start, end = words[0].start, words[-1].end
                return len(parts), Word(text[start:end], start, end, kind, value)
        return 1, None


def _touch(words: list[Word]) -> bool:
    """A sign at the end of a phrase must touch what is before it: "S$" is no "president's $"."""
    return words[-1].text[0].isalnum() or words[-1].start == words[-2].end


class Scanner:
    """Matches patterns, each with the name of its rule, over classified words."""

    def __init__(self, patterns: Iterable[tuple[str, str]], macros: Mapping[str, str], cores: Iterable[str]) -> None:
        self._symbols: dict[str, str] = {}
        self._macros = macros
        self._patterns = [(rule, re.compile(self._translated(pattern, rule))) for rule, pattern in patterns]
        self._core = re.compile("[" + "".join(self._symbol(kind) for kind in cores) + "]")
        self._stretch = re.compile(f"[^{_NONE}]+")

    def matches(self, words: list[Word]) -> list[Match]:
        """What fits, in reading order without overlaps: the leftmost, then the longest, then the first rule."""
        return choose(self.all_matches(words))

    def all_matches(self, words: list[Word]) -> list[Match]:
        """What fits any pattern, overlaps and all."""
        symbols = self._symbols
        line = "".join([symbols.get(word.kind) or symbols.get(word.lower) or _NONE for word in words])
        found: list[Match] = []
        for stretch in self._stretch.finditer(line):
            low, high = stretch.span()
            if self._core.search(line, low, high):
                for rule, pattern in self._patterns:
                    found += [Match(rule, *match.span()) for match in pattern.finditer(line, low, high)]
        return found

    def _translated(self, pattern: str, rule: str) -> str:
        parts: list[str] = []
        for match in _ITEM.finditer(pattern):
            part = match.group()
            if match[1]:
                raise RuleError(rule, f"the pattern has a {match[1]!r}", "write words, CLASSES, 'marks', ( ) | ? {1,4}")
            if part.isspace():
                continue
            if part == "(":
                parts.append("(?:")
            elif part in self._macros:
                parts.append("(?:" + self._translated(self._macros[part], rule) + ")")
            elif part in (")", "|", "?") or part[0] == "{":
                parts.append(part)
            else:
                parts.append(self._symbol(part.strip("'")))
        return "".join(parts)

    def _symbol(self, name: str) -> str:
        return self._symbols.setdefault(name, chr(_FIRST_SYMBOL + len(self._symbols)))


def choose(matches: list[Match]) -> list[Match]:
    """Of overlapping matches the leftmost, then the longest, then the earliest rule."""
    chosen: list[Match] = []
    end = 0
    for match in sorted(matches, key=lambda match: (match.first, -match.last)):
        if match.first >= end:
            chosen.append(match)
            end = match.last
    return chosen


def load_words(*names: str) -> Words:
    """The words of the `[[class]]` tables in the rule files `names`."""
    return Words(lexicon for name in names for lexicon in load_rules(name, Lexicon, "class"))


def _split(phrase: str) -> list[str]:
    return [phrase] if _TOKEN.fullmatch(phrase) else _TOKEN.findall(phrase)
