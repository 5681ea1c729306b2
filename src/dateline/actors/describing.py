"""Finds descriptions of actors ("a dock worker", "residents", "the post") and pronouns."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.kinds import Toponyms
from dateline.actors.lexicon import Lexicon, Noun
from dateline.actors.mention import Kind, Mention, acts, is_addressed, takes_part
from dateline.grammar import Parse, Token
from dateline.grammar.names import noun_phrase_tokens
from dateline.records import EntityType

_MODIFIER = frozenset({"compound", "nmod", "amod", "npadvmod", "nummod", "quantmod"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_NEW = frozenset(
    {"a", "an", "another", "some", "several", "two", "many", "other", "more", "no", "any", "each", "every"}
)
_PERSONAL = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "eer")


class Describer:
    """Reads common nouns as mentions."""

    def __init__(self, parse: Parse, lexicon: Lexicon, toponyms: Toponyms, bodies: frozenset[str]) -> None:
        self._parse, self._lexicon, self._toponyms = parse, lexicon, toponyms
        self._bodies = bodies
        """Last words of the bodies named in this article: "the front" is one where "the River Front" is."""
        self._acting = frozenset(t.lemma for t in parse.tokens if t.is_noun and self._acts(t.i))

    def descriptions(self, taken: set[int]) -> Iterator[Mention]:
        """One mention for each noun phrase whose head can act and is no part of a name (`taken`)."""
        for token in self._parse.tokens:
            if token.i in taken or not self._is_head(token):
                continue
            noun = self._noun(token)
            if noun is not None:
                yield self._mention(token, noun)

    def _is_head(self, token: Token) -> bool:
        if not token.is_noun:
            return False
        head = self._parse.tokens[token.head]
        return token.dep not in _MODIFIER or not head.is_noun or token.head < token.i

    def _lemma(self, token: Token) -> str:
        """Also of "Rebels" at the head of a sentence, which the tagger takes for a name."""
        lemma = token.lemma.lower()
        return lemma.removesuffix("s") if token.is_proper and lemma not in self._lexicon.nouns else lemma

    def _is_plural(self, token: Token) -> bool:
        if token.tag in ("NNS", "NNPS") or token.lower == "police":
            return True
        return token.is_proper and token.lower != self._lemma(token)

    def _acts(self, i: int) -> bool:
        words = self._lexicon.words
        return acts(self._parse, i, words["acting"]) or is_addressed(self._parse, i, words["addressed"])

    def _noun(self, token: Token) -> Noun | None:
        noun = self._lexicon.nouns.get(token.lower) or self._lexicon.nouns.get(self._lemma(token))
        if noun is None:
            return self._named_body(token) or self._speaking_noun(token)
        return noun if not noun.acts_only or self._takes_part(token, noun) else None

    def _takes_part(self, token: Token, noun: Noun) -> bool:
        """Of a word such as "city" or "file": whether it acts here, or takes part here and acts elsewhere."""
        if acts(self._parse, token.i, self._lexicon.words["acting"]):
            return True
        if noun.type is EntityType.DOCUMENT:
            return False
        return self._acts(token.i) or (token.lemma in self._acting and takes_part(self._parse, token.i))

    def _named_body(self, token: Token) -> Noun | None:
        """"The front", where a body of that name stands in the article."""
        if token.tag != "NN" or token.lower not in self._bodies:
            return None
        before = self._parse.tokens[token.i - 1].lower if token.i else ""
        return Noun(EntityType.ORGANISATION, None, True, False, False) if before in _POINTING else None

    def _speaking_noun(self, token: Token) -> Noun | None:
        """A person that no list knows, told by speech and the ending: "a beekeeper said"."""
        if token.lemma.endswith(_AGENT_ENDINGS) and acts(self._parse, token.i, self._lexicon.words["speech"]):
            return Noun(EntityType.PERSON, "CVL", public=False, acts_only=True, is_body=False)
        return None

    def _mention(self, token: Token, noun: Noun) -> Mention:
        phrase = noun_phrase_tokens(self._parse, token.i)
        counter = self._counter(token)
        if counter is not None:
            whole = noun_phrase_tokens(self._parse, counter)
            return self._counted(token, noun, counter, range(whole[0], max(whole[-1], phrase[-1]) + 1))
        left = [self._parse.tokens[i] for i in phrase if i < token.i]
        is_plural = self._is_plural(token) or noun.is_body
        is_people = noun.type is EntityType.PERSON
        counted = any(t.lower in _NEW or (t.tag == "CD" and t.head == token.i) for t in left)
        return Mention(
            head=token.i, first=phrase[0], last=phrase[-1], kind=Kind.NOUN,
            type=EntityType.GROUP if is_people and is_plural else noun.type, lemma=self._lemma(token),
            sector=noun.sector if noun.sector != "UNK" else self._sector_around(token, phrase),
            country=next((c for t in left if (c := self._country(t))), None),
            is_plural=is_plural, gender=self._lexicon.gender(self._lemma(token)),
            is_definite=any(t.lower in _POINTING or t.dep == "poss" for t in left), is_counted=counted,
            public=noun.public,
            modifiers=frozenset(t.lemma.lower() for t in left if t.dep in ("amod", "compound", "nmod", "poss")),
        )  # fmt: skip

    def _counter(self, token: Token) -> int | None:
        """The quantity noun before "of": it heads "thousands of protesters"."""
        of = self._parse.tokens[token.head]
        if token.dep != "pobj" or of.lower != "of" or token.tag not in ("NNS", "NNPS", "NN"):
            return None
        return of.head if self._parse.tokens[of.head].lower in self._lexicon.words["quantity"] else None

    def _counted(self, token: Token, noun: Noun, counter: int, phrase: range) -> Mention:
        kind = EntityType.GROUP if noun.type is EntityType.PERSON else noun.type
        return Mention(
            head=counter, first=phrase[0], last=phrase[-1], kind=Kind.NOUN, type=kind, lemma=self._lemma(token),
            sector=noun.sector, is_plural=True, is_counted=True, public=noun.public,
        )  # fmt: skip

    def _sector_around(self, token: Token, phrase: range) -> str | None:
        return self._lexicon.sector_of([self._parse.tokens[i] for i in phrase if i != token.i])

    def _country(self, token: Token) -> str | None:
        if not token.text[0].isupper():
            return None
        known = self._lexicon.known.get(token.text)
        return self._toponyms.demonym(token.text) or (known.country if known else None)


def pronouns(parse: Parse) -> Iterator[Mention]:
    """Third-person and relative pronouns. First and second persons are the speaker's and hearer's: not here."""
    for token in parse.tokens:
        if token.tag not in ("PRP", "PRP$", "WP", "WDT") or _says_nothing(parse, token):
            continue
        kind = _kind(token)
        if kind is not None:
            yield Mention(
                head=token.i, first=token.i, last=token.i, kind=Kind.PRONOUN, type=kind,
                gender=_PERSONAL.get(token.lower), is_plural=token.lower in _PLURAL, lemma=token.lower,
            )  # fmt: skip


def _kind(token: Token) -> EntityType | None:
    if token.lower in _PERSONAL:
        return EntityType.PERSON
    if token.lower in _PLURAL:
        return EntityType.GROUP
    if token.lower in _NEUTER and (token.lower != "it" or token.dep in ("nsubj", "nsubjpass")):
        return EntityType.ORGANISATION
    if (token.lower in ("who", "which", "that") and token.dep in ("nsubj", "nsubjpass")):
        return EntityType.ORGANISATION
    return None


def _says_nothing(parse: Parse, token: Token) -> bool:
    """The "it" of "it is clear that" and "it comes after"."""
    if token.lower != "it":
        return False
    verb = parse.tokens[token.head]
    if token.dep == "expl" or verb.lemma == "come":
        return True
    deps = {parse.tokens[c].dep for c in parse.children[verb.i]}
    return (
        verb.lemma == "be"
        and not deps.isdisjoint({"acomp", "attr"})
        and not deps.isdisjoint({"ccomp", "xcomp", "advcl"})
    )
