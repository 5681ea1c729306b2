"""Long runs: a worker that dies, a Ctrl-C, a reader that goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.cli import deadly

from dateline.batch import Coded, code_all
from dateline.intake import from_text
from dateline.records import Failure, Given

COMMAND = [sys.executable, "-c", "from dateline.cli import main; main()"]
REPORT = "Police arrested 12 people in Lyon on Sunday, the ministry said. "


def test_a_worker_that_dies_costs_only_its_report() -> None:
    texts = ["a", "b", "deadly c", "d", "e", "f", "g", "h", "i", "deadly j"]
    reports = [from_text(text, Given(), f"{text}.txt") for text in texts]
    results = list(code_all(reports, jobs=2, work=deadly.work))
    assert [r.line.decode() if isinstance(r, Coded) else r.report for r in results] == [
        f"{text}.txt" if "deadly" in text else text for text in texts
    ]
    assert [r.stage for r in results if isinstance(r, Failure)] == ["worker", "worker"]


def test_a_stopped_run_keeps_what_was_coded_and_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"{number} " + REPORT * 40, "utf-8")
    out = tmp_path / "out.jsonl"
    part = tmp_path / "out.jsonl.part"
    running = subprocess.Popen([*COMMAND, "code", str(folder), "--out", str(out)], stderr=subprocess.PIPE, text=True)
    while running.poll() is None and not (part.exists() and part.stat().st_size):
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert "Traceback" not in told
    assert told.startswith("stopped: ")
    assert not out.exists()
    again = subprocess.run([*COMMAND, "code", str(folder), "--out", str(out)], capture_output=True, text=True, check=True)
    assert "40 reports found = 40 coded (" in again.stderr
    assert out.read_bytes().count(b"\n") == 40


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [*COMMAND, "read", str(tmp_path / "a.txt"), "--json"]
    found = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write_end)
    assert (found.returncode, found.stderr) == (0, "")
