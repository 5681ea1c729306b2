"""Statements by the frame of their verb or noun: the cue rules applied to the dependency parse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.records import Polarity
from dateline.statements.drafts import Draft, Page, Range, joined, without
from dateline.statements.lexicon import CueRule, Lexicon, PhraseRule
from dateline.statements.phrases import antecedent, cue_range, is_passive, noun_phrase, subject_of

_CLAUSES = ("ccomp", "advcl", "csubj")
_WITHHELD = frozenset(("says", "confirms", "reports", "announces", "rejects", "claims"))
_SCORES = {"clause": 0.9, "infinitive": 0.8, "label": 0.8, "preps": 0.75, "object": 0.6, "gerund": 0.8}
"""How often a frame of this shape is right, in tenths read off PolNeAR's training part."""


def frame_drafts(page: Page, rules: Lexicon) -> Iterator[Draft]:
    """Drafts by verb, noun and fixed phrase, in the order of their cues. One for each cue."""
    verbs, nouns, phrases = rules.verbs, rules.noun_cues, rules.phrase_starts
    for token in page.tokens:
        draft: Draft | None = None
        if token.lemma in verbs and token.is_verb and token.dep not in ("amod", "compound", "aux"):
            draft = _verb_draft(page, token.i, verbs[token.lemma])
        elif token.lemma in nouns and token.is_noun:
            draft = _noun_draft(page, token.i, nouns[token.lemma])
        elif token.lower in phrases:
            draft = next(
                (made for words, rule in phrases[token.lower] if (made := _phrase_draft(page, token.i, words, rule))),
                None,
            )
        if draft is not None:
            yield draft


def _verb_draft(page: Page, verb: int, rules: tuple[CueRule, ...]) -> Draft | None:
    if page.is_deep(verb):
        return None
    passive = is_passive(page, verb)
    for rule in rules:
        if rule.needs_passive and not passive:
            continue
        for shape in rule.takes:
            content = _content(page, verb, rule, shape, passive)
            if content and (not rule.needs_number or _has_number(page, content)):
                return _draft(page, verb, rule, content, _SCORES[shape])
    return None


def _draft(page: Page, verb: int, rule: CueRule, content: list[Range], score: float) -> Draft | None:
    first, last = cue_range(page, verb)
    if rule.preps and last + 1 < len(page.tokens) and page.tokens[last + 1].lower in rule.preps:
        last += page.tokens[last + 1].head == verb and page.tokens[last + 1].lower in ("for", "on", "upon")
    cue = page.range_of(first, last)
    source = source_of(page, verb)
    for hole in (cue, source):
        if hole is not None:
            content = [part for span in content for part in without(span, hole)]
    kept = [span for part in content if (span := page.trimmed(part)) is not None]
    if not kept:
        return None
    polarity = Polarity.DECLINES if _is_negated(page, verb, rule) else rule.polarity
    return Draft(verb, cue, source, page.joined(kept), rule.act, rule.id, score, polarity)


def _is_negated(page: Page, verb: int, rule: CueRule) -> bool:
    """ "did not say", "would not confirm": the words are not given, or not stood by."""
    return page.parse.child(verb, "neg") is not None and rule.act in _WITHHELD


def _has_number(page: Page, content: list[Range]) -> bool:
    return any(page.tokens[i].tag == "CD" for span in content for i in page.parse.tokens_in(*span))


def source_of(page: Page, verb: int) -> Range | None:
    """The noun phrase of the doer of `verb`; never one that stands inside a long quotation while the verb does not."""
    head, _ = subject_of(page, verb)
    if head is None or (page.is_deep(head) and not page.is_deep(verb)):
        return None
    return noun_phrase(page, head, verb)


def _content(page: Page, verb: int, rule: CueRule, shape: str, passive: bool) -> list[Range]:
    readers: dict[str, Callable[[], list[Range]]] = {
        "clause": lambda: _clause(page, verb),
        "infinitive": lambda: _infinitive(page, verb, rule, passive),
        "gerund": lambda: _gerund(page, verb),
        "label": lambda: _label(page, verb, passive),
        "preps": lambda: _preps(page, verb, rule.preps, passive),
        "object": lambda: _object(page, verb, passive, rule.preps),
    }
    return readers[shape]() if shape in readers else []


