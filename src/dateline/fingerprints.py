"""What a coding was made with: the hash of every model and gazetteer file."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

FOLDERS = ("gazetteers", "models")


@cache
def model_hashes() -> dict[str, str]:
    """SHA-256 of each file in `gazetteers/` and `models/` by its name, in order of names; their cards are left out."""
    root = files("dateline")
    every = ((f"{folder}/{file.name}", file) for folder in FOLDERS for file in (root / folder).iterdir())
    found = {name: file for name, file in every if file.is_file() and not name.endswith(".md")}
    return {name: hashlib.sha256(found[name].read_bytes()).hexdigest() for name in sorted(found)}
