"""Where, when, how many: ties the records of the earlier stages to a trigger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dateline.codebook import load_codebook
from dateline.events.mentions import Mention
from dateline.events.reading import Reading
from dateline.events.syntax import noun_phrase
from dateline.grammar import Parse
from dateline.records import EventNumber, Place, PlaceKind, Span, Time, TimeType

_DEEP = 12
_FAR = 99
_PEOPLE_COUNTED = {
    "COERCE/arrest": "arrested", "COERCE/deport": "deported", "COERCE/evict": "evicted", "COERCE/charge": "charged",
    "RETREAT/release": "released", "MOBILIZE/troops": "deployed", "MOBILIZE/police": "deployed",
    "MOBILIZE/weapons": "deployed", "SANCTION/convict": "convicted", "ASSAULT/abduct": "abducted",
    "SANCTION/expel": "expelled", "ASSAULT/kill": "killed", "ASSAULT/targeted": "killed",
}  # fmt: skip
"""What the number of an event's targets is called."""


class Ground:
    """The records of an article, ready to be asked by token."""

    def __init__(self, reading: Reading, quantity: frozenset[str]) -> None:
        parse = reading.parse
        self.parse = parse
        self.quantity = quantity
        self.places = _by_sentence(parse, reading.places)
        self.times = _by_sentence(parse, reading.times)
        self.numbers = {number.id: number for number in reading.numbers}
        self.number_at: dict[int, str] = {}
        for number in reading.numbers:
            if not number.superseded:
                for span in (number.span, number.of):
                    for i in parse.tokens_in(span.start, span.end) if span is not None else ():
                        self.number_at.setdefault(i, number.id)
        self.entity_at = _entities(reading)
        contents = sorted((span.start, span.end, s.id) for s in reading.statements for span in s.content)
        self._contents = contents
        self._content_starts = [start for start, _, _ in contents]

    def statement(self, start: int) -> str | None:
        """Id of the innermost statement that says what stands at offset `start`."""
        last = bisect_right(self._content_starts, start)
        for low in range(last - 1, max(last - 6, -1), -1):
            if start < self._contents[low][1]:
                return self._contents[low][2]
        return None

    def place(self, mention: Mention, others: frozenset[int]) -> Place | None:
        """The place whose words are nearest in the parse, within the sentence; places of origin come last."""
        best: tuple[int, int, Place] | None = None
        for i, place in self.places.get(self.parse.tokens[mention.head].sent, ()):
            if not isinstance(place, Place) or place.kind not in (PlaceKind.LITERAL, PlaceKind.EMBEDDED):
                continue
            rank = (self._distance(mention, i, others) + self._origin(i), abs(i - mention.head))
            if rank[0] < _FAR and (best is None or rank < best[:2]):
                best = (*rank, place)
        return best[2] if best else None

    def time(self, mention: Mention, others: frozenset[int]) -> Time | None:
        best: tuple[int, int, Time] | None = None
        for i, time in self.times.get(self.parse.tokens[mention.head].sent, ()):
            if not isinstance(time, Time) or time.type not in (TimeType.DATE, TimeType.TIME):
                continue
            rank = (self._distance(mention, i, others), abs(i - mention.head))
            if rank[0] < _FAR and (best is None or rank < best[:2]):
                best = (*rank, time)
        return best[2] if best else None

    def _origin(self, i: int) -> int:
        parse = self.parse
        for _ in range(3):
            token = parse.tokens[i]
            if token.dep == "pobj":
                return 4 if parse.tokens[token.head].lower in ("from", "of") else 0
            i = token.head
        return 0

    def _distance(self, mention: Mention, i: int, others: frozenset[int]) -> int:
        """Steps in the parse from word `i` to the trigger; one across another trigger or out of a clause is long."""
        up: dict[int, int] = {}
        node, cost = mention.head, 0
        for _ in range(_DEEP):
            up.setdefault(node, cost)
            token = self.parse.tokens[node]
            if token.head == node:
                break
            cost += 1 + 3 * (token.dep in ("relcl", "advcl", "ccomp"))
            node = token.head
        node, cost = i, 0
        for _ in range(_DEEP):
            if node in up:
                return up[node] + cost + (6 if node in others and node not in mention.tokens else 0)
            token = self.parse.tokens[node]
            cost += 1 + 3 * (token.dep in ("relcl", "advcl", "ccomp"))
            cost += 5 * (node in others and node not in mention.tokens)
            node = token.head
        return _FAR

    def counted(self, mention: Mention) -> tuple[EventNumber, ...]:
        """What the event's figures count, each number once."""
        found: dict[str, str] = {}
        for of, i in self._countable(mention):
            number = self._number(i)
            if number is not None and number not in found:
                found[number] = of
        return tuple(EventNumber(of=of, number=number) for number, of in found.items())

    def _countable(self, mention: Mention) -> Iterable[tuple[str, int]]:
        yield from mention.counts
        of = _PEOPLE_COUNTED.get(mention.type)
        if of is not None:
            for i in (*mention.targets, *mention.tokens):
                yield of, i
        if mention.type.startswith("PROTEST"):
            for i in mention.doers:
                yield "crowd", i
        if "cost" in load_codebook().type(mention.type).numbers:
            low, high = self.parse.edges[mention.head]
            for i in range(low, min(high + 1, low + 60)):
                number = self.numbers.get(self.number_at.get(i, ""))
                if number is not None and number.unit == "money":
                    yield "cost", i

    def _number(self, i: int) -> str | None:
        start, end = noun_phrase(self.parse, i, self.quantity)
        for j in self.parse.tokens_in(start, end):
            number = self.number_at.get(j)
            if number is not None and self.numbers[number].unit not in ("percent", "ordinal", "years"):
                return number
        return self.number_at.get(i)


def _by_sentence(parse: Parse, records: Iterable[Place] | Iterable[Time]) -> dict[int, list[tuple[int, Place | Time]]]:
    found: dict[int, list[tuple[int, Place | Time]]] = {}
    for record in records:
        head = head_in(parse, record.span)
        if head is not None:
            found.setdefault(parse.tokens[head].sent, []).append((head, record))
    return found


def head_in(parse: Parse, span: Span) -> int | None:
    """The token of a span whose head lies outside of it."""
    inside = parse.tokens_in(span.start, span.end)
    return next((i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].head == i), None)


def _entities(reading: Reading) -> dict[int, str]:
    """Entity id by token; a shorter mention inside a longer one wins."""
    found: dict[int, tuple[int, str]] = {}
    for entity in reading.entities:
        for mention in entity.mentions:
            length = mention.end - mention.start
            for i in reading.parse.tokens_in(mention.start, mention.end):
                if i not in found or length < found[i][0]:
                    found[i] = (length, entity.id)
    return {i: entity for i, (_, entity) in found.items()}