def _subtree(page: Page, i: int) -> Range:
    return page.range_of(*page.parse.edges[i])


def _clause(page: Page, verb: int) -> list[Range]:
    """The clause that depends on `verb`, or the one that `verb` is put into ("the march, police said, was …")."""
    tokens, parse = page.tokens, page.parse
    for child in parse.children[verb]:
        if tokens[child].dep in ("ccomp", "csubjpass") and not _is_infinitive(page, child):
            return [_subtree(page, child)]
    if tokens[verb].dep in ("parataxis", "ccomp") and _is_parenthesis(page, verb):
        low, high = parse.edges[verb]
        around = _subtree(page, tokens[verb].head)
        return without(around, page.range_of(low, high))
    return []


def _is_parenthesis(page: Page, verb: int) -> bool:
    """Whether the clause of `verb` is set off by commas or dashes and has a subject of its own."""
    low, high = page.parse.edges[verb]
    if page.parse.child(verb, "nsubj") is None or page.parse.child(verb, "mark", "ccomp") is not None:
        return False
    before = page.tokens[low - 1].tag if low else "."
    after = page.tokens[high + 1].tag if high + 1 < len(page.tokens) else "."
    return before in (",", ":", "''") and after in (",", ":", ".", "``")


def _is_infinitive(page: Page, i: int) -> bool:
    tokens = page.tokens
    return tokens[i].is_verb and any(tokens[c].dep == "aux" and tokens[c].tag == "TO" for c in page.parse.children[i])


def _infinitive(page: Page, verb: int, rule: CueRule, passive: bool) -> list[Range]:
    tokens, parse = page.tokens, page.parse
    for child in parse.children[verb]:
        if tokens[child].dep in ("xcomp", "ccomp", *_CLAUSES[:2]) and child > verb and _is_infinitive(page, child):
            target = parse.child(verb, "dobj", "nsubjpass" if passive else "dobj", "dative")
            own = parse.child(child, "nsubj")
            if rule.needs_object and target is None and own is None:
                continue
            if tokens[child].dep == "advcl" and target is None:
                continue
            span = _subtree(page, child)
            if target is None:
                return [span]
            return [_subtree(page, target), span] if target < child else [span]
    return []


def _gerund(page: Page, verb: int) -> list[Range]:
    """ "denied using live ammunition"."""
    tokens = page.tokens
    return [_subtree(page, c) for c in page.parse.children[verb] if tokens[c].dep == "xcomp" and tokens[c].tag == "VBG"]


def _label(page: Page, verb: int, passive: bool) -> list[Range]:
    """The object with what it is called: "called the strike unlawful"."""
    tokens, parse = page.tokens, page.parse
    name = parse.child(verb, "oprd")
    if name is None:
        small = next((c for c in parse.children[verb] if tokens[c].dep == "ccomp" and not tokens[c].is_verb), None)
        return [] if small is None or small < verb else [_subtree(page, small)]
    target = parse.child(verb, "nsubjpass" if passive else "dobj")
    return [_subtree(page, name)] if target is None else [_subtree(page, target), _subtree(page, name)]


def _preps(page: Page, verb: int, preps: tuple[str, ...], passive: bool) -> list[Range]:
    tokens, parse = page.tokens, page.parse
    behind = [tokens[c] for c in parse.children[verb] if c > verb]
    found = [token.i for token in behind if token.dep in ("prep", "dative") and token.lower in preps]
    target = parse.child(verb, "nsubjpass" if passive else "dobj")
    if not found:
        # The parser hangs "of torture" on the forces in "accused the forces of torture".
        below = [] if target is None or target < verb else [tokens[c].lower for c in parse.children[target]]
        return [_subtree(page, target)] if target is not None and set(below) & set(preps) else []
    spans = [] if target is None else [_subtree(page, target)]
    start, end = _subtree(page, found[0])
    if target is None and found[0] == verb + 1:
        start = tokens[found[0]].end
    return [*spans, (start, end)]


