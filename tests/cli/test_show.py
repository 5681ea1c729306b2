"""What a person sees: readable at any width, harmless whatever the report holds."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dateline.coder import Coder
from dateline.show import show, visible

REPORT = (
    "Twelve arrested in Lyon\n\nPolice arrested 12 people on Sunday, the interior ministry said.\n\n"
    "“We were peaceful [and many],” said Ann Lee \x1b]0;owned\x07\u202e, a marcher.\n"
)


def shown(width: int, colour: bool) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    show(Coder().code(text=REPORT, published="2025-06-16"), console)
    page = console.file
    assert isinstance(page, io.StringIO)
    return page.getvalue()


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in shown(width, colour=False).splitlines()) <= width


def test_marks_stand_in_brackets_without_colour() -> None:
    assert "[Sunday t1]" in shown(100, colour=False)


def test_marks_are_coloured_in_a_terminal() -> None:
    page = shown(100, colour=True)
    assert "\x1b[33mSunday" in page
    assert "[Sunday t1]" not in page


def test_a_report_cannot_steer_the_terminal() -> None:
    page = shown(100, colour=True)
    assert "\x1b]0" not in page
    assert "\x07" not in page
    assert "\u202e" not in page


def test_steering_characters_become_pictures() -> None:
    assert visible("a\x1b[31m\x9b\u202e\x7fb\ud800") == "a␛[31m\\u009b\\u202e␡b\\ud800"
