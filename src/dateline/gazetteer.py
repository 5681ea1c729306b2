"""Looks toponyms up in the gazetteer."""

from __future__ import annotations


class Gazetteer:
    @classmethod
    def load(cls) -> Gazetteer:
        return cls()
