"""Kind, medium, backing, addressee and speaker of a statement."""

from __future__ import annotations

from bisect import bisect_right

from dateline.grammar.parse import Sentence
from dateline.records import Article, Backing, Entity, EntityType, StatementKind
from dateline.statements.drafts import Draft, Page, Range
from dateline.statements.lexicon import BackingRule, Lexicon
from dateline.statements.phrases import antecedent, noun_phrase

_TOLD = ("dobj", "dative")


def kind_of(page: Page, content: tuple[Range, ...]) -> StatementKind:
    """Direct: all words of the content are quoted; indirect: none; mixed: some."""
    inside = outside = 0
    for start, end in content:
        for i in page.parse.tokens_in(start, end):
            if page.tokens[i].text[0].isalnum():
                inside += page.quoted[i] >= 0
                outside += page.quoted[i] < 0
    if inside and not outside:
        return StatementKind.DIRECT
    return StatementKind.MIXED if inside else StatementKind.INDIRECT


class Speakers:
    """Finds the entity whose mention covers a token."""

    def __init__(self, page: Page, entities: tuple[Entity, ...]) -> None:
        self._page = page
        self._at: dict[int, tuple[int, Entity]] = {}
        for entity in entities:
            for mention in entity.mentions:
                for i in page.parse.tokens_in(mention.start, mention.end):
                    size = mention.end - mention.start
                    if i not in self._at or size < self._at[i][0]:
                        self._at[i] = (size, entity)

    def of(self, span: Range | None) -> Entity | None:
        """The entity of the head of `span`; else the first person in it, else the first entity."""
        if span is None or not self._at:
            return None
        inside = self._page.parse.tokens_in(*span)
        tokens = self._page.tokens
        heads = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
        for i in (antecedent(self._page, head) for head in heads):
            if i in self._at:
                return self._at[i][1]
        named = [self._at[i][1] for i in inside if i in self._at]
        return next((entity for entity in named if entity.type is EntityType.PERSON), named[0] if named else None)


def addressee_range(page: Page, draft: Draft) -> Range | None:
    """Whom it was told: the object of the cue's verb outside the content, or behind "to"."""
    parse, tokens = page.parse, page.tokens
    if not tokens[draft.head].is_verb:
        return None
    target = parse.child(draft.head, *_TOLD)
    if target is not None and tokens[target].tag == "IN":
        target = parse.child(target, "pobj")
    if target is None or not (tokens[target].is_noun or tokens[target].tag == "PRP"):
        return None
    return noun_phrase(page, target, draft.head)


def medium_of(page: Page, rules: Lexicon, draft: Draft) -> Range | None:
    """Where it was said: "in a post on Truth Social", in the sentence of the cue and outside the content."""
    sentence = page.parse.sentence_of(draft.head)
    for pattern in rules.medium_patterns:
        for match in pattern.finditer(page.text, sentence.start, sentence.end):
            if not any(start < match.end() and match.start() < end for start, end in draft.content):
                return match.span()
    return None


def outlet_of(page: Page, draft: Draft, told: Range | None, entity: Entity | None) -> Range | None:
    """The outlet that a speaker told: "told Reuters"."""
    if told is None or page.tokens[draft.head].lemma != "tell":
        return None
    if entity is not None and entity.type is not EntityType.ORGANISATION:
        return None
    head = page.parse.tokens_in(*told)
    is_name = bool(len(head)) and page.tokens[head[-1]].is_proper
    return told if is_name and (entity is not None or len(head) > 1 or page.tokens[head[0]].text.isupper()) else None


Verdict = tuple[Range, BackingRule]
"""Words by which the report judges a statement, with their rule."""


def verdicts(page: Page, rules: Lexicon) -> list[Verdict]:
    """The report's own words on the truth of statements, outside quotations."""
    found: list[Verdict] = []
    for pattern, rule in rules.backing_patterns:
        for match in pattern.finditer(page.text):
            i = page.parse.token_at(match.start())
            if i is not None and not page.is_deep(i):
                found.append((match.span(), rule))
    return found


def backings(article: Article, page: Page, drafts: list[Draft], given: list[Verdict]) -> dict[int, Backing]:
    """For each draft (by its place in `drafts`, ordered by head) the verdict on it."""
    heads = [draft.head for draft in drafts]
    found: dict[int, Backing] = {}
    for words, rule in given:
        owner = _judged(page, drafts, heads, words, rule.where)
        if owner is not None:
            found.setdefault(owner, Backing(value=rule.value, span=article.span(*words)))
    return found


def _judged(page: Page, drafts: list[Draft], heads: list[int], words: Range, where: str) -> int | None:
    """The draft that the words of a backing rule judge: the nearest cue of the sentence, else of the one before."""
    i = page.parse.token_at(words[0])
    if i is None:
        return None
    sentence = page.parse.sentence_of(i)
    if where in ("cue", "both"):
        near = [n for n in _in_sentence(page, heads, sentence) if not _covers(drafts[n].content, words)]
        if near:
            return min(near, key=lambda n: (abs(heads[n] - i), n))
    if where in ("next", "both") and sentence.i > 0:
        before = page.parse.sentences[sentence.i - 1]
        ending = [n for n in _near(heads, sentence.first) if _ends_in(page, drafts[n], before)]
        return ending[-1] if ending else None
    return None


def _in_sentence(page: Page, heads: list[int], sentence: Sentence) -> range:
    return range(bisect_right(heads, sentence.first - 1), bisect_right(heads, sentence.last - 1))


def _near(heads: list[int], before: int) -> range:
    """The last few drafts whose cue stands before token `before`."""
    end = bisect_right(heads, before - 1)
    return range(max(end - 6, 0), end)


def _ends_in(page: Page, draft: Draft, sentence: Sentence) -> bool:
    last = max(draft.cue[1], draft.content[-1][1])
    return sentence.start < last <= sentence.end + 2


def _covers(content: tuple[Range, ...], words: Range) -> bool:
    return any(start <= words[0] and words[1] <= end for start, end in content)
