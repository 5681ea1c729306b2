"""Equal input gives equal bytes: twice, in any order, in another process with another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys

import msgspec
from hypothesis import given
from tests.laws.reports import HARD, coded, texts
from tests.laws.test_spans import FAST

NEWS = (
    "LYON (AP) — Police arrested at least 12 people in Lyon and Paris on Sunday, the interior ministry said.\n\n"
    "“We were peaceful,” said Ann Lee, a marcher, who claimed without evidence that dozens were beaten. She denied it."
)
OTHER = """
import sys, msgspec
from dateline import Coder
sys.stdout.buffer.write(msgspec.json.encode(Coder().code(text=sys.stdin.read(), published="2025-06-16", language="en")))
"""


@FAST
@given(texts)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert msgspec.json.encode(coded(text)) == msgspec.json.encode(coded(text))


def test_the_order_of_reports_changes_nothing() -> None:
    forwards = [msgspec.json.encode(coded(text)) for text in (*HARD, NEWS)]
    backwards = [msgspec.json.encode(coded(text)) for text in (NEWS, *reversed(HARD))]
    assert forwards == backwards[::-1]


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    here = msgspec.json.encode(coded(NEWS))
    for seed in ("1", "2"):
        found = subprocess.run(
            [sys.executable, "-c", OTHER], input=NEWS.encode(), capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        assert found.stdout == here
