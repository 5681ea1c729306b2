"""Who is subject, object, agent of a word: questions to the parse."""

from __future__ import annotations

from dateline.grammar import Parse

_RELATIVE = ("who", "which", "that", "whom")
_LEFT = ("compound", "amod", "nummod", "poss", "nmod", "quantmod", "advmod", "case", "punct", "npadvmod", "predet")
_DEEP = 6
"""No chain of conjuncts or control verbs in the dev sets is longer."""


def is_passive(parse: Parse, i: int) -> bool:
    """Whether verb `i` stands in the passive, with or without its auxiliary."""
    token = parse.tokens[i]
    if parse.child(i, "auxpass", "nsubjpass") is not None:
        return True
    if token.tag != "VBN":
        return False
    if token.dep == "conj" and parse.child(i, "aux", "nsubj") is None:
        head = parse.tokens[token.head]
        return head.is_verb and is_passive(parse, head.i)
    return parse.child(i, "aux", "nsubj") is None and token.dep in ("acl", "relcl", "amod", "ROOT", "advcl", "pcomp")


def subjects(parse: Parse, i: int, depth: int = 0) -> tuple[int, ...]:
    """Heads of the grammatical subjects of verb `i`, its own or its governor's, with their conjuncts."""
    token = parse.tokens[i]
    own = parse.child(i, "nsubj", "nsubjpass", "csubj")
    if own is not None:
        return _resolved(parse, own, i)
    if depth > _DEEP or token.head == i:
        return ()
    return _shared_subjects(parse, i, depth + 1)


def _resolved(parse: Parse, subject: int, verb: int) -> tuple[int, ...]:
    token = parse.tokens[verb]
    if parse.tokens[subject].lower in _RELATIVE:
        while token.dep == "conj":
            token = parse.tokens[token.head]
        return conjuncts(parse, token.head) if token.dep == "relcl" else ()
    return conjuncts(parse, subject)


def _shared_subjects(parse: Parse, i: int, depth: int) -> tuple[int, ...]:
    token = parse.tokens[i]
    head = parse.tokens[token.head]
    if token.dep in ("acl", "relcl", "amod") and head.is_noun:
        if token.tag == "VB":
            return subjects(parse, head.head, depth) if head.dep in ("dobj", "attr") else possessors(parse, head.i)
        return conjuncts(parse, head.i)
    if token.dep == "xcomp":
        controlled = parse.child(head.i, "dobj", "dative")
        if controlled is not None and head.lemma not in ("promise", "threaten", "vow"):
            return conjuncts(parse, controlled)
    if token.dep == "pcomp":
        blamed = parse.child(head.head, "dobj")
        if head.lower in ("of", "for", "from", "with") and blamed is not None:
            return conjuncts(parse, blamed)
        head = parse.tokens[head.head]
    return subjects(parse, head.i, depth) if head.is_verb or head.tag.startswith("JJ") else ()


def objects(parse: Parse, i: int) -> tuple[int, ...]:
    """Heads of the direct objects of verb `i`, with their conjuncts; the antecedent in a relative clause."""
    own = parse.child(i, "dobj")
    token = parse.tokens[i]
    if own is not None:
        if parse.tokens[own].lower in _RELATIVE and token.dep == "relcl":
            return conjuncts(parse, token.head)
        return conjuncts(parse, own)
    for c in parse.children[i]:
        if parse.tokens[c].dep == "conj" and parse.tokens[c].is_verb and parse.child(c, "dobj") is not None:
            return objects(parse, c) if parse.child(c, "nsubj", "aux", "auxpass") is None else ()
    subject = parse.child(i, "nsubj")
    if token.dep == "relcl" and subject is not None and parse.tokens[subject].lower not in _RELATIVE:
        return conjuncts(parse, token.head)
    return ()


def agents(parse: Parse, i: int) -> tuple[int, ...]:
    """Heads behind "by"."""
    for c in parse.children[i]:
        if parse.tokens[c].lower == "by" and parse.tokens[c].dep in ("agent", "prep"):
            child = parse.child(c, "pobj")
            if child is not None:
                return conjuncts(parse, child)
    return ()


def prepositional(parse: Parse, i: int, words: tuple[str, ...]) -> tuple[int, ...]:
    """Heads behind the first of the prepositions `words` that depends on `i`, in the order of `words`."""
    for word in words:
        for c in parse.children[i]:
            if parse.tokens[c].lower == word and parse.tokens[c].dep in ("prep", "dative", "agent", "prt"):
                child = parse.child(c, "pobj")
                if child is None and (nested := parse.child(c, "prep")) is not None:
                    child = parse.child(nested, "pobj")
                if child is not None:
                    return conjuncts(parse, child)
    return ()


def possessors(parse: Parse, i: int) -> tuple[int, ...]:
    own = parse.child(i, "poss")
    return () if own is None else conjuncts(parse, own)


def conjuncts(parse: Parse, i: int) -> tuple[int, ...]:
    """Noun `i` and the nouns that are coordinated with it, in reading order."""
    found = [i]
    for _ in range(30):
        following = [
            c for c in parse.children[found[-1]] if parse.tokens[c].dep == "conj" and not parse.tokens[c].is_verb
        ]
        if not following:
            break
        found.append(following[0])
    return tuple(found)


def noun_phrase(parse: Parse, i: int, quantity: frozenset[str]) -> tuple[int, int]:
    """Offsets of the tight noun phrase of head `i`: its left modifiers, and "of …" behind a word of quantity."""
    left = i
    for c in reversed(parse.children[i]):
        if c < i and parse.tokens[c].dep in _LEFT and parse.tokens[parse.edges[c][1]].i == left - 1:
            left = parse.edges[c][0]
    while left < i and (
        parse.tokens[left].tag in ("DT", "WDT", "PDT", "PRP$") or not parse.tokens[left].text[0].isalnum()
    ):
        left += 1
    inner = counted(parse, i, quantity)
    right = i if inner == i else inner
    return parse.tokens[left].start, parse.tokens[right].end


def counted(parse: Parse, i: int, quantity: frozenset[str]) -> int:
    """The noun that a word of quantity counts: "protesters" in "dozens of protesters"; else `i` itself."""
    if parse.tokens[i].lemma.lower() not in quantity:
        return i
    inner = prepositional(parse, i, ("of",))
    return inner[0] if inner and inner[0] > i else i
