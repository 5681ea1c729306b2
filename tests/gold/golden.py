"""Golden reports: what a careful reader records by hand, and where the program differs.

A folder of `tests/gold/` holds `meta.toml` (the report's file, what is given with it), `clean.txt` (the article's
text), `records.txt` (records by hand, a line each: `kind | field=value | …`) and `shortfall.txt` (the known
differences). `at=` tells mentions of one wording apart: words of the text around the evidence. `-` means none.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline import Coder
from dateline.records import Coding, Event, Number, Place, Role, Span, Statement, Time

FOLDER = Path(__file__).parent
EVIDENCE = {"statement": "content", "event": "trigger", "place": "text", "time": "text", "number": "text"}


@dataclass(frozen=True)
class Line:
    """One record as a line. `spans` are its evidence in the article: an event has a span for each trigger."""

    kind: str
    fields: dict[str, str]
    spans: tuple[tuple[int, int], ...]

    @property
    def name(self) -> str:
        return f'{self.kind} "{self.fields[EVIDENCE[self.kind]][:60]}"'


def stories() -> list[Path]:
    return sorted(path.parent for path in FOLDER.glob("*/meta.toml"))


@cache
def coder() -> Coder:
    return Coder()


@cache
def code(story: Path) -> Coding:
    meta = tomllib.loads((story / "meta.toml").read_text(encoding="utf-8"))
    raw = (story / meta["report"]).read_text(encoding="utf-8").rstrip("\n")
    given = {name: meta[name] for name in ("published", "publisher", "url") if name in meta}
    return coder().code(html=raw, **given) if meta["report"].endswith(".html") else coder().code(text=raw, **given)


def by_hand(story: Path) -> list[Line]:
    text = (story / "clean.txt").read_text(encoding="utf-8")
    rows = (story / "records.txt").read_text(encoding="utf-8").splitlines()
    return [_read(row, text) for row in rows if row and not row.startswith("#")]


def _read(row: str, text: str) -> Line:
    kind, *parts = row.split(" | ")
    fields = dict(part.split("=", 1) for part in parts)
    evidence = fields[EVIDENCE[kind]]
    around = fields.pop("at", evidence)
    assert evidence in around, row
    assert around in text, row
    start = text.index(around) + around.index(evidence)
    return Line(kind, fields, ((start, start + len(evidence)),))


def by_program(coding: Coding) -> list[Line]:
    lines = [_statement(one, coding) for one in coding.statements] + [_event(one, coding) for one in coding.events]
    lines += [_place(one) for one in coding.places] + [_time(one) for one in coding.times]
    return lines + [_number(one) for one in coding.numbers]


def _words(span: Span | None) -> str:
    return span.text if span else "-"


def _statement(one: Statement, coding: Coding) -> Line:
    names = {entity.id: entity.name for entity in coding.entities}
    fields = {
        "content": " … ".join(span.text for span in one.content), "source": _words(one.source), "cue": one.cue.text,
        "kind": one.kind, "act": one.act, "polarity": one.polarity, "backing": one.backing.value,
        "medium": _words(one.medium), "speaker": names.get(one.speaker or "", "-"),
    }  # fmt: skip
    return Line("statement", fields, ((one.content[0].start, one.content[-1].end),))


def _event(one: Event, coding: Coding) -> Line:
    def actor(role: Role) -> str:
        return next((_words(a.span) for a in one.actors if a.role is role and a.span), "-")

    numbers = {number.id: number for number in coding.numbers}
    counted = ",".join(f"{n.of}:{numbers[n.number].low}" for n in one.numbers)
    fields = {
        "trigger": one.trigger.text, "type": one.type, "modality": one.modality, "doer": actor(Role.DOER),
        "target": actor(Role.TARGET), "numbers": counted or "-",
        "place": next((place.span.text for place in coding.places if place.id == one.place), "-"),
        "time": next((time.value for time in coding.times if time.id == one.time), "-"),
    }  # fmt: skip
    return Line("event", fields, tuple(span.at for span in one.triggers))


def _place(one: Place) -> Line:
    fields = {"text": one.span.text, "country": one.country, "level": one.level, "admin1_code": one.admin1_code}
    return Line("place", {k: v or "-" for k, v in fields.items()} | {"kind": one.kind}, (one.span.at,))


def _time(one: Time) -> Line:
    return Line("time", {"text": one.span.text, "value": one.value}, (one.span.at,))


def _number(one: Number) -> Line:
    low, high = ("-" if bound is None else str(bound) for bound in (one.low, one.high))
    fields = {"text": one.span.text, "low": low, "high": high, "unit": one.unit or "-", "currency": one.currency or "-"}
    return Line("number", fields | {"superseded": str(one.superseded).lower()}, (one.span.at,))


@dataclass(frozen=True)
class Comparison:
    """Differences as sentences, and of the fields written by hand how many there are and are right, by kind."""

    differences: list[str]
    asked: dict[str, int]
    right: dict[str, int]


def compare(hand: list[Line], program: list[Line]) -> Comparison:
    """Pairs each line by hand with the program's record of that kind that shares most of its evidence."""
    left = list(program)
    differences: list[str] = []
    asked = dict.fromkeys(EVIDENCE, 0)
    right = dict.fromkeys(EVIDENCE, 0)
    for line in hand:
        asked[line.kind] += len(line.fields)
        found = max((one for one in left if _shared(one, line) > 0), key=lambda one: _shared(one, line), default=None)
        if found is None:
            differences.append(f"missing {line.name}")
            continue
        left.remove(found)
        wrong = [name for name, value in line.fields.items() if found.fields[name] != value]
        right[line.kind] += len(line.fields) - len(wrong)
        differences += [f"{line.name}: {n} {found.fields[n]!r}, by hand {line.fields[n]!r}" for n in wrong]
    return Comparison(differences + [f"extra {one.name}" for one in left], asked, right)


def _shared(one: Line, other: Line) -> float:
    """Share of evidence that two lines have in common: the best Jaccard of their spans, over characters."""
    if one.kind != other.kind:
        return 0.0
    return max(_jaccard(left, right) for left in one.spans for right in other.spans)


def _jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))
