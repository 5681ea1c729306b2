"""Who did it and whom it hit: marked sentences, active, passive, joined and in nouns."""

from __future__ import annotations

import pytest
from tests.support import marked, parsed, plain_article

from dateline.events import Reading, code_events


@pytest.mark.parametrize(
    "sentence",
    [
        "[doer Police] [trigger arrested] [target the students].",
        "[target The students] were [trigger arrested] by [doer police].",
        "[doer Soldiers] [trigger shot] [target a farmer].",
        "[target A farmer] was [trigger shot] by [doer soldiers].",
        "[doer Rebels] [trigger kidnapped] [target the priest].",
    ],
)
def test_marked_actors_are_found_in_their_roles(sentence: str) -> None:
    case = marked(sentence)
    events = code_events(Reading(plain_article(case.text), parsed(case.text)))
    (event,) = (e for e in events if e.trigger.text == case.words("trigger")[0])
    for role in ("doer", "target"):
        found = [actor.span.text for actor in event.actors if actor.role == role and actor.span]
        assert [text.removeprefix("the ").lower() for text in found] == [
            text.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("A ").lower()
            for text in case.words(role)
        ], found
