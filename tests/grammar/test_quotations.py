"""Quotation marks of every shape, and the marks that are none."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grammar.quotations import find_quotations


def quoted(text: str) -> list[str]:
    paragraphs = tuple(match.span() for match in re.finditer(r"[^\n]+", text))
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We stay,” she said.", ["We stay,"]),
        ('"We stay," she said.', ["We stay,"]),
        ("‘We stay,’ she said.", ["We stay,"]),
        ("'We stay,' she said.", ["We stay,"]),
        ("«We stay», she said.", ["We stay"]),
        ("»Wir bleiben«, sagte sie.", ["Wir bleiben"]),
        ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),
        ("‹We stay›, she said.", ["We stay"]),
        ("''We stay,'' she said.", ["We stay,"]),
        ("``We stay,'' she said.", ["We stay,"]),
        ("「留まる」と言った。", ["留まる"]),
        ("”We stay” and “we go“ she said.", ["We stay", "we go"]),
    ],
)
def test_marks_of_every_shape_are_read(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_quotation_never_closed_runs_to_the_end_of_its_paragraph() -> None:
    text = 'He said: "The boat left full.\n\n"Nobody answered," he added.'
    assert quoted(text) == ["The boat left full.", "Nobody answered,"]


def test_a_missing_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted('"One. "Two," he said. "Three."') == ["One. ", "Two,", "Three."]


def test_glued_marks_still_open() -> None:
    assert quoted('a shooting"possibly linked" with the march') == ["possibly linked"]


def test_a_wrong_glyph_in_a_contraction_is_an_apostrophe() -> None:
    assert quoted('the plan "isn‘t ready" and "won’t pay twice"') == ["isn‘t ready", "won’t pay twice"]


@pytest.mark.parametrize(
    "text",
    ["the workers' rights and the owners' debts", "Rock 'n' roll in the '90s", "It's the boys’ day, isn’t it?"],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert quoted(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert quoted("‘The workers’ rights are gone,’ he said") == ["The workers’ rights are gone,"]


def test_nested_quotations_count_once() -> None:
    assert quoted("«Tell them that “enough is enough” means today.»") == ["Tell them that “enough is enough” means today."]
    assert quoted("“He told me ‘go home’ twice,” she said.") == ["He told me ‘go home’ twice,"]


def test_a_guillemet_before_a_link_is_a_bullet() -> None:
    assert quoted("» Read more: five questions") == []


def test_feet_and_inches_are_no_quotation_marks() -> None:
    assert quoted('He is 6\'2" tall and said "I am 24"') == ["I am 24"]


@given(st.text(alphabet="ab .,\n“”\"‘’'«»„‹›`「」", max_size=60))
def test_quotations_lie_in_their_paragraph_in_order(text: str) -> None:
    paragraphs = tuple(match.span() for match in re.finditer(r"[^\n]+", text))
    last = 0
    for q in find_quotations(text, paragraphs):
        assert last <= q.start < q.inner_start <= q.inner_end <= q.end
        assert any(start <= q.start and q.end <= end for start, end in paragraphs)
        last = q.end


@pytest.mark.parametrize("unit", ['"', "“", "»", "'a ", "‘a "])
def test_a_great_many_marks_take_linear_time(unit: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        quoted(unit * times)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.005)
