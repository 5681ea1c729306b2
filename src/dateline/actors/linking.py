"""Who is whom: names to names, descriptions to names, each in reading order."""

from __future__ import annotations

from collections import defaultdict

from dateline.actors.cast import Figure
from dateline.actors.mention import Kind, Mention
from dateline.grammar import Parse
from dateline.records import EntityType

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})

_NAMESAKES = 30
"""Persons of one surname that are looked at. A page of more is a list; the bound keeps it linear."""


def key(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell a name: lower case, without "the" and "Jr."."""
    words = tuple(word.lower().rstrip(".") for word in name if word.lower() not in _SUFFIXES)
    words = words or tuple(word.lower() for word in name)
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


class Names:
    """The named figures of an article. Full names make figures first, so that a headline's short name finds them."""

    def __init__(self, parse: Parse, mentions: list[Mention]) -> None:
        self._parse = parse
        self.figures: list[Figure] = []
        self._by_key: dict[tuple[str, ...], Figure] = {}
        self._by_last: dict[str, list[Figure]] = defaultdict(list)
        self._by_first: dict[str, list[Figure]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda m: (-len(key(m.name)), m.head)):
            if len(mention.name) > 1:
                self._full(mention)
        self._acronyms()

    def _full(self, mention: Mention) -> None:
        words = key(mention.name)
        if words in self._by_key or not words:
            return
        figure = self._fuller(words, mention)
        if figure is None:
            figure = Figure(mention.type)
            self.figures.append(figure)
            self._by_last[words[-1]].append(figure)
            self._by_first[words[0]].append(figure)
            figure.name = mention.name
        self._by_key[words] = figure
        figure.type = figure.type or mention.type
        figure.gender = figure.gender or mention.gender

    def _fuller(self, words: tuple[str, ...], mention: Mention) -> Figure | None:
        """A longer name that this shortens: "Anna Rose" for "Anna B. Rose", "Ferry Union" for "Aldan Ferry Union"."""
        for figure in self._by_last[words[-1]][-_NAMESAKES:]:
            longer = key(figure.name)
            if figure.type is EntityType.PERSON or mention.type is EntityType.PERSON:
                if longer[0] == words[0] and figure.type in (None, mention.type):
                    return figure
            elif longer[-len(words) :] == words:
                return figure
        return None

    def _acronyms(self) -> None:
        for figure in list(self.figures):
            if figure.type is not EntityType.PERSON and len(figure.name) > 1:
                letters = "".join(word[0] for word in figure.name if word[0].isupper())
                if len(letters) > 1:
                    self._by_key.setdefault((letters.lower(),), figure)

    def alias(self, short: Mention, full: Mention) -> None:
        """Makes "(ABC)" behind a name its short form."""
        self._by_key[key(short.name)] = self.find(full)

    def find(self, mention: Mention) -> Figure:
        """The figure of a name; a new one where none fits."""
        words = key(mention.name)
        figure = self._by_key.get(words)
        if figure is not None and _agree(figure, mention):
            return figure
        figure = self._one_word(words[0], mention) if len(words) == 1 else None
        if figure is None:
            figure = Figure(mention.type, name=mention.name)
            self.figures.append(figure)
            self._by_key.setdefault(words, figure)
            self._by_last[words[-1]].append(figure)
        return figure

    def _one_word(self, word: str, mention: Mention) -> Figure | None:
        for fits in (self._by_last[word], self._by_first[word]):
            candidates = [figure for figure in fits[-_NAMESAKES:] if _agree(figure, mention)]
            if len(candidates) == 1:
                return candidates[0]
            seen = [f for f in candidates if f.mentions]
            if seen:
                return max(seen, key=lambda f: f.mentions[-1].head)
        return None


def _agree(figure: Figure, mention: Mention) -> bool:
    if "m" in (figure.gender, mention.gender) and "f" in (figure.gender, mention.gender):
        return False
    return figure.type is mention.type or figure.type is None or mention.type in (None, EntityType.PLACE)


class Descriptions:
    """Finds whom a description speaks of. Looks at the latest figures only, so it stays linear."""

    _WINDOW = 60
    """Figures looked back at: more than a news page holds between an office and its holder."""
    _NEAR = 8

    def __init__(self, hypernyms: dict[str, tuple[str, ...]]) -> None:
        self._recent: list[Figure] = []
        self._hypernyms = hypernyms

    def note(self, figure: Figure) -> None:
        """Remembers that `figure` was just mentioned."""
        if self._recent and self._recent[-1] is figure:
            return
        self._recent.append(figure)
        if len(self._recent) > 2 * self._WINDOW:
            del self._recent[: self._WINDOW]

    def find(self, mention: Mention) -> Figure | None:
        """The figure that a description means: the same words, the holder of the office, the body of that kind."""
        if mention.is_counted:
            return None
        seen: set[int] = set()
        for figure in reversed(self._recent[-self._WINDOW :]):
            if id(figure) not in seen and self._fits(figure, mention):
                return figure
            seen.add(id(figure))
        return self._body(mention)

    def unnamed(self, mention: Mention) -> Figure | None:
        """Somebody mentioned lately by the office alone that `mention` gives with a name: "a judge"."""
        if mention.lemma is None or mention.is_plural:
            return None
        for figure in reversed(self._recent[-self._NEAR :]):
            if mention.lemma in figure.lemmas and not figure.is_plural:
                is_new = figure.mentions and not figure.is_named and figure.is_counted
                return figure if is_new and figure.modifiers <= mention.modifiers else None
        return None

    def _body(self, mention: Mention) -> Figure | None:
        """The body named last that "the agency" can stand for."""
        sectors = self._hypernyms.get(mention.lemma or "")
        if sectors is None or not mention.is_definite or mention.modifiers or mention.is_plural:
            return None
        bodies = (f for f in reversed(self._recent[-self._WINDOW :]) if f.is_named and f.mentions)
        return next((f for f in bodies if f.type is EntityType.ORGANISATION and f.sector in sectors), None)

    def _fits(self, figure: Figure, mention: Mention) -> bool:
        if mention.lemma is None or figure.is_plural != mention.is_plural:
            return False
        if figure.country and mention.country and figure.country != mention.country:
            return False
        words = {word.lower() for word in figure.name}
        if mention.lemma in figure.lemmas:
            return self._narrowed_alike(figure, mention, words)
        if not mention.is_definite or not figure.is_named:
            return False
        if mention.lemma in words:
            return mention.modifiers <= words | figure.modifiers
        return False

    def _narrowed_alike(self, figure: Figure, mention: Mention, words: set[str]) -> bool:
        if mention.is_plural and not mention.is_definite and figure.is_counted:
            return False
        if not mention.is_definite and not mention.is_plural:
            return figure.is_named or not mention.modifiers ^ figure.modifiers
        return mention.modifiers <= figure.modifiers | words


def apposed(parse: Parse, mention: Mention, by_head: dict[int, Mention]) -> Mention | None:
    """The name that stands in apposition to a description, on either side of the comma, or that it is said to be."""
    token = parse.tokens[mention.head]
    if token.dep == "appos":
        other = by_head.get(token.head)
        return other if other is not None and is_one_kind(other, mention) else None
    for child in parse.children[mention.head]:
        other = by_head.get(child)
        if other is not None and parse.tokens[child].dep == "appos" and is_one_kind(other, mention):
            return other
    if token.dep == "attr":
        subject = parse.child(token.head, "nsubj")
        negated = parse.child(token.head, "neg")
        other = by_head.get(subject) if subject is not None and negated is None else None
        return other if other is not None and is_one_kind(other, mention) else None
    return None


def is_one_kind(name: Mention, noun: Mention) -> bool:
    """Whether a name and a description can be one actor, by kind and number."""
    if name.kind is not Kind.NAME or noun.is_plural != name.is_plural:
        return False
    return name.type in (None, noun.type) or {name.type, noun.type} == {EntityType.ORGANISATION, EntityType.GROUP}
