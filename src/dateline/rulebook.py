"""Loads the rule files (TOML) of `rules/`, checks them and hashes them.

A rule file holds arrays of tables (`[[cue]]`, `[[trigger]]` …). Every rule has an `id` that is
unique in its file, and examples: `yes`, sentences in which it must fire, and `no`, sentences in
which it must not. A rule without both does not load.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from dateline.errors import RuleError

RULES = files("dateline") / "rules"


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every kind of rule; a stage adds its own fields."""

    id: str
    yes: tuple[str, ...]
    """Sentences in which the rule must fire; a test runs them."""
    no: tuple[str, ...]
    """Sentences in which the rule must not fire."""
    seen_in: str | None = None
    """Where the rule was learned."""


R = TypeVar("R", bound=Rule)


def load_rules(name: str, kind: type[R], table: str) -> tuple[R, ...]:
    """The rules of the array `[[table]]` in `rules/<name>`, in file order.

    Raises RuleError (`file:line`) for wrong TOML, a missing or unknown field, a missing example
    or an id that stands twice.
    """
    return parse_rules((RULES / name).read_text(encoding="utf-8"), f"rules/{name}", kind, table)


def parse_rules(source: str, where: str, kind: type[R], table: str) -> tuple[R, ...]:
    """As `load_rules`, from a text; `where` names it in errors."""
    try:
        parsed = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(where, str(error), "mend the TOML there") from error
    lines = [source.count("\n", 0, match.start()) + 1 for match in re.finditer(rf"^\[\[{table}\]\]", source, re.M)]
    rules: list[R] = []
    for line, entry in zip(lines, parsed.get(table, []), strict=True):
        rules.append(_checked(entry, f"{where}:{line}", kind, {rule.id for rule in rules}))
    return tuple(rules)


def _checked(entry: object, where: str, kind: type[R], taken: set[str]) -> R:
    try:
        rule = msgspec.convert(entry, kind)
    except msgspec.ValidationError as error:
        raise RuleError(where, str(error), f"see the fields of {kind.__name__} in the manual, docs/rules.md") from error
    for field in ("yes", "no"):
        if not getattr(rule, field):
            raise RuleError(where, f"{rule.id} has no `{field}` example", f'add {field} = ["a sentence"] to the rule')
    if rule.id in taken:
        raise RuleError(where, f"the id {rule.id} stands twice", "give one of the two another id")
    return rule


@cache
def rules_hash() -> str:
    """SHA-256 over the names and bytes of all rule files, in order of their names."""
    digest = hashlib.sha256()
    for name, file in sorted(_walk(RULES, "")):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = prefix + entry.name
        if entry.is_dir():
            found += _walk(entry, name + "/")
        elif name.endswith((".toml", ".tsv", ".txt")):
            found.append((name, entry))
    return found
