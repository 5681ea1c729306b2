"""Gold files are found by folder, whatever the files are called."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from benchmarks.gold import GoldError, Json, cases_folder, find_sets, left_alone, read_jsonl, set_name


def write(path: Path, *rows: Json) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)


@pytest.mark.parametrize(
    ("file", "name"),
    [("polnear_dev.jsonl.gz", "polnear"), ("polnear_test.jsonl", "polnear"), ("gvc.test.jsonl", "gvc"),
     ("te3_platinum.jsonl", "te3_platinum"), ("wire.heldout.jsonl", "wire")],
)  # fmt: skip
def test_a_set_is_named_without_its_part(file: str, name: str) -> None:
    assert set_name(Path(file)) == name


def test_training_parts_are_never_scored(tmp_path: Path) -> None:
    write(tmp_path / "statements" / "polnear_train.jsonl.gz", {"id": "a"})
    write(tmp_path / "statements" / "polnear_test.jsonl.gz", {"id": "b"})
    assert [(one.name, one.rows) for one in find_sets(tmp_path, "statements")] == [("polnear", ({"id": "b"},))]


def test_all_files_of_an_event_folder_are_one_set(tmp_path: Path) -> None:
    write(tmp_path / "events" / "muc4" / "tst4.jsonl", {"id": "b"})
    write(tmp_path / "events" / "muc4" / "tst3.jsonl", {"id": "a"})
    (found,) = find_sets(tmp_path, "events")
    assert (found.name, found.rows) == ("muc4", ({"id": "a"}, {"id": "b"}))


def test_pages_are_parted_by_their_set(tmp_path: Path) -> None:
    write(tmp_path / "cleaning" / "pages.jsonl", {"id": "a", "set": "naeb"}, {"id": "b", "set": "aeb"})
    assert [(one.name, len(one.rows)) for one in find_sets(tmp_path, "cleaning")] == [("aeb", 1), ("naeb", 1)]


@pytest.mark.parametrize("place", ["gold/cases", "cases"])
def test_cases_lie_inside_or_beside_the_folder(tmp_path: Path, place: str) -> None:
    (tmp_path / "gold").mkdir()
    write(tmp_path / place / "quotes.jsonl", {"id": "q", "area": "quotes"})
    assert cases_folder(tmp_path / "gold") == tmp_path / place
    assert [one.name for one in find_sets(tmp_path / "gold", "cases")] == ["quotes"]


def test_a_missing_set_is_no_error(tmp_path: Path) -> None:
    assert list(find_sets(tmp_path, "dates")) == []
    assert list(find_sets(tmp_path / "none", "cases")) == []


def test_strange_folders_are_named_and_left_alone(tmp_path: Path) -> None:
    for name in ("dates", "seeds", "events/muc4", "events/other"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "events" / "README.md").touch()
    assert left_alone(tmp_path) == ["seeds", "events/other"]


def test_a_line_that_is_no_json_is_named_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text('{"id": 1}\nno\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.jsonl:2: not JSON"):
        read_jsonl(file)


def test_an_object_without_an_id_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text('{"text": ""}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r'x\.jsonl:1: not an object with an "id"'):
        read_jsonl(file)
