"""Runs the commands of the manual: cog writes what they show into it, tests compare."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WIDTH = 100


def output(command: str, columns: int = WIDTH) -> str:
    """What `dateline …` shows in a pipe. Raises CalledProcessError where it fails."""
    words = [sys.executable, "-c", "from dateline.cli import main; main()", *command.split()[1:]]
    environment = {**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    found = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, check=True, encoding="utf-8")
    return found.stdout


def block(command: str, *upto: str) -> str:
    """A console block with the command and its output, cut before the first line that begins with one of `upto`."""
    lines = output(command).rstrip().splitlines()
    if upto:
        end = next(n for n, line in enumerate(lines) if line.startswith(upto))
        lines = [*lines[:end], "…"]
    return "\n".join(["```console", f"$ {command}", *lines, "```"])
