"""The manual is true: its commands run, its output is ours, and everything has its section."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.shown import ROOT

from dateline.cli import cli

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
OWN_PAGES = [page for page in PAGES if "[[[cog" in page.read_text("utf-8")]


@pytest.mark.parametrize("page", OWN_PAGES, ids=lambda page: page.name)
def test_the_output_in_the_manual_is_ours(page: Path) -> None:
    command = [sys.executable, "-m", "cogapp", "--check", "--diff", "-I", str(ROOT), str(page)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, "run `make docs`\n" + found.stdout + found.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_python_examples_run(page: Path) -> None:
    failed, _ = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_command_has_help_and_a_section() -> None:
    manual = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name, command in cli.commands.items():
        assert command.help, f"dateline {name} has no help"
        assert f"## dateline {name}\n" in manual, f"docs/cli.md has no section for dateline {name}"
        assert f"dateline {name}" in command.help, f"the help of dateline {name} has no example"


def test_every_field_of_a_coding_is_explained() -> None:
    from dateline import records

    manual = (ROOT / "docs" / "records.md").read_text("utf-8")
    kinds = ("Coding", "Article", "Entity", "Place", "Time", "Number", "Statement", "Event", "Provenance", "Given", "Span")
    for kind in kinds:
        for field in getattr(records, kind).__struct_fields__:
            assert f"`{field}`" in manual, f"docs/records.md does not explain {kind}.{field}"
