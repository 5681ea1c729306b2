"""Who speaks, and in which words, read from the dependency parse."""

from __future__ import annotations

from dateline.statements.drafts import Page, Range

_AUXILIARIES = ("aux", "auxpass", "neg", "advmod", "prt")
_CLIMBS = ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acl", "parataxis")
_BOUNDS = frozenset((",", ".", ":", "IN", "VBD", "''", "``"))
_LONGEST_PHRASE = 40
"""Tokens of a noun phrase; a longer one is a misparse, and its front part is taken."""
_FARTHEST = 6
"""Steps from a verb up to the one that has its subject; further is guessing."""


def subject_of(page: Page, verb: int) -> tuple[int | None, bool]:
    """Head of the noun phrase that is the doer of `verb`, and whether it is found.

    The subject may stand with a verb further up ("went on to say", "…, adding that", "who said").
    (None, True): a passive that names nobody.
    """
    tokens, parse = page.tokens, page.parse
    for step in range(_FARTHEST):
        if step == 0 and is_passive(page, verb):
            return _agent(page, verb), True
        subject = parse.child(verb, "nsubj", "nsubjpass")
        if subject is not None:
            return subject, True
        label = tokens[verb].dep
        if label == "acl" and tokens[verb].tag == "VBG":
            return tokens[verb].head, True
        if label == "relcl":
            return tokens[verb].head, True
        is_finite = label == "ccomp" and tokens[verb].tag in ("VBD", "VBZ", "VBP")
        if label not in _CLIMBS or tokens[verb].head == verb or is_finite:
            return None, False
        verb = tokens[verb].head
    return None, False


def is_passive(page: Page, verb: int) -> bool:
    """Whether `verb` is a passive: "was accused", "a man accused of theft"."""
    token = page.tokens[verb]
    if token.tag not in ("VBN", "VBD"):
        return False
    if page.parse.child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    is_loose = token.dep in ("acl", "amod", "advcl", "relcl")
    return token.tag == "VBN" and is_loose and page.parse.child(verb, "aux", "nsubj") is None


def _agent(page: Page, verb: int) -> int | None:
    by = page.parse.child(verb, "agent")
    return None if by is None else page.parse.child(by, "pobj")


def antecedent(page: Page, i: int) -> int:
    """The noun that a relative pronoun stands for; any other token is its own."""
    tokens = page.tokens
    if tokens[i].tag not in ("WDT", "WP"):
        return i
    verb = tokens[i].head
    return tokens[verb].head if tokens[verb].dep == "relcl" else i


def noun_phrase(page: Page, head: int, verb: int | None = None) -> Range | None:
    """The full noun phrase of `head`: titles, appositions and relative clauses included.

    Never over `verb` (a relative clause that holds the cue is cut off), never over a mark of quotation.
    """
    first, last = page.parse.edges[head]
    if verb is not None and first <= verb <= last:
        first, last = _shrunk(page, head, verb)
    while last > head and page.tokens[last].tag in (",", ":", ".", "''", "``", "CC", "IN"):
        last -= 1
    while first < head and page.tokens[first].tag in (",", ":", ".", "''", "``", "CC"):
        first += 1
    if last - first > _LONGEST_PHRASE:
        first, last = _shrunk(page, head, head + 1)
    first, last = _before_verb(page, head, first, last)
    while last > head and page.is_deep(last) and not page.is_deep(head):
        last -= 1
    while first < head and page.is_deep(first) and not page.is_deep(head):
        first += 1
    return page.trimmed(page.range_of(first, last))


def _before_verb(page: Page, head: int, first: int, last: int) -> tuple[int, int]:
    """Cuts a misparsed phrase before a verb that is no part of it: "Day called rivals weak" is no name."""
    for i in range(first + 1, last + 1):
        token = page.tokens[i]
        if token.tag in ("VBD", "VBZ", "VBP") and token.dep in ("nmod", "compound", "amod", "ROOT", "nsubj", "csubj"):
            return first, i - 1
        if token.dep == "acl" and token.tag == "VBN" and token.head == head == i - 1 and _acts(page, head, i):
            return first, i - 1
    return first, last


def _acts(page: Page, name: int, participle: int) -> bool:
    """Whether a bare name with a participle that has an object is a clause: "Day called rivals weak"."""
    parse = page.parse
    has_object = parse.child(participle, "dobj", "oprd") is not None
    return has_object and page.tokens[name].is_proper and parse.child(name, "det") is None


def _shrunk(page: Page, head: int, verb: int) -> tuple[int, int]:
    """The part of the subtree of `head` on its side of `verb`."""
    first, last = head, head
    for child in page.parse.children[head]:
        low, high = page.parse.edges[child]
        if low <= verb <= high:
            continue
        if (verb > head and high < verb) or (verb < head and low > verb):
            first, last = min(first, low), max(last, high)
    return first, last


def neighbour_of(page: Page, verb: int) -> Range | None:
    """The noun phrase right before or behind a verb, where the parse gives no subject: "…,” reacted the mayor"."""
    tokens = page.tokens
    for steps in ((verb - 1, verb - 2), (verb + 1, verb + 2, verb + 3, verb + 4)):
        for i in steps:
            if not 0 <= i < len(tokens) or page.quoted[i] >= 0 or tokens[i].tag in _BOUNDS:
                break
            if not tokens[i].is_noun and tokens[i].tag != "PRP":
                continue
            while tokens[i].dep in ("compound", "poss", "nmod") and tokens[i].head > i:
                i = tokens[i].head
            return noun_phrase(page, i, verb)
    return None


def cue_range(page: Page, verb: int) -> tuple[int, int]:
    """First and last token (inclusive) of the cue that `verb` heads: auxiliaries, adverbs next to it, particle."""
    tokens, parse = page.tokens, page.parse
    own = {c for c in parse.children[verb] if tokens[c].dep in _AUXILIARIES}
    first = last = verb
    while first - 1 in own:
        first -= 1
    while last + 1 in own and tokens[last + 1].dep in ("prt", "neg"):
        last += 1
    head = tokens[verb].head
    if tokens[verb].dep == "xcomp" and 0 < first - head <= 2 and tokens[head].is_verb:
        first = cue_range(page, head)[0]
    return first, last
