"""Gives shouted paragraphs (old wire texts, headlines) the case of running text for the parser.

The small English model reads "THE ARMY KILLED TWO PEASANTS" as a row of names. What comes back
has the same length, so offsets stay; only the parser sees it, tokens carry the article's own text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from wordfreq import zipf_frequency

from dateline.rulebook import RULES

SHOUTED_SHARE = 0.8
"""Share of capitals among a paragraph's letters: a shouted "7.62-mm" has 0.9, a Title Case line under 0.3."""
_FEWEST_LETTERS = 12
_COMMON = 4.3
"""Zipf frequency from which a word that the lexicon lacks is no name: takes in "their", "although", not "garcia"."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACRONYM = re.compile(r"[(\[]([A-Z]{2,10}(?:-[A-Z0-9]+)?)[)\]]")
_EXPANDED = re.compile(r"\b([A-Z]{2,10})\s?[(\[]([A-Z' -]{6,90})[)\]]")
_HEAD = re.compile(r"[^a-z]{0,120}?--\s*(?:\[[^\]]+\]\s*)*")
"""The opening of a wire story: "SAN SALVADOR, 3 JAN 90 (DPA) -- [TEXT]"."""
_BIGRAMS = frozenset({("united", "states"), ("united", "nations"), ("united", "kingdom"), ("white", "house")})
_INITIALS = re.compile(r"(?<![^\W\d_])(?:[A-Z]\.){2,}")
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.$")
_SMALL = frozenset({"of", "and", "the", "for", "de", "del", "la", "los", "in", "on"})


def is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals."""
    upper = sum(map(str.isupper, text))
    return upper >= _FEWEST_LETTERS and upper >= SHOUTED_SHARE * (upper + sum(map(str.islower, text)))


def shouted(text: str, paragraphs: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """Numbers of the shouted paragraphs."""
    return frozenset(n for n, (start, end) in enumerate(paragraphs) if is_shouted(text[start:end]))


def in_running_case(
    text: str, paragraphs: tuple[tuple[int, int], ...], is_word: Callable[[str], bool]
) -> str:
    """`text` with its shouted paragraphs in lower case but for likely names. Same length, same offsets.

    A word is a name when the article's other paragraphs write it with a capital alone, when it
    stands in `capitals.txt`, or when neither the lexicon (`is_word`) nor the frequency list know it.
    """
    loud = shouted(text, paragraphs)
    if not loud:
        return text
    calm = " ".join(text[start:end] for n, (start, end) in enumerate(paragraphs) if n not in loud)
    case = _Case(calm, " ".join(text[start:end] for n, (start, end) in enumerate(paragraphs) if n in loud), is_word)
    pieces, last = [], 0
    for n in sorted(loud):
        start, end = paragraphs[n]
        pieces += [text[last:start], case.rewrite(text[start:end])]
        last = end
    return "".join([*pieces, text[last:]])


@cache
def _capitals() -> frozenset[str]:
    texts = [(RULES / f"en/{name}.txt").read_text(encoding="utf-8") for name in ("capitals", "capitals_by_hand")]
    lines = [line for text in texts for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


class _Case:
    """What one article tells about the case of its words."""

    def __init__(self, calm: str, loud: str, is_word: Callable[[str], bool]) -> None:
        words = _WORD.findall(calm)
        self._lower = frozenset(word for word in words if word.islower())
        self._given: dict[str, str] = {word.lower(): word for word in words if not word.islower()}
        self._acronyms: frozenset[str] = frozenset(_ACRONYM.findall(loud))
        self._is_word = is_word

    def rewrite(self, paragraph: str) -> str:
        names = {at for match in _ACRONYM.finditer(paragraph) for at in _expansion(paragraph, match)}
        names.update(at for match in _EXPANDED.finditer(paragraph) for at in _expanded(match))
        head = _HEAD.match(paragraph)
        body = head.end() if head else 0
        kept = {at for match in _INITIALS.finditer(paragraph) for at in range(*match.span())}
        pieces, last, before = [], 0, ""
        for match in _WORD.finditer(paragraph):
            start, word = match.start(), match.group()
            is_capital = start in names or start == body or _opens_sentence(paragraph, start)
            is_capital = is_capital or (before.lower(), word.lower()) in _BIGRAMS
            new = word if start in kept else self._word(word, is_capital)
            pieces += [paragraph[last:start], new if len(new) == len(word) else word]
            last, before = match.end(), word
        return "".join([*pieces, paragraph[last:]])

    def _word(self, word: str, is_capital: bool) -> str:
        lower = word.lower()
        if word in self._acronyms:
            return word
        if lower in self._given and lower not in self._lower:
            return self._given[lower]
        if is_capital or self._is_name(lower):
            return word if _is_unspeakable(lower) else word[0] + lower[1:]
        return lower

    def _is_name(self, lower: str) -> bool:
        if lower in self._lower or len(lower) == 1:
            return len(lower) == 1 and lower not in ("a", "y", "e", "o")
        stem = re.split("['’]", lower)[0]
        if stem in _capitals():
            return True
        return not self._is_word(stem) and zipf_frequency(stem, "en") < _COMMON


def _is_unspeakable(lower: str) -> bool:
    """Letters without a vowel are an acronym: FMLN."""
    return not set(lower) & set("aeiouyáéíóúäöüèàâêôûãõ")


def _opens_sentence(paragraph: str, at: int) -> bool:
    before = paragraph[max(at - 6, 0) : at].rstrip(" \"'“‘([")
    if at < 6 and not before:
        return True
    return before.endswith((".", "!", "?")) and not _INITIAL.search(before)


def _expanded(match: re.Match[str]) -> list[int]:
    """Offsets of the words of "ABC [ALPHA BETA CORPS]" where their initials are the acronym's letters, in any order.

    Old wires print the Spanish acronym with the English name: "FMLN [FARABUNDO MARTI NATIONAL LIBERATION FRONT]".
    """
    words = [word for word in _WORD.finditer(match[0], match.start(2) - match.start()) if word[0].lower() not in _SMALL]
    initials = [word[0][0] for word in words]
    if initials[:1] != [match[1][0]] or not set(initials) <= set(match[1]):
        return []
    return [match.start() + word.start() for word in words]


def _expansion(paragraph: str, acronym: re.Match[str]) -> list[int]:
    """Offsets of the words before "(ABC)" whose initials it takes; small words do not count, one word more may."""
    letters = acronym[1].split("-")[0]
    words = list(_WORD.finditer(paragraph, max(acronym.start() - 25 * len(letters), 0), acronym.start()))
    found: list[int] = []
    for word in reversed(words):
        if len(found) > len(letters) or (len(found) == len(letters) and paragraph[found[-1]] == letters[0]):
            break
        if word.group().lower() in _SMALL:
            continue
        found.append(word.start())
    initials = [paragraph[at] for at in reversed(found)]
    return found if initials[:1] == [letters[0]] and set(initials) <= set(letters) else []
