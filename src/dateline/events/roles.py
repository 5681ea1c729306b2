"""Who did it, and to whom: the actors of a trigger, read off the parse."""

from __future__ import annotations

from dateline.events.lexicon import Lexicon
from dateline.events.mentions import Mention
from dateline.events.modality import cues
from dateline.events.syntax import agents, conjuncts, counted, is_passive, objects, possessors, prepositional, subjects
from dateline.grammar import Parse

_ACTORS = ("@police", "@army", "@rebel", "@crowd", "@person", "@state", "@name")


def read_roles(parse: Parse, mention: Mention, lexicon: Lexicon) -> None:
    """Fills in doers, targets and instrument."""
    if parse.tokens[mention.head].is_verb:
        _verb_roles(parse, mention, lexicon)
    else:
        _noun_roles(parse, mention, lexicon)
    mention.doers = tuple(i for i in mention.doers if _may_act(parse, i, lexicon))
    if mention.rule.content and not any(is_actor(parse, i, lexicon) for i in mention.targets):
        mention.targets = _addressed(parse, mention, lexicon) or mention.targets
    calendar = lexicon.classes["calendar"]
    mention.targets = tuple(
        i for i in mention.targets if i not in mention.doers and parse.tokens[i].lower not in calendar
    )
    mention.instrument = _instrument(parse, mention, lexicon)


def _verb_roles(parse: Parse, mention: Mention, lexicon: Lexicon) -> None:
    head = mention.head
    outside = [i for i in objects(parse, head) if i not in mention.tokens]
    if is_passive(parse, head) or _suffers(parse, mention, lexicon):
        own = subjects(parse, head)
        mention.doers = agents(parse, head)
        mention.targets = tuple(i for i in own if i not in mention.tokens)
    else:
        mention.doers = subjects(parse, head)
        mention.targets = tuple(outside) or _dative(parse, head)
    if not mention.targets:
        mention.targets = _by_preposition(parse, mention)
    if not mention.targets and len(mention.tokens) > 1 and not mention.type.startswith("PROTEST"):
        mention.targets = _inside_phrase(parse, mention, lexicon)


def _suffers(parse: Parse, mention: Mention, lexicon: Lexicon) -> bool:
    """ "Two men shot in Ashdon": headlines leave the auxiliary out."""
    token = parse.tokens[mention.head]
    if token.tag not in ("VBN", "VBD"):
        return False
    if len(mention.tokens) > 1 or parse.child(mention.head, "dobj", "aux", "ccomp", "xcomp") is not None:
        return False
    root = mention.type.partition("/")[0]
    if root not in ("COERCE", "ASSAULT", "SANCTION") or mention.type == "ASSAULT/clash" or mention.rule.subject:
        return False
    return not any(_is_force(parse, i, lexicon) for i in subjects(parse, mention.head)) and token.dep in (
        "ROOT",
        "ccomp",
        "conj",
    )


