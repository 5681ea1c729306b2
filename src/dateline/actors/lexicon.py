"""What is known of actors before an article is read: nouns, titles, cues in names, given names, the actor table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.grammar import Token
from dateline.records import EntityType
from dateline.rulebook import RULES, Rule, load_rules


class NounRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lemmas of common nouns for actors of one sector."""

    words: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    """Words of a person rule that name a group in the singular: "crowd"."""
    persons: tuple[str, ...] = ()
    """Words of an organisation rule that are people: "landlord"."""
    acting: tuple[str, ...] = ()
    """Words that count only where they speak or act: "the city said"."""
    type: EntityType
    sector: str | None = None
    public: bool


class TitleRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before a person's name. With `role` false they tell nothing of what the person does: "Mr"."""

    words: tuple[str, ...]
    sector: str | None = None
    role: bool = True
    public: bool


class HeadRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make a capitalised name an organisation, or with `type` something else."""

    words: tuple[str, ...]
    sector: str | None = None
    type: EntityType = EntityType.ORGANISATION


class HypernymRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that stand for a body named before: "the agency"."""

    words: tuple[str, ...]
    sectors: tuple[str, ...]


class WordRule(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named list of words."""

    list: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for an actor. `plural` in the singular too for a body of people ("crowd")."""

    type: EntityType
    sector: str | None
    public: bool
    acts_only: bool
    is_body: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the actor table."""

    type: EntityType
    sector: str | None
    country: str | None
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    nouns: dict[str, Noun]
    titles: dict[str, TitleRule]
    heads: dict[str, HeadRule]
    words: dict[str, frozenset[str]]
    """speech, acting, addressed, quantity, calendar, male, female."""
    hypernyms: dict[str, tuple[str, ...]]
    """Sectors of the bodies that a word can stand for."""
    genders: dict[str, str]
    """Given name in lower case: "m", "f" or "u"."""
    known: dict[str, Known]
    """By name as written, without "the"."""

    def gender(self, word: str) -> str | None:
        """Of a given name, a title or a noun in lower case; None where it tells nothing."""
        if word in self.words["male"]:
            return "m"
        if word in self.words["female"]:
            return "f"
        return None

    def sector_of(self, tokens: Sequence[Token]) -> str | None:
        """The last sector that the words of an office tell: "student" leader, head of the crews' "union"."""
        for token in reversed(tokens):
            noun = self.nouns.get(token.lemma.lower()) or self.nouns.get(token.lower)
            head = self.heads.get(token.lower)
            sector = (noun.sector if noun else None) or (head.sector if head else None)
            if sector not in (None, "UNK"):
                return sector
        return None


@cache
def lexicon() -> Lexicon:
    """The lexicon, loaded once."""
    nouns: dict[str, Noun] = {}
    for rule in load_rules("en/actors.toml", NounRule, "noun"):
        for word in (*rule.words, *rule.bodies):
            nouns.setdefault(word, _noun(rule, word))
    return Lexicon(
        nouns=nouns,
        titles={w: r for r in reversed(load_rules("en/actors_names.toml", TitleRule, "title")) for w in r.words},
        heads={w: r for r in reversed(load_rules("en/actors_names.toml", HeadRule, "head")) for w in r.words},
        words={r.list: frozenset(r.words) for r in load_rules("en/actors_names.toml", WordRule, "word")},
        hypernyms={
            w: r.sectors for r in load_rules("en/actors_names.toml", HypernymRule, "hypernym") for w in r.words
        },
        genders=dict(line.split(" ") for line in _lines("en/first_names.txt")),
        known=_known(),
    )


def _noun(rule: NounRule, word: str) -> Noun:
    kind = EntityType.PERSON if word in rule.persons else rule.type
    if word in rule.bodies:
        kind = EntityType.GROUP
    return Noun(kind, rule.sector, rule.public, word in rule.acting, word in rule.bodies)


def _known() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for line in _lines("actors.tsv"):
        names, kind, sector, country, wikidata = line.split("\t")
        row = Known(EntityType(kind), sector or None, country or None, wikidata or None)
        found.update(dict.fromkeys(names.split("|"), row))
    return found


def _lines(name: str) -> list[str]:
    lines = (RULES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
