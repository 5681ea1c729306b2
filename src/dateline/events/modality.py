"""Did it happen? The modality of a trigger, read off the words that govern it.

From the trigger the way goes up the parse. At each word that the act is an argument of, its own
auxiliaries, negation and adverbs speak first, then the governing word: "ordered", "plan",
"threatened". The first that speaks decides (the nearest governor is the one that binds the act;
Saurí and Pustejovsky, FactBank, 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.events.syntax import is_passive
from dateline.grammar import Parse
from dateline.records import Modality
from dateline.rulebook import Rule, load_rules

_STEPS = 7
_NEAR = 12
"""Words between a fixed wording and the act it speaks about."""
_COMPLEMENTS = (
    "xcomp",
    "ccomp",
    "dobj",
    "nsubjpass",
    "pcomp",
    "acl",
    "prep",
    "oprd",
    "attr",
    "advcl",
    "dative",
    "nsubj",
)


class Cue(Rule, frozen=True, kw_only=True):
    """Words that give the act they govern a modality."""

    value: Modality
    verbs: tuple[str, ...] = ()
    """The act is their complement."""
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    """Of the verb or noun, where the act must stand behind one of these; empty: any."""
    subject: bool = False
    """The verb also speaks about its subject: "the march continues", "the plan was scrapped"."""
    adverbs: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    """Words that open the act's clause: "if", "unless"."""
    modifiers: tuple[str, ...] = ()
    """Words right before a noun: "planned", "alleged"."""
    phrases: tuple[str, ...] = ()
    """Word sequences shortly before the act …"""
    follows: bool = False
    """… or also behind it: "killed two men ten years ago"."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues by the place they speak from."""

    governors: dict[str, Cue]
    """By lemma and class: `order/V`, `plan/N`, `likely/J`."""
    adverbs: dict[str, Cue]
    auxiliaries: dict[str, Cue]
    marks: dict[str, Cue]
    modifiers: dict[str, Cue]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    support: frozenset[str]
    """Verbs that only carry a noun of action: hold, make, stage."""


@dataclass(frozen=True, slots=True)
class Verdict:
    value: Modality
    rule: str
    promised: bool = False
    """The act stands in the future: "will", "plans to", also where it is negated ("will not accept")."""


@cache
def cues() -> Cues:
    rules = load_rules("en/modality.toml", Cue, "cue")
    support = load_rules("en/modality.toml", Support, "support")
    governors: dict[str, Cue] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for rule in rules:
        for kind, words in (("V", rule.verbs), ("N", rule.nouns), ("J", rule.adjectives)):
            governors.update({f"{word}/{kind}": rule for word in words})
        for phrase in rule.phrases:
            first, *rest = phrase.split()
            phrases.setdefault(first, []).append((tuple(rest), rule))
    by = {
        field: {word: rule for rule in rules for word in getattr(rule, field)}
        for field in ("adverbs", "auxiliaries", "marks", "modifiers")
    }
    return Cues(
        governors, by["adverbs"], by["auxiliaries"], by["marks"], by["modifiers"],
        {word: tuple(rest) for word, rest in phrases.items()},
        frozenset(verb for rule in support for verb in rule.verbs),
    )  # fmt: skip


class Support(Rule, frozen=True, kw_only=True):
    """Verbs whose auxiliaries and negation speak for the noun they carry: "will hold a rally"."""

    verbs: tuple[str, ...]


def modality_of(parse: Parse, i: int) -> Verdict:
    """The modality of the act whose trigger has its head at token `i`."""
    node, promised = i, False
    for step in range(_STEPS):
        local = _local(parse, node)
        if local is not None:
            return local
        token = parse.tokens[node]
        if token.head == node or (step and token.dep in ("relcl", "parataxis")):
            break
        if token.dep == "conj" and parse.child(node, "nsubj", "nsubjpass") is None:
            node = token.head
            continue
        governed = _governed(parse, node, promised)
        if governed is not None:
            return governed
        following = _upwards(parse, node)
        if following is None:
            break
        node = following
    return _by_tense(parse, i)


def _upwards(parse: Parse, i: int) -> int | None:
    """The next word on the way up whose own negation and auxiliaries speak for the act."""
    token = parse.tokens[i]
    head = parse.tokens[token.head]
    if token.dep in ("xcomp", "auxpass", "aux"):
        return head.i
    carries = head.lemma in cues().support
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd") and carries:
        return head.i
    if token.dep == "dobj" and head.tag == "VB":  # "ordered them to expand deportations"
        return head.i
    if token.dep == "nsubj" and carries and parse.child(head.i, "dobj") is None:
        return head.i
    if token.dep in ("pobj", "pcomp") and head.head != head.i:
        outer = parse.tokens[head.head]
        if head.lower == "of" or (head.dep in ("prep", "prt") and outer.lemma in cues().support and outer.is_verb):
            return outer.i
    return None


def _local(parse: Parse, i: int) -> Verdict | None:
    """What the word's own auxiliaries, negation, adverbs and modifiers say."""
    future = any(parse.tokens[c].lower in ("will", "'ll", "’ll", "would", "wo", "shall") for c in parse.children[i])
    if any(_negates(parse, c) for c in parse.children[i]):
        return Verdict(Modality.NEGATED, "en.modality.not", future)
    verdict = _by_words(parse, i, future)
    if verdict is not None:
        return verdict
    head = parse.tokens[parse.tokens[i].head]
    if head.lower == "without" and parse.tokens[i].dep in ("pobj", "pcomp"):
        return Verdict(Modality.NEGATED, "en.modality.without")
    return _by_phrases(parse, i)


