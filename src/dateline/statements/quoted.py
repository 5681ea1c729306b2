"""Speakers of quotations: the verb before, after or around a quotation, a colon, a dash, the paragraph before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dateline.grammar.parse import Quotation
from dateline.statements.drafts import LONG_QUOTATION, Draft, Page, Range, joined
from dateline.statements.frames import source_of
from dateline.statements.lexicon import Lexicon
from dateline.statements.phrases import cue_range, neighbour_of, noun_phrase

_REACH = 45
"""Tokens between a quotation and its verb: an apposition of 40 words was the longest in training."""
_NEAR = 5
"""Tokens between a quotation and a verb that no rule knows; further away it may be any verb."""
_WEAK = frozenset(("be", "have", "do"))
_STOPS = frozenset(".?!")
_SIGNATURE = re.compile(r"[\s.]*[-–—]{1,2}\s*(?=[A-Z@])([^\n“”\"]{2,90})$", re.MULTILINE)
OWN, JOINED, CARRIED = 0.95, 0.85, 0.7
"""Scores: with a cue of its own, joined to one in its paragraph, carried on from the paragraph before."""


@dataclass
class _Group:
    """The quotations of one cue."""

    draft: Draft
    quotations: list[int] = field(default_factory=list)


def quotation_drafts(page: Page, rules: Lexicon, frames: dict[int, Draft]) -> dict[int, Draft]:
    """`frames` by the head of their cue, quotations added to them, and drafts for quotations without a frame."""
    holders = _holders(page, rules, frames)
    groups = {head: _Group(draft) for head, draft in frames.items()}
    last: int | None = None
    for number, inside in _by_paragraph(page):
        last = _attribute(page, rules, _Paragraph(number, inside, holders, last), groups)
    return {head: _with_quotations(page, group) for head, group in sorted(groups.items())}


@dataclass(frozen=True)
class _Paragraph:
    number: int
    quotations: list[int]
    holders: dict[int, int]
    """For a quotation inside the content of a frame the head of that frame's cue."""
    last: int | None
    """Head of the last cue of the paragraph before."""


def _by_paragraph(page: Page) -> list[tuple[int, list[int]]]:
    by: dict[int, list[int]] = {}
    for number, quotation in enumerate(page.parse.quotations):
        by.setdefault(page.parse.paragraph_at(quotation.start), []).append(number)
    return [(paragraph, by.get(paragraph, [])) for paragraph in range(len(page.parse.paragraphs))]


def _holders(page: Page, rules: Lexicon, frames: dict[int, Draft]) -> dict[int, int]:
    """For each quotation in the content of a frame the head of the frame nearest to it.

    A verb that can introduce a quotation holds what its clause touches, any other what it covers for the better half.
    """
    touched: dict[tuple[int, int], int] = {}
    for head, draft in frames.items():
        for start, end in draft.content:
            for i in page.parse.tokens_in(start, end):
                if page.quoted[i] >= 0:
                    touched[page.quoted[i], head] = touched.get((page.quoted[i], head), 0) + 1
    found: dict[int, int] = {}
    for (number, head), words in touched.items():
        quotation = page.parse.quotations[number]
        inside = page.parse.tokens_in(quotation.start, quotation.end)
        if page.tokens[head].lemma not in rules.quoting and words * 2 < len(inside):
            continue
        if number not in found or abs(head - inside.start) < abs(found[number] - inside.start):
            found[number] = head
    return found


def _attribute(page: Page, rules: Lexicon, paragraph: _Paragraph, groups: dict[int, _Group]) -> int | None:
    """Gives the quotations of a paragraph to their cues; returns the head of the paragraph's last cue."""
    last: int | None = None
    waiting: list[int] = []
    for number in paragraph.quotations:
        head = _owner(page, rules, number, paragraph, groups, last)
        if head is not None:
            groups[head].quotations += [*waiting, number] if last is None else [number]
            waiting = [] if last is None else waiting
            last = head
        elif page.quotation_words[number] >= LONG_QUOTATION and _starts_sentence(page, number):
            if last is None:
                waiting.append(number)
            else:
                last = _extended(page, rules, last, [number], groups)
    if waiting and last is None:
        last = _carry(page, rules, paragraph, waiting, groups)
    return last if last is not None else _last_cue(page, paragraph.number, groups)


def _owner(
    page: Page, rules: Lexicon, number: int, paragraph: _Paragraph, groups: dict[int, _Group], last: int | None
) -> int | None:
    """Head of the cue that a quotation belongs to: the verb next to it, else the frame that holds it.

    `last` is the cue of the quotation before it in the paragraph.
    """
    own = _own_cue(page, rules, number, groups)
    held = paragraph.holders.get(number)
    if last is not None and _goes_on(page, number, own):
        return last
    if own is None or held is None or own == held:
        return held if own is None else own
    quotation = page.parse.quotations[number]
    inside = page.parse.tokens_in(quotation.start, quotation.end)
    is_next = inside.start - 3 <= own < inside.stop + 4
    return own if is_next else held


