"""One draft for each cue out of what the rules and the tagger found."""

from __future__ import annotations

from dataclasses import replace

from dateline.statements.drafts import LONG_QUOTATION, Draft, Page, Range, joined
from dateline.statements.lexicon import Lexicon
from dateline.statements.tagger import RULE, THRESHOLD, Parts, cue_scores

NESTED_ACTS = frozenset(("says", "claims", "reports", "announces", "confirms", "rejects", "accuses"))
"""Acts of a statement that may stand inside the content of another one."""


def merged_drafts(page: Page, rules: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """The drafts of rules and tagger, one for each cue, ordered by its head."""
    by_rule = {draft.head: draft for draft in drafts}
    parts = Parts(page, by_rule)
    found = []
    for head, score in cue_scores(page, rules, by_rule).items():
        ruled = by_rule.get(head)
        tagged = parts.of(head, score) if score >= THRESHOLD else None
        if ruled is not None and tagged is not None:
            found.append(_merged(page, ruled, tagged))
        elif tagged is not None:
            found.append(_whole(page, tagged, ()))
        elif ruled is not None and (score >= THRESHOLD or _is_quotation(page, ruled)):
            found.append(ruled)
    return _without_doubles(page, found)


def _is_quotation(page: Page, ruled: Draft) -> bool:
    """Whether a draft by rule holds although the tagger does not see its cue: it is all quotation, or a long one."""
    if _long_quotations(page, ruled.content):
        return True
    return all(page.quoted[i] >= 0 for span in ruled.content for i in page.parse.tokens_in(*span))


def _merged(page: Page, ruled: Draft, tagged: Draft) -> Draft:
    """The rule's name, act and polarity with the tagger's spans; quotations stay whole."""
    source = tagged.source or ruled.source
    if tagged.source is not None and any(_meet(tagged.source, span) for span in (*ruled.content, *tagged.content)):
        source = ruled.source
    score = max(ruled.score, tagged.score)
    merged = replace(ruled, cue=tagged.cue, source=source, content=tagged.content, score=score)
    return _whole(page, merged, ruled.content)


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


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


def _without_doubles(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts less those that stand in the content of a better one.

    A word is somebody's content once (PolNeAR marks no statement inside a statement; of the tagger's nested ones 7 %
    were right there), but for a cue rule of speech inside other speech: that is hearsay at second hand, and is kept.
    """
    holder: dict[int, int] = {}
    kept: list[int] = []
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].rule == RULE, -drafts[n].score, n))
    for n in order:
        words = [i for span in drafts[n].content for i in page.parse.tokens_in(*span)]
        inside = sum(i in holder for i in words)
        is_inner = drafts[n].head in holder
        if inside * 2 > len(words) or is_inner:
            is_outer = not is_inner and inside < len(words)
            if drafts[n].rule == RULE or not (is_outer or drafts[n].act in NESTED_ACTS):
                continue
        kept.append(n)
        holder.update(dict.fromkeys(words, n))
    return [drafts[n] for n in sorted(kept)]
