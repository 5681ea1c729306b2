"""The name tables of the adapters (`mappings.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def mappings() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "mappings.toml").read_text(encoding="utf-8"))
