"""Intake: encodings, formats by content, one clear line for what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.intake import from_html, from_text, read_reports
from dateline.records import Failure, Format, Given, Report

STORY = "Police said on Sunday that the bridge was open, and that nobody had been hurt in the fire at the “Löwe” inn."


def read(path: Path, content: bytes) -> list[Report | Failure]:
    path.write_bytes(content)
    found: Iterator[Report | Failure] = read_reports(path)
    return list(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_bytes_tell_the_encoding(tmp_path: Path, encoding: str) -> None:
    (report,) = read(tmp_path / "a.txt", STORY.encode(encoding))
    assert isinstance(report, Report)
    assert report.text.lstrip("\ufeff") == STORY
    assert report.provenance.format is Format.TEXT


def test_html_is_known_by_its_content(tmp_path: Path) -> None:
    (report,) = read(tmp_path / "a.txt", f"<!doctype html><html><body><p>{STORY}</p></body></html>".encode())
    assert isinstance(report, Report)
    assert report.is_markup


def test_a_broken_line_of_jsonl_is_one_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = ['{"id": "a1", "text": "One fire.", "title": "Fire"}', "{broken", '{"id": "a3", "html": "<p>Two.</p>"}']
    first, broken, last = read(tmp_path / "a.jsonl", "\r\n".join(lines).encode())
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert (first.provenance.given.id, first.text) == ("a1", "Fire\n\nOne fire.")
    assert (last.provenance.given.id, last.is_markup) == ("a3", True)
    assert isinstance(broken, Failure)
    assert "2" in broken.report
    assert "\n" not in broken.message


@pytest.mark.parametrize(
    "content",
    [b"", b"   \n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x00\x01\x02" * 200],
    ids=["empty", "blank", "png", "jpeg", "binary"],
)
def test_what_is_no_report_gives_one_clear_line(tmp_path: Path, content: bytes) -> None:
    (failure,) = read(tmp_path / "a.txt", content)
    assert isinstance(failure, Failure)
    assert "a.txt" in failure.report
    assert "\n" not in failure.message


def test_a_missing_file_is_one_failure_with_its_name(tmp_path: Path) -> None:
    (failure,) = read_reports(tmp_path / "none.txt")
    assert isinstance(failure, Failure)
    assert "none.txt" in failure.report


def test_the_id_is_the_content() -> None:
    assert from_text(STORY).provenance.id == from_text(STORY).provenance.id
    assert from_text(STORY).provenance.id != from_text(STORY + ".").provenance.id


def test_title_and_text_that_come_apart_are_one_raw_text() -> None:
    assert from_text("Body.", Given(title="Head")).text == "Head\n\nBody."


def test_html_given_as_text_of_a_call_is_markup() -> None:
    assert from_html("<p>x</p>").is_markup
