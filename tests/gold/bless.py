"""`python -m tests.gold.bless FOLDER…` writes the known differences anew; `--score` prints how much is right."""

from __future__ import annotations

import sys
from collections import Counter

from tests.gold.golden import FOLDER, by_hand, by_program, code, compare, stories


def bless(name: str) -> None:
    story = FOLDER / name
    differences = compare(by_hand(story), by_program(code(story))).differences
    (story / "shortfall.txt").write_text("".join(f"{one}\n" for one in differences), encoding="utf-8")
    sys.stdout.write(f"{name}: {len(differences)} differences\n")


def score() -> None:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for story in stories():
        comparison = compare(by_hand(story), by_program(code(story)))
        asked.update(comparison.asked)
        right.update(comparison.right)
    for kind, count in asked.items():
        sys.stdout.write(f"{kind:10} {right[kind]:4} of {count:4} fields right, {right[kind] / count:.2f}\n")


if __name__ == "__main__":
    names = sys.argv[1:]
    if "--score" in names:
        score()
    else:
        for each in names or [story.name for story in stories()]:
            bless(each)
