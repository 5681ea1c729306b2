"""Gives numbers to the statement they stand in."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from dateline.records import Number, Statement


def credit_numbers(numbers: tuple[Number, ...], statements: tuple[Statement, ...]) -> tuple[Number, ...]:
    """The numbers, each with the id of the innermost statement whose content holds it as its source."""
    ranges = sorted((span.start, -span.end, statement.id) for statement in statements for span in statement.content)
    starts = [start for start, _, _ in ranges]
    parents = _parents(ranges)
    credited = []
    for number in numbers:
        i: int | None = bisect_right(starts, number.span.start) - 1
        while i is not None and i >= 0 and -ranges[i][1] < number.span.end:
            i = parents[i]
        is_held = i is not None and i >= 0
        credited.append(replace(number, source=ranges[i][2]) if is_held and i is not None else number)
    return tuple(credited)


def _parents(ranges: list[tuple[int, int, str]]) -> list[int | None]:
    """For each range the nearest one before it that is still open where it starts."""
    parents: list[int | None] = []
    opened: list[int] = []
    for i, (start, _, _) in enumerate(ranges):
        while opened and -ranges[opened[-1]][1] <= start:
            opened.pop()
        parents.append(opened[-1] if opened else None)
        opened.append(i)
    return parents
