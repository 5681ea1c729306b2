"""The actors of one article while it is read, and the records made of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.actors.lexicon import Lexicon
from dateline.actors.mention import Kind, Mention, acts
from dateline.grammar import Parse
from dateline.records import Article, Entity, EntityType

_ROLES = 10
"""Roles kept of one actor; only the first is printed."""
_TAKES_PART = ("nsubj", "nsubjpass", "appos", "poss", "dobj", "conj")
_ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")


@dataclass(slots=True, eq=False)
class Figure:
    """One actor, filled while the mentions are linked."""

    type: EntityType | None
    mentions: list[Mention] = field(default_factory=list)
    name: tuple[str, ...] = ()
    roles: list[str] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    gender: str | None = None
    is_plural: bool = False
    sector: str | None = None
    country: str | None = None
    public: bool = False
    is_counted: bool = False

    @property
    def is_named(self) -> bool:
        return bool(self.name)

    @property
    def is_person(self) -> bool:
        return self.type is EntityType.PERSON

    def take(self, mention: Mention) -> None:
        """Adds a mention and what it tells."""
        self.mentions.append(mention)
        if len(mention.name) > len(self.name):
            self.name = mention.name
        if mention.lemma and mention.kind is not Kind.PRONOUN:
            self.lemmas.add(mention.lemma)
        if mention.role and len(self.roles) < _ROLES and mention.role not in self.roles:
            self.roles.append(mention.role)
        self.modifiers |= mention.modifiers
        if self.gender in (None, "u"):
            self.gender = mention.gender or self.gender
        if mention.kind is not Kind.PRONOUN:
            self._learn(mention)
        elif mention.gender:
            self.type = self.type or EntityType.PERSON

    def _learn(self, mention: Mention) -> None:
        self.type = self.type or mention.type
        self.is_plural = self.is_plural or mention.is_plural
        if self.sector in (None, "UNK", "CVL") and mention.sector:
            self.sector = mention.sector
        self.country = self.country or mention.country
        self.public = self.public or mention.public

    def describe(self, role: str, mention: Mention) -> None:
        """Takes the words of an apposition as the role."""
        if len(self.roles) < _ROLES and role not in self.roles:
            self.roles.append(role)
        if mention.lemma:
            self.lemmas.add(mention.lemma)
        self.modifiers |= mention.modifiers
        self._learn(mention)


def entities(article: Article, parse: Parse, figures: list[Figure], lexicon: Lexicon) -> tuple[Entity, ...]:
    """The records of the figures in order of their first mention."""
    for figure in figures:
        if figure.type is None and any(_is_person_like(parse, m, lexicon) for m in figure.mentions):
            figure.type = EntityType.PERSON
    kept = [f for f in figures if f.mentions and f.type is not None]
    for figure in kept:
        figure.mentions.sort(key=lambda mention: (mention.head, mention.first))
    kept.sort(key=lambda figure: (figure.mentions[0].head, figure.mentions[0].first))
    return tuple(_entity(article, parse, f, f"e{n}", lexicon) for n, f in enumerate(kept, 1))


def _is_person_like(parse: Parse, mention: Mention, lexicon: Lexicon) -> bool:
    """A name without any cue: two to four plain words that take part, or one that speaks, are a person."""
    if mention.kind is not Kind.NAME:
        return False
    if not all(word.isalpha() and not word.isupper() for word in mention.name):
        return False
    if len(mention.name) == 1:
        return acts(parse, mention.head, lexicon.words["speech"])
    return len(mention.name) <= 4 and parse.tokens[mention.head].dep in _TAKES_PART


def _entity(article: Article, parse: Parse, figure: Figure, number: str, lexicon: Lexicon) -> Entity:
    tokens = parse.tokens
    spans = [article.span(tokens[m.first].start, tokens[m.last].end) for m in figure.mentions]
    name = _name(article, parse, figure)
    known = lexicon.known.get(name) or lexicon.known.get(name.removeprefix("the ").removeprefix("The "))
    if known is not None and known.type is not figure.type:
        known = None
    kind = figure.type or EntityType.PERSON
    private = kind is EntityType.PERSON and not figure.public and known is None
    sector = figure.sector if figure.sector != "UNK" else None
    if known is not None:
        sector = known.sector or sector
    return Entity(
        id=number, name=name, type=kind, role=figure.roles[0] if figure.roles else None,
        sector=sector or ("CVL" if private else None),
        country=figure.country or (known.country if known else None),
        mentions=tuple(spans), public=_is_public(figure, kind) or known is not None,
        same_as=(f"wikidata:{known.wikidata}",) if known and known.wikidata else (),
    )  # fmt: skip


def _is_public(figure: Figure, kind: EntityType) -> bool:
    return figure.public or kind in (EntityType.ORGANISATION, EntityType.PLACE, EntityType.DOCUMENT)


def _name(article: Article, parse: Parse, figure: Figure) -> str:
    """The fullest name, else the fullest description without its article."""
    tokens = parse.tokens
    if figure.is_named:
        full = max(figure.mentions, key=lambda m: (len(m.name), -m.head))
        low = full.head - (len(full.name) - 1)
        return article.text[tokens[low].start : tokens[full.head].end]
    nouns = [m for m in figure.mentions if m.kind is Kind.NOUN] or figure.mentions
    full = max(nouns, key=lambda m: (m.last - m.first, -m.head))
    words = article.text[tokens[full.first].start : tokens[full.last].end]
    return next((words.removeprefix(a) for a in _ARTICLES if words.startswith(a)), words)
