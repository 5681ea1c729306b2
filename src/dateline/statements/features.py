"""What the trained tagger sees: single-token features of possible cues, and of words as seen from a cue.

No feature holds a stretch of text, only single words, tags, labels of the parse, and what the rules found.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.statements.drafts import Draft, Page
from dateline.statements.frames import owner_of, source_of
from dateline.statements.lexicon import Lexicon
from dateline.statements.phrases import is_passive

WINDOW = 70
"""Tokens on either side of a cue that can belong to it: keeps very long sentences linear."""

_PLAIN_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ"))
_TOLD_DEPS = frozenset(
    ("nsubj", "nsubjpass", "ccomp", "xcomp", "dobj", "prep", "agent", "oprd", "acomp", "attr", "acl", "mark", "neg",
     "poss", "advcl", "dative", "prt", "auxpass", "parataxis", "relcl", "aux", "advmod", "csubj", "pcomp")
)  # fmt: skip


def candidates(page: Page, rules: Lexicon, drafts: dict[int, Draft], first: int, last: int) -> list[int]:
    """The tokens of `first` to `last` (half-open) that can head a cue: verbs, nouns, adjectives, colons."""
    found = []
    for i in range(first, last):
        token = page.tokens[i]
        is_word = token.tag in _PLAIN_TAGS and token.dep not in ("aux", "auxpass", "compound")
        if i in drafts or token.text == ":" or token.lower in rules.phrase_starts or (is_word and not page.is_deep(i)):
            found.append(i)
    return found


def cue_features(page: Page, rules: Lexicon, drafts: dict[int, Draft], i: int) -> list[str]:
    """Features of token `i` as a possible head of a cue."""
    tokens = page.tokens
    token = tokens[i]
    head = tokens[token.head]
    draft = drafts.get(i)
    found = [
        "l=" + token.lemma,
        "t=" + token.tag,
        "d=" + token.dep,
        "lt=" + token.lemma + "|" + token.tag,
        "ld=" + token.lemma + "|" + token.dep,
        "hl=" + head.lemma,
        "ht=" + head.tag + "|" + token.dep,
        "hr=" + (drafts[token.head].rule if token.head in drafts and token.head != i else "-") + "|" + token.dep,
        "r=" + (draft.rule if draft else "-"),
        "rq=" + ("-" if draft is None else f"{draft.score:.1f}{'s' if draft.source else 'n'}"),
        "+1=" + (tokens[i + 1].lower if i + 1 < len(tokens) else "-"),
        "-1=" + (tokens[i - 1].lower if i else "-"),
        "q=" + ("in" if page.quoted[i] >= 0 else "out"),
        "lex=" + ("v" if token.lemma in rules.verbs else "n" if token.lemma in rules.noun_cues else "-"),
    ]
    found += _child_features(page, i)
    if token.is_verb and is_passive(page, i):
        found += ["passive", "passive|" + token.lemma]
    if token.start < page.body or page.parse.sentence_of(i).paragraph == 0:
        found.append("headline")
    return found


def _child_features(page: Page, i: int) -> Iterator[str]:
    tokens = page.tokens
    lemma = tokens[i].lemma
    labels = []
    for child in page.parse.children[i]:
        token = tokens[child]
        if token.dep not in _TOLD_DEPS:
            continue
        labels.append(token.dep)
        yield "c=" + token.dep
        yield "cl=" + lemma + "|" + token.dep
        if token.dep in ("nsubj", "nsubjpass", "poss"):
            yield "subj=" + token.tag
            yield "sl=" + token.lemma
        elif token.dep in ("prep", "prt", "agent"):
            yield "p=" + lemma + "|" + token.lower
        elif token.dep in ("ccomp", "acl", "xcomp", "dobj", "oprd", "acomp"):
            yield "ct=" + token.dep + "|" + token.tag
            yield "ol=" + token.lemma
    yield "cs=" + "+".join(labels)


def word_features(page: Page, i: int) -> list[str]:
    """Features of token `i` that do not depend on the cue."""
    tokens = page.tokens
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return [
        "w=" + token.lower,
        "t=" + token.tag,
        "d=" + token.dep,
        "-1=" + (before.lower if before else "-"),
        "+1=" + (after.lower if after else "-"),
        "-t=" + (before.tag if before else "-") + "|" + token.tag,
        "+t=" + (after.tag if after else "-") + "|" + token.tag,
        "hl=" + tokens[token.head].lemma + "|" + token.dep,
        "q=" + ("-" if page.quoted[i] < 0 else "long" if page.is_deep(i) else "short"),
    ]


class PartFeatures:
    """Features of the words around a cue, as seen from it. Features of a word alone are made once."""

    def __init__(self, page: Page, drafts: dict[int, Draft]) -> None:
        self._page = page
        self._drafts = drafts
        self._words: dict[int, list[str]] = {}

    def window(self, cue: int) -> range:
        sentence = self._page.parse.sentence_of(cue)
        return range(max(sentence.first, cue - WINDOW), min(sentence.last, cue + WINDOW + 1))

    def of(self, cue: int) -> list[list[str]]:
        """For each token of the window of `cue` its features."""
        window = self.window(cue)
        page = self._page
        head = page.tokens[cue]
        branches = _branches(page, cue, window)
        roles = _roles(page, self._drafts.get(cue), cue, window)
        key = head.lemma if head.is_verb or head.is_noun else head.lower
        rule = self._drafts[cue].rule if cue in self._drafts else "-"
        marks = _marks_between(page, cue, window)
        found = []
        for n, i in enumerate(window):
            branch, depth = branches.get(i, ("far", 9))
            side = "<" if i < cue else ">" if i > cue else "="
            role = roles[n]
            before = roles[n - 1] if n else "-"
            after = roles[n + 1] if n + 1 < len(window) else "-"
            if i not in self._words:
                self._words[i] = word_features(page, i)
            found.append(
                [
                    *self._words[i],
                    "b=" + branch + side,
                    "bk=" + branch + side + key,
                    "bd=" + branch + side + str(min(depth, 3)) + page.tokens[i].dep,
                    "bt=" + branch + side + page.tokens[i].tag,
                    "bw=" + branch + side + page.tokens[i].lower,
                    "n=" + side + _distance(abs(i - cue)),
                    "r=" + role,
                    "rr=" + before + role + after,
                    "rb=" + role + branch + side,
                    "rk=" + role + rule,
                    "m=" + side + marks[n] + ("q" if page.quoted[i] >= 0 else ""),
                    "ht=" + head.tag + side + branch,
                    "o=" + ("cue" if i in self._drafts and i != cue else "-"),
                ]
            )
        return found


def _marks_between(page: Page, cue: int, window: range) -> list[str]:
    """For each token of the window how many commas and dashes part it from the cue (3 stands for more)."""
    counts = [0] * len(window)
    place = cue - window.start
    for n in range(place + 1, len(window)):
        counts[n] = counts[n - 1] + (page.tokens[window[n]].tag in (",", ":"))
    for n in range(place - 1, -1, -1):
        counts[n] = counts[n + 1] + (page.tokens[window[n]].tag in (",", ":"))
    return [str(min(count, 3)) for count in counts]


def _distance(steps: int) -> str:
    return str(steps) if steps < 4 else "4-6" if steps < 7 else "7-14" if steps < 15 else "15+"


def _roles(page: Page, draft: Draft | None, cue: int, window: range) -> list[str]:
    """For each token of the window what the rules take it for: S, C, X or -. Without a draft, s: the verb's subject."""
    roles = ["-"] * len(window)
    if draft is None:
        source = source_of(page, cue) if page.tokens[cue].is_verb else owner_of(page, cue)
        parts = [("s", source)] if source else []
    else:
        parts = [("X", span) for span in draft.content]
        parts += [("S", draft.source)] if draft.source else []
        parts.append(("C", draft.cue))
    for role, span in parts:
        for i in page.parse.tokens_in(*span):
            if i in window:
                roles[i - window.start] = role
    return roles


def _branches(page: Page, cue: int, window: range) -> dict[int, tuple[str, int]]:
    """For each token of the window by which branch of the parse it hangs on the cue, and how deep.

    Below the cue a branch is the label of the child; above it the steps up and the label there ("2:nsubj").
    """
    tokens, parse = page.tokens, page.parse
    found: dict[int, tuple[str, int]] = {cue: ("cue", 0)}
    top = cue
    for step in range(5):
        for child in parse.children[top]:
            if child not in found and child in window:
                prefix = f"{step}:" if step else ""
                label = tokens[child].dep
                branch = prefix + (label + ":" + tokens[child].lower if label == "prep" and not step else label)
                _spread(page, child, branch, window, found)
        if tokens[top].head == top:
            break
        label = tokens[top].dep
        top = tokens[top].head
        found.setdefault(top, (f"{step + 1}^{label}", 0))
    return found


def _spread(page: Page, root: int, branch: str, window: range, found: dict[int, tuple[str, int]]) -> None:
    found[root] = (branch, 1)
    waiting = [root]
    while waiting:
        i = waiting.pop()
        depth = found[i][1]
        for child in page.parse.children[i]:
            if child in window and child not in found:
                found[child] = (branch, depth + 1)
                waiting.append(child)
