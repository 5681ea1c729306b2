"""Time grows with the text, whatever stands in it."""

from __future__ import annotations

from time import process_time

import pytest
from tests.support import gazetteer, parsed, plain_article

from dateline.actors import find_actors
from dateline.grammar import Parse
from dateline.records import Article

WALLS = {
    "pronouns": "He told her that they saw it, who said his. ",
    "capitals": "Council of the Ministry and the Board and the Front of ",
    "namesakes": "{n} Smith said that the mayor, {n} Smith, lied. ",
    "quotations": '"He lied," the mayor of the city said. ',
}


def seconds(pattern: str, times: int) -> float:
    letters = "abcdefghij"
    names = ("".join(letters[int(d)] for d in str(n)).title() for n in range(times))
    text = "".join(pattern.replace("{n}", name) for name in names)
    article, parse = plain_article(text), parsed(text)
    return min(_once(article, parse) for _ in range(3))


def _once(article: Article, parse: Parse) -> float:
    """The least of three counts: a pause of the collector took ten times as long as the stage once."""
    start = process_time()
    find_actors(article, parse, gazetteer())
    return process_time() - start


@pytest.mark.parametrize("wall", WALLS)
def test_four_times_the_text_takes_no_more_than_eight_times_as_long(wall: str) -> None:
    seconds(WALLS[wall], 50)
    assert seconds(WALLS[wall], 1600) <= 8 * seconds(WALLS[wall], 400) + 0.05
