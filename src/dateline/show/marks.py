"""The article with its records marked in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from dateline.records import Coding, Span
from dateline.show.visible import visible

STYLES = {
    "statement": "cyan",
    "event": "bold red",
    "place": "green",
    "time": "yellow",
    "number": "magenta",
}
"""One colour a kind of record, the same in the article and in the tables."""


@dataclass(frozen=True)
class Mark:
    start: int
    end: int
    label: str
    kind: str


def marks(coding: Coding) -> list[Mark]:
    """All marks of an article, the longer one first where two begin together."""
    found = list(_marks(coding))
    return sorted(found, key=lambda mark: (mark.start, -mark.end, list(STYLES).index(mark.kind), mark.label))


def _marks(coding: Coding) -> Iterator[Mark]:
    for statement in coding.statements:
        yield from (_mark(span, statement.id, "statement") for span in statement.content)
    for event in coding.events:
        yield _mark(event.trigger, event.id, "event")
    for place in coding.places:
        yield _mark(place.span, place.id, "place")
    for time in coding.times:
        yield _mark(time.span, time.id, "time")
    for number in coding.numbers:
        yield _mark(number.span, number.id, "number")


def _mark(span: Span, label: str, kind: str) -> Mark:
    return Mark(span.start, span.end, label, kind)


def marked_paragraphs(coding: Coding, in_colour: bool) -> list[Text]:
    """The paragraphs of the article; each mark ends with the id of its record.

    In colour a mark is told by its colour: `Sunday t1`; without, it stands in brackets: `[Sunday t1]`.
    """
    text = coding.article.text
    edges = _edges(marks(coding))
    paragraphs: list[Text] = []
    current = Text()
    open_marks: list[Mark] = []
    at = 0
    for position, opens, mark in [*edges, (len(text), False, None)]:
        for number, piece in enumerate(text[at:position].split("\n\n")):
            if number:
                paragraphs.append(current)
                current = Text()
            current.append(visible(piece), _style(open_marks))
        at = position
        if mark is not None:
            _cross(current, open_marks, mark, opens, in_colour)
    return [paragraph for paragraph in [*paragraphs, current] if paragraph.plain.strip()]


def _edges(found: list[Mark]) -> list[tuple[int, bool, Mark | None]]:
    """Where marks begin and end, in reading order; at one place the inner ends first, then the outer begins first."""
    whole = [mark for mark in found if mark.end > mark.start]
    begins = [(mark.start, 1, -mark.end, n, mark) for n, mark in enumerate(whole)]
    ends = [(mark.end, 0, -mark.start, -n, mark) for n, mark in enumerate(whole)]
    return [(place, bool(kind), mark) for place, kind, _, _, mark in sorted(begins + ends, key=lambda edge: edge[:4])]


def _cross(current: Text, open_marks: list[Mark], mark: Mark, opens: bool, in_colour: bool) -> None:
    """One edge: a bracket in black and white, and the id behind the end of a mark."""
    if opens:
        open_marks.append(mark)
        current.append("" if in_colour else "[")
        return
    open_marks.remove(mark)
    if in_colour:
        current.append(f" {mark.label}", f"dim {STYLES[mark.kind]}")
    else:
        current.append(f" {mark.label}]")


def _style(open_marks: list[Mark]) -> str:
    """The innermost mark gives the colour."""
    if not open_marks:
        return ""
    return STYLES[min(open_marks, key=lambda mark: mark.end - mark.start).kind]
