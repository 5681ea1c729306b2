"""The wheel carries all that Dateline needs, and works where nothing else of the project is."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OWN_KINDS = (".toml", ".tsv", ".txt", ".npy", ".marisa", ".json", ".crfsuite", ".py")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_rules_gazetteers_and_models(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    wanted = {str(file.relative_to(source)) for file in (source / "dateline").rglob("*") if file.suffix in OWN_KINDS}
    assert wanted <= carried
    assert any(name.endswith("licenses/LICENSE") for name in carried)


@pytest.mark.slow
@pytest.mark.skipif("DATELINE_SLOW" not in os.environ, reason="slow: builds an environment; runs in CI and `make wheel`")
def test_the_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "empty")], check=True)
    python = tmp_path / "empty" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(wheel)], check=True)
    (tmp_path / "shared").mkdir()
    for package in Path(sysconfig.get_paths()["purelib"]).iterdir():
        # Dateline itself must come from the wheel: the editable install is left out.
        if "dateline" not in package.name and package.suffix != ".pth":
            (tmp_path / "shared" / package.name).symlink_to(package)
    (site,) = (tmp_path / "empty" / "lib").glob("python*/site-packages")
    (site / "shared.pth").write_text(f"{tmp_path / 'shared'}\n", "utf-8")
    report = tmp_path / "report.txt"
    report.write_text("Police arrested 12 people in Lyon on Sunday, the ministry said.\n", "utf-8")
    command = [str(tmp_path / "empty" / "bin" / "dateline"), "read", str(report), "--published", "2025-06-16"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert "Who said what (1)" in shown
    assert "COERCE/arrest" in shown
