"""Reports for the laws: our examples, texts that were hard once, and texts that chance makes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from dateline.coder import Coder
from dateline.intake import read_reports
from dateline.records import Coding, Report

EXAMPLES = Path(__file__).parents[2] / "examples"

HARD = (
    "",
    "\n\n\n",
    "a",
    "“" * 400,
    '"' * 401 + " said he",
    "'‘’" * 300,
    "He said “she said ‘they said \"no",
    "Police said" + ", he said" * 200 + ".",
    "قالت الشرطة إن المسيرة كانت سلمية. \u202eabc\u202c “نعم”",
    "警方表示，游行是和平的。“我们是和平的”，他说。",
    "Police\0 said\x1b[31m it\ufeff was\u200b peaceful.\ufffd",
    "LYON (AP) —\r\nPolice said\r\n\r\nit was.\r\n",
    "Trumpon Sunday said it.127 Dilihat\n\nUS President Donald Trumpon Sunday saidhe would.",
    "12" * 300 + " people were killed on " + "2025-06-15" * 50,
    "\u00e2\u20ac\u0153We will win\u00e2\u20ac\u009d, Ann Lee said.",
    "🏳️‍🌈 marchers — 2,000 or so — said e\u0301 and \U0001f600.",
    "Paris, " * 300,
    "(" * 500 + "said" + ")" * 500,
)

_NEWS = (
    "Police said on Sunday that the march in Paris was peaceful . , “ ” \" ' — 12 people arrested Ann Lee he claimed "
    "without evidence killed at least $45 million ; : ( ) protesters \n\n The ministry denied it 3 p.m. EU don't"
)
newsy = st.lists(st.sampled_from(_NEWS.split(" ")), max_size=60).map(" ".join)
any_characters = st.text(st.characters(codec="utf-8"), max_size=200)
broken_bytes = st.binary(max_size=200).map(lambda content: content.decode("utf-8", "replace"))
texts = st.one_of(newsy, any_characters, broken_bytes, st.tuples(newsy, any_characters, newsy).map("".join))


@cache
def coder() -> Coder:
    return Coder()


def coded(text: str) -> Coding:
    return coder().code(text=text, published="2025-06-16", language="en")


@cache
def examples() -> tuple[Report, ...]:
    files = sorted(file for file in EXAMPLES.rglob("*") if file.suffix in (".txt", ".html", ".jsonl"))
    return tuple(found for file in files for found in read_reports(file) if isinstance(found, Report))
