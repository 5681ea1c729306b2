"""One opened source: its name, its bytes' hash, its characters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from dateline.records import Given


@dataclass(frozen=True)
class Source:
    """What the readers of the formats get."""

    name: str
    """File name or "standard input": what a person would look for."""
    text: str
    sha256: str
    given: Given = field(default_factory=Given)


def source_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
