"""One draft for each cue out of what the rules and the tagger found."""

from __future__ import annotations

from dataclasses import replace

from dateline.statements.drafts import LONG_QUOTATION, Draft, Page, Range, joined
from dateline.statements.lexicon import Lexicon
from dateline.statements.tagger import RULE, THRESHOLD, Parts, cue_scores

EXPRESSES = "expresses"
"""The act of a cue that no rule knows."""
NAMED, ALONE = 0.45, 0.8
"""Probability from which a cue without a frame is believed: its verb is in the rules, or it is not.

Such a cue needs a source as well: of 103 without one 24 were right on the held-out sixth of the training part.
"""
BINDING_ACTS = frozenset(("orders", "urges", "promises", "threatens", "warns", "accuses", "rejects"))
"""Acts that events hang on ("threatened to blow up the dam"): a frame that shows one is believed in any case."""
SURE = 0.9
"""Score of a rule with a clause or a quotation."""
SHORT_QUOTATION = 2
"""Words of a quotation that a rule puts into a statement and the tagger may not take out."""
NESTED_ACTS = frozenset(("says", "claims", "reports", "announces", "confirms", "rejects", "accuses"))
"""Acts of a statement that may stand inside the content of another one."""


def merged_drafts(page: Page, rules: Lexicon, drafts: list[Draft]) -> list[Draft]:
    """The drafts of rules and tagger, one for each cue, ordered by its head."""
    by_rule = {draft.head: draft for draft in drafts}
    parts = Parts(page, by_rule)
    found, doubted = [], []
    for head, score in cue_scores(page, rules, by_rule).items():
        ruled = by_rule.get(head)
        tagged = parts.of(head, score) if score >= THRESHOLD else None
        if ruled is not None and (ruled.rule in rules.steady or ruled.rule.endswith(".signature")):
            found.append(ruled)
        elif ruled is not None and tagged is not None:
            found.append(_merged(page, ruled, tagged))
        elif tagged is not None and tagged.source is not None:
            named = _named(page, rules, tagged)
            if score >= (ALONE if named.act == EXPRESSES else NAMED):
                found.append(_whole(page, named, ()))
        elif ruled is not None and (score >= THRESHOLD or _stands(page, ruled)):
            found.append(ruled)
        elif ruled is not None and ruled.score >= SURE and ruled.act in NESTED_ACTS and ruled.source is not None:
            doubted.append(ruled)
    kept = _without_doubles(page, found)
    return sorted([*kept, *_nested(page, kept, doubted)], key=lambda draft: draft.head)


def _named(page: Page, rules: Lexicon, tagged: Draft) -> Draft:
    """A draft of the tagger with the act and the polarity of its verb or noun in the rules, where it has one."""
    token = page.tokens[tagged.head]
    named = (rules.verbs if token.is_verb else rules.noun_cues).get(token.lemma)
    if not named:
        return replace(tagged, act=EXPRESSES)
    return replace(tagged, act=named[0].act, polarity=named[0].polarity)


def _stands(page: Page, ruled: Draft) -> bool:
    """Whether a draft by rule holds although the tagger does not see its cue.

    It binds somebody, is all quotation, has a long one, is signed, or is a headline that quotes.
    """
    is_phrase = ruled.rule.startswith("en.phrase") and ruled.source is not None
    if is_phrase or ruled.act in BINDING_ACTS or ruled.rule.endswith(".signature"):
        return True
    if _quotations(page, ruled.content, LONG_QUOTATION):
        return True
    quoted = [page.quoted[i] >= 0 for span in ruled.content for i in page.parse.tokens_in(*span)]
    return any(quoted) if ruled.rule.startswith("en.headline") else all(quoted)


def _nested(page: Page, kept: list[Draft], doubted: list[Draft]) -> list[Draft]:
    """Of the drafts the tagger doubts those inside the content of another: it never saw a statement in a statement."""
    inside = {i for draft in kept for span in draft.content for i in page.parse.tokens_in(*span)}
    return [draft for draft in doubted if draft.head in inside]


def _merged(page: Page, ruled: Draft, tagged: Draft) -> Draft:
    """The rule's name, act and polarity with the tagger's spans; quotations stay whole.

    Where the rule's content is all quotation, unquoted words that the tagger adds are the reporter's.
    """
    source = tagged.source or ruled.source
    if tagged.source is not None and any(_meet(tagged.source, span) for span in (*ruled.content, *tagged.content)):
        source = ruled.source
    content = tagged.content
    if ruled.rule.startswith("en.phrase") and ";" in page.text[content[0][0] : content[-1][1]]:
        # "…, according to organisers; police put it at 9,000": the clause beyond is somebody else's.
        content = ruled.content
    if not _is_direct(page, ruled.content):
        content = _past_quotation(page, content, ruled.content)
    else:
        content = tuple(span for span in content if _quotations(page, (span,), 1)) or ruled.content
    score = max(ruled.score, tagged.score)
    return _whole(page, replace(ruled, cue=tagged.cue, source=source, content=content, score=score), ruled.content)


def _past_quotation(page: Page, content: tuple[Range, ...], ruled: tuple[Range, ...]) -> tuple[Range, ...]:
    """`content` as far as the rule reads it, where the tagger stops at a closing mark amid a phrase.

    "a shooting “possibly associated” with a march" goes on; behind a comma the reporter speaks.
    """
    start, end = content[-1]
    until = next((high for low, high in ruled if low < end < high), end)
    following = page.text[end:until].lstrip("”\"’'»")
    goes_on = len(following) < until - end and following[:1] == " "
    return (*content[:-1], (start, until)) if goes_on else content


def _is_direct(page: Page, content: tuple[Range, ...]) -> bool:
    return all(page.quoted[i] >= 0 for span in content for i in page.parse.tokens_in(*span))


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _quotations(page: Page, content: tuple[Range, ...], least: int) -> list[int]:
    """The numbers of the quotations of at least `least` words that `content` touches."""
    found: list[int] = []
    for start, end in content:
        for i in page.parse.tokens_in(start, end):
            number = page.quoted[i]
            if number >= 0 and page.quotation_words[number] >= least and number not in found[-1:]:
                found.append(number)
    return found


def _whole(page: Page, draft: Draft, also: tuple[Range, ...]) -> Draft:
    """The draft with the quotations whole that its content, if they are long, or `also` touches."""
    ranges = list(draft.content)
    for number in (*_quotations(page, draft.content, LONG_QUOTATION), *_quotations(page, also, SHORT_QUOTATION)):
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
