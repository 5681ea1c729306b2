"""A linear classifier over hashed features: kept as plain arrays, used with numpy alone.

Only hashes of words and word pairs are kept, no stretch of text. A model holds one set of weights for each
fold of the development part beside the whole one: a text that the weights were fitted on is always
scored by the fold that did not see it, so the figure on the development part is the cross-validated one.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Bag = Mapping[str, float]
Blocks = tuple[Bag, ...]
"""Features in groups; each group is scaled to length 1 by itself, so that many words do not drown few flags."""

FITTED = Path(__file__).parent / "fitted"
DIMENSIONS = 1 << 17
"""Half or twice as many changed plv by less than 0.3 points, far inside its noise."""


@dataclass(frozen=True)
class Weights:
    """One fitted classifier: `scores` above `thresholds` are yes."""

    columns: npt.NDArray[np.int64]
    """Hashed features in use, ascending."""
    idf: Array
    matrix: Array
    """columns x labels"""
    bias: Array
    thresholds: Array

    def scores(self, vector: Mapping[int, float], lengths: Mapping[int, int]) -> Array:
        """The score of each label. `lengths` gives each feature's group."""
        found = np.fromiter(vector, dtype=np.int64, count=len(vector))
        places = np.searchsorted(self.columns, found)
        known = [k for k, (p, f) in enumerate(zip(places, found, strict=True)) if _is_at(self.columns, int(p), int(f))]
        values = np.array([vector[int(found[k])] for k in known], dtype=np.float32) * self.idf[places[known]]
        groups = np.array([lengths[int(found[k])] for k in known], dtype=np.int64)
        return np.asarray(normalised(values, groups) @ self.matrix[places[known]] + self.bias, dtype=np.float32)


def _is_at(columns: npt.NDArray[np.int64], place: int, wanted: int) -> bool:
    return place < len(columns) and int(columns[place]) == wanted


def normalised(values: Array, groups: npt.NDArray[np.int64]) -> Array:
    """The values of each group scaled to length 1."""
    if not len(values):
        return values
    squares = np.bincount(groups, weights=values.astype(np.float64) ** 2)
    return np.asarray(values / np.sqrt(np.maximum(squares, 1e-12))[groups], dtype=np.float32)


def hashed(blocks: Blocks) -> tuple[dict[int, float], dict[int, int]]:
    """The features by hash with their values, and the group of each."""
    vector: dict[int, float] = {}
    group: dict[int, int] = {}
    for number, bag in enumerate(blocks):
        for name, value in bag.items():
            key = zlib.crc32(f"{number}:{name}".encode()) % DIMENSIONS
            vector[key] = vector.get(key, 0.0) + value
            group.setdefault(key, number)
    return vector, group


def text_key(text: str) -> str:
    """A fingerprint by which a text of the development part is known again."""
    return sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Fitted:
    """A classifier with its folds."""

    labels: tuple[str, ...]
    whole: Weights
    folds: tuple[Weights, ...]
    fold_of: Mapping[str, int]
    """Fold by the fingerprint of a document's text."""

    def weights_for(self, text: str) -> Weights:
        """The weights that have not seen this document."""
        fold = self.fold_of.get(text_key(text))
        return self.whole if fold is None else self.folds[fold]

    def scores(self, blocks: Blocks, text: str) -> Array:
        """Scores less thresholds, one for each label."""
        weights = self.weights_for(text)
        return weights.scores(*hashed(blocks)) - weights.thresholds

    def best(self, blocks: Blocks, text: str) -> str:
        return self.labels[int(np.argmax(self.scores(blocks, text)))]

    def save(self, name: str) -> None:
        """Writes `fitted/<name>.npz`; the same model gives the same bytes."""
        arrays: dict[str, Any] = {"labels": np.array(self.labels)}
        arrays["keys"] = np.array(list(self.fold_of), dtype="U16")
        arrays["fold"] = np.array(list(self.fold_of.values()), dtype=np.int8)
        for number, weights in enumerate((self.whole, *self.folds)):
            arrays[f"columns{number}"] = weights.columns.astype(np.int32)
            for part in ("idf", "matrix", "bias", "thresholds"):
                arrays[f"{part}{number}"] = getattr(weights, part).astype(np.float16)
        np.savez_compressed(FITTED / f"{name}.npz", **arrays)


def load_fitted(name: str) -> Fitted:
    """The classifier kept in `fitted/<name>.npz`."""
    with np.load(FITTED / f"{name}.npz", allow_pickle=False) as arrays:
        count = sum(key.startswith("bias") for key in arrays.files)
        weights = [_weights(arrays, number) for number in range(count)]
        labels = tuple(str(label) for label in arrays["labels"])
        folds = {str(key): int(fold) for key, fold in zip(arrays["keys"], arrays["fold"], strict=True)}
    return Fitted(labels, weights[0], tuple(weights[1:]), folds)


def _weights(arrays: Mapping[str, Any], number: int) -> Weights:
    parts: Sequence[Array] = [
        arrays[f"{part}{number}"].astype(np.float32) for part in ("idf", "matrix", "bias", "thresholds")
    ]
    return Weights(arrays[f"columns{number}"].astype(np.int64), *parts)


@dataclass(frozen=True)
class DocumentThresholds:
    """How high the best sentence of a document must score, by label: for the whole, and for each fold."""

    whole: tuple[float, ...]
    folds: tuple[tuple[float, ...], ...]

    def of(self, fold: int | None) -> Array:
        return np.array(self.whole if fold is None else self.folds[fold], dtype=np.float32)

    def save(self, name: str) -> None:
        """Writes `fitted/<name>.json`."""
        (FITTED / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n")


def load_thresholds(name: str) -> DocumentThresholds:
    """The thresholds kept in `fitted/<name>.json`."""
    return msgspec.json.decode((FITTED / f"{name}.json").read_bytes(), type=DocumentThresholds)
