"""Tells what kind of actor a capitalised name is, by its words, the actor table and the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from dateline.actors.lexicon import Lexicon
from dateline.actors.mention import acts, is_addressed, takes_part
from dateline.grammar import Parse, Token
from dateline.records import EntityType

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_OF = frozenset({"of", "for"})


class Toponyms(Protocol):
    """What this stage asks the gazetteer."""

    def knows(self, name: str) -> bool: ...
    def demonym(self, word: str) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run says: the tokens of the name proper (none: an office alone) and its kind."""

    type: EntityType | None
    name: tuple[Token, ...] = ()
    office: tuple[Token, ...] = ()
    sector: str | None = None
    country: str | None = None
    gender: str | None = None
    is_plural: bool = False


class NameKinds:
    """Reads the words of name runs."""

    def __init__(self, parse: Parse, lexicon: Lexicon, toponyms: Toponyms) -> None:
        self._parse, self._lexicon, self._toponyms = parse, lexicon, toponyms
        self.surnames: set[str] = set()
        """Last names of persons of this article, lower case."""
        self.acting: set[str] = set()
        """Places that act somewhere in this article, as written: there also "Washington's envoy" is the actor."""

    def acts(self, head: int) -> bool:
        words = self._lexicon.words
        return acts(self._parse, head, words["acting"]) or is_addressed(self._parse, head, words["addressed"])

    def is_actor(self, reading: Reading) -> bool:
        """Of a place: whether it acts here, or takes part here and acts elsewhere."""
        head = reading.name[-1].i
        return self.acts(head) or (joined(reading.name) in self.acting and takes_part(self._parse, head))

    def country(self, office: tuple[Token, ...]) -> str | None:
        """ISO code of the country that the words before a name tell: "US" President."""
        for token in office:
            known = self._lexicon.known.get(token.text)
            country = self._toponyms.demonym(token.text) or (known.country if known else None)
            if country:
                return country
        return None

    def read(self, tokens: tuple[Token, ...], has_office: bool) -> Reading:
        """The kind of a run. `has_office`: an office in lower case stands right before it."""
        text = joined(tokens)
        known = self._lexicon.known.get(text)
        is_surname = len(tokens) == 1 and tokens[0].lower in self.surnames
        if known is not None and (known.type is EntityType.PERSON or not is_surname):
            return Reading(known.type, tokens, (), known.sector, known.country,
                            self._first_name_gender(tokens), known.sector == "PTY" and text.endswith("s"))  # fmt: skip
        titled = self._titled(tokens)
        if titled is not None:
            return titled
        if has_office and not self._has_head(tokens):
            return Reading(EntityType.PERSON, tokens, gender=self._first_name_gender(tokens))
        return self._by_words(tokens, text)

    def _titled(self, tokens: tuple[Token, ...]) -> Reading | None:
        """Splits "US President Donald Trump" and "Secretary of State Anna Rose"; an office alone has no name."""
        titles = self._lexicon.titles
        at = max((n for n, token in enumerate(tokens) if bare(token) in titles), default=-1)
        if at < 0 and not self._opens_with_trade(tokens):
            return None
        at = max(at, 0)
        rest = tokens[at + 1 :]
        if rest and rest[0].lower in _OF:
            split = self._first_given_name(rest)
            office, rest = tokens[: at + 1 + split], rest[split:]
        else:
            office = tokens[: at + 1]
        if self._has_head(rest) or (rest and bare(rest[0]) in _SUFFIXES):
            return None
        if not rest:
            return self._office_alone(tokens, at)
        return Reading(EntityType.PERSON, rest, office, gender=self._first_name_gender(rest))

    def _opens_with_trade(self, tokens: tuple[Token, ...]) -> bool:
        """A trade at the head of a sentence ("Doctor Hana Levi") or before a given name ("Republican Ana Ruiz")."""
        first, given = tokens[0], self._lexicon.genders
        noun = self._lexicon.nouns.get(first.lower) or self._lexicon.nouns.get(first.lower.removesuffix("s"))
        if len(tokens) < 2 or noun is None or noun.type is not EntityType.PERSON or first.lower in given:
            return False
        before_name = len(tokens) > 2 and tokens[1].lower in given
        return before_name or first.i == self._parse.sentence_of(first.i).first

    def _office_alone(self, tokens: tuple[Token, ...], at: int) -> Reading | None:
        rule = self._lexicon.titles.get(bare(tokens[at]))
        if rule is None or not rule.role or bare(tokens[at]) not in self._lexicon.nouns:
            return None
        return Reading(EntityType.PERSON, (), tokens, rule.sector)

    def _first_given_name(self, rest: tuple[Token, ...]) -> int:
        """Where the person's name starts behind "of State"; the end where none does."""
        given = (n for n, t in enumerate(rest) if n > 1 and t.lower in self._lexicon.genders)
        return next(given, len(rest))

    def _has_head(self, tokens: tuple[Token, ...]) -> bool:
        return any(bare(token) in self._lexicon.heads for token in tokens)

    def _by_words(self, tokens: tuple[Token, ...], text: str) -> Reading:
        gender = self._first_name_gender(tokens)
        given = len(tokens) > 1 and gender is not None
        head = self._body_head(tokens)
        if head is not None and not (given and len(tokens) == 2 and not self._toponyms.knows(tokens[0].text)):
            rule = self._lexicon.heads[head]
            return Reading(rule.type, tokens, (), rule.sector, self.country(tokens[:-1]))
        if given and not (self._toponyms.knows(text) and not self.acts(tokens[-1].i)):
            return Reading(EntityType.PERSON, tokens, gender=gender)
        return self._by_gazetteer(tokens, text)

    def _by_gazetteer(self, tokens: tuple[Token, ...], text: str) -> Reading:
        if len(tokens) == 1 and tokens[0].lower in self.surnames:
            return Reading(EntityType.PERSON, tokens)
        country = self._toponyms.demonym(text)
        if country:
            return Reading(EntityType.GROUP, tokens, (), "CVL", country, is_plural=text.endswith("s"))
        if self._toponyms.knows(text):
            return Reading(EntityType.PLACE, tokens, (), "GOV")
        if len(tokens) == 1 and 1 < len(text) <= 6 and text.isupper() and text.isalpha():
            return Reading(EntityType.ORGANISATION, tokens)
        return self._unknown(tokens)

    def _unknown(self, tokens: tuple[Token, ...]) -> Reading:
        """No cue in the words: behind "the" a body, else open until the whole article is read (`cast`)."""
        before = self._parse.tokens[tokens[0].i - 1] if tokens[0].i else None
        names_itself = tokens[-1].dep not in ("compound", "amod", "nmod")
        if before is not None and before.lower == "the" and names_itself:
            return Reading(EntityType.ORGANISATION, tokens)
        return Reading(None, tokens)

    def _body_head(self, tokens: tuple[Token, ...]) -> str | None:
        """The word that makes it a body: the last one, or the one before "of"; else any."""
        words = [bare(token) for token in tokens]
        for n, word in enumerate(words):
            if n and word in _OF and words[n - 1] in self._lexicon.heads:
                return words[n - 1]
        found = [word for word in reversed(words) if word in self._lexicon.heads]
        forces = [word for word in found if self._lexicon.heads[word].sector in ("COP", "MIL")]
        return next(iter([*forces, *found]), None)

    def _first_name_gender(self, tokens: tuple[Token, ...]) -> str | None:
        """Of the given name. One word alone is mostly a surname ("Clinton", "Kelly")."""
        return self._lexicon.genders.get(tokens[0].lower) if len(tokens) > 1 else None


def bare(token: Token) -> str:
    """The word in lower case without the stop of an abbreviation: "Gov." gives "gov"."""
    return token.lower.rstrip(".")


def joined(tokens: tuple[Token, ...]) -> str:
    """The name as the text has it, blanks and hyphens included."""
    pieces = [tokens[0].text]
    for before, token in pairwise(tokens):
        pieces += [" " if token.start > before.end else "", token.text]
    return "".join(pieces)
