"""The cue of a quotation: the verb before or behind it, a colon, a dash with a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dateline.grammar.parse import Quotation
from dateline.statements.drafts import LONG_QUOTATION, Draft, Page
from dateline.statements.frames import source_of
from dateline.statements.lexicon import Lexicon
from dateline.statements.phrases import cue_range, neighbour_of, noun_phrase

_REACH = 45
"""Tokens between a quotation and its verb: an apposition of 40 words was the longest in training."""
_NEAR = 5
"""Tokens between a quotation and a verb that no rule knows; further away it may be any verb."""
_FAR = 8
"""Tokens behind a quotation from which a verb in a relative clause speaks of something else."""
_LONGEST_NAME = 60
"""Characters of a name and office before a colon."""
_CLAUSAL = ("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "MD", "RB", "DT", "PRP$", ",", "WRB")
"""Tags of words that no bare name holds."""
_WEAK = frozenset(("be", "have", "do"))
_STOPS = frozenset(".?!")
_SIGNATURE = re.compile(r"[\s.]*[-–—]{1,2}\s*(?=[A-Z@])([^\n“”\"]{2,90})$", re.MULTILINE)
OWN, ADJACENT = 0.95, 0.85
"""Scores of a quotation with a cue of its own: by a rule, or by its place alone."""


@dataclass
class Group:
    """The quotations of one cue."""

    draft: Draft
    quotations: list[int] = field(default_factory=list)


class CueSearch:
    """Finds the cues of quotations, and makes a group for each. `groups` are by the head of their cue."""

    def __init__(self, page: Page, rules: Lexicon, groups: dict[int, Group]) -> None:
        self.groups = groups
        self._page = page
        self._rules = rules

    def own_cue(self, number: int) -> int | None:
        """Head of the cue that stands before or behind a quotation; a new group is made for it."""
        page = self._page
        quotation = page.parse.quotations[number]
        tokens = page.parse.tokens_in(quotation.start, quotation.end)
        if not len(tokens):
            return None
        head = self._line(quotation)
        if head is None and not starts_sentence(page, number):
            head = self.before(tokens[0])
        if head is None and page.text[quotation.inner_end - 1 : quotation.inner_end] != ".":
            head = self._behind(tokens[-1] + 1, number)
        return head if head is not None else self._signature(quotation)

    def _line(self, quotation: Quotation) -> int | None:
        """A line of a transcript: "Rep. Ana Day (R-Tex.): “…”", where the mark may be glued to the colon."""
        page = self._page
        start, _ = page.parse.paragraphs[page.parse.paragraph_at(quotation.start)]
        line = page.text[start : quotation.start].rstrip()
        colon = start + len(line) - 1
        head = page.parse.token_at(colon)
        if not line.endswith(":") or len(line) > _LONGEST_NAME or head is None or head in self.groups:
            return None
        named = page.parse.tokens_in(start, colon)
        source = page.trimmed((start, colon))
        if source is None or not line[0].isupper() or any(page.tokens[i].tag in _CLAUSAL for i in named):
            return None
        cue = (colon, colon + 1)
        self.groups[head] = Group(Draft(head, cue, source, (), "says", "en.quotation.colon", ADJACENT))
        return head

    def before(self, first: int) -> int | None:
        """The verb (or the colon) that leads to the quotation at token `first`."""
        page = self._page
        tokens = page.tokens
        paragraph = page.parse.sentence_of(first - 1).paragraph if first else 0
        mark = first - 1
        while mark >= 0 and tokens[mark].text in ("“", '"', "''", "``", "‘", "'", "«", "„"):
            mark -= 1
        if mark < 0 or page.parse.sentence_of(mark).paragraph != paragraph:
            return None
        leads = tokens[mark].text in (",", ":")
        if tokens[mark].text == ":" and mark and (_name_before(page, mark) is not None or _tells(page, mark - 1)):
            return self._made(mark - 1) if _tells(page, mark - 1) else self._colon(mark)
        above = _ancestors(page, first) if first < len(tokens) else frozenset()
        for i in range(mark, max(mark - _REACH, -1), -1):
            token = tokens[i]
            is_stop = i < mark and token.text in _STOPS
            if is_stop or page.is_deep(i) or page.parse.sentence_of(i).paragraph != paragraph:
                break
            if token.is_verb and token.lemma in self._rules.quoting and (leads or i in above or i == mark):
                return self._made(i)
        return self._colon(mark) if tokens[mark].text == ":" else None

    def _behind(self, first: int, number: int) -> int | None:
        """The verb that follows quotation `number`, which ends before token `first`."""
        page, tokens = self._page, self._page.tokens
        quotation = page.parse.quotations[number]
        is_open = _is_open(page, quotation)
        if not is_open and page.quotation_words[number] < LONG_QUOTATION:
            return None
        paragraph = page.parse.paragraph_at(quotation.start)
        for i in range(first, min(first + _REACH, len(tokens))):
            token = tokens[i]
            is_over = page.parse.sentence_of(i).paragraph != paragraph or token.text in (*_STOPS, ":", ";")
            if is_over or page.is_deep(i) or (token.tag == "VBG" and page.parse.child(i, "nsubj") is None):
                # "…,” adding that …": the participle opens something new.
                return None
            if not token.is_verb or (token.dep == "relcl" and i - first > _FAR):
                continue
            if token.lemma in self._rules.quoting:
                return self._made(i)
            if i - first < _NEAR and _tells(page, i):
                return self._made(i) if is_open else None
            if token.dep in ("ROOT", "conj"):
                return None
        return None

    def _made(self, verb: int) -> int:
        """Makes sure that `verb` has a group."""
        page = self._page
        if verb not in self.groups:
            rule = self._rules.quoting.get(page.tokens[verb].lemma)
            cue = page.range_of(*cue_range(page, verb))
            source = source_of(page, verb) or neighbour_of(page, verb)
            act, name = (rule.act, rule.id) if rule else ("says", "en.quotation.adjacent")
            self.groups[verb] = Group(Draft(verb, cue, source, (), act, name, OWN if rule else ADJACENT))
        elif self.groups[verb].draft.source is None:
            self.groups[verb].draft = replace(self.groups[verb].draft, source=neighbour_of(page, verb))
        return verb

    def _colon(self, colon: int) -> int | None:
        """A colon without a verb of speech: "Lee: “…”", "Lee's post: “…”", "the party issued this statement: “…”"."""
        page = self._page
        i = colon - 1
        tokens = page.tokens
        if i < 0 or not (tokens[i].is_noun or tokens[i].tag in ("PRP", "CD") or tokens[i].lower in self._rules.quoting):
            return None
        cue, source = page.range_of(colon, colon), noun_phrase(page, i, colon)
        rule = "en.quotation.colon"
        name, verb = _name_before(page, colon), _governor(page, i)
        if name is not None:
            source = page.range_of(name, i)
        elif verb is not None:
            cue, source = (page.range_of(cue_range(page, verb)[0], i)), source_of(page, verb)
        elif tokens[i].lower in self._rules.quoting and page.parse.edges[i][0] < i:
            # A verb that the parser took for a noun: "The post read: “…”".
            cue, source = page.range_of(i, i), page.trimmed(page.range_of(page.parse.edges[i][0], i - 1))
            rule = self._rules.quoting[tokens[i].lower].id
        if source is None:
            return None
        self.groups.setdefault(colon, Group(Draft(colon, cue, source, (), "says", rule, ADJACENT)))
        return colon

    def _signature(self, quotation: Quotation) -> int | None:
        """A dash and a name behind the quotation: "“…” – Union secretary Karl Meister"."""
        page = self._page
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
        self.groups[tokens[-1]] = Group(Draft(tokens[-1], dash, source, (), "says", "en.quotation.signature", ADJACENT))
        return tokens[-1]


def starts_sentence(page: Page, number: int) -> bool:
    quotation = page.parse.quotations[number]
    start, _ = page.parse.paragraphs[page.parse.paragraph_at(quotation.start)]
    before = page.text[start : quotation.start].rstrip()
    return not before or before[-1] in ".?!…”\"»’'"


def _tells(page: Page, i: int) -> bool:
    """Whether token `i` is a finite verb with a meaning of its own, as before a colon: "The driver echoed: “…”"."""
    return page.tokens[i].tag in ("VBD", "VBZ") and page.tokens[i].lemma not in _WEAK


def _name_before(page: Page, colon: int) -> int | None:
    """First token of a bare name before a colon, at the start of its line or behind a dash: "… - Day: “…”"."""
    tokens = page.tokens
    first = colon
    while first > 0 and tokens[first - 1].is_proper and colon - first < _NEAR:
        first -= 1
    if first == colon:
        return None
    start, _ = page.parse.paragraphs[page.parse.paragraph_at(tokens[colon].start)]
    return first if tokens[first].start == start or tokens[first - 1].text in ("-", "–", "—", "--") else None


def _ancestors(page: Page, i: int) -> frozenset[int]:
    found = []
    for _ in range(10):
        head = page.tokens[i].head
        if head == i:
            break
        found.append(head)
        i = head
    return frozenset(found)


def _is_open(page: Page, quotation: Quotation) -> bool:
    """Whether the quotation ends in a mark that leaves the sentence open for its speaker: "…,” reacted Day"."""
    return page.text[quotation.inner_end - 1] in ",?!…-—" or page.text[quotation.end : quotation.end + 1] == ","


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
