"""B³ over whole reports with every mention marked (Bagga and Baldwin 1998), strict spans."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import gazetteer, marked, parsed, plain_article

from dateline.actors import find_actors

REPORTS = dict(
    part.split("\n", 1)
    for part in (Path(__file__).parent / "reports.txt").read_text(encoding="utf-8").split("== ")[1:]
)  # fmt: skip
FLOOR = 0.93
"""Measured 0.949. Most of the reports were read while the rules were made, so unseen text scores less."""

Span = tuple[int, int]


def clusters(name: str) -> tuple[dict[Span, str], dict[Span, str]]:
    """Span to label by hand, and span to entity id by program."""
    gold = marked(REPORTS[name].strip())
    text = gold.text
    by_hand = {span: label for label, spans in gold.spans.items() for span in spans}
    found = find_actors(plain_article(text), parsed(text), gazetteer())
    by_program = {m.at: e.id for e in reversed(found) for m in e.mentions}
    return by_hand, {s: i for s, i in by_program.items() if s in by_hand or not _is_inside(s, by_hand)}


def _is_inside(span: Span, by_hand: dict[Span, str]) -> bool:
    """Nested mentions ("the crews" in "the crews' union") cannot be marked, so they do not count."""
    return any(start <= span[0] and span[1] <= end for start, end in by_hand)


def share(answers: dict[Span, str], key: dict[Span, str]) -> float:
    """The mean over the mentions of `answers`: how much of their cluster is right by `key`."""
    total = 0.0
    for span, label in answers.items():
        cluster = {s for s, other in answers.items() if other == label}
        same = {s for s, other in key.items() if span in key and other == key[span]}
        total += len(cluster & same) / len(cluster)
    return total


def b_cubed() -> tuple[float, float, float]:
    right, made, found, wanted = 0.0, 0, 0.0, 0
    for name in REPORTS:
        by_hand, by_program = clusters(name)
        right, made = right + share(by_program, by_hand), made + len(by_program)
        found, wanted = found + share(by_hand, by_program), wanted + len(by_hand)
    precision, recall = right / made, found / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_b_cubed_stays_above_its_floor() -> None:
    assert b_cubed()[2] >= FLOOR


def test_the_measure_punishes_what_is_wrong() -> None:
    assert share({(0, 1): "a", (2, 3): "a"}, {(0, 1): "x", (2, 3): "y"}) == 1.0
    assert share({(0, 1): "a"}, {}) == 0.0


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_marks_several_actors(name: str) -> None:
    assert len(set(clusters(name)[0].values())) >= 4
