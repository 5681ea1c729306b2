"""The architecture as a test: imports go one way (pyproject.toml, docs/architecture.md)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_imports_go_one_way() -> None:
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    found = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_package_is_imported_without_its_engines() -> None:
    command = "import dateline, sys; assert 'spacy' not in sys.modules; from dateline import Coder; Coder.code"
    subprocess.run([sys.executable, "-c", command], check=True)