def _goes_on(page: Page, number: int, own: int | None) -> bool:
    """Whether a quotation is the second half of a broken one: "“We waited,” she said in May, “until it was over.”"."""
    before, quotation = page.parse.quotations[number - 1], page.parse.quotations[number]
    inside = page.parse.tokens_in(quotation.start, quotation.end)
    if own is not None and inside.start - 3 <= own < inside.start:
        return False
    gap = page.text[before.end : quotation.start]
    is_open = page.text[before.inner_end - 1] in ",-–—…"
    is_second = page.text[quotation.inner_start].islower()
    return is_open and is_second and gap.rstrip().endswith((",", "-", "–", "—")) and not any(c in ".?!" for c in gap)


def _extended(page: Page, rules: Lexicon, head: int, numbers: list[int], groups: dict[int, _Group]) -> int:
    """Joins quotations to the cue `head`; where its verb introduces none, they are a statement of their own."""
    draft = groups[head].draft
    if groups[head].quotations and (page.tokens[head].lemma in rules.quoting or draft.rule.startswith("en.quotation")):
        groups[head].quotations += numbers
        return head
    first = page.parse.quotations[numbers[0]]
    start = page.parse.tokens_in(first.inner_start, first.inner_end)
    if not len(start):
        return head
    content = (_inner(page, numbers[0]),)
    carried = replace(draft, head=start[0], content=content, act="says", rule="en.quotation.carried", score=CARRIED)
    groups[start[0]] = _Group(carried, list(numbers))
    return start[0]


def _last_cue(page: Page, paragraph: int, groups: dict[int, _Group]) -> int | None:
    """Head of the last cue in `paragraph` that has a source."""
    start, end = page.parse.paragraphs[paragraph]
    heads = page.parse.tokens_in(start, end)
    return next((i for i in reversed(heads) if i in groups and groups[i].draft.source is not None), None)


def _carry(
    page: Page, rules: Lexicon, paragraph: _Paragraph, waiting: list[int], groups: dict[int, _Group]
) -> int | None:
    """A paragraph that is all quotation goes to the lead-in before it, or on with the speaker before it."""
    lead = _lead_in(page, rules, paragraph.number - 1, groups)
    if lead is not None:
        groups[lead].quotations += waiting
        return lead
    head = paragraph.last
    if head is None or page.parse.quotations[waiting[0]].start != page.parse.paragraphs[paragraph.number][0]:
        return None
    return _extended(page, rules, head, waiting, groups)


def _lead_in(page: Page, rules: Lexicon, paragraph: int, groups: dict[int, _Group]) -> int | None:
    """The cue of a paragraph that ends in a colon: "And from Chairwoman Brandt:"."""
    if paragraph < 0:
        return None
    start, end = page.parse.paragraphs[paragraph]
    if not page.text[start:end].rstrip().endswith(":"):
        return None
    tokens = page.parse.tokens_in(start, end)
    return _before(page, rules, tokens[-1] + 1, groups) if len(tokens) else None


def _starts_sentence(page: Page, number: int) -> bool:
    quotation = page.parse.quotations[number]
    start, _ = page.parse.paragraphs[page.parse.paragraph_at(quotation.start)]
    before = page.text[start : quotation.start].rstrip()
    return not before or before[-1] in ".?!…”\"»’'"


def _own_cue(page: Page, rules: Lexicon, number: int, groups: dict[int, _Group]) -> int | None:
    """Head of the cue that stands before or behind a quotation; a new group is made for it."""
    quotation = page.parse.quotations[number]
    tokens = page.parse.tokens_in(quotation.start, quotation.end)
    if not len(tokens):
        return None
    head = None if _starts_sentence(page, number) else _before(page, rules, tokens[0], groups)
    if head is None and page.text[quotation.inner_end - 1 : quotation.inner_end] != ".":
        head = _behind(page, rules, tokens[-1] + 1, quotation, groups)
    return head if head is not None else _signature(page, quotation, groups)


def _before(page: Page, rules: Lexicon, first: int, groups: dict[int, _Group]) -> int | None:
    """The verb (or the colon) that leads to the quotation at token `first`."""
    tokens = page.tokens
    paragraph = page.parse.sentence_of(first - 1).paragraph if first else 0
    mark = first - 1
    while mark >= 0 and tokens[mark].text in ("“", '"', "''", "``", "‘", "'", "«", "„"):
        mark -= 1
    if mark < 0 or page.parse.sentence_of(mark).paragraph != paragraph:
        return None
    leads = tokens[mark].text in (",", ":")
    above = _ancestors(page, first) if first < len(tokens) else frozenset()
    for i in range(mark, max(mark - _REACH, -1), -1):
        token = tokens[i]
        if page.is_deep(i) or (i < mark and token.text in _STOPS) or page.parse.sentence_of(i).paragraph != paragraph:
            break
        if token.is_verb and token.lemma in rules.quoting and (leads or i in above or i == mark):
            return _made(page, rules, i, groups)
    return _colon(page, rules, mark, groups) if tokens[mark].text == ":" else None


def _ancestors(page: Page, i: int) -> frozenset[int]:
    found = []
    for _ in range(10):
        head = page.tokens[i].head
        if head == i:
            break
        found.append(head)
        i = head
    return frozenset(found)


