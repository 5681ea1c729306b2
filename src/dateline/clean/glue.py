"""Spaces that were lost, mostly where links stood: put back only where that is certain."""

from __future__ import annotations

import re
from collections import Counter

from dateline.clean.draft import Change, Draft
from dateline.clean.furniture import stretches
from dateline.clean.splitting import Splitter
from dateline.clean.words import frequency

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
_ADDRESS = re.compile(r"://|www\.|@|#\w|\w/\w|\w_\w|\\|\.\w{2,4}/|\w\.(?:com|org|net|co|tv|gov|edu|uk)\b")
_COMMA = re.compile(r"(?<=[a-z]{2}),(?=[^\W\d_]{2})|(?<=[A-Z]{2}),(?=[A-Z][a-z])")
_STOP = re.compile(r"(?<![\w.’'-])([a-z]{3,}|[A-Z][a-z]{3,})([.?!])(?=([A-Z][a-z]+)\b(?!\.))")
_BRACKET = re.compile(r"(?<=[\w.%]\))(?=[A-Za-z][a-z]{2,})")
_QUOTE = re.compile(r'"|“|”')
_NUMBER = re.compile(
    r"(?<![\w.,-])(\d{1,3}(?:,\d{3})*|\d{1,4})(?=(years|people|percent|million|billion|minutes|months|protesters)\b)"
)
_DOMAINS = frozenset(
    ["com", "org", "net", "co", "uk", "info", "tv", "gov", "edu", "io", "ru", "de", "fr", "eu", "us", "ai"]
)


def repair_glue(draft: Draft) -> Draft:
    """The draft with its lost spaces back. For English and articles of no known language."""
    text = draft.text
    counts = Counter(_WORD.findall(text))
    counts.update(_NAME.findall(text))
    splitter = Splitter(counts)
    found: list[Change] = []
    for start, end in stretches(text):
        found += _paragraph_changes(text[start:end], start, splitter)
    return draft.with_changes(found)


def _paragraph_changes(paragraph: str, offset: int, splitter: Splitter) -> list[Change]:
    places = set(_punctuation_places(paragraph))
    words = _WORD.findall(paragraph)
    glued = [word for word in set(words) if splitter.cuts(word)]
    if glued and _is_english(words, glued):
        wanted = frozenset(glued)
        for match in _WORD.finditer(paragraph):
            if match[0] in wanted:
                places.update(match.start() + cut for cut in splitter.cuts(match[0]))
    if not places:
        return []
    return [
        Change(offset + place, offset + place, " ", "glue")
        for place in sorted(places)
        if not _ADDRESS.search(_unbroken(paragraph, place))
    ]


def _unbroken(paragraph: str, place: int) -> str:
    """What stands around `place` without white space, up to 80 characters to each side."""
    left, right = paragraph[max(0, place - 80) : place], paragraph[place : place + 80]
    return (left.split()[-1] if left and not left[-1].isspace() else "") + (right.split() or [""])[0]


def _is_english(words: list[str], glued: list[str]) -> bool:
    """Whether most of the paragraph's plain words are English, so that word frequencies say something."""
    plain = [word for word in words if word.islower() and word not in glued]
    return sum(frequency(word) > 1e-6 for word in plain) * 10 >= len(plain) * 7


def _punctuation_places(paragraph: str) -> list[int]:
    """Where a space is missing beside a comma, full stop, bracket, quotation mark or figure."""
    places = [match.end() for match in _COMMA.finditer(paragraph)]
    places += [match.start() for match in _BRACKET.finditer(paragraph) if _is_aside(paragraph, match.start())]
    places += [match.end() for match in _NUMBER.finditer(paragraph)]
    for match in _STOP.finditer(paragraph):
        known = frequency(match[1].lower()) > 3e-6 and frequency(match[3].lower()) > 3e-5
        if known and match[3].lower() not in _DOMAINS:
            places.append(match.end())
    return places + _quote_places(paragraph)


def _is_aside(paragraph: str, end: int) -> bool:
    """Whether the bracket that closes at `end` opened behind white space and holds several words."""
    start = paragraph.rfind("(", max(0, end - 200), end)
    return start >= 0 and " " in paragraph[start:end] and (start == 0 or paragraph[start - 1].isspace())


def _quote_places(paragraph: str) -> list[int]:
    """Where a quotation mark that opens or closes stands between two letters."""
    places: list[int] = []
    opens = True
    for match in _QUOTE.finditer(paragraph):
        place = match.start()
        is_opening = match[0] == "“" or (match[0] == '"' and opens)
        if match[0] == '"':
            opens = not opens
        left, right = paragraph[max(0, place - 2) : place], paragraph[place + 1 : place + 3]
        if len(left) == 2 and left.isalpha() and len(right) == 2 and right.isalpha():
            places.append(place if is_opening else place + 1)
    return places
