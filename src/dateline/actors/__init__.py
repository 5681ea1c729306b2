"""Who is who in the article: names, short names, descriptions, pronouns, documents.

Names are found first (`naming`), then descriptions and pronouns (`describing`); they are linked in
reading order (`linking`, `antecedents`) into figures (`cast`), which become the entities.
"""

from __future__ import annotations

from dateline.actors.antecedents import Antecedents
from dateline.actors.cast import Figure, entities
from dateline.actors.describing import Describer, pronouns
from dateline.actors.kinds import Toponyms
from dateline.actors.lexicon import Lexicon, lexicon
from dateline.actors.linking import Descriptions, Names, apposed, is_one_kind
from dateline.actors.mention import Kind, Mention
from dateline.actors.naming import NameReader
from dateline.grammar import Parse
from dateline.grammar.casing import shouted
from dateline.grammar.names import NameCues, NameFinder
from dateline.records import Article, Entity, EntityType

__all__ = ["find_actors"]


def find_actors(article: Article, parse: Parse, gazetteer: Toponyms) -> tuple[Entity, ...]:
    """One entity for each actor of the article, in order of first mention, each with all its mentions.

    Places are actors only where they act ("Washington said"). First and second persons are left to
    the statements they stand in.
    """
    words = lexicon()
    names = _name_mentions(article, parse, gazetteer, words)
    taken = {i for m in names for i in range(m.first if m.kind is Kind.NAME else m.head, m.last + 1)}
    bodies = frozenset(m.name[-1].lower() for m in names if len(m.name) > 1 and m.type is EntityType.ORGANISATION)
    others = [*Describer(parse, words, gazetteer, bodies).descriptions(taken), *pronouns(parse)]
    mentions = sorted([*names, *others], key=lambda m: (m.head, m.first))
    figures = _Linker(parse, words, mentions).link()
    return entities(article, parse, figures, words)


def _name_mentions(article: Article, parse: Parse, gazetteer: Toponyms, words: Lexicon) -> list[Mention]:
    loud = shouted(article.text, parse.paragraphs)
    joined = frozenset(words.heads) | frozenset(words.titles)
    cues = NameCues(words.words["calendar"], joined, frozenset(words.genders))
    runs = list(NameFinder(parse, loud, cues).runs())
    reader = NameReader(parse, words, gazetteer)
    reader.learn(runs)
    return [mention for run in runs if (mention := reader.read(run)) is not None]


class _Linker:
    """Links all mentions of one article in reading order."""

    def __init__(self, parse: Parse, words: Lexicon, mentions: list[Mention]) -> None:
        self._parse, self._mentions = parse, mentions
        self._by_first = {m.first: m for m in mentions if m.kind is Kind.NAME}
        self._by_head = {m.head: m for m in mentions}
        self._names = Names(parse, [m for m in mentions if m.kind is Kind.NAME])
        self._descriptions = Descriptions(words.hypernyms)
        self._antecedents = Antecedents(parse, words.words["speech"])
        self._words = words
        self._figures: list[Figure] = []

    def link(self) -> list[Figure]:
        self._aliases()
        for mention in self._mentions:
            figure = self._figure(mention)
            if figure is None:
                continue
            if mention.kind is Kind.NAME and not figure.mentions:
                self._reveal(figure, mention)
            figure.take(mention)
            self._antecedents.note(mention, figure)
            if mention.kind is not Kind.PRONOUN:
                self._descriptions.note(figure)
        return [*self._names.figures, *self._figures]

    def _reveal(self, figure: Figure, mention: Mention) -> None:
        """"A judge ruled … Judge Mara Velden said": the unnamed holder of the office gets the name."""
        unnamed = self._descriptions.unnamed(mention)
        if unnamed is None:
            return
        for earlier in unnamed.mentions:
            figure.take(earlier)
        unnamed.mentions.clear()
        self._antecedents.rename(unnamed, figure)

    def _aliases(self) -> None:
        """ "Immigration and Customs Enforcement (ICE)": the bracketed acronym is the name before it."""
        tokens = self._parse.tokens
        for before, mention in zip(self._mentions, self._mentions[1:], strict=False):
            is_bracketed = mention.first >= 2 and tokens[mention.first - 1].text in ("(", "[")
            if is_bracketed and before.last == mention.first - 2 and before.kind is mention.kind is Kind.NAME:
                self._names.alias(mention, before)

    def _figure(self, mention: Mention) -> Figure | None:
        if mention.kind is Kind.NAME:
            return self._names.find(mention)
        if mention.kind is Kind.PRONOUN:
            return self._antecedents.find(mention)
        return self._described(mention)

    def _described(self, mention: Mention) -> Figure:
        name = apposed(self._parse, mention, self._by_head) or self._beside(mention)
        if name is not None:
            figure = self._names.find(name)
            figure.describe(self._role(mention), mention)
            return figure
        figure_or_none = self._descriptions.find(mention)
        if figure_or_none is not None:
            return figure_or_none
        figure = Figure(mention.type, is_plural=mention.is_plural, is_counted=mention.is_counted)
        self._figures.append(figure)
        return figure

    def _beside(self, noun: Mention) -> Mention | None:
        """The name set off by commas that the parser did not join: "the force's spokesman, Leon Abara, denied"."""
        tokens = self._parse.tokens
        if noun.last + 2 >= len(tokens) or noun.is_counted or not noun.is_definite:
            return None
        name = self._by_first.get(noun.last + 2)
        if tokens[noun.last + 1].text != "," or name is None or not is_one_kind(name, noun):
            return None
        after = tokens[name.last + 1].text if name.last + 1 < len(tokens) else "."
        return name if after in (",", ".") else None

    def _role(self, mention: Mention) -> str:
        words = " ".join(t.text for t in self._parse.tokens[mention.first : mention.last + 1])
        for article in ("the ", "a ", "an "):
            words = words.removeprefix(article)
        return words.replace(" '", "'").replace(" ’", "’").replace(" - ", "-")
