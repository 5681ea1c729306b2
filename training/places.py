"""Fits the models of the places stage on the development gold: `python -m training.places GOLD_FOLDER`.

Writes `src/dateline/models/places.json` (weights of the ranker and of the detector).
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from training.place_detector import examples, fit_detector

from dateline.gazetteer import Gazetteer
from dateline.places.resolve import Ranker, blocks
from dateline.places.votes import FEATURES, Block
from dateline.records import Article

OUT = Path(__file__).parents[1] / "src/dateline/models/places.json"
GOLD = ("lgl", "trnews", "geovirus")
_RIDGE = 0.3
"""L2 penalty of the ranker's weights; 0.1 to 3 give the same dev figures within .003."""


def article_of(row: dict[str, Any]) -> Article:
    text = row["text"]
    return Article(text=text, language="en", alignment=((0, 0, len(text), len(text)),))


def read_gold(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for name in GOLD for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]


class Case:
    """One block with its right readings: `right[i]` where reading `i` is what the gold says, `weight` per toponym."""

    def __init__(self, block: Block, right: Any, weight: Any, document: str) -> None:
        self.block, self.right, self.weight, self.document = block, right, weight, document
        self.matrix: Any = None


def cases(rows: list[dict[str, Any]], gazetteer: Gazetteer) -> list[Case]:
    found = []
    for row in rows:
        gold = {(t["start"], t["end"]): t for t in row["toponyms"]}
        for group in blocks(article_of(row), sorted(gold), gazetteer):
            if not group.toponyms:
                continue
            block = Block(group.toponyms, gazetteer)
            right = np.zeros(len(block.row), bool)
            weight = np.zeros(len(group.toponyms))
            for span, index in zip(group.spans, group.toponym, strict=True):
                if index is None or gold[span]["lat"] is None:
                    continue
                low, high = int(block.starts[index]), int(block.starts[index + 1])
                mark = [_agrees(block, i, gold[span], gazetteer) for i in range(low, high)]
                best = max(mark)
                if best:
                    right[low:high] = [m == best for m in mark]
                    weight[index] += 1
            found.append(Case(block, right, weight, row["id"]))
    return found


def _agrees(block: Block, i: int, gold: dict[str, Any], gazetteer: Gazetteer) -> int:
    """2: the same GeoNames id; 1: within 161 km; else 0."""
    place = gazetteer.candidate(int(block.row[i]), int(block.match[i]))
    if place.geonames and place.geonames == gold["geonameid"]:
        return 2
    if place.lat is None or place.lon is None:
        return 0
    half_lat, half_lon = math.radians(place.lat - gold["lat"]) / 2, math.radians(place.lon - gold["lon"]) / 2
    a = math.sin(half_lat) ** 2
    a += math.cos(math.radians(place.lat)) * math.cos(math.radians(gold["lat"])) * math.sin(half_lon) ** 2
    return int(2 * 6371 * math.asin(math.sqrt(a)) <= 161)


def fit_ranker(found: list[Case]) -> Ranker:
    fixed = found[0].block.fixed().shape[1]
    padded = np.zeros(len(FEATURES))
    for case in found:
        case.matrix = case.block.fixed()
    padded[:fixed] = fit(found, fixed)
    name = padded
    rounds = [name]
    belief = [case.block.shares(case.block.fixed() @ name[:fixed]) for case in found]
    for _ in range(2):
        for case, share in zip(found, belief, strict=True):
            case.matrix = case.block.features(share)
        rounds.append(fit(found, len(FEATURES)))
        belief = [case.block.shares(case.matrix @ rounds[-1]) for case in found]
    return Ranker(*rounds)


def fit(found: list[Case], size: int) -> Any:
    """Weights that maximise the log share of the right readings, by L-BFGS."""
    matrix = np.concatenate([case.matrix for case in found])
    right = np.concatenate([case.right for case in found])
    sizes = [size for case in found for size in case.block.sizes]
    weight = np.concatenate([case.weight for case in found])
    starts = np.concatenate(([0], np.cumsum(sizes)))[:-1]
    group = np.repeat(np.arange(len(sizes)), sizes)

    def loss(w: Any) -> tuple[float, Any]:
        scores = matrix @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        share = odds / np.add.reduceat(odds, starts)[group]
        hit = np.add.reduceat(share * right, starts)
        target = share * right / np.maximum(hit, 1e-12)[group]
        used = weight[group]
        gradient = matrix.T @ ((share - target) * used * (hit[group] > 0))
        value = -float(np.sum(np.where(weight > 0, np.log(np.maximum(hit, 1e-12)), 0) * weight))
        return value + _RIDGE * float(w @ w), gradient + 2 * _RIDGE * w

    return minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def main() -> None:
    rows = read_gold(Path(sys.argv[1]))
    gazetteer = Gazetteer.load()
    weights = fit_ranker(cases(rows, gazetteer))
    model = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    model["ranker"] = {
        name: {f: round(float(w), 4) for f, w in zip(FEATURES, getattr(weights, name), strict=True) if abs(w) > 1e-3}
        for name in ("name", "first", "second")
    }
    model["detector"] = fit_detector(examples(rows))
    OUT.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
