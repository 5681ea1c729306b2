"""Finds the words that tell of events: triggers that fit their rule's constraints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.events.lexicon import Lexicon, Trigger
from dateline.events.modality import Verdict
from dateline.events.syntax import agents, counted, is_passive, objects, subjects
from dateline.grammar import Parse, Sentence, Token
from dateline.records import Modality

_GAP = 4
"""Words that may stand between two words of a phrase: "opened heavy machine-gun fire"."""
_SPORT = 2
"""Different words of sport in an article from which on its clashes and strikes are games …"""
_SPORT_SHARE = 1 / 200
"""… if one word in so many is of sport: a long report that mentions a tournament and a defender is none."""


@dataclass(slots=True)
class Mention:
    """One trigger in the text, with what was read around it. All indices are token indices."""

    rule: Trigger
    type: str
    head: int
    tokens: tuple[int, ...]
    """All words of the trigger."""
    doers: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    victims: tuple[int, ...] = ()
    instrument: int | None = None
    verdict: Verdict = field(default_factory=lambda: Verdict(Modality.HAPPENED, "en.modality.fact"))
    counts: list[tuple[str, int]] = field(default_factory=list)
    """(what is counted, head of the counted noun)."""


def find_mentions(parse: Parse, lexicon: Lexicon) -> list[Mention]:
    """All triggers in reading order, one for each head word; none in reports of sport."""
    if _is_sport(parse, lexicon):
        return []
    found: list[Mention] = []
    for sentence in parse.sentences:
        found += _in_sentence(parse, sentence, lexicon)
    return found


def _is_sport(parse: Parse, lexicon: Lexicon) -> bool:
    words = [token.lower for token in parse.tokens if token.lower in lexicon.classes["sport"]]
    return len(set(words)) >= _SPORT and len(words) >= _SPORT_SHARE * len(parse.tokens)


def _in_sentence(parse: Parse, sentence: Sentence, lexicon: Lexicon) -> list[Mention]:
    candidates = [
        match for i in range(sentence.first, sentence.last) for match in _matches(parse, i, sentence, lexicon)
    ]
    if not candidates:
        return []
    words = {
        form
        for i in range(sentence.first, sentence.last)
        for form in (parse.tokens[i].lower, parse.tokens[i].lemma.lower())
    }
    best: dict[int, tuple[float, Trigger, tuple[int, ...]]] = {}
    for rule, head, tokens in candidates:
        rank = len(tokens) + rule.weight
        if head in best and best[head][0] >= rank:
            continue
        if _fits(parse, rule, head, tokens, lexicon) and _in_company(rule, words, lexicon):
            best[head] = (rank, rule, tokens)
    covered = _covered(best)
    return [
        Mention(rule, rule.type, head, tokens)
        for head, (_, rule, tokens) in sorted(best.items())
        if covered.get(head, rule) is rule
    ]


def _covered(best: dict[int, tuple[float, Trigger, tuple[int, ...]]]) -> dict[int, Trigger]:
    """Tokens that belong to a longer trigger, with its rule. The act that a word of order names stays free."""
    owner: dict[int, Trigger] = {}
    for head, (_, rule, tokens) in best.items():
        if len(tokens) > 1 and not rule.content:
            owner.update({i: rule for i in tokens if i != head})
    return owner


def _matches(
    parse: Parse, i: int, sentence: Sentence, lexicon: Lexicon
) -> Iterator[tuple[Trigger, int, tuple[int, ...]]]:
    token = parse.tokens[i]
    lemma = token.lemma.lower()
    for rest, rule in lexicon.phrases.get(lemma, ()) if not token.is_noun else ():
        tokens = _phrase(parse, i, rest, sentence)
        if tokens is not None:
            yield rule, next((t for t in tokens if parse.tokens[t].is_verb), i), tokens
    if token.is_verb:
        for rule in lexicon.verbs.get(lemma, ()):
            yield rule, i, (i,)
    if _is_nominal(token):
        yield from _nominal_matches(parse, i, sentence, lexicon)


def _is_nominal(token: Token) -> bool:
    """A noun, a gerund that stands for one, or a hyphenated adjective ("anti-war")."""
    gerund = token.tag == "VBG" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass", "compound")
    return token.is_noun or gerund or (token.tag == "JJ" and "-" in token.lemma)


def _is_beside_figure(parse: Parse, i: int) -> bool:
    """ "5 March", "March 2019": the month."""
    return any(0 <= j < len(parse.tokens) and parse.tokens[j].tag == "CD" for j in (i - 1, i + 1))


def _nominal_matches(
    parse: Parse, i: int, sentence: Sentence, lexicon: Lexicon
) -> Iterator[tuple[Trigger, int, tuple[int, ...]]]:
    token = parse.tokens[i]
    if token.is_proper and _is_beside_figure(parse, i):
        return
    for before, rule in lexicon.nouns.get(token.lemma.lower(), ()) or lexicon.nouns.get(token.lower, ()):
        tokens = _compound(parse, i, before, sentence)
        if tokens is not None and _is_head(parse, i, lexicon):
            yield rule, i, tokens


def _phrase(parse: Parse, i: int, rest: tuple[str, ...], sentence: Sentence) -> tuple[int, ...] | None:
    found = [i]
    for word in rest:
        for j in range(found[-1] + 1, min(found[-1] + 2 + _GAP, sentence.last)):
            token = parse.tokens[j]
            if word in (token.lemma.lower(), token.lower):
                found.append(j)
                break
            if token.text in (".", ";", ":", ",") or token.lower in ("that", "who", "which"):
                return _passive_phrase(parse, i, rest)
        else:
            return _passive_phrase(parse, i, rest)
    return None if len(rest) == 1 and _is_behind_preposition(parse, i, found[-1]) else tuple(found)


def _is_behind_preposition(parse: Parse, verb: int, noun: int) -> bool:
    """ "Called for a strike" is no "called a strike"."""
    token = parse.tokens[noun]
    return token.dep == "pobj" and parse.tokens[token.head].head == verb


def _passive_phrase(parse: Parse, i: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    """ "The curfew was lifted" for "lift curfew"."""
    subject = parse.child(i, "nsubjpass")
    if len(rest) != 1 or subject is None:
        return None
    return (subject, i) if rest[0] in (parse.tokens[subject].lemma.lower(), parse.tokens[subject].lower) else None


def _compound(parse: Parse, i: int, before: tuple[str, ...], sentence: Sentence) -> tuple[int, ...] | None:
    first = i - len(before)
    if first < sentence.first:
        return None
    for offset, word in enumerate(before):
        token = parse.tokens[first + offset]
        if word not in (token.lemma.lower(), token.lower):
            return None
    return tuple(range(first, i + 1))


def _is_head(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """A noun that only modifies another ("arrest warrant", "bomb squad") names no event, but "blast victim" does."""
    token = parse.tokens[i]
    if token.dep not in ("compound", "nmod", "amod") or token.head <= i:
        return True
    return lexicon.is_one(parse.tokens[token.head].lemma.lower(), ("@carrier",))


def _in_company(rule: Trigger, words: set[str], lexicon: Lexicon) -> bool:
    if rule.near and not _any_of(rule.near, words, lexicon):
        return False
    return not (rule.not_near and _any_of(rule.not_near, words, lexicon))


def _any_of(wanted: tuple[str, ...], words: set[str], lexicon: Lexicon) -> bool:
    for name in wanted:
        if name[0] == "@":
            if name[1:] in lexicon.classes and not lexicon.classes[name[1:]].isdisjoint(words):
                return True
        elif all(part in words for part in name.split()):
            return True
    return False


def _fits(parse: Parse, rule: Trigger, head: int, tokens: tuple[int, ...], lexicon: Lexicon) -> bool:
    token = parse.tokens[head]
    if not token.is_verb:
        return _modifiers_fit(parse, rule, tokens, lexicon)
    passive = is_passive(parse, head)
    acted_on = subjects(parse, head) if passive else objects(parse, head)
    acting = agents(parse, head) if passive else subjects(parse, head)
    if rule.needs_object and len(tokens) == 1 and not acted_on and not _has_clause(parse, head):
        return False
    if (rule.needs_subject and not acting) or any(_is(parse, i, rule.not_object, lexicon) for i in acted_on):
        return False
    if rule.object and len(tokens) == 1 and not any(_is(parse, i, rule.object, lexicon) for i in acted_on):
        return _headline_fits(parse, rule, head, lexicon)
    return _subject_fits(parse, rule, acting, lexicon)


def _has_clause(parse: Parse, head: int) -> bool:
    return parse.child(head, "ccomp", "xcomp", "dative") is not None


def _subject_fits(parse: Parse, rule: Trigger, acting: tuple[int, ...], lexicon: Lexicon) -> bool:
    if any(_is(parse, i, rule.not_subject, lexicon) for i in acting):
        return False
    return not (acting and rule.subject and not any(_is(parse, i, rule.subject, lexicon) for i in acting))


def _headline_fits(parse: Parse, rule: Trigger, head: int, lexicon: Lexicon) -> bool:
    """ "Two men beaten in Ashdon": the past form without object whose subject suffers."""
    if parse.tokens[head].tag not in ("VBN", "VBD") or parse.child(head, "aux", "dobj") is not None:
        return False
    return any(_is(parse, i, rule.object, lexicon) for i in subjects(parse, head))


def _modifiers_fit(parse: Parse, rule: Trigger, tokens: tuple[int, ...], lexicon: Lexicon) -> bool:
    modifiers = [
        parse.tokens[c].lemma.lower() for c in parse.children[tokens[-1]]
        if parse.tokens[c].dep in ("amod", "compound", "nmod") and c not in tokens
    ]  # fmt: skip
    if rule.modifier and not any(lexicon.is_one(word, rule.modifier) for word in modifiers):
        return False
    return not any(lexicon.is_one(word, rule.not_modifier) for word in modifiers)


def _is(parse: Parse, i: int, wanted: tuple[str, ...], lexicon: Lexicon) -> bool:
    for index in {i, counted(parse, i, lexicon.classes["quantity"])}:
        token = parse.tokens[index]
        proper = token.is_proper
        if lexicon.is_one(token.lemma.lower(), wanted, proper) or lexicon.is_one(token.lower, wanted, proper):
            return True
    return False
