"""Twice the text is about twice the work. Work is counted in calls, not in seconds, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from tests.laws.reports import coded

MOST = 2.3
PARAGRAPHS = {
    "news": "Police arrested 12 people in Paris on Sunday, the ministry said. “We were peaceful,” said Ann Lee.\n\n",
    "one long paragraph": "Police arrested 12 people in Paris on Sunday, the ministry said. ",
    "open quotation marks": "“We said “no ",
    "apostrophes": "'tis 'em ",
    "numbers": "12,000 of 20,000 people, ",
    "names": "Ann Lee met Bob Ray. She said he left. ",
    "lines": "a\n",
}  # fmt: skip


def calls(text: str) -> int:
    """How many calls, of Python and of C, coding the text takes."""
    count = 0

    def one_more(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(one_more)
    try:
        coded(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", PARAGRAPHS)
def test_twice_the_text_is_about_twice_the_work(shape: str) -> None:
    piece = PARAGRAPHS[shape]
    times = 4_000 // len(piece)
    coded(piece * 2)  # loads what is loaded once
    assert calls(piece * times * 2) <= MOST * calls(piece * times)