def _negates(parse: Parse, c: int) -> bool:
    """Whether child `c` denies its head."""
    child = parse.tokens[c]
    if child.lower == "no":
        return child.dep == "det" and not _opens_name(parse, c)
    if child.dep == "neg" or child.lower in ("never", "neither", "nobody", "none"):
        return True
    return child.dep in ("nsubj", "nsubjpass", "dobj") and _is_none(parse, c)


def _by_phrases(parse: Parse, i: int) -> Verdict | None:
    """What a fixed wording near the word says."""
    known = cues()
    sentence = parse.sentence_of(i)
    for offset in range(max(i - _NEAR, sentence.first), min(i + _NEAR, sentence.last)):
        for rest, cue in known.phrases.get(parse.tokens[offset].lower, ()):
            if (offset <= i or cue.follows) and _reads(parse, offset + 1, rest):
                return Verdict(cue.value, cue.id)
    return None


def _reads(parse: Parse, first: int, words: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in parse.tokens[first : first + len(words)]) == words


def _is_none(parse: Parse, i: int) -> bool:
    if parse.tokens[i].lower in ("nobody", "none", "nothing"):
        return True
    return any(
        parse.tokens[c].lower == "no" and parse.tokens[c].dep == "det" and not _opens_name(parse, c)
        for c in parse.children[i]
    )


def _opens_name(parse: Parse, i: int) -> bool:
    """Whether a capital "No" is part of a name: inside a sentence, or behind a quotation mark ("No Kings")."""
    first = parse.sentence_of(i).first
    return parse.tokens[i].text == "No" and i != first and parse.tokens[i + 1].text[0].isupper()


def _by_words(parse: Parse, i: int, future: bool) -> Verdict | None:
    known = cues()
    is_noun = parse.tokens[i].is_noun
    for c in parse.children[i]:
        child = parse.tokens[c]
        if child.dep in ("aux", "auxpass") and (cue := known.auxiliaries.get(child.lower)):
            return Verdict(cue.value, cue.id, future)
        if child.dep in ("advmod", "npadvmod") and (cue := known.adverbs.get(child.lower)):
            return Verdict(cue.value, cue.id, future)
        if child.dep == "mark" and (cue := known.marks.get(child.lower)):
            return Verdict(cue.value, cue.id)
        if is_noun and child.dep in ("amod", "compound", "nmod", "acl") and (cue := known.modifiers.get(child.lower)):
            return Verdict(cue.value, cue.id)
    return None


def _governed(parse: Parse, i: int, promised: bool) -> Verdict | None:
    """What the governing verb, noun or adjective makes of its complement `i`."""
    token = parse.tokens[i]
    head = parse.tokens[token.head]
    relation, preposition = token.dep, ""
    if relation in ("pobj", "pcomp"):
        preposition, relation = head.lower, "prep"
        head = parse.tokens[head.head]
        if head.tag in ("IN", "TO"):
            head = parse.tokens[head.head]
    if relation not in _COMPLEMENTS:
        return None
    word_class = "V" if head.is_verb else "N" if head.is_noun else "J"
    cue = cues().governors.get(f"{head.lemma.lower()}/{word_class}")
    if cue is None or not _binds(parse, cue, relation, preposition, head.i):
        return None
    if any(_negates(parse, c) for c in parse.children[head.i]):
        return _turned(cue)
    return Verdict(cue.value, cue.id, cue.value is Modality.PLANNED)


def _binds(parse: Parse, cue: Cue, relation: str, preposition: str, governor: int) -> bool:
    if relation == "prep":
        return preposition in cue.prepositions if cue.prepositions else preposition in ("of", "to", "for", "from")
    if relation == "nsubjpass":
        return True
    if relation == "nsubj":
        return cue.subject and (parse.child(governor, "dobj") is None or is_passive(parse, governor))
    if relation == "advcl":  # "directed police to arrest": whoever is told stands between the two
        told = parse.child(governor, "dobj", "nsubjpass") is not None
        return told and cue.value in (Modality.ORDERED, Modality.CALLED_FOR)
    return not cue.prepositions or relation in ("xcomp", "ccomp", "acl", "dobj")


def _turned(cue: Cue) -> Verdict | None:
    """A negated governor: what was not ordered did not happen by order; what is not denied stands."""
    if cue.value in (Modality.DENIED, Modality.NEGATED):
        return None
    if cue.value in (Modality.ALLEGED, Modality.ONGOING, Modality.HISTORICAL):
        return Verdict(Modality.NEGATED, cue.id)
    return Verdict(Modality.NEGATED, cue.id, True)


def _by_tense(parse: Parse, i: int) -> Verdict:
    token = parse.tokens[i]
    verb = i if token.is_verb else token.head if token.dep in ("dobj", "nsubj", "nsubjpass") else i
    forms = {parse.tokens[c].lower for c in parse.children[verb] if parse.tokens[c].dep in ("aux", "auxpass")}
    if parse.tokens[verb].tag == "VBG" and forms & {"is", "are", "'s", "'re", "’s", "’re", "am"}:
        return Verdict(Modality.ONGOING, "en.modality.progressive")
    if "being" in forms and forms & {"is", "are"}:
        return Verdict(Modality.ONGOING, "en.modality.progressive")
    if token.tag == "VB" and "to" in forms and token.dep in ("ROOT", "relcl", "ccomp"):
        return Verdict(Modality.PLANNED, "en.modality.headline", True)
    if token.tag == "VB" and "to" in forms and token.dep in ("advcl", "acl"):
        return Verdict(Modality.ATTEMPTED, "en.modality.purpose")
    return Verdict(Modality.HAPPENED, "en.modality.fact")
