"""Scorers of cleaning: pages (body and metadata), snippets, glued words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, Tally, harmonic, mean

_TOKEN = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AUTHORS = re.compile(r"\s*[;,|]\s*|\s+(?:and|und|et|y|&)\s+")
_SHINGLE = 4


def score_pages(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Body figures, and those of the metadata that the set has.

    A prediction is `{"text", "title"?, "date"?, "author"?}`. `body_f1`: harmonic mean of macro P and R over
    bags of 4-token shingles, as the article-extraction-benchmark reports it (an empty prediction is left out
    of P there). `exact`: the same tokens in the same order.
    """
    pairs = [(row, predictions.get(row["id"], {})) for row in gold]
    figures = _body_figures(pairs)
    titled = [(row, guess) for row, guess in pairs if row.get("title")]
    if titled:
        figures["title_exact"] = mean(normal(row["title"]) == normal(guess.get("title")) for row, guess in titled)
    figures |= _date_figures([(row["date"], guess.get("date")) for row, guess in pairs if row.get("date")])
    figures |= _author_figures([(row["author"], guess.get("author")) for row, guess in pairs if row.get("author")])
    return figures


def _body_figures(pairs: Sequence[tuple[Json, Json]]) -> Figures:
    texts = [(_TOKEN.findall(row["text"]), _TOKEN.findall(guess.get("text") or "")) for row, guess in pairs]
    overlaps = [_overlap(_shingles(wanted), _shingles(found)) for wanted, found in texts]
    precision = mean(p for p, _ in overlaps if p is not None)
    recall = mean(r for _, r in overlaps if r is not None)
    return {"body_f1": harmonic(precision, recall), "exact": mean(wanted == found for wanted, found in texts)}


def _shingles(tokens: Sequence[str]) -> Counter[Hashable]:
    count = max(1, len(tokens) - _SHINGLE + 1) if tokens else 0
    return Counter(tuple(tokens[i : i + _SHINGLE]) for i in range(count))


def _overlap(gold: Counter[Hashable], guess: Counter[Hashable]) -> tuple[float | None, float | None]:
    """Precision and recall of two bags; `None` where the side is empty."""
    if not gold and not guess:
        return 1.0, 1.0
    right = (gold & guess).total()
    return (right / guess.total() if guess else None), (right / gold.total() if gold else None)


def normal(text: str | None) -> str:
    """Tokens alone, without case."""
    return " ".join(_TOKEN.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def _date_figures(pairs: Sequence[tuple[str, str | None]]) -> Figures:
    if not pairs:
        return {}
    right = sum(_day(wanted) == _day(found) for wanted, found in pairs)
    given = sum(_day(found) is not None for _, found in pairs)
    return {"date_p": right / given if given else 0.0, "date_r": right / len(pairs)}


def _day(value: str | None) -> str | None:
    match = _DAY.match(value or "")
    return match[0] if match else value or None


def _author_figures(pairs: Sequence[tuple[list[str] | str, list[str] | str | None]]) -> Figures:
    """Micro F1 over the normalised names."""
    if not pairs:
        return {}
    tally = Tally()
    for wanted, found in ((_names(a), _names(b)) for a, b in pairs):
        tally.right += len(wanted & found)
        tally.wrong += len(found - wanted)
        tally.missed += len(wanted - found)
    return {"author_f1": tally.f1}


def _names(value: list[str] | str | None) -> set[str]:
    listed = _AUTHORS.split(value) if isinstance(value, str) else value or []
    return {normal(name) for name in listed if normal(name)}


# --- snippets --------------------------------------------------------------------------------------


def score_snippets(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Share of the snippets that equal the gold, white space apart; a repeated title is dropped."""
    return {"exact": mean(_is_exact(row, predictions.get(row["id"], {}).get("text") or "") for row in gold)}


def _is_exact(row: Json, text: str) -> bool:
    paragraphs = [part for part in map(_squeeze, text.split("\n")) if part]
    if paragraphs and row.get("title") and normal(paragraphs[0]) == normal(row["title"]):
        paragraphs = paragraphs[1:]
    return " ".join(paragraphs) == _squeeze(row["gold"])


def _squeeze(text: str) -> str:
    return " ".join(text.split())


# --- glued words -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Repair:
    """Spaces put into one sentence: right ones, all of them, those that were missing; whether it was hurt."""

    right: int
    inserted: int
    missing: int
    is_hurt: bool


def score_glued(gold: Sequence[Json], predictions: Predictions) -> Figures:
    """Precision and recall of the inserted spaces, and how many traps were hurt (a wrong space, another change).

    A sentence without a prediction counts as left alone.
    """
    repairs = [_repair(row, str(predictions.get(row["id"], row).get("text", row["glued"]))) for row in gold]
    right, inserted, missing = (sum(getattr(one, part) for one in repairs) for part in ("right", "inserted", "missing"))
    traps = sum(one.is_hurt for row, one in zip(gold, repairs, strict=True) if row.get("kind") == "trap")
    return {
        "p": right / inserted if inserted else 1.0,
        "r": right / missing if missing else 1.0,
        "trap_hurt": float(traps),
        "hurt": float(sum(one.is_hurt for one in repairs)),
    }


def _repair(row: Json, text: str) -> _Repair:
    missing = _gaps(row["gold"]) - _gaps(row["glued"])
    if "".join(text.split()) != "".join(row["glued"].split()):
        return _Repair(0, 0, len(missing), True)
    inserted = _gaps(text) - _gaps(row["glued"])
    right = inserted & missing
    return _Repair(len(right), len(inserted), len(missing), inserted != right)


def _gaps(text: str) -> set[int]:
    """Places, counted in characters that are no space, with a space before them."""
    ends = _running(len(word) for word in text.split())
    return set(ends[:-1])


def _running(lengths: Iterable[int]) -> list[int]:
    total, ends = 0, []
    for length in lengths:
        total += length
        ends.append(total)
    return ends
