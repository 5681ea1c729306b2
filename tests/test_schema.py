"""The published schema is the one that records make, and real output keeps to it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec

from dateline.coder import Coder
from dateline.records import Coding

PUBLISHED = Path(__file__).parents[1] / "docs" / "schema.json"
REPORT = (
    "PARIS (AP) — Police arrested at least 12 people on Sunday, the ministry said.\n\n"
    "“We were peaceful,” said Ann Lee, a marcher in Lyon, without providing evidence."
)


def test_the_published_schema_is_true() -> None:
    made = msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Coding)), indent=2).decode()
    assert PUBLISHED.read_text("utf-8") == made + "\n", "run `make docs`"


def test_a_coding_keeps_to_the_schema() -> None:
    coding = json.loads(msgspec.json.encode(Coder().code(text=REPORT, published="2025-06-16")))
    jsonschema.validate(coding, json.loads(PUBLISHED.read_text("utf-8")))
    assert coding["statements"]
    assert coding["events"]


def test_a_coding_names_all_that_made_it() -> None:
    coder = Coder().code(text=REPORT).coder
    assert any(name.startswith("gazetteers/") for name in coder.models)
    assert any(name.startswith("models/") for name in coder.models)
    assert "parser" in coder.models
