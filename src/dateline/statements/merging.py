"""One draft for each cue out of what the rules and the tagger found."""

from __future__ import annotations

from dataclasses import replace

from dateline.statements.drafts import LONG_QUOTATION, Draft, Page, Range, joined
from dateline.statements.lexicon import Lexicon
from dateline.statements.tagger import tagged_drafts




def merged_drafts(page: Page, rules: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """The drafts of rules and tagger, one for each cue, ordered by its head."""
    by_rule = {draft.head: draft for draft in drafts}
    by_tagger = {draft.head: draft for draft in tagged_drafts(page, rules, by_rule)}
    found = []
    for head in sorted(by_rule.keys() | by_tagger.keys()):
        ruled, tagged = by_rule.get(head), by_tagger.get(head)
        if ruled is None or tagged is None:
            alone = tagged or ruled
            if alone is not None and (alone is tagged or _stands(page, alone)):
                found.append(_whole(page, alone, ()))
        else:
            found.append(_merged(page, ruled, tagged))
    return found


def _stands(page: Page, ruled: Draft) -> bool:
    """Whether a draft by rule holds although the tagger does not see its cue: it quotes at length."""
    return bool(_long_quotations(page, ruled.content))


def _merged(page: Page, ruled: Draft, tagged: Draft) -> Draft:
    """The rule's name, act and polarity with the tagger's spans; quotations stay whole."""
    source = tagged.source or ruled.source
    merged = replace(
        ruled, cue=tagged.cue, source=source, content=tagged.content, score=max(ruled.score, tagged.score)
    )
    return _whole(page, merged, ruled.content)


def _long_quotations(page: Page, content: tuple[Range, ...]) -> list[int]:
    """The numbers of the long quotations that `content` touches."""
    found: list[int] = []
    for start, end in content:
        for i in page.parse.tokens_in(start, end):
            number = page.quoted[i]
            if number >= 0 and page.quotation_words[number] >= LONG_QUOTATION and number not in found[-1:]:
                found.append(number)
    return found


def _whole(page: Page, draft: Draft, also: tuple[Range, ...]) -> Draft:
    """The draft with every long quotation whole that it or `also` touches."""
    ranges = list(draft.content)
    for number in _long_quotations(page, (*draft.content, *also)):
        quotation = page.parse.quotations[number]
        span = page.trimmed((quotation.inner_start, quotation.inner_end))
        if span is not None:
            ranges.append(span)
    return replace(draft, content=joined(ranges))