def _object(page: Page, verb: int, passive: bool, preps: tuple[str, ...]) -> list[Range]:
    tokens, parse = page.tokens, page.parse
    target = parse.child(verb, "nsubjpass" if passive else "dobj")
    if target is None:
        return []
    if tokens[target].tag in ("WDT", "WP"):
        named = None if antecedent(page, target) == target else noun_phrase(page, antecedent(page, target), verb)
        return [] if named is None else [named]
    spans = [_subtree(page, target)]
    behind = [c for c in parse.children[verb] if c > target and tokens[c].dep == "prep" and tokens[c].lower in preps]
    return [*spans, *(_subtree(page, child) for child in behind)]


def _noun_draft(page: Page, noun: int, rules: tuple[CueRule, ...]) -> Draft | None:
    """A noun with its clause: "the owner's claim that …"."""
    if page.is_deep(noun):
        return None
    tokens, parse = page.tokens, page.parse
    for rule in rules:
        for child in parse.children[noun]:
            if child < noun or tokens[child].dep not in ("acl", "ccomp", "relcl", "xcomp"):
                continue
            if _is_infinitive(page, child):
                fits = "infinitive" in rule.takes
            else:
                mark = parse.child(child, "mark")
                fits = "clause" in rule.takes and mark is not None and tokens[mark].lower == "that"
            span = page.trimmed(_subtree(page, child)) if fits else None
            if span is not None:
                cue = page.range_of(noun, noun)
                return Draft(noun, cue, owner_of(page, noun), (span,), rule.act, rule.id, 0.6)
    return None


def owner_of(page: Page, noun: int) -> Range | None:
    """Whose words a noun names: "the owner's claim", "a claim by the owner"."""
    tokens, parse = page.tokens, page.parse
    owner = parse.child(noun, "poss")
    if owner is not None:
        first, _ = parse.edges[owner]
        return page.trimmed(page.range_of(first, owner))
    for child in parse.children[noun]:
        if tokens[child].dep == "prep" and tokens[child].lower in ("by", "from"):
            speaker = parse.child(child, "pobj")
            if speaker is not None:
                return noun_phrase(page, speaker)
    return None


def _phrase_draft(page: Page, first: int, words: tuple[str, ...], rule: PhraseRule) -> Draft | None:
    tokens, parse = page.tokens, page.parse
    last = first + len(words) - 1
    if last >= len(tokens) or page.is_deep(first) or tuple(t.lower for t in tokens[first : last + 1]) != words:
        return None
    source: Range | None = None
    out_low, out_high = first, last
    if rule.source == "behind":
        speaker = parse.child(last, "pobj") if len(words) > 1 else None
        if speaker is None:
            return None
        source = noun_phrase(page, speaker)
        out_low, out_high = min(first, parse.edges[speaker][0]), max(last, parse.edges[speaker][1])
    root = _clause_head(page, first)
    hole = page.range_of(out_low, out_high)
    parts = [_within(page, part, first) for part in without(_subtree(page, root), hole)]
    kept = [span for part in parts if (span := page.trimmed(part)) is not None]
    if not kept:
        # The phrase hangs on a verb beyond the semicolon: what stands before the phrase is meant.
        before = (page.parse.sentence_of(first).start, tokens[first].start)
        kept = [span for span in [page.trimmed(_within(page, before, first))] if span is not None]
    if not kept:
        return None
    score = 0.9 if source else 0.6
    return Draft(first, page.range_of(first, last), source, joined(kept), rule.act, rule.id, score)


def _within(page: Page, part: Range, cue: int) -> Range:
    """`part` up to the semicolons next to the cue: "…, according to organisers; police put it at 9,000"."""
    start, end = part
    at = page.tokens[cue].start
    if start >= at:
        cut = page.text.find(";", at, end)
        return (start, max(cut, start)) if cut >= 0 else part
    cut = page.text.rfind(";", start, at)
    return (min(cut + 1, end), end) if cut >= 0 else part


def _clause_head(page: Page, i: int) -> int:
    """The nearest verb above `i`, or the root of its sentence."""
    tokens = page.tokens
    for _ in range(_STEPS):
        head = tokens[i].head
        if head == i:
            return i
        i = head
        if tokens[i].is_verb and tokens[i].lower != "according":
            return i
    return i


_STEPS = 8
