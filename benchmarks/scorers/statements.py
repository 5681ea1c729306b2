"""Scorer of statements: who said what, over word tokens, so that marks and blanks at an edge neither help nor hurt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, Share
from benchmarks.scorers.quotation_marks import WORD, quoted_regions
from benchmarks.scorers.speech_words import is_speech

ROLES = ("source", "cue", "content")
_MATCH = 0.5
"""Token F1 of the contents from which on two statements are the same one."""

Words = frozenset[int]
Spans = Sequence[Sequence[int]]


class _Text:
    """The word tokens of a gold text, by character, and which characters are quoted."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at: dict[int, int] = {}
        for k, match in enumerate(WORD.finditer(text)):
            self.at.update(dict.fromkeys(range(match.start(), match.end()), k))
        self.quoted = frozenset(c for a, b in quoted_regions(text) for c in range(a, b))

    def words(self, spans: Spans | None) -> Words:
        return frozenset(self.at[c] for a, b in spans or () for c in range(a, b) if c in self.at)

    def kind(self, spans: Spans) -> str:
        """direct: every word of the content is quoted; indirect: none; mixed: some."""
        words = [match for a, b in spans for match in WORD.finditer(self.text, a, b)]
        inside = sum((word.start() + word.end() - 1) // 2 in self.quoted for word in words)
        return "indirect" if not inside else "direct" if inside == len(words) else "mixed"

    def read(self, statement: Json) -> _Statement:
        source, cue, content = (statement.get(role) or () for role in ROLES)
        return _Statement(self.words(source), self.words(cue), self.words(content), self.kind(content))


@dataclass(frozen=True)
class _Statement:
    source: Words
    cue: Words
    content: Words
    kind: str

    def is_from(self, other: _Statement) -> bool:
        return bool(self.source & other.source) or (not self.source and not other.source)


@dataclass
class _Counts:
    attributed: dict[str, Share] = field(
        default_factory=lambda: {kind: Share() for kind in ("all", "direct", "indirect", "mixed")}
    )
    """Matched with the right source, by kind."""
    exact: dict[str, Share] = field(default_factory=lambda: {role: Share() for role in ROLES})
    speech: Share = field(default_factory=Share)


def score_statements(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Source-right F1 and recalls, exact F1 of each role, documents lost.

    A prediction is `{"statements": [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e], ..]}]}`;
    a document that has none at all is lost. Statements pair one to one, best content overlap first.
    """
    counts = _Counts()
    for row in gold:
        _count_document(row, predictions.get(row["id"], {}).get("statements", ()), counts)
    attributed, exact = counts.attributed, counts.exact
    return {
        "source_right_f1": attributed["all"].f1,
        "direct_recall": attributed["direct"].recall,
        "indirect_recall": attributed["indirect"].recall,
        "speech_cue_recall": counts.speech.recall,
        **{f"{role}_exact_f1": exact[role].f1 for role in ROLES},
        "lost": float(sum(row["id"] not in predictions for row in gold)),
    }


def _count_document(row: Json, found: Sequence[Json], counts: _Counts) -> None:
    text = _Text(row["text"])
    gold = [text.read(statement) for statement in row["statements"]]
    predicted = _without_optional(gold, [text.read(one) for one in found], text, row)
    _count_exact(gold, predicted, counts.exact)
    for statement in predicted:
        for kind in ("all", statement.kind):
            counts.attributed[kind].predicted += 1
    speech = [is_speech(row["text"], statement.get("cue") or ()) for statement in row["statements"]]
    counts.speech.gold += sum(speech)
    for statement in gold:
        for kind in ("all", statement.kind):
            counts.attributed[kind].gold += 1
    for i, j in _pair(gold, predicted):
        if gold[i].is_from(predicted[j]):
            _count_right(gold[i], predicted[j], counts.attributed)
            counts.speech.found += speech[i]


def _count_right(gold: _Statement, predicted: _Statement, attributed: Mapping[str, Share]) -> None:
    for kind in ("all", predicted.kind):
        attributed[kind].right += 1
    for kind in ("all", gold.kind):
        attributed[kind].found += 1


def _without_optional(gold: list[_Statement], predicted: list[_Statement], text: _Text, row: Json) -> list[_Statement]:
    """The predictions without those that pair only with an arguable statement of the gold."""
    optional = [text.read(statement) for statement in row.get("optional") or ()]
    if not optional:
        return predicted
    taken = {j for _, j in _pair(gold, predicted)}
    free = [j for j in range(len(predicted)) if j not in taken]
    dropped = {free[j] for _, j in _pair(optional, [predicted[j] for j in free])}
    return [one for j, one in enumerate(predicted) if j not in dropped]


def _pair(gold: Sequence[_Statement], predicted: Sequence[_Statement]) -> list[tuple[int, int]]:
    """One to one, best content overlap first; of equals, those whose source and then cue agree better."""
    candidates = []
    for i, a in enumerate(gold):
        for j, b in enumerate(predicted):
            overlap = _f1(a.content, b.content)
            if overlap >= _MATCH:
                candidates.append((-overlap, -_f1(a.source, b.source), -_f1(a.cue, b.cue), i, j))
    used_gold: set[int] = set()
    used: set[int] = set()
    pairs = []
    for *_, i, j in sorted(candidates):
        if i not in used_gold and j not in used:
            used_gold.add(i)
            used.add(j)
            pairs.append((i, j))
    return pairs


def _f1(a: Words, b: Words) -> float:
    common = len(a & b)
    return 2 * common / (len(a) + len(b)) if common else 0.0


def _count_exact(gold: Sequence[_Statement], predicted: Sequence[_Statement], exact: Mapping[str, Share]) -> None:
    """Span sets that cover exactly the same words; each gold used once."""
    for role, share in exact.items():
        wanted = Counter(words for one in gold if (words := getattr(one, role)))
        found = Counter(words for one in predicted if (words := getattr(one, role)))
        right = (wanted & found).total()
        share.right += right
        share.found += right
        share.predicted += found.total()
        share.gold += wanted.total()