def _behind(
    page: Page, rules: Lexicon, first: int, quotation: Quotation, groups: dict[int, _Group]
) -> int | None:
    """The verb that follows the quotation which ends before token `first`."""
    tokens = page.tokens
    if first >= len(tokens):
        return None
    paragraph = page.parse.paragraph_at(quotation.start)
    blocked = False
    for i in range(first, min(first + _REACH, len(tokens))):
        token = tokens[i]
        if page.parse.sentence_of(i).paragraph != paragraph or page.is_deep(i) or token.text in (*_STOPS, ":", ";"):
            return None
        if token.is_verb and token.lemma in rules.quoting and not (blocked and i - first > 8 and token.dep == "relcl"):
            return _made(page, rules, i, groups)
        if not blocked and i - first < _NEAR and token.tag in ("VBD", "VBZ") and token.lemma not in _WEAK:
            return _made(page, rules, i, groups) if _is_open(page, quotation) else None
        blocked = blocked or token.is_verb
        if blocked and token.dep in ("ROOT", "conj") and token.is_verb:
            return None
    return None


def _is_open(page: Page, quotation: Quotation) -> bool:
    """Whether the quotation ends in a mark that leaves the sentence open for its speaker: "…,” reacted Day"."""
    return page.text[quotation.inner_end - 1 : quotation.inner_end] in (",", "?", "!", "…", "-", "—")


def _made(page: Page, rules: Lexicon, verb: int, groups: dict[int, _Group]) -> int:
    """Makes sure that `verb` has a group."""
    if verb not in groups:
        rule = rules.quoting.get(page.tokens[verb].lemma)
        cue = page.range_of(*cue_range(page, verb))
        source = source_of(page, verb) or neighbour_of(page, verb)
        act, name = (rule.act, rule.id) if rule else ("says", "en.quotation.adjacent")
        groups[verb] = _Group(Draft(verb, cue, source, (), act, name, OWN if rule else JOINED))
    elif groups[verb].draft.source is None:
        groups[verb].draft = replace(groups[verb].draft, source=neighbour_of(page, verb))
    return verb


def _colon(page: Page, rules: Lexicon, colon: int, groups: dict[int, _Group]) -> int | None:
    """A colon without a verb of speech: "Lee: “…”", "Lee's post: “…”", "the party issued this statement: “…”"."""
    i = colon - 1
    tokens = page.tokens
    if i < 0 or not (tokens[i].is_noun or tokens[i].tag in ("PRP", "CD") or tokens[i].lower in rules.quoting):
        return None
    cue, source = page.range_of(colon, colon), noun_phrase(page, i, colon)
    verb = _governor(page, i)
    if verb is not None:
        cue, source = (page.range_of(cue_range(page, verb)[0], i)), source_of(page, verb)
    elif tokens[i].lower in rules.quoting and page.parse.edges[i][0] < i:
        # A verb that the parser took for a noun: "The post read: “…”".
        cue, source = page.range_of(i, i), page.trimmed(page.range_of(page.parse.edges[i][0], i - 1))
    if source is None:
        return None
    groups.setdefault(colon, _Group(Draft(colon, cue, source, (), "says", "en.quotation.colon", JOINED)))
    return colon


def _governor(page: Page, i: int) -> int | None:
    """The verb with a subject that the noun `i` is the object of, over prepositions and coordination."""
    tokens = page.tokens
    for _ in range(5):
        if tokens[i].head >= i or tokens[i].dep not in ("dobj", "pobj", "prep", "conj", "compound", "appos", "attr"):
            return None
        i = tokens[i].head
        if tokens[i].is_verb:
            return i if page.parse.child(i, "nsubj") is not None else None
    return None


def _signature(page: Page, quotation: Quotation, groups: dict[int, _Group]) -> int | None:
    """A dash and a name behind the quotation: "“…” – Union secretary Karl Meister"."""
    end = page.parse.paragraphs[page.parse.paragraph_at(quotation.start)][1]
    match = _SIGNATURE.match(page.text, quotation.end, end)
    if match is None:
        return None
    tokens = page.parse.tokens_in(quotation.end, match.start(1))
    named = page.parse.tokens_in(*match.span(1))
    if not len(tokens) or any(page.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in named):
        return None
    dash = page.range_of(tokens[-1], tokens[-1])
    source = page.trimmed(match.span(1))
    groups[tokens[-1]] = _Group(Draft(tokens[-1], dash, source, (), "says", "en.quotation.signature", JOINED))
    return tokens[-1]


def _inner(page: Page, number: int) -> Range:
    quotation = page.parse.quotations[number]
    inner = (quotation.inner_start, quotation.inner_end)
    return page.trimmed(inner) or inner


def _with_quotations(page: Page, group: _Group) -> Draft:
    """The draft with its quotations whole: half a quotation is never content."""
    if not group.quotations:
        return group.draft
    ranges = [*group.draft.content, *(_inner(page, number) for number in group.quotations)]
    score = max(group.draft.score, OWN if not group.draft.content else group.draft.score)
    return replace(group.draft, content=joined(ranges), score=score)
