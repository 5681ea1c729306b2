"""Finds whom a pronoun means, by number, gender, distance and who was last the subject.

The order of candidates follows Hobbs (1978) and Lappin and Leass (1994) in short: subjects first,
nearer sentences first, earlier in the sentence first.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from dateline.actors.cast import Figure
from dateline.actors.mention import Mention
from dateline.grammar import Parse
from dateline.records import EntityType

_WINDOW = 40
"""Mentions looked back at: the four sentences below hardly ever hold more."""
_REACH = {EntityType.PERSON: 5, EntityType.GROUP: 2, EntityType.ORGANISATION: 1}
"""Sentences back, by kind of pronoun. "It" mostly means a thing that is no actor; farther back it is a guess."""
_SUBJECT = ("nsubj", "nsubjpass")
_BODIES = (EntityType.ORGANISATION, EntityType.PLACE, EntityType.DOCUMENT)


@dataclass(frozen=True, slots=True)
class _Seen:
    mention: Mention
    figure: Figure


class Antecedents:
    """What was mentioned lately. `speech` are the lemmas of verbs whose subject speaks."""

    def __init__(self, parse: Parse, speech: frozenset[str]) -> None:
        self._parse, self._speech = parse, speech
        self._seen: deque[_Seen] = deque(maxlen=_WINDOW)
        self._quoted = _quoted_tokens(parse)
        self._actors: dict[int, Figure] = {}
        self._speakers = self._speakers_by_sentence()

    def note(self, mention: Mention, figure: Figure) -> None:
        self._seen.append(_Seen(mention, figure))
        self._actors[mention.head] = figure

    def rename(self, old: Figure, new: Figure) -> None:
        """What was said of `old` was said of `new`."""
        renamed = [_Seen(seen.mention, new if seen.figure is old else seen.figure) for seen in self._seen]
        self._seen = deque(renamed, maxlen=_WINDOW)

    def find(self, pronoun: Mention) -> Figure | None:
        token = self._parse.tokens[pronoun.head]
        if token.tag in ("WP", "WDT"):
            return self._relative(pronoun)
        best: Figure | None = None
        best_score = 0.0
        for seen in reversed(self._seen):
            score = self._score(pronoun, seen)
            if score > best_score:
                best, best_score = seen.figure, score
        if best is not None and pronoun.type is not EntityType.PERSON and self._is_thing(pronoun):
            return None
        return best

    def _relative(self, pronoun: Mention) -> Figure | None:
        """ "A man who …": the head of the relative clause."""
        tokens = self._parse.tokens
        i = pronoun.head
        for _ in range(6):
            if tokens[i].dep == "relcl":
                return self._actors.get(tokens[i].head)
            i = tokens[i].head
        return None

    def _score(self, pronoun: Mention, seen: _Seen) -> float:
        """0 for no candidate; else higher for better."""
        tokens = self._parse.tokens
        here, there = tokens[pronoun.head], tokens[seen.mention.head]
        distance = here.sent - there.sent
        reach = _REACH[pronoun.type or EntityType.PERSON]
        if distance > reach or not _agree(pronoun, seen.figure) or self._is_bound(pronoun, seen.mention):
            return 0.0
        if self._is_speaker(pronoun, seen):
            return 0.0
        score = 10.0 - 1.6 * distance
        score += 2.0 if there.dep in _SUBJECT else 0.0
        score += 0.8 if there.dep in _SUBJECT and tokens[there.head].lemma in self._speech else 0.0
        score -= 0.7 if there.dep == "poss" else 0.0
        score += 1.0 if seen.figure.is_named and pronoun.type is EntityType.PERSON else 0.0
        score += 0.7 if (there.i in self._quoted) == (here.i in self._quoted) else 0.0
        score += 0.1 * min(len(seen.figure.mentions), 5)
        return score - 0.02 * min(here.i - there.i, 100)

    def _is_bound(self, pronoun: Mention, other: Mention) -> bool:
        """Subject and object of one verb are two, unless it says "himself"."""
        here, there = self._parse.tokens[pronoun.head], self._parse.tokens[other.head]
        if pronoun.first >= other.first and pronoun.last <= other.last:
            return True
        if here.tag == "PRP$" or here.lower.endswith(("self", "selves")):
            return False
        return here.head == there.head and there.dep in _SUBJECT and here.dep not in _SUBJECT

    def _is_speaker(self, pronoun: Mention, seen: _Seen) -> bool:
        """A third person inside a quotation is not the one who speaks it."""
        if pronoun.head not in self._quoted:
            return False
        sent = self._parse.tokens[pronoun.head].sent
        speakers = [i for near in (sent, sent + 1) for i in self._speakers.get(near, ())]
        last = seen.figure.name[-1] if seen.figure.name else None
        return any(i == seen.mention.head or self._parse.tokens[i].text == last for i in speakers)

    def _speakers_by_sentence(self) -> dict[int, list[int]]:
        """Tokens that are subjects of speech outside quotations; at most five a sentence, to stay linear."""
        found: dict[int, list[int]] = {}
        for token in self._parse.tokens:
            if token.dep == "nsubj" and self._parse.tokens[token.head].lemma in self._speech:
                speakers = found.setdefault(token.sent, [])
                if token.i not in self._quoted and len(speakers) < 5:
                    speakers.append(token.i)
        return found

    def _is_thing(self, pronoun: Mention) -> bool:
        """Whether the latest subject that agrees in number is no actor: "the bridge … it"."""
        tokens = self._parse.tokens
        for i in range(pronoun.head - 1, max(pronoun.head - 60, -1), -1):
            token = tokens[i]
            if token.dep not in _SUBJECT or not token.is_noun:
                continue
            if (token.tag in ("NNS", "NNPS")) is pronoun.is_plural and token.i not in self._actors:
                return True
            if token.i in self._actors:
                return False
        return False


def _agree(pronoun: Mention, figure: Figure) -> bool:
    if pronoun.type is EntityType.PERSON:
        is_person = figure.type in (EntityType.PERSON, None) and not figure.is_plural
        return is_person and figure.gender in (None, "u", pronoun.gender)
    if pronoun.type is EntityType.GROUP:
        return figure.is_plural or figure.type in (EntityType.GROUP, EntityType.ORGANISATION)
    return figure.type in _BODIES and not figure.is_plural


def _quoted_tokens(parse: Parse) -> frozenset[int]:
    return frozenset(i for q in parse.quotations for i in parse.tokens_in(q.inner_start, q.inner_end))
