"""Gives quotations to their speakers: by a cue of their own, by the cue before them, by the paragraph before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.statements.cue_search import OWN, CueSearch, Group, starts_sentence
from dateline.statements.drafts import LONG_QUOTATION, Draft, Page, Range, joined
from dateline.statements.lexicon import Lexicon

CARRIED = 0.7
"""Score of a quotation without a cue, carried on from the speaker before."""


def quotation_drafts(page: Page, rules: Lexicon, frames: dict[int, Draft]) -> dict[int, Draft]:
    """`frames` by the head of their cue, quotations added to them, and drafts for quotations without a frame."""
    groups = {head: Group(draft) for head, draft in frames.items()}
    attribution = _Attribution(page, rules, groups, _holders(page, rules, frames))
    last: int | None = None
    for number, quotations in _by_paragraph(page):
        last = attribution.paragraph(number, quotations, last)
    return {head: _with_quotations(page, group) for head, group in sorted(groups.items())}


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


@dataclass(frozen=True)
class _Attribution:
    page: Page
    rules: Lexicon
    groups: dict[int, Group]
    holders: dict[int, int]
    """For a quotation inside the content of a frame the head of that frame's cue."""

    @property
    def search(self) -> CueSearch:
        return CueSearch(self.page, self.rules, self.groups)

    def paragraph(self, number: int, quotations: list[int], before: int | None) -> int | None:
        """Gives the quotations of a paragraph to their cues; returns the head of the paragraph's last cue.

        `before` is the last cue of the paragraph before.
        """
        last: int | None = None
        waiting: list[int] = []
        for quotation in quotations:
            head = self._owner(quotation, last)
            if head is not None:
                self.groups[head].quotations += [*waiting, quotation]
                waiting, last = [], head
            elif self.page.quotation_words[quotation] >= LONG_QUOTATION and starts_sentence(self.page, quotation):
                if last is None:
                    waiting.append(quotation)
                else:
                    last = self._extended(last, [quotation])
        if waiting and last is None:
            last = self._carried(number, waiting, before)
        return last if last is not None else self._last_cue(number)

    def _owner(self, number: int, last: int | None) -> int | None:
        """Head of the cue that a quotation belongs to: the verb next to it, else the frame that holds it.

        `last` is the cue of the quotation before it in the paragraph.
        """
        own = self.search.own_cue(number)
        held = self.holders.get(number)
        if last is not None and _goes_on(self.page, number, own):
            return last
        if own is None or held is None or own == held:
            return held if own is None else own
        quotation = self.page.parse.quotations[number]
        inside = self.page.parse.tokens_in(quotation.start, quotation.end)
        is_next = inside.start - 3 <= own < inside.stop + 4
        return own if is_next else held

    def _extended(self, head: int, numbers: list[int]) -> int:
        """Joins quotations to the cue `head`; where its verb introduces none, they are a statement of their own."""
        group = self.groups[head]
        is_mark = not self.page.tokens[head].is_verb
        introduces = is_mark or self.page.tokens[head].lemma in self.rules.quoting
        if group.quotations and introduces:
            group.quotations += numbers
            return head
        first = self.page.parse.quotations[numbers[0]]
        start = self.page.parse.tokens_in(first.inner_start, first.inner_end)
        if not len(start):
            return head
        content = (_inner(self.page, numbers[0]),)
        rule, score = "en.quotation.carried", CARRIED
        carried = replace(group.draft, head=start[0], content=content, act="says", rule=rule, score=score)
        self.groups[start[0]] = Group(carried, list(numbers))
        return start[0]

    def _carried(self, number: int, waiting: list[int], before: int | None) -> int | None:
        """A paragraph that is all quotation goes to the lead-in before it, or on with the speaker before it."""
        lead = self._lead_in(number - 1)
        if lead is not None:
            self.groups[lead].quotations += waiting
            return lead
        if before is None or self.page.parse.quotations[waiting[0]].start != self.page.parse.paragraphs[number][0]:
            return None
        return self._extended(before, waiting)

    def _lead_in(self, number: int) -> int | None:
        """The cue of a paragraph that ends in a colon: "And from Chairwoman Brandt:"."""
        if number < 0:
            return None
        start, end = self.page.parse.paragraphs[number]
        if not self.page.text[start:end].rstrip().endswith(":"):
            return None
        tokens = self.page.parse.tokens_in(start, end)
        return self.search.before(tokens[-1] + 1) if len(tokens) else None

    def _last_cue(self, number: int) -> int | None:
        """Head of the last cue in a paragraph that has a source."""
        heads = self.page.parse.tokens_in(*self.page.parse.paragraphs[number])
        groups = self.groups
        return next((i for i in reversed(heads) if i in groups and groups[i].draft.source is not None), None)


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


def _inner(page: Page, number: int) -> Range:
    quotation = page.parse.quotations[number]
    inner = (quotation.inner_start, quotation.inner_end)
    return page.trimmed(inner) or inner


def _with_quotations(page: Page, group: Group) -> Draft:
    """The draft with its quotations whole: half a quotation is never content."""
    if not group.quotations:
        return group.draft
    ranges = [*group.draft.content, *(_inner(page, number) for number in group.quotations)]
    score = max(group.draft.score, OWN if not group.draft.content else group.draft.score)
    return replace(group.draft, content=joined(ranges), score=score)
