"""The commands as a person types them: output, one line for each fault, exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dateline.cli import run

REPORT = "LYON — Police arrested 12 people on Sunday, the ministry said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(REPORT, "utf-8")
    lines = [
        json.dumps({"text": "Ann Lee said the march was peaceful.", "id": "x1"}),
        "broken",
        '{"html": "<p>Troops left.</p>"}',
    ]
    (tmp_path / "reports" / "b.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (tmp_path / "reports" / "notes.odt").write_bytes(b"x")
    return tmp_path / "reports"


def told(capfd: pytest.CaptureFixture[str]) -> list[str]:
    return capfd.readouterr().err.splitlines()


def test_read_shows_the_article_and_its_records(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(folder / "a.txt"), "--published", "2025-06-16"]) == 0
    shown = capfd.readouterr().out
    assert "Who said what" in shown
    assert "2025-06-15" in shown
    assert "\x1b" not in shown


def test_read_gives_one_json_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(folder / "a.txt"), "--json"]) == 0
    coding = json.loads(capfd.readouterr().out)
    assert coding["report"]["uri"].endswith("a.txt")


def test_read_takes_standard_input(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    assert run(["read", "-", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["article"]["text"].startswith("LYON")


def test_code_counts_what_it_found(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["code", str(folder)]) == 1
    out, err = capfd.readouterr()
    assert [json.loads(line)["report"]["given"]["id"] for line in out.splitlines()] == [None, "x1", None]
    assert err.splitlines()[0] == "left aside: 1 files of other kinds in the folders"
    assert err.splitlines()[1].startswith(f"failed: {folder}/b.jsonl:2: ")
    assert err.splitlines()[2] == "4 reports found = 3 coded + 1 failed"


def test_options_fill_what_a_report_does_not_say(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["code", str(folder / "b.jsonl"), "--publisher", "The Herald"])
    assert [json.loads(line)["report"]["given"]["publisher"] for line in capfd.readouterr().out.splitlines()] == [
        "The Herald"
    ] * 2


def test_a_stopped_run_goes_on_and_ends_with_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    whole, stopped = tmp_path / "whole.jsonl", tmp_path / "stopped.jsonl"
    run(["code", str(folder), "--out", str(whole)])
    lines = whole.read_bytes().splitlines(keepends=True)
    (tmp_path / "stopped.jsonl.part").write_bytes(lines[0] + lines[1][:200])
    assert run(["code", str(folder), "--out", str(stopped)]) == 1
    assert stopped.read_bytes() == whole.read_bytes()
    assert not (tmp_path / "stopped.jsonl.part").exists()


def test_what_another_version_left_is_coded_again(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    run(["code", str(folder / "a.txt"), "--out", str(out)])
    old = out.read_bytes().replace(b'"version":"', b'"version":"0.0.')
    (tmp_path / "new.jsonl.part").write_bytes(old)
    capfd.readouterr()
    run(["code", str(folder / "a.txt"), "--out", str(tmp_path / "new.jsonl")])
    assert told(capfd)[-1] == "1 report found = 1 coded + 0 failed"
    assert (tmp_path / "new.jsonl").read_bytes() == out.read_bytes()


def test_worker_processes_change_no_byte(folder: Path, tmp_path: Path) -> None:
    run(["code", str(folder), "--out", str(tmp_path / "one.jsonl")])
    run(["code", str(folder), "--out", str(tmp_path / "two.jsonl"), "--jobs", "2"])
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["read", "nowhere.txt"], "dateline: nowhere.txt: no such file or folder (way out: check the name)"),
        (["code", "nowhere*.txt"], "dateline: nowhere*.txt: matches no file (way out: check the name)"),
        (
            ["read", "a", "--published", "soon"],
            "dateline: --published: soon is no date (way out: write it as 2025-06-16)",
        ),
        (["read", "a", "--qqq"], "dateline: No such option '--qqq'. (way out: see dateline --help)"),
        (["qqqq"], "dateline: No such command 'qqqq'. (way out: see dateline --help)"),
        (
            ["read", "http://127.0.0.1:9/"],
            "dateline: http://127.0.0.1:9/: 127.0.0.1 is not on the public web (way out: save the page and give its file)",
        ),
    ],
)
def test_wrong_use_is_one_line_and_status_2(arguments: list[str], line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert told(capfd) == [line]


def test_a_folder_without_reports_is_wrong_use(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["code", str(tmp_path)]) == 2
    assert told(capfd)[0].startswith(f"dateline: {tmp_path}: is a folder without reports")


def test_an_image_is_wrong_use(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert run(["read", str(tmp_path / "a.png")]) == 2
    (line,) = told(capfd)
    assert "is a PNG image, not text (way out: " in line


def test_the_codebook_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["types", "--json"]) == 0
    assert "PROTEST/demo" in [json.loads(line)["id"] for line in capfd.readouterr().out.splitlines()]
    assert run(["types"]) == 0
    assert "PLOVER PROTEST/demo" in capfd.readouterr().out


def test_the_version_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capfd.readouterr().out.startswith("dateline ")
