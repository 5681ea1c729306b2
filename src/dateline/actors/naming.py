"""Turns a run of capitalised words into a mention: the office before the name, the name, its bearer's kind."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.actors.kinds import NameKinds, Reading, Toponyms, bare
from dateline.actors.lexicon import Lexicon, Noun, TitleRule
from dateline.actors.mention import Kind, Mention
from dateline.grammar import Parse, Token
from dateline.grammar.names import NameRun
from dateline.records import EntityType

_BEFORE_NAMES = frozenset({"DT", "PRP$", "JJ", "JJS"})


class NameReader:
    """Turns name runs into mentions. Places that only locate are left to the places stage: None comes back."""

    def __init__(self, parse: Parse, lexicon: Lexicon, toponyms: Toponyms) -> None:
        self._parse, self._lexicon = parse, lexicon
        self._kinds = NameKinds(parse, lexicon, toponyms)

    def learn(self, runs: Iterable[NameRun]) -> None:
        """Keeps the last names of persons ("Lincoln" is no place where "Anna Lincoln" speaks) and places that act."""
        for run in runs:
            mention = self.read(run)
            if mention is None or not mention.name:
                continue
            if mention.type is EntityType.PERSON and len(mention.name) + bool(mention.role) > 1:
                self._kinds.surnames.add(mention.name[-1].lower())
            elif mention.type is EntityType.PLACE:
                self._kinds.acting.add(" ".join(mention.name))

    def read(self, run: NameRun) -> Mention | None:
        tokens = self._parse.tokens[run.first : run.last + 1]
        if _letters(tokens) < 2 or self._is_common(tokens):
            return None
        office = self._office_before(run.first)
        reading = self._kinds.read(tokens, bool(office))
        head = reading.name[-1].i if reading.name else run.last
        if reading.type is EntityType.PLACE and not self._kinds.is_actor(reading):
            return None
        if self._is_mere_modifier(reading, head):
            return None
        return self._mention(reading, head, run, office)

    def _is_common(self, tokens: tuple[Token, ...]) -> bool:
        """ "Police said": a common noun that only opens the sentence."""
        first = self._parse.sentence_of(tokens[0].i).first
        opens = tokens[0].i == first or not self._parse.tokens[tokens[0].i - 1].text[0].isalnum()
        if len(tokens) > 1 or tokens[0].text.isupper() or tokens[0].text in self._lexicon.known:
            return False
        title = self._lexicon.titles.get(bare(tokens[0]))
        return (opens and self._is_listed(tokens[0])) or (title is not None and not title.role)

    def _is_listed(self, token: Token) -> bool:
        return token.lower in self._lexicon.nouns or token.lower.removesuffix("s") in self._lexicon.nouns

    def _is_mere_modifier(self, reading: Reading, head: int) -> bool:
        """ "French troops", "Paris police", "Sunday Star readers": the name only says which."""
        token = self._parse.tokens[head]
        if token.dep in ("amod", "compound", "nmod") and token.head != head:
            return reading.type in (None, EntityType.PLACE, EntityType.GROUP)
        return token.tag.startswith("JJ") and reading.type in (None, EntityType.GROUP)

    def _mention(self, reading: Reading, head: int, run: NameRun, before: tuple[Token, ...]) -> Mention:
        words = self._lexicon
        office = before + reading.office
        title = next((t for t in reversed(office) if bare(t) in words.titles), None) or next(
            (t for t in reversed(office) if bare(t) in words.nouns), None
        )
        rule = words.titles.get(bare(title)) if title else None
        noun = words.nouns.get(title.lemma.lower()) if title else None
        role = self._role(office) if rule is None or rule.role else None
        first = before[0].i if before else self._start(run)
        lemma = bare(title) if title and role else None
        return Mention(
            head=head, first=first, last=run.last if reading.name or run.last == head else head,
            kind=Kind.NAME if reading.name else Kind.NOUN,
            type=reading.type, name=tuple(t.text for t in reading.name), lemma=lemma, role=role,
            sector=(self._office_sector(office, rule, noun) if role else None) or reading.sector,
            country=reading.country or self._kinds.country(office),
            is_plural=reading.is_plural, gender=self._gender(office) or reading.gender,
            is_definite=True, public=bool((rule and rule.public) or (noun and noun.public)),
            modifiers=frozenset(t.lower for t in office if t is not title),
        )  # fmt: skip

    def _office_sector(self, office: tuple[Token, ...], rule: TitleRule | None, noun: Noun | None) -> str | None:
        """The title's own sector, or for offices of any trade ("leader") that of the words around it ("student")."""
        own = (rule.sector if rule else None) or (noun.sector if noun else None)
        return own if own not in (None, "UNK") else self._lexicon.sector_of(office)

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
        if not is_person and bare(title) not in self._lexicon.titles:
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

    def _gender(self, office: tuple[Token, ...]) -> str | None:
        return next((g for t in reversed(office) if (g := self._lexicon.gender(bare(t)))), None)

def _letters(tokens: tuple[Token, ...]) -> int:
    return sum(map(str.isalpha, "".join(token.text for token in tokens)))


def _narrows(token: Token, title: Token) -> bool:
    """Whether a word before an office belongs to it: "the", "transport" minister, "dock workers'" leader."""
    if token.sent != title.sent:
        return False
    if token.head == title.i or token.tag == "POS":
        return token.dep in ("det", "amod", "compound", "poss", "nmod", "case")
    return token.dep in ("compound", "poss", "amod", "det") and token.head <= title.i + 4 and token.tag != "CD"
