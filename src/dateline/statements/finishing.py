"""Makes statements of drafts: attributes, order, ids, statements inside statements."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.records import Article, Backing, Entity, Statement
from dateline.statements.attributes import Speakers, addressee_range, backings, kind_of, medium_of, outlet_of
from dateline.statements.drafts import Draft, Page
from dateline.statements.lexicon import Lexicon


def finished(
    article: Article, page: Page, rules: Lexicon, drafts: list[Draft], entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """Statements in reading order of their content. `drafts` are ordered by the head of their cue."""
    speakers = Speakers(page, entities)
    judged = backings(article, page, rules, drafts)
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].content[0][0], -drafts[n].content[-1][1], n))
    via = _outer([drafts[n] for n in order])
    made = [_statement(article, page, rules, drafts[n], speakers) for n in order]
    return tuple(
        replace(
            statement,
            id=f"s{place + 1}",
            via=via[place],
            backing=judged.get(n, Backing()),
        )
        for place, (n, statement) in enumerate(zip(order, made, strict=True))
    )


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
        kind=kind_of(page, draft.content),
        act=draft.act,
        polarity=draft.polarity,
        medium=None if medium is None else article.span(*medium),
        rule=draft.rule,
        score=round(draft.score, 3),
    )


def _outer(drafts: list[Draft]) -> list[str | None]:
    """For each draft (ordered by content) the id of the innermost draft whose content holds its cue."""
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
        elif opened and opened[-1] != place:
            found[place] = f"s{opened[-1] + 1}"
    return found
