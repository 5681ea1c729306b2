"""The golden reports, held to what a careful reader wrote down. See `golden.py` for the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold.golden import by_hand, by_program, code, compare, stories

STORIES = pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)


@STORIES
def test_the_clean_text_is_as_a_reader_would_have_it(story: Path) -> None:
    assert code(story).article.text == (story / "clean.txt").read_text(encoding="utf-8")


@STORIES
def test_the_differences_are_the_known_ones(story: Path) -> None:
    """Better or worse than `shortfall.txt` fails alike: `make bless GOLD=<folder>`, then review its change."""
    known = (story / "shortfall.txt").read_text(encoding="utf-8").splitlines()
    assert compare(by_hand(story), by_program(code(story))).differences == known


def test_there_are_eight_stories() -> None:
    assert len(stories()) == 8
