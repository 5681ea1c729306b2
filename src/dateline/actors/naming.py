"""Reads a run of capitalised words: title, name, and what kind of actor carries it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Protocol

from dateline.actors.lexicon import Lexicon
from dateline.actors.mention import Kind, Mention, acts
from dateline.grammar import Parse, Token
from dateline.grammar.names import NameRun
from dateline.records import EntityType

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_BEFORE_NAMES = frozenset({"DT", "PRP$", "JJ", "JJS"})
_OF = frozenset({"of", "for"})


class Toponyms(Protocol):
    """What this stage asks the gazetteer."""

    def knows(self, name: str) -> bool: ...
    def demonym(self, word: str) -> str | None: ...


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a run says: the tokens of the name proper (none: an office alone) and its kind."""

    type: EntityType | None
    name: tuple[Token, ...] = ()
    office: tuple[Token, ...] = ()
    sector: str | None = None
    country: str | None = None
    gender: str | None = None
    is_plural: bool = False


class NameReader:
    """Turns name runs into mentions. Places that only locate are left to the places stage: None comes back."""

    def __init__(self, parse: Parse, lexicon: Lexicon, toponyms: Toponyms) -> None:
        self._parse, self._lexicon, self._toponyms = parse, lexicon, toponyms

    def read(self, run: NameRun) -> Mention | None:
        tokens = self._parse.tokens[run.first : run.last + 1]
        if _letters(tokens) < 2:
            return None
        office = self._office_before(run.first)
        reading = self._read(tokens, bool(office))
        head = reading.name[-1].i if reading.name else run.last
        if reading.type is EntityType.PLACE and not self._acts(head):
            return None
        if self._is_mere_modifier(reading, head):
            return None
        return self._mention(reading, head, run, office)

    def _acts(self, head: int) -> bool:
        return acts(self._parse, head, self._lexicon.words["acting"])

    def _is_mere_modifier(self, reading: _Reading, head: int) -> bool:
        """ "French troops", "Paris police", "Sunday Star readers": the name only says which."""
        token = self._parse.tokens[head]
        if token.dep in ("amod", "compound", "nmod") and token.head != head:
            return reading.type in (None, EntityType.PLACE, EntityType.GROUP)
        return token.tag.startswith("JJ") and reading.type in (None, EntityType.GROUP)

    def _mention(self, reading: _Reading, head: int, run: NameRun, before: tuple[Token, ...]) -> Mention:
        words = self._lexicon
        office = before + reading.office
        title = next((t for t in reversed(office) if _bare(t) in words.titles or _bare(t) in words.nouns), None)
        rule = words.titles.get(_bare(title)) if title else None
        noun = words.nouns.get(title.lemma.lower()) if title else None
        role = self._role(office) if rule is None or rule.role else None
        first = before[0].i if before else self._start(run)
        lemma = _bare(title) if title and role else None
        return Mention(
            head=head, first=first, last=run.last if reading.name or run.last == head else head,
            kind=Kind.NAME if reading.name else Kind.NOUN,
            type=reading.type, name=tuple(t.text for t in reading.name), lemma=lemma, role=role,
            sector=(rule.sector if rule and rule.role else None) or (noun.sector if noun and role else None) or reading.sector,
            country=reading.country or self._country(office),
            is_plural=reading.is_plural, gender=reading.gender or self._gender(office),
            is_definite=True, public=bool((rule and rule.public) or (noun and noun.public)),
            modifiers=frozenset(t.lower for t in office if t is not title),
        )  # fmt: skip

    def _start(self, run: NameRun) -> int:
        """The phrase's start where no office stands before the name: only "the", "his", "embattled" are taken in."""
        start, tokens = run.first, self._parse.tokens
        sent = tokens[start].sent
        while start and tokens[start - 1].sent == sent and tokens[start - 1].tag in _BEFORE_NAMES:
            start -= 1
        return start if tokens[start].tag in ("DT", "PRP$") or start == run.first else run.first

    def _office_before(self, first: int) -> tuple[Token, ...]:
        """The lower-case office right before a name: "the force's spokesman Leon Abara" gives "spokesman"."""
        tokens = self._parse.tokens
        if first == 0 or tokens[first - 1].sent != tokens[first].sent or not tokens[first - 1].is_noun:
            return ()
        title = tokens[first - 1]
        noun = self._lexicon.nouns.get(title.lemma.lower())
        is_person = noun is not None and noun.type is EntityType.PERSON and title.tag in ("NN", "NNP")
        if not is_person and _bare(title) not in self._lexicon.titles:
            return ()
        low = first - 1
        while low > 0 and low > first - 6 and _narrows(tokens[low - 1], title):
            low -= 1
        return tokens[low:first]

    def _role(self, office: tuple[Token, ...]) -> str | None:
        if not office:
            return None
        words = [t for t in office if not (t.i == office[0].i and t.tag in ("DT", "PRP$"))]
        return " ".join(t.text for t in words).replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-") or None

    def _country(self, office: tuple[Token, ...]) -> str | None:
        for token in office:
            known = self._lexicon.known.get(token.text)
            country = self._toponyms.demonym(token.text) or (known.country if known else None)
            if country:
                return country
        return None

    def _gender(self, office: tuple[Token, ...]) -> str | None:
        return next((g for t in reversed(office) if (g := self._lexicon.gender(_bare(t)))), None)

    # --- the kind of name ------------------------------------------------------------------------

    def _read(self, tokens: tuple[Token, ...], has_office: bool) -> _Reading:
        text = _joined(tokens)
        known = self._lexicon.known.get(text)
        if known is not None:
            return _Reading(known.type, tokens, (), known.sector, known.country,
                            self._first_name_gender(tokens), known.sector == "PTY" and text.endswith("s"))  # fmt: skip
        titled = self._titled(tokens)
        if titled is not None:
            return titled
        if has_office and not self._has_head(tokens):
            return _Reading(EntityType.PERSON, tokens, gender=self._first_name_gender(tokens))
        return self._by_words(tokens, text)

    def _titled(self, tokens: tuple[Token, ...]) -> _Reading | None:
        """Splits "US President Donald Trump" and "Secretary of State Anna Rose"; an office alone has no name."""
        titles = self._lexicon.titles
        at = max((n for n, token in enumerate(tokens) if _bare(token) in titles), default=None)
        if at is None:
            return None
        rest = tokens[at + 1 :]
        if rest and rest[0].lower in _OF:
            split = self._first_given_name(rest)
            office, rest = tokens[: at + 1 + split], rest[split:]
        else:
            office = tokens[: at + 1]
        if self._has_head(rest) or (rest and _bare(rest[0]) in _SUFFIXES):
            return None
        if not rest:
            return self._office_alone(tokens, at)
        return _Reading(EntityType.PERSON, rest, office, gender=self._first_name_gender(rest))

    def _office_alone(self, tokens: tuple[Token, ...], at: int) -> _Reading | None:
        rule = self._lexicon.titles[_bare(tokens[at])]
        if not rule.role or _bare(tokens[at]) not in self._lexicon.nouns:
            return None
        return _Reading(EntityType.PERSON, (), tokens, rule.sector)

    def _first_given_name(self, rest: tuple[Token, ...]) -> int:
        """Where the person's name starts behind "of State"; the end where none does."""
        given = (n for n, t in enumerate(rest) if n > 1 and t.lower in self._lexicon.genders)
        return next(given, len(rest))

    def _has_head(self, tokens: tuple[Token, ...]) -> bool:
        return any(_bare(token) in self._lexicon.heads for token in tokens)

    def _by_words(self, tokens: tuple[Token, ...], text: str) -> _Reading:
        gender = self._first_name_gender(tokens)
        given = len(tokens) > 1 and gender is not None
        head = self._body_head(tokens)
        if head is not None and not (given and len(tokens) == 2 and not self._toponyms.knows(tokens[0].text)):
            rule = self._lexicon.heads[head]
            return _Reading(rule.type, tokens, (), rule.sector, self._country(tokens[:-1]))
        country = self._toponyms.demonym(text)
        if country:
            return _Reading(EntityType.GROUP, tokens, (), "CVL", country, is_plural=text.endswith("s"))
        if given and not (self._toponyms.knows(text) and not self._acts(tokens[-1].i)):
            return _Reading(EntityType.PERSON, tokens, gender=gender)
        if self._toponyms.knows(text):
            return _Reading(EntityType.PLACE, tokens, (), "GOV")
        if len(tokens) == 1 and 1 < len(text) <= 6 and text.isupper() and text.isalpha():
            return _Reading(EntityType.ORGANISATION, tokens)
        return self._unknown(tokens)

    def _unknown(self, tokens: tuple[Token, ...]) -> _Reading:
        """No cue in the words: two or three of them that act without "the" are a person, else it stays open."""
        before = self._parse.tokens[tokens[0].i - 1] if tokens[0].i else None
        if before is not None and before.lower == "the":
            return _Reading(EntityType.ORGANISATION, tokens)
        plain = all(token.text.isalpha() and not token.text.isupper() for token in tokens)
        if 1 < len(tokens) <= 4 and plain and tokens[-1].dep in ("nsubj", "nsubjpass", "appos", "poss", "dobj", "conj"):
            return _Reading(EntityType.PERSON, tokens)
        return _Reading(None, tokens)

    def _body_head(self, tokens: tuple[Token, ...]) -> str | None:
        """The word that makes it a body: the last one, or the one before "of"; else any."""
        words = [_bare(token) for token in tokens]
        for n, word in enumerate(words):
            if n and word in _OF and words[n - 1] in self._lexicon.heads:
                return words[n - 1]
        return next((word for word in reversed(words) if word in self._lexicon.heads), None)

    def _first_name_gender(self, tokens: tuple[Token, ...]) -> str | None:
        return self._lexicon.genders.get(tokens[0].lower) if tokens else None


def _bare(token: Token) -> str:
    return token.lower.rstrip(".")


def _letters(tokens: tuple[Token, ...]) -> int:
    return sum(map(str.isalpha, "".join(token.text for token in tokens)))


def _narrows(token: Token, title: Token) -> bool:
    """Whether a word before an office belongs to it: "the", "transport" minister, "dock workers'" leader."""
    if token.sent != title.sent:
        return False
    if token.head == title.i or token.tag == "POS":
        return token.dep in ("det", "amod", "compound", "poss", "nmod", "case")
    return token.dep in ("compound", "poss", "amod", "det") and token.head <= title.i + 4 and token.tag != "CD"


def _joined(tokens: tuple[Token, ...]) -> str:
    """The name as the text has it, blanks and hyphens included."""
    pieces = [tokens[0].text]
    for before, token in itertools.pairwise(tokens):
        pieces += [" " if token.start > before.end else "", token.text]
    return "".join(pieces)
