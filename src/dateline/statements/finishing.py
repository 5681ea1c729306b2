"""Makes statements of drafts: attributes, order, ids, statements inside statements."""

from __future__ import annotations

import dataclasses
import re

from msgspec.structs import replace

from dateline.records import Article, Backing, Entity, Polarity, Statement, StatementKind
from dateline.statements.attributes import (
    Speakers,
    Verdict,
    addressee_range,
    backings,
    kind_of,
    medium_of,
    outlet_of,
    verdicts,
)
from dateline.statements.drafts import Draft, Page, Range
from dateline.statements.lexicon import Lexicon
from dateline.statements.signed import POST
from dateline.statements.tagger import RULE

_QUOTED_BY = re.compile(r"\b(?:quoted|cited) (?:by|in)\s+")


def finished(
    article: Article, page: Page, rules: Lexicon, drafts: list[Draft], entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """Statements in reading order of their content. `drafts` are ordered by the head of their cue."""
    speakers = Speakers(page, entities)
    given = verdicts(page, rules)
    ends = dict(words for words, _ in given)
    kept = (draft for draft in drafts if draft.rule != RULE or not _is_verdict(draft, given))
    drafts = [_without_verdict(draft, ends) for draft in kept]
    judged = backings(article, page, drafts, given)
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].content[0][0], -drafts[n].content[-1][1], n))
    via = _outer([drafts[n] for n in order])
    made = [_statement(article, page, rules, drafts[n], speakers) for n in order]
    return tuple(
        replace(
            statement,
            id=f"s{place + 1}",
            via=via[place] or statement.via,
            backing=judged.get(n, Backing()),
        )
        for place, (n, statement) in enumerate(zip(order, made, strict=True))
    )


def _is_verdict(draft: Draft, given: list[Verdict]) -> bool:
    """Whether the cue of a draft is the report's own verdict: "He offered no evidence for the claim"."""
    return any(start < draft.cue[1] and draft.cue[0] < end for (start, end), _ in given)


def _without_verdict(draft: Draft, ends: dict[int, int]) -> Draft:
    """The draft whose content does not open with the report's verdict: "claimed without evidence that …"."""
    start, end = draft.content[0]
    after = ends.get(start, end) + 1
    if after >= end:
        return draft
    return dataclasses.replace(draft, content=((after, end), *draft.content[1:]))


def _relay(page: Page, source: Range | None, speakers: Speakers) -> str | None:
    """The entity that the report has the source from: "an army source quoted by the Alba News Agency"."""
    match = None if source is None else _QUOTED_BY.search(page.text, *source)
    entity = None if match is None or source is None else speakers.of((match.end(), source[1]))
    return None if entity is None else entity.id


def _statement(article: Article, page: Page, rules: Lexicon, draft: Draft, speakers: Speakers) -> Statement:
    told = addressee_range(page, draft)
    addressee = speakers.of(told)
    speaker = speakers.of(draft.source)
    medium = medium_of(page, rules, draft) or outlet_of(page, draft, told, addressee)
    return Statement(
        id="",
        source=None if draft.source is None else article.span(*draft.source),
        speaker=None if speaker is None else speaker.id,
        addressee=None if addressee is None else addressee.id,
        cue=article.span(*draft.cue),
        content=tuple(article.span(*span) for span in draft.content),
        kind=StatementKind.DIRECT if draft.rule == POST else kind_of(page, draft.content),
        act=draft.act,
        polarity=draft.polarity,
        via=_relay(page, draft.source, speakers),
        medium=None if medium is None else article.span(*medium),
        rule=draft.rule,
        score=round(draft.score, 3),
    )


def _outer(drafts: list[Draft]) -> list[str | None]:
    """For each draft (ordered by content) the id of the innermost draft whose content holds its cue.

    A denial does not bring what it denies.
    """
    found: list[str | None] = [None] * len(drafts)
    events: list[tuple[int, int, int]] = []
    for place, draft in enumerate(drafts):
        events += [(start, 0, place) for start, _ in draft.content]
        events += [(draft.cue[0], 1, place)]
        events += [(end, 2, place) for _, end in draft.content]
    opened: list[int] = []
    for _, what, place in sorted(events, key=lambda event: (event[0], (1, 2, 0)[event[1]], event[2])):
        if what == 0:
            opened.append(place)
        elif what == 2:
            opened.remove(place)
        elif opened and opened[-1] != place and drafts[opened[-1]].polarity is Polarity.ASSERTS:
            found[place] = f"s{opened[-1] + 1}"
    return found