def _is_force(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    return lexicon.is_one(parse.tokens[i].lemma.lower(), ("@police", "@army", "@rebel"))


def _dative(parse: Parse, head: int) -> tuple[int, ...]:
    given = parse.child(head, "dative")
    if given is None:
        return ()
    inner = parse.child(given, "pobj")
    return conjuncts(parse, given if inner is None else inner)


def _by_preposition(parse: Parse, mention: Mention) -> tuple[int, ...]:
    for i in mention.tokens:
        found = prepositional(parse, i, mention.rule.target)
        if found:
            return found
    return ()


def _inside_phrase(parse: Parse, mention: Mention, lexicon: Lexicon) -> tuple[int, ...]:
    """The target that stands within the phrase ("called on the army", "set fire to a mosque") or hangs on its noun."""
    last = mention.tokens[-1]
    own = parse.child(last, "pobj")
    if own is not None:
        return conjuncts(parse, own)
    found = prepositional(parse, last, ("of", "on", "against", "to", "for", "with"))
    if found:
        return found
    return tuple(
        c for c in parse.children[last] if parse.tokens[c].dep in ("poss", "nmod") and is_actor(parse, c, lexicon)
    )


def _noun_roles(parse: Parse, mention: Mention, lexicon: Lexicon) -> None:
    head, rule = mention.head, mention.rule
    whose = possessors(parse, head)
    carried = _carrier_subjects(parse, head)
    of = prepositional(parse, head, ("of",))
    named = tuple(
        c for c in parse.children[head]
        if parse.tokens[c].dep in ("compound", "amod", "nmod")
        and c not in mention.tokens and is_actor(parse, c, lexicon)
    )  # fmt: skip
    mention.doers = agents(parse, head) or (of if rule.of == "doer" else ()) or carried
    reached = prepositional(parse, head, tuple(word for word in rule.target if word != "of"))
    mention.targets = (of if rule.of == "target" else ()) or reached
    if rule.of == "target" and not mention.targets and (whose or named) and _is_done_to(mention):
        mention.targets = whose or named
    elif not mention.doers:
        mention.doers = whose or named
    if "between" in rule.target and not mention.doers:
        mention.doers = prepositional(parse, head, ("between",))
        mention.targets = tuple(i for i in mention.targets if i not in mention.doers)


def _is_done_to(mention: Mention) -> bool:
    """Whether "his …" before the noun is who suffers: "the mayor's arrest"; but "the rebels' attack"."""
    return mention.type in (
        "COERCE/arrest", "COERCE/charge", "COERCE/deport", "COERCE/evict", "ASSAULT/targeted", "ASSAULT/abduct",
        "SANCTION/convict", "RETREAT/release", "ASSAULT/kill", "SANCTION/expel",
    )  # fmt: skip


def _carrier_subjects(parse: Parse, head: int) -> tuple[int, ...]:
    """Subjects of the verb that only carries the noun: "students held a protest"."""
    token = parse.tokens[head]
    verb = parse.tokens[token.head]
    if token.dep == "conj" and verb.is_noun:
        return _carrier_subjects(parse, verb.i)
    if token.dep == "pobj":
        verb = parse.tokens[verb.head]
    if not verb.is_verb or token.dep not in ("dobj", "pobj", "nsubjpass", "attr") or verb.lemma not in cues().support:
        return ()
    if token.dep == "nsubjpass":
        return agents(parse, verb.i)
    return () if is_passive(parse, verb.i) else subjects(parse, verb.i)


def _addressed(parse: Parse, mention: Mention, lexicon: Lexicon) -> tuple[int, ...]:
    """Whom a demand, refusal or blame is about: the doer of the act it governs, else the first actor behind it."""
    head = mention.head
    for c in parse.children[head]:
        if parse.tokens[c].dep in ("ccomp", "xcomp") and parse.tokens[c].is_verb:
            inner = parse.child(c, "nsubj", "nsubjpass")
            if inner is not None and inner > head and is_actor(parse, inner, lexicon):
                return conjuncts(parse, inner)
    last = parse.edges[head][1]
    for i in range(mention.tokens[-1] + 1, last + 1):
        if parse.tokens[i].dep not in ("advmod", "npadvmod") and is_actor(parse, i, lexicon) and i not in mention.doers:
            top = _phrase_head(parse, i)
            return conjuncts(parse, top) if is_actor(parse, top, lexicon) else (i,)
    return ()


def _phrase_head(parse: Parse, i: int) -> int:
    while parse.tokens[i].dep in ("compound", "nmod", "amod", "poss") and parse.tokens[i].head > i:
        i = parse.tokens[i].head
    return i


def is_actor(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """Whether word `i` can name somebody: a person, force, crowd, state, a name or a demonym."""
    token = parse.tokens[i]
    if token.tag in ("CD", "WDT", "WP"):
        return False
    if token.tag == "JJ":
        return token.text[0].isupper() and not token.text.isupper() and token.i > parse.sentence_of(i).first
    if token.is_proper and lexicon.is_one(token.lower, ("@calendar",)):
        return False
    index = counted(parse, i, lexicon.classes["quantity"])
    return lexicon.is_one(parse.tokens[index].lemma.lower(), _ACTORS, parse.tokens[index].is_proper)


def _may_act(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    lemma = parse.tokens[i].lemma.lower()
    return (
        not lexicon.is_one(lemma, ("@event", "@calendar"))
        and parse.tokens[i].tag not in ("EX", "WDT")
        and lemma != "it"
    )


def _instrument(parse: Parse, mention: Mention, lexicon: Lexicon) -> int | None:
    if mention.type.partition("/")[0] not in ("ASSAULT", "PROTEST"):
        return None
    if mention.rule.instrument or not parse.tokens[mention.head].is_verb:
        for i in reversed(mention.tokens):
            if lexicon.is_one(parse.tokens[i].lemma.lower(), ("@weapon",)):
                return i
    found = prepositional(parse, mention.head, ("with", "by", "using"))
    found += tuple(
        i for i in (*objects(parse, mention.head), *subjects(parse, mention.head)) if parse.tokens[mention.head].is_verb
    )
    return next((i for i in found if lexicon.is_one(parse.tokens[i].lemma.lower(), ("@weapon",))), None)
