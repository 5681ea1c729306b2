"""Scorer of toponyms: found and resolved to within 161 km (100 miles, the custom of the field)."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from benchmarks.gold import Json
from benchmarks.scorers.counts import Figures, Predictions, Share, align_spans

NEAR_KM = 161.0
_EARTH_KM = 6371.0088


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) points in degrees."""
    low, high = radians(a[0]), radians(b[0])
    half = sin((high - low) / 2) ** 2 + cos(low) * cos(high) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def score_places(gold: Sequence[Json], predictions: Predictions, id_ok: bool = True) -> Figures:
    """End-to-end F1 and accuracy of the matched, at 161 km.

    A prediction is `{"toponyms": [{"start", "end", "lat", "lon", "geonameid"}]}`. With `id_ok` the gold's
    GeoNames id counts as distance 0: large areas have no agreed centre. `acc_161` means accuracy on gold
    spans when the gold spans were given to the resolver; unresolved counts as wrong there.
    """
    share = Share()
    matched = 0
    for row in gold:
        predicted = predictions.get(row["id"], {}).get("toponyms") or ()
        matched += _count(row["toponyms"], predicted, share, id_ok)
    return {"e2e_f1_161": share.f1, "acc_161": share.right / matched if matched else 0.0}


def _count(gold: Sequence[Json], predicted: Sequence[Json], share: Share, id_ok: bool) -> int:
    """Counts one document; returns how many gold mentions with a point were matched."""
    gold_of = {j: i for i, j in align_spans(gold, predicted, exact=False)}
    share.gold += sum(_has_point(toponym) and not toponym.get("ignore") for toponym in gold)
    matched = 0
    for j, place in enumerate(predicted):
        mention = gold[gold_of[j]] if j in gold_of else None
        if mention is not None and (mention.get("ignore") or not _has_point(mention)):
            continue
        share.predicted += _has_point(place)
        if mention is not None:
            matched += 1
            right = _has_point(place) and _is_near(mention, place, id_ok)
            share.right += right
            share.found += right
    return matched


def _has_point(toponym: Json) -> bool:
    return toponym.get("lat") is not None and toponym.get("lon") is not None


def _is_near(gold: Json, place: Json, id_ok: bool) -> bool:
    ids = gold.get("geonameid"), place.get("geonameid")
    if id_ok and None not in ids and int(gold["geonameid"]) == int(place["geonameid"]):
        return True
    return distance_km((place["lat"], place["lon"]), (gold["lat"], gold["lon"])) <= NEAR_KM
